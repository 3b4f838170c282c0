"""An id names one record of its kind; a trigger point's id is unique across all muscles."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.problems import Problem
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every second use of an id."""
    for entries in draft.kinds():
        first: dict[str, int] = {}
        for entry in entries:
            line = entry.document.line((*entry.path, "id"))
            if first.setdefault(entry.record.id, line) != line:
                yield entry.problem("id", message=_said(entry.record.id, first), hint="choose another id")
    points: dict[str, int] = {}
    for owner, index, point in draft.points():
        line = owner.document.line((*owner.path, "trigger_points", index, "id"))
        if points.setdefault(point.id, line) != line:
            yield owner.problem(
                "trigger_points", index, "id", message=_said(point.id, points), hint="choose another id"
            )


def _said(name: str, first: dict[str, int]) -> str:
    return f"the id `{name}` is used twice, first in line {first[name]}"
