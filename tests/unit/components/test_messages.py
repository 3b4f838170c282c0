"""What a page can send: one of our messages is read, anything else is none."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bodymap.place import Place
from components import state
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


# ---- the same through the state of a session ------------------------------------------------------------------

KNOWN = {str(place): place for place in (Place("a", "left"), Place("a", "right"), Place("b"))}
PATTERNS = frozenset({"one@left", "two@left"})
WORDS = st.sampled_from(
    ["a.left", "b", "one@left", "one@", "@", "left", "", "foot", "woman", "none", "soleus", "<b>", "a.left~x"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS | st.text(max_size=4), inner, max_size=4),
    max_leaves=10,
)
NAMES = st.sampled_from(["view", "paint", "pins", "feel", "figure", "marks", "x"])
CLICK = st.fixed_dictionaries(
    {}, optional={"seq": st.integers() | JSON, "base": st.just(1) | JSON, "marks": st.lists(WORDS | JSON) | JSON,
                  "shown": st.dictionaries(NAMES, WORDS | JSON) | JSON}
)  # fmt: skip
OPENING = st.fixed_dictionaries(
    {}, optional={"seq": st.integers() | JSON, "point": WORDS | JSON, "muscle": WORDS | JSON, "side": WORDS | JSON,
                  "layout": WORDS | JSON, "kind": WORDS | JSON, "id": WORDS | JSON}
)  # fmt: skip
MESSAGE = st.fixed_dictionaries(
    {}, optional={"marks": CLICK | JSON, "open": OPENING | JSON, "look": OPENING | JSON, "chosen": OPENING | JSON}
)  # fmt: skip


@settings(
    derandomize=True, max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(MESSAGE | JSON, min_size=1, max_size=3))
def test_no_message_raises_and_the_state_stays_one_of_ours(session, address, messages):
    session.clear()
    state.arrive("explore", KNOWN, PATTERNS)
    for message in messages:
        for mount in (state.CLICKS, state.MUSCLE_CLICKS, state.QUIZ_CLICKS, state.SEARCH):
            session[mount] = message
        state.take_clicks(KNOWN, PATTERNS)
        muscle, point, _ = state.chosen_on_body({"soleus"})
        choice = state.chosen_in_search()
        assert muscle in (None, "soleus") and (point is None or point)
        assert choice is None or (isinstance(choice.kind, str) and isinstance(choice.id, str))
        assert isinstance(state.looked_closer(), str)
        assert all(str(mark) in KNOWN for mark in state.marks()) and len(set(state.marks())) == len(state.marks())
        assert set(state.shown_patterns()) <= PATTERNS and state.figure() in ("woman", "man")
        told = state.chart_state("")
        assert isinstance(told["ack"], int) and all(isinstance(text, str) for text in told["shown"].values())
