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
from bodymap.words import later, tr
from components.needling import parts
from components.pages import PART
from components.shared import address
from components.shared.evidence import strongest_first, study_html
from components.shared.markup import english, folded, html, joined, show
from components.shared.top import part
from components.shared.unknown_note import Known, unknown_note

_GENERAL = later("Muscle and joint pain in general")
_NO_STUDY = later("None in our list.")
# What scrolls sideways needs something in it that can have the focus, else keys cannot scroll it.
_PAST = later("Past the figure, to the studies")
_HOW_SURE = later(
    "Each sign is one study or review of dry needling. The column is how sure the source itself is (GRADE). A sign in "
    "favour means less pain or better function than the comparison, often for a short time only. Most studies are "
    "small."
)


def needling_study(dataset: Dataset) -> None:
    """The control and the chosen part."""
    first = next(iter(PARTS))
    address.follow(PART, PARTS, first)
    chosen = st.segmented_control(
        tr("Part"), list(PARTS), format_func=_name, key=PART, required=True,
        label_visibility="collapsed", width="stretch",
    ) or first  # fmt: skip
    address.hold(PART, chosen, first)
    unknown_note(
        {PART: Known((later("part"), later("parts")), lambda: {p: [PARTS[p][0]] for p in PARTS}, _name, _open)}
    )
    part(tr(PARTS[chosen][0]))
    PARTS[chosen][1](dataset)


def _name(part: str) -> str:
    return tr(PARTS[part][0])


def _open(part: str) -> None:
    st.session_state[PART] = part
    st.query_params[PART] = part


def _about(dataset: Dataset) -> None:
    show(parts.guide(dataset, "what", "how", "techniques", "feeling"))


def _studies(dataset: Dataset) -> None:
    show(html("<h3>{}</h3><p>{}</p>", tr("How sure studies are, condition by condition"), tr(_HOW_SURE)))
    with st.container(key="certainty_box"):  # scrolls sideways on a narrow screen
        show(html('<a class="only-read" href="#studies">{}</a>', tr(_PAST)))
        st.plotly_chart(certainty_figure(dataset), key="certainty", config={"displayModeBar": False})
    show(html('<div id="studies"></div><h3>{}</h3>', tr("The studies")))
    kind = st.pills(
        tr("What was tested"), list(INTERVENTIONS), format_func=lambda kind: tr(INTERVENTIONS[kind]),
        key="evidence_kind", default="dry_needling", required=True,
    )  # fmt: skip
    names = {c.id: c.plain_name for c in dataset.conditions.values()}
    studied = [c for c in names if any(e.intervention == kind for e in dataset.evidence_of_condition(c))]
    where = st.selectbox(
        tr("Studied in"),
        ["", *studied],
        format_func=lambda c: names.get(c) or tr("All conditions"),
        key="evidence_where",
    )
    own = [
        study
        for study in dataset.evidence.values()
        if study.intervention == kind and (not where or where in study.conditions)
    ]
    grouped = _by_condition(own, names).items()
    show(joined(_of_condition(dataset, name, studies) for name, studies in grouped) or html("<p>{}</p>", tr(_NO_STUDY)))


def _by_condition(studies: Iterable[Evidence], names: Mapping[str, str]) -> dict[str, list[Evidence]]:
    """The studies under the names of the conditions they studied, in the order of the names; some under none."""
    found: dict[str, list[Evidence]] = {}
    for study in strongest_first(studies):
        found.setdefault(", ".join(names[condition] for condition in study.conditions), []).append(study)
    return dict(sorted(found.items(), key=lambda group: group[0] or tr(_GENERAL)))


def _of_condition(dataset: Dataset, name: str, studies: Sequence[Evidence]) -> Markup:
    """A line that says how many studies found what, and opens to the studies."""
    counted = Counter(tr(DIRECTIONS[study.direction]) for study in studies)
    said = ", ".join(f"{count} {direction}" for direction, count in counted.items())
    return folded(
        html("<strong>{}</strong>: {}", english(name) or tr(_GENERAL), said),
        joined(study_html(dataset, study) for study in studies),
    )


def _harms(dataset: Dataset) -> None:
    show(parts.guide(dataset, "get_help"))
    show(parts.harms(dataset))
    show(parts.contraindications(dataset))


def _visit(dataset: Dataset) -> None:
    show(parts.guide(dataset, "practitioner", "training", "after", "get_help"))


def _claims(dataset: Dataset) -> None:
    verdicts = st.pills(
        tr("Verdict"), list(VERDICTS), format_func=lambda verdict: tr(VERDICTS[verdict]), key="claim_verdict",
        selection_mode="multi",
    )  # fmt: skip
    show(parts.claims(dataset, verdicts))


PARTS: Mapping[str, tuple[str, Callable[[Dataset], None]]] = {
    "about": (later("What it is"), _about),
    "studies": (later("What studies found"), _studies),
    "harms": (later("Harms and cautions"), _harms),
    "visit": (later("Choosing and after-care"), _visit),
    "claims": (later("Claims checked"), _claims),
}
