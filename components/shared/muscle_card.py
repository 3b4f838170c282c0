"""What is known about a muscle and its patterns, as HTML for reading."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from bodymap.data.dataset import Dataset, Pattern, Zone
from bodymap.data.model import Muscle, ReferralSupport
from components.shared import markup

SUPPORT = {
    ReferralSupport.R0: "no chart found",
    ReferralSupport.R1: "one expert chart",
    ReferralSupport.R2: "more than one independent source",
    ReferralSupport.R3: "reproduced in experiments",
}
REACH = {"same": "", "both": " (both sides)", "opposite": " (other side)"}


def muscle_card(dataset: Dataset, muscle: Muscle) -> str:
    """A muscle on its own: warnings about its place, anatomy, conditions felt near its patterns, sources."""
    linked = dataset.conditions_of_muscle(muscle.id)
    shared = _facts({"Shares a place with": escape(", ".join(c.plain_name for c in linked))}) if linked else ""
    return (
        f"<h3>{escape(muscle.name)}</h3>{_danger(dataset, muscle)}<p>{escape(muscle.runner)}</p>{anatomy(muscle)}"
        f"{shared}{markup.sources(dataset, muscle.sources)}"
    )


def pattern_card(dataset: Dataset, pattern: Pattern, with_anatomy: bool = True) -> str:
    """What is known about a pattern and, unless left out, about its muscle."""
    muscle, point = pattern.muscle, pattern.point
    facts = {
        "Where the point lies": escape(point.where),
        "Mainly felt": _zones(dataset, pattern.primary),
        "Can spill over to": _zones(dataset, pattern.spillover),
        "Note": escape(point.note or ""),
        "In running": escape(muscle.runner) if with_anatomy else "",
        "How well documented": f"{escape(muscle.referral_support.value)}: {SUPPORT[muscle.referral_support]}. "
        f"Record status: {escape(muscle.curation.status)}, {muscle.curation.date:%d %B %Y}.",
    }
    about = _danger(dataset, muscle) if with_anatomy else ""
    more = markup.folded("Anatomy", anatomy(muscle)) if with_anatomy else ""
    return (
        f'<div class="card">{about}{_facts(facts)}{more}'
        f"{markup.sources(dataset, (*point.sources, *muscle.sources))}</div>"
    )


def anatomy(muscle: Muscle) -> str:
    """Names, attachments, action and nerve."""
    segments = ", ".join(muscle.innervation.segments)
    return _facts(
        {
            "Latin": f"<em>{escape(muscle.latin)}</em>",
            "Also called": escape(", ".join(muscle.synonyms)),
            "From": escape(muscle.attachments.origin),
            "To": escape(muscle.attachments.insertion),
            "Action": escape(muscle.action),
            "Nerve": escape(muscle.innervation.nerve + (f" ({segments})" if segments else "")),
            "Note": escape(muscle.note or ""),
            "Drawing": "schematic: built from landmarks, not measured" if _schematic(muscle) else "",
        }
    )


def _schematic(muscle: Muscle) -> bool:
    return any(structure.startswith("schematic_") for structure in muscle.structures)


def _danger(dataset: Dataset, muscle: Muscle) -> str:
    """The badge of a high-risk area: a warning about the place, never an instruction."""
    zones = dataset.danger_of_muscle(muscle.id)
    if not zones:
        return ""
    items = "".join(f"<li>{escape(zone.why)}</li>" for zone in zones)
    sources = markup.sources(dataset, (ref for zone in zones for ref in zone.sources))
    return f'<div class="danger">{markup.tag("High-risk area", "warn")}<ul>{items}</ul>{sources}</div>'


def _facts(facts: dict[str, str]) -> str:
    return "<dl>" + "".join(f"<dt>{label}</dt><dd>{text}</dd>" for label, text in facts.items() if text) + "</dl>"


def _zones(dataset: Dataset, zones: Sequence[Zone]) -> str:
    return escape(", ".join(dataset.regions[zone.region].name + REACH[zone.reach] for zone in zones))
