"""Every region has at least one emergency or urgent warning sign of its own."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.model import FlagLevel
from bodymap.problems import Problem
from bodymap.read.draft import Draft

_PRESSING = (FlagLevel.EMERGENCY, FlagLevel.URGENT)


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every region without one. Waits while a warning sign cannot be read."""
    if not draft.read_whole("red_flags"):
        return
    flags = [entry.record for entry in draft.red_flags if entry.record.level in _PRESSING]
    covered = {region for flag in flags for region in flag.regions}
    for entry in draft.regions:
        if entry.record.id not in covered:
            message = "has no emergency or urgent warning sign of its own"
            yield entry.problem(message=message, hint=f"add `{entry.record.id}` to one in red_flags.yaml")
