"""Everything that painting a pattern or an area needs, for all of a layout, as a part of its constant scene.

What Python says later is only which pattern is painted and on which side: the left side is recorded, the right one is
its exact mirror image.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shapely import unary_union
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry

from bodymap.body.geometry import ChartView
from bodymap.body.outlines import OUTLINES, muscle_outlines
from bodymap.body.scene import points_in, views_in
from bodymap.body.smooth import outline, smooth
from bodymap.body.svg import UNITS, path
from bodymap.data.dataset import Area, Dataset, Pattern, Zone

SHAPES = 1000  # units of the smooth shapes in a body height: coarse, because they are curves
REACHES = ("same", "both", "opposite")
NONE = -1


def build_patterns(chart: Mapping[str, ChartView], layout: str, dataset: Dataset) -> dict[str, Any]:
    """``points``, ``muscles``, ``shapes`` and ``textures`` for the patterns of a layout, with the sizes of their units.

    A point, or an area of something else than a muscle, is a row: its name, its muscle (empty if none), its zones
    (primary, then spillover, each as ``3 * place of the region among the layout's names + reach``), by view the
    numbers of the shapes drawn, and by view where the point is drawn. The shapes are primary and spillover on its own
    side, then on the other side where the view shows the sides apart; what is missing at the end is left out. Points
    of which the layout draws nothing are left out. ``textures`` says what
    each area is drawn with, and nothing of trigger points.
    """
    views = sorted(views_in(layout))
    names = {name: n for n, name in enumerate(sorted({r for view in views for r in chart[view].regions}))}
    shapes = {view: _Shapes(chart[view]) for view in views}
    points = {}
    for id_, thing in dataset.drawn.items():
        drawn = {view: drawing for view in views if (drawing := shapes[view].of(thing))}
        muscle, positions = (thing.muscle.id, thing.point.positions) if isinstance(thing, Pattern) else ("", {})
        at = points_in(chart, layout, positions)
        primary, spillover = _zones(thing.primary, names), _zones(thing.spillover, names)
        if drawn or at:
            points[id_] = [thing.name, muscle, primary, spillover, drawn, at]
    muscles = {
        muscle.id: outlines
        for muscle in dataset.muscles.values()
        if any(point.id in points for point in muscle.trigger_points)
        and (outlines := {view: parts for view in views if (parts := muscle_outlines(chart, view, muscle))})
    }
    textures = {id_: area.texture for id_, area in dataset.areas.items() if id_ in points}
    drawings = {view: list(table.paths) for view, table in shapes.items()}
    units = {"shapes": UNITS // SHAPES, "muscles": UNITS // OUTLINES}
    return {"units": units, "points": points, "muscles": muscles, "shapes": drawings, "textures": textures}


def _zones(zones: Sequence[Zone], names: Mapping[str, int]) -> list[int]:
    return [3 * names[zone.region] + REACHES.index(zone.reach) for zone in zones if zone.region in names]


class _Shapes:
    """The smooth shapes of a view, each once, as path data by number."""

    def __init__(self, view: ChartView) -> None:
        self.view = view
        self.paths: dict[str, int] = {}
        self.known: dict[tuple[frozenset[str], ...], list[int]] = {}
        self.mirrored: dict[str, BaseGeometry] = {}

    def of(self, pattern: Pattern | Area) -> list[int]:
        """The numbers of a pattern's shapes: primary and spillover; then those of the other side, if that is apart."""
        own = self._levels([self._sides(zones, ("same", "both")) for zones in (pattern.primary, pattern.spillover)])
        other = [self._sides(zones, ("opposite", "both")) for zones in (pattern.primary, pattern.spillover)]
        numbers = own if self.view.symmetric else own + self._levels(other)
        while numbers and numbers[-1] == NONE:
            numbers = numbers[:-1]
        return numbers

    def _sides(self, zones: Sequence[Zone], reaches: tuple[str, ...]) -> frozenset[str]:
        """The regions to join; a dash before a name means the mirrored one."""
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

    def _levels(self, levels: list[frozenset[str]]) -> list[int]:
        key = tuple(levels)
        if key not in self.known:
            primary, spillover = (self._joined(names) for names in levels)
            if primary and spillover:
                spillover = self._joined(levels[0] | levels[1]) or spillover
                spillover = spillover.difference(primary)
            self.known[key] = [self._number(shape) for shape in (primary, spillover)]
        return self.known[key]

    def _joined(self, names: frozenset[str]) -> BaseGeometry | None:
        if not names:
            return None
        return smooth([self._region(name) for name in sorted(names)], self.view.skin.geometry)

    def _region(self, name: str) -> BaseGeometry:
        if not name.startswith("-"):
            return self.view.regions[name].geometry
        if name not in self.mirrored:
            whole = unary_union(self.view.regions[name[1:]].geometry)
            self.mirrored[name] = scale(whole, xfact=-1, origin=(0, 0))
        return self.mirrored[name]

    def _number(self, shape: BaseGeometry | None) -> int:
        drawn = path(outline(shape), smooth=True, units=SHAPES) if shape else ""
        return self.paths.setdefault(drawn, len(self.paths)) if drawn else NONE
