"""Near names: a slip of the pen, a word of a name, and nothing where nothing is near."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.ask.near import near

NAMES = {
    "piriformis": ["Piriformis", "pear muscle"],
    "soleus": ["Soleus", "deep calf muscle"],
    "upper_jaw": ["Upper jaw"],
    "lower_jaw": ["Lower jaw"],
    "nerve_sciatic": ["Sciatic nerve"],
}


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("piriformus", "piriformis"),
        ("PIRIFORMIS", "piriformis"),
        ("upper jaws", "upper_jaw"),
        ("jaw", "upper_jaw"),
        ("soleus-muscle-of-the-calf", "soleus"),
        ("sciatik", "nerve_sciatic"),
        ("deep_calf_muscel", "soleus"),
    ],
)
def test_what_was_probably_meant_comes_first(said, first):
    assert near(said, NAMES)[0] == first


@pytest.mark.parametrize("said", ["", " ", "<>", "xyzzy", "\x00", "💩", "x" * 5000])
def test_nothing_is_near_to_nonsense(said):
    assert near(said, NAMES) == []


def test_no_more_are_given_than_asked_for():
    assert near("jaw", NAMES) == ["upper_jaw", "lower_jaw"] and near("jaw", NAMES, most=1) == ["upper_jaw"]


@given(st.text(max_size=200), st.dictionaries(st.text(max_size=9), st.lists(st.text(max_size=9), max_size=2)))
def test_whatever_is_said_only_known_ids_are_given(said, names):
    assert set(near(said, names)) <= set(names)
