"""What is known about a nerve root, a nerve, a joint or a disc, as HTML for reading."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.data.model import SourceRef
from bodymap.data.referral import Described, Nerve, NerveRoot, RootPain
from bodymap.tell.facts import for_students, of_places
from bodymap.tell.wording import (
    DRAFT_NOTE,
    FOR_STUDENTS,
    MAPS_DIFFER,
    MAPS_DIFFER_SOURCES,
    NO_PAIN,
    PLACE_IS_NOT_ENOUGH,
    SKIN_DIFFERS,
)
from bodymap.words import tr
from components.shared import markup
from components.shared.markup import html


def head(dataset: Dataset, record: Described) -> Markup:
    """Its names, that it is a draft, and what a place does not say."""
    says, keys = _caution(record)
    sources = [SourceRef(key=key) for key in keys if key in dataset.sources]
    plain_name = "" if record.plain_name == record.name else record.plain_name
    return html(
        '<h3>{}</h3><p>{}</p>{}<div class="flags days"><p>{}</p>{}</div>',
        markup.english(record.name),
        markup.tag(tr(DRAFT_NOTE)),
        markup.english(html("<p><strong>{}.</strong> {}</p>", plain_name, record.anatomy))
        if plain_name
        else _p(record.anatomy),
        tr(says),
        markup.sources(dataset, sources, tr("Studies")) if sources else "",
    )


def _caution(record: Described) -> tuple[str, Sequence[str]]:
    if isinstance(record, NerveRoot):
        return MAPS_DIFFER, MAPS_DIFFER_SOURCES
    return (SKIN_DIFFERS if isinstance(record, Nerve) else PLACE_IS_NOT_ENOUGH), ()


def root_card(dataset: Dataset, root: NerveRoot) -> Markup:
    """Where its pain is described and where touch is its own, apart; then what students learn."""
    title = tr("Where its pain is described")
    missing = html('<h4 class="part">{}</h4>{}', title, html("<p>{}</p>", tr(NO_PAIN)))
    text = _part(dataset, title, root.pain) if root.pain else missing
    text += _part(dataset, tr("Where touch is its own (its dermatome)"), root)
    if student := for_students(root):
        facts = markup.facts(student)
        text += html('<h4 class="part">{}</h4>{}{}', tr("For students"), facts, markup.quiet(tr(FOR_STUDENTS)))
    return text + often(dataset, root)


def plain_card(dataset: Dataset, record: Described) -> Markup:
    """Where a nerve, a joint or a disc is felt, and what is often described with it."""
    skin, pain = tr("Where trouble of it is felt in the skin"), tr("Where its pain is described")
    title = skin if isinstance(record, Nerve) else pain
    return _part(dataset, title, record) + often(dataset, record)


def often(dataset: Dataset, record: Described) -> Markup:
    """What is more often described with it, and who says so."""
    said = markup.sources(dataset, record.often_with_sources)
    return html('<h4 class="part">{}</h4>{}{}', tr("More often described with it"), _p(record.often_with), said)


def _part(dataset: Dataset, title: str, where: Described | RootPain) -> Markup:
    """Places, how they were studied, and where sources differ."""
    differs = where.disagreement if isinstance(where, Described) else None
    facts = {
        tr("Mainly"): _names(dataset, where.primary),
        tr("Less often"): _names(dataset, where.spillover),
        **of_places(where),
        tr("Maps differ") if isinstance(where, NerveRoot) else tr("Sources differ"): markup.english(differs or ""),
    }
    return html('<h4 class="part">{}</h4>{}{}', title, markup.facts(facts), markup.sources(dataset, where.sources))


def _names(dataset: Dataset, regions: Sequence[str]) -> str:
    return ", ".join(map(dataset.region_name, regions))


def _p(text: str) -> Markup:
    return html("<p>{}</p>", markup.english(text))
