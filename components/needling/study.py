"""The page on dry needling: five parts, one on show; the address holds which."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

import streamlit as st

from bodymap.data.dataset import Dataset
from bodymap.tell.evidence_figure import certainty_figure
from components.needling import parts as needling_page
from components.shared import address
from components.shared.evidence import INTERVENTIONS, strongest_first, study_html

PARAMETER = "part"


def needling_study(dataset: Dataset) -> None:
    """The control and the chosen part."""
    first = next(iter(PARTS))
    address.follow(PARAMETER, PARTS, first)
    chosen = st.segmented_control(
        "Part", list(PARTS), format_func=lambda part: PARTS[part][0], key=PARAMETER, required=True,
        label_visibility="collapsed", width="stretch",
    ) or first  # fmt: skip
    address.hold(PARAMETER, chosen, first)
    PARTS[chosen][1](dataset)


def _about(dataset: Dataset) -> None:
    st.html(needling_page.guide(dataset, "what", "how", "techniques", "feeling"))


def _studies(dataset: Dataset) -> None:
    st.html(
        "<h3>How sure studies are, condition by condition</h3><p>Each sign is one study or review of dry needling. The "
        "column is how sure the source itself is (GRADE). A sign in favour means less pain or better function than the "
        "comparison, often for a short time only. Most studies are small.</p>"
    )
    with st.container(key="certainty_box"):  # scrolls sideways on a narrow screen
        st.plotly_chart(certainty_figure(dataset), key="certainty", config={"displayModeBar": False})
    st.html("<h3>The studies</h3>")
    kind = st.pills(
        "What was tested", list(INTERVENTIONS), format_func=INTERVENTIONS.__getitem__, key="evidence_kind",
        default="dry_needling", required=True,
    )  # fmt: skip
    names = {c.id: c.plain_name for c in dataset.conditions.values()}
    studied = [c for c in names if any(e.intervention == kind for e in dataset.evidence_of_condition(c))]
    where = st.selectbox(
        "Studied in", ["", *studied], format_func=lambda c: names.get(c, "All conditions"), key="evidence_where"
    )
    own = [
        study
        for study in dataset.needling.evidence.values()
        if study.intervention == kind and (not where or where in study.conditions)
    ]
    st.html(
        "".join(
            f"<h4>{escape(', '.join(names[c] for c in study.conditions) or 'Muscle and joint pain in general')}</h4>"
            + study_html(dataset, study)
            for study in strongest_first(own)
        )
        or "<p>None in our list.</p>"
    )


def _harms(dataset: Dataset) -> None:
    st.html(needling_page.guide(dataset, "get_help"))
    st.html(needling_page.harms(dataset))
    st.html(needling_page.contraindications(dataset))


def _visit(dataset: Dataset) -> None:
    st.html(needling_page.guide(dataset, "practitioner", "training", "after", "get_help"))


def _claims(dataset: Dataset) -> None:
    verdicts = st.pills(
        "Verdict", list(needling_page.VERDICTS), format_func=needling_page.VERDICTS.__getitem__, key="claim_verdict",
        selection_mode="multi",
    )  # fmt: skip
    st.html(needling_page.claims(dataset, verdicts))


PARTS: Mapping[str, tuple[str, Callable[[Dataset], None]]] = {
    "about": ("What it is", _about),
    "studies": ("What studies found", _studies),
    "harms": ("Harms and cautions", _harms),
    "visit": ("Choosing and after-care", _visit),
    "claims": ("Claims checked", _claims),
}
