"""Orders and indexes of the dataset, at their edge."""

from __future__ import annotations

import pytest

from bodymap.data.patterns import Zone, parse_zone
from bodymap.data.signs import most_urgent_first
from bodymap.place import OTHER_SIDE, SIDES, Place, places_of, reached
from tests.made import flag, with_pattern
from tests.real import REAL

HERE, THERE = "knee_front", "heel_sole"


def order(*flags) -> list[str]:
    return [found.id for found in most_urgent_first(flags)]


def test_the_time_counts_most():
    weeks, days = flag("a", "weeks", HERE), flag("b", "days", HERE, THERE, anywhere=True)
    today, now = flag("c", "today", HERE, THERE, anywhere=True), flag("d", "now", anywhere=True)
    assert order(weeks, today, days, now) == ["d", "c", "b", "a"]


def test_signs_that_count_anywhere_come_last_in_their_time_also_with_fewer_places():
    anywhere, many = flag("a", "today", anywhere=True), flag("b", "today", HERE, THERE)
    assert order(anywhere, many) == ["b", "a"]
    assert order(flag("a", "today", HERE, anywhere=True), many) == ["b", "a"]


def test_signs_of_fewer_places_come_first_and_equals_as_given():
    two, one, other = flag("a", "today", HERE, THERE), flag("b", "today", THERE), flag("c", "today", HERE)
    assert order(two, other, one) == ["c", "b", "a"]
    assert order(one, two, other) == ["b", "c", "a"]


def test_the_signs_of_a_place_and_those_anywhere_keep_that_order():
    flags = [flag("a", "today", anywhere=True), flag("b", "weeks", HERE), flag("c", "today", HERE, THERE)]
    dataset = REAL.replaced(red_flags=[*flags, flag("d", "now", anywhere=True)])
    assert [f.id for f in dataset.flags_of_region(HERE)] == ["c", "b"]
    assert [f.id for f in dataset.flags_anywhere] == ["d", "a"]
    assert dataset.flags_of_region("sacrum") == ()


# ---- where a pattern lies -----------------------------------------------------------------------------------


@pytest.mark.parametrize("side", SIDES)
def test_a_zone_reaches_its_side_the_other_or_both(side):
    assert reached(HERE, False, "same", side) == (Place(HERE, side),)
    assert reached(HERE, False, "opposite", side) == (Place(HERE, OTHER_SIDE[side]),)
    assert reached(HERE, False, "both", side) == tuple(Place(HERE, each) for each in SIDES)


@pytest.mark.parametrize("reach", ["same", "both", "opposite"])
def test_without_a_side_and_on_the_midline_a_zone_has_one_place(reach):
    assert reached(HERE, False, reach, None) == (Place(HERE),)
    assert reached("sacrum", True, reach, "left") == (Place("sacrum"),)


def test_places_are_written_left_first_and_mirrored():
    assert places_of(HERE, False) == (Place(HERE, "left"), Place(HERE, "right"))
    assert places_of("sacrum", True) == (Place("sacrum"),)
    assert Place(HERE, "left").mirrored() == Place(HERE, "right")
    assert Place("sacrum").mirrored() == Place("sacrum")


def test_a_pattern_knows_its_places_on_each_side_and_whether_it_crosses():
    dataset, pattern = with_pattern("knee_front:opposite", spillover=("sacrum", "calf_inner:both"))
    assert dataset.places(pattern.id, "left").primary == (Place(HERE, "right"),)
    assert dataset.places(pattern.id, "right").spillover == (Place("sacrum"), *places_of("calf_inner", False))
    assert dataset.places(pattern.id, None).primary == (Place(HERE),)
    assert pattern.crosses and not with_pattern(HERE)[1].crosses
    assert (parse_zone("a:both"), parse_zone("a")) == (Zone("a", "both"), Zone("a", "same"))


def test_points_described_as_common_come_before_those_of_which_nothing_is_said_before_uncommon_ones():
    soleus = REAL.muscles["soleus"]
    said = ("uncommon", None, "common", None)
    points = [
        soleus.trigger_points[0].model_copy(update={"id": f"soleus_{number}", "frequency": frequency})
        for number, frequency in enumerate(said)
    ]
    dataset = REAL.replaced(muscles=[soleus.model_copy(update={"trigger_points": tuple(points)})])
    assert sorted(dataset.trigger_points, key=dataset.rank) == ["soleus_2", "soleus_1", "soleus_3", "soleus_0"]


def test_a_point_is_named_with_its_muscle_unless_its_own_name_says_it():
    assert with_pattern(HERE, label="TrP9")[1].name == "Soleus, TrP9"
    assert with_pattern(HERE, label="Soleus, lower part")[1].name == "Soleus, lower part"


# ---- what a condition involves ------------------------------------------------------------------------------


def test_what_a_condition_involves_stands_kind_after_kind_and_from_head_to_foot():
    [first, *others] = REAL.conditions.values()
    mixed = first.model_copy(update={"involves": ("hip_joint", "root_s1", "nerve_sciatic", "root_l4")})
    involved = REAL.replaced(conditions=[mixed, *others]).involved(first.id)
    assert [(kind, record.id) for kind, record in involved] == [
        ("nerve_root", "root_l4"), ("nerve_root", "root_s1"), ("nerve", "nerve_sciatic"), ("joint", "hip_joint"),
    ]  # fmt: skip


def test_conditions_are_found_by_what_they_involve():
    assert [c.id for c in REAL.conditions_involving("root_s1")] == ["sciatica"]
    assert {c.id for c in REAL.conditions_involving("hip_joint")} >= {"hip_osteoarthritis"}
    assert REAL.conditions_involving("root_t5") == ()
    for condition in REAL.conditions.values():
        for _, record in REAL.involved(condition.id):
            assert condition in REAL.conditions_involving(record.id)


@pytest.mark.parametrize("unknown", ["root_x9", "organ_heart", "soleus"])
def test_what_no_condition_can_involve_is_unknown(unknown):
    with pytest.raises(KeyError):
        REAL.conditions_involving(unknown)
