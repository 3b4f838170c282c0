"""What studies of needling found, in words. Dry needling stands apart from everything else that was tested."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition
from bodymap.data.needling import Certainty, Evidence
from components.shared import markup

INTERVENTIONS = {
    "dry_needling": "Dry needling",
    "acupuncture": "Acupuncture, not dry needling",
    "injection": "Injection, not dry needling",
    "mixed": "Dry needling and other needling mixed",
}
CERTAINTY = {
    Certainty.NOT_GRADED: "not rated by the source",
    Certainty.VERY_LOW: "very low",
    Certainty.LOW: "low",
    Certainty.MODERATE: "moderate",
    Certainty.HIGH: "high",
}
DIRECTIONS = {
    "benefit": "in favour of needling",
    "no_difference": "no difference",
    "harm": "against needling",
    "mixed": "mixed",
}
COMPARATORS = {
    "sham": "sham needling",
    "no_treatment": "no treatment",
    "usual_care": "usual care",
    "add_on_to_exercise": "the same exercise without needling",
    "other_treatment": "another treatment",
    "none": "nothing (no control group)",
}
HORIZONS = {
    "immediate": "straight after",
    "up_to_12_weeks": "up to 12 weeks",
    "longer": "longer than 12 weeks",
    "unclear": "follow-up not clear",
}
NOT_SAID = "What we read of it says nothing about harms."
NONE_FOUND = "We found no study of dry needling for this. That does not show whether it helps or harms."


def studies_of(dataset: Dataset, condition: Condition) -> str:
    """The studies in people with a condition: dry needling first, other treatments folded and named as such."""
    every = dataset.evidence_of_condition(condition.id)
    needled = [study for study in every if study.intervention == "dry_needling"]
    others = [study for study in every if study.intervention != "dry_needling"]
    text = "<h3>What studies of dry needling found</h3>"
    text += "".join(study_html(dataset, study) for study in needled) if needled else f"<p>{NONE_FOUND}</p>"
    if others:
        text += markup.folded(
            f"Studies of something else ({len(others)}), not to be counted as dry needling",
            "".join(study_html(dataset, study) for study in others),
        )
    return text


def study_html(dataset: Dataset, study: Evidence) -> str:
    """One study: the finding, what it was compared with, how sure the source is, harms, the source."""
    size = [f"{study.trials} trials" if study.trials else "", f"{study.people} people" if study.people else ""]
    facts = {
        "Tested": INTERVENTIONS[study.intervention],
        "Compared with": ", ".join(COMPARATORS[kind] for kind in study.comparator),
        "Result": f"{DIRECTIONS[study.direction]}, {HORIZONS[study.horizon]}",
        "Certainty (GRADE)": CERTAINTY[study.certainty],
        "Size": ", ".join(filter(None, size)),
        "Harms": study.harms or NOT_SAID,
    }
    items = "".join(f"<dt>{label}</dt><dd>{escape(text)}</dd>" for label, text in facts.items() if text)
    return (
        f'<div class="study {study.direction}"><p>{escape(study.studied)} {escape(study.finding)}</p><dl>{items}</dl>'
        f"{markup.sources(dataset, study.sources, 'Source')}</div>"
    )


def strongest_first(studies: Iterable[Evidence]) -> list[Evidence]:
    """Rated before not rated, higher certainty first, reviews before single studies."""
    order = list(Certainty)
    return sorted(studies, key=lambda study: (-order.index(study.certainty), study.study_level))
