"""The two figures: the measured man, and a woman made from him by reshaping every view, so that names and places agree.

``data/body/woman/bands.yaml`` says how much broader or deeper she is at each height, ``drawn.yaml`` what reshaping
cannot do. Only ``x`` changes, smoothly and in the same order, so that nothing is turned over and nothing torn.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import atan2, ceil, cos, dist, hypot, radians, sin, sqrt
from pathlib import Path
from typing import Any, Literal, get_args

import yaml
from shapely import Polygon

from bodymap import DATA_DIR
from bodymap.body.geometry import ChartView, Polygons, Shape
from bodymap.body.smooth import rings
from bodymap.data.dataset import Dataset
from bodymap.data.model import Muscle

Figure = Literal["man", "woman"]
FIGURES: tuple[Figure, ...] = get_args(Figure)
Point = tuple[float, float]
Move = Callable[[float, float], Point]

FOLDER = DATA_DIR / "body" / "woman"
STEP = 0.012  # body heights: longer edges of the skin and of places are divided, so that neighbours bend alike
_NEAR = 1e-4  # body heights
_GRID = 2000  # heights at which a table is worked out
_SIDE = frozenset({"lateral", "head_lateral", "medial_leg"})
_FOOT = frozenset({"sole", "foot_top"})


class Curve:
    """A table of values by height as a smooth line that turns only where the table does (Fritsch and Carlson)."""

    def __init__(self, rows: Iterable[Mapping[str, Any]], value: str) -> None:
        points = sorted((float(row["y"]), float(row[value])) for row in rows)
        ys, values = [y for y, _ in points], [v for _, v in points]
        slopes = _slopes(ys, values)
        self._values = [_between(ys, values, slopes, n / _GRID) for n in range(_GRID + 1)]

    def __call__(self, y: float) -> float:
        """The value at a height; beyond the table it stays as it is at its end."""
        at = min(max(y, 0.0), 1.0) * _GRID
        low = min(int(at), _GRID - 1)
        return self._values[low] + (at - low) * (self._values[low + 1] - self._values[low])


def _slopes(ys: Sequence[float], values: Sequence[float]) -> list[float]:
    rises = [(v1 - v0) / (y1 - y0) for (y0, v0), (y1, v1) in pairwise(zip(ys, values, strict=True))]
    inner = [2 * a * b / (a + b) if a * b > 0 else 0.0 for a, b in pairwise(rises)]
    return [0.0, *inner, 0.0]


def _between(ys: Sequence[float], values: Sequence[float], slopes: Sequence[float], y: float) -> float:
    if y <= ys[0] or y >= ys[-1]:
        return values[0] if y <= ys[0] else values[-1]
    n = bisect_right(ys, y) - 1
    width = ys[n + 1] - ys[n]
    t = (y - ys[n]) / width
    rest = 1 - t
    return (
        (1 + 2 * t) * rest * rest * values[n]
        + t * rest * rest * width * slopes[n]
        + t * t * (3 - 2 * t) * values[n + 1]
        - t * t * rest * width * slopes[n + 1]
    )


def _soft(start: float, end: float, at: float) -> float:
    """From 0 at ``start`` to 1 at ``end``, level at both."""
    t = min(max((at - start) / (end - start), 0.0), 1.0)
    return t * t * (3 - 2 * t)


def _round(start: float, end: float, at: float) -> float:
    """From 0 at ``start`` to 1 at ``end``, steep at first and level at the end."""
    t = min(max((at - start) / (end - start), 0.0), 1.0)
    return 0.5 * (_soft(0.0, 1.0, t) + sqrt(1 - (1 - t) ** 2))


class _Bands:
    """The tables of ``bands.yaml`` as moves of points."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.width, self.depth = Curve(table["width"], "ratio"), Curve(table["depth"], "ratio")
        front, side = table["arm"]["front"], table["arm"]["side"]
        self.front_arm = {name: Curve(front, name) for name in ("axis", "ratio", "shift", "trunk", "arm")}
        self.side_arm = {name: Curve(side, name) for name in ("axis", "ratio", "shift")}
        self.inwards, self.full = Curve(table["legs"]["shift"], "by"), float(table["legs"]["full"])
        self.foot_table, self.breast = table["foot"], table["breast"]

    def move(self, view: str) -> Move:
        """How the points of a view move."""
        if view in _SIDE:
            return lambda x, y: (x * self.depth(y), y)
        if view in _FOOT:
            return self.foot
        return self.from_side if view == "lateral_arm" else self.from_front

    def from_front(self, x: float, y: float) -> Point:
        """Trunk, head and legs about the midline, the arm about its own axis, the other side mirrored."""
        beside = abs(x)
        trunk = beside * self.width(y) - self.inwards(y) * _soft(0.0, self.full, beside)
        share = _soft(self.front_arm["trunk"](y), self.front_arm["arm"](y), beside)
        moved = trunk if share == 0.0 else (1 - share) * trunk + share * _about(self.front_arm, beside, y)
        return (moved if x >= 0 else -moved), y

    def from_side(self, x: float, y: float) -> Point:
        """The arm alone from its outer side."""
        return _about(self.side_arm, x, y), y

    def foot(self, x: float, y: float) -> Point:
        """The foot from below and from above."""
        axis: float = self.foot_table["axis"]
        return axis + self.foot_table["breadth"] * (x - axis), self.foot_table["length"] * y

    def with_breast(self, x: float, y: float) -> Point:
        """The skin from the side: the depth, and the breast on top of it."""
        at = self.breast
        moved = x * self.depth(y)
        high = 1 - _soft(at["tip"], at["upper"], y) if y > at["tip"] else _round(at["lower"], at["tip"], y)
        return moved + at["by"] * high * _soft(at["behind"], at["front"], moved), y


