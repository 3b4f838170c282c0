"""The download of the cards for Anki, made once a server for each figure when somebody first asks for it."""

from __future__ import annotations

from importlib.util import find_spec

import streamlit as st

from bodymap.body.figure import Figure
from bodymap.data.dataset import Dataset
from bodymap.tell.cards.package import cards_package, count
from bodymap.tell.wording import CARDS_SAY
from bodymap.words import tr
from components import data, state


def cards_download(dataset: Dataset) -> None:
    """The button; without it where the package that writes cards is not installed."""
    if find_spec("genanki") is None:
        return
    number, figure = count(dataset), state.figure()
    st.download_button(
        tr("Cards for Anki"),
        data=lambda: _package(figure),
        file_name="trigger-point-body-map.apkg",
        mime="application/octet-stream",
        key="cards",
        on_click="ignore",
        icon=":material/style:",
        help=tr(CARDS_SAY).format(number["pattern"], number["muscle"], number["nerve_root"]),
    )


@st.cache_resource(show_spinner=False)
def _package(figure: Figure) -> bytes:
    return cards_package(data.dataset_on(figure), data.chart_as(figure))
