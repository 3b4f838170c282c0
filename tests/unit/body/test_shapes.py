"""Drawn shapes: what they look like and stand for, and that they stay in the skin and on their side."""

from __future__ import annotations

from math import pi
from typing import Any

import pytest
from shapely import Point, unary_union
from shapely.affinity import scale

from bodymap.body.shapes import Shapes, mirrored, shape_of
from bodymap.data.model import DrawnShape
from bodymap.data.patterns import Pattern
from bodymap.read.rules.shapes_inside import faults
from tests.made import with_pattern
from tests.real import CHART

PATCH = {"view": "back", "level": "primary", "at": (0.03, 0.62), "rx": 0.01, "ry": 0.015}
STREAK = {"view": "back", "level": "primary", "along": ((0.02, 0.62), (0.04, 0.62)), "width": 0.008}


def shaped(*shapes: dict[str, Any], primary: tuple[str, ...] = ("low_back",), **changes: Any) -> Pattern:
    drawn = tuple(DrawnShape.model_validate(shape) for shape in shapes)
    return with_pattern(*primary, shapes=drawn, **changes)[1]


def same(one: Any, other: Any) -> bool:
    return bool(one.symmetric_difference(other).area < 1e-9)


def test_a_shape_is_drawn_instead_of_its_region():
    primary, spillover = Shapes(CHART["back"]).of(shaped(PATCH))
    assert primary.area == pytest.approx(pi * 0.01 * 0.015, rel=0.05) and spillover is None
    assert CHART["back"].regions["low_back"].geometry.area > 3 * primary.area
    assert primary.centroid.distance(Point(0.03, 0.62)) < 1e-6


def test_a_turned_ellipse_leans_from_x_towards_y():
    drawn = shape_of(DrawnShape.model_validate({**PATCH, "rx": 0.02, "ry": 0.002, "turn": 45.0}), [])
    assert drawn.covers(Point(0.04, 0.63)) and not drawn.covers(Point(0.02, 0.63))


def test_a_strip_has_round_ends_and_may_taper():
    even = shape_of(DrawnShape.model_validate(STREAK), [])
    assert even.bounds == pytest.approx((0.016, 0.616, 0.044, 0.624), abs=1e-4)
    tapering = shape_of(DrawnShape.model_validate({**STREAK, "width": 0.02, "to_width": 0.004}), [])
    x0, y0, x1, y1 = tapering.bounds
    assert (x0, x1, y1 - y0) == pytest.approx((0.01, 0.042, 0.02), abs=1e-3)


def test_a_band_is_what_of_the_regions_lies_between_two_heights():
    primary, _ = Shapes(CHART["back"]).of(shaped({"view": "back", "level": "primary", "between": (0.61, 0.63)}))
    region = CHART["back"].regions["low_back"].geometry
    _, low, _, high = primary.bounds
    assert low >= 0.6099 and high <= 0.6301 and region.buffer(1e-3).covers(primary)


def test_what_has_no_shape_is_drawn_from_its_regions():
    with_one = shaped(PATCH, spillover=("calf_lower",))
    without = shaped(spillover=("calf_lower",))
    assert same(Shapes(CHART["back"]).of(with_one).spillover, Shapes(CHART["back"]).of(without).spillover)
    assert same(Shapes(CHART["lateral"]).of(with_one).primary, Shapes(CHART["lateral"]).of(without).primary)


def test_a_shape_for_the_other_side_is_the_mirror_image():
    own, other, both = (
        Shapes(CHART["back"])
        .of(shaped({**PATCH, "reach": reach}, primary=(f"low_back:{reach}" if reach != "same" else "low_back",)))
        .primary
        for reach in ("same", "opposite", "both")
    )
    assert same(other, mirrored(own)) and same(both, unary_union([own, mirrored(own)]))
    assert same(scale(own, xfact=-1, origin=(0, 0)), other)


