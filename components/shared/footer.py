"""The foot of every page: where the pictures and the statements come from, and how to report an error."""

from __future__ import annotations

import streamlit as st

from bodymap.data.dataset import Dataset
from bodymap.tell.wording import BODY_CREDIT, DATA_CREDIT, PROGRAM_CREDIT
from bodymap.words import day, later, tr
from components.language import language_control
from components.shared.levels import levels
from components.shared.markup import html, show
from components.shared.open_data import open_data

_SAYS = later(
    "{} muscles and {} trigger points, last changed {}. {} muscle records are drafts that no clinician has reviewed "
    "yet. If you find an error, please report it where you got this app from, with the name of the record."
)


def footer(dataset: Dataset) -> None:
    """Show credit, licences, how far records have been reviewed, what the levels mean, and the data to take along."""
    drafts = sum(muscle.curation.status == "draft" for muscle in dataset.muscles.values())
    newest = max(muscle.curation.date for muscle in dataset.muscles.values())
    show(
        html(
            '<footer class="quiet"><p>{}</p>{}<p>{} {} {}</p></footer>',
            tr(_SAYS).format(len(dataset.muscles), len(dataset.trigger_points), day(newest), drafts),
            levels(dataset),
            tr(BODY_CREDIT),
            tr(DATA_CREDIT),
            tr(PROGRAM_CREDIT),
        )
    )
    language_control(str(st.session_state.get("page", "")))
    open_data()
