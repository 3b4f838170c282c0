"""Choosing a tint for each muscle so that neighbours differ and a muscle looks the same in every view."""

from __future__ import annotations

from collections.abc import Iterable

from shapely import STRtree

from bodymap.body.build.outlines import View, polygon_of_rings
from bodymap.body.style import TINTS

NEAR = 0.0012  # body heights between two outlines that count as neighbours


def muscle_tints(views: Iterable[View]) -> dict[str, int]:
    """``{muscle id: tint number}``, by greedy colouring of the neighbourhoods of all views together."""
    neighbours: dict[str, set[str]] = {}
    for view in views:
        muscles = [
            (n, polygon_of_rings(s["visible_rings"])) for n, s in view.structures.items() if s["kind"] == "muscle"
        ]
        muscles = [(name, shape) for name, shape in muscles if not shape.is_empty]
        tree = STRtree([shape for _, shape in muscles])
        for name, shape in muscles:
            near = {muscles[i][0] for i in tree.query(shape, predicate="dwithin", distance=NEAR)} - {name}
            neighbours.setdefault(name, set()).update(near)
    tints: dict[str, int] = {}
    for name in sorted(neighbours, key=lambda n: (-len(neighbours[n]), n)):
        used = [tints[other] for other in neighbours[name] if other in tints]
        spread = list(tints.values())
        tints[name] = min(range(TINTS), key=lambda tint: (used.count(tint), spread.count(tint), tint))
    return tints
