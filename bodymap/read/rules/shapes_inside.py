"""A drawn shape is finished, is seen in its view, and lies inside the regions of its level, each of which is touched.

What lies beyond the skin is not drawn and does not count. Spillover may also lie over regions that are primary: what is
primary is drawn over it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from shapely import unary_union
from shapely.geometry.base import BaseGeometry

from bodymap.body.geometry import ChartView
from bodymap.body.shapes import mirrored, shape_of
from bodymap.data.model import DrawnShape, TriggerPoint
from bodymap.data.patterns import parse_zone
from bodymap.problems import Problem
from bodymap.read.draft import Draft

INSIDE = 0.9  # share of a shape's area that lies inside its regions
FORMS: Mapping[str, tuple[str, ...]] = {
    "ellipse": ("at", "rx", "ry"),
    "strip": ("along", "width"),
    "band": ("between",),
}
EXTRA: Mapping[str, tuple[str, ...]] = {"ellipse": ("turn",), "strip": ("to_width",), "band": ()}
_Sided = Mapping[tuple[str, bool], BaseGeometry]


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every shape that is none, lies outside its regions, or stands for regions that it does not reach."""
    for entry, index, point in draft.points():
        if point.shapes:
            for at, message, hint in faults(lambda: {} if draft.chart.problems else draft.chart.views, point):
                where = ("trigger_points", index, "shapes", *(() if at is None else (at,)))
                yield entry.problem(*where, message=message, hint=hint)


def faults(chart: Callable[[], Mapping[str, ChartView]], point: TriggerPoint) -> Iterator[tuple[int | None, str, str]]:
    """What is wrong with the shapes of a point: which of them (or all), what, and what to do.

    Without views only whether they are finished: that the chart cannot be used is said elsewhere.
    """
    unfinished = [(at, *wrong) for at, shape in enumerate(point.shapes) if (wrong := _unfinished(shape))]
    if unfinished:
        yield from unfinished
        return
    views = chart()
    for at, shape in enumerate(point.shapes if views else ()):
        for message, hint in _misplaced(views, point, shape):
            yield at, message, hint
    for (view, level), missed in _missed(views, point).items():
        hint = f"draw a shape in each, or take the {level} shapes of {view} away"
        yield None, f"the {level} shapes of {view} do not touch {' and '.join(missed)}", hint


def _unfinished(shape: DrawnShape) -> tuple[str, str] | None:
    """What is wrong with its form, and what to do."""
    given = {name for name in shape.model_fields_set if getattr(shape, name) is not None} - {"view", "level", "reach"}
    fitting = [form for form, needed in FORMS.items() if set(needed) <= given <= {*needed, *EXTRA[form]}]
    if not fitting:
        every = "; or ".join(f"{', '.join(needed)} for {form}" for form, needed in FORMS.items())
        return "is neither an ellipse nor a strip nor a band", f"give {every}"
    if shape.along is not None and len(set(shape.along)) < 2:
        return "a strip needs two different points or more", "add a point to `along`"
    if shape.between and shape.between[0] >= shape.between[1]:
        return "a band ends below its beginning", "write the lower height first"
    return None


def _misplaced(chart: Mapping[str, ChartView], point: TriggerPoint, shape: DrawnShape) -> Iterator[tuple[str, str]]:
    view = chart.get(shape.view)
    own = _regions(view, point, shape.level) if view else {}
    if not view or not own:
        yield f"no {shape.level} region of the point is drawn in `{shape.view}`", "choose a view that draws one"
        return
    around = own if shape.level == "primary" else {**own, **_regions(view, point, "primary")}
    room = unary_union(list(around.values()))
    for whole in _drawn(view, shape, list(own.values())):
        drawn = whole.intersection(view.skin.geometry)
        share = drawn.intersection(room).area / drawn.area if drawn.area else 0.0
        if share < INSIDE:
            hint = f"move it, make it smaller, or name the region in `{shape.level}`"
            yield f"only {share:.0%} of it lies inside the {shape.level} regions of the point in {shape.view}", hint


def _missed(chart: Mapping[str, ChartView], point: TriggerPoint) -> dict[tuple[str, str], list[str]]:
    """By view and level the regions that no shape touches, where shapes stand for them."""
    missed: dict[tuple[str, str], list[str]] = {}
    for view, level in dict.fromkeys((shape.view, shape.level) for shape in point.shapes):
        if view not in chart:
            continue
        regions = _regions(chart[view], point, level)
        shapes = [shape for shape in point.shapes if (shape.view, shape.level) == (view, level)]
        drawn = unary_union([d for shape in shapes for d in _drawn(chart[view], shape, list(regions.values()))])
        names = [name for (name, _), region in regions.items() if not drawn.intersects(region)]
        if names:
            missed[view, level] = list(dict.fromkeys(names))
    return missed


def _drawn(view: ChartView, shape: DrawnShape, regions: list[BaseGeometry]) -> list[BaseGeometry]:
    """The shape as the view draws it, on each side that it reaches."""
    drawn = shape_of(shape, regions)
    if not view.symmetric:
        return [drawn]
    return [*([drawn] if shape.reach != "opposite" else []), *([mirrored(drawn)] if shape.reach != "same" else [])]


def _regions(view: ChartView, point: TriggerPoint, level: str) -> _Sided:
    """The regions of a level that a view draws, by name and whether they are mirrored."""
    found = {}
    for text in point.primary if level == "primary" else point.spillover:
        zone = parse_zone(text)
        if zone.region not in view.regions:
            continue
        region = view.regions[zone.region]
        if region.midline or zone.reach != "opposite" or not view.symmetric:
            found[zone.region, False] = region.geometry
        if view.symmetric and not region.midline and zone.reach != "same":
            found[zone.region, True] = mirrored(region.geometry)
    return found
