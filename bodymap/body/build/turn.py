"""Feet that point forward: ``data/body/turned.yaml`` says where what the source draws sideways comes to lie.

The source stands with its feet turned out. At each ``level`` (a height) points ``of`` the source go ``to`` others; what
lies between them, across or in height, goes in proportion, and what lies above the highest level stays. A view is
built as the source has it and turned as the last step, so that places, muscles and landmarks move together, on both
sides of the midline alike.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Level = tuple[float, Sequence[float], Sequence[float]]


def turned(features: Iterable[dict[str, Any]], levels: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """GeoJSON features with their points moved; details of our own are drawn where they are seen and stay."""
    table = table_of(levels)
    return [
        feature if feature["properties"].get("source") == "drawn" else _moved(feature, table) for feature in features
    ]


def table_of(levels: Sequence[Mapping[str, Any]]) -> list[Level]:
    """The levels from the highest down; raises ``ValueError`` for one that would fold the figure."""
    table = sorted(((level["y"], level["of"], level["to"]) for level in levels), key=lambda level: -level[0])
    for y, of, to in table:
        if len(of) != len(to) or len(of) != len(table[0][1]) or list(of) != sorted(of) or list(to) != sorted(to):
            raise ValueError(f"the level at {y} does not keep the order of its points")
    return table


def turn(point: Sequence[float], table: Sequence[Level]) -> tuple[float, float]:
    """Where a point of the source comes to lie, both in body heights."""
    x, y = point
    above = [level for level in table if level[0] >= y]
    if not table or not above:
        return x, y
    upper = above[-1]
    lower = table[len(above)] if len(above) < len(table) else upper
    share = (upper[0] - y) / (upper[0] - lower[0]) if lower is not upper else 0.0
    there = _along(abs(x), _between(upper[1], lower[1], share), _between(upper[2], lower[2], share))
    return math.copysign(there, x), y


def _between(upper: Sequence[float], lower: Sequence[float], share: float) -> list[float]:
    return [a + (b - a) * share for a, b in zip(upper, lower, strict=True)]


def _along(x: float, of: Sequence[float], to: Sequence[float]) -> float:
    if x <= of[0]:
        return x + to[0] - of[0]
    for a, b, c, d in zip(of, of[1:], to, to[1:], strict=False):
        if x <= b:
            return c + (x - a) * (d - c) / (b - a)
    return x + to[-1] - of[-1]


def _moved(feature: Mapping[str, Any], table: Sequence[Level]) -> dict[str, Any]:
    geometry = feature["geometry"]
    return {**feature, "geometry": {**geometry, "coordinates": _each(geometry["coordinates"], table)}}


def _each(value: Any, table: Sequence[Level]) -> Any:
    if isinstance(value[0], int | float):
        return [round(part, 5) for part in turn(value, table)]
    return [_each(item, table) for item in value]
