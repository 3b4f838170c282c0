"""Where a muscle's page is, for the pages that lead to it."""

from __future__ import annotations

import streamlit as st

PAGE = "components/muscles/page.py"
PARAMETER = "muscle"


def open_page(muscle: str) -> None:
    """Go to the page of a muscle."""
    st.switch_page(PAGE, query_params={PARAMETER: muscle})
