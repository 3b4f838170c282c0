"""Which views show a pattern, and what of it each view shows."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping, Set

from bodymap.body.geometry import ChartView, Polygons, mirror, screen_sign
from bodymap.body.scene import LAYOUTS, points_in, views_in
from bodymap.body.shapes import Shapes
from bodymap.body.smooth import GRAIN, soft_outline
from bodymap.data.patterns import Area, Pattern
from bodymap.place import Side

_VIEWS = {layout: views_in(layout) for layout in LAYOUTS}
WHOLE_VIEWS = ("front", "back", "lateral", "lateral_arm", "medial_leg", "sole", "foot_top", "hand_palm", "hand_back")


def drawn_signs(view: ChartView, side: Side) -> tuple[int, ...]:
    """The screen signs of the sides that a view draws, the one of ``side`` first: both in a symmetric view."""
    own = screen_sign(view.name, side)
    return (own, -own) if view.symmetric else (own,)


def drawn_zones(view: ChartView, pattern: Pattern, side: Side, grain: float = GRAIN) -> Iterator[tuple[str, Polygons]]:
    """What a view shows of a pattern for a point on ``side``, as on the screen, spillover first: level and polygons."""
    sign = drawn_signs(view, side)[0]
    primary, spillover = Shapes(view).of(pattern)
    for level, shape in (("spillover", spillover), ("primary", primary)):
        if shape and (polygons := soft_outline(shape, grain)):
            yield level, polygons if sign > 0 else mirror(polygons)


def best_views(chart: Mapping[str, ChartView], pattern: Pattern, most: int = 3) -> list[str]:
    """The fewest views that show the point and its zones, at most ``most``; primary zones and the point first."""
    primary, spillover = ({zone.region for zone in level} for level in (pattern.primary, pattern.spillover))
    return fewest_views(chart, primary, spillover, pattern.point.positions, most)


def fewest_views(
    chart: Mapping[str, ChartView],
    primary: Set[str],
    spillover: Set[str] = frozenset(),
    positions: Container[str] = (),
    most: int = 3,
) -> list[str]:
    """The same for regions by level, and the views that record a point."""
    wanted = set(primary | spillover)
    chosen: list[str] = []

    def gain(view: str) -> tuple[int, int]:
        drawn = set(chart[view].regions)
        point = view in positions and not any(v in positions for v in chosen)
        return 3 * len(primary & wanted & drawn) + len(wanted & drawn) + 3 * point, -WHOLE_VIEWS.index(view)

    while len(chosen) < most:
        view = max((v for v in WHOLE_VIEWS if v in chart and v not in chosen), key=gain, default="")
        if not view or gain(view)[0] == 0:
            break
        chosen.append(view)
        wanted -= set(chart[view].regions)
    return chosen


# Of layouts that show as much the first one: a close-up is larger.
CLOSEST = ("Foot", "Hand", "Head and neck", "Whole body", "Side", "Leg, inner side")


def closest_layout(chart: Mapping[str, ChartView], patterns: Collection[Pattern | Area]) -> str:
    """The layout that shows most of the patterns; main places and points count more, and a close-up is preferred."""

    def shown(layout: str) -> tuple[int, int]:
        drawn = _drawn(chart, layout)
        gain = 0
        for pattern in patterns:
            primary, every = {zone.region for zone in pattern.primary}, set(pattern.regions)
            at = isinstance(pattern, Pattern) and bool(points_in(chart, layout, pattern.point.positions))
            gain += 3 * len(primary & drawn) + len(every & drawn) + 3 * at
        return gain, -CLOSEST.index(layout)

    return max(CLOSEST, key=shown)


def layouts_that_add(chart: Mapping[str, ChartView], pattern: Pattern | Area, layout: str) -> list[str]:
    """The other layouts that draw a zone of the pattern or area which ``layout`` does not."""
    missing = set(pattern.regions)
    for view in _VIEWS[layout]:
        missing.difference_update(chart[view].regions)
    return [
        name
        for name, views in _VIEWS.items()
        if missing and name != layout and not all(missing.isdisjoint(chart[view].regions) for view in views)
    ]


def _drawn(chart: Mapping[str, ChartView], layout: str) -> set[str]:
    return {region for row in LAYOUTS[layout] for panel in row for region in chart[panel.view].regions}
