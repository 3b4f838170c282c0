"""Marking places without the picture: a row of buttons for a place, and a list of all places by group."""

from __future__ import annotations

import streamlit as st

from bodymap.data.dataset import Dataset
from bodymap.data.model import REGION_GROUPS
from bodymap.words import tr
from components import state
from components.shared.markup import plain


def list_control() -> bool:
    """The switch that shows the list of places, and whether it is on."""
    return st.toggle(tr("List of places"), key="place_list", help=tr("Mark places from a list instead of the picture"))


def list_is_shown() -> bool:
    """Whether the list is on show, which says what is marked."""
    return bool(st.session_state.get("place_list"))


def place_list(dataset: Dataset) -> None:
    """Every place by group."""
    group = st.selectbox(
        tr("Part of the body"),
        list(REGION_GROUPS),
        format_func=lambda group: tr(REGION_GROUPS[group]),
        key="place_group",
        index=5,
    )
    for region in dataset.regions.values():
        if region.group == group:
            place_row(dataset, region.id, "list")


def place_row(dataset: Dataset, region: str, where: str) -> None:
    """A button for each side of a region, named in full so that it can be read out on its own."""
    marked = state.marks()
    with st.container(horizontal=True, key=f"{where}_row_{region}"):
        for mark in dataset.places_of(region):
            on = mark in marked
            st.button(
                plain(dataset.your_name_of(mark)),
                key=f"{where}_{mark}",
                on_click=state.toggle,
                args=(mark,),
                icon=":material/check:" if on else ":material/add:",
                help=tr("Marked. Click to take the mark away.") if on else tr("Mark this place"),
                width="stretch",
            )
