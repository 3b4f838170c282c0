"""The dataset while it is being checked: the records as written, still with their files and lines.

This is what a rule (``bodymap.read.rules``) reads. Records that do not fit their model are left out, but their
ids count as known, so that one mistake does not echo through the other files.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any, Generic, TypeVar

from bodymap.data.groups import NamedGroup
from bodymap.data.kinds import KINDS
from bodymap.data.model import Condition, DangerZone, Muscle, Record, Region, TriggerPoint, Waiver
from bodymap.data.needling import Claim, Contraindication, Evidence
from bodymap.data.next_steps import Comparison, NextSteps
from bodymap.data.prevalence import Prevalence
from bodymap.data.referral import Disc, Joint, Nerve, NerveRoot, Organ
from bodymap.data.signs import RedFlag, SignArea
from bodymap.data.source import Publisher, Source
from bodymap.problems import Problem, did_you_mean
from bodymap.read.chart.files import ChartFiles
from bodymap.read.yaml_lines import Document, YamlPath

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Entry(Generic[R]):
    """A record and the place in its file where it stands."""

    record: R
    document: Document
    path: YamlPath

    def problem(self, *steps: str | int, message: str, hint: str) -> Problem:
        """A problem at ``steps`` below this record, for example ``"trigger_points", 0, "primary", 2``."""
        return self.document.problem((*self.path, *steps), message, hint)


class Entries(Generic[R]):
    """The entries of one kind as an attribute of a ``Draft``; the attribute's name is the kind's."""

    def __init__(self, model: type[R]) -> None:
        self.model = model

    def __set_name__(self, owner: type, name: str) -> None:
        self.kind = name

    def __get__(self, draft: Draft, owner: type) -> tuple[Entry[R], ...]:
        return draft.written[self.kind]


@dataclass(frozen=True)
class Draft:
    """Everything read, by kind. ``known`` holds the ids written of each kind, None where a file cannot be read.

    ``today`` is the day on which waivers are judged; with None nothing expires.
    """

    written: Mapping[str, tuple[Entry[Any], ...]]
    sources: Mapping[str, Source]
    known: Mapping[str, tuple[str, ...] | None]
    body: Path
    today: dt.date | None = None
    chart: ChartFiles = field(default=ChartFiles({}, ()), repr=False)
    source_lines: Mapping[str, int] = field(default_factory=dict, repr=False)  # where each source stands

    regions = Entries(Region)
    muscles = Entries(Muscle)
    muscle_groups = Entries(NamedGroup)
    red_flags = Entries(RedFlag)
    sign_areas = Entries(SignArea)
    conditions = Entries(Condition)
    next_steps = Entries(NextSteps)
    comparisons = Entries(Comparison)
    nerve_roots = Entries(NerveRoot)
    nerves = Entries(Nerve)
    joints = Entries(Joint)
    discs = Entries(Disc)
    organs = Entries(Organ)
    prevalence = Entries(Prevalence)
    danger_zones = Entries(DangerZone)
    waivers = Entries(Waiver)
    evidence = Entries(Evidence)
    contraindications = Entries(Contraindication)
    claims = Entries(Claim)
    publishers = Entries(Publisher)

    def kinds(self) -> tuple[tuple[Entry[Any], ...], ...]:
        """The records of each file."""
        return tuple(self.written.values())

    def entries(self) -> Iterator[Entry[Any]]:
        """Every record of every file."""
        return chain.from_iterable(self.kinds())

    def points(self) -> Iterator[tuple[Entry[Muscle], int, TriggerPoint]]:
        """Every trigger point with its muscle's entry and its position in the muscle's list."""
        for entry in self.muscles:
            for index, point in enumerate(entry.record.trigger_points):
                yield entry, index, point

    def knows(self, kind: str, name: str) -> bool:
        """Whether an id is written somewhere; True for everything when that file cannot be read."""
        known = self.known[kind]
        return known is None or name in known

    def unknown(self, entry: Entry[Any], kind: str, name: str, *steps: str | int) -> Problem | None:
        """The problem that an id at ``steps`` below a record is written nowhere; None for one that is known."""
        if self.knows(kind, name):
            return None
        message = f"`{name}` is not a {KINDS[kind].one.replace('_', ' ')}"
        return entry.problem(*steps, message=message, hint=self.suggest(kind, name))

    def read_whole(self, kind: str) -> bool:
        """Whether every record written of a kind could be read; if not, what seems missing may be there."""
        known = self.known[kind]
        return known is not None and len(self.written[kind]) >= len(known)

    def waived(self, rule: str) -> frozenset[str]:
        """The ids that a waiver, expired or not, lets break a rule."""
        return frozenset(entry.record.id for entry in self.waivers if entry.record.rule == rule)

    def suggest(self, kind: str, name: str, otherwise: str = "") -> str:
        """A did-you-mean hint for an unknown id; with nothing near, ``otherwise``, or how to see the ids."""
        near = did_you_mean(name, self.known[kind] or ())
        return near or otherwise or f"`python -m bodymap list {kind}` prints the ids that exist"
