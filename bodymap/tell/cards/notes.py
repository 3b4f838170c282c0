"""What stands on each card, as HTML; every text of the data is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Literal, NamedTuple

from bodymap.ask.browse import part_of
from bodymap.data.dataset import Dataset
from bodymap.data.model import REGION_GROUPS, Curation, Muscle, RegionGroup, SourceRef
from bodymap.data.patterns import TOUCH, Pattern, Zone
from bodymap.data.referral import NerveRoot
from bodymap.tell.cards.pictures import Pictures
from bodymap.tell.wording import DRAFT_NOTE, NO_PAIN, NOT_PAIN, REACH, SUPPORT

Kind = Literal["pattern", "muscle", "nerve_root"]


class Note(NamedTuple):
    """A note: its kind and the id of its record, which stay for ever, its fields by name, and tags."""

    kind: Kind
    id: str
    fields: Mapping[str, str]
    tags: tuple[str, ...]


def notes(dataset: Dataset, pictures: Pictures) -> Iterator[Note]:
    """A note for every pattern, every muscle and every nerve root, in the order of the data."""
    for pattern in dataset.trigger_points.values():
        yield _of_pattern(dataset, pattern, pictures)
    for muscle in dataset.muscles.values():
        yield _of_muscle(dataset, muscle)
    for root in dataset.nerve_roots.values():
        yield _of_root(dataset, root, pictures)


def safe(text: str) -> str:
    """Text that Anki shows as typed: neither as HTML nor as a sound, a formula or a field."""
    signs = {"[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;", "\\": "&#92;<wbr>"}
    return "".join(signs.get(letter, letter) for letter in escape(" ".join(text.split())))


def _of_pattern(dataset: Dataset, pattern: Pattern, pictures: Pictures) -> Note:
    muscle, point = pattern.muscle, pattern.point
    felt = NOT_PAIN.format(point.feeling) if point.feeling else "Pain"
    facts = {
        "Where the point lies": point.where,
        "Mainly felt": _zones(dataset, pattern.primary),
        "Can spill over to": _zones(dataset, pattern.spillover),
        "Note": point.note or "",
        **_anatomy(muscle),
        "How well documented": f"{SUPPORT[muscle.referral_support].capitalize()}.",
    }
    fields = {
        "Picture": pictures.picture(pattern),
        "Felt": safe(felt),
        "Name": safe(pattern.name),
        "Facts": _list(facts),
        "Sources": _sources(dataset, (*point.sources, *muscle.sources)),
        "Status": safe(_status(muscle.curation)),
    }
    felt_in = (dataset.regions[zone.region].group for zone in pattern.primary)
    return Note("pattern", pattern.id, fields, _tags("pattern", [part_of(muscle)], felt_in))


def _of_muscle(dataset: Dataset, muscle: Muscle) -> Note:
    roots = ", ".join(muscle.innervation.segments)
    fields = {
        "Name": safe(muscle.name),
        "Action": safe(muscle.action),
        "Nerve": safe(muscle.innervation.nerve + (f" ({roots})" if roots else "")),
        "Facts": _list({"Latin": muscle.latin, "From": muscle.attachments.origin, "To": muscle.attachments.insertion}),
        "Sources": _sources(dataset, muscle.sources),
        "Status": safe(_status(muscle.curation)),
    }
    return Note("muscle", muscle.id, fields, _tags("muscle", [part_of(muscle)], ()))


def _of_root(dataset: Dataset, root: NerveRoot, pictures: Pictures) -> Note:
    touch = dataset.areas[root.id + TOUCH]
    facts = {
        "Less often": _zones(dataset, touch.spillover),
        "Key point": root.key_point or "",
        "Where its pain is described": _zones(dataset, dataset.areas[root.id].primary) if root.pain else NO_PAIN,
        "Maps differ": root.disagreement or "",
        "How studied": root.studied,
    }
    fields = {
        "Name": safe(root.name),
        "Dermatome": safe(_zones(dataset, touch.primary)),
        "Picture": pictures.picture(touch),
        "Key muscle": safe(root.key_muscle or ""),
        "Reflex": safe(root.reflex or ""),
        "Facts": _list(facts),
        "Sources": _sources(dataset, root.sources),
        "Status": safe(_status(root.curation)),
    }
    felt_in = (dataset.regions[zone.region].group for zone in touch.primary)
    return Note("nerve_root", root.id, fields, _tags("nerve root", (), felt_in))


def _anatomy(muscle: Muscle) -> dict[str, str]:
    return {
        "From": muscle.attachments.origin,
        "To": muscle.attachments.insertion,
        "Action": muscle.action,
        "Nerve": muscle.innervation.nerve,
        "Nerve roots": ", ".join(muscle.innervation.segments),
    }


def _status(curation: Curation) -> str:
    if curation.status == "draft":
        return DRAFT_NOTE
    return f"Reviewed by {curation.reviewer}, {curation.date:%d %B %Y}."


def _zones(dataset: Dataset, zones: Iterable[Zone]) -> str:
    return ", ".join(dataset.regions[zone.region].name + REACH[zone.reach] for zone in zones)


def _list(facts: Mapping[str, str]) -> str:
    return "".join(f"<p><b>{safe(name)}:</b> {safe(said)}</p>" for name, said in facts.items() if said)


def _sources(dataset: Dataset, references: Iterable[SourceRef]) -> str:
    cited = []
    for reference in dict.fromkeys(references):
        source = dataset.sources[reference.key]
        memory = "" if source.verified == "seen" else " (cited from memory, to be checked)"
        where = f" {reference.locator}." if reference.locator else ""
        cited.append(f"<li>{safe(source.citation + where + memory)}</li>")
    return f"<ul>{''.join(cited)}</ul>"


def _tags(kind: str, parts: Iterable[RegionGroup], felt_in: Iterable[RegionGroup]) -> tuple[str, ...]:
    """Tags without spaces; ``::`` makes a tree in Anki."""
    every = [f"bodymap::kind::{kind}"]
    every += [f"bodymap::body part::{REGION_GROUPS[part]}" for part in dict.fromkeys(parts)]
    every += [f"bodymap::felt in::{REGION_GROUPS[group]}" for group in dict.fromkeys(felt_in)]
    return tuple(tag.replace(",", "").replace(" ", "_") for tag in every)
