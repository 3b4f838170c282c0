"""Typed, frozen records of the dataset. Pure data: no I/O, no Streamlit.

Frame of every position: unit is one body height, ``y`` 0 at the sole and 1 at the crown, ``x`` the
distance from the midline towards the recorded (left) side; side views, sole and top of the foot have
their own ``x`` (see docs/architecture.md). One side is recorded; the other is derived by mirroring.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import partial
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt, StringConstraints

from bodymap.data import forms
from bodymap.letters import oddity
from bodymap.place import Reach
from bodymap.problems import Unfit
from bodymap.words import later

Id = Annotated[str, StringConstraints(pattern=forms.ID)]


def _seen(text: Any, quotes: bool = False) -> Any:
    """Refuse a text with letters that are not seen, do not print, or are there by accident."""
    if isinstance(text, str) and text.strip() and (odd := oddity(text, quotes)):
        raise Unfit(*odd)
    return text


_Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Text = Annotated[_Words, BeforeValidator(_seen)]
Cited = Annotated[_Words, BeforeValidator(partial(_seen, quotes=True))]  # other people's words, quotes and all
Day = Annotated[dt.date, Field(strict=True, ge=dt.date(2000, 1, 1), le=dt.date(2049, 12, 31))]
Coordinate = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Point = tuple[Coordinate, Coordinate]
RegionId = Annotated[Id, Field(json_schema_extra={"x-names": "region"})]
Segment = Annotated[str, StringConstraints(pattern=forms.SEGMENT)]

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
VIEWS: tuple[View, ...] = get_args(View)


REGION_GROUPS = {
    "head_neck": later("Head and neck"),
    "shoulder_arm": later("Shoulder, arm and hand"),
    "trunk_front": later("Chest and belly"),
    "trunk_back": later("Back"),
    "hip_thigh": later("Hip and thigh"),
    "knee_leg": later("Knee and lower leg"),
    "ankle_foot": later("Ankle and foot"),
}
RegionGroup = Literal["head_neck", "shoulder_arm", "trunk_front", "trunk_back", "hip_thigh", "knee_leg", "ankle_foot"]
MuscleGroup = Literal[
    "face", "jaw", "neck_front", "neck_back", "shoulder", "chest", "arm_front", "arm_back",
    "forearm_front", "forearm_back", "hand", "back", "abdomen", "pelvic_floor", "gluteal", "deep_hip",
    "thigh_front", "thigh_inner", "thigh_back", "knee_back", "leg_front", "leg_outer", "leg_back",
    "foot_top", "foot_sole",
]  # fmt: skip


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


class Record(BaseModel):
    """Base of every record: immutable, and a field it does not know is an error.

    The descriptions of the fields are what the schemas (``data/schema``), the skeletons of ``new`` and the
    hints at unfinished placeholders say: noun phrases of what to write.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")


class SourceRef(Record):
    """A reference into ``data/sources.bib`` and where in it the statement stands."""

    key: str = Field(description="the key of an entry in data/sources.bib, for example travell1992vol2")
    locator: Text | None = Field(None, description="where in the source it stands, for example ch. 22")


class Curation(Record):
    """Who stands behind a record. ``reviewed`` needs a named clinician."""

    status: Literal["draft", "reviewed"] = Field(description="draft, or reviewed once a clinician has read the record")
    date: Day = Field(description="the day of the last change, as 2026-01-31")
    reviewer: Text | None = Field(None, description="the name of the clinician who reviewed it")


class Region(Record):
    """A named surface area that marks, zones, conditions and warning signs share."""

    id: Id = Field(description="small letters, digits and _; never changed later")
    name: Text = Field(description="the name that people use")
    anatomical_name: Text = Field(description="the name that anatomists use")
    group: RegionGroup = Field(description="the part of the body that lists it")
    views: tuple[View, ...] = Field(min_length=1, description="the views in which it can be marked")
    midline: StrictBool = Field(False, description="true if it lies on the midline and exists once")
    synonyms: tuple[Text, ...] = Field((), description="words that people type; several regions may share one")
    people_say: tuple[Text, ...] = Field((), description="phrases in which people describe the place when they search")


class Attachments(Record):
    """Where a muscle is fixed to bone."""

    origin: Text = Field(description="the bone or fascia where it begins")
    insertion: Text = Field(description="the bone or fascia where it ends")


class Innervation(Record):
    """The nerve of a muscle."""

    nerve: Text = Field(description="the nerve, for example Tibial nerve")
    segments: tuple[Segment, ...] = Field(description="its spinal or cranial segments, for example S1 and S2")


class Ontology(Record):
    """Identifiers for data exchange, given only where sure."""

    uberon: Annotated[str, StringConstraints(pattern=forms.UBERON)] | None = Field(
        None, description="the Uberon id, for example UBERON:0001389"
    )
    fma: StrictInt | None = Field(None, description="the number in the Foundational Model of Anatomy")
    ta2: StrictInt | None = Field(None, description="the number in Terminologia Anatomica, 2nd edition")


