"""Typed, frozen records of what is known about dry needling: studies, harms, cautions, claims, and a short guide.

Pure data. No record says where, how deep, at what angle or with what needle; a rule sees to that. What a study
tested (``intervention``) is part of every study record, so that acupuncture or injection is never counted as
dry needling.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StrictFloat, StrictInt

from bodymap.data.model import Curation, Id, Record, SourceRef, Text

Intervention = Literal["dry_needling", "acupuncture", "injection", "mixed"]
Provenance = Literal["read", "recalled", "secondary"]
Count = Annotated[StrictInt, Field(ge=0)]
Percent = Annotated[StrictFloat | StrictInt, Field(ge=0, le=100)]


class Certainty(StrEnum):
    """How sure a review is of an effect (GRADE), from none to high; never our own rating."""

    NOT_GRADED = "not_graded"
    VERY_LOW = "very_low"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Evidence(Record):
    """What one study or review found when people with a condition were needled or given something like it."""

    id: Id = Field(description="small letters, digits and _; never changed later")
    conditions: tuple[Id, ...] = Field(description="the ids of the conditions it studied; [] if it is about none alone")
    studied: Text = Field(description="who was studied and what was compared, in one plain sentence")
    intervention: Intervention = Field(
        description="what was really tested: dry_needling, acupuncture, injection or mixed"
    )
    comparator: tuple[
        Literal["sham", "no_treatment", "usual_care", "add_on_to_exercise", "other_treatment", "none", "unstated"], ...
    ] = Field(
        min_length=1,
        description="what it was compared with; none without a control group, unstated where the text does not say",
    )
    horizon: Literal["immediate", "up_to_12_weeks", "longer", "unclear"] = Field(
        description="how long people were followed"
    )
    direction: Literal["benefit", "no_difference", "harm", "mixed"] = Field(description="which way the finding points")
    certainty: Certainty = Field(description="the GRADE rating that the source itself gives, else not_graded")
    study_level: Annotated[StrictInt, Field(ge=1, le=5)] = Field(
        description="Oxford 2011: 1 systematic review, 2 trial, 3 controlled, 4 case series, 5 mechanism or opinion"
    )
    trials: Count | None = Field(None, description="how many trials a review pooled")
    people: Count | None = Field(None, description="how many people took part")
    finding: Text = Field(description="what it found, in one or two plain sentences, with its limits")
    harms: Text | None = Field(None, description="what it says about harms; leave out if what was read says nothing")
    provenance: Provenance = Field(description="read if the abstract or paper was read, else recalled or secondary")
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="the study itself")
    curation: Curation = Field(description="who stands behind the record")


class HarmEffect(Record):
    """One kind of unwanted effect and how often it was counted."""

    effect: Text = Field(description="what happened, in plain words")
    percent: Percent = Field(description="in how many of a hundred treatments")


class HarmCount(Record):
    """A study that counted unwanted effects: how many, of how many, and who counted."""

    id: Id = Field(description="small letters, digits and _; never changed later")
    name: Text = Field(description="a short name for people, for example Irish physiotherapists, 2014")
    counted_by: Text = Field(description="who counted, because that changes the numbers")
    denominator: Annotated[StrictInt, Field(ge=1)] = Field(description="how many treatments or people were looked at")
    unit: Literal["treatments", "people"] = Field(description="what the denominator counts")
    minor_percent: Percent | None = Field(None, description="how many of a hundred had a minor effect")
    major: Count | None = Field(None, description="how many major effects there were; leave out if not said")
    effects: tuple[HarmEffect, ...] = Field((), description="the kinds of minor effect")
    note: Text | None = Field(None, description="what a reader should know about the numbers")
    provenance: Provenance = Field(description="read if the abstract or paper was read, else recalled or secondary")
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="the study itself")


class Label(StrEnum):
    """How strictly a source warns, the strictest first."""

    SEEK_CARE = "seek_care"
    DO_NOT = "do_not"
    DO_NOT_THERE = "do_not_there"
    SPECIALIST = "specialist_first"
    CAUTION = "caution"
    DISCUSS = "discuss"


LABELS = tuple(Label)


class Stance(Record):
    """What one source says about a reason for caution."""

    who: Text = Field(description="the key of a source document in data/sources.bib, or guideline, or review")
    label: Label = Field(description="how strictly it warns")
    says: Text = Field(description="what it says, in our own plain words")
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="where it says so")


class Contraindication(Record):
    """A reason not to needle, or to ask first, and who says so. The strictest label is the one shown."""

    id: Id = Field(description="small letters, digits and _; never changed later")
    item: Text = Field(description="the reason, in plain words, for example a bleeding disorder")
    advice: Text = Field(description="what a reader should do, in one plain sentence; never to stop a medicine")
    stances: tuple[Stance, ...] = Field(
        min_length=1, description="who says what; sources that say nothing are left out"
    )

    @property
    def label(self) -> Label:
        """The strictest label that any source gives."""
        return min((stance.label for stance in self.stances), key=LABELS.index)

    @property
    def disputed(self) -> bool:
        """Whether the sources that mention it give different labels."""
        return len({stance.label for stance in self.stances}) > 1


class Claim(Record):
    """A statement of one of the documents the project grew from, and what the evidence says about it."""

    id: Id = Field(description="small letters, digits and _; never changed later")
    claim: Text = Field(description="the claim in our own words, said as a claim, without praise")
    topic: Literal["concept", "effect", "condition", "feeling_and_harm", "reference"] = Field(
        description="what the claim is about"
    )
    documents: tuple[Text, ...] = Field(min_length=1, description="the source keys of the documents that say so")
    verdict: Literal[
        "supported", "partly", "weak", "unsupported", "contradicted", "wrong_source", "definition", "marketing"
    ] = Field(description="what the evidence says about it")
    finding: Text = Field(description="why, in one to three plain sentences")
    conditions: tuple[Id, ...] = Field((), description="the ids of the conditions it is about")
    sources: tuple[SourceRef, ...] = Field(
        (), description="what the verdict rests on; may be empty only if nothing was found or nothing can be tested"
    )


class GuidePart(Record):
    """A part of the page on dry needling: a heading and a few plain paragraphs."""

    id: Id = Field(description="small letters, digits and _; never changed later")
    section: Literal["what", "how", "techniques", "feeling", "after", "get_help", "practitioner", "training"] = Field(
        description="where on the page it stands"
    )
    title: Text = Field(description="its heading")
    text: tuple[Text, ...] = Field(min_length=1, description="its paragraphs, plain and short")
    points: tuple[Text, ...] = Field((), description="a list below the paragraphs")
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="where the statements stand")
