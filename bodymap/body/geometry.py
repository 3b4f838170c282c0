"""The chart's geometry as read from ``data/body/*.geojson``, its frame, and mirroring.

Frame: unit one body height, ``y`` up, the person's left side recorded (see docs/architecture.md).
Polygons are lists of rings, rings are lists of ``(x, y)``; the first ring of a polygon is its outer one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from shapely import LinearRing, Point, Polygon, unary_union
from shapely.geometry.base import BaseGeometry

from bodymap.problems import shown

Ring = Sequence[Sequence[float]]
Polygons = Sequence[Sequence[Ring]]

SYMMETRIC_VIEWS = frozenset({"front", "back", "head_front", "head_back"})
# A close-up has the coordinates of the view that it enlarges.
CLOSE_UPS = {
    "head_front": "front",
    "head_back": "back",
    "head_lateral": "lateral",
    "hand_palm": "front",
    "hand_back": "back",
}
# Views whose recorded left side is drawn with +x to the right of the picture.
LEFT_AS_STORED = frozenset({"front", "hand_palm", "head_front", "sole", "medial_leg"})


# What is drawn of the body's make: flesh, bone, and the kinds of connective tissue.
CONNECTIVE = ("tendon", "fascia", "ligament")
STRUCTURES = ("muscle", "bone", *CONNECTIVE)


class ChartError(ValueError):
    """A file of the chart cannot be read; the message names it."""


@dataclass(frozen=True)
class Shape:
    """One drawn thing of a view: polygons (or open lines for details) on the recorded side.

    A muscle is ``seen_through`` where it is outlined although it does not show; it is drawn in a style of its own.
    A tendon is ``of`` the muscle whose end it is.
    """

    id: str
    kind: str
    polygons: Polygons
    midline: bool = False
    source: str = "measured"
    tint: int = 0
    depth: int = 0
    closed: bool = True
    seen_through: bool = False
    of: str = ""

    @cached_property
    def geometry(self) -> BaseGeometry:
        """The polygons as one valid geometry."""
        return areal(self.polygons)

    @property
    def structure(self) -> str:
        """The structure that a piece of the surface belongs to: a tendon's muscle, else its own id."""
        return self.of or self.id

    def covers(self, point: Sequence[float]) -> bool:
        """Whether ``(x, y)`` lies inside or on the edge."""
        return bool(self.geometry.covers(Point(point[0], point[1])))


@dataclass(frozen=True)
class ChartView:
    """Everything drawn in one view, in its own frame (body heights, recorded side)."""

    name: str
    skin: Shape
    regions: Mapping[str, Shape]
    surface: tuple[Shape, ...]
    whole: Mapping[str, Shape]
    details: tuple[Shape, ...]
    fibres: tuple[Shape, ...]
    room: tuple[float, float, float, float] | None = None

    @property
    def symmetric(self) -> bool:
        """Whether both sides are drawn together, mirrored about the midline."""
        return self.name in SYMMETRIC_VIEWS

    def bounds(self) -> tuple[float, float, float, float]:
        """``x0, y0, x1, y1`` of the skin: both sides in a symmetric view, else the recorded side.

        A view that was reshaped keeps the room of the measured one, so that all figures are laid out alike.
        """
        if self.room:
            return self.room
        xs = [x for polygon in self.skin.polygons for x, _ in polygon[0]]
        ys = [y for polygon in self.skin.polygons for _, y in polygon[0]]
        return min(xs), min(ys), max(xs), max(ys)


def screen_sign(view: str, side: str) -> int:
    """+1 where a side is drawn with ``x`` growing to the right of the picture, else -1."""
    return 1 if (view in LEFT_AS_STORED) == (side == "left") else -1


def mirror(polygons: Polygons) -> Polygons:
    """The same polygons on the other side of ``x = 0``; twice gives the original."""
    return [[[(-x, y) for x, y in ring] for ring in polygon] for polygon in polygons]