ZoneRef = Annotated[
    str,
    StringConstraints(pattern=forms.ZONE),
    Field(json_schema_extra={"x-names": "zone"}),
]


Share = Annotated[float, Field(strict=True, gt=0, le=0.5, allow_inf_nan=False)]
Turn = Annotated[float, Field(strict=True, ge=-180, le=180, allow_inf_nan=False)]


class DrawnShape(Record):
    """What is drawn of a level in a view instead of the cells of its regions: an ellipse, a strip or a band.

    An ellipse has ``at``, ``rx`` and ``ry``; a strip ``along`` and ``width``; a band ``between``. It lies inside the
    point's regions, which alone are matched. It is drawn in the close-ups of its view, too.
    """

    view: View = Field(description="the view, in whose frame its numbers are, for example back")
    level: Literal["primary", "spillover"] = Field(description="primary or spillover: whose regions it stands for")
    reach: Reach = Field(
        "same", description="same: on the side of the point, as written; opposite: mirrored; both: both of them"
    )
    at: Point | None = Field(None, description="of an ellipse: its middle [x, y]")
    rx: Share | None = Field(None, description="of an ellipse: half its width")
    ry: Share | None = Field(None, description="of an ellipse: half its height")
    turn: Turn | None = Field(None, description="of an ellipse: by how many degrees it is turned, x towards y")
    along: tuple[Point, ...] | None = Field(None, description="of a strip: its middle line, two points [x, y] or more")
    width: Share | None = Field(None, description="of a strip: how broad it is")
    to_width: Share | None = Field(None, description="of a strip: how broad it is at its end, if it tapers or widens")
    between: Point | None = Field(
        None, description="of a band: what of the regions lies between two heights [low, high]"
    )


class TriggerPoint(Record):
    """One point or division the sources number or name, and where pain from it is described.

    ``primary`` and ``spillover`` list region ids on the side of the point; ``:both`` or ``:opposite``
    after an id says that the pattern crosses the midline.
    """

    id: Id = Field(description="the muscle's id and a short ending, for example soleus_1")
    label: Text = Field(description="the source's number or a short name, for example TrP1")
    where: Text = Field(description="where in the muscle it lies, in plain words; a place, never how to reach it")
    positions: dict[View, Point] = Field(
        min_length=1,
        description="its place [x, y] in views that draw the muscle, for example {back: [0.03, 0.13]}",
    )
    primary: tuple[ZoneRef, ...] = Field(
        min_length=1, description="the ids of the regions of the main pattern (python -m bodymap list regions)"
    )
    spillover: tuple[ZoneRef, ...] = Field((), description="the ids of the regions where it is described less often")
    shapes: tuple[DrawnShape, ...] = Field(
        (), description="what is drawn instead of the regions, where what is described is narrower than they are"
    )
    note: Text | None = Field(None, description="where sources or people differ")
    frequency: Literal["common", "uncommon"] | None = Field(
        None,
        description="how commonly it is described beside the muscle's other points, only where a source says so; "
        "uncommon also where few people have the muscle",
    )
    feeling: Literal["gooseflesh", "prickling"] | None = Field(
        None, description="what is felt, only where it is not pain; such a pattern is shown but not matched with marks"
    )
    sources: tuple[SourceRef, ...] = Field((), description="sources of this point only; the muscle's count for all")


Level = Literal["often", "sometimes", "seldom"]
LEVELS: tuple[Level, ...] = get_args(Level)


class Reported(Record):
    """How commonly a muscle is reported as a source of pain, beside all others: a help to order rows of equal cover."""

    level: Level = Field(description="often, sometimes or seldom")
    basis: Literal["studies", "expert_order"] = Field(
        description="studies that counted (data/prevalence.yaml), or the order of the muscles in an expert's guide"
    )
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="those studies, or that guide")
    note: Text | None = Field(None, description="where they disagree")


class Muscle(Record):
    """A muscle, its anatomy and its trigger points; none where no pattern of its own is documented (R0)."""

    id: Id = Field(description="small letters, digits and _; never changed later")
    name: Text = Field(description="the English name")
    latin: Text = Field(description="the Latin name, for example Musculus soleus")
    synonyms: tuple[Text, ...] = Field((), description="other names that people use, each for one muscle only")
    group: MuscleGroup = Field(description="the group that lists it, for example leg_back")
    attachments: Attachments = Field(description="where it begins and ends")
    action: Text = Field(description="what it does, in a few words")
    innervation: Innervation = Field(description="the nerve and its segments")
    runner: Text = Field(description="one plain sentence for a runner: what it does in running")
    structures: tuple[Id, ...] = Field(
        min_length=1, description="the ids of the shapes that draw it in data/body/*.geojson, often its own id"
    )
    ontology: Ontology = Field(Ontology(), description="identifiers for data exchange, only where sure")
    referral_support: ReferralSupport = Field(
        description="R0 no pattern of its own; R1 one expert chart; R2 independent sources; R3 repeated experiments"
    )
    reported: Reported | None = Field(
        None, description="how commonly it is reported as a source of pain; leave out where no source is known"
    )
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="where the statements stand")
    curation: Curation = Field(description="who stands behind the record")
    note: Text | None = Field(None, description="what a reader should know about the evidence")
    trigger_points: tuple[TriggerPoint, ...] = Field(description="its trigger points; [] with R0")


