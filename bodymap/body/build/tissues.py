"""Tendons, fasciae and ligaments: structures of their own, taken out of the muscles that the source draws them with.

``data/body/corrections.yaml`` says where: ``tendons`` cuts the end of a muscle off at a level, from which the belly
reaches into the tendon as a tongue; ``tissues`` names sheets by their outline. A sheet lies behind every muscle but
those named in its ``of``, which give way to it; with ``over: true`` it lies on top, as a retinaculum does. One
whose outline crosses the midline is drawn once, over both sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from shapely import LineString, Polygon, box, simplify
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from bodymap.body.build.outlines import Ring, View, polygon_of_rings
from bodymap.body.build.points import resolve
from bodymap.body.corners import corner_cut
from bodymap.body.geometry import SYMMETRIC_VIEWS

FAR = 3.0
EDGE = 0.0015  # body heights that a sheet keeps from the edge of the skin
LEAST = 2e-6  # square body heights: smaller pieces are left to their neighbours
GRAIN = 0.0002  # body heights by which an outline may differ from the exact one
SEAM = 1e-5  # body heights by which two halves overlap while they are joined
ON_TOP = 1000  # the depth of what lies over everything


def with_tissues(view: View, corrections: Mapping[str, Any]) -> View:
    """The view with its tendons, fasciae and ligaments apart from its muscles."""
    kinds: Mapping[str, str] = corrections.get("kinds", {})
    structures = {name: {**s, "kind": kinds.get(name, s["kind"])} for name, s in view.structures.items()}
    for name, midline in structures.items():
        if midline.get("midline") and midline["visible_rings"] and view.name in SYMMETRIC_VIEWS:
            # The source has muscles on the recorded side only: what shows on the other is covered by their like.
            shape = both_halves(polygon_of_rings(midline["visible_rings"]), view)
            structures[name] = {**midline, "visible_rings": rings_of(worth_drawing(shape))}
    for muscle, cut in corrections.get("tendons", {}).get(view.name, {}).items():
        if muscle in structures:
            for level in cut if isinstance(cut, list) else [cut]:
                _cut_tendon(structures, muscle, level, view)
    for sheet in corrections.get("tissues", {}).get(view.name, ()):
        _add_sheet(structures, sheet, view)
    return replace(view, structures=structures)


def _cut_tendon(structures: dict[str, dict[str, Any]], muscle: str, cut: Mapping[str, Any], view: View) -> None:
    word = "below" if "below" in cut else "above"
    y = resolve([0, cut[word]], view.anchors())[1]
    belly, tendon = [], []
    for piece in pieces_of(polygon_of_rings(structures[muscle]["visible_rings"])):
        beyond = piece.intersection(box(-FAR, -FAR, FAR, y) if word == "below" else box(-FAR, y, FAR, FAR))
        beyond = beyond.difference(_tongues(piece, y, cut.get("tongue", 0.0) * (-1 if word == "below" else 1)))
        tendon.append(beyond)
        belly.append(piece.difference(beyond))
    shape = worth_drawing(unary_union(tendon))
    if shape.is_empty:
        return
    name = cut.get("id", f"{muscle}_tendon")
    structures[name] = _tissue(shape, cut.get("kind", "tendon"), structures[muscle]["depth_order"], muscle)
    structures[muscle] = {**structures[muscle], "visible_rings": rings_of(worth_drawing(unary_union(belly)))}


def _tongues(piece: Polygon, y: float, length: float) -> BaseGeometry:
    """Where the belly reaches beyond the level, in the middle of each place that the level crosses."""
    crossed = piece.intersection(LineString([(-FAR, y), (FAR, y)]))
    spans = [part.bounds for part in getattr(crossed, "geoms", [crossed]) if part.length > 0]
    return unary_union([
        Polygon([(x0, y), (x0 + (x1 - x0) * 0.35, y + length * 0.75), ((x0 + x1) / 2, y + length),
                 (x1 - (x1 - x0) * 0.35, y + length * 0.75), (x1, y)])
        for x0, _, x1, _ in spans
    ] if length else [])  # fmt: skip


def _add_sheet(structures: dict[str, dict[str, Any]], sheet: Mapping[str, Any], view: View) -> None:
    ring = [resolve(point, view.anchors()) for point in sheet["ring"]]
    shape: BaseGeometry = Polygon(corner_cut([*ring, ring[0]])).buffer(0)
    gives_way = set(sheet.get("of", ()))
    if sheet.get("only"):  # what of these muscles lies inside the outline
        shape = shape.intersection(_seen(structures, gives_way))
    elif not sheet.get("over"):
        inside = both_halves(view.skin, view).buffer(-EDGE)
        before = {name for name, s in structures.items() if s["kind"] != "bone" or name in sheet.get("bones", ())}
        shape = shape.intersection(inside).difference(_seen(structures, before - gives_way))
    crosses = view.name in SYMMETRIC_VIEWS and any(x < 0 for x, _ in ring)
    shape = worth_drawing(both_halves(shape, view) if crosses else shape)
    behind = {name for name, s in structures.items() if s["kind"] == "bone"} - set(sheet.get("bones", ()))
    for name in (gives_way if sheet.get("only") or sheet.get("over") else gives_way | behind) & structures.keys():
        left = polygon_of_rings(structures[name]["visible_rings"]).difference(shape)
        structures[name] = {**structures[name], "visible_rings": rings_of(worth_drawing(left))}
    depths = [structures[name]["depth_order"] for name in gives_way & structures.keys()]
    depth = ON_TOP if sheet.get("over") else max(depths, default=0)
    if not shape.is_empty:
        of = sheet["of"][0] if sheet.get("only") else None
        structures[sheet["id"]] = {**_tissue(shape, sheet["kind"], depth, of), "midline": crosses}


def both_halves(shape: BaseGeometry, view: View) -> BaseGeometry:
    """A shape at the midline with its mirror image, where the view shows both sides; else the shape."""
    if view.name not in SYMMETRIC_VIEWS:
        return shape
    half = shape.intersection(box(0, -FAR, FAR, FAR)).buffer(SEAM, join_style="mitre")
    return unary_union([half, scale(half, xfact=-1, origin=(0, 0))]).buffer(-SEAM, join_style="mitre")


def _seen(structures: Mapping[str, dict[str, Any]], names: set[str]) -> BaseGeometry:
    return unary_union([polygon_of_rings(structures[n]["visible_rings"]) for n in sorted(names & structures.keys())])


def _tissue(shape: BaseGeometry, kind: str, depth: int, of: str | None) -> dict[str, Any]:
    about = {"kind": kind, "depth_order": depth, "source": "derived", **({"of": of} if of else {})}
    return {**about, "rings": [], "visible_rings": rings_of(shape)}


def worth_drawing(shape: BaseGeometry) -> BaseGeometry:
    """The pieces that are worth drawing, without needless corners."""
    kept = [piece for piece in pieces_of(shape) if piece.area >= LEAST]
    return unary_union([simplify(piece, GRAIN) for piece in kept])


def rings_of(shape: BaseGeometry) -> list[Ring]:
    """The rings of a shape as the source has them."""
    return [list(ring.coords) for piece in pieces_of(shape) for ring in (piece.exterior, *piece.interiors)]


def pieces_of(shape: BaseGeometry) -> Iterator[Polygon]:
    """The polygons of a shape."""
    found: Sequence[BaseGeometry] = getattr(shape, "geoms", [shape])
    return (piece for piece in found if isinstance(piece, Polygon) and not piece.is_empty)
