"""Which warning signs are open, which are named, and which wait: no emergency is neither open nor named."""

from __future__ import annotations

import random
from itertools import chain

import pytest

from bodymap.ask.signs import MOST_OPEN, Signs, names, signs
from bodymap.data.signs import Time, most_urgent_first
from bodymap.place import Place
from bodymap.tell.signs import also_now, anywhere_now, named
from tests.each import each
from tests.real import REAL

PLACES = tuple(REAL.every_place())


def at(*regions: str) -> Signs:
    return signs(REAL, [REAL.places_of(region)[0] for region in regions])


def random_marks(seed: int) -> list[Place]:
    draw = random.Random(seed)
    return draw.sample(PLACES, draw.randint(1, 6))


def assert_complete(here: Signs, regions: list[str]) -> None:
    own = {f.id for r in regions for f in REAL.flags_of_region(r)} | {f.id for f in REAL.flags_anywhere}
    parts = (here.open, here.now, here.today, here.days, here.weeks, here.children, here.anywhere)
    every = [flag.id for flag in chain.from_iterable(parts)]
    assert len(every) == len(set(every)) and set(every) == own == {flag.id for flag in here.every}
    said = " ".join((*also_now(here), *anywhere_now(here)))
    for flag in map(REAL.red_flags.__getitem__, own):
        assert flag.time is not Time.NOW or flag in here.open or flag.short in said, flag.id
    for flag in (*here.today, *here.days, *here.weeks, *here.children):
        assert flag.time is not Time.NOW


@each("region", REAL.regions)
def test_every_sign_of_a_region_stands_once_and_every_emergency_is_open_or_named(region):
    here = at(region)
    assert set(here.open) == set(REAL.first_flags(region))
    assert_complete(here, [region])


@each("seed", range(120))
def test_every_emergency_of_any_marks_is_open_or_named(seed):
    marks = random_marks(seed)
    here = signs(REAL, marks)
    assert len(here.open) == MOST_OPEN
    assert_complete(here, [mark.region for mark in marks])


@each("seed", range(40))
def test_the_open_ones_are_the_first_of_each_mark_in_turn(seed):
    marks = random_marks(seed)
    turns = [REAL.first_flags(region)[turn] for turn in range(5) for region in dict.fromkeys(m.region for m in marks)]
    assert set(signs(REAL, marks).open) == set(list(dict.fromkeys(turns))[:MOST_OPEN])


@each("seed", range(120))
def test_each_part_holds_its_signs_in_order(seed):
    marks = random_marks(seed)
    here = signs(REAL, marks)
    regions = dict.fromkeys(mark.region for mark in marks)
    own = {flag.id: flag for region in regions for flag in REAL.flags_of_region(region)}
    own |= {flag.id: flag for flag in REAL.flags_anywhere}
    rest = [flag for flag in most_urgent_first(own.values()) if flag not in here.open]
    now = [flag for flag in rest if flag.time is Time.NOW]
    later = [flag for flag in rest if flag.time is not Time.NOW]
    assert here.now == tuple(flag for flag in now if not flag.anywhere)
    assert here.anywhere == tuple(f for f in REAL.red_flags.values() if f in now and f.anywhere)
    assert here.children == tuple(flag for flag in later if flag.children)
    for part, time in ((here.today, Time.TODAY), (here.days, Time.DAYS), (here.weeks, Time.WEEKS)):
        assert part == tuple(flag for flag in later if flag.time is time and not flag.children)
    every = (*here.now, *here.today, *here.days, *here.weeks, *here.children, *here.anywhere)
    assert here.every == (*here.open, *most_urgent_first(every))


def test_emergencies_stand_before_others():
    times = [list(Time).index(flag.time) for flag in at("big_toe_top", "heel_back", "shin_upper").open]
    assert times == sorted(times)


def test_both_sides_of_a_region_count_once():
    assert signs(REAL, REAL.places_of("calf_inner")) == at("calf_inner")


def test_signs_of_children_stand_together_and_their_emergencies_are_named():
    here = at("groin")
    assert {flag.id for flag in here.children} == {"child_hip", "growth_plate_pulled_off"}
    assert "child_hip_emergency" in {flag.id for flag in here.now}


def test_without_a_place_only_what_counts_anywhere_is_left():
    here = at()
    assert here.open == () and {flag.id for flag in here.every} == {flag.id for flag in REAL.flags_anywhere}


def test_a_name_is_said_once():
    here = at("calf_inner")
    assert len(set(names(here.every))) == len(names(here.every)) < len(here.every)
    assert "For children: bone illness" in list(named(here))


def test_an_unknown_region_is_an_error():
    with pytest.raises(KeyError):
        signs(REAL, [Place("nowhere", None)])
