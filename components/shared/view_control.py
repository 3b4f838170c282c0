"""The control that chooses which part of the body is drawn."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from bodymap.body.scene import LAYOUTS, views_in
from bodymap.place import Place
from bodymap.words import VIEW, tr
from components import data, state, unknown
from components.shared.figure_control import figure_control

KEY = "layout"
NAMES = list(LAYOUTS)
# How the address names a view; the first one needs no name.
ADDRESSES = dict(zip(NAMES, ("", "side", "head", "hand", "inner-leg", "foot"), strict=True))


def view_control() -> str:
    """Show the control, beside it that of the figure, and return the chosen layout's name."""
    take_look()
    st.session_state[KEY] = chosen_layout()  # a page that is reached again may have lost it
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="view_bar"):
        st.segmented_control(
            tr("View"), NAMES, format_func=name_of, key=KEY, required=True, label_visibility="collapsed",
            width="stretch", on_change=unknown.forget, args=(state.VIEW,),
        )  # fmt: skip
        figure_control()
    return chosen_layout()


def map_control() -> None:
    """The switch between painted patterns and the map of the marks."""
    st.toggle(
        tr("Map of the marks"),
        key="map",
        help=tr("Mark places first. Then the body is shaded by how many of the patterns that reach them start where."),
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


def name_of(layout: str) -> str:
    """What a layout is called in the chosen language."""
    return tr(layout, VIEW)


def address_of(layout: str) -> str:
    """How the address names a layout."""
    return ADDRESSES[layout]


def open_view(marks: Sequence[Place]) -> None:
    """When the page is reached: the view that the address names, else one that draws the marks."""
    asked = st.query_params.get(state.VIEW, "")
    named = next((layout for layout, address in ADDRESSES.items() if address and address == asked), None)
    if named:
        choose_layout(named)
    else:
        turn_to([mark.region for mark in marks])
        unknown.take(state.VIEW, asked, [asked] if asked else [])


def take_look() -> bool:
    """Show the view asked for on the chart or beside the list, if one was; whether the page must be drawn again."""
    asked = state.looked_closer()
    layout = asked if asked in NAMES else next((name for name in NAMES if asked and ADDRESSES[name] == asked), None)
    if layout is None or layout == chosen_layout():
        return False
    choose_layout(layout)
    return True


def choose_layout(name: str) -> None:
    """Show another layout; for use as a callback."""
    st.session_state[KEY] = name
    unknown.forget(state.VIEW)
