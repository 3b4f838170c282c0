"""What a report is about: everything the person said and chose, and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from bodymap import DATA_DIR
from bodymap.felt import Felt
from bodymap.place import Place, Side
from bodymap.read.release import read_releases

Said = Literal["not_answered", "none", "noticed"]


@dataclass(frozen=True)
class SignsAnswer:
    """What the person said about warning signs; ``asked`` and ``noticed`` are ids of signs.

    ``none`` is only what a person said who was asked about ``asked``; whoever was not asked did not answer.
    """

    said: Said = "not_answered"
    asked: tuple[str, ...] = ()
    noticed: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.said == "noticed") != bool(self.noticed) or (self.said == "none" and not self.asked):
            raise ValueError(f"an answer that does not hold together: {self}")


@dataclass(frozen=True)
class Asked:
    """What a report is about: the marks, the day, the address that shows them again, and what was said and chosen.

    A pattern is the id of a trigger point or an area that is painted, and its side. ``conditions`` are ids.
    """

    marks: Sequence[Place]
    day: dt.date
    link: str
    patterns: Sequence[tuple[str, Side]] = ()
    felt: Mapping[Place, Felt] = field(default_factory=dict)
    signs: SignsAnswer = SignsAnswer()
    conditions: Sequence[str] = ()


@cache
def data_version() -> str:
    """The version of the data that come along with the program."""
    return read_releases(DATA_DIR)[0].version
