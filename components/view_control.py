"""The control that chooses which part of the body is drawn."""

from __future__ import annotations

import streamlit as st

from bodymap.scene import LAYOUTS


def view_control() -> str:
    """Show the control and return the chosen layout's name."""
    names = list(LAYOUTS)
    chosen = st.segmented_control(
        "View", names, key="layout", default=names[0], required=True, label_visibility="collapsed", width="stretch"
    )
    return chosen or names[0]
