"""Which conditions are told for some places, and in which order."""

from __future__ import annotations

import pytest

from bodymap.ask.conditions import differentials, felt_here, injuries_first, matching
from bodymap.data.model import SAFETY_CLASSES
from bodymap.place import Place
from bodymap.read.load import load

REAL = load()
CALF = [Place("calf_inner", "left"), Place("calf_lower", "left")]


def test_the_serious_come_first_then_those_that_share_more_places():
    found = felt_here(REAL, CALF)
    keys = [(SAFETY_CLASSES.index(c.safety_class), -len({"calf_inner", "calf_lower"} & set(c.regions))) for c in found]
    assert keys == sorted(keys) and len(set(keys)) > 2


def test_below_the_warning_signs_injuries_of_runners_come_first_and_nothing_is_lost():
    found = injuries_first(REAL, CALF)
    groups = [c.group for c in found]
    assert groups == sorted(groups, key=["running", "general", "serious"].index)
    assert {"running", "serious"} <= set(groups)
    assert {c.id for c in found} == {c.id for c in felt_here(REAL, CALF)}


def test_no_filter_hides_an_emergency_felt_at_a_mark():
    emergencies = {c.id for c in felt_here(REAL, CALF) if c.safety_class == "emergency_mimic"}
    assert emergencies and emergencies <= {c.id for c in matching(REAL, CALF, ["general"], ["first_steps"])}
    assert not emergencies & {c.id for c in matching(REAL, [], ["general"], ["first_steps"])}


@pytest.mark.parametrize("condition", ["medial_tibial_stress_syndrome", "achilles_midportion_tendinopathy"])
def test_what_else_it_can_be_leads_to_pages_that_exist(condition):
    record = REAL.conditions[condition]
    found = differentials(REAL, record)
    assert found and record not in found
    told = " ".join(record.differentials).casefold()
    assert all(any(n.casefold() in told for n in (c.name, c.plain_name, *c.synonyms)) for c in found)
