"""A muscle names structures that the chart draws in at least one view."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.model import VIEWS
from bodymap.problems import Problem, did_you_mean
from bodymap.read.draft import Draft
from bodymap.read.rules.positions_inside import outlines_of


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every structure that no view draws.

    Says nothing while a view that some position names cannot be read: that is ``positions_inside``'s to report.
    """
    drawn: set[str] = set()
    named = {view for _, _, point in draft.points() for view in point.positions}
    for view in VIEWS:
        if view not in named and not (draft.body / f"{view}.geojson").exists():
            continue
        try:
            drawn |= set(outlines_of(draft, view))
        except (OSError, ValueError, KeyError, TypeError):
            return
    for entry in draft.muscles:
        for index, structure in enumerate(entry.record.structures):
            if structure not in drawn:
                hint = did_you_mean(structure, drawn) or "draw it in data/body/schematics.yaml and run `make chart`"
                yield entry.problem("structures", index, message=f"no view draws `{structure}`", hint=hint)
