"""Typed, frozen records of what studies counted: in how many people a trigger point was found, in which muscle.

Pure data. A count is a fact about the people of one study and the hands of its examiner, never a chance that
somebody else has it. A number stands only as it was printed; nothing is worked out from it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictInt

from bodymap.data.model import Curation, Id, Record, RegionId, SourceRef, Text
from bodymap.data.needling import Count, Percent, Provenance

Counting = Literal["active", "any", "pain_reproduced", "referred_pain", "latent", "tenderness"]
Use = Literal["print", "order_only", "context"]
People = Annotated[StrictInt, Field(ge=1)]


class MuscleCount(Record):
    """In how many of the people examined something was found in one muscle."""

    muscle: Id = Field(description="the id of a muscle")
    part: Text | None = Field(None, description="the part of the muscle, for example upper, if the study says so")
    side: Literal["painful", "left", "right"] | None = Field(None, description="the side that was counted")
    counted: Counting = Field(
        description="active (pressing brought on the person's own pain), any (active or latent, or not told apart), "
        "pain_reproduced, referred_pain, latent or tenderness"
    )
    n: Count | None = Field(None, description="in how many people it was found, only as printed")
    of: People = Field(description="how many people were examined for it")
    percent: Percent | None = Field(None, description="in how many of a hundred, exactly as printed")
    compared_n: Count | None = Field(None, description="in how many of the comparison group, only as printed")
    compared_of: People | None = Field(None, description="how many people the comparison group had")
    compared_percent: Percent | None = Field(None, description="in how many of a hundred of the comparison group")
    by_definition: StrictBool = Field(
        False, description="true if the comparison group had no pain and so can have no active point: it shows nothing"
    )
    use: Use = Field(
        description="print (may be shown), order_only (may help to order, never shown) or context (neither)"
    )


class Prevalence(Record):
    """One study that looked for trigger points in named muscles of people with a complaint."""

    id: Id = Field(description="small letters, digits and _; never changed later")
    population: Text = Field(
        description="who was examined, as it follows their number, for example adults with neck pain"
    )
    condition: Id | None = Field(None, description="the id of a condition, only if these people had exactly that")
    regions: tuple[RegionId, ...] = Field((), description="the ids of the regions where they had pain")
    design: Literal["case_control", "cross_sectional", "cohort", "trial", "review"] = Field(
        description="how the study was made"
    )
    people: People | None = Field(None, description="how many people had the complaint; leave out for a review")
    compared: Count = Field(description="how many people it was compared with; 0 if there was no comparison group")
    comparison: Text = Field(description="who they were, or no comparison group")
    examiner_blinded: Literal["yes", "no", "unknown", "not_applicable"] = Field(
        description="whether the examiner knew who had pain; not_applicable with one group"
    )
    tested: tuple[Id, ...] = Field((), description="the ids of the muscles looked at, if the study names them")
    tested_is_complete: StrictBool = Field(False, description="true if tested holds every muscle looked at")
    most_often: tuple[Id, ...] = Field((), description="the muscles that the study names as those found most often")
    rows: tuple[MuscleCount, ...] = Field((), description="the counts by muscle; [] if what was read gives none")
    note: Text | None = Field(None, description="what a reader should know about the counts")
    provenance: Provenance = Field(description="read if the abstract or paper was read, else recalled or secondary")
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="the study itself")
    curation: Curation = Field(description="who stands behind the record")
