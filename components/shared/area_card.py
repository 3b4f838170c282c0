"""What is known about a nerve root, a nerve, a joint or a disc and where it is felt, as HTML for reading."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.data.patterns import Area, Zone
from bodymap.data.referral import Described, NerveRoot, RootPain
from bodymap.tell.wording import GRADES, NOT_REVIEWED, TEXTURES_SAID
from bodymap.words import capital, tr
from components.shared import markup
from components.shared.markup import html


def with_it(dataset: Dataset, area: Area) -> Markup:
    """One line: what is more often described with it, who says so, how the places are known, and that it is a draft."""
    record = area.record
    who = "; ".join(dict.fromkeys(dataset.sources[ref.key].brief for ref in record.often_with_sources))
    said = f"{record.often_with.rstrip('.')} ({who})."
    grade = tr("How the places are known: {}.").format(tr(GRADES[_where(area).grade]))
    draft = tr(NOT_REVIEWED) if record.curation.status == "draft" else ""
    return html('<p class="with-it">{} {} <span class="quiet">{}</span></p>', markup.english(said), grade, draft)


def area_card(dataset: Dataset, area: Area, label: str | Markup) -> Markup:
    """Where it is felt, how that was studied, and where sources differ, folded away."""
    where = _where(area)
    note = where.note if isinstance(where, RootPain) else area.record.side_note
    facts = {
        tr("What is drawn"): capital(tr(TEXTURES_SAID[area.texture])),
        tr("Mainly felt"): _zones(dataset, area.primary),
        tr("Can spill over to"): _zones(dataset, area.spillover),
        tr("Note"): markup.english(note or ""),
        tr("How it was studied"): markup.english(where.studied),
        tr("Where sources differ"): markup.english(area.record.disagreement or ""),
    }
    sources = markup.sources(dataset, (*where.sources, *area.record.often_with_sources))
    return markup.folded(label, html('<div class="card">{}{}</div>', markup.facts(facts), sources))


def _where(area: Area) -> Described | RootPain:
    """The part of the record that says where it is felt."""
    record = area.record
    return record.pain if isinstance(record, NerveRoot) and record.pain and area.feels == "pain" else record


def _zones(dataset: Dataset, zones: Sequence[Zone]) -> str:
    return ", ".join(dataset.region_name(zone.region) for zone in zones)
