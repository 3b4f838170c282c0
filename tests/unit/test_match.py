"""Matching marks with patterns: worked examples, and what must hold for any marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.dataset import OTHER_SIDE, SIDES, Dataset, Side
from bodymap.load import load
from bodymap.match import Mark, MarkError, Match, match, parse_mark

TINY = load(Path(__file__).resolve().parent.parent / "fixtures" / "tiny")
SIDED = [name for name, region in TINY.regions.items() if not region.midline]
ANY_MARK = st.one_of(
    st.sampled_from([Mark("sacrum")]),
    st.builds(Mark, st.sampled_from(SIDED), st.sampled_from([None, *SIDES])),
)
ANY_MARKS = st.lists(ANY_MARK, max_size=6)


def ask(dataset: Dataset, *tokens: str) -> list[Match]:
    return match(dataset, [parse_mark(dataset, token) for token in tokens])


def short(rows: list[Match]) -> list[tuple[str, Side | None, tuple[str, ...], tuple[str, ...]]]:
    return [(row.trigger_point, row.side, row.primary, row.spillover) for row in rows]


@pytest.mark.parametrize(
    ("token", "mark"),
    [
        ("sacrum", Mark("sacrum")),
        ("achilles", Mark("achilles")),
        ("achilles:left", Mark("achilles", "left")),
        (" achilles:right ", Mark("achilles", "right")),
    ],
)
def test_marks_are_read_and_written(dataset, token, mark):
    assert parse_mark(dataset, token) == mark
    assert str(mark) == token.strip()


@pytest.mark.parametrize(
    ("token", "said"),
    [
        ("achiles:left", "unknown region `achiles`; did you mean `achilles`?"),
        ("qqq", "unknown region `qqq`"),
        ("achilles:lft", "unknown side `lft` of `achilles`; did you mean `left`?"),
        ("achilles:", "unknown side `` of `achilles`; expected left or right"),
        ("achilles:both", "unknown side `both` of `achilles`; expected left or right"),
        ("sacrum:left", "`sacrum` lies on the midline and has no sides; write `sacrum`"),
        ("", "unknown region ``"),
    ],
)
def test_a_mark_that_cannot_be_read_says_why(dataset, token, said):
    with pytest.raises(MarkError) as error:
        parse_mark(dataset, token)
    assert str(error.value) == said


def test_a_row_says_what_is_covered_and_what_else_the_pattern_reaches(dataset):
    [row] = ask(dataset, "achilles:left", "calf_lower:left")
    assert row == Match(
        muscle="soleus",
        trigger_point="soleus_1",
        name="Soleus, TrP1",
        side="left",
        primary=("achilles:left",),
        spillover=("calf_lower:left",),
        also=("heel_sole",),
        places=3,
    )


def test_no_marks_and_marks_nobody_describes_give_no_rows(dataset):
    assert match(dataset, []) == []
    assert ask(dataset, "knee_front:left", "knee_back") == []


def test_more_primary_comes_before_more_in_all(dataset):
    rows = ask(dataset, "calf_lower:left", "achilles:left", "sacrum", "buttock_lower:left")
    assert short(rows)[:2] == [
        ("quadratus_lumborum_2", "left", ("buttock_lower:left", "sacrum"), ()),
        ("soleus_1", "left", ("achilles:left",), ("calf_lower:left",)),
    ]


def test_fewer_other_regions_come_first_among_equals(dataset):
    assert [row.trigger_point for row in ask(dataset, "calf_inner:left", "heel_sole:left")] == [
        "soleus_2",
        "soleus_1",
    ]


def test_left_comes_before_right_among_equals(dataset):
    assert [row.side for row in ask(dataset, "calf_inner:right", "calf_inner:left")] == ["left", "right"]


def test_a_pattern_on_one_side_covers_nothing_on_the_other(dataset):
    assert [(row.side, row.primary) for row in ask(dataset, "achilles:left", "heel_sole:right")] == [
        ("left", ("achilles:left",)),
        ("right", ("heel_sole:right",)),
    ]


def test_both_reaches_the_other_side(dataset):
    rows = ask(dataset, "low_back:right", "low_back:left")
    assert short(rows)[:2] == [
        ("quadratus_lumborum_1", "left", ("low_back:left", "low_back:right"), ()),
        ("quadratus_lumborum_1", "right", ("low_back:left", "low_back:right"), ()),
    ]


def test_opposite_is_found_from_the_other_side(dataset):
    assert short(ask(dataset, "low_back:right")) == [
        ("quadratus_lumborum_1", "right", ("low_back:right",), ()),
        ("quadratus_lumborum_2", "left", (), ("low_back:right",)),
    ]


def test_marks_on_the_midline_alone_have_no_side(dataset):
    assert short(ask(dataset, "sacrum")) == [
        ("quadratus_lumborum_2", None, ("sacrum",), ()),
        ("quadratus_lumborum_1", None, (), ("sacrum",)),
    ]


def test_marks_on_the_midline_go_with_any_side(dataset):
    assert short(ask(dataset, "sacrum", "buttock_lower:right"))[0] == (
        "quadratus_lumborum_2",
        "right",
        ("buttock_lower:right", "sacrum"),
        (),
    )


def test_marks_without_a_side_are_matched_apart(dataset):
    assert short(ask(dataset, "achilles", "heel_sole:left")) == [
        ("soleus_1", "left", ("heel_sole:left",), ()),
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
    def mirrored(token: str) -> str:
        return str(parse_mark(TINY, token).mirrored())

    def key(row: Match, mirror: bool) -> tuple[object, ...]:
        side = OTHER_SIDE[row.side] if mirror and row.side else row.side
        tokens = [frozenset(map(mirrored if mirror else str, group)) for group in (row.primary, row.spillover)]
        return row.trigger_point, side, *tokens, row.also

    there = {key(row, mirror=True) for row in match(TINY, marks)}
    assert there == {key(row, mirror=False) for row in match(TINY, [mark.mirrored() for mark in marks])}


@given(ANY_MARKS)
def test_rows_are_in_order_and_cover_only_marks(marks):
    rows = match(TINY, marks)
    ranks = [(-len(row.primary), -row.covered, row.places) for row in rows]
    assert ranks == sorted(ranks)
    tokens = set(map(str, marks))
    for row in rows:
        assert row.covered
        assert {*row.primary, *row.spillover} <= tokens
        assert not {token.partition(":")[0] for token in (*row.primary, *row.spillover)} & set(row.also)
