"""What studies counted in a muscle, and how commonly it is reported, as HTML for reading."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bodymap.ask.counted import Counted, of_muscle
from bodymap.data.dataset import Dataset
from bodymap.data.model import Muscle
from bodymap.tell.counted import limit, of_record, reported, sentence, sources_of, sources_on_touch
from bodymap.tell.wording import COUNT_BY_TOUCH, COUNT_HEAD, REPORTED_LIMIT, REPORTED_UNKNOWN
from bodymap.words import tr, trn
from components.shared import markup
from components.shared.markup import html


def counted_in(dataset: Dataset, muscle: Muscle) -> Markup:
    """The counts of a muscle, a sentence each, folded away; nothing where no count may be shown."""
    found = of_muscle(dataset, muscle.id)
    if not found:
        return Markup()
    studies = len({study.id for study, _ in found})
    body = markup.bullets(markup.english_in(sentence(one), *of_record(one)) for one in found) + what_counts_mean(
        dataset, found
    )
    return markup.folded(f"{tr(COUNT_HEAD)} ({trn('{} study', '{} studies', studies)})", body)


def what_counts_mean(dataset: Dataset, found: Sequence[Counted]) -> Markup:
    """What is said once below some counts, with the sources of all."""
    return (
        markup.quiet(limit(found))
        + markup.quiet(tr(COUNT_BY_TOUCH))
        + markup.sources(dataset, (*sources_of(found), *sources_on_touch(dataset)))
    )


def reported_of(dataset: Dataset, muscle: Muscle) -> Markup:
    """How commonly a muscle is reported as a source of pain, with its sources; nothing without a pattern."""
    if muscle.reported is None:
        return html("{}.", tr(REPORTED_UNKNOWN)) if muscle.trigger_points else Markup()
    sources = markup.sources(dataset, muscle.reported.sources)
    said = markup.english_in(reported(muscle.reported), muscle.reported.note)
    return html("{} {}{}", said, tr(REPORTED_LIMIT), sources)
