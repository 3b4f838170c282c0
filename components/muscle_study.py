"""The muscle page: a chooser, a figure of each pattern, and what is known, with sources."""

from __future__ import annotations

import streamlit as st

from bodymap.dataset import Dataset
from bodymap.figures import pattern_figure
from bodymap.model import Muscle

from . import data
from .muscle_card import muscle_card, pattern_card
from .red_flags import flags_in_brief

PARAMETER = "muscle"
DOWNLOAD = {"displaylogo": False, "toImageButtonOptions": {"format": "png", "scale": 2, "filename": "pattern"}}


def choose_muscle(dataset: Dataset) -> str:
    """A box that finds a muscle by any of its names; the address holds the choice."""
    muscles = list(dataset.muscles)
    asked = st.query_params.get(PARAMETER, "")
    chosen = st.selectbox(
        "Muscle",
        muscles,
        index=muscles.index(asked) if asked in muscles else muscles.index("soleus"),
        format_func=lambda muscle: _label(dataset.muscles[muscle]),
        key="muscle",
    )
    st.query_params[PARAMETER] = chosen
    return chosen


def _label(muscle: Muscle) -> str:
    return f"{muscle.name} ({', '.join(muscle.synonyms)})" if muscle.synonyms else muscle.name


def study(dataset: Dataset, muscle: str) -> None:
    """The figure of the chosen pattern beside everything known about the muscle."""
    record = dataset.muscles[muscle]
    zones = [zone for point in record.trigger_points for zone in dataset.trigger_points[point.id].primary]
    if zones:
        flags_in_brief(dataset, (zone.region for zone in zones))
    figure, reading = st.columns([11, 9], gap="large")
    with reading:
        st.html(muscle_card(dataset, record))
    if not record.trigger_points:
        figure.info("No pattern of its own is documented for this muscle, so none is drawn.")
        return
    labels = {point.id: point.label for point in record.trigger_points}
    first = next(iter(labels))
    with figure:
        chosen = st.segmented_control(
            "Trigger point", list(labels), format_func=labels.__getitem__, default=first, required=True,
            key=f"point_{muscle}",
        )  # fmt: skip
        pattern = dataset.trigger_points[chosen or first]
        st.plotly_chart(pattern_figure(data.chart(), dataset, pattern), key=f"figure_{pattern.id}", config=DOWNLOAD)
        st.caption(
            "Solid: mainly felt. Dotted: can spill over. Cross: the trigger point. Dotted line: the muscle. "
            "Drawn on the left side; pattern described by experts, and people differ."
        )
    with reading:
        st.html(pattern_card(dataset, pattern, with_anatomy=False))