class MuscleLink(Record):
    """A muscle whose described pattern shares a place with a condition."""

    muscle: Id = Field(description="the id of a muscle")
    link_support: LinkSupport = Field(
        description="L0 same place only; L1 expert opinion; L2 found more often; L3 better than sham in a trial"
    )
    note: Text | None = Field(None, description="what a reader should know about the link")
    sources: tuple[SourceRef, ...] = Field((), description="who makes the link; needed from L2")


SafetyClass = Literal["emergency_mimic", "rule_out_first", "routine"]
SAFETY_CLASSES: tuple[SafetyClass, ...] = get_args(SafetyClass)  # the most serious first
ConditionGroup = Literal["running", "general", "serious"]
When = Literal[
    "first_steps", "start_of_run", "builds_up", "sudden", "after_run", "rest_or_night", "not_tied_to_running"
]  # fmt: skip
After = Literal["new_shoes", "hills", "speed", "more_distance", "fall"]
Age = Literal["under_18", "18_to_39", "40_to_59", "60_and_over"]
StopFirst = Literal["bone_stress", "vessel", "compartment", "rupture", "child"]
Icd10 = Annotated[str, StringConstraints(pattern=forms.ICD10)]


class Condition(Record):
    """A running injury or condition: where it is felt and what must not be missed."""

    id: Id = Field(description="small letters, digits and _; never changed later")
    name: Text = Field(description="the name that clinicians use")
    plain_name: Text = Field(description="the name that people use")
    synonyms: tuple[Text, ...] = Field((), description="other names that people use")
    people_say: tuple[Text, ...] = Field((), description="at least eight phrases in which people search for it")
    group: ConditionGroup = Field(description="running (injuries of runners), general, or serious (look-alikes)")
    safety_class: SafetyClass = Field(
        description="routine, rule_out_first, or emergency_mimic (then it lists no muscles)"
    )
    summary: Text = Field(description="what it is, in one or two plain sentences")
    story: Text = Field(description="what people with it tell, in one or two plain sentences")
    when: tuple[When, ...] = Field(
        min_length=1, description="when it is typically felt; not_tied_to_running where running plays no part"
    )
    after: tuple[After, ...] = Field((), description="what it is described to follow, only where a source says so")
    ages: tuple[Age, ...] = Field(
        (), description="the ages in which it is mostly described; leave out where no source narrows them"
    )
    stop_first: StopFirst | None = Field(
        None,
        description="bone_stress, vessel, compartment, rupture or child: stop and be seen, no advice on load is given",
    )
    regions: tuple[RegionId, ...] = Field(min_length=1, description="the ids of the regions where it is felt")
    muscles: tuple[MuscleLink, ...] = Field((), description="muscles whose pattern is felt in the same place")
    involves: tuple[Id, ...] = Field(
        (), description="the ids of the nerve roots, nerves, joints or discs that it involves"
    )
    differentials: tuple[Text, ...] = Field(min_length=1, description="what can feel like it and must not be missed")
    see_someone: Text = Field(description="when to see a clinician, in one plain sentence")
    first_care: Text = Field(
        description="what guidelines advise first, in general words; for emergencies, to call for help"
    )
    care_sources: tuple[SourceRef, ...] = Field(min_length=1, description="the guideline or review of first_care")
    red_flags: tuple[Id, ...] = Field(min_length=1, description="the ids of its warning signs in data/red_flags.yaml")
    icd10: tuple[Icd10, ...] = Field(
        (), description="ICD-10 categories, as metadata for data exchange; only where sure"
    )
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="where the statements stand")
    curation: Curation = Field(description="who stands behind the record")


class DangerZone(Record):
    """What lies near some muscles and could be harmed: a warning about the area, never an instruction."""

    id: Id = Field(description="small letters, digits and _; never changed later")
    structure: Text = Field(description="what lies there, in plain words, the anatomical word in brackets")
    why: Text = Field(description="one plain sentence: what lies near; a warning, never an instruction")
    muscles: tuple[Id, ...] = Field(min_length=1, description="the ids of the muscles it lies near")
    provenance: Literal["read", "recalled"] = Field(description="read if the source was read for these muscles")
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="where the statement stands")


class Waiver(Record):
    """A record that may break a rule until a day, and why."""

    rule: Id = Field(description="the rule that is waived (the keys of WAIVABLE in bodymap/read/rules/waivers_hold.py)")
    id: Id = Field(description="the id of the record that may break it")
    reason: Text = Field(description="why the rule cannot be kept now, honestly and in plain words")
    expires: Day = Field(description="the last day it holds, as 2027-11-30")
    sources: tuple[SourceRef, ...] = Field((), description="what supports the reason, if anything does")
