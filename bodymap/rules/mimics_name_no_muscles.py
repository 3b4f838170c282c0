"""An emergency that can feel like a muscle lists no muscles, so that nobody is sent looking for one."""

from __future__ import annotations

from collections.abc import Iterator

from ..draft import Draft
from ..problems import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every ``emergency_mimic`` condition with muscles."""
    for entry in draft.conditions:
        if entry.record.safety_class == "emergency_mimic" and entry.record.muscles:
            message = "an emergency_mimic condition lists no muscles"
            yield entry.problem("muscles", message=message, hint="take the muscles out")
