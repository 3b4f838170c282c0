"""The dataset while it is being checked: the records as written, still with their files and lines.

This is what a rule (``bodymap.rules``) reads. Records that do not fit their model are left out, but their
ids count as known, so that one mistake does not echo through the other files.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Generic, Literal, TypeVar

from bodymap.body.geometry import Polygons
from bodymap.data.model import Condition, DangerZone, Muscle, RedFlag, Region, TriggerPoint, Waiver
from bodymap.data.needling import Claim, Contraindication, Evidence, GuidePart, HarmCount
from bodymap.data.sources import Source
from bodymap.problems import Problem, did_you_mean
from bodymap.read.yaml_lines import Document, YamlPath

Kind = Literal[
    "regions", "muscles", "red_flags", "conditions", "danger_zones", "waivers", "sources",
    "evidence", "harms", "contraindications", "claims", "guide",
]  # fmt: skip
R = TypeVar(
    "R", Region, Muscle, RedFlag, Condition, DangerZone, Waiver, Evidence, HarmCount, Contraindication, Claim, GuidePart
)


Outlines = Mapping[str, Polygons]


@dataclass(frozen=True)
class Entry(Generic[R]):
    """A record and the place in its file where it stands."""

    record: R
    document: Document
    path: YamlPath

    def problem(self, *steps: str | int, message: str, hint: str = "") -> Problem:
        """A problem at ``steps`` below this record, for example ``"trigger_points", 0, "primary", 2``."""
        return self.document.problem((*self.path, *steps), message, hint)


AnyEntry = (
    Entry[Region]
    | Entry[Muscle]
    | Entry[RedFlag]
    | Entry[Condition]
    | Entry[DangerZone]
    | Entry[Waiver]
    | Entry[Evidence]
    | Entry[HarmCount]
    | Entry[Contraindication]
    | Entry[Claim]
    | Entry[GuidePart]
)


@dataclass(frozen=True)
class Draft:
    """Everything read. ``known`` holds the ids written of each kind, None where a file cannot be read.

    ``today`` is the day on which waivers are judged; with None nothing expires.
    """

    regions: tuple[Entry[Region], ...]
    muscles: tuple[Entry[Muscle], ...]
    red_flags: tuple[Entry[RedFlag], ...]
    conditions: tuple[Entry[Condition], ...]
    danger_zones: tuple[Entry[DangerZone], ...]
    waivers: tuple[Entry[Waiver], ...]
    evidence: tuple[Entry[Evidence], ...]
    harms: tuple[Entry[HarmCount], ...]
    contraindications: tuple[Entry[Contraindication], ...]
    claims: tuple[Entry[Claim], ...]
    guide: tuple[Entry[GuidePart], ...]
    sources: Mapping[str, Source]
    known: Mapping[Kind, tuple[str, ...] | None]
    body: Path
    today: dt.date | None = None
    outlines: dict[str, Outlines] = field(default_factory=dict, repr=False, compare=False)  # as rules read them

    def kinds(self) -> tuple[tuple[AnyEntry, ...], ...]:
        """The records of each file."""
        return (
            self.regions, self.muscles, self.red_flags, self.conditions, self.danger_zones, self.waivers,
            self.evidence, self.harms, self.contraindications, self.claims, self.guide,
        )  # fmt: skip

    def entries(self) -> Iterator[AnyEntry]:
        """Every record of every file."""
        return chain.from_iterable(self.kinds())

    def points(self) -> Iterator[tuple[Entry[Muscle], int, TriggerPoint]]:
        """Every trigger point with its muscle's entry and its position in the muscle's list."""
        for entry in self.muscles:
            for index, point in enumerate(entry.record.trigger_points):
                yield entry, index, point

    def knows(self, kind: Kind, name: str) -> bool:
        """Whether an id is written somewhere; True for everything when that file cannot be read."""
        known = self.known[kind]
        return known is None or name in known

    def read_whole(self, kind: Literal["muscles", "red_flags", "waivers"]) -> bool:
        """Whether every record written of a kind could be read; if not, what seems missing may be there."""
        known = self.known[kind]
        return known is not None and len(getattr(self, kind)) >= len(known)

    def waived(self, rule: str) -> frozenset[str]:
        """The ids that a waiver, expired or not, lets break a rule."""
        return frozenset(entry.record.id for entry in self.waivers if entry.record.rule == rule)

    def suggest(self, kind: Kind, name: str) -> str:
        """A did-you-mean hint for an unknown id, or an empty string."""
        return did_you_mean(name, self.known[kind] or ())
