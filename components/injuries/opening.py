"""Hears the clicks on cards. It shows nothing; without it a card is a link that loads the app again."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from bodymap.data.dataset import Dataset
from components import pages
from components.joined import joined
from components.messages import part

KEY = "card_clicks"
_mount = st.components.v2.component(
    "bodymap_cards",
    js=joined("opening.js", {"opening.js": (Path(__file__).parent / "opening.js").read_text(encoding="utf-8")}),
    isolate_styles=False,
)


def open_clicked(dataset: Dataset) -> None:
    """The mount; goes to the page of the condition whose card was clicked. A name that nobody knows does nothing."""
    _mount(key=KEY, height=1, on_open_change=_keep)
    clicked = part(st.session_state.get(KEY), "open")
    if isinstance(clicked, str) and clicked in dataset.conditions:
        pages.open_condition(clicked)


def _keep() -> None:
    """Registers the name."""
