"""One box that searches everything: places to mark, muscles and injuries to open."""

from __future__ import annotations

import streamlit as st

from bodymap.ask.search import Hit, find
from bodymap.data.dataset import Dataset
from components import pages
from components.shared.find_place import place_row
from components.shared.markup import plain, quiet, show

MOST = 7  # results shown


def shows_places() -> bool:
    """Whether rows of places are on show, in the search box or the list, which say what is marked."""
    return bool(st.session_state.get("find_place", "").strip() or st.session_state.get("place_list"))


def search_box(dataset: Dataset) -> None:
    """The box and its results, best first; places are marked, muscles and injuries open their page."""
    text = st.text_input(
        "Find a place, a muscle or an injury",
        placeholder="kneecap, IT band, shin splints, soleus …",
        key="find_place",
        icon=":material/search:",
    )
    if not text.strip():
        return
    hits = find(dataset, text)[:MOST]
    if not hits:
        show(quiet(f"Nothing found for “{text}”. Try another word, or use the list of places below."))
    for hit in hits:
        if hit.kind == "region":
            place_row(dataset, hit.id, "find")
        else:
            _opens(dataset, hit)


def _opens(dataset: Dataset, hit: Hit) -> None:
    """A button that leads to the page of a muscle or a condition."""
    name = dataset.conditions[hit.id].plain_name if hit.kind == "condition" else hit.name
    known_as = "" if hit.matched.casefold() in (name.casefold(), hit.id) else f" · {plain(hit.matched)}"
    kind, icon = ("injury", "healing") if hit.kind == "condition" else ("muscle", "menu_book")
    label = f"**{plain(name)}**{known_as} :gray-badge[{kind}]"
    if st.button(label, key=f"find_{hit.kind}_{hit.id}", width="stretch", icon=f":material/{icon}:"):
        if hit.kind == "condition":
            pages.open_condition(hit.id)
        else:
            pages.open_muscle(hit.id)
