"""Still pictures for the quiz: a pattern, a cross or a place, cut to the part of the body where it lies."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from bodymap.ask.quiz import Question
from bodymap.ask.quiz_score import places_asked
from bodymap.body.geometry import ChartView
from bodymap.body.scene import LAYOUTS, build_scene, points_in
from bodymap.body.svg import UNITS
from bodymap.data.dataset import Dataset
from bodymap.data.patterns import Places
from bodymap.place import Place, Side
from bodymap.tell.picture import Painted, layouts_showing, picture_svg

AROUND, LEAST = 0.05, 0.34  # body heights: room around what is painted, and the least height of a picture
CLOSE = 0.16  # the least height of a close-up of head, hand or foot
MOST = 2  # pictures of a question
NOWHERE = Places((), ())
_BOX = re.compile(r'viewBox="[^"]*"')
_CLOSE = ("Head and neck", "Hand", "Foot")


def asked_pictures(chart: Mapping[str, ChartView], dataset: Dataset, question: Question) -> list[str]:
    """What is shown with a question; nothing where a fact is asked or places are clicked."""
    if question.kind == "pattern":
        point = question.subject
        crosses = {} if question.level == "hard" else dataset.trigger_points[point].point.positions
        return pictures(chart, Painted(dataset.places(point, "left"), crosses, "left", things=(dataset.drawn[point],)))
    if question.kind == "cross":
        return pictures(chart, Painted(NOWHERE, dataset.trigger_points[question.subject].point.positions, "left"))
    if question.kind == "reach":
        return pictures(chart, Painted(Places(dataset.places_of(question.subject)[:1], ()), {}, "left"))
    return []


def told_pictures(
    chart: Mapping[str, ChartView],
    dataset: Dataset,
    question: Question,
    marks: Collection[Place] = (),
    side: Side = "left",
) -> list[str]:
    """What is shown with the answer: the pattern painted, and the marks outlined."""
    if question.kind in ("pattern", "cross", "places"):
        positions = dataset.trigger_points[question.subject].point.positions
        things = (dataset.drawn[question.subject],)
        return pictures(chart, Painted(dataset.places(question.subject, side), positions, side, things=things), marks)
    if question.kind == "dermatome":
        return pictures(chart, Painted(places_asked(dataset, question, side), {}, side, outlined=True), marks)
    if question.kind == "reach":
        return asked_pictures(chart, dataset, question)
    if question.subject in dataset.muscles and dataset.muscles[question.subject].trigger_points:
        point = dataset.muscles[question.subject].trigger_points[0]
        things = (dataset.drawn[point.id],)
        return pictures(chart, Painted(dataset.places(point.id, "left"), point.positions, "left", things=things))
    return []


def pictures(chart: Mapping[str, ChartView], painted: Painted, marks: Collection[Place] = ()) -> list[str]:
    """SVGs that show what is painted, each cut to where it lies; the whole body only where it shows something."""
    places = {*painted.places.primary, *painted.places.spillover, *marks}
    layouts = layouts_showing(chart, places)
    if not places and painted.points:
        layouts = [next(layout for layout in LAYOUTS if points_in(chart, layout, painted.points))]
    boxes = {layout: _box(chart, layout, places, painted) for layout in layouts}
    return [
        _BOX.sub(
            'viewBox="{:.0f} {:.0f} {:.0f} {:.0f}"'.format(*box), picture_svg(chart, layout, marks, [painted]), count=1
        )
        for layout, box in list(boxes.items())[: MOST + 1]
        if box
    ][:MOST]


def _box(
    chart: Mapping[str, ChartView], layout: str, places: Collection[Place], painted: Painted
) -> tuple[float, float, float, float] | None:
    """The part of a layout that holds everything painted, with room around it; None where nothing is."""
    scene = build_scene(chart, layout, {region: (region, region) for view in chart.values() for region in view.regions})
    corners = [corner for panel in scene["panels"] for corner in _corners(chart, panel, places, painted)]
    if not corners:
        return None
    (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*corners, strict=True))
    least = (CLOSE if layout in _CLOSE else LEAST) * UNITS
    x, y, width, height = scene["box"]
    spans = []
    for low, high, start, size in ((left, right, x, width), (top, bottom, y, height)):
        middle, half = (low + high) / 2, max((high - low) / 2 + AROUND * UNITS, least / 2)
        first, last = max(start, middle - half), min(start + size, middle + half)
        spans.append((first, last - first))
    return spans[0][0], spans[1][0], spans[0][1], spans[1][1]


def _corners(
    chart: Mapping[str, ChartView], panel: Mapping[str, Any], places: Collection[Place], painted: Painted
) -> Iterator[tuple[float, float]]:
    view = chart[panel["view"]]
    (at_x, at_y), sides = panel["at"], panel["sides"]
    for side, sign in sides.items():
        for place in places:
            if place.side in (side, None) and place.region in view.regions:
                for polygon in view.regions[place.region].polygons:
                    yield from ((at_x + sign * x * UNITS, at_y - y * UNITS) for ring in polygon for x, y in ring)
        position = painted.points.get(view.name)
        if position and side == painted.side:
            yield at_x + sign * position[0] * UNITS, at_y - position[1] * UNITS
