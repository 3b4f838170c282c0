"""The page on dry needling: five parts, one on show; the address holds which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.data.needling import Evidence
from bodymap.tell.evidence_figure import certainty_figure
from bodymap.tell.wording import DIRECTIONS, INTERVENTIONS, VERDICTS
from components.needling import parts
from components.pages import PART
from components.shared import address
from components.shared.evidence import strongest_first, study_html
from components.shared.markup import folded, html, joined, show

_GENERAL = "Muscle and joint pain in general"
_NO_STUDY = Markup("<p>None in our list.</p>")
_HOW_SURE = Markup(
    "<h3>How sure studies are, condition by condition</h3><p>Each sign is one study or review of dry needling. The "
    "column is how sure the source itself is (GRADE). A sign in favour means less pain or better function than the "
    "comparison, often for a short time only. Most studies are small.</p>"
)


def needling_study(dataset: Dataset) -> None:
    """The control and the chosen part."""
    first = next(iter(PARTS))
    address.follow(PART, PARTS, first)
    chosen = st.segmented_control(
        "Part", list(PARTS), format_func=lambda part: PARTS[part][0], key=PART, required=True,
        label_visibility="collapsed", width="stretch",
    ) or first  # fmt: skip
    address.hold(PART, chosen, first)
    PARTS[chosen][1](dataset)


def _about(dataset: Dataset) -> None:
    show(parts.guide(dataset, "what", "how", "techniques", "feeling"))


def _studies(dataset: Dataset) -> None:
    show(_HOW_SURE)
    with st.container(key="certainty_box"):  # scrolls sideways on a narrow screen
        st.plotly_chart(certainty_figure(dataset), key="certainty", config={"displayModeBar": False})
    show(Markup("<h3>The studies</h3>"))
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
        for study in dataset.evidence.values()
        if study.intervention == kind and (not where or where in study.conditions)
    ]
    grouped = _by_condition(own, names).items()
    show(joined(_of_condition(dataset, name, studies) for name, studies in grouped) or _NO_STUDY)


def _by_condition(studies: Iterable[Evidence], names: Mapping[str, str]) -> dict[str, list[Evidence]]:
    """The studies under the names of the conditions they studied, in the order of the names."""
    found: dict[str, list[Evidence]] = {}
    for study in strongest_first(studies):
        found.setdefault(", ".join(names[condition] for condition in study.conditions) or _GENERAL, []).append(study)
    return dict(sorted(found.items()))


def _of_condition(dataset: Dataset, name: str, studies: Sequence[Evidence]) -> Markup:
    """A line that says how many studies found what, and opens to the studies."""
    counted = Counter(DIRECTIONS[study.direction] for study in studies)
    said = ", ".join(f"{count} {direction}" for direction, count in counted.items())
    return folded(html("<strong>{}</strong>: {}", name, said), joined(study_html(dataset, study) for study in studies))


def _harms(dataset: Dataset) -> None:
    show(parts.guide(dataset, "get_help"))
    show(parts.harms(dataset))
    show(parts.contraindications(dataset))


def _visit(dataset: Dataset) -> None:
    show(parts.guide(dataset, "practitioner", "training", "after", "get_help"))


def _claims(dataset: Dataset) -> None:
    verdicts = st.pills(
        "Verdict", list(VERDICTS), format_func=VERDICTS.__getitem__, key="claim_verdict",
        selection_mode="multi",
    )  # fmt: skip
    show(parts.claims(dataset, verdicts))


PARTS: Mapping[str, tuple[str, Callable[[Dataset], None]]] = {
    "about": ("What it is", _about),
    "studies": ("What studies found", _studies),
    "harms": ("Harms and cautions", _harms),
    "visit": ("Choosing and after-care", _visit),
    "claims": ("Claims checked", _claims),
}
