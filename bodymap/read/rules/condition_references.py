"""The regions, muscles and warning signs that a condition names exist."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.problems import Problem
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every reference of a condition that leads nowhere."""
    for entry in draft.conditions:
        for at, region in enumerate(entry.record.regions):
            if problem := draft.unknown(entry, "regions", region, "regions", at):
                yield problem
        for at, link in enumerate(entry.record.muscles):
            if problem := draft.unknown(entry, "muscles", link.muscle, "muscles", at, "muscle"):
                yield problem
        for at, flag in enumerate(entry.record.red_flags):
            if problem := draft.unknown(entry, "red_flags", flag, "red_flags", at):
                yield problem