def _about(arm: Mapping[str, Curve], x: float, y: float) -> float:
    axis = arm["axis"](y)
    return axis + arm["shift"](y) + arm["ratio"](y) * (x - axis)


@dataclass(frozen=True)
class _Woman:
    """What makes the second figure: the moves, and what is drawn."""

    bands: _Bands
    changed: Mapping[str, Sequence[Mapping[str, Any]]]
    drawn: Mapping[str, Sequence[Mapping[str, Any]]]


@lru_cache(maxsize=1)
def _woman() -> _Woman:
    drawn = _read(FOLDER / "drawn.yaml")
    return _Woman(_Bands(_read(FOLDER / "bands.yaml")), drawn["changed"], drawn["drawn"])


def _read(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8-sig"))  # type: ignore[no-any-return]  # a mapping, as written


def mover(view: str, figure: Figure) -> Move:
    """How the points of a view move for a figure; nothing moves for the man, who was measured."""
    return _woman().bands.move(view) if figure == "woman" else lambda x, y: (x, y)


def surface_mover(view: str, figure: Figure) -> Move:
    """How the skin and the places of a view move: from the side the breast sets them apart from the muscles."""
    return _woman().bands.with_breast if figure == "woman" and view == "lateral" else mover(view, figure)


def reshaped(chart: Mapping[str, ChartView], figure: Figure) -> Mapping[str, ChartView]:
    """The chart as one of the figures: the same names, places and order, and every view in the same room."""
    return chart if figure == "man" else {name: _view(view) for name, view in chart.items()}


def placed(dataset: Dataset, figure: Figure) -> Dataset:
    """The dataset with the trigger points where they lie on a figure, for drawing with its chart."""
    if figure == "man":
        return dataset
    return dataset.replaced(muscles=[_placed(muscle, figure) for muscle in dataset.muscles.values()])


def _placed(muscle: Muscle, figure: Figure) -> Muscle:
    points = []
    for point in muscle.trigger_points:
        moved: dict[str, Any] = {"positions": _positions(point.positions, figure)}
        if shapes := getattr(point, "shapes", ()):
            moved["shapes"] = tuple(shape_on(shape, figure) for shape in shapes)
        points.append(point.model_copy(update=moved))
    return muscle.model_copy(update={"trigger_points": tuple(points)})


def shape_on(shape: Any, figure: Figure) -> Any:
    """A shape recorded for a pattern (an ellipse, a strip or a band) where it lies on a figure, as broad as there.

    It lies in the skin, so from the side it goes along with the breast.
    """
    move = surface_mover(shape.view, figure)
    moved: dict[str, Any] = {}
    if shape.at:
        x, y = shape.at
        wider, turn = _wider(move, x, y), radians(shape.turn or 0)
        moved["at"] = move(x, y)
        moved["rx"] = shape.rx and shape.rx * hypot(wider * cos(turn), sin(turn))
        moved["ry"] = shape.ry and shape.ry * hypot(wider * sin(turn), cos(turn))
    if shape.along:
        (x0, y0), (x1, y1) = shape.along[0], shape.along[-1]
        down = atan2(y1 - y0, x1 - x0)
        moved["along"] = tuple(move(x, y) for x, y in shape.along)
        for name, (x, y) in (("width", (x0, y0)), ("to_width", (x1, y1))):
            if width := getattr(shape, name):
                moved[name] = width * hypot(_wider(move, x, y) * sin(down), cos(down))
    if shape.between:
        moved["between"] = tuple(move(0.0, y)[1] for y in shape.between)
    return shape.model_copy(update=moved)


def _wider(move: Move, x: float, y: float) -> float:
    """How much broader the figure is at a point."""
    return (move(x + _NEAR, y)[0] - move(x - _NEAR, y)[0]) / (2 * _NEAR)


def _positions(positions: Mapping[Any, Sequence[float]], figure: Figure) -> dict[Any, Point]:
    return {view: mover(view, figure)(position[0], position[1]) for view, position in positions.items()}


def _view(view: ChartView) -> ChartView:
    woman = _woman()
    move = woman.bands.move(view.name)
    outer = surface_mover(view.name, "woman")
    changed = _changed(view.details, woman.changed.get(view.name, ()))
    there = {detail.id for detail in view.details}
    new = [detail for detail in woman.drawn.get(view.name, ()) if detail.get("with") in (None, *there)]
    replaced = {detail["id"] for detail in new if not detail.get("beside")}
    details = (*(detail for detail in changed if detail.id not in replaced), *map(_drawn, new))
    return replace(
        view,
        skin=_moved(view.skin, outer, STEP),
        regions={id_: _moved(region, outer, STEP) for id_, region in view.regions.items()},
        surface=tuple(_sound(_moved(shape, move)) for shape in view.surface),
        whole={id_: _sound(_moved(shape, move)) for id_, shape in view.whole.items()},
        details=tuple(_moved(shape, outer) for shape in details),
        fibres=tuple(_moved(shape, move, STEP) for shape in view.fibres),
        room=view.bounds(),
    )


def _moved(shape: Shape, move: Move, step: float = 0.0) -> Shape:
    polygons = [
        [[move(x, y) for x, y in (_divided(ring, step) if step else ring)] for ring in polygon]
        for polygon in shape.polygons
    ]
    return replace(shape, polygons=polygons)


def _sound(shape: Shape) -> Shape:
    """A shape whose outline crosses itself where it moved, without the loops."""
    if all(Polygon(rings[0], rings[1:]).is_valid for rings in shape.polygons):
        return shape
    parts = getattr(shape.geometry, "geoms", (shape.geometry,))
    return replace(shape, polygons=rings(part for part in parts if isinstance(part, Polygon) and part.area))


def _divided(ring: Sequence[Sequence[float]], step: float) -> Iterator[Sequence[float]]:
    """The points of a ring with more of them on long edges."""
    yield from ring[:1]
    for start, end in pairwise(ring):
        parts = ceil(dist(start, end) / step)
        for n in range(1, parts):
            yield start[0] + (end[0] - start[0]) * n / parts, start[1] + (end[1] - start[1]) * n / parts
        yield end


def _changed(details: Iterable[Shape], changes: Iterable[Mapping[str, Any]]) -> Iterator[Shape]:
    of = {id_: change for change in changes for id_ in change["of"]}
    for detail in details:
        change = of.get(detail.id)
        yield replace(detail, polygons=_scaled(detail.polygons, change)) if change else detail


def _scaled(polygons: Polygons, change: Mapping[str, Any]) -> Polygons:
    """Polygons grown about a point, or about their own middle, and moved."""
    across, up = change.get("scale", (1.0, 1.0))
    right, higher = change.get("move", (0.0, 0.0))
    x0, y0 = change.get("about") or _middle(polygons)
    return [
        [[(x0 + across * (x - x0) + right, y0 + up * (y - y0) + higher) for x, y in ring] for ring in polygon]
        for polygon in polygons
    ]


def _middle(polygons: Polygons) -> Point:
    points = [point for polygon in polygons for ring in polygon for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _drawn(detail: Mapping[str, Any]) -> Shape:
    line = [(float(x), float(y)) for x, y in detail["line"]]
    closed, midline = bool(detail.get("closed")), bool(detail.get("midline"))
    if midline:
        line += [(-x, y) for x, y in reversed(line) if x]
    return Shape(detail["id"], "detail", [[line]], midline=midline, source="schematic", closed=closed)
