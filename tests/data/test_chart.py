"""The committed chart in both figures: complete, tiled, valid, on the right side, and what the tables of cuts say."""

from __future__ import annotations

from itertools import combinations

import pytest
import yaml
from shapely import Polygon, STRtree
from shapely.affinity import scale
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from bodymap.body.build.chart import BODY, build
from bodymap.body.figure import FIGURES, Figure, reshaped
from bodymap.body.geometry import Shape, read_chart
from bodymap.data.model import VIEWS
from tests.each import each

CHART = read_chart(BODY)
CHARTS = {figure: reshaped(CHART, figure) for figure in FIGURES}
both = pytest.mark.parametrize("figure", FIGURES)
REGIONS = {region["id"]: region for region in yaml.safe_load((BODY.parent / "regions.yaml").read_text())["regions"]}
CLOSE_UPS = {"head_front": "front", "head_back": "back", "head_lateral": "lateral"}


def _shapely(shape: Shape) -> BaseGeometry:
    return MultiPolygon([Polygon(rings[0], rings[1:]) for rings in shape.polygons])


def _drawn(view: str, figure: Figure) -> list[tuple[str, BaseGeometry]]:
    """Every region of a view as drawn: both sides where the view shows both."""
    drawn = []
    for region in CHARTS[figure][view].regions.values():
        shape = _shapely(region)
        drawn.append((region.id, shape))
        if CHART[view].symmetric and not region.midline:
            drawn.append((f"{region.id} mirrored", scale(shape, xfact=-1, origin=(0, 0))))
    return drawn


def test_every_view_is_there():
    assert set(CHART) == set(VIEWS)


@each("region", REGIONS.values())
def test_a_region_is_drawn_in_every_view_it_names(region: dict):
    missing = [view for view in region["views"] if region["id"] not in CHART[view].regions]
    assert not missing, f"{region['id']} is not cut in {missing}"


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_draws_known_regions_only(view: str):
    assert set(CHART[view].regions) <= set(REGIONS)


@pytest.mark.parametrize("close_up", CLOSE_UPS)
def test_a_head_or_neck_region_of_a_view_shows_in_its_close_up(close_up: str):
    whole = CLOSE_UPS[close_up]
    named = {r for r, region in REGIONS.items() if region["group"] == "head_neck" and whole in region["views"]}
    assert named <= set(CHART[close_up].regions)


@both
@pytest.mark.parametrize("view", VIEWS)
def test_regions_tile_the_skin(view: str, figure: Figure):
    skin = _shapely(CHARTS[figure][view].skin)
    drawn = _drawn(view, figure)
    union = unary_union([shape for _, shape in drawn])
    assert union.symmetric_difference(skin).area < 0.005 * skin.area
    tree = STRtree([shape for _, shape in drawn])
    overlap = {
        (drawn[i][0], drawn[j][0]): drawn[i][1].intersection(drawn[j][1]).area
        for i, j in combinations(range(len(drawn)), 2)
        if j in tree.query(drawn[i][1])
    }
    worst = max(overlap, key=lambda pair: overlap[pair])
    smaller = {name: shape.area for name, shape in drawn}
    for (first, second), shared in overlap.items():
        assert shared < 0.001 * min(smaller[first], smaller[second]), (first, second, worst)


@both
@pytest.mark.parametrize("view", VIEWS)
def test_rings_are_valid(view: str, figure: Figure):
    chart = CHARTS[figure]
    shapes = [chart[view].skin, *chart[view].regions.values()]
    broken = [shape.id for shape in shapes if not _shapely(shape).is_valid or _shapely(shape).is_empty]
    assert not broken


@both
@pytest.mark.parametrize("view", [view for view in VIEWS if CHART[view].symmetric])
def test_regions_lie_on_their_anatomical_side(view: str, figure: Figure):
    for region in CHARTS[figure][view].regions.values():
        shape = _shapely(region)
        if region.midline:
            assert abs(shape.centroid.x) < 1e-6, f"{region.id} is not centred on the midline"
        else:
            assert shape.representative_point().x > 0 and shape.bounds[0] >= 0, f"{region.id} strays to the right side"


# Neighbours whose order no cut may turn round: (view, axis, smaller coordinate first).
ORDERS = [
    ("front", "y", ["big_toe_top", "ankle_front", "shin_lower", "shin_upper", "knee_front", "thigh_front_lower"]),
    ("front", "y", ["thigh_front_lower", "thigh_front_middle", "thigh_front_upper", "hip_front", "abdomen_lower"]),
    ("front", "x", ["thigh_inner_middle", "thigh_front_middle", "thigh_outer_middle"]),
    ("front", "x", ["knee_inner", "knee_front", "knee_outer"]),
    ("front", "x", ["shin_inner_upper", "shin_upper", "leg_outer_upper"]),
    ("front", "x", ["little_front", "ring_front", "middle_front", "index_front", "thumb_front"]),
    ("back", "x", ["sacrum", "sacroiliac", "buttock_upper", "hip_side"]),
    ("back", "y", ["heel_back", "achilles", "calf_lower", "calf_inner", "knee_back", "thigh_back_lower"]),
    ("back", "x", ["calf_inner", "calf_outer", "leg_outer_upper"]),
    ("back", "y", ["low_back", "lower_ribs_back", "mid_back", "upper_back", "neck_back", "back_of_head"]),
    ("lateral", "x", ["calf_outer", "leg_outer_upper", "shin_upper"]),
    ("lateral", "x", ["thigh_back_middle", "thigh_outer_middle", "thigh_front_middle"]),
    ("medial_leg", "x", ["calf_inner", "shin_inner_upper", "shin_upper"]),
    ("sole", "y", ["heel_sole", "sole_middle", "ball_lesser", "lesser_toes_sole"]),
    ("sole", "x", ["arch_inner", "sole_middle", "sole_outer"]),
    ("foot_top", "y", ["ankle_front", "foot_top", "forefoot_top", "big_toe_top"]),
]


@both
@pytest.mark.parametrize(("view", "axis", "order"), ORDERS, ids=[f"{v}-{o[0]}-{o[-1]}" for v, _, o in ORDERS])
def test_neighbours_keep_their_anatomical_order(view: str, axis: str, order: list[str], figure: Figure):
    centres = [getattr(_shapely(CHARTS[figure][view].regions[region]).centroid, axis) for region in order]
    assert centres == sorted(centres), dict(zip(order, centres, strict=True))


def test_rebuilding_changes_nothing():
    for view, text in build().items():
        committed = (BODY / f"{view}.geojson").read_text(encoding="utf-8")
        assert text == committed, f"{view}.geojson is not what the cuts give: run `make chart`"
