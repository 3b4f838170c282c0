"""What is known about a muscle and its patterns, as HTML for reading."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bodymap.data.dataset import Dataset, Pattern, Zone
from bodymap.data.model import Muscle
from bodymap.tell.wording import NOT_PAIN, REACH, REPORTED, SUPPORT
from components.shared import markup
from components.shared.counted import counted_in, reported_of
from components.shared.markup import html


def muscle_card(dataset: Dataset, muscle: Muscle) -> Markup:
    """A muscle on its own: warnings about its place, anatomy, conditions felt near its patterns, counts, sources."""
    linked = dataset.conditions_of_muscle(muscle.id)
    facts = {
        "Shares a place with": ", ".join(c.plain_name for c in linked),
        REPORTED: reported_of(dataset, muscle),
    }
    return html(
        "<h3>{}</h3>{}<p>{}</p>{}{}{}{}",
        muscle.name,
        _danger(dataset, muscle),
        muscle.runner,
        anatomy(muscle),
        markup.facts(facts) if any(facts.values()) else "",
        counted_in(dataset, muscle),
        markup.sources(dataset, muscle.sources),
    )


def pattern_card(dataset: Dataset, pattern: Pattern, with_anatomy: bool = True) -> Markup:
    """What is known about a pattern and, unless left out, about its muscle."""
    muscle, point = pattern.muscle, pattern.point
    facts = {
        "Where the point lies": point.where,
        "What is felt": NOT_PAIN.format(point.feeling) if point.feeling else "",
        "Mainly felt": _zones(dataset, pattern.primary),
        "Can spill over to": _zones(dataset, pattern.spillover),
        "Note": point.note or "",
        "In running": muscle.runner if with_anatomy else "",
        REPORTED: reported_of(dataset, muscle) if with_anatomy else "",
        "How well documented": f"{SUPPORT[muscle.referral_support].capitalize()}. "
        f"Record status: {muscle.curation.status}, {muscle.curation.date:%d %B %Y}.",
    }
    return html(
        '<div class="card">{}{}{}{}{}</div>',
        _danger(dataset, muscle) if with_anatomy else "",
        markup.facts(facts),
        counted_in(dataset, muscle) if with_anatomy else "",
        markup.folded("Anatomy", anatomy(muscle)) if with_anatomy else "",
        markup.sources(dataset, (*point.sources, *muscle.sources)),
    )


def anatomy(muscle: Muscle) -> Markup:
    """Names, attachments, action and nerve."""
    segments = ", ".join(muscle.innervation.segments)
    return markup.facts(
        {
            "Latin": html("<em>{}</em>", muscle.latin),
            "Also called": ", ".join(muscle.synonyms),
            "From": muscle.attachments.origin,
            "To": muscle.attachments.insertion,
            "Action": muscle.action,
            "Nerve": muscle.innervation.nerve + (f" ({segments})" if segments else ""),
            "Note": muscle.note or "",
            "Drawing": "schematic: built from landmarks, not measured" if _schematic(muscle) else "",
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
        markup.tag("High-risk area", "warn"),
        markup.bullets(zone.why for zone in zones),
        markup.sources(dataset, (ref for zone in zones for ref in zone.sources)),
    )


def _zones(dataset: Dataset, zones: Sequence[Zone]) -> str:
    return ", ".join(dataset.regions[zone.region].name + REACH[zone.reach] for zone in zones)
