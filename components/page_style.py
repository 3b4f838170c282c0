"""The page's own style sheets, with the colours of ``bodymap.style``."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from bodymap.body.style import css_variables

_SHEETS = [
    (Path(__file__).parent / name).read_text(encoding="utf-8") for name in ("page.css", "acting.css", "everyone.css")
]
PAGE_CSS = f":root {{\n{css_variables()}\n}}\n" + "".join(_SHEETS)


def page_style() -> None:
    """Put the style sheet on the page before anything else, so that nothing moves when it arrives."""
    st.html(f"<style>{PAGE_CSS}</style>")
