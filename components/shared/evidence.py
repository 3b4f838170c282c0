"""What studies of needling found, in words. Dry needling stands apart from everything else that was tested."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition
from bodymap.data.needling import Certainty, Evidence
from bodymap.tell.facts import of_study
from bodymap.tell.wording import (
    NO_STUDY_FOUND,
)
from components.shared import markup
from components.shared.markup import html, joined


def studies_of(dataset: Dataset, condition: Condition) -> Markup:
    """The studies in people with a condition: dry needling first, other treatments folded and named as such."""
    every = dataset.evidence_of_condition(condition.id)
    needled = [study for study in every if study.intervention == "dry_needling"]
    others = [study for study in every if study.intervention != "dry_needling"]
    text = Markup("<h3>What studies of dry needling found</h3>")
    text += joined(study_html(dataset, study) for study in needled) if needled else html("<p>{}</p>", NO_STUDY_FOUND)
    if others:
        text += markup.folded(
            f"Studies of something else ({len(others)}), not to be counted as dry needling",
            joined(study_html(dataset, study) for study in others),
        )
    return text


def study_html(dataset: Dataset, study: Evidence) -> Markup:
    """One study: the finding, what it was compared with, how sure the source is, harms, the source."""
    return html(
        '<div class="study {}"><p>{} {}</p>{}{}</div>',
        study.direction,
        study.studied,
        study.finding,
        markup.facts(of_study(study)),
        markup.sources(dataset, study.sources, "Source"),
    )


def strongest_first(studies: Iterable[Evidence]) -> list[Evidence]:
    """Rated before not rated, higher certainty first, reviews before single studies."""
    order = list(Certainty)
    return sorted(studies, key=lambda study: (-order.index(study.certainty), study.study_level))
