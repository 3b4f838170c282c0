"""The regions, muscles and warning signs that a condition names exist."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.problems import Problem
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every reference of a condition that leads nowhere."""
    for entry in draft.conditions:
        for at, region in enumerate(entry.record.regions):
            if not draft.knows("regions", region):
                hint = draft.suggest("regions", region)
                yield entry.problem("regions", at, message=f"`{region}` is not a region", hint=hint)
        for at, link in enumerate(entry.record.muscles):
            if not draft.knows("muscles", link.muscle):
                hint = draft.suggest("muscles", link.muscle)
                yield entry.problem("muscles", at, "muscle", message=f"`{link.muscle}` is not a muscle", hint=hint)
        for at, flag in enumerate(entry.record.red_flags):
            if not draft.knows("red_flags", flag):
                hint = draft.suggest("red_flags", flag)
                yield entry.problem("red_flags", at, message=f"`{flag}` is not a red flag", hint=hint)
