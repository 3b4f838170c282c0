"""Typed, frozen records of what else than a muscle is felt in a place: nerve roots, nerves, joints, discs and organs.

Pure data. Like the patterns of trigger points these are descriptions by others: a place alone decides nothing, and no
record says what somebody has. Zones are written as seen from the thing that is described, as in ``TriggerPoint``.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, StrictInt

from bodymap.data.model import Curation, Id, Record, RegionId, Segment, SourceRef, Text
from bodymap.data.needling import Provenance

Grade = Literal["experiment", "series", "expert"]
FeltOn = Literal["same_side", "both", "left", "right", "midline"]
Urgency = Literal["emergency", "urgent", "see_doctor"]
URGENCIES: tuple[Urgency, ...] = get_args(Urgency)  # the most urgent first
People = Annotated[StrictInt, Field(ge=1)]

_ZONES = "the ids of the regions {} (python -m bodymap list regions)"
_STUDIED = "how it was studied, in a short phrase, for example five volunteers"
_PEOPLE = "how many people the main study had; leave out if none or not read"
_GRADE = "experiment (something was set off or blocked), series (people who had it) or expert (textbook or opinion)"
_PROVENANCE = "read if the places were read in a text, secondary if in a page about it, recalled if from memory"


class Described(Record):
    """What the kinds have in common."""

    id: Id = Field(description="small letters, digits and _; never changed later")
    name: Text = Field(description="the name that students learn")
    plain_name: Text = Field(description="the name in plain words")
    anatomy: Text = Field(description="where it lies and what it does, in one or two plain sentences")
    primary: tuple[RegionId, ...] = Field(min_length=1, description=_ZONES.format("named most"))
    spillover: tuple[RegionId, ...] = Field((), description=_ZONES.format("named less"))
    side: FeltOn = Field(description="the side on which it is felt: same_side, both, left, right or midline")
    side_note: Text | None = Field(None, description="what a reader should know about the side")
    often_with: Text = Field(description="what is more often described with it, in one plain sentence; never to calm")
    often_with_sources: tuple[SourceRef, ...] = Field(min_length=1, description="who says so")
    studied: Text = Field(description=_STUDIED)
    people: People | None = Field(None, description=_PEOPLE)
    grade: Grade = Field(description=_GRADE)
    provenance: Provenance = Field(description=_PROVENANCE)
    disagreement: Text | None = Field(None, description="where sources differ, and what was not read")
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="where the places stand")
    curation: Curation = Field(description="who stands behind the record")


class RootPain(Record):
    """Where pain of a nerve root is felt: kept apart from the skin that it supplies."""

    primary: tuple[RegionId, ...] = Field(min_length=1, description=_ZONES.format("named most"))
    spillover: tuple[RegionId, ...] = Field((), description=_ZONES.format("named less"))
    note: Text | None = Field(None, description="what a reader should know about it")
    studied: Text = Field(description=_STUDIED)
    people: People | None = Field(None, description=_PEOPLE)
    grade: Grade = Field(description=_GRADE)
    provenance: Provenance = Field(description=_PROVENANCE)
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="where the places stand")


class NerveRoot(Described):
    """A spinal nerve root: its area of touch (dermatome), and where pain of it is felt."""

    segment: Segment = Field(description="its segment, for example L5")
    pain: RootPain | None = Field(None, description="where pain of the root is felt; leave out if nothing supports it")
    key_point: Text | None = Field(None, description="the standard point where touch is tested, for students")
    key_muscle: Text | None = Field(None, description="the movement or muscle that is tested, for students")
    reflex: Text | None = Field(None, description="the reflex, for students; leave out if there is none")


class Nerve(Described):
    """A nerve and the skin area in which trouble of it is felt."""

    segments: tuple[Segment, ...] = Field(description="its spinal or cranial segments")
    muscles: tuple[Id, ...] = Field(
        (), description="the ids of the muscles that it supplies; leave out for skin nerves"
    )


class Joint(Described):
    """A joint and where pain of it is described."""

    segment: Segment | None = Field(None, description="for a joint of the spine its upper level, for example C5")


class Disc(Described):
    """A disc of the spine and where pain of it is described."""

    segment: Segment | None = Field(None, description="its upper level, for example C5")


class Organ(Described):
    """An organ or artery whose trouble is felt elsewhere: a reason to see someone, never one to explore away."""

    urgency: Urgency = Field(description="emergency, urgent or see_doctor")
    seek_help_if: Text = Field(description="when to seek help, in one plain sentence")
    red_flags: tuple[Id, ...] = Field(min_length=1, description="the ids of the warning signs that are shown with it")
