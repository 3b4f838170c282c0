"""Typed, frozen records of what a runner can do next, and of how conditions of one place are told apart in words.

Pure data. Every statement says where it comes from and how strong that is; none is a prescription.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from bodymap.data.model import Curation, Id, Record, RegionId, SourceRef, Text


class Strength(StrEnum):
    """What kind of source stands behind a statement; never our own rating of it."""

    GUIDELINE = "guideline"  # of a society or a public body, made by a stated method
    CONSENSUS = "consensus"  # experts who say how they came to agree
    REVIEW = "review"  # a systematic review
    TRIAL = "trial"  # one randomised trial
    COHORT = "cohort"  # people followed or counted
    EXPERT = "expert"  # a narrative review, a textbook, the page of a health service


class Statement(Record):
    """One plain sentence with its source and the kind of source that it is."""

    text: Text = Field(description="one plain sentence of at most 30 words; no amounts of exercise, no medicine")
    strength: Strength = Field(
        description="guideline, consensus, review, trial, cohort or expert: what the source is, not what we think of it"
    )
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="where it stands")


class Option(Statement):
    """What others do: when it is discussed."""

    what: Literal["physiotherapy", "imaging", "injections", "surgery", "other"] = Field(description="what it is")


class NextSteps(Record):
    """What is known about the way on from a running injury; ``id`` is that of the condition."""

    id: Id = Field(description="the id of the condition")
    course: tuple[Statement, ...] = Field((), description="how it usually goes: time and outcome")
    first: tuple[Statement, ...] = Field((), description="what usually helps first")
    stop: tuple[Statement, ...] = Field((), description="what to stop or cut back")
    go_on: tuple[Statement, ...] = Field((), description="what may go on")
    too_much: tuple[Statement, ...] = Field((), description="how to know that it was too much, also a day later")
    back: tuple[Statement, ...] = Field((), description="steps back to running, in general words")
    others: tuple[Option, ...] = Field((), description="what clinicians do, and when that is discussed")
    not_helpful: tuple[Statement, ...] = Field((), description="what was tried and did not help, or is advised against")
    curation: Curation = Field(description="who stands behind the record")


LOAD_ADVICE = ("first", "go_on", "too_much", "back")  # refused where running must stop until somebody has looked


class Compared(Record):
    """One condition in a table: how it is described, in a few words each."""

    condition: Id = Field(description="the id of a condition")
    where: Text = Field(description="where it is felt, exactly, in at most 12 words")
    when: Text = Field(description="when it is felt, in at most 12 words")
    eases: Text = Field(description="what eases it, in at most 12 words; say `not described` if no source says it")
    red_flag: Id = Field(description="the id of the warning sign that matters most for it")
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="where it is described so")


class Comparison(Record):
    """Up to four conditions that people confuse in one place, side by side."""

    id: Id = Field(description="small letters, digits and _; never changed later")
    name: Text = Field(description="the place as people call it, for example Front of the knee")
    regions: tuple[RegionId, ...] = Field(min_length=1, description="the ids of the regions of the place")
    rows: tuple[Compared, ...] = Field(min_length=2, max_length=4, description="two to four conditions")
    curation: Curation = Field(description="who stands behind the record")
