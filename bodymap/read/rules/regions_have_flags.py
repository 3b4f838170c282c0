"""Every region has at least one warning sign of its own that cannot wait for days."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.signs import Time
from bodymap.problems import Problem
from bodymap.read.draft import Draft

_PRESSING = (Time.NOW, Time.TODAY)


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every region without one. Waits while a warning sign cannot be read."""
    if not draft.read_whole("red_flags"):
        return
    flags = [entry.record for entry in draft.red_flags if entry.record.time in _PRESSING]
    covered = {region for flag in flags for region in flag.regions}
    for entry in draft.regions:
        if entry.record.id not in covered:
            message = "has no warning sign of its own for now or today"
            yield entry.problem(message=message, hint=f"add `{entry.record.id}` to one in red_flags.yaml")
