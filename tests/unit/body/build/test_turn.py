"""Feet that point forward: a point between the levels goes in proportion, and nothing folds."""

from __future__ import annotations

import pytest
import yaml

from bodymap.body.build.chart import BODY
from bodymap.body.build.turn import table_of, turn, turned

LEVELS = [
    {"y": 1.0, "of": [1.0, 2.0, 4.0], "to": [1.0, 2.0, 4.0]},
    {"y": 0.0, "of": [1.0, 2.0, 4.0], "to": [1.0, 3.0, 3.5]},
]
REAL = yaml.safe_load((BODY / "turned.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("point", "there"),
    [
        ((2.0, 1.5), (2.0, 1.5)),  # above the highest level
        ((2.0, 1.0), (2.0, 1.0)),
        ((2.0, 0.0), (3.0, 0.0)),
        ((2.0, 0.5), (2.5, 0.5)),  # halfway down
        ((1.5, 0.0), (2.0, 0.0)),  # halfway across
        ((0.5, 0.0), (0.5, 0.0)),  # inside the first point
        ((5.0, 0.0), (4.5, 0.0)),  # outside the last one
        ((2.0, -1.0), (3.0, -1.0)),  # below the lowest level
        ((-2.0, 0.5), (-2.5, 0.5)),  # the mirror image
    ],
)
def test_a_point_goes_with_its_neighbours(point, there):
    assert turn(point, table_of(LEVELS)) == pytest.approx(there)


def test_a_level_that_would_fold_the_figure_is_refused():
    with pytest.raises(ValueError, match="the level at 0"):
        table_of([LEVELS[0], {"y": 0.0, "of": [1.0, 2.0, 4.0], "to": [1.0, 3.0, 2.0]}])


def test_what_is_drawn_by_hand_stays_and_everything_else_moves():
    geometry = {"type": "Polygon", "coordinates": [[[2.0, 0.0], [4.0, 0.0], [4.0, 1.0], [2.0, 0.0]]]}
    skin = {"properties": {"kind": "skin"}, "geometry": geometry}
    toe = {"properties": {"kind": "detail", "source": "drawn"}, "geometry": geometry}
    moved, stayed = turned([skin, toe], LEVELS)
    assert moved["geometry"]["coordinates"] == [[[3.0, 0.0], [3.5, 0.0], [4.0, 1.0], [3.0, 0.0]]]
    assert stayed == toe


@pytest.mark.parametrize("view", REAL)
def test_the_real_feet_keep_their_order_at_every_height(view):
    table = table_of(REAL[view])
    for height in range(0, 70):
        y = height / 1000
        there = [turn((x / 1000, y), table)[0] for x in range(15, 110)]
        assert there == sorted(there), f"{view} folds at {y}"


@pytest.mark.parametrize("view", REAL)
def test_the_turned_foot_is_as_broad_as_a_foot(view):
    """A forefoot is about 0.057 body heights broad (ANSUR II: foot breadth 101 mm of 1756 mm), not 0.082."""
    inner, outer = (turn((x, 0.012), table_of(REAL[view]))[0] for x in (0.0233, 0.1009))
    assert 0.052 < outer - inner < 0.060
