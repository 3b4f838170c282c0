"""Which muscles lie under a place of the surface: a fact about the drawing, no sign that pain comes from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from bodymap.body.geometry import CLOSE_UPS, ChartView
from bodymap.data.model import Muscle

# A muscle is under a region if it covers this much of the region, or has this much of itself there.
OF_REGION, OF_MUSCLE = 0.25, 0.5
SEEN = 0.02  # of a region: a smaller piece of a muscle on the surface is only its edge
# Views in which one part of the body stands before another: there only what is seen or has a point counts.
OVERLAID = frozenset({"lateral", "lateral_arm", "head_lateral"})


class Under(NamedTuple):
    """A muscle under a region: whether a point of it is drawn there, how much of it is seen, how far out it lies."""

    muscle: str
    with_point: bool
    seen: float
    depth: int


def muscles_under(muscles: Mapping[str, Muscle], chart: Mapping[str, ChartView], region: str) -> list[str]:
    """The ids of the muscles under a region: those with a point drawn there first, then from the surface inwards.

    A muscle counts in a view where it is seen in the region or that records one of its points, so that the muscles
    of the back are not listed in front. Of several muscles drawn as one shape, only those with a point there count.
    """
    drawn = Counter(structure for muscle in muscles.values() for structure in muscle.structures)
    best: dict[str, Under] = {}
    for view in chart.values():
        for muscle in muscles.values() if region in view.regions else ():
            shared = any(drawn[structure] > 1 for structure in muscle.structures)
            for under in _in_view(muscle, view, region, point_needed=shared):
                best[under.muscle] = max(under, best.get(under.muscle, under), key=_rank)
    return [under.muscle for under in sorted(best.values(), key=_rank, reverse=True)]


def _rank(under: Under) -> tuple[bool, bool, float, int]:
    return under.with_point, under.seen > 0, under.seen, under.depth


def _in_view(muscle: Muscle, view: ChartView, region: str, point_needed: bool) -> Iterator[Under]:
    place = view.regions[region]
    recorded = _recorded(muscle, view.name)
    pieces = [shape for shape in view.surface if shape.structure in muscle.structures]
    with_point = any(place.covers(at) for at in recorded)
    area = place.geometry.area
    seen = sum(piece.geometry.intersection(place.geometry).area for piece in pieces) / area
    seen = seen if seen >= SEEN else 0.0
    if not (with_point or ((seen or (recorded and view.name not in OVERLAID)) and not point_needed)):
        return
    for structure in muscle.structures:
        shape = view.whole.get(structure)
        shared = shape.geometry.intersection(place.geometry).area if shape else 0.0
        if shape and (with_point or shared >= OF_REGION * area or shared >= OF_MUSCLE * shape.geometry.area):
            yield Under(muscle.id, with_point, round(seen, 3), shape.depth)


def _recorded(muscle: Muscle, view: str) -> list[Sequence[float]]:
    """The positions of its points in a view, or in the one that a close-up enlarges."""
    positions: list[Mapping[Any, Sequence[float]]] = [point.positions for point in muscle.trigger_points]
    found = (at.get(view) or at.get(CLOSE_UPS.get(view, "")) for at in positions)
    return [at for at in found if at]
