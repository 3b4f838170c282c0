"""What the scene knows about painting patterns: smooth zones, outlines only where a muscle is, and few bytes."""

from __future__ import annotations

import json
import re
import zlib
from functools import cache
from typing import Any

import pytest
from shapely import Polygon, unary_union
from shapely.affinity import scale
from shapely.geometry import MultiPolygon, Point

from bodymap import DATA_DIR
from bodymap.body.geometry import areal, read_chart
from bodymap.body.outlines import muscle_outlines
from bodymap.body.scene import LAYOUTS, build_scene
from bodymap.body.smooth import outline, smooth, soft_outline
from bodymap.body.zones import REACHES, build_patterns
from bodymap.data.patterns import Pattern
from tests.real import REAL

CHART = read_chart(DATA_DIR / "body")
NAMES = {region.id: (region.name, region.anatomical_name) for region in REAL.regions.values()}
MOST_DEFLATED = 63_000  # bytes that the patterns may add to the opening of the first page
every_layout = pytest.mark.parametrize("layout", LAYOUTS)


@cache
def patterns_of(layout: str) -> dict[str, Any]:
    return build_patterns(CHART, layout, REAL)


def deflated(thing: object) -> int:
    return len(zlib.compress(json.dumps(thing, separators=(",", ":")).encode()))


