"""The standing notice: what this is and is not, above the map on every page."""

from __future__ import annotations

import streamlit as st

TEXT = (
    "<strong>A learning tool.</strong> It cannot tell you what is wrong or replace a health professional. "
    "Trigger points are debated and the maps are approximate: patterns described by experts, and people differ. "
    "<strong>Emergency signs? Call your emergency number.</strong>"
)


def notice() -> None:
    """Show the notice."""
    st.html(f'<div class="notice" role="note">{TEXT}</div>')
