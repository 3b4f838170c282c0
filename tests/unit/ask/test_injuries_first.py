"""Conditions below the warning signs, and the pages of what else it can be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.ask.conditions import differentials, felt_here, injuries_first
from bodymap.place import Place
from tests.real import REAL

CALF = [Place("calf_inner", "left"), Place("calf_lower", "left")]


def test_below_the_warning_signs_injuries_of_runners_come_first_and_nothing_is_lost():
    found = injuries_first(REAL, CALF)
    groups = [c.group for c in found]
    assert groups == sorted(groups, key=["running", "general", "serious"].index)
    assert {"running", "serious"} <= set(groups)
    assert {c.id for c in found} == {c.id for c in felt_here(REAL, CALF)}


@settings(deadline=None)
@given(st.lists(st.sampled_from(list(REAL.every_place())), max_size=6))
def test_within_a_group_those_that_share_more_of_the_places_come_first(marks):
    regions = dict.fromkeys(mark.region for mark in marks)
    felt = {c.id: c for region in regions for c in REAL.conditions.values() if region in c.regions}
    order = ["running", "general", "serious"]
    steps = {c.id: (order.index(c.group), -len(regions.keys() & set(c.regions))) for c in felt.values()}
    assert [c.id for c in injuries_first(REAL, marks)] == sorted(felt, key=steps.__getitem__)


@pytest.mark.parametrize("condition", ["medial_tibial_stress_syndrome", "achilles_midportion_tendinopathy"])
def test_what_else_it_can_be_leads_to_pages_that_exist(condition):
    record = REAL.conditions[condition]
    found = differentials(REAL, record)
    assert found and record not in found
    told = " ".join(record.differentials).casefold()
    assert all(any(n.casefold() in told for n in (c.name, c.plain_name, *c.synonyms)) for c in found)
