"""The foot of every page: where the pictures and the statements come from, and how to report an error."""

from __future__ import annotations

import streamlit as st

from bodymap.data.dataset import Dataset


def footer(dataset: Dataset) -> None:
    """Show credit, licences, and how far the records have been reviewed."""
    drafts = sum(muscle.curation.status == "draft" for muscle in dataset.muscles.values())
    newest = max(muscle.curation.date for muscle in dataset.muscles.values())
    st.html(
        f'<footer class="quiet"><p>{len(dataset.muscles)} muscles and {len(dataset.trigger_points)} trigger points, '
        f"last changed {newest:%d %B %Y}. {drafts} muscle records are drafts that no clinician has reviewed yet. "
        "If you find an error, please report it where you got this app from, with the name of the record.</p>"
        "<p>Body: BodyParts3D, (c) The Database Center for Life Science, changed, CC BY-SA 4.0. "
        "Text and data: CC BY 4.0. Program: MIT.</p></footer>"
    )
