"""Brings the start of a new question into the window; Streamlit leaves a page where it was scrolled to."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_top = st.components.v2.component(
    "bodymap_quiz_top", js=(Path(__file__).parent / "top.js").read_text(encoding="utf-8"), isolate_styles=False
)


def start_of(name: str) -> None:
    """Scroll up if what is on show has another name than before."""
    _top(key="quiz_top", data=name, height=1)
