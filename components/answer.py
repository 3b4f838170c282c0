"""The patterns of the marks and what the chart paints of them: the part that a tap on a pattern runs again, alone."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from bodymap.dataset import Dataset
from bodymap.match import Match

from . import data, state
from .body_chart import draw_state
from .painting import paint
from .patterns import patterns
from .view_control import chosen_layout


@st.fragment
def answer(dataset: Dataset, marks: Sequence[str], matches: Sequence[Match]) -> None:
    """The list of muscles, and the state of the chart."""
    painted = paint(dataset, data.chart(), chosen_layout(), matches)
    draw_state({**state.chart_state(), **painted}, key=state.CHART)
    if marks:
        with st.container(key="patterns"):
            patterns(dataset, marks, matches)
