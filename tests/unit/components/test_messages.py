"""What a page can send: one of our messages is read, anything else is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.messages import Click, Opening, part, read_click, read_opening

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["seq", "base", "marks", "shown", "point", "open"]), inner, max_size=4)
    ),
    max_leaves=8,
)


def test_a_click_is_read_and_a_mark_counts_once():
    message = {"seq": 3, "base": 1, "marks": ["a", "b", "a"], "shown": {"view": "foot", "pins": 3}}
    assert read_click(message) == Click(3, 1, ("a", "b"), {"view": "foot"})
    assert read_click({"seq": 3, "base": 1, "marks": []}) == Click(3, 1, (), None)


@pytest.mark.parametrize(
    "message",
    [
        None, [1], "marks", {"seq": 1}, {"seq": 1, "base": 1}, {"seq": True, "base": 1, "marks": []},
        {"seq": 1, "base": None, "marks": []}, {"seq": 1, "base": 1, "marks": "ab"},
        {"seq": 1, "base": 1, "marks": [["a"]]}, {"seq": 1.5, "base": 1, "marks": []},
    ],
)  # fmt: skip
def test_what_is_no_click_is_none(message):
    assert read_click(message) is None


def test_an_opening_is_read_and_parts_that_are_no_text_are_left_out():
    assert read_opening({"seq": 2, "point": "soleus_1@left"}) == Opening(2, point="soleus_1@left")
    assert read_opening({"seq": 2, "muscle": "soleus", "side": "left"}) == Opening(2, muscle="soleus", side="left")
    assert read_opening({"seq": 2, "point": {}, "layout": "Foot"}) == Opening(2, layout="Foot")
    assert read_opening({"point": "soleus_1@left"}) is None


@given(ANYTHING)
def test_nothing_that_a_page_sends_raises(message):
    for name in ("marks", "open"):
        click, opened = read_click(part(message, name)), read_opening(part(message, name))
        assert click is None or all(isinstance(mark, str) for mark in click.marks)
        assert opened is None or isinstance(opened.point, str)
