"""A trigger point's position lies inside the drawn outline of its muscle, in each view that it names.

Outlines are the features of ``data/body/<view>.geojson`` with ``kind: muscle`` and ``extent: whole``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bodymap.body.geometry import ChartView, Shape
from bodymap.problems import Problem
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every position outside its muscle, or in a view that does not draw the muscle.

    Waits for views that cannot be read: ``chart_fits`` says so.
    """
    for entry, index, point in draft.points():
        for view, position in point.positions.items():
            if view not in draft.chart.views:
                continue
            drawn = muscles(draft.chart.views[view])
            shapes = [drawn[name] for name in entry.record.structures if name in drawn]
            where = ("trigger_points", index, "positions", view)
            if not shapes:
                hint = "choose a view that draws " + " or ".join(entry.record.structures)
                yield entry.problem(*where, message=f"the muscle is not drawn in the view `{view}`", hint=hint)
            elif not any(shape.covers(position) for shape in shapes):
                hint = "move it inside " + " or ".join(entry.record.structures)
                yield entry.problem(*where, message=f"{list(position)} lies outside the muscle", hint=hint)


def muscles(view: ChartView) -> Mapping[str, Shape]:
    """The whole outline of each muscle in one view, by structure id."""
    return {name: shape for name, shape in view.whole.items() if shape.kind == "muscle"}
