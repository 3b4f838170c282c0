"""What is known about the marks, beside the picture: the part of the page that a click runs again, alone."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from bodymap.ask.match import Match
from bodymap.data.dataset import Dataset
from bodymap.place import Place
from components import data, state
from components.body_chart import draw_paint, draw_state
from components.explore.felt_here import injuries
from components.explore.patterns import found, patterns
from components.explore.take_along import take_along
from components.explore.welcome import welcome
from components.shared.mark_list import mark_list
from components.shared.painting import paint
from components.shared.red_flags import red_flags
from components.shared.search_box import shows_places


@st.fragment
def answer(dataset: Dataset) -> None:
    """The marks, warning signs, muscles, injuries and the report, and the state of the chart."""
    state.take_clicks(data.known_places(), data.known_patterns())
    marks = state.marks()
    if state.page_is_stale(shows_places()):
        st.rerun()
    matches = found(dataset, marks)
    draw_state(state.chart_state(), key=state.CHART)
    with st.container(key="marks"):
        if marks:
            mark_list(dataset, marks)
        else:
            welcome()
    if not marks:
        _paint(dataset, matches)
        return
    with st.container(key="red_flags"):
        red_flags(dataset, marks)
    _muscles(dataset, marks, matches)
    with st.container(key="injuries"):
        injuries(dataset, marks)
    take_along(marks)


@st.fragment
def _muscles(dataset: Dataset, marks: Sequence[Place], matches: Sequence[Match]) -> None:
    """The patterns, and what the chart paints of them: a tap on a pattern runs this alone."""
    if state.page_is_stale(shows_marks=False):
        st.rerun()
    _paint(dataset, matches)
    with st.container(key="patterns"):
        patterns(dataset, marks, matches)


def _paint(dataset: Dataset, matches: Sequence[Match]) -> None:
    draw_paint(paint(dataset, matches), key=state.CHART)
