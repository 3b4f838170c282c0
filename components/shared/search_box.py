"""One box that searches everything: places to mark, muscles and injuries to open."""

from __future__ import annotations

import streamlit as st

from bodymap.data.dataset import Dataset
from bodymap.words import chosen
from components import data, pages, state
from components.messages import Choice
from components.search_list import search_list

# Kinds of answers that the page of nerve roots, nerves, joints and discs shows, each with its records.
REFERRED = {"nerve_root": "nerve_roots", "nerve": "nerves", "joint": "joints", "disc": "discs"}


def search_box(dataset: Dataset) -> None:
    """The box. A chosen place is marked, never unmarked; a muscle, an injury, a nerve or the like opens its page."""
    search_list(data.search_index(chosen()), key=state.SEARCH)
    if choice := state.chosen_in_search():
        _take(dataset, choice)


def _take(dataset: Dataset, choice: Choice) -> None:
    """Do what a choice says; one that names nothing known does nothing."""
    if choice.kind == "condition" and choice.id in dataset.conditions:
        pages.open_condition(choice.id)
    elif choice.kind == "muscle" and choice.id in dataset.muscles:
        pages.open_muscle(choice.id)
    elif choice.kind in REFERRED and choice.id in dataset.records(REFERRED[choice.kind]):
        pages.open_referral(choice.kind, choice.id)
    elif choice.kind == "region":
        place = data.known_places().get(f"{choice.id}.{choice.side}" if choice.side else choice.id)
        if place:
            state.mark(place)
            st.rerun()  # the page from its top, with the mark
