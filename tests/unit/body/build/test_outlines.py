"""The skin: round where the measured corners are few, joined with pieces of our own."""

from __future__ import annotations

import math

import pytest
from shapely import LinearRing, Point

from bodymap.body.build.outlines import smooth_skin, with_pieces

CORNERS = 24
ROUND = [[0.05 * math.cos(2 * math.pi * n / CORNERS), 0.05 * math.sin(2 * math.pi * n / CORNERS)] for n in range(24)]
SQUARE = [[0, 0], [0.1, 0], [0.1, 0.1], [0, 0.1], [0, 0]]


def turns(ring: LinearRing) -> list[float]:
    """By how many degrees a ring turns at each of its points."""
    points = list(ring.coords)[:-1]
    ways = [math.atan2(y - points[n - 1][1], x - points[n - 1][0]) for n, (x, y) in enumerate(points)]
    return [abs(math.remainder(way - ways[n - 1], 2 * math.pi)) * 180 / math.pi for n, way in enumerate(ways)]


def test_the_skin_is_round_between_the_corners_that_were_measured():
    skin = smooth_skin([ROUND], half=False)
    ring = skin.exterior
    assert max(turns(ring)) < 12 < 360 / CORNERS
    assert all(abs(math.hypot(x, y) - 0.05) < 0.0003 for x, y in ring.coords)


def test_a_long_edge_stays_straight():
    skin = smooth_skin([SQUARE], half=False)
    assert skin.area == pytest.approx(0.01, rel=0.01)


def test_a_corner_is_passed_in_a_bend():
    skin = smooth_skin([SQUARE], half=False)
    assert max(turns(skin.exterior)) < 30
    assert all(skin.exterior.distance(Point(corner)) < 0.001 for corner in SQUARE)


def test_of_a_symmetric_skin_the_recorded_half_is_kept():
    skin = smooth_skin([ROUND], half=True)
    assert skin.bounds[0] == 0 and skin.area == pytest.approx(math.pi * 0.05**2 / 2, rel=0.01)


def test_pieces_are_joined_to_the_skin_on_both_sides_where_both_are_drawn():
    piece = [[0.04, -0.01], [0.08, -0.01], [0.08, 0.01], [0.04, 0.01]]
    [one] = with_pieces([ROUND], [piece], both=False)
    [two] = with_pieces([ROUND], [piece], both=True)
    assert max(x for x, _ in one) == 0.08 and min(x for x, _ in one) == pytest.approx(-0.05)
    assert max(x for x, _ in two) == 0.08 and min(x for x, _ in two) == -0.08
    assert with_pieces([ROUND], (), both=True) == [ROUND]
