"""A reviewed record names its reviewer."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.model import Condition, Muscle
from bodymap.data.prevalence import Prevalence
from bodymap.problems import Problem
from bodymap.read.draft import Draft, Entry


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every ``status: reviewed`` without a reviewer."""
    entries: tuple[Entry[Muscle] | Entry[Condition] | Entry[Prevalence], ...] = (
        *draft.muscles,
        *draft.conditions,
        *draft.prevalence,
    )
    for entry in entries:
        curation = entry.record.curation
        if curation.status == "reviewed" and curation.reviewer is None:
            yield entry.problem(
                "curation", message="is reviewed by nobody", hint="add `reviewer:`, or set `status: draft`"
            )
