"""Polygons as SVG path data in whole units, 10,000 to a body height, y downwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bodymap.body.geometry import Polygons, Ring

UNITS = 10_000  # path units in one body height


def path(polygons: Polygons, smooth: bool = False, closed: bool = True, units: int = UNITS) -> str:
    """Path data (``d``) of polygons or open lines.

    With ``smooth`` the corners are rounded as a quadratic B-spline through the middles of the edges, which is
    what repeated corner cutting tends to; an open line keeps its ends. Relative integer coordinates keep the text
    short; fewer ``units`` to a body height make it shorter and coarser.
    """
    draw = (_smooth_ring if closed else _smooth_line) if smooth else _plain_ring
    return "".join(draw(_whole(ring, units), closed) for polygon in polygons for ring in polygon)


def _whole(ring: Ring, units: int) -> list[tuple[int, int]]:
    points = [(round(x * units), round(-y * units)) for x, y in ring]
    return [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]


def _plain_ring(points: Sequence[tuple[int, int]], closed: bool) -> str:
    if closed and len(points) > 1 and points[0] == points[-1]:
        points = points[:-1]
    if len(points) < 2:
        return ""
    steps = (_pair(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False))
    return f"M{_pair(*points[0])}l{_join(steps)}{'z' if closed else ''}"


def _smooth_ring(points: Sequence[tuple[int, int]], closed: bool) -> str:
    points = points[:-1] if points[0] == points[-1] else points
    if len(points) < 3:
        return _plain_ring(points, closed)
    middles = [
        ((x0 + x1) // 2, (y0 + y1) // 2) for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True)
    ]
    at = middles[-1]
    steps = []
    for corner, middle in zip(points, middles, strict=True):
        steps.append(_pair(corner[0] - at[0], corner[1] - at[1]))
        steps.append(_pair(middle[0] - at[0], middle[1] - at[1]))
        at = middle
    return f"M{_pair(*middles[-1])}q{_join(steps)}z"


def _smooth_line(points: Sequence[tuple[int, int]], closed: bool) -> str:
    if len(points) < 3:
        return _plain_ring(points, closed)
    inner = points[1:-1]
    middles = [((x0 + x1) // 2, (y0 + y1) // 2) for (x0, y0), (x1, y1) in zip(inner, inner[1:], strict=False)]
    at, steps = points[0], []
    for corner, end in zip(inner, [*middles, points[-1]], strict=True):
        steps += [_pair(corner[0] - at[0], corner[1] - at[1]), _pair(end[0] - at[0], end[1] - at[1])]
        at = end
    return f"M{_pair(*points[0])}q{_join(steps)}"


def _pair(x: int, y: int) -> str:
    return f"{x}{y}" if y < 0 else f"{x} {y}"


def _join(steps: Iterable[str]) -> str:
    text = ""
    for step in steps:
        text += step if not text or step.startswith("-") else f" {step}"
    return text
