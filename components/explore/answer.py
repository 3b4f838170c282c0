"""What is known about the marks, beside the picture: the part of the page that a click runs again, alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from bodymap.ask.conditions import injuries_first
from bodymap.ask.match import by_muscle
from bodymap.ask.signs import signs
from bodymap.data.dataset import Dataset
from components import data, language, pages, said, state, unknown
from components.body_chart import clicks, draw_state
from components.explore.also import also_here
from components.explore.felt_here import injuries
from components.explore.hang_together import network_is_shown
from components.explore.how_it_feels import how_it_feels
from components.explore.patterns import found, patterns
from components.explore.take_along import take_along
from components.explore.welcome import welcome
from components.shared.actions import Acting, handed, put
from components.shared.find_place import list_is_shown
from components.shared.mark_list import mark_list
from components.shared.painting import area_of, called, paint
from components.shared.pieces import pieces_of
from components.shared.red_flags import signs_html
from components.shared.unknown_note import marks_known, patterns_known, unknown_note, views_known
from components.shared.view_control import address_of, chosen_layout, take_look


@st.fragment
def answer(dataset: Dataset) -> None:
    """The marks, warning signs, injuries, muscles and the report, and the state of the chart."""
    language.speak()
    state.take_clicks(data.known_places(), data.known_patterns())
    if take_look() or state.page_is_stale(list_is_shown() or network_is_shown()):
        st.rerun()
    pages.open_noted()
    marks = state.marks()
    matches = found(dataset, marks)
    felt = injuries_first(dataset, marks)
    here = signs(dataset, marks)
    groups = by_muscle(matches)
    counts = {"warnings": len(here.every), "muscles": len(groups), "injuries": len(felt)}
    besides = also_here(dataset, marks)
    painted = paint(dataset, matches, besides.areas)
    shown = {**state.chart_state(address_of(chosen_layout()), counts), **painted}
    if unknown.anything():
        reaching = [*called(matches), *map(area_of, besides.areas)]
        unknown_note({**marks_known(dataset), **patterns_known(dataset, reaching), **views_known()})
    if not marks:
        _draw(shown, {})
        welcome()
        return
    mine = {"marks": mark_list(dataset, marks, asks=True)}
    parts = {
        "red_flags": Acting(signs_html(dataset, marks, pieces_of(dataset), here)),
        "injuries": injuries(felt),
        "patterns": patterns(dataset, marks, groups, besides),
    }
    if said.asking():
        _draw(shown, mine)
        how_it_feels(dataset, marks)
        put(parts, key="answer")
    else:
        _draw(shown, {**mine, **parts})
    take_along(dataset, marks, felt, here.open)


def _draw(shown: Mapping[str, Any], parts: Mapping[str, Acting]) -> None:
    """The state of the picture, and the parts of the answer, as one element."""
    written, act = handed(parts, clicks(state.CHART))
    draw_state(shown, key=state.CHART, parts=written, on_act=act)
