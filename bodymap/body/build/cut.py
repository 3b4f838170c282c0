"""Cutting the skin of a view into regions along anatomical lines.

A table of cuts (``data/body/cuts/<view>.yaml``) names lines and areas and then lists regions in order; each
region claims what is left of the skin inside all its bounds, so the outcome tiles the skin by construction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shapely import Polygon, set_precision
from shapely.affinity import scale
from shapely.geometry import MultiPolygon, Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from bodymap.body.build.outlines import View, polygon_of_rings
from bodymap.body.build.points import CutError, resolve
from bodymap.body.corners import corner_cut

FAR = 3.0  # body heights; beyond every outline
GRID = 1e-5  # body heights; coordinates are stored to this precision
LARGEST_LEFTOVER = 0.001  # share of the skin that may remain unclaimed before it is an error
SMALLEST_PIECE = 0.06  # pieces below this share of their region go to the neighbour
SIDES = {
    "above": "across", "below": "across",
    "inner": "along", "outer": "along", "behind": "along", "before": "along",
}  # fmt: skip


def cut_regions(table: Mapping[str, Any], view: View) -> dict[str, BaseGeometry]:
    """Tile a view's skin with regions: ``{region id: polygon}`` in the view's frame, recorded side only."""
    return _tidy(_claim(table, view), view.skin)


def _claim(table: Mapping[str, Any], view: View) -> dict[str, BaseGeometry]:
    bounds: dict[str, BaseGeometry] = {}
    regions: dict[str, BaseGeometry] = {}
    left: BaseGeometry = view.skin
    for entry in table["regions"]:
        claim = left
        for bound in entry.get("bounds", ()):
            if bound not in bounds:
                bounds[bound] = _bound(bound, table, view)
            claim = claim.intersection(bounds[bound])
        claim = _areal(claim)
        left = _areal(left.difference(claim))
        if not claim.is_empty:
            regions[entry["id"]] = _areal(unary_union([regions.get(entry["id"], Polygon()), claim]))
    if left.area > LARGEST_LEFTOVER * view.skin.area:
        where = ", ".join(f"({p.x:.3f}, {p.y:.3f})" for p in (g.representative_point() for g in _pieces(left)))
        raise CutError(f"{view.name}: {left.area / view.skin.area:.2%} of the skin belongs to no region, near {where}")
    return _give_away(_pieces(left), regions)


def _bound(text: str, table: Mapping[str, Any], view: View) -> BaseGeometry:
    """The half plane or area that a bound such as ``above knee_line`` or ``in patella`` allows."""
    try:
        word, name = text.split()
        if word in ("in", "not"):
            area = _area(table["areas"][name], view)
            return area if word == "in" else view.frame_box().difference(area)
        return _half_plane(word, table["lines"][name], view)
    except KeyError as error:
        raise CutError(f"{view.name}: the bound {text!r} names an unknown {error}") from None
    except ValueError as error:
        raise CutError(f"{view.name}: the bound {text!r}: {error}") from None


def _half_plane(word: str, line: Mapping[str, Any], view: View) -> Polygon:
    kind = SIDES[word]
    points = [resolve(p, view.anchors()) for p in line[kind]]
    points = points if line.get("straight") else corner_cut(points)
    if kind == "across":
        points.sort()
        level = FAR if word == "above" else -FAR
        ends = [(-FAR, points[0][1]), *points, (FAR, points[-1][1])]
        shape = Polygon([(-FAR, level), *ends, (FAR, level)])
    else:
        points = points if points[0][1] < points[-1][1] else points[::-1]
        level = FAR if word in ("outer", "before") else -FAR
        ends = [(points[0][0], -FAR), *points, (points[-1][0], FAR)]
        shape = Polygon([(level, -FAR), *ends, (level, FAR)])
    if not shape.is_valid:
        raise CutError(f"the line crosses itself: {line}")
    return shape


def _area(area: Mapping[str, Any], view: View) -> BaseGeometry:
    if "around" in area:
        ring = [resolve(p, view.anchors()) for p in area["around"]]
        smooth = ring if area.get("straight") else corner_cut([*ring, ring[0], ring[1]])[2:-4]
        shape: BaseGeometry = Polygon(smooth).buffer(0)
    elif "ellipse" in area:
        x, y = resolve(area["ellipse"], view.anchors())
        shape = scale(Point(x, y).buffer(1.0, quad_segs=12), area["rx"], area["ry"], origin=(x, y))
    elif "feature" in area:
        shape = unary_union([Polygon(path).buffer(0) for path in view.drawn("features", area["feature"])["paths"]])
    else:
        shape = polygon_of_rings(view.drawn("structures", area["structure"])["rings"])
    return shape.buffer(area.get("grow", 0.0))


def _tidy(regions: dict[str, BaseGeometry], skin: BaseGeometry) -> dict[str, BaseGeometry]:
    """Give stray pieces to their neighbours and snap to the storage grid."""
    strays: list[Polygon] = []
    for name, shape in regions.items():
        pieces = sorted(_pieces(shape), key=lambda g: -g.area)
        small = [g for g in pieces[1:] if g.area < SMALLEST_PIECE * shape.area]
        strays += small
        regions[name] = _areal(unary_union([g for g in pieces if g not in small]))
    regions = _give_away(strays, regions)
    snapped = {name: _areal(set_precision(shape, GRID)) for name, shape in regions.items()}
    return {name: shape for name, shape in snapped.items() if not shape.is_empty}


def _give_away(pieces: Sequence[Polygon], regions: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Add each piece to the region with which it shares the longest border."""
    for piece in pieces:
        near = piece.buffer(2 * GRID)
        owner = max(regions, key=lambda name: near.intersection(regions[name].boundary).length)
        regions[owner] = _areal(unary_union([regions[owner], piece]))
    return regions


def _pieces(shape: BaseGeometry) -> list[Polygon]:
    if shape.is_empty:
        return []
    return [g for g in getattr(shape, "geoms", [shape]) if isinstance(g, Polygon) and g.area > 0]


def _areal(shape: BaseGeometry) -> BaseGeometry:
    """Only the polygons of a shape, as Polygon or MultiPolygon."""
    pieces = [g.buffer(0) if not g.is_valid else g for g in _pieces(shape)]
    return pieces[0] if len(pieces) == 1 else MultiPolygon([p for g in pieces for p in _pieces(g)])
