"""The muscles at the marked places: those whose patterns reach them, a row each, and those that lie there."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from bodymap.ask.counted import at_places
from bodymap.ask.match import Match, MuscleMatch, by_muscle, match, unexplained
from bodymap.ask.reasons import reason
from bodymap.ask.refers import Referred
from bodymap.body.pattern_views import layouts_that_add
from bodymap.data.dataset import Dataset
from bodymap.place import Place
from bodymap.tell.counted import limit, short_at
from components import data, pages, state
from components.explore.also import Also, also, of_painted_area, painted_area
from components.explore.rows import HIGHLIGHT, key_of
from components.shared import markup
from components.shared.actions import Action, actions
from components.shared.markup import html, plain, show
from components.shared.muscle_card import pattern_card
from components.shared.painting import area_of, title
from components.shared.view_control import chosen_layout

FIRST = 5  # muscles shown before "Show all"
_NONE = "None of our sources draws a muscle pattern in this place. That is worth knowing too."
_LINK = "Some clinicians link pain here with them."
_ORDER = (
    "Order: marks covered, then how often studies or experts name the muscle, then how telling the marks are; "
    "not how likely it is."
)


def found(dataset: Dataset, marks: Sequence[Place]) -> list[Match]:
    """The patterns that reach any of the marks, best first."""
    return match(dataset, marks) if marks else []


def patterns(dataset: Dataset, marks: Sequence[Place], matches: Sequence[Match], besides: Also) -> None:
    """The list of muscles, and below it what else is described here; a tap on a row paints it."""
    if pending := st.session_state.pop("open_muscle", None):
        pages.open_muscle(pending)
    groups = by_muscle(matches)
    on_show = {pattern_of(row): row for row in matches}.get(state.painted() or "")
    show(_head(dataset, marks, matches, len(groups), on_show))
    folded = any(row == on_show for group in groups[FIRST:] for row in group.patterns)
    shown = groups if state.all_shown() or folded else groups[:FIRST]
    for group in shown:
        _muscle(dataset, group, marks, lies_here=group.muscle in besides.under)
    if len(groups) > len(shown):
        st.button(f"Show all {len(groups)} muscles", key="show_all_patterns", on_click=state.show_all, type="tertiary")
    order = _order(dataset, marks, shown)
    area = painted_area(dataset, besides)
    choices = _of_painted(dataset, groups, on_show, area)
    if choices and not area:
        actions(order, choices, key="pattern_pills", show_label=bool(matches))
    elif matches:
        st.caption(order)
    also(dataset, besides, len(marks))
    if area:
        actions("The painted one", choices, key="pattern_pills")


def _head(
    dataset: Dataset, marks: Sequence[Place], matches: Sequence[Match], muscles: int, on_show: Match | None
) -> Markup:
    if not matches:
        return html('<h3 id="patterns">No pattern drawn here</h3>{}', markup.quiet(_NONE))
    left_out = "; ".join(dataset.your_name_of(mark) for mark in unexplained(marks, matches))
    return html(
        '<h3 id="patterns">{} muscle{} described here</h3>{}{}{}',
        muscles,
        "" if muscles == 1 else "s",
        markup.quiet(_LINK),
        html("<p><strong>No pattern is drawn in:</strong> {}.</p>", left_out) if left_out else "",
        _about(dataset, on_show) if on_show else "",
    )


def _about(dataset: Dataset, row: Match) -> Markup:
    """Everything known about the painted pattern, folded away, and the style of its row."""
    pattern = dataset.trigger_points[row.trigger_point]
    card = markup.folded(f"About {title(dataset, pattern_of(row))}", pattern_card(dataset, pattern))
    return card + html(HIGHLIGHT, key_of("paint", pattern_of(row)))


def _order(dataset: Dataset, marks: Sequence[Place], shown: Sequence[MuscleMatch]) -> str:
    """What the order of the rows means, and what the counts in them do."""
    regions = {mark.region for mark in marks}
    counts = [found for group in shown for found in at_places(dataset, group.muscle, regions)]
    return f"{_ORDER} {limit(counts)}" if counts else _ORDER


def _muscle(dataset: Dataset, group: MuscleMatch, marks: Sequence[Place], lies_here: bool) -> None:
    """A muscle with the reason for its best pattern, and what the largest study at these places counted."""
    rows = {pattern_of(row): row for row in group.patterns}
    painted = state.painted() in rows
    shown = rows[state.painted() or ""] if painted else group.patterns[0]
    side = f" · {group.side}" if group.side else ""
    more = f" · {len(rows)} trigger points" if len(rows) > 1 else ""
    here = "; it also lies here" if lies_here else ""
    count = short_at(dataset, group.muscle, {mark.region for mark in marks})
    said = reason(dataset, shown, len(marks)) + here + (f"; {count}" if count else "")
    best = pattern_of(group.patterns[0])
    st.button(
        f"**{plain(dataset.muscles[group.muscle].name)}**{side}{more}  \n{plain(said)}",
        key=key_of("paint", best),
        on_click=state.show,
        args=(None if painted else best,),
        width="stretch",
        icon=":material/visibility:" if painted else ":material/radio_button_unchecked:",
    )


def _of_painted(
    dataset: Dataset, groups: Sequence[MuscleMatch], on_show: Match | None, area: Referred | None
) -> dict[str, Action]:
    """What can be done with what is painted: its sister points, the pin, other views, its page."""
    does: dict[str, Action] = {}
    if on_show:
        pattern = pattern_of(on_show)
        group = next(group for group in groups if on_show in group.patterns)
        for row in group.patterns if len(group.patterns) > 1 else ():
            label = plain(dataset.trigger_points[row.trigger_point].point.label)
            eye = ":material/visibility: " if row == on_show else ""
            does[f"point_{pattern_of(row)}"] = Action(eye + label, state.show, (pattern_of(row),))
        does |= _to_compare(dataset, pattern)
        does["muscle"] = Action(":material/menu_book: Muscle page", _open, (on_show.muscle,))
    elif area:
        does |= {**_to_compare(dataset, area_of(area)), **of_painted_area(area)}
    for pattern in state.pinned():
        does[f"unpin_{pattern}"] = Action(
            f":material/keep_off: {plain(title(dataset, pattern))}", state.pin, (pattern,)
        )
    return does


def _to_compare(dataset: Dataset, pattern: str) -> dict[str, Action]:
    """The pin, and the views that draw more of it."""
    does: dict[str, Action] = {}
    if pattern not in state.pinned() and len(state.pinned()) < state.MOST_PINNED:
        does["pin"] = Action(":material/keep: Pin to compare", state.pin, (pattern,))
    thing = dataset.drawn[state.split(pattern)[0]]
    for layout in layouts_that_add(data.chart(), thing, chosen_layout()):
        does[f"see_{layout}"] = Action(f":material/zoom_in: {layout}", state.look, (layout,))
    return does


def _open(muscle: str) -> None:
    st.session_state.open_muscle = muscle


def pattern_of(row: Match) -> str:
    """How the state names the pattern of a row."""
    return state.pattern_id(row.trigger_point, row.side)
