"""A point whose zones lie in separate places on the body says so in its ``note``.

Otherwise a patch far from the rest reads as a slip of the brush. What touches is computed from the chart
(``bodymap.body.neighbours``); zones on or across the other side, ``:opposite`` and ``:both``, are left aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bodymap.body.geometry import ChartView
from bodymap.body.neighbours import islands, neighbours
from bodymap.problems import Problem
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every point without a note whose zones form more than one island.

    A point waits while one of its regions is not drawn in all its views, and all wait while something is wrong
    with the chart: both are said elsewhere.
    """
    chart = draft.chart.views
    if draft.chart.problems:
        return
    drawn = _drawn(draft, chart)
    touching = neighbours(chart)
    for entry, index, point in draft.points():
        zones = [zone for zone in (*point.primary, *point.spillover) if ":" not in zone]
        if point.note or not drawn.issuperset(zones):
            continue
        found = islands(zones, touching)
        if len(found) > 1:
            places = " / ".join(", ".join(zone for zone in zones if zone in island) for island in found)
            hint = "add a `note` that begins, for example, `Felt in two separate places: ...`"
            message = f"its zones lie in {len(found)} separate places ({places}) and no note says so"
            yield entry.problem("trigger_points", index, message=message, hint=hint)


def _drawn(draft: Draft, chart: Mapping[str, ChartView]) -> set[str]:
    """The regions that every view they name draws."""
    records = [entry.record for entry in draft.regions]
    return {r.id for r in records if all(view in chart and r.id in chart[view].regions for view in r.views)}
