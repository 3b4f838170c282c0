"""Marking places without the picture: a search box for plain words, and a grouped list."""

from __future__ import annotations

import streamlit as st

from bodymap.dataset import Dataset
from bodymap.model import REGION_GROUPS
from bodymap.search import find_regions

from . import state
from .marks import marks_of, name_of

MOST = 6  # search results shown


def find_place(dataset: Dataset) -> None:
    """The search box and its results; each result is marked or unmarked by its buttons."""
    text = st.text_input(
        "Find a place by name",
        placeholder="kneecap, IT band, ball of foot …",
        key="find_place",
        icon=":material/search:",
    )
    if not text.strip():
        return
    hits = find_regions(dataset, text)[:MOST]
    if not hits:
        st.caption(f"Nothing found for “{text}”. Try another word, or use the list of places below.")
    for region in hits:
        _row(dataset, region, "find")


def list_control() -> bool:
    """The switch that shows the list of places, and whether it is on."""
    return st.toggle("List of places", key="place_list", help="Mark places from a list instead of the picture")


def place_list(dataset: Dataset) -> None:
    """Every place by group."""
    group = st.selectbox(
        "Part of the body", list(REGION_GROUPS), format_func=REGION_GROUPS.__getitem__, key="place_group", index=5
    )
    for region in dataset.regions.values():
        if region.group == group:
            _row(dataset, region.id, "list")


def _row(dataset: Dataset, region: str, where: str) -> None:
    """A button for each side of a region, named in full so that it can be read out on its own."""
    marked = state.marks()
    with st.container(horizontal=True, key=f"{where}_row_{region}"):
        for mark in marks_of(dataset, region):
            on = mark in marked
            st.button(
                name_of(dataset, mark),
                key=f"{where}_{mark}",
                on_click=state.toggle,
                args=(mark,),
                icon=":material/check:" if on else ":material/add:",
                help="Marked. Click to take the mark away." if on else "Mark this place",
                width="stretch",
            )
