"""The marks as a list: what is marked, a way to take each away, and what to do when nothing is."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from bodymap.dataset import Dataset

from . import state
from .marks import name_of

EXAMPLES = {
    "Front of the knee": "knee_front.right",
    "Outer thigh": "thigh_outer_middle.right",
    "Bottom of the heel": "heel_sole.right",
}


def mark_list(dataset: Dataset, marks: Sequence[str]) -> None:
    """A button for each mark that takes it away, and Clear."""
    st.html("<h3>Marked</h3>")
    with st.container(horizontal=True):
        for mark in marks:
            st.button(
                name_of(dataset, mark),
                key=f"unmark_{mark}",
                on_click=state.toggle,
                args=(mark,),
                icon=":material/close:",
                help="Take this mark away",
            )
        st.button("Clear", key="clear_marks", on_click=state.clear, type="tertiary", icon=":material/delete:")


def welcome() -> None:
    """What the page does, and three places to try."""
    st.html(
        "<h3>Where does it hurt?</h3><p>Mark a place on the body. You will see, in this order:</p><ol>"
        "<li>warning signs for that place, and when to get help,</li>"
        "<li>the muscles that experts describe as sending pain there, with the pattern painted on the body,</li>"
        "<li>running injuries that are felt there.</li></ol>"
        '<p class="quiet">Your marks are not stored: they end with this session. Or start with an example:</p>'
    )
    with st.container(horizontal=True):
        for name, mark in EXAMPLES.items():
            st.button(name, key=f"try_{mark}", on_click=state.toggle, args=(mark,))
