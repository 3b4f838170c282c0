"""Which conditions are felt somewhere, and in which order they are told."""

from __future__ import annotations

from typing import Any

from bodymap.ask.conditions import felt_here, serious_first
from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition
from bodymap.place import Place
from tests.real import REAL

KNEE, HEEL, SACRUM = "knee_front", "heel_sole", "sacrum"


def condition(id_: str, *regions: str, **changes: Any) -> Condition:
    plain: dict[str, Any] = {"safety_class": "routine", "group": "running", "when": ("sudden",)}
    first = next(iter(REAL.conditions.values()))
    return first.model_copy(update={"id": id_, "regions": regions, **plain, **changes})


def data(*conditions: Condition) -> Dataset:
    return REAL.replaced(conditions=conditions)


def places(*regions: str) -> list[Place]:
    return [Place(region, None if region == SACRUM else "left") for region in regions]


def ids(conditions: list[Condition]) -> list[str]:
    return [found.id for found in conditions]


def test_the_class_counts_first_then_shared_places_then_the_given_order():
    one = condition("one", KNEE)
    other = condition("other", HEEL)
    two = condition("two", HEEL, KNEE)
    check = condition("check", SACRUM, safety_class="rule_out_first")
    now = condition("now", SACRUM, safety_class="emergency_mimic")
    listed = serious_first([one, other, check, two, now], {KNEE, HEEL})
    assert ids(listed) == ["now", "check", "two", "one", "other"]
    assert ids(serious_first([one, other, check, two, now])) == ["now", "check", "one", "other", "two"]


def test_what_is_felt_at_more_of_the_places_comes_first_and_each_once():
    dataset = data(condition("one", KNEE), condition("two", KNEE, HEEL), condition("none", SACRUM))
    assert ids(felt_here(dataset, places(KNEE, HEEL))) == ["two", "one"]
    assert ids(felt_here(dataset, [Place(KNEE, "left"), Place(KNEE, "right")])) == ["one", "two"]
    assert felt_here(dataset, []) == []
