"""Typed, frozen records of the dataset. Pure data: no I/O, no Streamlit.

Frame of every position: unit is one body height, ``y`` 0 at the sole and 1 at the crown, ``x`` the
distance from the midline towards the recorded (left) side; side views, sole and top of the foot have
their own ``x`` (see docs/architecture.md). One side is recorded; the other is derived by mirroring.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Coordinate = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Point = tuple[Coordinate, Coordinate]
Segment = Annotated[str, StringConstraints(pattern=r"^(C[1-8]|T([1-9]|1[0-2])|L[1-5]|S[1-5]|Co1|CN (V|VII|XI|XII))$")]

VIEWS = (
    "front",
    "back",
    "lateral",
    "lateral_arm",
    "medial_leg",
    "sole",
    "foot_top",
    "hand_palm",
    "hand_back",
    "head_front",
    "head_lateral",
    "head_back",
)
View = Literal[
    "front",
    "back",
    "lateral",
    "lateral_arm",
    "medial_leg",
    "sole",
    "foot_top",
    "hand_palm",
    "hand_back",
    "head_front",
    "head_lateral",
    "head_back",
]


class ReferralSupport(StrEnum):
    """How well a referral pattern is documented; R0 is never drawn."""

    R0 = "R0"  # anatomy or a web page only
    R1 = "R1"  # one expert chart (Travell and Simons or a derivative)
    R2 = "R2"  # independent charts agree, or an observational study recorded the pattern
    R3 = "R3"  # controlled or experimental reproduction in more than one study


class LinkSupport(StrEnum):
    """How well a muscle is linked to a condition; even L3 does not show cause."""

    L0 = "L0"  # location overlap only
    L1 = "L1"  # expert opinion
    L2 = "L2"  # case-control or prevalence difference
    L3 = "L3"  # treating that muscle beat sham in that condition


class FlagLevel(StrEnum):
    """How quickly a warning sign needs a clinician."""

    EMERGENCY = "emergency"  # now
    URGENT = "urgent"  # same day to a few days
    SOON = "soon"  # arrange an appointment


class Record(BaseModel):
    """Base of every record: immutable, and a field it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SourceRef(Record):
    """A reference into ``data/sources.bib`` and where in it the statement stands."""

    key: str
    locator: Text | None = None


class Curation(Record):
    """Who stands behind a record. ``reviewed`` needs a named clinician."""

    status: Literal["draft", "reviewed"]
    date: Annotated[dt.date, Field(strict=True)]
    reviewer: Text | None = None


class Region(Record):
    """A named surface area that marks, zones, conditions and warning signs share."""

    id: Id
    name: Text
    anatomical_name: Text
    group: Id
    views: tuple[View, ...] = Field(min_length=1)
    midline: StrictBool = False
    synonyms: tuple[Text, ...] = ()


class Attachments(Record):
    origin: Text
    insertion: Text


class Innervation(Record):
    nerve: Text
    segments: tuple[Segment, ...]


class Ontology(Record):
    """Identifiers for data exchange, given only where sure."""

    uberon: Annotated[str, StringConstraints(pattern=r"^UBERON:\d{7}$")] | None = None
    fma: StrictInt | None = None
    ta2: StrictInt | None = None


ZoneRef = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(:both|:opposite)?$")]


class TriggerPoint(Record):
    """One point or division the sources number or name, and where pain from it is described.

    ``primary`` and ``spillover`` list region ids on the side of the point; ``:both`` or ``:opposite``
    after an id says that the pattern crosses the midline.
    """

    id: Id
    label: Text
    where: Text
    positions: dict[View, Point] = Field(min_length=1)
    primary: tuple[ZoneRef, ...] = Field(min_length=1)
    spillover: tuple[ZoneRef, ...] = ()
    note: Text | None = None
    sources: tuple[SourceRef, ...] = ()


class Muscle(Record):
    """A muscle, its anatomy and its trigger points; none where no pattern of its own is documented (R0)."""

    id: Id
    name: Text
    latin: Text
    synonyms: tuple[Text, ...] = ()
    group: Id
    attachments: Attachments
    action: Text
    innervation: Innervation
    runner: Text
    structures: tuple[Id, ...] = Field(min_length=1)
    ontology: Ontology = Ontology()
    referral_support: ReferralSupport
    sources: tuple[SourceRef, ...] = Field(min_length=1)
    curation: Curation
    note: Text | None = None
    trigger_points: tuple[TriggerPoint, ...]


class RedFlag(Record):
    """A warning sign: what a person notices, how quickly to act, what clinicians want to rule out."""

    id: Id
    sign: Text
    level: FlagLevel
    think_of: Text
    regions: tuple[Id, ...] = ()
    anywhere: StrictBool = False
    note: Text | None = None
    provenance: Literal["read", "recalled", "secondary"]
    sources: tuple[SourceRef, ...] = Field(min_length=1)


class MuscleLink(Record):
    """A muscle whose described pattern shares a place with a condition."""

    muscle: Id
    link_support: LinkSupport
    note: Text | None = None
    sources: tuple[SourceRef, ...] = ()


class Condition(Record):
    """A running injury or condition: where it is felt and what must not be missed."""

    id: Id
    name: Text
    plain_name: Text
    synonyms: tuple[Text, ...] = ()
    safety_class: Literal["routine", "rule_out_first", "emergency_mimic"]
    summary: Text
    story: Text
    regions: tuple[Id, ...] = Field(min_length=1)
    muscles: tuple[MuscleLink, ...] = ()
    differentials: tuple[Text, ...] = Field(min_length=1)
    see_someone: Text
    red_flags: tuple[Id, ...] = Field(min_length=1)
    sources: tuple[SourceRef, ...] = Field(min_length=1)
    curation: Curation
