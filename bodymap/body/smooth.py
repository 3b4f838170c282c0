"""Zones that touch as one soft shape: rounded, inside the skin, and never thinned away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shapely import MultiPolygon, Polygon, unary_union
from shapely.geometry.base import BaseGeometry

from bodymap.body.geometry import Polygons

RADII = (0.03, 0.02, 0.013, 0.008, 0.005, 0.003)  # body heights; the largest that keeps enough of a piece rounds it
KEPT = 0.9  # share of a piece's area that rounding must keep
GAP = 0.006  # body heights: narrower gaps and dents between zones are filled
GRAIN = 0.0018  # body heights by which an outline may differ from the exact one
LEAST = 1.2e-5  # square body heights: smaller rests are left out
_ARC = 4  # segments in a quarter of a circle


def smooth(parts: Iterable[BaseGeometry], skin: BaseGeometry) -> BaseGeometry:
    """The parts as one rounded shape, clipped to the skin. Each piece keeps most of its area, however thin."""
    joined = unary_union(list(parts)).simplify(GRAIN / 2)
    closed = joined.buffer(GAP, quad_segs=_ARC).buffer(-GAP, quad_segs=_ARC)
    rounded = unary_union([_rounded(piece) for piece in pieces(closed)])
    return rounded if skin.covers(rounded) else rounded.intersection(skin)


def _rounded(piece: Polygon) -> BaseGeometry:
    widest = 4 * piece.area / piece.length if piece.length else 0.0  # no radius above it can keep the piece
    for radius in RADII:
        if radius > widest:
            continue
        opened = piece.buffer(-radius, quad_segs=_ARC).buffer(radius, quad_segs=_ARC)
        if opened.area >= KEPT * piece.area:
            return opened
    return piece


def pieces(shape: BaseGeometry) -> Iterator[Polygon]:
    """The polygons of a geometry that are large enough to be seen."""
    parts = shape.geoms if hasattr(shape, "geoms") else (shape,)
    for part in parts:
        if isinstance(part, MultiPolygon):
            yield from pieces(part)
        elif isinstance(part, Polygon) and part.area >= LEAST:
            yield part


def outline(shape: BaseGeometry, grain: float = GRAIN) -> Polygons:
    """A shape as polygons with as few corners as its curves need."""
    return [[list(ring.coords) for ring in (part.exterior, *part.interiors)] for part in pieces(shape.simplify(grain))]
