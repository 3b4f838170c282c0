"""Fibre lines lie inside their muscle and run the way they are told."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, Point, Polygon, box
from shapely.affinity import rotate

from bodymap.body.build.fibres import INSET, SHORTEST, SPACING, fibre_lines
from bodymap.body.build.points import CutError

LANDMARKS = {"insertion": (0.0, 0.0), "origin": (0.0, 0.3), "beside": (0.2, 0.0)}
STRIP = box(0, 0, 0.03, 0.2)
FAN = Polygon([(0.02, 0.0), (0.15, 0.12), (0.15, -0.12)])
RULES = [None, {"toward": "insertion"}, {"along": ["insertion", "origin"]}, {"along": ["insertion", "beside"]}]


def angle(line: list[tuple[float, float]]) -> float:
    """The direction from the first to the last point, in degrees from 0 to 180."""
    (x0, y0), (x1, y1) = line[0], line[-1]
    return math.degrees(math.atan2(y1 - y0, x1 - x0)) % 180


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("muscle", [STRIP, FAN, rotate(STRIP, 35)], ids=["strip", "fan", "slanted"])
def test_fibres_stay_inside_and_are_long_enough(muscle, rule):
    lines = fibre_lines(muscle, rule, LANDMARKS)
    assert lines
    for line in lines:
        assert muscle.contains(LineString(line))
        assert muscle.exterior.distance(LineString(line)) > INSET / 2
        assert LineString(line).length >= SHORTEST


def test_without_a_rule_fibres_run_along_the_muscle():
    for turn in (0, 30, 90, 150):
        lines = fibre_lines(rotate(STRIP, turn), None, LANDMARKS)
        assert len(lines) == pytest.approx(0.03 / SPACING, abs=1.5)
        for line in lines:
            assert min(abs(angle(line) - (90 + turn) % 180), 180 - abs(angle(line) - (90 + turn) % 180)) < 2


def test_toward_a_point_every_fibre_points_at_it():
    for (x0, y0), (x1, y1) in fibre_lines(FAN, {"toward": "insertion"}, LANDMARKS):
        assert abs(x0 * y1 - x1 * y0) / math.dist((x0, y0), (x1, y1)) < 1e-9


@pytest.mark.parametrize(("rule", "degrees"), [(RULES[2], 90), (RULES[3], 0)])
def test_along_a_line_every_fibre_is_parallel_to_it(rule, degrees):
    lines = fibre_lines(FAN, rule, LANDMARKS)
    assert len(lines) > 5
    assert all(abs(math.sin(math.radians(angle(line) - degrees))) < 1e-9 for line in lines)


def test_parallel_fibres_keep_their_spacing():
    xs = sorted(line[0][0] for line in fibre_lines(STRIP, RULES[2], LANDMARKS))
    assert [b - a for a, b in zip(xs, xs[1:], strict=False)] == pytest.approx([SPACING] * (len(xs) - 1))


def test_a_rule_can_say_that_there_are_none():
    assert fibre_lines(STRIP, {"none": True}, LANDMARKS) == []


@pytest.mark.parametrize("muscle", [box(0, 0, INSET, 0.2), box(0, 0, 0.01, 0.01), Polygon()])
def test_what_is_too_small_has_none(muscle):
    assert fibre_lines(muscle, None, LANDMARKS) == []


def test_a_piece_that_the_inset_parts_in_two_has_fibres_in_both():
    waist = Polygon([(0, 0), (0.03, 0), (0.0155, 0.1), (0.03, 0.2), (0, 0.2), (0.0145, 0.1)])
    lines = fibre_lines(waist, None, LANDMARKS)
    assert any(y < 0.1 for line in lines for _, y in line) and any(y > 0.1 for line in lines for _, y in line)
    assert all(waist.contains(LineString(line)) for line in lines)


def test_an_unknown_landmark_is_an_error():
    with pytest.raises(CutError, match="knee"):
        fibre_lines(STRIP, {"toward": "knee"}, LANDMARKS)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), min_size=3, max_size=8, unique=True),
    st.sampled_from([rule for rule in RULES if rule]),
)
def test_no_outline_breaks_a_rule(points, rule):
    muscle = Polygon([(x / 1000, y / 1000) for x, y in points]).convex_hull
    if isinstance(muscle, Polygon):
        for line in fibre_lines(muscle, rule, LANDMARKS):
            assert muscle.buffer(1e-9).contains(LineString(line))


def test_fibres_around_a_point_are_rings_at_the_shares_that_are_named():
    disc = Point(0.1, 0.1).buffer(0.05)
    lines = fibre_lines(disc, {"around": [0.1, 0.1], "shares": [0.8, 0.4]}, LANDMARKS)
    assert [round(Polygon(line).area / disc.area, 2) for line in lines] == [0.64, 0.16]
    assert all(disc.contains(LineString(line)) for line in lines)


def test_of_a_ring_over_the_midline_the_recorded_half_is_drawn():
    disc = Point(0, 0.1).buffer(0.05)
    (line,) = fibre_lines(disc, {"around": [0, 0.1], "shares": [0.8]}, LANDMARKS)
    x0, _, x1, _ = LineString(line).bounds
    assert x0 == pytest.approx(0) and x1 == pytest.approx(0.04, abs=0.001)
