"""Look-alike patterns: shared main places, what differs, each other muscle once."""

from __future__ import annotations

from bodymap.ask.look_alikes import MOST, look_alikes
from bodymap.place import Place
from tests.each import each
from tests.real import REAL


@each("point", REAL.trigger_points)
def test_every_row_shares_a_main_place_and_says_truly_what_differs(point):
    own = set(REAL.places(point, "left").primary)
    rows = look_alikes(REAL, point)
    assert len(rows) <= MOST
    for row in rows:
        there = set(REAL.places(row.pattern.id, "left").primary)
        assert row.shared and set(row.shared) == own & there
        assert set(row.only_here) == own - there and set(row.only_there) == there - own
    muscles = [row.pattern.muscle.id for row in rows]
    assert len(set(muscles)) == len(muscles) and REAL.trigger_points[point].muscle.id not in muscles
    alike = [len(row.shared) / (len(row.shared) + row.differing) for row in rows]
    assert alike == sorted(alike, reverse=True)


def test_the_other_side_is_the_mirror_image():
    left, right = (look_alikes(REAL, "infraspinatus_1", side) for side in ("left", "right"))
    assert [row.pattern.id for row in left] == [row.pattern.id for row in right]
    assert left[0].shared == (Place("shoulder_front", "left"),)
    assert right[0].shared == (Place("shoulder_front", "right"),)


def test_what_is_no_pain_has_no_look_alikes_and_is_none():
    odd = [point for point, pattern in REAL.trigger_points.items() if pattern.point.feeling]
    assert odd and not any(look_alikes(REAL, point) for point in odd)
    found = {row.pattern.id for point in REAL.trigger_points for row in look_alikes(REAL, point, most=99)}
    assert not found & set(odd)
