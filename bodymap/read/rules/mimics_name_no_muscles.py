"""An emergency that can feel like a muscle lists no muscles, so that nobody is sent looking for one."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.problems import Problem
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every ``emergency_mimic`` condition with muscles."""
    for entry in draft.conditions:
        if entry.record.safety_class == "emergency_mimic" and entry.record.muscles:
            message = "an emergency_mimic condition lists no muscles"
            yield entry.problem("muscles", message=message, hint="take the muscles out")
