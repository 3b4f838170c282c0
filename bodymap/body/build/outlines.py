"""The measured figures (``data/body/source``) as polygons, one ``View`` at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shapely import Polygon, box, set_precision
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from bodymap.body.build.points import Point, landmarks_of_view
from bodymap.body.geometry import CLOSE_UPS, SYMMETRIC_VIEWS

Ring = Sequence[Sequence[float]]
SKIN_TOLERANCE = 0.00012  # body heights: how far the thinned skin may leave the smooth one


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


def read_views(source: Path) -> Iterator[View]:
    """Every view of ``measured_outlines.json`` with the landmarks that fall in it."""
    outlines = json.loads((source / "measured_outlines.json").read_text(encoding="utf-8"))
    landmarks = json.loads((source / "landmarks.json").read_text(encoding="utf-8"))["landmarks"]
    views: dict[str, View] = {}
    for name in sorted(outlines["views"], key=lambda name: name in CLOSE_UPS):
        view = outlines["views"][name]
        views[name] = View(
            name=name,
            skin=smooth_skin(view.get("skin_full", view["skin"]), half=name in SYMMETRIC_VIEWS),
            structures=view["structures"],
            features=view["features"],
            landmarks=landmarks_of_view(landmarks, name),
            enlarges=views.get(CLOSE_UPS.get(name, "")),
        )
    yield from (views[name] for name in outlines["views"])


def smooth_skin(rings: Sequence[Ring], half: bool) -> BaseGeometry:
    """Corner-cut the skin twice, thin it, and for symmetric views keep the recorded half (x >= 0)."""
    skin = unary_union([Polygon(_corner_cut_ring(ring)).buffer(0) for ring in rings])
    skin = skin.simplify(SKIN_TOLERANCE)
    if half:
        skin = skin.intersection(box(0, -1, 2, 2))
    return set_precision(skin, 1e-5)


def _corner_cut_ring(ring: Ring, rounds: int = 2) -> list[tuple[float, float]]:
    points = [(float(x), float(y)) for x, y in ring]
    points = points[:-1] if points[0] == points[-1] else points
    for _ in range(rounds):
        following = [*points[1:], points[0]]
        points = [
            (a * x0 + (1 - a) * x1, a * y0 + (1 - a) * y1)
            for (x0, y0), (x1, y1) in zip(points, following, strict=True)
            for a in (0.75, 0.25)
        ]
    return points
