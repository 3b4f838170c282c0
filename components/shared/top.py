"""The first line of every page: its name, the search, and what this is and is not."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.tell.wording import FIGURES_SAY, NOTICE_BODY, NOTICE_END, NOTICE_LEAD, STILL_ENGLISH
from bodymap.words import ENGLISH, chosen, tr
from components import language
from components.shared.markup import html, plain, show
from components.shared.search_box import search_box


def top(dataset: Dataset, title: str, search: bool = True) -> None:
    """Show the line; on a narrow screen its parts stand below each other."""
    with st.container(horizontal=True, vertical_alignment="center", key="top"):
        show(html("<h1>{}</h1>", title))
        if search:
            with st.container(key="search", width="stretch"):
                search_box(dataset)
        show(_notice())
    if asked := language.unknown():
        said = tr("The address names “{}”, which is no language of this page. It is in English; choose at its foot.")
        st.warning(plain(said.format(asked[:60])))


def part(title: str) -> None:
    """Name the part that follows to those who go from heading to heading; it takes no room."""
    show(html('<h2 class="only-read">{}</h2>', title))


def _notice() -> Markup:
    about = html(
        "<details><summary>{}</summary><p>{}</p><p>{}</p></details>",
        tr("About this map"), tr(NOTICE_BODY), tr(FIGURES_SAY),
    )  # fmt: skip
    texts = html(" {}", tr(STILL_ENGLISH)) if chosen() != ENGLISH else ""
    return html(
        '<div class="notice" role="note">{} <strong>{}</strong>{} {}</div>',
        tr(NOTICE_LEAD),
        tr(NOTICE_END),
        texts,
        about,
    )
