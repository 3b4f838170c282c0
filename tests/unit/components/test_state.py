"""The state of a session at its edges: undo, pins, clicks, what the address brings, what a change takes along."""

from __future__ import annotations

import pytest

from bodymap.place import Place
from components import state, unknown
from components.state import _UNDO_STEPS, MOST_PINNED

KNOWN = {str(place): place for place in (Place("a", "left"), Place("a", "right"), Place("b"))}
PATTERNS = frozenset({"one@left", "two@left"})
LEFT, RIGHT, MIDDLE = KNOWN.values()


@pytest.fixture(autouse=True)
def arrived(session, address):
    state.arrive("explore", KNOWN)


def place(number: int) -> Place:
    return Place(f"place_{number}")


# ---- undo ---------------------------------------------------------------------------------------------------


def test_undo_keeps_the_newest_steps():
    for number in range(_UNDO_STEPS + 5):
        state.set_marks([place(number)])
    for number in reversed(range(4, _UNDO_STEPS + 4)):
        assert state.can_undo()
        state.undo()
        assert state.marks() == [place(number)]
    assert not state.can_undo()
    state.undo()
    assert state.marks() == [place(4)]


def test_undo_goes_back_to_no_marks_where_all_steps_are_kept():
    for number in range(_UNDO_STEPS):
        state.set_marks([place(number)])
    for _ in range(_UNDO_STEPS):
        state.undo()
    assert state.marks() == [] and not state.can_undo()


def test_marks_that_stay_the_same_are_no_step():
    state.set_marks([LEFT])
    state.set_marks([LEFT])
    state.undo()
    assert state.marks() == [] and not state.can_undo()


def test_a_mark_is_set_at_the_end_and_taken_away_where_it_stands():
    for mark in (LEFT, MIDDLE, RIGHT, MIDDLE):
        state.toggle(mark)
    assert state.marks() == [LEFT, RIGHT]


# ---- pins and painting --------------------------------------------------------------------------------------


def test_so_many_patterns_are_pinned_and_no_more():
    names = [f"{number}@left" for number in range(MOST_PINNED + 1)]
    for name in names:
        state.pin(name)
    assert state.pinned() == names[:MOST_PINNED]
    state.pin(names[0])
    state.pin(names[-1])
    assert state.pinned() == names[1:]


def test_pinned_patterns_are_shown_before_the_painted_one_each_once():
    state.pin("one@left")
    state.show("two@left")
    assert state.shown_patterns() == ["one@left", "two@left"]
    state.show("one@left")
    assert state.shown_patterns() == ["one@left"]


def test_the_last_mark_takes_pins_and_map_along_and_another_does_not(session):
    state.set_marks([LEFT, RIGHT])
    state.pin("one@left")
    session.map = True
    state.set_marks([LEFT])
    assert state.pinned() and state.map_shown()
    state.clear()
    assert not state.pinned() and not state.map_shown()
    assert state.page_is_stale(shows_marks=False), "the switch of the map must be drawn again"
    assert not state.page_is_stale(shows_marks=False)


def test_a_painted_pattern_closes_the_map_and_no_pattern_does_not(session):
    session.map = True
    state.show(None)
    assert state.map_shown()
    state.show("one@left")
    assert not state.map_shown()


def test_a_change_of_marks_folds_the_list_again():
    state.set_marks([LEFT])
    state.show_all()
    assert state.all_shown()
    state.set_marks([RIGHT])
    assert not state.all_shown()


def test_the_page_is_stale_where_it_shows_marks_that_changed():
    state.page_is_drawn()
    state.set_marks([LEFT])
    assert not state.page_is_stale(shows_marks=False)
    assert state.page_is_stale(shows_marks=True)
    state.page_is_drawn()
    assert not state.page_is_stale(shows_marks=True)


# ---- clicks -------------------------------------------------------------------------------------------------


def test_a_click_on_an_older_set_is_seen_but_not_taken(session):
    state.set_marks([LEFT])
    session[state.CLICKS] = {"marks": {"seq": 7, "base": session.revision - 1, "marks": ["b"]}}
    state.take_clicks(KNOWN, PATTERNS)
    assert (session.ack, state.marks()) == (7, [LEFT])
    session[state.CLICKS] = {"marks": {"seq": 8, "base": session.revision, "marks": ["b", "unknown"]}}
    state.take_clicks(KNOWN, PATTERNS)
    assert (session.ack, state.marks()) == (8, [MIDDLE])
    state.clear()
    state.take_clicks(KNOWN, PATTERNS)
    assert state.marks() == [], "taken once"


