"""Which regions touch on the real chart and on small ones, and how zones fall into islands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body.geometry import ChartView, Shape, read_chart
from bodymap.body.neighbours import ONLY_DRAWN, SHARED, islands, neighbours
from bodymap.read.load import DATA_DIR


@pytest.fixture(scope="module")
def touching():
    return neighbours(read_chart(DATA_DIR / "body"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("knee_front", "thigh_front_lower"),
        ("knee_front", "knee_inner"),
        ("calf_inner", "calf_outer"),
        ("chest_side", "lower_ribs_back"),  # within the back view
        ("thigh_front_middle", "thigh_outer_middle"),
        ("neck_side", "neck_back"),  # front and back meet along the outline
        ("index_front", "index_back"),
        ("little_finger_base", "hand_back"),
        ("heel_back", "heel_sole"),  # sole and top of the foot meet at the rim
        ("big_toe_top", "big_toe_sole"),
        ("ear", "jaw_joint"),  # only a side view draws the joint
    ],
)
def test_these_touch(touching, one, other):
    assert other in touching[one]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("thigh_front_middle", "shin_upper"),
        ("elbow_front", "thumb_web"),
        ("sternum", "upper_back"),  # the close-ups of the head end at the same height in front and behind
        ("forearm_front", "forearm_back"),  # so do those of the hand
        ("ankle_front", "heel_back"),
        ("abdomen_lower", "sacrum"),
        ("knee_front", "knee_back"),
        ("ring_front", "little_front"),
    ],
)
def test_these_do_not_touch(touching, one, other):
    assert other not in touching[one]


def test_touching_is_symmetric_and_never_oneself(touching):
    for one, others in touching.items():
        assert one not in others
        assert all(one in touching[other] for other in others)


def test_every_region_touches_another_and_the_body_is_one_piece(touching):
    drawn = {key for view in read_chart(DATA_DIR / "body").values() for key in view.regions}
    assert touching.keys() == drawn
    assert len(islands(touching, touching)) == 1


def test_every_exception_names_drawn_regions(touching):
    assert {key for pair in ONLY_DRAWN for key in pair} <= touching.keys()


def _shape(kind: str, name: str, x0: float, y0: float, x1: float, y1: float) -> Shape:
    return Shape(name, kind, [[[(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]]])


def _view(name: str, **boxes: tuple[float, float, float, float]) -> ChartView:
    regions = {key: _shape("region", key, *box) for key, box in boxes.items()}
    return ChartView(name, _shape("skin", "skin", 0, 0, 1, 1), regions, (), {}, (), ())


def test_a_short_common_border_is_only_a_corner():
    long, short = SHARED * 2, SHARED / 2
    view = _view("lateral", a=(0, 0, 0.5, 0.5), b=(0.5, 0.5 - long, 1, 0.6), c=(0.5, -1, 1, short))
    found = neighbours({"lateral": view})
    assert found["a"] == {"b"}
    assert found["c"] == frozenset()


def test_opposite_views_meet_at_the_rim_where_their_heights_overlap():
    front = _view("front", belly=(0.5, 0.4, 1, 0.6), inside=(0.2, 0.4, 0.3, 0.6))
    back = _view("back", loin=(0.4, 0.55, 1, 0.8), low=(0.4, 0, 1, 0.4), spine=(0.1, 0.4, 0.3, 0.6))
    found = neighbours({"front": front, "back": back})
    assert found["belly"] == {"loin"}
    assert found["inside"] == found["spine"] == frozenset()
    assert neighbours({"front": front})["belly"] == frozenset()


LINE = {0: {1}, 1: {0, 2}, 2: {1}, 3: {4}, 4: {3}}
NAMED = {str(key): frozenset(map(str, others)) for key, others in LINE.items()}


@pytest.mark.parametrize(
    ("regions", "expected"),
    [
        ([], []),
        (["1"], [{"1"}]),
        (["0", "2"], [{"0"}, {"2"}]),
        (["2", "0", "1"], [{"0", "1", "2"}]),
        (["3", "0", "4", "1"], [{"3", "4"}, {"0", "1"}]),
        (["unknown", "0", "0"], [{"unknown"}, {"0"}]),
    ],
)
def test_islands(regions, expected):
    assert islands(regions, NAMED) == expected


@given(st.lists(st.sampled_from(sorted(NAMED))))
def test_islands_share_out_the_regions(regions):
    found = islands(regions, NAMED)
    assert sorted(key for group in found for key in group) == sorted(set(regions))