@every_layout
def test_the_zones_of_every_point_are_those_of_the_dataset(layout):
    names = sorted(build_scene(CHART, layout, NAMES)["names"])
    for point, pattern in REAL.drawn.items():
        muscle_of = pattern.muscle.id if isinstance(pattern, Pattern) else ""
        _, muscle, *levels = patterns_of(layout)["points"].get(point, ["", muscle_of, [], []])
        assert muscle == muscle_of
        for found, zones in zip(levels[:2], (pattern.primary, pattern.spillover), strict=True):
            drawn = [(zone.region, zone.reach) for zone in zones if zone.region in names]
            assert [(names[zone // 3], REACHES[zone % 3]) for zone in found] == drawn


@every_layout
def test_everything_is_plain_data_and_points_at_what_exists(layout):
    patterns = patterns_of(layout)
    assert json.loads(json.dumps(patterns)) == patterns
    for _, muscle, _, _, drawn, at in patterns["points"].values():
        assert not muscle or muscle in patterns["muscles"] or muscle in REAL.muscles
        for view, numbers in drawn.items():
            assert all(-1 <= number < len(patterns["shapes"][view]) for number in numbers)
        assert all(len(place) == 2 for place in at.values())
    for view, shapes in patterns["shapes"].items():
        assert len(set(shapes)) == len(shapes)
        assert all(re.fullmatch(r"(M[-\d ]+[lq][-\d ]+z)+", d) for d in shapes), view


@every_layout
def test_every_area_says_what_it_is_drawn_with_and_no_trigger_point_does(layout):
    patterns = patterns_of(layout)
    areas = {id_: area.texture for id_, area in REAL.areas.items() if id_ in patterns["points"]}
    assert areas == patterns["textures"] and not set(areas) & set(REAL.trigger_points)
    assert set(areas.values()) <= {"nerve_root", "nerve_root_touch", "nerve", "joint", "disc"}


def test_opening_the_first_page_costs_little():
    layout = "Whole body"
    scene = build_scene(CHART, layout, NAMES)
    assert deflated({**scene, "patterns": patterns_of(layout)}) - deflated(scene) < MOST_DEFLATED


# ---- smooth shapes -------------------------------------------------------------------------------------------

SKIN = Polygon([(0, 0), (1, 0), (1, 1), (0, 1)])


def box(x0: float, y0: float, x1: float, y1: float) -> Polygon:
    return Polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])


def test_zones_that_touch_become_one_shape_and_others_stay_apart():
    assert isinstance(smooth([box(0.1, 0.1, 0.3, 0.3), box(0.3, 0.1, 0.5, 0.3)], SKIN), Polygon)
    assert len(smooth([box(0.1, 0.1, 0.3, 0.3), box(0.5, 0.1, 0.7, 0.3)], SKIN).geoms) == 2


def test_corners_are_rounded_and_nothing_leaves_the_skin():
    square = box(0.9, 0.9, 1.0, 1.0)
    rounded = smooth([square], SKIN)
    assert rounded.area < square.area
    assert not rounded.covers(Point(0.901, 0.901))
    assert SKIN.buffer(1e-9).covers(smooth([box(0.8, 0.8, 1.2, 1.2)], SKIN))


@pytest.mark.parametrize("width", [0.002, 0.004, 0.008, 0.02])
def test_thin_zones_are_kept(width):
    strip = box(0.2, 0.2, 0.2 + width, 0.6)
    assert smooth([strip], SKIN).area >= 0.85 * strip.area


@every_layout
def test_the_shapes_cover_the_regions_that_they_stand_for(layout):
    """On the recorded side, primary zones that reach it; the rest is the mirror image."""
    checked = 0
    for view in patterns_of(layout)["shapes"]:
        skin, regions = CHART[view].skin.geometry, CHART[view].regions
        for pattern in REAL.trigger_points.values():
            parts = [
                geometry
                for zone in pattern.primary
                if (region := regions.get(zone.region))
                for geometry in (
                    ([region.geometry] if region.midline or zone.reach != "opposite" else [])
                    + (
                        [scale(region.geometry, xfact=-1, origin=(0, 0))]
                        * (zone.reach != "same" and not region.midline)
                    )
                    * CHART[view].symmetric
                )
            ]
            if not parts:
                continue
            exact = unary_union(parts)
            drawn = areal(soft_outline(smooth(parts, skin)))
            assert drawn.intersection(exact).area >= 0.65 * exact.area, (view, pattern.id)
            assert drawn.area <= 1.2 * exact.area, (view, pattern.id)
            checked += 1
    assert checked > 10


# ---- outlines of muscles -------------------------------------------------------------------------------------


def outlined(view: str, muscle: str) -> list[str]:
    return [outline.drawn for outline in muscle_outlines(CHART, view, REAL.muscles[muscle])]


@pytest.mark.parametrize(
    ("view", "muscle"), [("front", "teres_major"), ("front", "infraspinatus"), ("back", "rectus_abdominis")]
)
def test_a_muscle_is_not_outlined_through_the_body(view, muscle):
    assert outlined(view, muscle) == []


def test_a_muscle_is_outlined_whole_where_it_shows():
    [outline_of] = outlined("back", "teres_major")
    assert outline_of.startswith("M") or outline_of == "teres_major"


def test_of_a_muscle_that_wraps_round_only_what_is_seen_is_outlined():
    assert outlined("front", "trapezius") == ["trapezius_upper"]
    front, back = (CHART[view].whole["trapezius_upper"].geometry.area for view in ("front", "back"))
    assert 0 < front < 0.25 * back


def test_a_muscle_is_outlined_where_one_of_its_points_is_recorded():
    for muscle in REAL.muscles.values():
        for view in {view for point in muscle.trigger_points for view in point.positions}:
            if any(structure in CHART[view].whole for structure in muscle.structures):
                assert muscle_outlines(CHART, view, muscle), (view, muscle.id)


def test_what_the_chart_records_as_seen_through_is_outlined_so_and_nothing_else():
    for view, drawn in CHART.items():
        for muscle in REAL.muscles.values():
            outlines = muscle_outlines(CHART, view, muscle)
            recorded = [drawn.whole[name].seen_through for name in muscle.structures if name in drawn.whole]
            assert [outline.through for outline in outlines] in ([], recorded), (view, muscle.id)


@pytest.mark.parametrize(
    ("layout", "view", "muscle"),
    [("Whole body", "front", "gluteus_medius"), ("Side", "lateral", "piriformis"), ("Foot", "sole", "interossei_foot")],
)
def test_the_scene_keeps_muscles_that_lie_deeper_apart(layout, view, muscle):
    patterns = patterns_of(layout)
    assert all(part.startswith("M") for part in patterns["through"][muscle][view])
    structures = [CHART[view].whole[name] for name in REAL.muscles[muscle].structures if name in CHART[view].whole]
    plain = [shape for shape in structures if not shape.seen_through]
    assert len(patterns["muscles"].get(muscle, {}).get(view, [])) == len(plain)
    assert "teres_major" not in patterns["through"]


def test_many_corners_become_few():
    circle = Point(0.5, 0.5).buffer(0.2, quad_segs=64)
    [[ring]] = outline(MultiPolygon([circle]))
    assert len(ring) < 40
