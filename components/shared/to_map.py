"""The way from a page to the body with places marked. It never replaces somebody's marks without asking."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from bodymap.data.dataset import Dataset
from bodymap.place import Place
from bodymap.tell.wording import MARKS_ASK
from bodymap.words import tr
from components import pages, state
from components.shared.markup import plain

ICON = ":material/accessibility_new:"


def to_map(dataset: Dataset, label: str, places: Sequence[Place], key: str) -> None:
    """A button that marks places and opens the body; where there are marks already, it first asks what to do."""
    if st.button(label, key=key, icon=ICON):
        if not state.marks() or state.marks() == list(places):
            state.set_marks(places)
            pages.open_map()
        st.session_state[f"{key}_asks"] = _spelt(places)
    if st.session_state.get(f"{key}_asks") == _spelt(places):
        _ask(dataset, places, key)


def add_and_open(places: Sequence[Place]) -> None:
    """Mark places beside those that are marked, and open the body."""
    state.set_marks(dict.fromkeys([*state.marks(), *places]))
    pages.open_map()


def _ask(dataset: Dataset, places: Sequence[Place], key: str) -> None:
    marks = state.marks()
    named = plain(", ".join(map(dataset.name_of, marks[:3])) + (" ..." if len(marks) > 3 else ""))
    with st.container(border=True, key=f"{key}_question"):
        st.markdown(tr(MARKS_ASK).format(named))
        with st.container(horizontal=True):
            if st.button(tr("Add to my marks"), key=f"{key}_add", type="primary"):
                del st.session_state[f"{key}_asks"]
                add_and_open(places)
            if st.button(tr("Replace my marks"), key=f"{key}_replace"):
                del st.session_state[f"{key}_asks"]
                state.set_marks(places)
                pages.open_map()
            st.button(tr("Stay here"), key=f"{key}_stay", type="tertiary", on_click=_stay, args=(f"{key}_asks",))


def _stay(key: str) -> None:
    st.session_state.pop(key, None)


def _spelt(places: Sequence[Place]) -> list[str]:
    return list(map(str, places))
