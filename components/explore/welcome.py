"""What the first page says while nothing is marked."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from bodymap.place import Place
from components import state
from components.shared.mark_list import undo, unknown
from components.shared.markup import show

EXAMPLES = {
    "Front of the knee": Place("knee_front", "right"),
    "Outer thigh": Place("thigh_outer_middle", "right"),
    "Bottom of the heel": Place("heel_sole", "right"),
}
_TEXT = Markup(
    "<h3>Where does it hurt?</h3><p>Mark one place or several on the body. You will see, in this order:</p><ol>"
    "<li>warning signs for these places, and when to get help,</li>"
    "<li>the muscles that experts describe as sending pain there, with the pattern painted on the body,</li>"
    "<li>running injuries that are felt there.</li></ol>"
    '<p class="quiet">Your marks are not stored. They stand in the address of this page, so that you can send or '
    "keep the link if you want to. Or start with an example:</p>"
)


def welcome() -> None:
    """What the page does, and three places to try."""
    show(_TEXT)
    with st.container(horizontal=True):
        for name, mark in EXAMPLES.items():
            st.button(name, key=f"try_{mark}", on_click=state.toggle, args=(mark,))
        undo()
    unknown()
