"""The runner's filter: any answer within a question, all questions together, nothing serious lost, honest counts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.ask.injury_filter import CHOICES, MARKS, Filter, counts, filtered, is_serious
from bodymap.ask.runner_places import PLACES, REST, regions_of
from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition
from bodymap.tell.wording import AFTER, AGES, GROUPS, RUNNER_PLACES, WHEN
from tests.real import REAL

KNEE, HEEL, CHEST = "knee_front", "heel_sole", "sternum"


def condition(id_: str, *regions: str, **changes: Any) -> Condition:
    plain: dict[str, Any] = {
        "safety_class": "routine", "group": "running", "when": ("sudden",), "after": (), "ages": ()
    }  # fmt: skip
    first = next(iter(REAL.conditions.values()))
    return first.model_copy(update={"id": id_, "regions": regions, **plain, **changes})


def data(*conditions: Condition) -> Dataset:
    return REAL.replaced(conditions=conditions)


def ids(conditions: tuple[Condition, ...]) -> list[str]:
    return [found.id for found in conditions]


MADE = data(
    condition("plain", KNEE),
    condition("hilly", KNEE, after=("hills", "speed"), when=("builds_up",), ages=("40_to_59",)),
    condition("young", HEEL, ages=("under_18",), after=("fall",), safety_class="rule_out_first"),
    condition("other", KNEE, HEEL, group="general", after=("hills",)),
    condition("now", KNEE, group="serious", safety_class="emergency_mimic", when=("not_tied_to_running",)),
    condition("later", CHEST, group="serious", safety_class="rule_out_first"),
)


def filters() -> st.SearchStrategy[Filter]:
    answers = {q: st.sets(st.sampled_from(choices), max_size=3).map(tuple) for q, choices in CHOICES.items()}
    marked = st.sets(st.sampled_from([KNEE, HEEL, CHEST, "calf_inner"]), max_size=2).map(tuple)
    return st.builds(Filter, marked=marked, **answers)


@pytest.mark.parametrize(
    ("chosen", "fits", "kept", "unrecorded"),
    [
        (Filter(), ["now", "young", "later", "plain", "hilly", "other"], [], []),
        (Filter(kind=("running",)), ["young", "plain", "hilly"], ["now", "later"], []),
        (Filter(place=("knee",), kind=("running",)), ["plain", "hilly"], ["now"], []),
        (Filter(place=("knee", "heel"), kind=("general",)), ["other"], ["now"], []),
        (Filter(place=("knee",), after=("hills",)), ["hilly", "other"], ["now"], ["plain"]),
        (Filter(place=("knee",), after=("hills",), kind=("running",)), ["hilly"], ["now"], ["plain"]),
        (Filter(place=("knee",), age=("under_18",), kind=("running",)), ["plain"], ["now"], []),
        (Filter(when=("builds_up", "sudden"), kind=("running",)), ["young", "plain", "hilly"], ["now", "later"], []),
        (Filter(place=(MARKS,), marked=(HEEL,)), ["young", "other"], [], []),
        (Filter(place=(MARKS,)), [], [], []),
        (Filter(place=(REST,), kind=("running",)), [], ["later"], []),
    ],
)  # fmt: skip
def test_what_fits_what_is_kept_and_what_cannot_be_told(chosen, fits, kept, unrecorded):
    found = filtered(MADE, chosen)
    assert (ids(found.fits), ids(found.kept), ids(found.unrecorded)) == (fits, kept, unrecorded)


def test_marks_alone_change_nothing():
    assert filtered(REAL, Filter(marked=(KNEE,))) == filtered(REAL, Filter())


@settings(max_examples=60, deadline=None)
@given(filters(), st.sampled_from([MADE, REAL]))
def test_nothing_serious_that_is_felt_there_is_lost_and_nothing_is_listed_twice(chosen, dataset):
    found = filtered(dataset, chosen)
    listed = [*found.fits, *found.kept, *found.unrecorded]
    assert len(listed) == len(set(ids(tuple(listed))))
    regions = chosen.regions(dataset)
    there = [c for c in dataset.conditions.values() if not chosen.place or regions & set(c.regions)]
    assert {c.id for c in there if is_serious(c)} <= {*ids(found.fits), *ids(found.kept)}
    assert all(c in there for c in listed) and all(map(is_serious, found.kept))


@settings(max_examples=25, deadline=None)
@given(filters(), st.sampled_from([MADE, REAL]), st.data())
def test_a_count_is_the_length_of_the_list_that_one_gets(chosen, dataset, draw):
    said = counts(dataset, chosen)
    assert {question: tuple(found) for question, found in said.items()} == CHOICES
    question = draw.draw(st.sampled_from(list(CHOICES)))
    choice = draw.draw(st.sampled_from(CHOICES[question]))
    assert said[question][choice] == len(filtered(dataset, replace(chosen, **{question: (choice,)})).fits)
    both = (*getattr(chosen, question), choice)
    if MARKS not in both:
        listed = len(filtered(dataset, replace(chosen, **{question: both})).fits)
        each = [said[question][one] for one in dict.fromkeys(both)]
        assert max(each) <= listed <= sum(each), "another answer to a question only adds"


def test_a_choice_that_nothing_fits_is_counted_as_none():
    assert counts(MADE, Filter(kind=("running",)))["place"]["belly"] == 0
    assert counts(MADE, Filter())["after"] == {"new_shoes": 0, "hills": 2, "speed": 1, "more_distance": 0, "fall": 1}


def test_every_region_is_in_one_place_and_every_place_has_some():
    regions = [region for place in PLACES for region in regions_of(REAL, place)]
    assert sorted(regions) == sorted(REAL.regions)
    assert all(regions_of(REAL, place) for place in PLACES)


def test_a_running_injury_is_felt_in_a_named_place():
    for found in (c for c in REAL.conditions.values() if c.group == "running"):
        assert any(regions_of(REAL, place) & set(found.regions) for place in PLACES if place != REST), found.id


def test_every_choice_has_words():
    words = {"place": RUNNER_PLACES, "when": WHEN, "after": AFTER, "age": AGES, "kind": GROUPS}
    assert {q: {c for c in choices if c != MARKS} for q, choices in CHOICES.items()} == {
        question: set(said) for question, said in words.items()
    }


def test_a_small_dataset_has_only_what_it_knows(dataset: Dataset):
    every = filtered(dataset, Filter())
    assert len(every.fits) == len(dataset.conditions)
    [serious] = [c for c in dataset.conditions.values() if is_serious(c)]
    assert serious in filtered(dataset, Filter(place=("calf",), kind=("running",), when=("first_steps",))).kept
