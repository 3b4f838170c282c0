"""Which muscles lie under a place, on the real chart."""

from __future__ import annotations

import pytest

from bodymap import DATA_DIR
from bodymap.ask.lies_here import muscles_under
from bodymap.body.geometry import read_chart
from tests.real import REAL

CHART = read_chart(DATA_DIR / "body")


def under(region: str) -> list[str]:
    return muscles_under(REAL.muscles, CHART, region)


def test_no_place_is_silent():
    silent = [r for r in REAL.regions if not under(r) and not any(REAL.reaching(r))]
    assert silent == []


def test_the_inner_shin_lists_the_muscles_that_lie_there():
    found = under("shin_inner_lower")
    assert {"soleus", "flexor_digitorum_longus", "tibialis_posterior"} <= set(found)
    assert "biceps_femoris" not in found and "trapezius" not in found


@pytest.mark.parametrize(
    ("region", "there", "not_there"),
    [
        ("thigh_front_middle", "rectus_femoris", "semitendinosus"),
        ("buttock_lower", "gluteus_maximus", "rectus_femoris"),
        ("calf_inner", "gastrocnemius", "tibialis_anterior"),
        ("shoulder_side", "deltoid", "latissimus_dorsi"),
        ("shin_lower", "tibialis_anterior", "soleus"),
    ],
)
def test_muscles_of_the_other_side_of_the_body_are_left_out(region, there, not_there):
    found = under(region)
    assert there in found and not_there not in found


def test_muscles_with_a_point_drawn_there_come_first():
    for region in ("thigh_front_middle", "calf_inner", "low_back"):
        found = under(region)
        with_point = [m for m in found if points_in(m, region)]
        assert found[: len(with_point)] == with_point, region
        assert with_point


def points_in(muscle: str, region: str) -> bool:
    views = [view for view in CHART.values() if region in view.regions]
    return any(
        view.regions[region].covers(point.positions[view.name])
        for view in views
        for point in REAL.muscles[muscle].trigger_points
        if view.name in point.positions
    )
