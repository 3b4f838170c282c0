"""Landmarks that an examiner feels for, as lines on the drawing: ``details`` of ``data/body/corrections.yaml``."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bodymap.body.build.outlines import View
from bodymap.body.build.points import Point, resolve
from bodymap.body.corners import corner_cut

STEPS = 12  # of a whole ellipse


def with_details(views: Iterable[View], corrections: Mapping[str, Any]) -> list[View]:
    """The views with their landmarks; ``copy`` takes a detail from another view of the same frame."""
    known = {view.name: view for view in views}
    return [
        replace(
            view,
            features={
                **view.features,
                **{
                    name: _detail(rule, view, known)
                    for name, rule in corrections.get("details", {}).get(view.name, {}).items()
                },
            },
        )
        for view in known.values()
    ]


def _detail(rule: Mapping[str, Any], view: View, known: Mapping[str, View]) -> dict[str, Any]:
    if "copy" in rule:
        feature: dict[str, Any] = known[rule["copy"]].features[rule["as"]]
        return feature
    lines = [corner_cut([resolve(point, view.anchors()) for point in line]) for line in rule.get("lines", ())]
    arcs = [_arc(arc, view) for arc in rule.get("arcs", ())]
    return {"kind": "area" if rule.get("closed") else "line", "paths": [*lines, *arcs]}


def _arc(arc: Mapping[str, Any], view: View) -> list[Point]:
    """A part of an ellipse, anticlockwise between two angles in degrees; the whole of it without them."""
    x, y = resolve(arc["at"], view.anchors())
    rx, ry = arc["radii"]
    start, end = arc.get("between", (0, 360))
    steps = max(4, round(STEPS * (end - start) / 360))
    angles = [math.radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(x + rx * math.cos(angle), y + ry * math.sin(angle)) for angle in angles]
