"""The marks as a list: what is marked, and ways to change it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.place import Place
from components import state
from components.shared.markup import plain, show


def mark_list(dataset: Dataset, marks: Sequence[Place]) -> None:
    """A button for each mark that takes it away; below them undo, the other side, both sides, and Clear."""
    show(Markup('<h3>Marked <span class="quiet">(tap to take away)</span></h3>'))
    marks_to_take_away(dataset, marks)
    other = [mark.mirrored() for mark in marks]
    with st.container(horizontal=True, key="mark_tools"):
        undo()
        if set(other) != set(marks):
            both = list(dict.fromkeys([*marks, *other]))
            _tool("Other side", "mirror", "swap_horiz", other)
            if len(both) > len(marks):
                _tool("Both sides", "both_sides", "compare_arrows", both)
        _tool("Clear", "clear_marks", "delete", [])
    unknown()


def marks_to_take_away(dataset: Dataset, marks: Sequence[Place]) -> None:
    """A button for each mark that takes it away."""
    with st.container(horizontal=True):
        for mark in marks:
            st.button(
                plain(dataset.name_of(mark)),
                key=f"unmark_{mark}",
                on_click=state.toggle,
                args=(mark,),
                icon=":material/close:",
            )


def undo() -> None:
    """The way back to the marks before the last change, where there is one."""
    if state.can_undo():
        st.button("Undo", key="undo_marks", on_click=state.undo, type="tertiary", icon=":material/undo:")


def unknown() -> None:
    """A quiet note when the address named places that do not exist."""
    if count := state.unknown_marks():
        what = "one place" if count == 1 else f"{count} places"
        st.caption(f"The link also named {what} that this chart does not know. Left out.")


def _tool(label: str, key: str, icon: str, marks: Sequence[Place]) -> None:
    st.button(label, key=key, on_click=state.set_marks, args=(marks,), type="tertiary", icon=f":material/{icon}:")
