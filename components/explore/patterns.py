"""The muscles at the marked places: those whose patterns reach them, a row each, and those that lie there."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from bodymap.ask.counted import at_places
from bodymap.ask.match import Match, MuscleMatch, match, unexplained
from bodymap.ask.reasons import reason
from bodymap.ask.refers import Referred
from bodymap.body.pattern_views import layouts_that_add
from bodymap.data.dataset import Dataset
from bodymap.place import SIDE_SAID, Place
from bodymap.tell.counted import limit, short_at
from bodymap.words import chosen, later, tr, trn
from components import data, pages, state
from components.explore.also import Also, also, of_painted_area, painted_area
from components.explore.rows import EYE, painting_row
from components.shared import markup
from components.shared.actions import Acting, Action, button, button_row, on_request, together
from components.shared.markup import html
from components.shared.muscle_card import pattern_card
from components.shared.painting import area_of, title
from components.shared.view_control import chosen_layout, name_of

CARDS = 300  # cards of patterns that are kept, a few kilobytes each
FIRST = 5  # muscles shown before "Show all"
ALL = "show_all_patterns"  # the name of that button
_NONE = later("None of our sources draws a muscle pattern in this place. That is worth knowing too.")
_LINK = later("Some clinicians link pain here with them.")
_ORDER = later(
    "Order: marks covered, then how often studies or experts name the muscle, then how telling the marks are; "
    "not how likely it is."
)


def found(dataset: Dataset, marks: Sequence[Place]) -> list[Match]:
    """The patterns that reach any of the marks, best first."""
    return match(dataset, marks) if marks else []


def patterns(dataset: Dataset, marks: Sequence[Place], groups: Sequence[MuscleMatch], besides: Also) -> Acting:
    """The list of muscles (``by_muscle``), and below it what else is described here; a tap on a row paints it."""
    matches = [row for group in groups for row in group.patterns]
    painted = state.painted()
    on_show = next((row for row in matches if pattern_of(row) == painted), None) if painted else None
    every = state.all_shown()
    shown = [*groups[:FIRST], *(group for group in groups[FIRST:] if every or on_show in group.patterns)]
    order = _order(dataset, marks, shown)
    area = painted_area(besides)
    choices = _of_painted(dataset, groups, on_show, area)
    if choices and not area:
        below = button_row(order, choices, key="pattern_pills", show_label=bool(matches))
    else:
        below = Acting(markup.quiet(order) if matches else Markup())
    return together(
        _head(dataset, marks, matches, len(groups)),
        _about(dataset, on_show) if on_show else Markup(),
        *(_muscle(dataset, group, marks, on_show, lies_here=group.muscle in besides.under) for group in shown),
        _rest(len(groups)) if len(groups) > len(shown) else Markup(),
        below,
        also(dataset, besides, len(marks), area),
        button_row(tr("The painted one"), choices, key="pattern_pills") if area else Markup(),
    )


def _rest(muscles: int) -> Acting:
    """The way to the muscles that are not listed yet."""
    action = Action(tr("Show all {} muscles").format(muscles), state.show_all)
    return Acting(button(ALL, action, Markup(' class="link"')), {ALL: action})


def _head(dataset: Dataset, marks: Sequence[Place], matches: Sequence[Match], muscles: int) -> Markup:
    if not matches:
        return html('<h3 id="patterns">{}</h3>{}', tr("No pattern drawn here"), markup.quiet(tr(_NONE)))
    left_out = "; ".join(dataset.your_name_of(mark) for mark in unexplained(marks, matches))
    return html(
        '<h3 id="patterns">{}</h3>{}{}',
        trn("{} muscle described here", "{} muscles described here", muscles),
        markup.quiet(tr(_LINK)),
        html("<p><strong>{}</strong> {}.</p>", tr("No pattern is drawn in:"), left_out) if left_out else "",
    )


def _about(dataset: Dataset, row: Match) -> Acting:
    """Everything known about the painted pattern, folded away and sent when it is opened."""
    pattern, point = pattern_of(row), dataset.trigger_points[row.trigger_point].point
    label = markup.english_in(tr("About {}").format(title(dataset, pattern)), point.label)
    card = _card(row.trigger_point, chosen()) if state.asked_about(pattern) else ""
    return on_request(label, "about", state.ask_about, pattern, content=card)


@st.cache_resource(show_spinner=False, max_entries=CARDS)
def _card(point: str, language: str) -> Markup:
    """The card in the chosen language, which is named to keep the languages apart."""
    return pattern_card(data.dataset(), data.dataset().trigger_points[point])


def _order(dataset: Dataset, marks: Sequence[Place], shown: Sequence[MuscleMatch]) -> str:
    """What the order of the rows means, and what the counts in them do."""
    regions = {mark.region for mark in marks}
    counts = [found for group in shown for found in at_places(dataset, group.muscle, regions)]
    order = tr(_ORDER)
    return f"{order} {limit(counts)}" if counts else order


def _muscle(
    dataset: Dataset, group: MuscleMatch, marks: Sequence[Place], on_show: Match | None, lies_here: bool
) -> Acting:
    """A muscle with the reason for its best pattern, and what the largest study at these places counted."""
    painted = on_show in group.patterns
    shown = on_show if on_show and painted else group.patterns[0]
    side = f" · {tr(SIDE_SAID[group.side])}" if group.side else ""
    points = len(group.patterns)
    more = f" · {tr('{} trigger points').format(points)}" if points > 1 else ""
    here = f"; {tr('it also lies here')}" if lies_here else ""
    count = short_at(dataset, group.muscle, {mark.region for mark in marks})
    said = reason(dataset, shown, len(marks)) + here + (f"; {count}" if count else "")
    says = html("<span><strong>{}</strong>{}<br/>{}</span>", dataset.muscles[group.muscle].name, side + more, said)
    return painting_row(pattern_of(group.patterns[0]), says, painted)


def _of_painted(
    dataset: Dataset, groups: Sequence[MuscleMatch], on_show: Match | None, area: Referred | None
) -> dict[str, Action]:
    """What can be done with what is painted: its sister points, the pin, other views, its page."""
    does: dict[str, Action] = {}
    if on_show:
        pattern = pattern_of(on_show)
        group = next(group for group in groups if on_show in group.patterns)
        for row in group.patterns if len(group.patterns) > 1 else ():
            label = dataset.trigger_points[row.trigger_point].point.label
            eye = EYE if row == on_show else ""
            does[f"point_{pattern_of(row)}"] = Action(label, state.show, (pattern_of(row),), eye)
        does |= _to_compare(dataset, pattern)
        does["muscle"] = Action(tr("Muscle page"), pages.open_after, ("muscle", on_show.muscle), "menu_book")
    elif area:
        does |= {**_to_compare(dataset, area_of(area)), **of_painted_area(area)}
    for pattern in state.pinned():
        does[f"unpin_{pattern}"] = Action(title(dataset, pattern), state.pin, (pattern,), "keep_off")
    return does


def _to_compare(dataset: Dataset, pattern: str) -> dict[str, Action]:
    """The pin, and the views that draw more of it."""
    does: dict[str, Action] = {}
    if pattern not in state.pinned() and len(state.pinned()) < state.MOST_PINNED:
        does["pin"] = Action(tr("Pin to compare"), state.pin, (pattern,), "keep")
    thing = dataset.drawn[state.split(pattern)[0]]
    for layout in layouts_that_add(data.chart(), thing, chosen_layout()):
        does[f"see_{layout}"] = Action(name_of(layout), state.look, (layout,), "zoom_in")
    return does


def pattern_of(row: Match) -> str:
    """How the state names the pattern of a row."""
    return state.pattern_id(row.trigger_point, row.side)
