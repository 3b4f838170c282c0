"""What is known about the marks, beside the picture: the part of the page that a click runs again, alone."""

from __future__ import annotations

import streamlit as st

from bodymap.ask.conditions import injuries_first
from bodymap.ask.match import by_muscle
from bodymap.data.dataset import Dataset
from components import data, state
from components.body_chart import draw_state
from components.explore.also import also_here
from components.explore.felt_here import injuries
from components.explore.hang_together import network_is_shown
from components.explore.patterns import found, patterns
from components.explore.take_along import take_along
from components.explore.welcome import welcome
from components.shared.find_place import list_is_shown
from components.shared.mark_list import mark_list
from components.shared.painting import paint
from components.shared.red_flags import count_flags, red_flags
from components.shared.view_control import address_of, chosen_layout, take_look


@st.fragment
def answer(dataset: Dataset) -> None:
    """The marks, warning signs, injuries, muscles and the report, and the state of the chart."""
    state.take_clicks(data.known_places(), data.known_patterns())
    if take_look() or state.page_is_stale(list_is_shown() or network_is_shown()):
        st.rerun()
    marks = state.marks()
    matches = found(dataset, marks)
    felt = injuries_first(dataset, marks)
    counts = {"warnings": count_flags(dataset, marks), "muscles": len(by_muscle(matches)), "injuries": len(felt)}
    besides = also_here(dataset, marks)
    painted = paint(dataset, matches, besides.areas)
    draw_state({**state.chart_state(address_of(chosen_layout()), counts), **painted}, key=state.CHART)
    with st.container(key="marks"):
        if not marks:
            welcome()
            return
        mark_list(dataset, marks)
    with st.container(key="red_flags"):
        red_flags(dataset, marks)
    with st.container(key="injuries"):
        injuries(felt)
    with st.container(key="patterns"):
        patterns(dataset, marks, matches, besides)
    take_along(marks)
