"""The muscles whose patterns reach the marked places: one row each, in bands, and the card of the painted pattern."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from bodymap.ask.match import Match, MuscleMatch, by_muscle, match, unexplained
from bodymap.ask.reasons import band, band_name, reason
from bodymap.body.pattern_views import layouts_that_add
from bodymap.data.dataset import Dataset
from bodymap.place import Place
from components import data, state
from components.shared.markup import html, plain, show
from components.shared.muscle_card import pattern_card
from components.shared.painting import title
from components.shared.view_control import choose_layout, chosen_layout

FIRST = 6  # muscles shown before "Show all"
# The painted row is marked by style, because a button that changes its type is a new one and loses the focus.
_HIGHLIGHT = "<style>.st-key-{} button {{ border-color: var(--plate-zone); border-width: 2px; }}</style>"
NONE = Markup(
    '<h3 id="patterns">No pattern drawn here</h3><p>None of our sources draws a muscle pattern in this place. '
    "That is worth knowing too: look at the warning signs above and the injuries below, or mark a place next to it.</p>"
)


def found(dataset: Dataset, marks: Sequence[Place]) -> list[Match]:
    """The patterns that reach any of the marks, best first."""
    return match(dataset, marks) if marks else []


def patterns(dataset: Dataset, marks: Sequence[Place], matches: Sequence[Match]) -> None:
    """The list of muscles; a tap on a row paints the muscle's best pattern."""
    groups = by_muscle(matches)
    show(_head(dataset, marks, matches, len(groups)) if matches else NONE)
    _compared(dataset)
    folded = any(_pattern(row) == state.painted() for group in groups[FIRST:] for row in group.patterns)
    shown = groups if state.all_shown() or folded else groups[:FIRST]
    heading = None
    for group in shown:
        named = band_name(band(group.patterns[0], len(marks)), len(marks))
        if named != heading:
            heading = named
            show(html('<h4 class="band">{}</h4>', named))
        _muscle(dataset, group, len(marks))
    if len(groups) > len(shown):
        st.button(f"Show all {len(groups)} muscles", key="show_all_patterns", on_click=state.show_all, type="tertiary")


def _head(dataset: Dataset, marks: Sequence[Place], matches: Sequence[Match], muscles: int) -> Markup:
    left_out = "; ".join(dataset.name_of(mark) for mark in unexplained(marks, matches))
    return html(
        '<h3 id="patterns">{} muscle{} described here</h3><p class="quiet">Muscles that some clinicians link with pain '
        "here. Tap one to paint it. The order shows how much of your marks a pattern covers, not how likely it is.{}"
        "</p>{}",
        muscles,
        "" if muscles == 1 else "s",
        "" if len(marks) == 1 else " Several marks can also have several causes.",
        html("<p><strong>No pattern is drawn in:</strong> {}.</p>", left_out) if left_out else "",
    )


def _compared(dataset: Dataset) -> None:
    """The pinned patterns, each with a way to let it go."""
    if not state.pinned():
        return
    with st.container(horizontal=True, vertical_alignment="center", key="pinned"):
        st.caption("Comparing:", width="content")
        for pattern in state.pinned():
            st.button(
                plain(title(dataset, pattern)),
                key=_key("unpin", pattern),
                on_click=state.pin,
                args=(pattern,),
                icon=":material/close:",
                help="Take it off the body",
            )


def _muscle(dataset: Dataset, group: MuscleMatch, marks: int) -> None:
    """A muscle with the reason for its best pattern; below it, if one of its patterns is painted, everything known."""
    best = group.patterns[0]
    rows = {_pattern(row): row for row in group.patterns}
    painted = rows.get(state.painted() or "")
    side = f" · {group.side}" if group.side else ""
    more = f" · {len(rows)} trigger points" if len(rows) > 1 else ""
    st.button(
        f"**{plain(dataset.muscles[group.muscle].name)}**{side}{more}  \n{plain(reason(dataset, best, marks))}",
        key=_key("paint", _pattern(best)),
        on_click=state.show,
        args=(None if painted else _pattern(best),),
        width="stretch",
        icon=":material/visibility:" if painted else ":material/radio_button_unchecked:",
    )
    if painted:
        show(html(_HIGHLIGHT, _key("paint", _pattern(best))))
        _points(dataset, group, painted, marks)
        _painted(dataset, painted)


def _points(dataset: Dataset, group: MuscleMatch, painted: Match, marks: int) -> None:
    """The muscle's other trigger points that reach a mark, and the pin."""
    with st.container(horizontal=True, vertical_alignment="center", key="points"):
        for row in group.patterns if len(group.patterns) > 1 else ():
            st.button(
                plain(dataset.trigger_points[row.trigger_point].point.label),
                key=_key("point", _pattern(row)),
                on_click=state.show,
                args=(_pattern(row),),
                icon=":material/visibility:" if row == painted else None,
                help=plain(reason(dataset, row, marks)),
            )
        pattern = _pattern(painted)
        on, full = pattern in state.pinned(), len(state.pinned()) >= state.MOST_PINNED
        st.button(
            "Unpin" if on else "Pin to compare",
            key="pin",
            on_click=state.pin,
            args=(pattern,),
            disabled=full and not on,
            icon=":material/keep_off:" if on else ":material/keep:",
            help=f"Up to {state.MOST_PINNED} patterns stay on the body in colours and textures of their own"
            + (". Unpin one first." if full and not on else "."),
        )


def _painted(dataset: Dataset, row: Match) -> None:
    """The card of the painted pattern, and which other views draw a part of it."""
    pattern = dataset.trigger_points[row.trigger_point]
    show(pattern_card(dataset, pattern))
    more = layouts_that_add(data.chart(), pattern, chosen_layout())
    if more:
        with st.container(horizontal=True, vertical_alignment="center", key="more_views"):
            st.caption("More of this pattern is drawn in:", width="content")
            for layout in more:
                if st.button(layout, key=f"see_{layout}", on_click=choose_layout, args=(layout,)):
                    st.rerun()  # the view stands outside this part of the page


def _pattern(row: Match) -> str:
    return state.pattern_id(row.trigger_point, row.side)


def _key(does: str, pattern: str) -> str:
    """The key of a button: what it does, and the pattern it does it to."""
    point, side = state.split(pattern)
    return f"{does}_{point}_{side or 'any'}"
