"""The first line of every page: its name, the search, and what this is and is not."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.tell.wording import NOTICE_BODY, NOTICE_END, NOTICE_LEAD
from components.shared.markup import html, show
from components.shared.search_box import search_box


def top(dataset: Dataset, title: str, search: bool = True) -> None:
    """Show the line; on a narrow screen its parts stand below each other."""
    with st.container(horizontal=True, vertical_alignment="center", key="top"):
        show(html("<h1>{}</h1>", title))
        if search:
            with st.container(key="search", width="stretch"):
                search_box(dataset)
        show(_notice())


def _notice() -> Markup:
    about = html("<details><summary>About this map</summary><p>{}</p></details>", NOTICE_BODY)
    return html('<div class="notice" role="note">{} <strong>{}</strong> {}</div>', NOTICE_LEAD, NOTICE_END, about)
