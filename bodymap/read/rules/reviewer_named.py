"""A reviewed record names its reviewer."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.model import Curation
from bodymap.problems import Problem
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every ``status: reviewed`` without a reviewer."""
    for entry in draft.entries():
        curation = getattr(entry.record, "curation", None)
        if isinstance(curation, Curation) and curation.status == "reviewed" and curation.reviewer is None:
            yield entry.problem(
                "curation", message="is reviewed by nobody", hint="add `reviewer:`, or set `status: draft`"
            )
