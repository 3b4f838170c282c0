"""The marks as a list: what is marked, ways to change it, and what to do when nothing is."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from bodymap.data.dataset import Dataset
from components import state
from components.shared.marks import mirrored, name_of

EXAMPLES = {
    "Front of the knee": "knee_front.right",
    "Outer thigh": "thigh_outer_middle.right",
    "Bottom of the heel": "heel_sole.right",
}


def mark_list(dataset: Dataset, marks: Sequence[str]) -> None:
    """A button for each mark that takes it away; below them undo, the other side, both sides, and Clear."""
    st.html('<h3>Marked <span class="quiet">(tap to take away)</span></h3>')
    marks_to_take_away(dataset, marks)
    other = [mirrored(mark) for mark in marks]
    with st.container(horizontal=True, key="mark_tools"):
        _undo()
        if set(other) != set(marks):
            both = list(dict.fromkeys([*marks, *other]))
            _tool("Other side", "mirror", "swap_horiz", other)
            if len(both) > len(marks):
                _tool("Both sides", "both_sides", "compare_arrows", both)
        _tool("Clear", "clear_marks", "delete", [])
    _unknown()


def marks_to_take_away(dataset: Dataset, marks: Sequence[str]) -> None:
    """A button for each mark that takes it away."""
    with st.container(horizontal=True):
        for mark in marks:
            st.button(
                name_of(dataset, mark),
                key=f"unmark_{mark}",
                on_click=state.toggle,
                args=(mark,),
                icon=":material/close:",
            )


def _tool(label: str, key: str, icon: str, marks: Sequence[str]) -> None:
    st.button(label, key=key, on_click=state.set_marks, args=(marks,), type="tertiary", icon=f":material/{icon}:")


def _undo() -> None:
    if state.can_undo():
        st.button("Undo", key="undo_marks", on_click=state.undo, type="tertiary", icon=":material/undo:")


def _unknown() -> None:
    """A quiet note when the address named places that do not exist."""
    if count := state.unknown_marks():
        what = "one place" if count == 1 else f"{count} places"
        st.caption(f"The link also named {what} that this chart does not know. Left out.")


def welcome() -> None:
    """What the page does, and three places to try."""
    st.html(
        "<h3>Where does it hurt?</h3><p>Mark one place or several on the body. You will see, in this order:</p><ol>"
        "<li>warning signs for these places, and when to get help,</li>"
        "<li>the muscles that experts describe as sending pain there, with the pattern painted on the body,</li>"
        "<li>running injuries that are felt there.</li></ol>"
        '<p class="quiet">Your marks are not stored. They stand in the address of this page, so that you can send or '
        "keep the link if you want to. Or start with an example:</p>"
    )
    with st.container(horizontal=True):
        for name, mark in EXAMPLES.items():
            st.button(name, key=f"try_{mark}", on_click=state.toggle, args=(mark,))
        _undo()
    _unknown()
