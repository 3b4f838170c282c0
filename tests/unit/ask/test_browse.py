"""Muscles by part of the body, place, nerve root, words of the action and letter."""

from __future__ import annotations

from typing import get_args

import pytest

from bodymap.ask.browse import PART_OF, Filters, browse, counts, part_of, words_of
from bodymap.data.model import REGION_GROUPS, MuscleGroup
from tests.real import REAL


def test_every_group_of_muscles_has_a_part_of_the_body_and_every_part_has_muscles():
    assert set(PART_OF) == set(get_args(MuscleGroup))
    assert {part_of(muscle) for muscle in REAL.muscles.values()} == set(REGION_GROUPS)


def test_without_a_filter_every_muscle_stands_in_the_order_of_the_data():
    assert browse(REAL, Filters()) == list(REAL.muscles) and not Filters().any


def test_one_spelling_of_a_word():
    assert words_of("Bends the hip and knee; steadies the pelvis") == {"bend", "hip", "knee", "steady", "pelvis"}
    assert words_of("Helps to bend the hip") == {"bend", "hip"}


@pytest.mark.parametrize(
    ("filters", "some", "none"),
    [
        (Filters(part="ankle_foot"), {"quadratus_plantae"}, {"soleus", "masseter"}),
        (Filters(region="heel_sole"), {"soleus"}, {"masseter"}),
        (Filters(root="CN V"), {"masseter"}, {"soleus"}),
        (Filters(words=("bend", "hip")), {"iliacus", "sartorius"}, {"soleus", "gluteus_maximus"}),
        (Filters(letter="S"), {"soleus", "sartorius"}, {"iliacus"}),
        (Filters(part="hip_thigh", root="L2", words=("bend",)), {"iliacus"}, {"gluteus_medius"}),
    ],
)
def test_filters_narrow_together(filters, some, none):
    found = browse(REAL, filters)
    assert some <= set(found) and not none & set(found)


def test_a_letter_lists_by_name():
    names = [REAL.muscles[id_].name for id_ in browse(REAL, Filters(letter="S"))]
    assert names == sorted(names, key=str.casefold)


@pytest.mark.parametrize("filters", [Filters(), Filters(part="knee_leg"), Filters(root="S1", words=("bend",))])
def test_each_count_is_what_would_be_left(filters):
    left = counts(REAL, filters)
    for field in ("part", "region", "root", "letter"):
        for choice, count in getattr(left, field).items():
            assert count == len(browse(REAL, filters._replace(**{field: choice}))) > 0
    for word, count in left.words.items():
        assert count == len(browse(REAL, filters._replace(words=(*filters.words, word)))) > 0


def test_roots_stand_from_head_to_foot():
    roots = list(counts(REAL, Filters()).root)
    assert roots[0].startswith("CN") and roots.index("C8") < roots.index("T1") < roots.index("L5") < roots.index("S1")
    assert roots.index("T2") < roots.index("T10")
