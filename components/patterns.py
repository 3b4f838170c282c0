"""The patterns that reach the marked places: one row each, and the card of the painted one."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from bodymap.dataset import Dataset
from bodymap.match import Match, match
from bodymap.pattern_views import layouts_that_add

from . import data, state
from .marks import as_query, name_of, of_token
from .muscle_card import pattern_card
from .view_control import choose_layout, chosen_layout

FIRST = 8  # rows shown before "Show all"
# The painted row is marked by style, because a button that changes its type is a new one and loses the focus.
_HIGHLIGHT = "<style>.st-key-KEY button { border-color: var(--plate-zone); border-width: 2px; }</style>"
NONE = (
    '<h3 id="patterns">No pattern drawn here</h3><p>None of our sources draws a muscle pattern in this place. '
    "That is worth knowing too: look at the warning signs above and the injuries below, or mark a place next to it.</p>"
)


def found(dataset: Dataset, marks: Sequence[str]) -> list[Match]:
    """The patterns that reach any of the marks, best first."""
    return match(dataset, [as_query(mark) for mark in marks]) if marks else []


def patterns(dataset: Dataset, marks: Sequence[str], matches: Sequence[Match]) -> None:
    """The list of patterns; a tap on a row paints it."""
    count = len(matches)
    if not count:
        st.html(NONE)
        return
    title = f"{count} pattern{'' if count == 1 else 's'} described here"
    st.html(
        f'<h3 id="patterns">{title}</h3><p class="quiet">Muscles that some clinicians link with pain here. Tap one to '
        "paint it. The order shows how much of your marks each pattern covers, not how likely it is.</p>"
    )
    shown = matches if state.all_shown() else matches[:FIRST]
    for row in shown:
        _row(dataset, row, len(marks))
    if len(matches) > len(shown):
        st.button(f"Show all {len(matches)}", key="show_all_patterns", on_click=state.show_all, type="tertiary")


def _row(dataset: Dataset, row: Match, marks: int) -> None:
    painted = state.painted() == (row.trigger_point, row.side)
    side = f" · {row.side}" if row.side else ""
    st.button(
        f"**{row.name}**{side}  \n{_reason(dataset, row, marks)}",
        key=_key(row),
        on_click=state.paint,
        args=(row.trigger_point, row.side),
        width="stretch",
        icon=":material/visibility:" if painted else ":material/radio_button_unchecked:",
    )
    if painted:
        _painted(dataset, row)


def _key(row: Match) -> str:
    return f"paint_{row.trigger_point}_{row.side or 'any'}"


def _painted(dataset: Dataset, row: Match) -> None:
    """The card under the painted row: what is known, and which other views draw a part of the pattern."""
    pattern = dataset.trigger_points[row.trigger_point]
    st.html(_HIGHLIGHT.replace("KEY", _key(row)) + pattern_card(dataset, pattern))
    more = layouts_that_add(data.chart(), pattern, chosen_layout())
    if more:
        with st.container(horizontal=True, vertical_alignment="center", key="more_views"):
            st.caption("More of this pattern is drawn in:", width="content")
            for layout in more:
                st.button(layout, key=f"see_{layout}", on_click=choose_layout, args=(layout,))


def _reason(dataset: Dataset, row: Match, marks: int) -> str:
    if marks == 1:
        return "primary here" if row.primary else "spillover here"
    named = {
        "primary here": [name_of(dataset, of_token(token)) for token in row.primary],
        "spillover here": [name_of(dataset, of_token(token)) for token in row.spillover],
    }
    return "; ".join(f"{level}: {', '.join(names)}" for level, names in named.items() if names)
