"""Matching marks with patterns: worked examples, and what must hold for any marks."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bodymap.ask.match import Match, by_muscle, match, unexplained
from bodymap.ask.reasons import Band, band
from bodymap.data.dataset import Dataset
from bodymap.place import OTHER_SIDE, SIDES, Place, PlaceError, Side, read_place
from bodymap.read.load import load
from tests.each import each
from tests.real import REAL

TINY = load(Path(__file__).resolve().parents[2] / "fixtures" / "tiny")
SIDED = [name for name, region in TINY.regions.items() if not region.midline]
ANY_MARK = st.one_of(
    st.sampled_from([Place("sacrum")]),
    st.builds(Place, st.sampled_from(SIDED), st.sampled_from([None, *SIDES])),
)
ANY_MARKS = st.lists(ANY_MARK, max_size=6)


@st.composite
def real_marks(draw: st.DrawFn, sides: tuple[Side | None, ...] = SIDES) -> list[Place]:
    """Marks on the real body, most of them in the places of one pattern, so that rows compete."""
    seed = REAL.trigger_points[draw(st.sampled_from(list(REAL.trigger_points)))]
    region = st.one_of(st.sampled_from(seed.regions), st.sampled_from(list(REAL.regions)))
    names = draw(st.lists(region, min_size=1, max_size=7))
    one_side = st.just(draw(st.sampled_from(sides)))
    side = st.one_of(one_side, one_side, st.sampled_from(sides))
    return list(dict.fromkeys(Place(n, None if REAL.regions[n].midline else draw(side)) for n in names))


REAL_MARKS = real_marks()  # as the page sets them
LOOSE_MARKS = real_marks((*SIDES, None))  # as the command line takes them


def ask(dataset: Dataset, *tokens: str) -> list[Match]:
    return match(dataset, [read_place(token, dataset.regions) for token in tokens])


def short(rows: list[Match]) -> list[tuple[str, Side | None, tuple[str, ...], tuple[str, ...]]]:
    return [(row.trigger_point, row.side, spelt(row.primary), spelt(row.spillover)) for row in rows]


def spelt(places: tuple[Place, ...]) -> tuple[str, ...]:
    return tuple(map(str, places))


@pytest.mark.parametrize(
    ("token", "mark"),
    [
        ("sacrum", Place("sacrum")),
        ("achilles", Place("achilles")),
        ("achilles.left", Place("achilles", "left")),
        (" achilles.right ", Place("achilles", "right")),
    ],
)
def test_marks_are_read_and_written(dataset, token, mark):
    assert read_place(token, dataset.regions) == mark
    assert str(mark) == token.strip()


@pytest.mark.parametrize(
    ("token", "said"),
    [
        ("achiles.left", "unknown region `achiles`; did you mean `achilles`?"),
        ("qqq", "unknown region `qqq`"),
        ("achilles.lft", "unknown side `lft` of `achilles`; did you mean `left`?"),
        ("achilles.", "unknown side `` of `achilles`; expected left or right"),
        ("achilles.both", "unknown side `both` of `achilles`; expected left or right"),
        ("achilles:left", "`achilles:left` has a colon; write `achilles.left`"),
        ("sacrum.left", "`sacrum` lies on the midline and has no sides; write `sacrum`"),
        ("", "unknown region ``"),
    ],
)
def test_a_mark_that_cannot_be_read_says_why(dataset, token, said):
    with pytest.raises(PlaceError) as error:
        read_place(token, dataset.regions)
    assert str(error.value) == said


def test_a_row_says_what_is_covered_and_what_else_the_pattern_reaches(dataset):
    [row] = ask(dataset, "achilles.left", "calf_lower.left")
    assert row == Match(
        muscle="soleus",
        trigger_point="soleus_1",
        name="Soleus, TrP1",
        side="left",
        primary=(Place("achilles", "left"),),
        spillover=(Place("calf_lower", "left"),),
        also=("heel_sole",),
        places=3,
    )


def test_no_marks_and_marks_nobody_describes_give_no_rows(dataset):
    assert match(dataset, []) == []
    assert ask(dataset, "knee_front.left", "knee_back") == []


def test_more_primary_comes_before_more_in_all(dataset):
    rows = ask(dataset, "calf_lower.left", "achilles.left", "sacrum", "buttock_lower.left")
    assert short(rows)[:2] == [
        ("quadratus_lumborum_2", "left", ("buttock_lower.left", "sacrum"), ()),
        ("soleus_1", "left", ("achilles.left",), ("calf_lower.left",)),
    ]


def test_fewer_other_regions_come_first_among_equals(dataset):
    assert [row.trigger_point for row in ask(dataset, "calf_inner.left", "heel_sole.left")] == [
        "soleus_2",
        "soleus_1",
    ]


def test_left_comes_before_right_among_equals(dataset):
    assert [row.side for row in ask(dataset, "calf_inner.right", "calf_inner.left")] == ["left", "right"]


def test_a_pattern_on_one_side_covers_nothing_on_the_other(dataset):
    assert [(row.side, spelt(row.primary)) for row in ask(dataset, "achilles.left", "heel_sole.right")] == [
        ("left", ("achilles.left",)),
        ("right", ("heel_sole.right",)),
    ]


def test_both_reaches_the_other_side(dataset):
    rows = ask(dataset, "low_back.right", "low_back.left")
    assert short(rows)[:2] == [
        ("quadratus_lumborum_1", "left", ("low_back.left", "low_back.right"), ()),
        ("quadratus_lumborum_1", "right", ("low_back.left", "low_back.right"), ()),
    ]


def test_opposite_is_found_from_the_other_side(dataset):
    assert short(ask(dataset, "low_back.right")) == [
        ("quadratus_lumborum_1", "right", ("low_back.right",), ()),
        ("quadratus_lumborum_2", "left", (), ("low_back.right",)),
    ]


def test_marks_on_the_midline_alone_have_no_side(dataset):
    assert short(ask(dataset, "sacrum")) == [
        ("quadratus_lumborum_2", None, ("sacrum",), ()),
        ("quadratus_lumborum_1", None, (), ("sacrum",)),
    ]


def test_marks_on_the_midline_go_with_any_side(dataset):
    assert short(ask(dataset, "sacrum", "buttock_lower.right"))[0] == (
        "quadratus_lumborum_2",
        "right",
        ("buttock_lower.right", "sacrum"),
        (),
    )


def test_marks_without_a_side_are_matched_apart(dataset):
    assert short(ask(dataset, "achilles", "heel_sole.left")) == [
        ("soleus_1", "left", ("heel_sole.left",), ()),
        ("soleus_1", None, ("achilles",), ()),
    ]
    assert short(ask(dataset, "low_back"))[1] == ("quadratus_lumborum_2", None, (), ("low_back",))


@settings(deadline=None)
@given(st.data(), ANY_MARKS)
def test_the_order_and_the_number_of_equal_marks_do_not_matter(data, marks):
    shuffled = data.draw(st.permutations(marks))
    assert match(TINY, shuffled + marks) == match(TINY, marks)


@given(ANY_MARKS, ANY_MARK)
def test_another_mark_never_lowers_what_a_pattern_covers_on_its_side(marks, extra):
    after = {(row.trigger_point, row.side): row for row in match(TINY, [*marks, extra])}
    midline_only = all(TINY.regions[mark.region].midline for mark in marks)
    for row in match(TINY, marks):
        # With midline marks alone no side is known; the next mark may then name one.
        side = extra.side if midline_only else row.side
        assert after[row.trigger_point, side].covered >= row.covered
        assert set(row.primary) <= set(after[row.trigger_point, side].primary)


@given(ANY_MARKS)
def test_mirrored_marks_give_the_mirrored_answer(marks):
    def key(row: Match, mirror: bool) -> tuple[object, ...]:
        side = OTHER_SIDE[row.side] if mirror and row.side else row.side
        groups = [
            frozenset(place.mirrored() if mirror else place for place in group)
            for group in (row.primary, row.spillover)
        ]
        return row.trigger_point, side, *groups, row.also

    there = {key(row, mirror=True) for row in match(TINY, marks)}
    assert there == {key(row, mirror=False) for row in match(TINY, [mark.mirrored() for mark in marks])}


@given(ANY_MARKS)
def test_rows_are_in_order_and_cover_only_marks(marks):
    rows = match(TINY, marks)
    ranks = [(-len(row.primary), -row.covered, TINY.seldomness(row.trigger_point)) for row in rows]
    assert ranks == sorted(ranks)
    for row in rows:
        assert row.covered
        assert {*row.primary, *row.spillover} <= set(marks)
        assert not {place.region for place in (*row.primary, *row.spillover)} & set(row.also)


# ---- the real data ------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(LOOSE_MARKS, st.data())
def test_the_order_of_real_marks_does_not_matter(marks, data):
    assert match(REAL, data.draw(st.permutations(marks))) == match(REAL, marks)


@settings(deadline=None, max_examples=300)
@given(LOOSE_MARKS, st.data())
def test_a_row_that_covers_a_new_mark_as_primary_is_overtaken_by_none_below_it(marks, data):
    """Let row A, named by its trigger point and side, be listed, and let a new mark lie in a primary place of A.

    Then A is still listed and covers the mark, and above A stands no row that stood below A before, and no row of a
    side named before (or without a side, as A) that was not listed before. Rows on a side that the new mark names
    for the first time are new rows; they were not below A and may stand anywhere.
    """
    before = match(REAL, marks)
    assume(before)
    row = data.draw(st.sampled_from(before))
    places = [place for place in REAL.places(row.trigger_point, row.side).primary if place not in marks]
    assume(places)
    new = data.draw(st.sampled_from(places))
    after = match(REAL, [*marks, new])
    place = [named(r) for r in after].index(named(row))
    assert new in after[place].primary
    above = [named(r) for r in before[: before.index(row)]]
    known_sides = {r.side for r in before} | {mark.side for mark in marks if mark.side}
    for other in after[:place]:
        was_listed = named(other) in [named(r) for r in before]
        assert named(other) in above or (not was_listed and other.side not in known_sides), other


def named(row: Match) -> tuple[str, Side | None]:
    return row.trigger_point, row.side


def test_a_side_named_for_the_first_time_brings_new_rows_that_may_stand_anywhere():
    """Why the property above says `named before`: the right rows are new, and the midline marks are theirs too."""
    before = [named(row) for row in ask(REAL, "sacrum", "low_back.left")]
    after = [named(row) for row in ask(REAL, "sacrum", "low_back.left", "low_back.right")]
    overtaken, new = ("rotatores_lumbar", "left"), ("rectus_abdominis_lower", "right")
    assert overtaken in before and new not in before
    assert after.index(new) < after.index(overtaken)


@settings(deadline=None)
@given(LOOSE_MARKS)
def test_rows_are_those_of_every_pattern_asked_one_by_one(marks):
    def asked(side: Side | None, marked: list[Place]) -> dict[tuple[str, Side | None], Match]:
        rows = {}
        for pattern in (p for p in REAL.trigger_points.values() if not p.point.feeling):
            primary, spillover = REAL.places(pattern.id, side)
            levels = [tuple(place for place in level if place in marked) for level in (primary, spillover)]
            also = tuple(r for r in pattern.regions if r not in {place.region for level in levels for place in level})
            places = len(primary) + len(spillover)
            if any(levels):
                row = Match(pattern.muscle.id, pattern.id, pattern.name, side, *levels, also, places)
                rows[named(row)] = row
        return rows

    sides = [side for side in SIDES if side in {mark.side for mark in marks}]
    expected = {name: row for side in sides for name, row in asked(side, marks).items()}
    if len(sides) == 1:
        for (point, other), row in asked(OTHER_SIDE[sides[0]], marks).items():
            own = expected.get((point, sides[0]))
            if own is None or not {*row.primary, *row.spillover} <= {*own.primary, *own.spillover}:
                expected[point, other] = row
    loose = [mark for mark in marks if mark.side is None]
    if not sides or any(not REAL.regions[mark.region].midline for mark in loose):
        expected |= asked(None, loose)
    assert {named(row): row for row in match(REAL, marks)} == expected


@settings(deadline=None)
@given(LOOSE_MARKS)
def test_the_whole_order_is_the_one_that_is_described(marks):
    """The steps of docs/matching.md, from the records themselves."""
    points = list(REAL.trigger_points)
    frequencies = ["common", None, "uncommon"]
    reaching = {region: len({p.id for level in REAL.reaching(region) for p in level}) for region in REAL.regions}

    def step(row: Match) -> tuple[Fraction | int, ...]:
        pattern = REAL.trigger_points[row.trigger_point]
        reported = pattern.muscle.reported
        level = ["often", "sometimes", "seldom"].index(reported.level) if reported else 2
        tells = sum(Fraction(1, reaching[mark.region]) for mark in row.primary)
        tells += sum(Fraction(1, reaching[mark.region]) for mark in row.spillover) / 2
        return (
            -len(row.primary),
            -row.covered,
            level + (pattern.point.frequency == "uncommon"),
            -tells,
            row.places,
            frequencies.index(pattern.point.frequency),
            points.index(row.trigger_point),
            ["left", "right", None].index(row.side),
        )

    steps = [step(row) for row in match(REAL, marks)]
    assert steps == sorted(steps)


def rank_of(muscle: str, *tokens: str) -> int:
    """The place of a muscle in the list of the page, from 1."""
    return [group.muscle for group in by_muscle(ask(REAL, *tokens))].index(muscle) + 1


def test_muscles_that_are_often_reported_stand_before_rare_ones_that_cover_as_much():
    assert rank_of("infraspinatus", "shoulder_front.right") <= 3
    assert rank_of("latissimus_dorsi", "shoulder_front.right") > rank_of("deltoid", "shoulder_front.right")
    assert rank_of("levator_scapulae", "neck_base.right") == 1
    assert rank_of("levator_scapulae", "neck_back.right") < rank_of("splenius_cervicis", "neck_back.right")
    assert rank_of("quadratus_plantae", "heel_sole.right") < rank_of("tibialis_posterior", "heel_sole.right")


def test_an_uncommon_point_stands_a_level_below_its_muscle():
    rows = [row.trigger_point for row in ask(REAL, "knee_front.right") if row.primary]
    assert rows.index("rectus_femoris_upper") < rows.index("rectus_femoris_lower")
    assert REAL.seldomness("rectus_femoris_lower") == REAL.seldomness("rectus_femoris_upper") + 1


def test_what_is_not_pain_is_matched_with_no_mark():
    point = REAL.trigger_points["trapezius_7"]
    assert point.point.feeling == "gooseflesh"
    for zone in point.primary:
        assert "trapezius_7" not in [row.trigger_point for row in ask(REAL, f"{zone.region}.left")]


@settings(deadline=None)
@given(LOOSE_MARKS)
def test_muscles_keep_the_best_place_and_lose_no_pattern(marks):
    rows = match(REAL, marks)
    groups = by_muscle(rows)
    assert sorted(map(named, rows), key=str) == sorted((named(r) for g in groups for r in g.patterns), key=str)
    assert [rows.index(group.patterns[0]) for group in groups] == sorted(
        min(i for i, row in enumerate(rows) if (row.muscle, row.side) == (group.muscle, group.side)) for group in groups
    )
    assert len({(group.muscle, group.side) for group in groups}) == len(groups)
    for group in groups:
        assert {(row.muscle, row.side) for row in group.patterns} == {(group.muscle, group.side)}
        assert list(group.patterns) == sorted(group.patterns, key=rows.index)


@settings(deadline=None)
@given(LOOSE_MARKS)
def test_unexplained_marks_are_those_that_no_pattern_of_the_data_reaches(marks):
    bare = [mark for mark in marks if not any(REAL.reaching(mark.region))]
    assert unexplained([*marks, *marks], match(REAL, marks)) == bare


@each("region", REAL.regions)
def test_a_place_is_explained_from_every_side_or_from_none(region):
    sides = (None,) if REAL.regions[region].midline else (*SIDES, None)
    left_out = [unexplained([mark], match(REAL, [mark])) for mark in (Place(region, side) for side in sides)]
    assert [bool(marks) for marks in left_out] == [not any(REAL.reaching(region))] * len(sides)


@settings(deadline=None)
@given(LOOSE_MARKS)
def test_bands_never_go_up_again_down_the_list(marks):
    rows = match(REAL, marks)
    for listed in (rows, [group.patterns[0] for group in by_muscle(rows)]):
        places = [list(Band).index(band(found, len(marks))) for found in listed]
        assert all(above <= below for above, below in pairwise(places))
