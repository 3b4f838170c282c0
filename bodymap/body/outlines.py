"""Where a muscle may be outlined: not through the body, but where it shows or one of its points is recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from shapely import unary_union

from bodymap.body.geometry import CLOSE_UPS, ChartView, Shape
from bodymap.body.smooth import outline
from bodymap.body.svg import path
from bodymap.data.model import Muscle

GRAIN = 0.001  # body heights by which an outline may differ from the exact one
OUTLINES = 2000  # units of the outlines in a body height
ALL_SEEN = 0.97  # from this share on the piece of the surface is the outline


class Outline(NamedTuple):
    """One structure's outline: path data, or its id where the surface's own piece is meant.

    It is ``through`` where the muscle lies deeper and is seen through the body: dashed and never filled.
    """

    drawn: str
    through: bool = False


def muscle_outlines(chart: Mapping[str, ChartView], view: str, muscle: Muscle) -> list[Outline]:
    """A muscle's outlines in a view, one a structure; ``OUTLINES`` units to a body height.

    Empty where the muscle does not show and no point of it is recorded.
    """
    drawn = chart[view]
    pieces = {shape.id for shape in drawn.surface}
    return list(_structures(drawn, muscle, pieces)) if belongs(drawn, muscle) else []


def belongs(view: ChartView, muscle: Muscle) -> bool:
    """Whether a view is one to look for a muscle in: it shows there, or a point of it is recorded.

    A muscle without points that shows nowhere belongs where it is drawn as seen through.
    """
    recorded = {view.name, CLOSE_UPS.get(view.name, view.name)}
    if muscle.trigger_points and any(recorded & set(point.positions) for point in muscle.trigger_points):
        return True
    through = (view.whole[name].seen_through for name in muscle.structures if name in view.whole)
    shows = any(shape.structure in muscle.structures for shape in view.surface)
    return shows or (not muscle.trigger_points and any(through))


def _structures(drawn: ChartView, muscle: Muscle, pieces: set[str]) -> Iterator[Outline]:
    for structure in muscle.structures:
        if structure in drawn.whole:
            whole = drawn.whole[structure]
            as_seen = structure in pieces and seen_share(drawn, structure) >= ALL_SEEN
            yield Outline(structure if as_seen else _whole(whole), whole.seen_through)


def _whole(shape: Shape) -> str:
    return path(outline(shape.geometry, GRAIN), smooth=True, units=OUTLINES)


def seen_share(view: ChartView, structure: str) -> float:
    """How much of a structure's outline shows at the surface of a view, from 0 to 1."""
    whole = view.whole.get(structure)
    seen = [shape.geometry for shape in view.surface if shape.id == structure]
    return float(unary_union(seen).area / whole.geometry.area) if whole and seen and whole.geometry.area else 0.0
