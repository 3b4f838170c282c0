"""A position well inside the outline of a muscle, in each view that draws it, for whoever writes a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shapely import Point, Polygon, unary_union
from shapely.geometry.base import BaseGeometry
from shapely.ops import polylabel

from bodymap.body.geometry import CLOSE_UPS, ChartView
from bodymap.data.model import VIEWS

DIGITS = 4  # of a written position; more only where the outline is too thin for them
_FINEST = 8

Position = tuple[float, float]


def positions(chart: Mapping[str, ChartView], structures: Iterable[str]) -> dict[str, Position]:
    """A position by view, inside what is seen of the structures there, else inside their whole outline.

    A close-up has the coordinates of the view that it enlarges, so it is left out where that one draws them too.
    """
    names = tuple(structures)
    drawn = [view for view in VIEWS if view in chart and any(name in chart[view].whole for name in names)]
    return {view: _position(chart[view], names) for view in drawn if CLOSE_UPS.get(view) not in drawn}


def drawn_in(chart: Mapping[str, ChartView]) -> set[str]:
    """The ids of every muscle that some view draws."""
    return {shape.id for view in chart.values() for shape in view.whole.values() if shape.kind == "muscle"}


def _position(view: ChartView, names: tuple[str, ...]) -> Position:
    whole = unary_union([view.whole[name].geometry for name in names if name in view.whole])
    seen = unary_union([shape.geometry for shape in view.surface if shape.id in names])
    visible = _widest(seen.intersection(whole))
    return _inside(visible if visible is not None else _widest(whole) or Polygon())


def _widest(shape: BaseGeometry) -> Polygon | None:
    """The largest piece of a shape; None if it has no area."""
    pieces = shape.geoms if hasattr(shape, "geoms") else [shape]
    areas = [piece for piece in pieces if isinstance(piece, Polygon) and piece.area > 0]
    return max(areas, key=lambda piece: piece.area, default=None)


def _inside(piece: Polygon) -> Position:
    """The point farthest from the edge, with as few digits as keep it inside."""
    inner = polylabel(piece, tolerance=10.0**-DIGITS)
    for point in (inner, piece.representative_point()):
        for digits in range(DIGITS, _FINEST + 1):
            x, y = round(point.x, digits), round(point.y, digits)
            if piece.covers(Point(x, y)):
                return x, y
    return float(inner.x), float(inner.y)
