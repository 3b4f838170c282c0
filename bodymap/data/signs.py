"""Typed records of the warning signs and of what is shown first where, and the order of their urgency."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

from pydantic import Field, StrictBool

from bodymap.data.model import Id, Record, RegionId, SourceRef, Text


class Time(StrEnum):
    """How soon a warning sign needs a clinician."""

    NOW = "now"  # call the emergency number
    TODAY = "today"
    DAYS = "days"  # within days
    WEEKS = "weeks"  # within two weeks


_URGENCY = {time: rank for rank, time in enumerate(Time)}


class RedFlag(Record):
    """A warning sign: what a person notices, how quickly to act, what clinicians want to rule out."""

    id: Id = Field(description="small letters, digits and _; never changed later")
    brief: Text = Field(description="what a person notices in one line: at most 12 words, no diagnosis")
    sign: Text = Field(description="what a person notices, in plain words and in full")
    time: Time = Field(description="now (emergency number), today, days (within days) or weeks (within two weeks)")
    think_of: Text = Field(description="what clinicians want to rule out, for example a clot in a deep vein")
    short: Text = Field(description="the same in a list of names: at most 4 words, for example leg clot")
    regions: tuple[RegionId, ...] = Field((), description="the ids of the regions it belongs to")
    anywhere: StrictBool = Field(False, description="true if it counts wherever it hurts")
    children: StrictBool = Field(False, description="true if it is about children and teenagers only")
    note: Text | None = Field(None, description="what else a reader should know")
    provenance: Literal["read", "recalled", "secondary"] = Field(
        description="read if the source was read for this statement, else recalled or secondary"
    )
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="where the sign stands")


class SignArea(Record):
    """A part of the body whose warning signs are shown in one order, chosen by hand."""

    id: Id = Field(description="small letters, digits and _; never changed later")
    name: Text = Field(description="the name that people use")
    regions: tuple[RegionId, ...] = Field(min_length=1, description="the ids of its regions, each in one area only")
    first: tuple[Id, ...] = Field(
        min_length=1,
        max_length=5,
        description="the ids of the signs that are shown first, emergencies before others",
    )


def most_urgent_first(flags: Iterable[RedFlag]) -> tuple[RedFlag, ...]:
    """Warning signs by time, emergencies first.

    Within a time, signs that belong to fewer places come first, because they say more about this one, and signs
    that count anywhere come last.
    """
    return tuple(sorted(flags, key=urgency))


def urgency(flag: RedFlag) -> tuple[int, bool, int]:
    """Where a warning sign stands among others: see ``most_urgent_first``."""
    return _URGENCY[flag.time], flag.anywhere, len(flag.regions)
