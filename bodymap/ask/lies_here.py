"""Which muscles lie under a place of the surface: a fact about the drawing, no sign that pain comes from them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from bodymap.body.geometry import CLOSE_UPS, ChartView
from bodymap.data.model import Muscle

SHARE = 0.1  # of a region, or of the muscle, that must lie on the other for the muscle to count as under the region


class Under(NamedTuple):
    """A muscle under a region: whether one of its points is drawn there, and how far out it lies (larger is outer)."""

    muscle: str
    with_point: bool
    depth: int


def muscles_under(muscles: Mapping[str, Muscle], chart: Mapping[str, ChartView], region: str) -> list[str]:
    """The ids of the muscles under a region: those with a point drawn there first, then from the surface inwards.

    A muscle counts in a view that shows a piece of its surface or records one of its points, so that the muscles of
    the back are not listed in front.
    """
    best: dict[str, Under] = {}
    for view in chart.values():
        if region in view.regions:
            for under in _in_view(muscles, view, region):
                known = best.get(under.muscle)
                best[under.muscle] = max(under, known, key=_rank) if known else under
    return [under.muscle for under in sorted(best.values(), key=_rank, reverse=True)]


def _rank(under: Under) -> tuple[bool, int]:
    return under.with_point, under.depth


def _in_view(muscles: Mapping[str, Muscle], view: ChartView, region: str) -> Iterator[Under]:
    place = view.regions[region]
    surface = {shape.id for shape in view.surface}
    for muscle in muscles.values():
        recorded = _recorded(muscle, view.name)
        if not (recorded or _shows(muscle, surface)):
            continue
        shapes = [view.whole[structure] for structure in muscle.structures if structure in view.whole]
        for shape in shapes:
            shared = shape.geometry.intersection(place.geometry).area
            if shared >= SHARE * min(place.geometry.area, shape.geometry.area):
                yield Under(muscle.id, any(place.covers(at) for at in recorded), shape.depth)


def _recorded(muscle: Muscle, view: str) -> list[Sequence[float]]:
    """The positions of its points in a view, or in the one that a close-up enlarges."""
    positions: list[Mapping[Any, Sequence[float]]] = [point.positions for point in muscle.trigger_points]
    found = (at.get(view) or at.get(CLOSE_UPS.get(view, "")) for at in positions)
    return [at for at in found if at]


def _shows(muscle: Muscle, surface: Container[str]) -> bool:
    return any(structure in surface for structure in muscle.structures)
