"""Saved figures and the contact sheet, by coordinates: the X and every zone lie where the chart has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import plotly.graph_objects as go
import pytest

from bodymap.body.geometry import ChartView, Polygons, mirror, screen_sign
from bodymap.body.pattern_views import best_views
from bodymap.body.shapes import Levels, Shapes
from bodymap.body.smooth import GRAIN, soft_outline
from bodymap.body.svg import UNITS, path
from bodymap.data.patterns import Pattern
from bodymap.place import SIDES, Side
from bodymap.tell.atlas import SMALLEST, atlas_html
from bodymap.tell.figures import FINE, GAP, pattern_figure
from bodymap.tell.site.figures import Figures
from bodymap.tell.wording import SEEN_THROUGH
from tests.made import with_pattern
from tests.real import CHART, REAL

CLOSE = 0.0002  # coordinates of a figure are rounded
BACK = {"back": (0.05, 0.2)}
CROSSING = [
    with_pattern("knee_front:opposite", spillover=("thigh_front_lower:both", "knee_back"), positions=BACK),
    with_pattern("sacrum", "calf_inner:both", spillover=("heel_sole",), positions=BACK),
]
# Those that cross the midline, and of the others some from everywhere: a figure takes its time.
SOME = [p for number, p in enumerate(REAL.trigger_points.values()) if p.crosses or number % 6 == 0]
EVERY = [*(pattern for _, pattern in CROSSING), *SOME]


def by_view(figure: go.Figure) -> list[list[Any]]:
    """The traces of each view; the first of a view is its skin."""
    views: list[list[Any]] = []
    for trace in figure.data:
        if trace.name == "skin":
            views.append([])
        views[-1].append(trace)
    return views


def extent(values: Any) -> tuple[float, float]:
    numbers = [value for value in values if value is not None]
    return min(numbers), max(numbers)


def zones(view: ChartView, pattern: Pattern, grain: float = GRAIN) -> Iterator[tuple[str, Polygons]]:
    """What a view draws of a pattern on the recorded side: level and polygons."""
    for level, shape in zip(("primary", "spillover"), shapes_of(view.name, pattern), strict=True):
        if shape and (polygons := soft_outline(shape, grain)):
            yield level, polygons


@cache
def kept(view: str) -> Shapes:
    return Shapes(CHART[view])


def shapes_of(view: str, pattern: Pattern) -> Levels:
    return kept(view).of(pattern)


def across(polygons: Polygons, sign: int) -> tuple[float, float]:
    return extent(sign * x for polygon in polygons for ring in polygon for x, _ in ring)


def wrong_in(pattern: Pattern, side: Side) -> list[str]:
    """What of a figure does not lie where the chart has it."""
    wrong: list[str] = []
    right = -GAP
    drawn = by_view(pattern_figure(CHART, pattern, side))
    for name, traces in zip(best_views(CHART, pattern), drawn, strict=True):
        view, skin = CHART[name], traces[0]
        x0, y0, x1, y1 = view.bounds()
        sign, scale = screen_sign(name, side), 1 / (y1 - y0)
        low, high = extent(skin.x)
        left = min(x0 * sign, x1 * sign) if not view.symmetric else x0

        def placed(x: float, low: float = low, scale: float = scale, left: float = left) -> float:
            return low + scale * (x - left)

        if abs(extent(skin.y)[0]) > CLOSE or abs(extent(skin.y)[1] - 1) > CLOSE:
            wrong.append(f"{name}: the height")
        if abs(low - right - GAP) > 2 * CLOSE or abs(high - low - scale * (x1 - x0)) > 2 * CLOSE:
            wrong.append(f"{name}: beside the view before it")
        right = high
        points = [(trace.x[0], trace.y[0]) for trace in traces if trace.name == "trigger point"]
        at = pattern.point.positions.get(name)
        expected = [(placed(sign * at[0]), scale * (at[1] - y0))] if at else []
        if len(points) != len(expected) or any(
            abs(a - b) > CLOSE for p, q in zip(points, expected, strict=True) for a, b in zip(p, q, strict=True)
        ):
            wrong.append(f"{name}: the X at {points}, not {expected}")
        for level in ("primary", "spillover"):
            found = [extent(trace.x) for trace in traces if trace.name == level]
            for kind, polygons in zones(view, pattern, FINE):
                if kind == level:
                    a, b = (placed(x) for x in across(polygons, sign))
                    near = [f for f in found if abs(f[0] - a) < 2 * CLOSE and abs(f[1] - b) < 2 * CLOSE]
                    wrong += [] if near else [f"{name}: no {level} zone from {a} to {b}"]
                    found = [f for f in found if f not in near[:1]]
            wrong += [f"{name}: a {level} zone too many at {f}" for f in found]
    return wrong


@pytest.mark.parametrize("side", SIDES)
def test_the_point_and_every_zone_of_a_figure_lie_where_the_chart_has_them(side):
    assert {p.id: wrong for p in EVERY if (wrong := wrong_in(p, side))} == {}


def test_the_other_side_is_the_mirror_image():
    pattern = REAL.trigger_points["rectus_femoris_lower"]
    assert best_views(CHART, pattern)[0] == "front"
    left, right = (by_view(pattern_figure(CHART, pattern, side))[0] for side in SIDES)
    middle = sum(extent(left[0].x)) / 2
    [x], [mirrored] = ([t.x[0] for t in traces if t.name == "trigger point"] for traces in (left, right))
    assert x > middle > mirrored, "in front the left side is on the right of the picture"
    assert x - middle == pytest.approx(middle - mirrored, abs=2 * CLOSE)


def test_a_figure_is_named_and_holds_the_muscle():
    for side in SIDES:
        figure = pattern_figure(CHART, REAL.trigger_points["soleus_1"], side)
        assert figure.layout.title.text == f"{REAL.trigger_points['soleus_1'].name}, {side}"
        assert "muscle" in [trace.name for trace in figure.data]


# ---- the contact sheet --------------------------------------------------------------------------------------


def figures(page: str) -> list[str]:
    return re.findall(r"<figure>(.*?)</figure>", page, re.DOTALL)


def views_of(figure: str) -> dict[str, str]:
    return dict(re.findall(r"<svg [^>]*><title>(\w+)</title>(.*?)</svg>", figure, re.DOTALL))


def paths(svg: str, kind: str) -> list[str]:
    return re.findall(rf'<path class="{kind}" d="([^"]*)"/>', svg)


def drawn(polygons: Polygons, sign: int) -> str:
    return path(polygons if sign > 0 else mirror(polygons), smooth=True)


@pytest.mark.parametrize("dataset", [REAL, *(data for data, _ in CROSSING)], ids=["real", "opposite", "both"])
def test_the_contact_sheet_has_every_point_and_zone_where_the_chart_has_them(dataset):
    order: dict[str, list[Pattern]] = {}
    for pattern in dataset.trigger_points.values():
        order.setdefault(pattern.muscle.group, []).append(pattern)
    patterns = [pattern for group in order.values() for pattern in group]
    wrong = []
    for pattern, figure in zip(patterns, figures(atlas_html(dataset, CHART)), strict=True):
        assert list(views_of(figure)) == best_views(CHART, pattern)
        for name, svg in views_of(figure).items():
            view, own = CHART[name], screen_sign(name, "left")
            listed = list(zones(view, pattern))
            for level in ("primary", "spillover"):
                expected = [drawn(polygons, own) for kind, polygons in listed if kind == level]
                if paths(svg, level) != expected:
                    wrong.append((pattern.id, name, level))
            crosses = [tuple(map(int, re.findall(r"-?\d+", d)[:4])) for d in paths(svg, "cross")]
            at = pattern.point.positions.get(name)
            middles = [((x0 + x1) / 2, (y0 + y1) / 2) for x0, y0, x1, y1 in crosses]
            if middles != ([(round(own * at[0] * UNITS), round(-at[1] * UNITS))] if at else []):
                wrong.append((pattern.id, name, "the cross"))
    assert wrong == []


def test_what_the_contact_sheet_shows_lies_in_its_box_and_is_large_enough():
    for figure in figures(atlas_html(CROSSING[0][0], CHART)):
        for box in re.findall(r'viewBox="([^"]*)"', figure):
            *_, width, height = map(int, box.split())
            assert min(width, height) >= round(SMALLEST * UNITS)


def test_the_contact_sheet_escapes_names():
    muscle = REAL.muscles["soleus"].model_copy(update={"name": "<b>x</b>"})
    page = atlas_html(REAL.replaced(muscles=[muscle]), CHART)
    assert "&lt;b&gt;x&lt;/b&gt;" in page and "<b>x" not in page.replace("<figcaption><b>", "")


@pytest.mark.parametrize(("point", "through"), [("piriformis_1", True), ("soleus_1", False)])
def test_a_muscle_that_lies_deeper_is_dashed_and_not_filled(point, through):
    pattern = REAL.trigger_points[point]
    side = CHART["lateral"]
    assert any(side.whole[s].seen_through for s in pattern.muscle.structures if s in side.whole) == through
    deeper = [trace for trace in pattern_figure({"lateral": side}, pattern).data if trace.name == "muscle seen through"]
    assert [(trace.fillcolor, trace.line.dash) for trace in deeper] == ([("rgba(0,0,0,0)", "dash")] if through else [])


def test_the_contact_sheet_and_the_static_edition_draw_deeper_muscles_in_a_style_of_their_own():
    diaphragm, soleus = REAL.muscles["diaphragm"], REAL.muscles["soleus"]
    deep, plain = (atlas_html(REAL.replaced(muscles=[muscle]), CHART) for muscle in (diaphragm, soleus))
    assert 'class="muscle through"' in deep and 'class="muscle through"' not in plain
    figures = Figures(REAL, CHART)
    deep, plain = (
        figures.of_pattern(REAL.trigger_points[muscle.trigger_points[0].id]) for muscle in (diaphragm, soleus)
    )
    assert 'class="muscle through"' in deep and SEEN_THROUGH in deep
    assert 'class="muscle"' in plain and "through" not in plain
