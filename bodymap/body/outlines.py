"""Where a muscle may be outlined: not through the body, but where it shows or one of its points is recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from shapely import unary_union

from bodymap.body.geometry import CLOSE_UPS, ChartView, Shape
from bodymap.body.smooth import outline
from bodymap.body.svg import path
from bodymap.data.model import Muscle

# The view that looks at a structure from the other side.
OPPOSITE = {
    "front": "back",
    "back": "front",
    "head_front": "head_back",
    "head_back": "head_front",
    "hand_palm": "hand_back",
    "hand_back": "hand_palm",
    "lateral": "medial_leg",
    "medial_leg": "lateral",
    "sole": "foot_top",
    "foot_top": "sole",
}
HIDDEN, HIDDEN_THERE = 0.10, 0.25  # shares seen: less here and at least so much opposite is not outlined here
PARTLY, PARTLY_THERE = 0.25, 0.50  # the same for outlining only what is seen
GRAIN = 0.0008  # body heights by which an outline may differ from the exact one
OUTLINES = 2000  # units of the outlines in a body height
ALL_SEEN = 0.97  # from this share on the piece of the surface is the outline


def muscle_outlines(chart: Mapping[str, ChartView], view: str, muscle: Muscle) -> list[str]:
    """A muscle's outline in a view: for each structure path data, or its id where the surface's own piece is meant.

    Empty where the muscle does not show and no point of it is recorded.
    """
    drawn = chart[view]
    recorded = {view, CLOSE_UPS.get(view, view)}
    has_point = any(recorded & set(point.positions) for point in muscle.trigger_points)
    pieces = {shape.id for shape in drawn.surface}
    if not has_point and not pieces & set(muscle.structures):
        return []
    found = list(_structures(chart, view, muscle, pieces))
    if found or not has_point:
        return found
    return [_whole(drawn.whole[s]) for s in muscle.structures if s in drawn.whole]


def _structures(chart: Mapping[str, ChartView], view: str, muscle: Muscle, pieces: set[str]) -> Iterator[str]:
    for structure in muscle.structures:
        if structure not in chart[view].whole:
            continue
        here, there = seen_share(chart[view], structure), _seen_opposite(chart, view, structure)
        if here < HIDDEN and there >= HIDDEN_THERE:
            continue
        as_seen = here >= ALL_SEEN or (here < PARTLY and there >= PARTLY_THERE)
        yield structure if as_seen and structure in pieces else _whole(chart[view].whole[structure])


def _whole(shape: Shape) -> str:
    return path(outline(shape.geometry, GRAIN), smooth=True, units=OUTLINES)


def _seen_opposite(chart: Mapping[str, ChartView], view: str, structure: str) -> float:
    opposite = chart.get(OPPOSITE.get(view, ""))
    return seen_share(opposite, structure) if opposite else 0.0


def seen_share(view: ChartView, structure: str) -> float:
    """How much of a structure's outline shows at the surface of a view, from 0 to 1."""
    whole = view.whole.get(structure)
    seen = [shape.geometry for shape in view.surface if shape.id == structure]
    return float(unary_union(seen).area / whole.geometry.area) if whole and seen and whole.geometry.area else 0.0
