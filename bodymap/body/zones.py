"""Everything that painting a pattern or an area needs, for all of a layout, as a part of its constant scene.

What Python says later is only which pattern is painted and on which side: the left side is recorded, the right one is
its exact mirror image.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shapely.geometry.base import BaseGeometry

from bodymap.body.geometry import ChartView
from bodymap.body.outlines import OUTLINES, Outline, muscle_outlines
from bodymap.body.scene import points_in, views_in
from bodymap.body.shapes import Shapes
from bodymap.body.smooth import soft_outline
from bodymap.body.svg import UNITS, path
from bodymap.data.dataset import Dataset
from bodymap.data.patterns import Area, Pattern, Zone

SHAPES = 1000  # units of the smooth shapes in a body height: coarse, because they are curves
REACHES = ("same", "both", "opposite")
NONE = -1


def build_patterns(chart: Mapping[str, ChartView], layout: str, dataset: Dataset) -> dict[str, Any]:
    """``points``, ``muscles``, ``through``, ``shapes`` and ``textures`` of a layout, with the sizes of their units.

    A point, or an area of something else than a muscle, is a row: its name, its muscle (empty if none), its zones
    (primary, then spillover, each as ``3 * place of the region among the layout's names + reach``), by view the
    numbers of the shapes drawn, and by view where the point is drawn. The shapes are primary and spillover on its own
    side, then on the other side where the view shows the sides apart; what is missing at the end is left out. Points
    without a zone or a place in the layout are left out. ``muscles`` and ``through`` hold the outlines of the points'
    muscles by view: ``through`` those of what lies deeper and is seen through the body. ``textures`` says what each
    area is drawn with, and nothing of trigger points.
    """
    views = sorted(views_in(layout))
    names = {name: n for n, name in enumerate(sorted({r for view in views for r in chart[view].regions}))}
    shapes = {view: _Shapes(chart[view]) for view in views}
    points = {}
    for id_, thing in dataset.drawn.items():
        drawn = {view: numbers for view in views if (numbers := shapes[view].of(thing))}
        muscle, positions = (thing.muscle.id, thing.point.positions) if isinstance(thing, Pattern) else ("", {})
        at = points_in(chart, layout, positions)
        primary, spillover = _zones(thing.primary, names), _zones(thing.spillover, names)
        if drawn or at or primary or spillover:
            points[id_] = [thing.name, muscle, primary, spillover, drawn, at]
    drawn_muscles = [m for m in dataset.muscles.values() if any(point.id in points for point in m.trigger_points)]
    outlined = {m.id: {view: muscle_outlines(chart, view, m) for view in views} for m in drawn_muscles}
    textures = {id_: area.texture for id_, area in dataset.areas.items() if id_ in points}
    drawings = {view: list(table.paths) for view, table in shapes.items()}
    units = {"shapes": UNITS // SHAPES, "muscles": UNITS // OUTLINES}
    muscles, through = (_of_kind(outlined, seen_through) for seen_through in (False, True))
    return {
        "units": units,
        "points": points,
        "muscles": muscles,
        "through": through,
        "shapes": drawings,
        "textures": textures,
    }


def _of_kind(outlined: Mapping[str, Mapping[str, Sequence[Outline]]], through: bool) -> dict[str, dict[str, list[str]]]:
    """The outlines that are seen through, or those that are not, without what is empty."""
    kept = {
        muscle: {view: [o.drawn for o in parts if o.through == through] for view, parts in views.items()}
        for muscle, views in outlined.items()
    }
    some = {muscle: {view: parts for view, parts in views.items() if parts} for muscle, views in kept.items()}
    return {muscle: views for muscle, views in some.items() if views}


def _zones(zones: Sequence[Zone], names: Mapping[str, int]) -> list[int]:
    return [3 * names[zone.region] + REACHES.index(zone.reach) for zone in zones if zone.region in names]


class _Shapes:
    """The shapes of a view as path data by number, each once."""

    def __init__(self, view: ChartView) -> None:
        self.shapes = Shapes(view)
        self.paths: dict[str, int] = {}
        self.numbers: dict[int, int] = {}

    def of(self, thing: Pattern | Area) -> list[int]:
        """The numbers of a pattern's shapes: primary and spillover; then those of the other side, if that is apart."""
        numbers = [self._number(shape) for shape in (*self.shapes.of(thing), *self.shapes.across(thing))]
        while numbers and numbers[-1] == NONE:
            numbers = numbers[:-1]
        return numbers

    def _number(self, shape: BaseGeometry | None) -> int:
        if shape is None:
            return NONE
        # ``Shapes`` keeps its shapes, so that no two have the same id
        if id(shape) not in self.numbers:
            drawn = drawn_path(shape)
            self.numbers[id(shape)] = self.paths.setdefault(drawn, len(self.paths)) if drawn else NONE
        return self.numbers[id(shape)]


def drawn_path(shape: BaseGeometry) -> str:
    """A soft shape as path data, ``SHAPES`` units to a body height."""
    return path(soft_outline(shape), smooth=True, units=SHAPES)
