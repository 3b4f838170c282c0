"""Whether what one view draws is a body: regions that tile the skin, each on its side, nothing that crosses itself.

Lengths are in body heights. ``tests/data/test_chart.py`` holds the committed chart to the same, in both figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from shapely import MultiPolygon, Polygon, STRtree, is_valid, is_valid_reason, unary_union
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry

from bodymap.body.geometry import SYMMETRIC_VIEWS, ChartView, Shape
from bodymap.read.chart.form import BUILD

UNCOVERED = 0.005  # share of the skin that regions may leave free, or draw beyond it
SHARED = 0.001  # share of the smaller of two regions that they may share
BEYOND = 0.03  # how far bones and muscles may stick out of the skin's box
CENTRED = 1e-6  # how far a midline region may lie from the midline
# What a body takes: x0, y0, x1, y1; the feet have a frame of their own, which this holds too.
FRAME = (-0.3, -0.02, 0.3, 1.02)


class Flaw(NamedTuple):
    """What is wrong with a drawn shape (None: with the whole view), and what to do."""

    shape: Shape | None
    message: str
    hint: str = BUILD


def flaws(view: ChartView) -> Iterator[Flaw]:
    """Everything wrong with what a view draws; its file has the right form."""
    drawn = [view.skin, *view.regions.values()]
    broken = [*_crossing([*drawn, *view.whole.values()])]
    yield from broken
    yield from _far(view)
    if any(flaw.shape in drawn for flaw in broken):
        return
    astray = [*_sides(view)]
    yield from astray or _tiles(view)


def _crossing(shapes: list[Shape]) -> Iterator[Flaw]:
    for shape in shapes:
        polygons = [Polygon(rings[0], rings[1:]) for rings in shape.polygons]
        if any(rings[0] != rings[-1] for rings in chain(*shape.polygons)):
            yield Flaw(shape, "has a ring that does not end where it begins")
        elif not all(polygon.area for polygon in polygons):
            yield Flaw(shape, "has no area")
        elif not is_valid(polygons).all():
            why = next(is_valid_reason(polygon) for polygon in polygons if not polygon.is_valid)
            yield Flaw(shape, f"crosses itself: {why}")


def _far(view: ChartView) -> Iterator[Flaw]:
    """Shapes out of the frame, and beyond the skin's box."""
    x0, y0, x1, y1 = _box(view.skin)
    if x0 < FRAME[0] or y0 < FRAME[1] or x1 > FRAME[2] or y1 > FRAME[3]:
        yield Flaw(view.skin, "does not stand in its frame: x is at most 0.3 and y from 0 to 1 body heights")
        return
    room = (x0 - BEYOND, y0 - BEYOND, x1 + BEYOND, y1 + BEYOND)
    for shape in (*view.regions.values(), *view.whole.values(), *view.surface, *view.fibres, *view.details):
        box = _box(shape)
        if box[0] < room[0] or box[1] < room[1] or box[2] > room[2] or box[3] > room[3]:
            yield Flaw(shape, "lies outside the body")


def _box(shape: Shape) -> tuple[float, float, float, float]:
    xs, ys = zip(*(point for ring in chain(*shape.polygons) for point in ring), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _sides(view: ChartView) -> Iterator[Flaw]:
    if view.name not in SYMMETRIC_VIEWS:
        return
    for region in view.regions.values():
        if region.midline and abs(_area(region).centroid.x) > CENTRED:
            yield Flaw(region, "lies on the midline and is not centred on it")
        elif not region.midline and _box(region)[0] < 0:
            yield Flaw(region, "strays to the right side; the left side is recorded")


def _tiles(view: ChartView) -> Iterator[Flaw]:
    """Regions that leave skin free, or draw beyond it, or lie over one another."""
    skin = _area(view.skin)
    pieces: list[tuple[Shape, BaseGeometry]] = [(region, _area(region)) for region in view.regions.values()]
    if view.symmetric:
        pieces += [(r, scale(shape, xfact=-1, origin=(0, 0))) for r, shape in pieces if not r.midline]
    union = unary_union([shape for _, shape in pieces])
    free = skin.difference(union)
    if free.area + union.difference(skin).area > UNCOVERED * skin.area:
        yield from _untiled(view, skin, free, pieces)
    shapes = [shape for _, shape in pieces]
    told: set[tuple[str, str]] = set()
    for i, j in STRtree(shapes).query(shapes, predicate="intersects").T.tolist():
        (one, first), (other, second) = pieces[i], pieces[j]
        if i < j and (one.id, other.id) not in told:
            shared = first.intersection(second).area
            if shared > SHARED * min(first.area, second.area):
                told.add((one.id, other.id))
                yield Flaw(
                    one, f"lies over the region `{other.id}`" if one is not other else "lies over its mirror image"
                )


def _untiled(
    view: ChartView, skin: BaseGeometry, free: BaseGeometry, pieces: list[tuple[Shape, BaseGeometry]]
) -> Iterator[Flaw]:
    least = UNCOVERED * skin.area / 10
    for region, shape in pieces[: len(view.regions)]:
        if shape.difference(skin).area > least:
            yield Flaw(region, "is drawn beyond the skin")
    if free.area > least:
        widest = max(getattr(free, "geoms", [free]), key=lambda piece: piece.area)
        x, y = widest.representative_point().coords[0]
        yield Flaw(view.skin, f"no region is drawn around [{x:.3f}, {y:.3f}]", f"draw what is missing there: {BUILD}")


def _area(shape: Shape) -> BaseGeometry:
    return MultiPolygon([Polygon(rings[0], rings[1:]) for rings in shape.polygons])
