"""Muscles that the source draws too low, too long or in the wrong order, as ``data/body/corrections.yaml`` mends them.

``outlines`` gives a muscle another outline in a view, or one where it has none; ``lies_over`` says which muscles it
covers; ``trims`` takes away what another part of the body hides; ``parts`` cuts a level of a long muscle out as a
structure of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from shapely import Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from bodymap.body.build.outlines import View, polygon_of_rings
from bodymap.body.build.points import resolve
from bodymap.body.build.tissues import both_halves, rings_of, worth_drawing
from bodymap.body.corners import corner_cut

FAR = 3.0
SEAM = 0.0004  # body heights: narrower gaps between what a muscle shows and what it gains are closed
Structures = dict[str, dict[str, Any]]


def reshaped(view: View, corrections: Mapping[str, Any]) -> View:
    """The view with its muscles where they belong."""
    structures = dict(view.structures)
    steps = (("outlines", _outline), ("lies_over", _lay_over), ("trims", _trim), ("parts", _cut_parts))
    for key, step in steps:
        for muscle, rule in corrections.get(key, {}).get(view.name, {}).items():
            step(structures, muscle, rule, view)
    return replace(view, structures=structures)


def _outline(structures: Structures, muscle: str, rule: Mapping[str, Any], view: View) -> None:
    shape = _ring(rule["ring"], view)
    old = structures.get(muscle, {"kind": rule.get("kind", "muscle"), "depth_order": rule.get("depth", 0)})
    visible: BaseGeometry = Polygon()
    if rule.get("shows"):
        shape = shape.intersection(both_halves(view.skin, view) if old.get("midline") else view.skin)
        visible = shape.difference(_seen(structures, set(rule.get("behind", ())) - {muscle}))
        for other in [name for name in structures if name != muscle]:
            _take(structures, other, visible)
    structures[muscle] = {
        **old,
        "rings": rings_of(shape),
        "visible_rings": rings_of(worth_drawing(visible)),
        "source": "reconstructed",
    }


def _lay_over(structures: Structures, muscle: str, rule: Any, view: View) -> None:
    """Give a muscle what is seen of others inside its own outline, which a ``ring`` may make larger."""
    below: Iterable[str] = [name for name in (rule["over"] if "ring" in rule else rule) if name in structures]
    whole = polygon_of_rings(structures[muscle]["rings"])
    if "ring" in rule:
        whole = unary_union([whole, _ring(rule["ring"], view)])
        structures[muscle] = {**structures[muscle], "rings": rings_of(whole)}
    gained = _seen(structures, set(below)).intersection(whole)
    for other in below:
        _take(structures, other, gained)
    seen = unary_union([polygon_of_rings(structures[muscle]["visible_rings"]), gained])
    own = seen.buffer(SEAM).buffer(-SEAM).difference(_seen(structures, set(structures) - {muscle}))
    structures[muscle] = {**structures[muscle], "visible_rings": rings_of(worth_drawing(own))}


def _trim(structures: Structures, muscle: str, ring: Any, view: View) -> None:
    _take(structures, muscle, _ring(ring, view))


def _cut_parts(structures: Structures, muscle: str, parts: Mapping[str, Mapping[str, Any]], view: View) -> None:
    for name, level in parts.items():
        y = resolve([0, level["above"]], view.anchors())[1]
        whole = polygon_of_rings(structures[muscle]["rings"])
        upper = box(-FAR, y, FAR, FAR)
        structures[name] = {**structures[muscle], "rings": rings_of(whole.intersection(upper))}
        structures[muscle] = {**structures[muscle], "rings": rings_of(whole.difference(upper))}


def _ring(points: Any, view: View) -> BaseGeometry:
    ring = [resolve(point, view.anchors()) for point in points]
    return Polygon(corner_cut([*ring, ring[0]])).buffer(0)


def _take(structures: Structures, name: str, shape: BaseGeometry) -> None:
    own = polygon_of_rings(structures[name]["visible_rings"])
    if own.intersects(shape) and own.intersection(shape).area > 0:
        left = rings_of(worth_drawing(own.difference(shape)))
        structures[name] = {**structures[name], "visible_rings": left}


def _seen(structures: Structures, names: set[str]) -> BaseGeometry:
    return unary_union([polygon_of_rings(structures[n]["visible_rings"]) for n in sorted(names & structures.keys())])