def view_files(body: Path) -> list[Path]:
    """The files of the chart in a folder, by name; hidden ones, as editors leave them, are none."""
    return sorted(path for path in body.glob("*.geojson") if not path.name.startswith("."))


def read_chart(body: Path) -> Mapping[str, ChartView]:
    """Every view in the folder ``data/body``, by name. A file is parsed anew only when its content has changed.

    Raises ``FileNotFoundError`` naming the folder if no view is there, and ``ChartError`` for a file that is
    not a view. ``bodymap.read.chart`` says everything that is wrong with them.
    """
    paths = view_files(body)
    if not paths:
        raise FileNotFoundError(f"no chart files (*.geojson) in {body}; run `make chart`")
    views = {}
    for path in paths:
        try:
            views[path.stem] = _read_view(path.read_bytes())
        except OSError as error:
            raise ChartError(f"{shown(path)}:1: cannot be read: {error.strerror} (run `make chart`)") from error
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
            line = getattr(error, "lineno", 1)
            raise ChartError(f"{shown(path)}:{line}: is not a chart view: {error!r} (run `make chart`)") from error
    return views


@lru_cache(maxsize=24)
def _read_view(content: bytes) -> ChartView:
    return view_of(json.loads(content.decode("utf-8-sig")))


def view_of(collection: Mapping[str, Any]) -> ChartView:
    """The view in a file, which is JSON by now. Raises whatever happens where its form is wrong."""
    by_kind: dict[str, list[tuple[dict[str, Any], Shape]]] = {}
    for feature in collection["features"]:
        properties = feature["properties"]
        by_kind.setdefault(properties["kind"], []).append((properties, _shape(properties, feature["geometry"])))
    structures = [item for kind in STRUCTURES for item in by_kind.get(kind, [])]
    surface = [shape for properties, shape in structures if properties["extent"] == "surface"]
    return ChartView(
        name=collection["properties"]["view"],
        skin=by_kind["skin"][0][1],
        regions={shape.id: shape for _, shape in by_kind["region"]},
        surface=tuple(sorted(surface, key=lambda shape: shape.depth)),
        whole={shape.id: shape for properties, shape in structures if properties["extent"] == "whole"},
        details=tuple(shape for _, shape in by_kind.get("detail", [])),
        fibres=tuple(shape for _, shape in by_kind.get("fibre", [])),
    )


def _shape(properties: Mapping[str, Any], geometry: Mapping[str, Any]) -> Shape:
    polygons = _polygons(geometry["type"], geometry["coordinates"])
    return Shape(
        id=properties["id"],
        kind=properties["kind"],
        polygons=polygons,
        midline=properties.get("midline", False),
        source=properties.get("source", "measured"),
        tint=properties.get("tint", 0),
        depth=properties.get("depth_order", 0),
        closed=properties.get("closed", True),
        seen_through=properties.get("seen_through", False),
        of=properties.get("of", ""),
    )


def _polygons(kind: str, coordinates: Any) -> Polygons:
    """The coordinates of any GeoJSON geometry the chart uses, as polygons; a line or point stands for a ring."""
    match kind:
        case "MultiPolygon":
            return coordinates  # type: ignore[no-any-return]  # JSON
        case "Polygon":
            return [coordinates]
        case "MultiLineString":
            return [[line] for line in coordinates]
        case "Point":
            return [[[coordinates]]]
    raise ValueError(f"the chart has no geometry of type {kind!r}")


def areal(polygons: Polygons) -> BaseGeometry:
    """The polygons as one valid geometry, in the frame they are in."""
    return unary_union([Polygon(rings[0], rings[1:]).buffer(0) for rings in polygons])


def thickness(ring: Ring) -> float:
    """Mean width of a ring's area in body heights: twice its area over its length."""
    outline = LinearRing(ring) if len(ring) > 2 else None
    return float(2 * Polygon(outline).area / outline.length) if outline and outline.length else 0.0
