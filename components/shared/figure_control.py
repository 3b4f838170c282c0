"""The control that chooses which figure is drawn: a woman or a man, two equal choices."""

from __future__ import annotations

import streamlit as st

from bodymap.words import later, tr
from components import state

KEY = "figure_choice"
NAMES = {"woman": later("Woman"), "man": later("Man")}


def figure_control() -> None:
    """Show the control. What is chosen holds on every page, in the address and in what is made to take along."""
    st.session_state[KEY] = state.figure()
    st.segmented_control(
        tr("Figure"),
        list(NAMES),
        format_func=lambda figure: tr(NAMES[figure]),
        key=KEY,
        required=True,
        label_visibility="collapsed",
        width="content",
        on_change=_choose,
    )


def _choose() -> None:
    state.choose_figure(st.session_state[KEY])
