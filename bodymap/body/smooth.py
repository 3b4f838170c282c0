"""Zones that touch as one soft shape: rounded, inside the skin, and never thinned away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shapely import MultiPolygon, Polygon, unary_union
from shapely.geometry.base import BaseGeometry

from bodymap.body.geometry import Polygons

RADII = (0.06, 0.04, 0.026, 0.017, 0.011, 0.007, 0.003)  # body heights, of rounded corners
KEPT, KEPT_CELL = 0.87, 0.9  # shares of a piece's area that rounding must keep: of a pattern, of a cell of a layer
GAP = 0.006  # body heights: narrower gaps and dents between zones are filled
SEAM = 0.0012  # body heights: the same between drawn shapes, whose streaks stay apart
DENTS = (0.03, 0.015)  # body heights: larger dents are filled, too, while a piece grows by no more than GROWN
GROWN = 0.06
GRAIN = 0.0018  # body heights by which an outline may differ from the exact one
SMALL = 0.05  # the same as a share of a piece's size, if that is less
LEAST = 1.2e-5  # square body heights: smaller rests are left out
_ARC = 3  # segments in a quarter of a circle


def joined(shapes: Iterable[BaseGeometry], skin: BaseGeometry) -> BaseGeometry:
    """Shapes that are smooth already as one, clipped to the skin; only where they meet is a corner filled."""
    every = unary_union(list(shapes))
    closed = every.buffer(SEAM, quad_segs=_ARC).buffer(-SEAM, quad_segs=_ARC)
    return closed if skin.covers(closed) else closed.intersection(skin)


def smooth(parts: Iterable[BaseGeometry], skin: BaseGeometry, kept: float = KEPT) -> BaseGeometry:
    """The parts as one rounded shape, clipped to the skin. Each piece keeps most of its area, however thin."""
    union = unary_union([part.simplify(GRAIN / 2) for part in parts])
    closed = union.buffer(GAP, quad_segs=_ARC).buffer(-GAP, quad_segs=_ARC).simplify(GRAIN / 4)
    rounded = unary_union([_rounded(_filled(piece), kept) for piece in pieces(closed)])
    return rounded if skin.covers(rounded) else rounded.intersection(skin)


def _filled(piece: Polygon) -> BaseGeometry:
    """A piece without the dents that the corners of its cells leave, as far as it keeps its size."""
    for radius in DENTS:
        closed = piece.buffer(radius, quad_segs=_ARC).buffer(-radius, quad_segs=_ARC)
        if closed.area <= (1 + GROWN) * piece.area:
            return closed
    return piece


def _rounded(piece: BaseGeometry, kept: float) -> BaseGeometry:
    widest = 4 * piece.area / piece.length if piece.length else 0.0  # no radius above it can keep the piece
    for radius in RADII:
        if radius > widest:
            continue
        opened = piece.buffer(-radius, quad_segs=_ARC).buffer(radius, quad_segs=_ARC)
        if opened.area >= kept * piece.area:
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
    return rings(pieces(shape.simplify(grain)))


def soft_outline(shape: BaseGeometry, grain: float = GRAIN) -> Polygons:
    """The same for what is painted: a small piece keeps its form, too."""
    finer = (piece.simplify(min(grain, SMALL * piece.area**0.5)) for piece in pieces(shape))
    return rings(pieces(unary_union(list(finer))))


def rings(parts: Iterable[Polygon]) -> Polygons:
    """Polygons of shapely as lists of rings, the outer one first."""
    return [[list(ring.coords) for ring in (part.exterior, *part.interiors)] for part in parts]