def test_a_cross_opens_its_pattern_once(session):
    session[state.CLICKS] = {"open": {"seq": 3, "point": "one@left"}}
    state.take_clicks(KNOWN, PATTERNS)
    assert state.painted() == "one@left"
    state.show(None)
    state.take_clicks(KNOWN, PATTERNS)
    assert state.painted() is None


def test_what_was_chosen_on_the_body_counts_once_and_names_its_side(session):
    session[state.MUSCLE_CLICKS] = {"open": {"seq": 3, "muscle": "soleus", "side": "right"}}
    assert state.chosen_on_body({"soleus"}) == ("soleus", None, "right")
    assert state.chosen_on_body({"soleus"}) == (None, None, "")
    session[state.MUSCLE_CLICKS] = {"open": {"seq": 4, "point": "soleus_1@left"}}
    assert state.chosen_on_body({"soleus"}) == (None, "soleus_1", "left")
    session[state.MUSCLE_CLICKS] = {"open": {"seq": 5, "muscle": "tail", "side": "left"}}
    assert state.chosen_on_body({"soleus"}) == (None, None, "left")


# ---- the address --------------------------------------------------------------------------------------------


def test_marks_of_the_address_are_taken_on_arrival_only_and_unknown_ones_named_and_kept(address):
    address[state.MARKS] = "a.left,tail,a.left,,nose,b"
    assert not state.arrive("explore", KNOWN) and state.marks() == []
    assert state.arrive("injuries", KNOWN)
    assert state.marks() == [LEFT, MIDDLE] and unknown.names(state.MARKS) == ("tail", "nose")
    assert unknown.kept() == {"marks": "a.left,tail,a.left,,nose,b"} and state.chart_state()["keepsMarks"]
    assert state.marks_parameter() == {"marks": "a.left,b"}


def test_the_note_on_unknown_marks_goes_with_the_next_change(address):
    address[state.MARKS] = "a.left,tail"
    state.arrive("injuries", KNOWN)
    state.set_marks([LEFT])
    assert unknown.names(state.MARKS) == ("tail",), "nothing changed"
    state.toggle(MIDDLE)
    assert unknown.names(state.MARKS) == () and not state.chart_state()["keepsMarks"]


def test_an_address_without_known_marks_keeps_those_that_are_set(address):
    state.set_marks([LEFT])
    address[state.MARKS] = "tail"
    state.arrive("injuries", KNOWN)
    assert state.marks() == [LEFT] and unknown.names(state.MARKS) == ("tail",)
    assert not state.chart_state()["keepsMarks"], "the address would say other marks than the picture"


SHOWN = {state.PAINT: "one@left", state.PINS: "two@left,tail@left,two@left,one@left", state.VIEW: "foot"}


def test_what_is_on_show_comes_with_the_address_and_unknown_patterns_are_left_out(address):
    address.update(SHOWN)
    state.arrive("injuries", KNOWN, PATTERNS)
    assert (state.painted(), state.pinned()) == ("one@left", ["two@left", "one@left"])
    address.update({state.PAINT: "tail@left", state.PINS: "tail@left"})
    state.arrive("explore", KNOWN, PATTERNS)
    assert (state.painted(), state.pinned()) == ("one@left", ["two@left", "one@left"]), "nothing known, nothing changed"
    assert unknown.names(state.PAINT) == unknown.names(state.PINS) == ("tail@left",)
    assert state.chart_state("")["shown"] == {"view": "", "paint": "tail@left", "pins": "tail@left"}
    state.show("two@left")
    state.pin("two@left")
    assert state.chart_state("")["shown"] == {"view": "", "paint": "two@left", "pins": "one@left"}


def test_an_address_can_say_that_nothing_is_painted(address):
    address[state.PAINT] = state.NOTHING
    state.arrive("injuries", KNOWN, PATTERNS)
    state.paint_first("one@left")
    assert state.painted() is None
    assert state.chart_state("")["shown"] == {"view": "", "paint": "none", "pins": ""}


def test_no_more_pins_come_with_an_address_than_can_be_pinned(address):
    names = [f"{number}@left" for number in range(MOST_PINNED + 2)]
    address[state.PINS] = ",".join(names)
    state.arrive("injuries", KNOWN, frozenset(names))
    assert state.pinned() == names[:MOST_PINNED]


