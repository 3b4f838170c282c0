"""What the chart paints for the chosen pattern."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bodymap.dataset import Dataset, Side
from bodymap.geometry import ChartView
from bodymap.match import Match
from bodymap.pattern_views import zone_marks
from bodymap.scene import pattern_paint

from . import state


def painted_pattern(
    dataset: Dataset, chart: Mapping[str, ChartView], layout: str, matches: Sequence[Match]
) -> dict[str, Any] | None:
    """The painted pattern for the chart's state, or None; a pattern that no mark calls for any more goes away."""
    chosen = state.painted()
    if chosen is None:
        return None
    if not any((row.trigger_point, row.side) == chosen for row in matches):
        state.unpaint()
        return None
    point, side = chosen
    shown: Side = "left" if side == "left" else "right"
    pattern = dataset.trigger_points[point]
    drawing = pattern_paint(chart, layout, pattern.muscle.structures, pattern.point.positions, shown)
    return {
        **drawing,
        "title": f"{pattern.name}, {side}" if side else f"{pattern.name} (drawn on the right)",
        "primary": [str(mark) for mark in zone_marks(dataset, pattern.primary, shown)],
        "spillover": [str(mark) for mark in zone_marks(dataset, pattern.spillover, shown)],
    }