def test_a_view_of_one_side_draws_the_other_sides_shape_in_its_other_panel():
    shape = {"view": "lateral", "level": "primary", "at": (-0.034, 0.62), "rx": 0.006, "ry": 0.01}
    here = Shapes(CHART["lateral"])
    for reach, own, across in (("same", True, False), ("opposite", False, True), ("both", True, True)):
        zone = "low_back" if reach == "same" else f"low_back:{reach}"
        pattern = shaped({**shape, "reach": reach}, primary=(zone,))
        assert (here.of(pattern).primary is not None, here.across(pattern).primary is not None) == (own, across)


def test_nothing_leaves_the_skin():
    edge = {**STREAK, "along": ((0.05, 0.62), (0.12, 0.62))}
    primary, _ = Shapes(CHART["back"]).of(shaped(edge))
    assert CHART["back"].skin.geometry.buffer(1e-9).covers(primary)


def test_streaks_stay_apart_and_shapes_that_meet_become_one():
    apart = [{**STREAK, "along": ((0.02, y), (0.04, y)), "width": 0.006} for y in (0.62, 0.63)]
    assert len(Shapes(CHART["back"]).of(shaped(*apart)).primary.geoms) == 2
    assert Shapes(CHART["back"]).of(shaped(PATCH, STREAK)).primary.geom_type == "Polygon"


def test_spillover_never_lies_under_what_is_primary():
    under = {**STREAK, "level": "spillover", "along": ((0.03, 0.62), (0.05, 0.57))}
    primary, spillover = Shapes(CHART["back"]).of(shaped(PATCH, under, spillover=("iliac_crest",)))
    assert spillover is not None and primary.intersection(spillover).area < 1e-9


def test_a_close_up_draws_the_shapes_of_its_view():
    patch = {"view": "back", "level": "primary", "at": (0.016, 0.89), "rx": 0.01, "ry": 0.01}
    pattern = shaped(patch, primary=("neck_back",))
    assert same(Shapes(CHART["head_back"]).of(pattern).primary, Shapes(CHART["back"]).of(pattern).primary)


def test_several_patterns_are_drawn_as_one():
    one, other = shaped(PATCH), shaped(primary=("calf_lower",))
    whole = Shapes(CHART["back"]).of(one, other).primary
    assert same(whole, unary_union([Shapes(CHART["back"]).of(p).primary for p in (one, other)]))


# ---- the rule -----------------------------------------------------------------------------------------------


def said(*shapes: dict[str, Any], **changes: Any) -> list[str]:
    return [message for _, message, _ in faults(lambda: CHART, shaped(*shapes, **changes).point)]


@pytest.mark.parametrize(
    ("shape", "message"),
    [
        ({**PATCH, "width": 0.1}, "is neither an ellipse nor a strip nor a band"),
        ({**PATCH, "ry": None}, "is neither an ellipse nor a strip nor a band"),
        ({**STREAK, "along": ((0.02, 0.62),)}, "a strip needs two different points or more"),
        ({"view": "back", "level": "primary", "between": (0.63, 0.61)}, "a band ends below its beginning"),
        ({**PATCH, "view": "sole"}, "no primary region of the point is drawn in `sole`"),
        ({**PATCH, "level": "spillover"}, "no spillover region of the point is drawn in `back`"),
    ],
)
def test_a_shape_that_is_none_is_said(shape, message):
    assert said(shape) == [message]


def test_a_shape_lies_inside_its_regions():
    assert said(PATCH) == []
    [outside] = said({**PATCH, "at": (0.03, 0.657)})
    assert "lies inside the primary regions of the point in back" in outside
    assert said({**PATCH, "reach": "both"}, primary=("low_back:both",)) == []
    assert said({**PATCH, "reach": "both"})


def test_the_shapes_touch_every_region_that_they_stand_for():
    assert said(PATCH, primary=("low_back", "tailbone")) == ["the primary shapes of back do not touch tailbone"]