def test_a_new_session_takes_nothing_from_what_the_charts_said_to_an_older_one(session):
    session.clear()
    session[state.CLICKS] = {
        "marks": {"seq": 7, "base": 1, "marks": ["b"]},
        "open": {"seq": 8, "point": "one@left"},
        "look": {"seq": 3, "layout": "Foot"},
    }
    session[state.MUSCLE_CLICKS] = {"open": {"seq": 9, "muscle": "soleus"}, "look": {"seq": 4, "layout": "Hand"}}
    state.arrive("explore", KNOWN, PATTERNS)
    state.take_clicks(KNOWN, PATTERNS)
    assert (state.marks(), state.painted(), state.looked_closer()) == ([], None, "")
    assert state.chosen_on_body({"soleus"}) == (None, None, "")
    session[state.CLICKS]["marks"] = {"seq": 8, "base": 1, "marks": ["b"]}
    session[state.CLICKS]["look"] = {"seq": 5, "layout": "Foot"}
    state.take_clicks(KNOWN, PATTERNS)
    assert (state.marks(), state.looked_closer(), state.looked_closer()) == ([MIDDLE], "Foot", "")


def test_each_session_has_a_name_of_its_own(session):
    name = session.session
    session.clear()
    state.arrive("explore", KNOWN)
    assert name != session.session


PASTED = ["a.left, b", "a.left b", "a.left,b.", "A.Left; b", "a. left,b", "“a.left”, (b)", "a:left b"]


@pytest.mark.parametrize("pasted", PASTED)
def test_a_pasted_list_of_marks_loses_none_and_the_picture_is_told(session, address, pasted):
    address[state.MARKS] = pasted
    state.arrive("injuries", KNOWN)
    assert state.marks() == [LEFT, MIDDLE] and unknown.kept() == {}
    state.clear()
    revision = session.revision
    session[state.CLICKS] = {"marks": {"seq": 9, "base": revision, "marks": pasted.split(",")}}
    state.take_clicks(KNOWN, PATTERNS)
    assert state.marks() == [LEFT, MIDDLE] and session.revision == revision + 1


def test_marks_that_nobody_knows_are_not_left_in_the_picture(session):
    """A page that lost its session, or went back, sends what its address says."""
    session[state.CLICKS] = {"marks": {"seq": 1, "base": session.revision, "marks": ["tail", "b"], "shown": {}}}
    before = session.revision
    state.take_clicks(KNOWN, PATTERNS)
    assert state.marks() == [MIDDLE] and unknown.names(state.MARKS) == ("tail",)
    assert session.revision == before + 1 and state.chart_state()["keepsMarks"]


def test_a_figure_that_nobody_knows_stays_in_the_address_until_one_is_chosen(address):
    address[state.FIGURE] = "wooman"
    state.arrive("injuries", KNOWN)
    assert unknown.names(state.FIGURE) == ("wooman",) and state.in_address() == {"figure": "wooman"}
    assert state.figure_parameter() == {}, "a link to another page names none"
    state.choose_figure("woman")
    assert unknown.names(state.FIGURE) == () and state.in_address() == {"figure": "woman"}


def test_what_is_not_known_of_one_page_is_forgotten_on_the_next(address):
    address |= {state.MARKS: "tail", state.FEEL: "tail~ache,a.left~blazing~99"}
    state.arrive("injuries", KNOWN, PATTERNS)
    assert unknown.names(state.FEEL) == ("tail", "blazing", "99")
    address.clear()
    state.arrive("explore", KNOWN, PATTERNS)
    assert unknown.kept() == {} and unknown.names(state.FEEL) == ()


def test_a_click_that_says_what_was_on_show_brings_it_back(session):
    session[state.CLICKS] = {"marks": {"seq": 1, "base": session.revision, "marks": ["a.left"], "shown": SHOWN}}
    state.take_clicks(KNOWN, PATTERNS)
    assert (state.painted(), state.pinned(), state.looked_closer()) == ("one@left", ["two@left", "one@left"], "foot")


def test_the_pattern_on_top_is_painted_unless_nothing_is_on_purpose_until_the_marks_change():
    state.paint_first("one@left")
    assert state.painted() == "one@left"
    state.show(None)
    state.paint_first("one@left")
    assert state.painted() is None
    state.set_marks([LEFT])
    state.paint_first("one@left")
    assert state.painted() == "one@left"


def test_without_marks_the_address_has_no_parameter():
    assert state.marks_parameter() == {}


def test_patterns_are_spelt_with_and_without_a_side():
    for point, side in (("soleus_1", "left"), ("soleus_1", None)):
        assert state.split(state.pattern_id(point, side)) == (point, side)


# ---- the figure ---------------------------------------------------------------------------------------------


def test_a_figure_stays_chosen_and_a_name_that_is_none_changes_nothing(session):
    assert state.figure() == "man" and state.figure_parameter() == {}
    state.choose_figure("woman")
    state.choose_figure("")
    state.choose_figure("normal")
    assert state.figure() == "woman" and state.figure_parameter() == {"figure": "woman"}
    assert state.chart_state()["shown"] == {"figure": "woman"}
