"""A group of muscles names known muscles, each once."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.problems import Problem
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every muscle of a group that does not exist or is named twice."""
    for entry in draft.muscle_groups:
        muscles = entry.record.muscles
        for at, muscle in enumerate(muscles):
            if not draft.knows("muscles", muscle):
                hint = draft.suggest("muscles", muscle)
                yield entry.problem("muscles", at, message=f"`{muscle}` is not a muscle", hint=hint)
            elif muscle in muscles[:at]:
                yield entry.problem("muscles", at, message=f"`{muscle}` is named twice", hint="keep it once")
