"""What the chart paints for the chosen pattern."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bodymap.dataset import OTHER_SIDE, SIDES, Dataset, Side, Zone
from bodymap.geometry import ChartView
from bodymap.match import Match
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
        "primary": _marks(dataset, pattern.primary, shown),
        "spillover": _marks(dataset, pattern.spillover, shown),
    }


def _marks(dataset: Dataset, zones: Sequence[Zone], side: Side) -> list[str]:
    """The mark ids that zones cover for a point on ``side``."""
    sides = {"same": (side,), "opposite": (OTHER_SIDE[side],), "both": SIDES}
    return [
        zone.region if dataset.regions[zone.region].midline else f"{zone.region}.{reached}"
        for zone in zones
        for reached in sides[zone.reach]
    ]
