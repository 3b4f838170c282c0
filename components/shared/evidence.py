"""What studies of needling found, in words. Dry needling stands apart from everything else that was tested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition
from bodymap.data.needling import Certainty, Evidence
from bodymap.tell.facts import of_study
from bodymap.tell.wording import DIRECTIONS, NO_STUDY_FOUND
from bodymap.words import tr
from components.shared import markup
from components.shared.markup import html, joined


def studies_of(dataset: Dataset, condition: Condition) -> Markup:
    """The studies in people with a condition: dry needling first, other treatments folded and named as such."""
    every = dataset.evidence_of_condition(condition.id)
    needled = [study for study in every if study.intervention == "dry_needling"]
    others = [study for study in every if study.intervention != "dry_needling"]
    text = html("<h3>{}</h3>", tr("What studies of dry needling found"))
    text += _needled(dataset, needled) if needled else html("<p>{}</p>", tr(NO_STUDY_FOUND))
    if others:
        text += markup.folded(
            tr("Studies of something else ({}), not to be counted as dry needling").format(len(others)),
            joined(study_html(dataset, study) for study in others),
        )
    return text


def _needled(dataset: Dataset, studies: Sequence[Evidence]) -> Markup:
    """One study is open; several are counted by which way they point, and folded."""
    every = joined(study_html(dataset, study) for study in studies)
    if len(studies) == 1:
        return every
    ways = Counter(tr(DIRECTIONS[study.direction]) for study in studies)
    said = ", ".join(f"{count} {way}" for way, count in ways.items())
    return markup.folded(tr("{} studies: {}").format(len(studies), said), every)


def study_html(dataset: Dataset, study: Evidence) -> Markup:
    """One study: the finding, what it was compared with, how sure the source is, harms, the source."""
    return html(
        '<div class="study {}"><p>{} {}</p>{}{}</div>',
        study.direction,
        markup.english(study.studied),
        markup.english(study.finding),
        markup.facts(of_study(study)),
        markup.sources(dataset, study.sources, tr("Source")),
    )


def strongest_first(studies: Iterable[Evidence]) -> list[Evidence]:
    """Rated before not rated, higher certainty first, reviews before single studies."""
    order = list(Certainty)
    return sorted(studies, key=lambda study: (-order.index(study.certainty), study.study_level))
