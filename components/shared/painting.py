"""What the chart paints: the chosen and the pinned patterns, or the map of the marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bodymap.ask.match import Match
from bodymap.body.geometry import ChartView
from bodymap.body.scene import pattern_paint, points_in
from bodymap.data.dataset import Dataset
from bodymap.place import SIDES, Place, Side
from components import data, state

SMALL = 0.62
DRAWN_ON: Side = "right"  # a pattern without a side is drawn here, and says so


def paint(dataset: Dataset, chart: Mapping[str, ChartView], layout: str, matches: Sequence[Match]) -> dict[str, Any]:
    """The ``patterns``, ``map`` and ``crosses`` of the chart's state.

    A painted pattern that no mark calls for any more makes room for the one on top of the list; pinned ones stay
    until they are unpinned or the last mark is gone.
    """
    called = [state.pattern_id(row.trigger_point, row.side) for row in matches]
    if state.map_shown() and matches:
        return {
            "patterns": [],
            "map": {"counts": _counts(matches)},
            "crosses": _crosses(dataset, chart, layout, matches),
        }
    if state.painted() not in called:
        state.paint_first(called[0] if called else None)
    shown = state.shown_patterns()
    drawn = [painted(dataset, chart, layout, pattern, slot) for slot, pattern in enumerate(shown)]
    return {"patterns": drawn, "map": None, "crosses": None}


def painted(
    dataset: Dataset, chart: Mapping[str, ChartView], layout: str, pattern: str, slot: int = 0
) -> dict[str, Any]:
    """One pattern for the chart: its zones as marks, its muscle and point, its name, and its slot of colour."""
    point, side = state.split(pattern)
    shown: Side = "left" if side == "left" else DRAWN_ON
    record, places = dataset.trigger_points[point], dataset.places(point, shown)
    drawing = pattern_paint(chart, layout, record.muscle.structures, record.point.positions, shown)
    return {
        **drawing,
        "id": pattern,
        "slot": slot,
        "title": title(dataset, pattern),
        "primary": [str(place) for place in places.primary],
        "spillover": [str(place) for place in places.spillover],
    }


def title(dataset: Dataset, pattern: str) -> str:
    """``Soleus, TrP1, left``."""
    point, side = state.split(pattern)
    name = dataset.trigger_points[point].name
    return f"{name}, {side}" if side else f"{name} (drawn on the {DRAWN_ON})"


def cross(
    dataset: Dataset, pattern: str, side: Side, points: Mapping[str, Sequence[int]], size: float
) -> dict[str, Any]:
    """A cross that opens a pattern; ``size`` 1 is that of a painted pattern."""
    return {"id": pattern, "title": title(dataset, pattern), "side": side, "points": points, "size": size}


def _sides(row: Match) -> tuple[Side, ...]:
    return (row.side,) if row.side else SIDES


def _counts(matches: Sequence[Match]) -> dict[str, int]:
    """How many of the patterns have their trigger point under each place of the surface."""
    counts: dict[str, int] = {}
    regions = data.point_regions()
    for row in matches:
        for region, midline in regions[row.trigger_point]:
            for side in (None,) if midline else _sides(row):
                mark = str(Place(region, side))
                counts[mark] = counts.get(mark, 0) + 1
    return counts


def _crosses(
    dataset: Dataset, chart: Mapping[str, ChartView], layout: str, matches: Sequence[Match]
) -> list[dict[str, Any]]:
    """A cross for the trigger point of each pattern; clicked, it opens the pattern."""
    crosses = []
    for row in matches:
        pattern = state.pattern_id(row.trigger_point, row.side)
        points = points_in(chart, layout, dataset.trigger_points[row.trigger_point].point.positions)
        for side in _sides(row):
            crosses.append(cross(dataset, pattern, side, points, SMALL))
    return crosses
