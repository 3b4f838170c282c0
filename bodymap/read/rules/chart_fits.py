"""The chart can be drawn and fits the regions: every file whole, every region in each view that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bodymap.body.geometry import CLOSE_UPS, ChartView
from bodymap.data.model import Region
from bodymap.problems import Problem
from bodymap.read.chart.fit import other_side, unknown
from bodymap.read.chart.form import BUILD
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem for everything wrong in a file of the chart, and between the chart and the regions."""
    chart, written = draft.chart, draft.known["regions"]
    yield from chart.problems
    if written is None:
        return
    yield from unknown(draft.body, chart, dict.fromkeys(written))
    yield from other_side(draft.body, chart, {entry.record.id: entry.record for entry in draft.regions})
    for entry in draft.regions:
        for index, name in enumerate(entry.record.views):
            if name in chart.views and entry.record.id not in chart.views[name].regions:
                hint = f"cut it in data/body/cuts and {BUILD}, or take the view out"
                yield entry.problem("views", index, message=f"{name}.geojson does not draw it", hint=hint)
        for close_up in _close_ups(chart.views, entry.record):
            message, hint = f"{close_up}.geojson, the close-up, does not draw it", f"cut it there, too, and {BUILD}"
            yield entry.problem("views", message=message, hint=hint)


def _close_ups(views: Mapping[str, ChartView], region: Region) -> Iterator[str]:
    """The close-ups of the head that should draw a region of head or neck and do not."""
    for name, whole in CLOSE_UPS.items():
        close = name.startswith("head_") and region.group == "head_neck" and whole in region.views
        if close and name in views and region.id not in views[name].regions:
            yield name
