"""A muscle names structures that the chart draws in at least one view."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.model import VIEWS
from bodymap.problems import Problem, did_you_mean
from bodymap.read.draft import Draft
from bodymap.read.rules.positions_inside import muscles


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every structure that no view draws.

    Says nothing while a view cannot be read: that is ``chart_fits``'s to report.
    """
    if len(draft.chart.views) < len(VIEWS):
        return
    drawn = {shape.id for view in draft.chart.views.values() for shape in muscles(view).values()}
    for entry in draft.muscles:
        for index, structure in enumerate(entry.record.structures):
            if structure not in drawn:
                hint = did_you_mean(structure, drawn) or "draw it in data/body/schematics.yaml and run `make chart`"
                yield entry.problem("structures", index, message=f"no view draws `{structure}`", hint=hint)
