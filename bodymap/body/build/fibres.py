"""Fibre lines: the fine lines that show which way a surface muscle runs.

By default they follow the muscle's own length and gather where it narrows. ``data/body/fibres.yaml`` names the
muscles whose fibres run otherwise: ``toward`` a point (fan-shaped), ``along`` a line (parallel) or ``around`` a point
(rings, at the ``shares`` of the way to the outline; of a muscle on the midline the recorded half).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from shapely import LineString, Polygon, box, line_merge
from shapely.affinity import rotate, scale
from shapely.geometry.base import BaseGeometry

from bodymap.body.build.points import Point, resolve

SPACING = 0.0042  # body heights between neighbouring fibres in a wide muscle
INSET = 0.0009  # body heights that a fibre keeps from the muscle's edge
SHORTEST = 0.012  # body heights; shorter lines are left out
FAR = 3.0
Line = list[Point]


def fibre_lines(polygon: Polygon, rule: Mapping[str, Any] | None, landmarks: Mapping[str, Point]) -> list[Line]:
    """The fibre lines of one visible piece of a muscle, in the view's frame (body heights)."""
    inner = polygon.buffer(-INSET)
    if inner.is_empty or (rule and rule.get("none")):
        return []
    if rule and "toward" in rule:
        lines = _fan(inner, resolve(rule["toward"], landmarks))
    elif rule and "around" in rule:
        lines = _rings(polygon, resolve(rule["around"], landmarks), rule["shares"])
    elif rule:
        start, end = (resolve(point, landmarks) for point in rule["along"])
        lines = _parallel(inner, math.atan2(end[1] - start[1], end[0] - start[0]))
    else:
        lines = (part for piece in _pieces(inner) for line in _lengthwise(piece) for part in _inside(line, piece))
    return [line for line in lines if LineString(line).length >= SHORTEST]


def _fan(shape: BaseGeometry, focus: Point) -> Iterator[Line]:
    corners = [point for piece in _pieces(shape) for point in piece.exterior.coords]
    middle = shape.centroid
    axis = math.atan2(middle.y - focus[1], middle.x - focus[0])
    angles = [(math.atan2(y - focus[1], x - focus[0]) - axis + math.pi) % (2 * math.pi) - math.pi for x, y in corners]
    reach = max(math.dist(focus, corner) for corner in corners)
    count = max(2, round((max(angles) - min(angles)) * reach * 0.6 / SPACING))
    for step in range(1, count):
        angle = axis + min(angles) + (max(angles) - min(angles)) * step / count
        near = reach * (0.5 if step % 2 else 0.25 if step % 4 else 0.0)  # fewer lines where they gather
        start = (focus[0] + near * math.cos(angle), focus[1] + near * math.sin(angle))
        ray = LineString([start, (focus[0] + FAR * math.cos(angle), focus[1] + FAR * math.sin(angle))])
        yield from _clipped(ray, shape)


def _rings(polygon: Polygon, middle: Point, shares: Sequence[float]) -> Iterator[Line]:
    half = box(0, -FAR, FAR, FAR) if polygon.bounds[0] < 0 else None
    for share in shares:
        ring = LineString(scale(polygon.exterior, share, share, origin=middle).simplify(0.0002).coords)
        joined = line_merge(ring.intersection(polygon if half is None else polygon.intersection(half)))
        yield from _clipped(joined, polygon)


def _parallel(shape: BaseGeometry, angle: float) -> Iterator[Line]:
    middle = shape.centroid
    across = (-math.sin(angle), math.cos(angle))
    offsets = [
        (x - middle.x) * across[0] + (y - middle.y) * across[1] for p in _pieces(shape) for x, y in p.exterior.coords
    ]
    at = min(offsets) + SPACING / 2
    while at < max(offsets):
        x, y = middle.x + at * across[0], middle.y + at * across[1]
        dx, dy = FAR * math.cos(angle), FAR * math.sin(angle)
        yield from _clipped(LineString([(x - dx, y - dy), (x + dx, y + dy)]), shape)
        at += SPACING


def _clipped(line: BaseGeometry, shape: BaseGeometry) -> Iterator[Line]:
    cut = line.intersection(shape)
    for part in getattr(cut, "geoms", [cut]):
        if isinstance(part, LineString) and not part.is_empty:
            yield [(x, y) for x, y in part.coords]


def _inside(line: Line, piece: Polygon) -> Iterator[Line]:
    """The line where it does not leave the muscle, as it would between the slips of one that divides."""
    whole = LineString(line)
    return iter([line]) if piece.covers(whole) else _clipped(whole, piece)


def _lengthwise(piece: Polygon) -> Iterator[Line]:
    """Lines that divide every cross-section of a long muscle in the same proportions."""
    angle = _long_axis(piece)
    upright = rotate(piece, 90 - angle, origin=(0, 0))
    _, low, _, high = upright.bounds
    stations = max(5, round((high - low) / 0.014))
    sections = [_section(upright, low + (high - low) * (i + 0.5) / stations) for i in range(stations)]
    found = [section for section in sections if section]
    if len(found) < 2:
        return
    width = sorted(right - left for left, right, _ in found)[len(found) // 2]
    count = min(14, max(1, round(width / SPACING)))
    for step in range(count):
        share = (step + 0.5) / count
        line = LineString([(left + share * (right - left), y) for left, right, y in found])
        yield [(x, y) for x, y in rotate(line, angle - 90, origin=(0, 0)).simplify(0.0003).coords]


def _long_axis(piece: Polygon) -> float:
    around = piece.minimum_rotated_rectangle
    corners = list(around.exterior.coords if isinstance(around, Polygon) else around.coords)
    (ax, ay), (bx, by), (cx, cy) = corners[:3]
    dx, dy = (
        (bx - ax, by - ay) if math.dist((ax, ay), (bx, by)) >= math.dist((bx, by), (cx, cy)) else (cx - bx, cy - by)
    )
    return math.degrees(math.atan2(dy, dx))


def _section(shape: Polygon, y: float) -> tuple[float, float, float] | None:
    cut = shape.intersection(LineString([(-FAR, y), (FAR, y)]))
    spans: Sequence[BaseGeometry] = [g for g in getattr(cut, "geoms", [cut]) if g.length > 0]
    if not spans:
        return None
    widest = max(spans, key=lambda span: span.length)
    return widest.bounds[0], widest.bounds[2], y


def _pieces(shape: BaseGeometry) -> list[Polygon]:
    return [g for g in getattr(shape, "geoms", [shape]) if isinstance(g, Polygon) and not g.is_empty]
