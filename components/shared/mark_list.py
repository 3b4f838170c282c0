"""The marks as one row: tap a mark to take it away; undo, the other side, both sides, clear."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from bodymap.data.dataset import Dataset
from bodymap.place import Place
from components import state
from components.shared.actions import Action, actions
from components.shared.markup import plain


def mark_list(dataset: Dataset, marks: Sequence[Place]) -> None:
    """The marks and what can be done with them."""
    names = {mark: f":material/close: {plain(dataset.your_name_of(mark))}" for mark in marks}
    chips = {str(mark): Action(name, state.toggle, (mark,)) for mark, name in names.items()}
    actions("Marked (tap to take away)", {**chips, **_tools(marks)}, key="mark_pills", show_label=True)
    unknown()


def _tools(marks: Sequence[Place]) -> dict[str, Action]:
    other = [mark.mirrored() for mark in marks]
    both = list(dict.fromkeys([*marks, *other]))
    tools = {}
    if state.can_undo():
        tools["undo"] = Action(":material/undo: Undo", state.undo)
    if set(other) != set(marks):
        tools["mirror"] = Action(":material/swap_horiz: Other side", state.set_marks, (other,))
    if len(both) > len(marks):
        tools["both_sides"] = Action(":material/compare_arrows: Both sides", state.set_marks, (both,))
    tools["clear"] = Action(":material/delete: Clear", state.clear)
    return tools


def unknown() -> None:
    """A quiet note when the address named places that do not exist."""
    if count := state.unknown_marks():
        what = "one place" if count == 1 else f"{count} places"
        st.caption(f"The link also named {what} that this chart does not know. Left out.")
