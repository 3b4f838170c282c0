"""The control that chooses which part of the body is drawn."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from bodymap.body.scene import LAYOUTS, views_in
from components import data, state

KEY = "layout"
NAMES = list(LAYOUTS)


def view_control() -> str:
    """Show the control and return the chosen layout's name."""
    if (look := state.take_look()) in NAMES:
        choose_layout(str(look))
    st.session_state[KEY] = chosen_layout()  # a page that is reached again may have lost it
    st.segmented_control("View", NAMES, key=KEY, required=True, label_visibility="collapsed", width="stretch")
    return chosen_layout()


def map_control() -> None:
    """The switch between painted patterns and the map of the marks."""
    st.toggle(
        "Map of the marks",
        key="map",
        help="Mark places first. Then the body is shaded by how many of the patterns that reach them start where.",
    )


def chosen_layout() -> str:
    """The layout on show."""
    return st.session_state.get(KEY) or NAMES[0]


def turn_to(regions: Sequence[str]) -> None:
    """Show the view that draws most of some regions, unless the one on show draws as many."""
    drawn = {
        layout: sum(any(region in data.chart()[view].regions for view in views_in(layout)) for region in regions)
        for layout in NAMES
    }
    if drawn[chosen_layout()] < max(drawn.values()):
        choose_layout(max(NAMES, key=lambda layout: drawn[layout]))


def choose_layout(name: str) -> None:
    """Show another layout; for use as a callback."""
    st.session_state[KEY] = name
