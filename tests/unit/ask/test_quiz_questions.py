"""Questions stay true, a seed gives the same quiz, scores never punish what the data calls right."""

from __future__ import annotations

import itertools
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.ask.quiz import KINDS, LEVELS, answers_of, build, draw, part_of, pool
from bodymap.ask.quiz_facts import fact_of, families
from bodymap.ask.quiz_score import places_asked, score_choice, score_places
from bodymap.ask.quiz_truth import APART, PARTS
from bodymap.data.model import REGION_GROUPS
from bodymap.data.patterns import REFERRING
from bodymap.place import Place
from tests.each import each
from tests.real import REAL

POINTS = [id_ for id_, pattern in REAL.trigger_points.items() if pattern.point.feeling is None]
FELT = [id_ for id_, pattern in REAL.trigger_points.items() if pattern.point.feeling is not None]


def questions(kind, levels=("hard",)):
    for name, level in itertools.product(pool(REAL, [kind])[kind], levels):
        question = build(REAL, name, "a", level)
        assert question, f"{name} cannot be asked at level {level}"
        yield question


def every_answer(kind):
    """The subject of each question of a kind, with every wrong answer that could ever be offered."""
    for name in pool(REAL, [kind])[kind]:
        [right], others = answers_of(REAL, name)
        assert right not in others and len(others) >= 3, name
        yield name.partition(":")[2], others


def wrong(question):
    return [option for option in question.options if option not in question.right]


def held_by(muscle):
    return {region for point in REAL.muscles[muscle].trigger_points for region in REAL.trigger_points[point.id].regions}


def test_a_muscle_whose_patterns_hold_the_one_asked_is_never_a_wrong_answer():
    held = {muscle: held_by(muscle) for muscle in REAL.muscles}
    asked = dict(every_answer("pattern"))
    assert set(asked) == set(POINTS)
    for point, others in asked.items():
        regions = set(REAL.trigger_points[point].regions)
        assert REAL.trigger_points[point].muscle.id not in others
        assert [muscle for muscle in others if regions <= held[muscle]] == [], point


def test_crosses_that_cannot_be_told_apart_are_never_offered_together():
    for point, others in every_answer("cross"):
        own = REAL.trigger_points[point].point.positions
        for other in others:
            theirs = REAL.trigger_points[other].point.positions
            assert all(dist(at, theirs[view]) >= APART for view, at in own.items() if view in theirs), (point, other)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("kind", ["pattern", "cross", "key_muscle"])
def test_what_is_offered_is_among_them(kind, level):
    for question in questions(kind, [level]):
        right, others = answers_of(REAL, question.id)
        assert question.right == set(right) and set(wrong(question)) <= set(others)
        assert len(set(question.options)) == 4


def test_muscles_offered_as_wrong_do_not_reach_the_place_and_right_ones_do():
    for question in questions("reach", LEVELS):
        assert 1 <= len(question.right) <= 3
        assert all(question.subject in held_by(muscle) for muscle in question.right), question
        assert not any(question.subject in held_by(muscle) for muscle in wrong(question)), question


@pytest.mark.parametrize("kind", ["attachments", "action", "nerve", "key_muscle"])
def test_wrong_facts_say_something_else(kind):
    for subject, others in every_answer(kind):
        said = [fact_of(REAL, kind, id_).casefold() for id_ in (subject, *others)]
        assert len(set(said)) == len(said), subject


def test_a_nerve_that_comes_from_the_one_asked_is_never_wrong():
    for subject, others in every_answer("nerve"):
        own = families(REAL.muscles[subject].innervation.nerve)
        for other in others:
            theirs = families(REAL.muscles[other].innervation.nerve)
            assert theirs and theirs.isdisjoint(own), (subject, other)


def test_neither_organs_nor_what_is_no_pain_is_asked():
    asked = {name.partition(":")[2] for names in pool(REAL).values() for name in names}
    assert FELT and asked.isdisjoint(FELT)
    others = {id_ for kind in REFERRING if kind != "nerve_roots" for id_ in REAL.records(kind)}
    assert asked.isdisjoint(others)
    assert build(REAL, f"pattern:{FELT[0]}", "a", "easy") is None
    assert build(REAL, "pattern:nobody", "a", "easy") is None and build(REAL, "organ:heart", "a", "easy") is None


def test_a_seed_gives_the_same_quiz_and_another_one_another():
    assert draw(REAL, "class-7", 20) == draw(REAL, "class-7", 20)
    assert draw(REAL, "class-7", 20) != draw(REAL, "class-8", 20)
    name = draw(REAL, "class-7", 20, ["pattern"])[0]
    assert build(REAL, name, "class-7", "hard") == build(REAL, name, "class-7", "hard")


def test_every_kind_has_its_turn_and_no_question_comes_twice():
    drawn = draw(REAL, "x", len(KINDS))
    assert {name.partition(":")[0] for name in drawn} == set(KINDS)
    every = draw(REAL, "x", 200)
    assert len(set(every)) == len(every) == 200


@each("part", REGION_GROUPS)
def test_a_part_of_the_body_has_questions_of_its_own_only(part):
    drawn = draw(REAL, "x", 20, part=part)
    assert len(drawn) == 20
    assert {part_of(REAL, name.partition(":")[2]) for name in drawn} == {part}


def test_every_group_of_muscles_has_a_part():
    assert {muscle.group for muscle in REAL.muscles.values()} <= set(PARTS)
    assert set(PARTS.values()) == set(REGION_GROUPS)


def test_hard_wrong_answers_share_more_places_than_easy_ones():
    def shared(level):
        found = 0
        for point in POINTS:
            question = build(REAL, f"pattern:{point}", "a", level)
            found += sum(len(set(REAL.trigger_points[point].regions) & held_by(m)) for m in wrong(question))
        return found

    assert shared("hard") > 2 * shared("middle") > 2 * shared("easy")


@each("name", [name for kind in ("places", "dermatome") for name in pool(REAL)[kind]])
def test_whatever_the_data_calls_right_is_never_wrong(name):
    question = build(REAL, name, "a", "hard")
    for side in ("left", "right"):
        asked = places_asked(REAL, question, side)
        main, both, spill = (
            score_places(REAL, question, places)
            for places in (asked.primary, {*asked.primary, *asked.spillover}, asked.spillover)
        )
        all_right, punished = main.right and both.right, bool(main.wrong or both.wrong or spill.wrong)
        assert all_right and not punished


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(POINTS), st.sets(st.sampled_from(sorted(map(str, REAL.every_place()))), max_size=5))
def test_a_score_lies_between_nothing_and_all_and_a_wrong_place_never_helps(point, marks):
    question = build(REAL, f"places:{point}", "a", "easy")
    places = {Place.of(mark) for mark in marks}
    score = score_places(REAL, question, places)
    assert 0 <= score.share <= 1
    more = score_places(REAL, question, places - set(score.wrong))
    assert more.share >= score.share


def test_choices_are_scored_by_what_is_right_and_what_is_not():
    question = next(q for q in questions("reach") if len(q.right) == 2)
    right, others = list(question.right), wrong(question)
    assert score_choice(question, right).right
    assert score_choice(question, right[:1]).share == 0.5
    assert score_choice(question, [*right, others[0]]).share == 0.5
    assert score_choice(question, [*right, *others]).share == score_choice(question, []).share == 0
