"""A warning sign belongs somewhere: to known regions, or anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.problems import Problem
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every unknown region of a warning sign, and at every sign without a place."""
    for entry in draft.red_flags:
        for at, region in enumerate(entry.record.regions):
            if problem := draft.unknown(entry, "regions", region, "regions", at):
                yield problem
        if not entry.record.regions and not entry.record.anywhere:
            yield entry.problem(message="belongs to no region", hint="add `regions:` or `anywhere: true`")
