"""What a view draws of a pattern or an area: its drawn shapes, or else its regions, as one soft shape a level.

This is the one place that says so; the page, the still pictures and the figures all ask here. Geometry is in the frame
of the view, the thing's own side as recorded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shapely import LineString, Point, box, unary_union
from shapely.affinity import rotate, scale, translate
from shapely.geometry.base import BaseGeometry

from bodymap.body.corners import corner_cut
from bodymap.body.geometry import CLOSE_UPS, ChartView
from bodymap.body.smooth import joined, smooth
from bodymap.data.model import DrawnShape
from bodymap.data.patterns import Area, Pattern, Zone
from bodymap.place import Reach

OWN: tuple[Reach, ...] = ("same", "both")
OTHER: tuple[Reach, ...] = ("opposite", "both")
STEPS = 6  # circles in each piece of a strip that tapers
ROUND = 0.4  # of a band's height: the radius of its corners
_ARC = 6  # segments in a quarter of a circle


class Levels(NamedTuple):
    """What is drawn of the two levels; spillover lies beside what is primary, never under it."""

    primary: BaseGeometry | None
    spillover: BaseGeometry | None


class _Parts(NamedTuple):
    """The shapes of a level, each with whether it is mirrored, and its regions; a dash before one means mirrored."""

    shapes: tuple[tuple[DrawnShape, bool], ...]
    regions: frozenset[str]


_Level = tuple[_Parts, ...]  # of several things


class Shapes:
    """The soft shapes of a view, each worked out once."""

    def __init__(self, view: ChartView) -> None:
        self.view = view
        self._known: dict[tuple[_Level, _Level], Levels] = {}
        self._mirrored: dict[str, BaseGeometry] = {}

    def of(self, *things: Pattern | Area) -> Levels:
        """What is drawn on the own side of a thing, or of several as one; all where both sides are shown together."""
        return self._of(things, OWN)

    def across(self, *things: Pattern | Area) -> Levels:
        """What a view that shows the sides apart draws on the other side, mirrored to the recorded one."""
        return Levels(None, None) if self.view.symmetric else self._of(things, OTHER)

    def _of(self, things: Sequence[Pattern | Area], reaches: tuple[Reach, ...]) -> Levels:
        primary, spillover = (
            tuple(part for thing in things if (part := self._parts(thing, level, reaches)).regions)
            for level in ("primary", "spillover")
        )
        if (primary, spillover) not in self._known:
            self._known[primary, spillover] = self._levels(primary, spillover)
        return self._known[primary, spillover]

    def _levels(self, primary: _Level, spillover: _Level) -> Levels:
        main, rest = self._joined(primary), self._joined(spillover)
        if main and rest:
            if not any(part.shapes for part in (*primary, *spillover)):
                rest = self._joined((*primary, *spillover)) or rest
            rest = rest.difference(main)
        return Levels(main, rest)

    def _joined(self, level: _Level) -> BaseGeometry | None:
        skin = self.view.skin.geometry
        regions = [geometry for part in level if not part.shapes for geometry in self._geometries(part)]
        drawn = [joined([g for part in level for g in self._geometries(part) if part.shapes], skin)]
        if regions:
            drawn.append(smooth(regions, skin))
        whole = unary_union(drawn)
        return None if whole.is_empty else whole

    def _geometries(self, part: _Parts) -> list[BaseGeometry]:
        regions = [self._region(name) for name in sorted(part.regions)]
        if not part.shapes:
            return regions
        drawn = ((shape_of(shape, regions), over) for shape, over in part.shapes)
        return [mirrored(geometry) if over else geometry for geometry, over in drawn]

    def _parts(self, thing: Pattern | Area, level: str, reaches: tuple[Reach, ...]) -> _Parts:
        zones = thing.primary if level == "primary" else thing.spillover
        regions = self._regions(zones, reaches)
        listed = shapes_in(thing, self.view.name, level)
        shapes = tuple(self._sides(listed, reaches))
        return _Parts(shapes, regions if shapes or not listed else frozenset())

    def _sides(self, shapes: Sequence[DrawnShape], reaches: tuple[Reach, ...]) -> Iterator[tuple[DrawnShape, bool]]:
        for shape in shapes:
            if not self.view.symmetric:
                if shape.reach in reaches:
                    yield shape, False
                continue
            if shape.reach != "opposite":
                yield shape, False
            if shape.reach != "same":
                yield shape, True

    def _regions(self, zones: Sequence[Zone], reaches: tuple[Reach, ...]) -> frozenset[str]:
        found = set()
        for zone in zones:
            region = self.view.regions.get(zone.region)
            if not region:
                continue
            if region.midline or zone.reach in reaches:
                found.add(zone.region)
            if self.view.symmetric and not region.midline and zone.reach != "same":
                found.add(f"-{zone.region}")
        return frozenset(found)

    def _region(self, name: str) -> BaseGeometry:
        if not name.startswith("-"):
            return self.view.regions[name].geometry
        if name not in self._mirrored:
            self._mirrored[name] = mirrored(self.view.regions[name[1:]].geometry)
        return self._mirrored[name]


def shapes_in(thing: Pattern | Area, view: str, level: str) -> list[DrawnShape]:
    """The shapes recorded for a level in a view; in a close-up those of the view that it enlarges, if it has none."""
    if not isinstance(thing, Pattern):
        return []
    listed = [shape for shape in thing.point.shapes if shape.level == level]
    own = [shape for shape in listed if shape.view == view]
    return own or [shape for shape in listed if shape.view == CLOSE_UPS.get(view)]


def shape_of(shape: DrawnShape, regions: Sequence[BaseGeometry]) -> BaseGeometry:
    """A shape as it is written, neither mirrored nor clipped; a band is a part of the regions. Empty if unfinished."""
    if shape.at and shape.rx and shape.ry:
        ellipse = scale(Point(0, 0).buffer(1, quad_segs=_ARC), shape.rx, shape.ry, origin=(0, 0))
        return translate(rotate(ellipse, shape.turn or 0, origin=(0, 0)), *shape.at)
    if shape.along and len(shape.along) > 1 and shape.width:
        middle = LineString(corner_cut(shape.along) if len(shape.along) > 2 else shape.along)
        return _strip(middle, shape.width / 2, (shape.to_width or shape.width) / 2)
    if shape.between:
        low, high = shape.between
        band = unary_union(list(regions)).intersection(box(-1, low, 1, high))
        radius = ROUND * (high - low)
        rounded = band.buffer(-radius, quad_segs=_ARC).buffer(radius, quad_segs=_ARC)
        return band if rounded.is_empty else rounded
    return Point(0, 0).buffer(0)


def _strip(line: LineString, start: float, end: float) -> BaseGeometry:
    if start == end:
        return line.buffer(start, quad_segs=_ARC)
    count = STEPS * (len(line.coords) - 1)
    circles = [
        line.interpolate(n / count, normalized=True).buffer(start + (end - start) * n / count, quad_segs=_ARC)
        for n in range(count + 1)
    ]
    return unary_union([unary_union(pair).convex_hull for pair in zip(circles, circles[1:], strict=False)])


def mirrored(geometry: BaseGeometry) -> BaseGeometry:
    """The same on the other side of ``x = 0``."""
    return scale(unary_union(geometry), xfact=-1, origin=(0, 0))
