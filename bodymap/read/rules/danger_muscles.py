"""A danger zone names known muscles, each once."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.problems import Problem
from bodymap.read.draft import Draft
from bodymap.read.rules.muscles import problems_in_muscles


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every muscle of a danger zone that does not exist or is named twice."""
    return problems_in_muscles(draft, draft.danger_zones)
