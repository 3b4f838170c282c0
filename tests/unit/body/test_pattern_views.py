"""Which views show a pattern, and on which side of each view its zones lie."""

from __future__ import annotations

import pytest

from bodymap.body.geometry import areal, screen_sign
from bodymap.body.pattern_views import best_views, drawn_signs, drawn_zones, layouts_that_add
from bodymap.body.scene import LAYOUTS
from bodymap.place import OTHER_SIDE, SIDES
from tests.made import with_pattern
from tests.real import CHART, REAL


@pytest.mark.parametrize(
    ("view", "side", "signs"),
    [
        ("front", "left", (1, -1)),
        ("front", "right", (-1, 1)),
        ("back", "left", (-1, 1)),
        ("back", "right", (1, -1)),
        ("lateral", "left", (-1,)),
        ("lateral", "right", (1,)),
        ("sole", "left", (1,)),
        ("sole", "right", (-1,)),
    ],
)
def test_a_symmetric_view_draws_both_sides_the_own_first(view, side, signs):
    assert drawn_signs(CHART[view], side) == signs


def levels(view: str, side: str, *primary: str, spillover: tuple[str, ...] = ()) -> list[tuple[str, int]]:
    """Each piece drawn: its level, and on which side of the middle of the picture it lies."""
    _, pattern = with_pattern(*primary, spillover=spillover)
    return [
        (level, 1 if areal([polygon]).centroid.x > 0 else -1)
        for level, polygons in drawn_zones(CHART[view], pattern, side)
        for polygon in polygons
    ]


@pytest.mark.parametrize("view", ["front", "back"])
@pytest.mark.parametrize("side", SIDES)
def test_a_zone_lies_on_the_side_that_it_reaches(view, side):
    region = {"front": "knee_front", "back": "knee_back"}[view]
    own, other = screen_sign(view, side), screen_sign(view, OTHER_SIDE[side])
    assert levels(view, side, region) == [("primary", own)]
    assert levels(view, side, f"{region}:opposite") == [("primary", other)]
    assert sorted(levels(view, side, f"{region}:both")) == [("primary", -1), ("primary", 1)]


def test_the_view_of_one_side_draws_nothing_of_the_other():
    assert levels("medial_leg", "left", "knee_inner:opposite") == []
    assert len(levels("medial_leg", "left", "knee_inner:both")) == 1


def test_spillover_comes_first_so_that_main_zones_lie_above_it():
    found = levels("front", "left", "knee_front", spillover=("shin_upper",))
    assert [level for level, _ in found] == ["spillover", "primary"]


def test_a_midline_zone_is_drawn_once_and_a_zone_of_another_view_not_at_all():
    assert [level for level, _ in levels("back", "right", "sacrum")] == ["primary"]
    assert levels("front", "left", "heel_sole") == []


def test_the_best_views_show_every_main_zone_and_are_three_at_most():
    lacking, many = [], []
    for pattern in REAL.trigger_points.values():
        chosen = best_views(CHART, pattern)
        shown = {region for view in chosen for region in CHART[view].regions}
        if not {zone.region for zone in pattern.primary} <= shown:
            lacking.append(pattern.id)
        if not 1 <= len(chosen) <= 3 or len(set(chosen)) < len(chosen):
            many.append(pattern.id)
    assert (lacking, many) == ([], [])


def test_no_view_is_chosen_that_shows_nothing_new():
    _, pattern = with_pattern("knee_front", positions={"front": (0.05, 0.3)})
    assert best_views(CHART, pattern) == ["front"]


def test_the_number_of_views_is_kept_also_where_more_would_show_more():
    zones = ("knee_front", "knee_back", "heel_sole", "palm_middle", "foot_top")
    regions = [zone for zone in zones if zone in REAL.regions]
    _, pattern = with_pattern(*regions, positions={"back": (0.05, 0.15)})
    assert [len(best_views(CHART, pattern, most)) for most in (1, 2, 3)] == [1, 2, 3]
    assert best_views(CHART, pattern, 1) == best_views(CHART, pattern, 3)[:1]


def test_only_layouts_that_draw_what_is_missing_are_named():
    _, pattern = with_pattern("knee_front", spillover=("heel_sole",))
    assert layouts_that_add(CHART, pattern, "Whole body") == ["Foot"]
    assert "Whole body" in layouts_that_add(CHART, pattern, "Foot")
    _, all_drawn = with_pattern("knee_front")
    assert layouts_that_add(CHART, all_drawn, "Whole body") == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_zone_of_a_pattern_is_out_of_reach(layout):
    lacking = []
    for pattern in REAL.trigger_points.values():
        others = layouts_that_add(CHART, pattern, layout)
        panels = [panel for name in (layout, *others) for row in LAYOUTS[name] for panel in row]
        reachable = {region for panel in panels for region in CHART[panel.view].regions}
        if not {zone.region for zone in (*pattern.primary, *pattern.spillover)} <= reachable:
            lacking.append(pattern.id)
    assert lacking == []
