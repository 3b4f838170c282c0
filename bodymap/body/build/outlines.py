"""The measured figures (``data/body/source``) as polygons, one ``View`` at a time."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shapely import LinearRing, Polygon, box, set_precision
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from bodymap.body.build.points import Point, landmarks_of_view
from bodymap.body.geometry import CLOSE_UPS, SYMMETRIC_VIEWS

Ring = Sequence[Sequence[float]]
GRID = 1e-5  # body heights; coordinates are stored to this precision
SKIN_TOLERANCE = 0.00013  # body heights: how far the thinned skin may leave the smooth one
STEP = 0.0006  # body heights between the points of the skin while it is smoothed
CUT = 0.02  # body heights: a longer edge along an axis is where the figure is cut
HOLD = 0.002  # body heights from the ends of such an edge within which it is bent
EVENINGS = 8  # how often each of them moves to the middle of its neighbours


@dataclass(frozen=True)
class View:
    """One measured view in its own frame (body heights, recorded side): smooth skin, structures, landmarks."""

    name: str
    skin: BaseGeometry
    structures: Mapping[str, dict[str, Any]]
    features: Mapping[str, dict[str, Any]]
    landmarks: Mapping[str, Point] = field(repr=False)
    enlarges: View | None = field(default=None, repr=False)

    def anchors(self) -> dict[str, Point]:
        """The landmarks that lines of cuts may name: a close-up also knows those of the view it enlarges."""
        return {**(self.enlarges.anchors() if self.enlarges else {}), **self.landmarks}

    def drawn(self, kind: str, name: str) -> dict[str, Any]:
        """A structure or feature by name; one that a close-up lacks is looked up in the view it enlarges."""
        own: Mapping[str, dict[str, Any]] = getattr(self, kind)
        return own[name] if name in own or not self.enlarges else self.enlarges.drawn(kind, name)

    def frame_box(self) -> Polygon:
        """A rectangle well beyond the skin."""
        x0, y0, x1, y1 = self.skin.bounds
        return box(x0 - 1, y0 - 1, x1 + 1, y1 + 1)


def polygon_of_rings(rings: Sequence[Ring]) -> BaseGeometry:
    """One areal shape from rings under the even-odd rule (holes run clockwise in the source)."""
    shape: BaseGeometry = Polygon()
    for ring in rings:
        shape = shape.symmetric_difference(Polygon(ring).buffer(0))
    return shape


def read_views(source: Path, added: Mapping[str, Sequence[Ring]] | None = None) -> Iterator[View]:
    """Every view of ``measured_outlines.json`` with the landmarks that fall in it; ``added`` to the skin of a view."""
    outlines = json.loads((source / "measured_outlines.json").read_text(encoding="utf-8"))
    landmarks = json.loads((source / "landmarks.json").read_text(encoding="utf-8"))["landmarks"]
    views: dict[str, View] = {}
    for name in sorted(outlines["views"], key=lambda name: name in CLOSE_UPS):
        view = outlines["views"][name]
        views[name] = View(
            name=name,
            skin=smooth_skin(
                with_pieces(view.get("skin_full", view["skin"]), (added or {}).get(name, ()), name in SYMMETRIC_VIEWS),
                half=name in SYMMETRIC_VIEWS,
            ),
            structures=view["structures"],
            features=view["features"],
            landmarks=landmarks_of_view(landmarks, name),
            enlarges=views.get(CLOSE_UPS.get(name, "")),
        )
    yield from (views[name] for name in outlines["views"])


def with_pieces(rings: Sequence[Ring], pieces: Sequence[Ring], both: bool) -> Sequence[Ring]:
    """The rings of a skin with some pieces, and on ``both`` sides their mirror images, joined to it."""
    if not pieces:
        return rings
    every = [Polygon(ring).buffer(0) for ring in (*rings, *pieces)]
    every += [scale(piece, xfact=-1, origin=(0, 0)) for piece in every[len(rings) :] if both]
    skin = unary_union(every)
    return [list(part.exterior.coords) for part in getattr(skin, "geoms", [skin])]


def smooth_skin(rings: Sequence[Ring], half: bool) -> BaseGeometry:
    """A round line through the corners of the skin, thinned, and for symmetric views the recorded half (x >= 0)."""
    skin = unary_union([Polygon(_rounded(ring)).buffer(0) for ring in rings])
    _, low, _, high = skin.bounds
    skin = skin.simplify(SKIN_TOLERANCE * min(1, high - low) ** 0.5)  # close-ups are seen larger
    if half:
        skin = skin.intersection(box(0, -1, 2, 2))
    return set_precision(skin, GRID)


def _rounded(ring: Ring) -> list[tuple[float, float]]:
    """Points of a curve near the corners of a ring: evenly spaced on a spline through them, then evened out."""
    corners = list(_held(_without_repeats(ring)))
    fine = [point for n in range(len(corners)) for point in _span(*(corners[(n + k) % len(corners)] for k in range(4)))]
    line = LinearRing(fine)
    count = max(16, round(line.length / STEP))
    even = [(at.x, at.y) for at in (line.interpolate(n / count, normalized=True) for n in range(count))]
    for _ in range(EVENINGS):
        even = [
            ((a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4)
            for a, b, c in zip([even[-1], *even], even, [*even[1:], even[0]], strict=False)
        ]
    return even


def _without_repeats(ring: Ring) -> list[tuple[float, float]]:
    points = [(float(x), float(y)) for x, y in ring]
    return [p for n, p in enumerate(points) if p != points[n - 1]]


def _held(corners: Sequence[Point]) -> Iterator[Point]:
    """The corners, and near both ends of an edge along an axis, where the figure is cut, what keeps it straight."""
    for n, (x1, y1) in enumerate(corners):
        x0, y0 = corners[n - 1]
        length = math.dist((x0, y0), (x1, y1))
        is_cut = length > CUT and min(abs(x1 - x0), abs(y1 - y0)) < GRID
        shares = (HOLD / length, 1 - HOLD / length) if is_cut else ()
        yield from ((x0 + share * (x1 - x0), y0 + share * (y1 - y0)) for share in shares)
        yield x1, y1


def _span(a: Point, b: Point, c: Point, d: Point) -> Iterator[Point]:
    """Points from ``b`` to before ``c`` on the centripetal spline through four corners."""
    t1 = math.dist(a, b) ** 0.5
    t2 = t1 + math.dist(b, c) ** 0.5
    t3 = t2 + math.dist(c, d) ** 0.5

    def between(p: Point, q: Point, start: float, end: float, t: float) -> Point:
        share = (t - start) / (end - start)
        return p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])

    for n in range(8):
        t = t1 + (t2 - t1) * n / 8
        ab, bc, cd = between(a, b, 0, t1, t), between(b, c, t1, t2, t), between(c, d, t2, t3, t)
        yield between(between(ab, bc, 0, t2, t), between(bc, cd, t1, t3, t), t1, t2, t)
