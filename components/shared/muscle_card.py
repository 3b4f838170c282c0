"""What is known about a muscle and its patterns, as HTML for reading."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.data.model import Curation, Muscle
from bodymap.data.patterns import Pattern, Zone
from bodymap.tell.wording import NOT_PAIN, REACH, REPORTED, STATUSES, SUPPORT
from bodymap.words import capital, day, tr
from components.shared import markup
from components.shared.counted import counted_in, reported_of
from components.shared.markup import html


def muscle_card(dataset: Dataset, muscle: Muscle) -> Markup:
    """A muscle on its own: warnings about its place, anatomy, conditions felt near its patterns, counts, sources."""
    linked = dataset.conditions_of_muscle(muscle.id)
    facts = {
        tr("Shares a place with"): markup.english(", ".join(c.plain_name for c in linked)),
        tr(REPORTED): reported_of(dataset, muscle),
    }
    return html(
        "<h3>{}</h3>{}<p>{}</p>{}{}{}{}",
        muscle.name,
        _danger(dataset, muscle),
        markup.english(muscle.runner),
        anatomy(muscle),
        markup.facts(facts) if any(facts.values()) else "",
        counted_in(dataset, muscle),
        markup.sources(dataset, muscle.sources),
    )


def pattern_card(dataset: Dataset, pattern: Pattern, with_anatomy: bool = True) -> Markup:
    """What is known about a pattern and, unless left out, about its muscle."""
    muscle, point = pattern.muscle, pattern.point
    facts = {
        tr("Where the point lies"): markup.english(point.where),
        tr("What is felt"): markup.english_in(tr(NOT_PAIN).format(point.feeling), point.feeling)
        if point.feeling
        else "",
        tr("Mainly felt"): _zones(dataset, pattern.primary),
        tr("Can spill over to"): _zones(dataset, pattern.spillover),
        tr("Note"): markup.english(point.note or ""),
        tr("In running"): markup.english(muscle.runner) if with_anatomy else "",
        tr(REPORTED): reported_of(dataset, muscle) if with_anatomy else "",
        tr("How well documented"): f"{capital(tr(SUPPORT[muscle.referral_support]))}. {record_status(muscle.curation)}",
    }
    return html(
        '<div class="card">{}{}{}{}{}</div>',
        _danger(dataset, muscle) if with_anatomy else "",
        markup.facts(facts),
        counted_in(dataset, muscle) if with_anatomy else "",
        markup.folded(tr("Anatomy"), anatomy(muscle)) if with_anatomy else "",
        markup.sources(dataset, (*point.sources, *muscle.sources)),
    )


def record_status(curation: Curation) -> str:
    """Whether a record is a draft, and of when."""
    return tr("Record status: {}, {}.").format(tr(STATUSES[curation.status]), day(curation.date))


def anatomy(muscle: Muscle) -> Markup:
    """Names, attachments, action and nerve."""
    segments = ", ".join(muscle.innervation.segments)
    return markup.facts(
        {
            tr("Latin"): html("<em>{}</em>", muscle.latin),
            tr("Also called"): markup.english(", ".join(muscle.synonyms)),
            tr("From"): markup.english(muscle.attachments.origin),
            tr("To"): markup.english(muscle.attachments.insertion),
            tr("Action"): markup.english(muscle.action),
            tr("Nerve"): markup.english(muscle.innervation.nerve + (f" ({segments})" if segments else "")),
            tr("Note"): markup.english(muscle.note or ""),
            tr("Drawing"): tr("schematic: built from landmarks, not measured") if _schematic(muscle) else "",
        }
    )


def _schematic(muscle: Muscle) -> bool:
    return any(structure.startswith("schematic_") for structure in muscle.structures)


def _danger(dataset: Dataset, muscle: Muscle) -> Markup:
    """The badge of a high-risk area: a warning about the place, never an instruction."""
    zones = dataset.danger_of_muscle(muscle.id)
    if not zones:
        return Markup()
    return html(
        '<div class="danger">{}{}{}</div>',
        markup.tag(tr("High-risk area"), "warn"),
        markup.bullets(markup.english(zone.why) for zone in zones),
        markup.sources(dataset, (ref for zone in zones for ref in zone.sources)),
    )


def _zones(dataset: Dataset, zones: Sequence[Zone]) -> str:
    return ", ".join(dataset.region_name(zone.region) + tr(REACH[zone.reach]) for zone in zones)
