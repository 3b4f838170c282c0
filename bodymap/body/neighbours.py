"""Which regions of the chart touch on the body, and the separate patches that a set of regions forms.

Lengths are in body heights. One side is meant throughout: every region is the recorded side's, a midline
region stands for both sides. Two regions touch when, in some view, they share a border, or when they meet
along the rim that two opposite views share (front and back, palm and back of the hand, sole and top of the foot).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from bodymap.body.geometry import ChartView

SHARED = 0.003  # body heights: a shorter common border is only a corner
NEAR = 0.0003  # body heights: borders this close are one border, drawn and rounded twice
# Opposite views that share their outline. The close-ups repeat these, and are cut off where there is no rim.
RIMS = (("front", "back"), ("foot_top", "sole"))
# Pairs that meet only in a picture: one part hides what lies between, or the view is cut through the body.
ONLY_DRAWN = frozenset(
    frozenset(pair)
    for pair in (
        ("ankle_front", "heel_back"),  # foot_top is cut above the ankle
        ("ankle_inner", "heel_sole"),  # from above, the ankle hides the side of the heel
        ("ankle_outer", "heel_sole"),
        ("big_toe_top", "foot_outer_edge"),  # from behind, the outer edge hides the toes
        ("abdomen_lower", "sacrum"),  # medial_leg is cut through the pelvis
        ("abdomen_lower", "tailbone"),
        ("abdomen_lower", "pelvic_floor"),
        ("buttock_upper", "sacrum"),
    )
)


def neighbours(chart: Mapping[str, ChartView]) -> Mapping[str, frozenset[str]]:
    """The regions that touch each region, by id; symmetric, and no region touches itself.

    A view that is missing from ``chart`` adds nothing. Borders count from ``SHARED`` body heights on.
    """
    shapes = {name: {key: s.geometry for key, s in view.regions.items()} for name, view in chart.items()}
    touching: dict[str, set[str]] = {key: set() for view in shapes.values() for key in view}
    pairs = [pair for view in shapes.values() for pair in _sharing(view)]
    for one, other in RIMS:
        if one in chart and other in chart:
            rims = [_rim(shapes[name], chart[name].skin.geometry) for name in (one, other)]
            pairs.extend(_meeting(*rims))
    for a, b in pairs:
        if frozenset((a, b)) not in ONLY_DRAWN:
            touching[a].add(b)
            touching[b].add(a)
    return {key: frozenset(others) for key, others in touching.items()}


def islands(regions: Iterable[str], neighbours: Mapping[str, frozenset[str]]) -> list[set[str]]:
    """The given regions in groups that touch, in the order of their first regions.

    A region without neighbours, or unknown to ``neighbours``, is a group of its own.
    """
    left = dict.fromkeys(regions)
    groups: list[set[str]] = []
    while left:
        first = next(iter(left))
        group, edge = {first}, [first]
        while edge:
            new = (neighbours.get(edge.pop(), frozenset()) & left.keys()) - group
            group |= new
            edge.extend(new)
        groups.append(group)
        left = {key: None for key in left if key not in group}
    return groups


def _sharing(shapes: Mapping[str, BaseGeometry]) -> Iterator[tuple[str, str]]:
    """The pairs of one view that share a border."""
    names, drawn = list(shapes), list(shapes.values())
    grown = [shape.buffer(NEAR) for shape in drawn]
    tree = STRtree(drawn)
    for i, j in tree.query(grown, predicate="intersects").T.tolist():
        if i < j and drawn[j].boundary.intersection(grown[i]).length > SHARED:
            yield names[i], names[j]


def _rim(shapes: Mapping[str, BaseGeometry], skin: BaseGeometry) -> dict[str, BaseGeometry]:
    """The part of each region's border that lies on the outline of the skin, where there is any."""
    outline = skin.boundary.buffer(NEAR)
    rims = {key: shape.boundary.intersection(outline) for key, shape in shapes.items()}
    return {key: rim for key, rim in rims.items() if rim.length > SHARED}


def _meeting(rim: Mapping[str, BaseGeometry], other: Mapping[str, BaseGeometry]) -> Iterator[tuple[str, str]]:
    """The pairs of two opposite views that run along the same stretch of the outline."""
    grown = {key: line.buffer(NEAR) for key, line in other.items()}
    for a, line in rim.items():
        for b, zone in grown.items():
            if a != b and line.intersection(zone).length > SHARED:
                yield a, b
