"""The page as people use it, run by Streamlit's own test runner, without a browser."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
import streamlit as st
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from bodymap.ask.conditions import injuries_first
from bodymap.ask.match import by_muscle
from bodymap.ask.signs import signs
from bodymap.body.scene import LAYOUTS
from bodymap.data.signs import Time
from bodymap.place import Place
from bodymap.tell.report import Asked, report_file
from components import data, state
from components.explore import felt_here, patterns, take_along
from components.explore.welcome import EXAMPLES
from components.shared.markup import plain
from components.shared.painting import title
from tests.acting import bodies, labels, mounts, offered, paint, painting, parts, press, pressed, send, tap, told, walk
from tests.real import REAL
from tests.whole import whole

ROOT = Path(__file__).resolve().parents[2]
EVERY_MARK = [str(place) for place in REAL.every_place()]
KNEE, OTHER_KNEE = "knee_front.right", "knee_front.left"
YOUR_KNEE = "Front of the knee, your right"


@pytest.fixture
def app() -> AppTest:
    """The page after its first run."""
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()


def places(*marks: str) -> list[Place]:
    return [Place.of(mark) for mark in marks]


def click_chart(app: AppTest, *marks: str, seq: int = 1, base: int | None = None) -> AppTest:
    """What the picture sends after a click: the whole set of marks, and the revision it was based on."""
    click = {"seq": seq, "base": app.session_state.revision if base is None else base, "marks": list(marks)}
    app.session_state[state.CLICKS] = {"marks": click}
    return app.run()


def open_cross(app: AppTest, point: str, seq: int = 1) -> AppTest:
    """What the picture sends when a cross is clicked."""
    app.session_state[state.CLICKS] = {"open": {"seq": seq, "point": point}}
    return app.run()


def opened_at(marks: str) -> AppTest:
    """The page as a link with these marks opens it."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["marks"] = marks
    return app.run()


def drawn(app: AppTest) -> dict[str, Any]:
    """What the picture was told, without what it was told nothing of."""
    return {name: value for name, value in told(app).items() if value is not None}


def painted(app: AppTest) -> list[str]:
    """The patterns that the picture was given, in the order of their colours."""
    assert [pattern["slot"] for pattern in drawn(app)["patterns"]] == list(range(len(drawn(app)["patterns"])))
    return [pattern["id"] for pattern in drawn(app)["patterns"]]


def rows(app: AppTest) -> list[str]:
    """The patterns that the rows paint, in order."""
    return list(painting(app))


def listed(marks: list[str]) -> list[str]:
    """The best patterns of all muscles for these marks, in order."""
    best = [group.patterns[0] for group in by_muscle(patterns.found(REAL, places(*marks)))]
    return [patterns.pattern_of(row) for row in best]


def top_of(*marks: str) -> str:
    """The pattern on top of the list for these marks."""
    return listed(list(marks))[0]


def children(block: Any) -> list[Any]:
    return [child for _, child in sorted(getattr(block, "children", {}).items())]


def html(app: AppTest, part: str = "") -> str:
    """All HTML and plain text of a page, or of a part of it, in order, with the items of its lists."""
    said = [parts(app)[part]] if part else bodies(app)
    return whole("\n".join(text for text in said if not text.startswith('<div class="pieces" hidden')))


def keys(app: AppTest, start: str) -> list[str]:
    return [button.key for button in app.button if (button.key or "").startswith(start)]


def chart_state(app: AppTest) -> dict[str, Any]:
    """What the state mount of the picture was last given, as Python wrote it."""
    return {name: app.session_state[name] for name in ("marks", "revision", "ack")}


def assert_fine(app: AppTest) -> None:
    assert not app.exception and not app.error
    for row in labels(app):
        assert len(set(offered(app, row))) == len(offered(app, row)), "people tell buttons apart by what they say"


# ---- first visit --------------------------------------------------------------------------------------------


def test_the_first_run_shows_notice_chart_and_welcome(app):
    assert_fine(app)
    assert 'class="notice"' in html(app) and "emergency number" in html(app)
    assert list(mounts(app)) == ["acting", "find_place", "chart", "chart_state", "try_pills", "pieces"]
    assert "Where does it hurt?" in html(app)
    assert chart_state(app) == {"marks": [], "revision": 1, "ack": 0}
    assert list(parts(app)) == ["try_pills"]


def test_the_examples_of_the_welcome_lead_to_patterns(app):
    assert offered(app, "try_pills") == list(EXAMPLES)
    for example in EXAMPLES.values():
        fresh = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
        tap(fresh, "try_pills", f"try_{example}")
        assert_fine(fresh)
        assert fresh.session_state.marks == [str(example)]
        assert rows(fresh), example


def test_nothing_is_put_into_the_address(app):
    click_chart(app, KNEE)
    assert not app.query_params


# ---- marks --------------------------------------------------------------------------------------------------


ANSWER = ["marks", "red_flags", "injuries", "patterns"]  # its parts, as they stand below one another


def test_a_click_shows_warning_signs_before_injuries_before_patterns(app):
    click_chart(app, KNEE)
    assert_fine(app)
    assert app.session_state.marks == [KNEE]
    assert list(parts(app)) == ANSWER
    assert offered(app, "mark_pills") == [YOUR_KNEE, "How it feels", "Undo", "Other side", "Both sides", "Clear"]


# The answer as the page draws it anew after a click: few elements, so that it is quick.
MOST_NODES = 1
ARM = ["shoulder_front.right", "upper_arm_outer.right", "forearm_thumb_side.right", "thumb_base.right"]


@pytest.mark.parametrize("marks", [[KNEE], ARM], ids=["one mark", "four marks"])
def test_a_click_makes_few_elements(app, marks):
    click_chart(app, *marks)
    _, reading = app.columns
    [own] = [part for part in children(reading) if "chart_state" in [getattr(n, "key", None) for n in walk(part)]]
    [answer] = children(own)  # nothing stands beside it
    inside = list(walk(answer))[1:]
    assert len(inside) <= MOST_NODES, [(node.type, getattr(node, "key", None)) for node in inside]


def test_emergency_signs_are_open_and_first(app):
    click_chart(app, "calf_inner.left")
    text = html(app, "red_flags")
    at_once, rest = text.partition("<details")[::2]
    emergencies = [flag for flag in REAL.flags_of_region("calf_inner") if flag.time is Time.NOW]
    assert emergencies, "the calf has emergency signs"
    open_ones = signs(REAL, places("calf_inner.left")).open
    assert all(escape(flag.brief if flag in open_ones else flag.short) in at_once for flag in emergencies)
    assert at_once.index("<strong>Now:</strong>") < at_once.index("<strong>Today:</strong>")
    assert all(escape(flag.sign) in rest for flag in emergencies)


@pytest.mark.parametrize(
    "marks", [[KNEE], [KNEE, OTHER_KNEE], ["sacrum"], ["thigh_outer_middle.right", "knee_outer.right"]]
)
def test_muscles_are_listed_best_first_each_once_with_its_reason(app, marks):
    click_chart(app, *marks)
    expected = listed(marks)
    assert rows(app) == expected[: patterns.FIRST]
    assert f"{len(expected)} muscles described here" in html(app, "patterns")
    said = ("mainly felt here", "can spill over to here") if len(marks) == 1 else (f"of your {len(marks)} places: ",)
    assert rows(app) and all(any(words in row for words in said) for row in painting(app).values())


def test_what_is_mainly_felt_here_stands_before_what_can_spill_over_to_here(app):
    click_chart(app, "heel_sole.left")
    reasons = painting(app).values()
    said = ["mainly felt here" in row for row in reasons]
    assert said == sorted(said, reverse=True) and len(set(said)) == 2
    assert all(("can spill over to here" in row) != main for row, main in zip(reasons, said, strict=True))
    assert 'class="band"' not in html(app)


def test_more_muscles_come_on_request_and_fold_again_with_the_next_mark(app):
    marks = ["shoulder_front.right", "upper_back.right"]
    click_chart(app, *marks)
    assert len(listed(marks)) > patterns.FIRST == len(rows(app))
    press(app, patterns.ALL)
    assert rows(app) == listed(marks)
    click_chart(app, "shoulder_front.right", seq=2)
    assert len(rows(app)) == patterns.FIRST


def test_a_painted_muscle_further_down_is_listed_without_all_others(app):
    marks = ["shoulder_front.right", "upper_back.right"]
    further = listed(marks)[patterns.FIRST + 2]
    click_chart(app, *marks)
    open_cross(app, further)
    assert rows(app) == [*listed(marks)[: patterns.FIRST], further]
    assert painted(app) == [further] == pressed(app)
    assert rows(press(app, patterns.ALL)) == listed(marks)


def test_marks_that_no_pattern_explains_are_named(app):
    bare = [mark for mark in EVERY_MARK if not patterns.found(REAL, places(mark))][:2]
    click_chart(app, KNEE)
    assert "No pattern is drawn in" not in html(app, "patterns")
    click_chart(app, bare[0], KNEE, bare[1], seq=2)
    names = f"{REAL.your_name_of(Place.of(bare[0]))}; {REAL.your_name_of(Place.of(bare[1]))}."
    assert f"<strong>No pattern is drawn in:</strong> {names}" in html(app, "patterns")


def test_a_place_without_patterns_still_shows_signs_and_injuries(app):
    bare = next(m for m in EVERY_MARK if not patterns.found(REAL, places(m)))
    click_chart(app, bare)
    assert_fine(app)
    assert not rows(app)
    assert "No pattern" in html(app, "patterns")
    assert list(parts(app)) == ANSWER


def test_a_second_click_with_fewer_marks_takes_one_away(app):
    click_chart(app, KNEE, OTHER_KNEE)
    assert app.session_state.marks == [KNEE, OTHER_KNEE]
    click_chart(app, OTHER_KNEE, seq=2)
    assert app.session_state.marks == [OTHER_KNEE]
    click_chart(app, seq=3)
    assert app.session_state.marks == []
    assert "Where does it hurt?" in html(app)


def test_the_list_takes_marks_away_and_the_picture_follows(app):
    click_chart(app, KNEE, OTHER_KNEE)
    tap(app, "mark_pills", KNEE)
    assert chart_state(app) == {"marks": [OTHER_KNEE], "revision": 2, "ack": 1}
    tap(app, "mark_pills", "clear")
    assert chart_state(app) == {"marks": [], "revision": 3, "ack": 1}
    assert_fine(app)


def test_a_click_is_taken_once(app):
    click_chart(app, KNEE)
    tap(app, "mark_pills", "clear")
    app.run()
    assert app.session_state.marks == []


def test_a_click_on_an_older_picture_is_acknowledged_but_not_taken(app):
    click_chart(app, KNEE)
    tap(app, "mark_pills", "clear")
    click_chart(app, KNEE, OTHER_KNEE, seq=2, base=1)
    assert chart_state(app) == {"marks": [], "revision": 2, "ack": 2}
    click_chart(app, OTHER_KNEE, seq=3)
    assert app.session_state.marks == [OTHER_KNEE]


def test_unknown_marks_are_ignored(app):
    wrong = ["tail.left", "knee_front", "knee_front.middle", "sacrum.left", "", "<b>"]
    click_chart(app, *wrong, KNEE)
    assert_fine(app)
    assert app.session_state.marks == [KNEE]


def test_every_layout_can_be_shown_with_marks_and_a_painted_pattern(app):
    click_chart(app, KNEE)
    pattern = rows(app)[1]
    paint(app, pattern)
    for layout in LAYOUTS:
        app.button_group(key="layout").set_value(layout).run()
        assert_fine(app)
        assert app.session_state.layout == layout
        assert app.session_state.marks == [KNEE] and painted(app) == [pattern]


# ---- marks in the address -----------------------------------------------------------------------------------


def test_marks_in_the_address_are_set_and_drawn(app):
    app = opened_at(f"{KNEE},sacrum")
    assert_fine(app)
    assert app.session_state.marks == [KNEE, "sacrum"] == drawn(app)["marks"]
    assert offered(app, "mark_pills")[:2] == [YOUR_KNEE, "Sacrum"]
    assert not app.warning and not drawn(app)["keepsMarks"]


UNKNOWN = [
    "tail.left",
    "knee_front",
    "knee_front.middle",
    "sacrum.left",
    "<script>alert(1)</script>",
    "x" * 5000,
    "\x00",
]


@pytest.mark.parametrize("unknown", UNKNOWN)
def test_an_unknown_mark_in_the_address_is_left_out_and_named_as_typed(unknown):
    app = opened_at(f"{unknown},{KNEE}")
    assert_fine(app)
    assert app.session_state.marks == [KNEE]
    [said] = app.warning
    assert "which is no place here" in said.value and plain(unknown.replace("\x00", " ").strip()[:60]) in said.value
    assert not re.search(r"(?<!\\)[<>]", said.value) and len(said.value) < 400
    read = re.sub(' data-act="[^"]*"', "", html(app)).replace(KNEE, "")  # nobody reads the names of buttons
    assert unknown not in read
    assert drawn(app)["marks"] == [KNEE] and drawn(app)["keepsMarks"]


def test_an_address_of_unknown_marks_alone_opens_the_welcome_with_the_note():
    app = opened_at(",".join(UNKNOWN))
    assert_fine(app)
    assert app.session_state.marks == []
    assert "Where does it hurt?" in html(app)
    [said] = app.warning
    assert f"and {len(UNKNOWN) - 3} more" in said.value and "tail" in said.value
    assert "<script" not in html(app)


def test_a_mark_named_twice_in_the_address_is_set_once():
    assert opened_at(f"{KNEE},{KNEE}").session_state.marks == [KNEE]


def test_the_address_is_read_on_arrival_only():
    app = opened_at(KNEE)
    tap(app, "mark_pills", "clear")
    app.run()
    assert app.session_state.marks == [] == drawn(app)["marks"]


# ---- what an address and an older session bring -------------------------------------------------------------

UPPER, LATERALIS = "rectus_femoris_upper@right", "vastus_lateralis_1@right"


def linked(**address: str) -> AppTest:
    """The page as a link opens it."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def test_a_link_brings_back_marks_view_painted_and_pinned_patterns():
    app = linked(marks=KNEE, paint=LATERALIS, pins=UPPER, view="side")
    assert_fine(app)
    assert app.session_state.marks == [KNEE] and app.session_state.layout == "Side"
    assert painted(app) == [UPPER, LATERALIS]
    assert drawn(app)["shown"] == {"view": "side", "paint": LATERALIS, "pins": UPPER}


def test_a_link_can_say_that_nothing_is_painted():
    app = linked(marks=KNEE, paint=state.NOTHING)
    assert_fine(app)
    assert painted(app) == [] and drawn(app)["shown"]["paint"] == state.NOTHING


def test_what_a_link_names_and_nobody_knows_is_left_out():
    pins = ["tail_1@right", UPPER, UPPER, "<script>", "", LATERALIS, "soleus_1@left", "soleus_2@left"]
    app = linked(marks=f"{KNEE},tail.left", paint="tail_1@right", pins=",".join(pins), view="moon")
    assert_fine(app)
    assert app.session_state.marks == [KNEE] and app.session_state.layout == next(iter(LAYOUTS))
    assert app.session_state.pinned == [UPPER, LATERALIS, "soleus_1@left"]
    assert painted(app) == [UPPER, LATERALIS, "soleus_1@left"] and top_of(KNEE) == UPPER
    assert "<script" not in html(app)


def test_a_pattern_of_a_link_that_no_mark_calls_for_makes_room():
    app = linked(marks=KNEE, paint="masseter_deep@right")
    assert_fine(app)
    assert painted(app) == [top_of(KNEE)]


OLD = {
    "marks": {"seq": 7, "base": 1, "marks": [KNEE], "shown": {"view": "foot", "paint": LATERALIS, "pins": UPPER}},
    "open": {"seq": 8, "point": LATERALIS},
    "look": {"seq": 9, "layout": "Foot"},
}


@pytest.mark.parametrize("marks", ["", "sacrum"])
def test_a_new_session_takes_nothing_from_what_the_chart_said_to_an_older_one(marks):
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.session_state[state.CLICKS] = OLD
    if marks:
        app.query_params["marks"] = marks
    app.run()
    assert_fine(app)
    assert app.session_state.marks == [marks][: bool(marks)]
    assert app.session_state.layout == next(iter(LAYOUTS)) and app.session_state.pinned == []
    assert painted(app) == ([top_of(marks)] if marks else [])
    assert chart_state(app)["ack"] == 7
    click_chart(app, KNEE, seq=8)
    assert app.session_state.marks == [KNEE], "a newer click counts"


def test_a_click_can_say_what_was_on_show_before_the_server_forgot(app):
    shown = {"view": "side", "paint": LATERALIS, "pins": UPPER}
    click = {"seq": 1, "base": app.session_state.revision, "marks": [KNEE], "shown": shown}
    app.session_state[state.CLICKS] = {"marks": click}
    app.run()
    assert_fine(app)
    assert app.session_state.marks == [KNEE] and app.session_state.layout == "Side"
    assert painted(app) == [UPPER, LATERALIS] and drawn(app)["shown"] == shown


@pytest.mark.parametrize(
    "message",
    [
        None, "marks", 7, [], {"marks": "knee"}, {"marks": {"seq": "1", "base": 1, "marks": [KNEE]}},
        {"marks": {"seq": True, "base": 1, "marks": [KNEE]}}, {"marks": {"seq": 1, "base": 1, "marks": KNEE}},
        {"marks": {"seq": 1, "base": 1, "marks": [["a"]]}}, {"open": {"seq": None, "point": LATERALIS}},
        {"open": [1]}, {"look": {"seq": 1, "layout": ["Foot"]}}, {"look": {"seq": 1, "layout": "Moon"}},
    ],
)  # fmt: skip
def test_a_message_that_is_none_of_ours_does_nothing(app, message):
    app.session_state[state.CLICKS] = message
    app.run()
    assert_fine(app)
    assert app.session_state.marks == [] and app.session_state.layout == next(iter(LAYOUTS))


@pytest.mark.parametrize(
    "act",
    [
        "", "tail", "paint:", "paint:tail@left", "mark_pills", "mark_pills:", "clear", "about:x", "pattern_pills:clear",
        "\ud800", None, 7, True, ["mark_pills:clear"], {"act": "about"},
    ],
)  # fmt: skip
def test_an_act_that_the_page_does_not_offer_does_nothing(app, act):
    click_chart(app, KNEE)
    before = parts(app), drawn(app)
    send(app, state.CLICKS, act)
    assert_fine(app)
    assert (parts(app), drawn(app)) == before


def test_an_act_that_is_no_longer_offered_does_nothing(app):
    click_chart(app, KNEE, OTHER_KNEE)
    tap(app, "mark_pills", KNEE)
    before = parts(app), drawn(app)
    send(app, state.CLICKS, f"mark_pills:{KNEE}")
    assert (parts(app), drawn(app)) == before


# ---- undo, sides, clear -------------------------------------------------------------------------------------


def test_undo_goes_back_one_step_at_a_time_and_the_picture_follows(app):
    assert "Undo" not in offered(app, "try_pills")
    click_chart(app, KNEE)
    click_chart(app, KNEE, "sacrum", seq=2)
    tap(app, "mark_pills", "clear")
    for row, marks in (("try_pills", [KNEE, "sacrum"]), ("mark_pills", [KNEE]), ("mark_pills", [])):
        revision = app.session_state.revision
        assert "Undo" in offered(app, row)
        tap(app, row, "undo")
        assert_fine(app)
        assert drawn(app)["marks"] == marks and drawn(app)["revision"] == revision + 1
    assert "Undo" not in offered(app, "try_pills")


def test_the_other_side_mirrors_every_mark_and_leaves_the_midline(app):
    click_chart(app, KNEE, "sacrum", "heel_sole.left")
    tap(app, "mark_pills", "mirror")
    assert drawn(app)["marks"] == [OTHER_KNEE, "sacrum", "heel_sole.right"]
    tap(app, "mark_pills", "mirror")
    assert drawn(app)["marks"] == [KNEE, "sacrum", "heel_sole.left"]


def test_both_sides_adds_what_is_missing_and_is_then_not_offered(app):
    click_chart(app, KNEE, "sacrum")
    tap(app, "mark_pills", "both_sides")
    assert drawn(app)["marks"] == [KNEE, "sacrum", OTHER_KNEE]
    assert "Both sides" not in offered(app, "mark_pills")


def test_the_midline_alone_has_no_other_side(app):
    click_chart(app, "sacrum")
    assert offered(app, "mark_pills") == ["Sacrum", "How it feels", "Undo", "Clear"]


def test_a_click_on_the_picture_before_an_undo_is_not_taken_again(app):
    click_chart(app, KNEE)
    tap(app, "mark_pills", "undo")
    click_chart(app, KNEE, OTHER_KNEE, seq=2, base=1)
    assert app.session_state.marks == []


# ---- painting -----------------------------------------------------------------------------------------------


def test_the_pattern_on_top_is_painted_on_arrival(app):
    click_chart(app, KNEE)
    first = top_of(KNEE)
    assert [(pattern["id"], pattern["slot"], pattern["pinned"]) for pattern in drawn(app)["patterns"]] == [
        (first, 0, False)
    ]
    assert f"About {title(REAL, first)}" in html(app, "patterns")
    assert pressed(app) == [first]


def test_a_pattern_is_painted_by_its_button_and_taken_away_by_it(app):
    click_chart(app, KNEE)
    first, second, *_ = rows(app)
    paint(app, second)
    assert app.session_state.painted == second != first
    assert painted(app) == [second] == pressed(app)
    assert f"About {title(REAL, second)}" in html(app, "patterns")
    paint(app, second)
    assert app.session_state.painted is None
    assert painted(app) == [] == pressed(app)
    assert "About " not in html(app, "patterns")
    assert_fine(app)


def test_the_card_of_the_painted_pattern_comes_on_request_and_goes_with_another(app):
    click_chart(app, KNEE)
    first, second, *_ = rows(app)
    assert CARD not in html(app)
    press(app, "about")
    assert where(first) in html(app, "patterns") and html(app).count(CARD) == 1
    click_chart(app, KNEE, "sacrum", seq=2)
    assert painted(app) == [first] and CARD in html(app), "it stays with its pattern"
    paint(app, second)
    assert CARD not in html(app)
    press(app, "about")
    assert where(second) in html(app, "patterns") and where(first) not in html(app)
    assert_fine(app)


CARD = 'class="card"'


def where(pattern: str) -> str:
    """Where the point of a pattern lies, as its card says it."""
    return str(escape(REAL.trigger_points[state.split(pattern)[0]].point.where))


def test_nothing_stays_painted_on_purpose_until_the_marks_change(app):
    click_chart(app, KNEE)
    paint(app, rows(app)[0])
    assert painted(app) == [] and drawn(app)["shown"]["paint"] == "none"
    app.run()
    assert painted(app) == []
    click_chart(app, KNEE, "sacrum", seq=2)
    assert painted(app) == [top_of(KNEE, "sacrum")] == [drawn(app)["shown"]["paint"]]


def test_the_other_trigger_points_of_a_painted_muscle_can_be_painted(app):
    click_chart(app, KNEE)
    assert painted(app) == ["rectus_femoris_upper@right"]
    assert offered(app, "pattern_pills")[:2] == ["Upper", "Lower"]
    tap(app, "pattern_pills", "point_rectus_femoris_lower@right")
    assert painted(app) == ["rectus_femoris_lower@right"]
    assert offered(app, "pattern_pills")[:2] == ["Upper", "Lower"], "the muscle stays open"
    paint(app, "rectus_femoris_upper@right")
    assert app.session_state.painted is None


def test_a_painted_pattern_stays_with_a_further_mark_and_goes_with_its_last(app):
    click_chart(app, KNEE)
    pattern = rows(app)[1]
    paint(app, pattern)
    click_chart(app, KNEE, "heel_sole.right", seq=2)
    assert app.session_state.painted == pattern != top_of(KNEE, "heel_sole.right")
    click_chart(app, "heel_sole.right", seq=3)
    assert painted(app) == [top_of("heel_sole.right")]
    click_chart(app, seq=4)
    assert app.session_state.painted is None and painted(app) == []
    assert_fine(app)


def test_a_view_that_draws_more_of_the_painted_pattern_is_one_tap_away(app):
    click_chart(app, "heel_sole.right")
    [first, *_] = [label for label in offered(app, "pattern_pills") if label in LAYOUTS]
    tap(app, "pattern_pills", f"see_{first}")
    assert_fine(app)
    assert app.session_state.layout == first and first not in offered(app, "pattern_pills")


def test_the_muscle_pages_of_the_painted_pattern_and_of_what_lies_here_are_one_tap_away():
    for opens, row, choice, muscle in (
        ("nerve", "pattern_pills", "muscle", "rectus_femoris"),
        ("under", "lies_pills", "vastus_lateralis", "vastus_lateralis"),
    ):
        app = tap(tap(opened_at(KNEE), "also_pills", opens), row, choice)
        assert_fine(app)
        assert app.session_state.page == "muscles" and app.session_state.muscle == muscle


def test_the_muscles_that_lie_under_the_marks_are_named_as_no_sign(app):
    click_chart(app, KNEE)
    [line] = [line for line in offered(app, "also_pills") if "Muscles under this place" in line]
    names = [REAL.muscles[muscle].name for muscle in data.under("knee_front")]
    assert names[0] in line
    assert "not a sign that the pain comes from them" in labels(app)["also_pills"]
    tap(app, "also_pills", "under")
    assert offered(app, "lies_pills") == names
    assert "it also lies here" in painting(app)["rectus_femoris_upper@right"]


def test_a_midline_mark_alone_paints_without_a_side(app):
    click_chart(app, "sacrum")
    assert rows(app)[0].endswith("@")
    assert_fine(app)
    assert app.session_state.painted.endswith("@")
    [pattern] = drawn(app)["patterns"]
    assert pattern["side"] == "right" and "(drawn on the right)" in pattern["title"]
    assert where(app.session_state.painted) in html(press(app, "about"), "patterns")


# ---- pins ---------------------------------------------------------------------------------------------------


def pin_first(app: AppTest, count: int) -> list[str]:
    """Pin the patterns of the first muscles; the last of them stays painted."""
    pinned = []
    for pattern in rows(app)[:count]:
        if app.session_state.painted != pattern:
            paint(app, pattern)
        tap(app, "pattern_pills", "pin")
        pinned.append(app.session_state.painted)
    assert app.session_state.pinned == pinned == rows(app)[:count]
    return pinned


def unpins(app: AppTest) -> list[str]:
    """The patterns that can be taken away from the body, as the buttons name them."""
    pinned = [title(REAL, pattern) for pattern in app.session_state.pinned]
    return [label for label in offered(app, "pattern_pills") if label in pinned]


def test_three_patterns_can_be_pinned_and_a_fourth_is_painted_beside_them(app):
    click_chart(app, "low_back.left")
    assert "Pin to compare" in offered(app, "pattern_pills")
    pinned = pin_first(app, state.MOST_PINNED)
    paint(app, rows(app)[state.MOST_PINNED])
    assert_fine(app)
    assert "Pin to compare" not in offered(app, "pattern_pills")
    assert painted(app) == [*pinned, app.session_state.painted]
    assert [pattern["pinned"] for pattern in drawn(app)["patterns"]] == [True, True, True, False]
    assert drawn(app)["shown"]["pins"] == ",".join(pinned)


def test_a_pin_is_taken_away_by_its_name(app):
    click_chart(app, "low_back.left")
    first, second, third = pin_first(app, 3)
    assert unpins(app) == [title(REAL, pattern) for pattern in (first, second, third)]
    tap(app, "pattern_pills", f"unpin_{third}")
    assert app.session_state.pinned == [first, second] and painted(app) == [first, second, third]
    assert "Pin to compare" in offered(app, "pattern_pills"), "the painted one can be pinned again"
    tap(app, "pattern_pills", f"unpin_{first}")
    assert app.session_state.pinned == [second]
    assert painted(app) == [second, third]


def test_a_pinned_pattern_stays_when_no_mark_calls_for_it_and_goes_with_the_last_mark(app):
    click_chart(app, KNEE)
    [pinned] = pin_first(app, 1)
    click_chart(app, "heel_sole.left", seq=2)
    assert painted(app) == [pinned, top_of("heel_sole.left")]
    click_chart(app, seq=3)
    assert app.session_state.pinned == [] == drawn(app)["patterns"]


def test_a_pin_can_be_taken_away_also_where_no_pattern_is_drawn(app):
    bare = next(mark for mark in EVERY_MARK if not patterns.found(REAL, places(mark)))
    click_chart(app, KNEE)
    [pinned] = pin_first(app, 1)
    click_chart(app, bare, seq=2)
    assert painted(app) == [pinned]
    assert unpins(app), "what is painted must have a way to go"


# ---- the map and its crosses --------------------------------------------------------------------------------


def test_the_map_without_marks_or_patterns_paints_nothing(app):
    app.toggle(key="map").set_value(True).run()
    assert_fine(app)
    assert "map" not in drawn(app)
    bare = next(mark for mark in EVERY_MARK if not patterns.found(REAL, places(mark)))
    assert "map" not in drawn(click_chart(app, bare))
    assert "map" in drawn(click_chart(app, KNEE, seq=2))


def test_the_map_shows_a_cross_for_each_pattern_and_counts_where_they_lie(app):
    click_chart(app, KNEE)
    app.toggle(key="map").set_value(True).run()
    assert_fine(app)
    found = patterns.found(REAL, places(KNEE))
    assert [cross["id"] for cross in drawn(app)["crosses"]] == [f"{row.trigger_point}@{row.side}" for row in found]
    counts = drawn(app)["map"]["counts"]
    assert counts and all(place in set(EVERY_MARK) and place.endswith(".right") for place in counts)
    assert max(counts.values()) <= len(found) <= sum(counts.values())
    assert drawn(app)["patterns"] == []


def test_on_the_map_a_midline_mark_has_crosses_on_both_sides(app):
    click_chart(app, "sacrum")
    app.toggle(key="map").set_value(True).run()
    crosses = drawn(app)["crosses"]
    assert [cross["side"] for cross in crosses] == ["left", "right"] * len(patterns.found(REAL, places("sacrum")))
    counts = drawn(app)["map"]["counts"]
    assert counts == {str(Place.of(place).mirrored()): count for place, count in counts.items()}


def test_a_cross_of_the_map_opens_its_pattern_and_the_map_makes_room(app):
    click_chart(app, KNEE)
    app.toggle(key="map").set_value(True).run()
    open_cross(app, "vastus_medialis_1@right")
    assert_fine(app)
    assert app.session_state.painted == "vastus_medialis_1@right"
    assert app.toggle(key="map").value is False
    assert painted(app) == ["vastus_medialis_1@right"]
    assert "map" not in drawn(app)
    assert "About Vastus medialis" in html(app, "patterns")


def test_a_click_on_a_cross_counts_once(app):
    click_chart(app, KNEE)
    open_cross(app, "vastus_medialis_1@right")
    app.toggle(key="map").set_value(True).run()
    assert app.toggle(key="map").value is True, "an old click does not close the map again"


@pytest.mark.parametrize("point", ["tail_1@right", "vastus_medialis_1", "vastus_medialis_1@up", "<b>@right", "", None])
def test_a_cross_that_does_not_exist_opens_nothing(app, point):
    click_chart(app, KNEE)
    open_cross(app, point)
    assert_fine(app)
    assert painted(app) == [top_of(KNEE)]


def test_a_pattern_that_no_mark_calls_for_is_not_opened(app):
    click_chart(app, KNEE)
    open_cross(app, "masseter_deep@right")
    assert painted(app) == [top_of(KNEE)]


def test_the_map_goes_with_the_last_mark(app):
    click_chart(app, KNEE)
    app.toggle(key="map").set_value(True).run()
    click_chart(app, seq=2)
    assert app.toggle(key="map").value is False
    click_chart(app, KNEE, seq=3)
    assert "map" not in drawn(app)


# ---- taking it along ----------------------------------------------------------------------------------------


def test_the_report_is_made_of_the_newest_marks(app, monkeypatch):
    offers, made = [], []
    monkeypatch.setattr(take_along, "report_file", lambda dataset, chart, asked, *rest: made.append(asked.marks) or b"")
    monkeypatch.setattr(take_along.st, "download_button", lambda *args, data, key, **rest: offers.append((key, data)))
    app.run()
    offer = dict(offers)["report"]
    click_chart(app, KNEE)
    offer()
    click_chart(app, KNEE, "sacrum", seq=2)
    offer()
    assert made == [places(KNEE), places(KNEE, "sacrum")]


def test_the_report_says_the_marks_and_the_way_back(app):
    click_chart(app, KNEE)
    assert "Report as PDF, one page" in [button.label for button in app.get("download_button")]
    link = take_along.link_to(places(KNEE, "sacrum"))
    asked = Asked(places(KNEE, "sacrum"), dt.date(2026, 11, 27), link)
    [page] = pypdf.PdfReader(io.BytesIO(report_file(REAL, data.chart(), asked, "x.pdf"))).pages
    said = page.extract_text()
    assert "Front of the knee, right" in said and "Sacrum" in said and f"/?marks={KNEE},sacrum" in said
    links = [note.get_object()["/A"]["/URI"] for note in page.get("/Annots") or ()]
    assert all(address.startswith("http") for address in links), "an address without a server opens nothing"


# ---- finding a place in words -------------------------------------------------------------------------------


def choose(app: AppTest, kind: str, id_: str, side: str | None = None, seq: int = 1) -> AppTest:
    """What the search sends when an answer is chosen."""
    app.session_state[state.SEARCH] = {"chosen": {"seq": seq, "kind": kind, "id": id_, "side": side}}
    return app.run()


def test_a_place_chosen_in_the_search_is_marked_and_never_unmarked(app):
    choose(app, "region", "knee_front", "right")
    assert_fine(app)
    assert chart_state(app)["marks"] == [KNEE]
    assert chart_state(app)["revision"] == 2, "the picture must follow"
    choose(app, "region", "knee_front", "right", seq=2)
    assert chart_state(app)["marks"] == [KNEE] and chart_state(app)["revision"] == 2
    choose(app, "region", "tailbone", seq=3)
    assert chart_state(app)["marks"] == [KNEE, "tailbone"]


def test_a_choice_counts_once(app):
    choose(app, "region", "knee_front", "right")
    click_chart(app)
    assert app.session_state.marks == []


@pytest.mark.parametrize(
    "message",
    [
        None,
        "knee",
        {"kind": "region", "id": "knee_front"},
        {"seq": 1, "kind": "region", "id": "knee"},
        {"seq": 1, "kind": "region", "id": "knee_front", "side": "middle"},
        {"seq": 1, "kind": "region", "id": "knee_front"},
        {"seq": 1, "kind": "region", "id": "tailbone", "side": "left"},
        {"seq": 1, "kind": "muscle", "id": "soles"},
        {"seq": 1, "kind": "muscle", "id": ["soleus"]},
        {"seq": 1, "kind": "condition", "id": "ill"},
        {"seq": 1, "kind": "group", "id": "glutes"},
        {"seq": True, "kind": "region", "id": "tailbone"},
    ],
)
def test_a_choice_of_nothing_known_does_nothing(app, message):
    app.session_state[state.SEARCH] = {"chosen": message}
    app.run()
    assert_fine(app)
    assert app.session_state.marks == [] and app.session_state.page == "explore"


def test_a_condition_and_a_muscle_chosen_in_the_search_open_their_page(app):
    click_chart(app, KNEE)
    choose(app, "condition", "plantar_heel_pain")
    assert_fine(app)
    assert app.session_state.page == "injuries" and app.session_state.marks == [KNEE]
    choose(app, "muscle", "soleus", seq=2)
    assert_fine(app)
    assert app.session_state.page == "muscles"


def test_the_index_of_the_search_is_made_once(app):
    assert data.search_index() is data.search_index()
    assert json.loads(data.search_index())["entries"]


def test_every_place_is_in_the_list_of_places(app):
    app.toggle(key="place_list").set_value(True).run()
    listed: list[str] = []
    for group in app.selectbox(key="place_group").options:
        app.selectbox(key="place_group").select(group).run()
        assert_fine(app)
        listed += [key.removeprefix("list_") for key in keys(app, "list_")]
    assert sorted(listed) == sorted(EVERY_MARK)


def test_the_list_of_places_marks_and_unmarks(app):
    app.toggle(key="place_list").set_value(True).run()
    first = keys(app, "list_")[0]
    app.button(key=first).click().run()
    assert app.session_state.marks == [first.removeprefix("list_")]
    app.button(key=first).click().run()
    assert app.session_state.marks == []
    app.toggle(key="place_list").set_value(False).run()
    assert not keys(app, "list_")


# ---- broken data --------------------------------------------------------------------------------------------


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the data folder to break; the app reads it instead of the real one."""
    folder = Path(shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("source", "cuts")))
    monkeypatch.setattr(data, "DATA", folder)
    st.cache_resource.clear()
    yield folder
    st.cache_resource.clear()


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


BREAKS = {
    "no chart": (lambda d: shutil.rmtree(d / "body"), "make chart"),
    "a missing view": (lambda d: (d / "body" / "sole.geojson").unlink(), "sole.geojson"),
    "a damaged view": (lambda d: (d / "body" / "sole.geojson").write_text("{", encoding="utf-8"), "sole.geojson"),
    "a missing close-up": (lambda d: (d / "body" / "hand_back.geojson").unlink(), "hand_back.geojson:1: the file"),
    "a damaged close-up": (
        lambda d: (d / "body" / "hand_back.geojson").write_text("{", encoding="utf-8"),
        "hand_back.geojson:1: is not a chart view",
    ),
    "a region that the chart alone knows": (
        lambda d: rewrite(d / "body" / "hand_back.geojson", '"kind":"region","id":"', '"kind":"region","id":"old_'),
        "which is not in regions.yaml",
    ),
}


@pytest.mark.parametrize(("damage", "said"), BREAKS.values(), ids=BREAKS)
def test_a_broken_chart_shows_what_is_wrong_instead_of_the_page(broken, damage, said, monkeypatch):
    load = data.load
    monkeypatch.setattr(data, "load", lambda folder: REAL if (folder / "body").exists() else load(folder))
    damage(broken)
    assert_says(AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run(), said)


def assert_says(app: AppTest, said: str) -> None:
    """The page says what is wrong with the data, and nothing else."""
    assert not app.exception
    assert [error.value.partition(".")[0] for error in app.error] == ["The data cannot be used yet"]
    assert said in app.code[0].value
    assert not app.button


def test_broken_data_are_named_each_with_its_file_and_the_app_recovers_when_they_are_mended(broken):
    (broken / "conditions.yaml").rename(broken / "away.yaml")
    rewrite(broken / "trigger_points.yaml", "knee_front", "knee_frnot")
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert_says(app, "conditions.yaml")
    assert_says(app, "knee_frnot")
    (broken / "away.yaml").rename(broken / "conditions.yaml")
    rewrite(broken / "trigger_points.yaml", "knee_frnot", "knee_front")
    assert_fine(app.run())


def test_every_injury_felt_at_the_marks_leads_to_its_page(app):
    click_chart(app, "calf_inner.left", "hip_front.left")
    felt = injuries_first(REAL, places(*app.session_state.marks))
    names = [condition.plain_name for condition in felt]
    assert len(felt) > felt_here.FIRST
    assert offered(app, "injury_pills") == [*names[: felt_here.FIRST], f"{len(felt) - felt_here.FIRST} more"]
    tap(app, "injury_pills", "more")
    assert offered(app, "injury_pills") == names
    tap(app, "injury_pills", felt[-1].id)
    assert_fine(app)
    assert "<h1>Injuries</h1>" in html(app)
    assert f"<h2>{escape(felt[-1].plain_name)}</h2>" in html(app)
    assert app.session_state.marks, "the marks come along"


def test_injuries_fold_again_with_the_next_mark(app):
    click_chart(app, "calf_inner.left", "hip_front.left")
    tap(app, "injury_pills", "more")
    click_chart(app, "calf_inner.left", seq=2)
    assert len(offered(app, "injury_pills")) == felt_here.FIRST + 1


def test_the_picture_is_told_how_much_the_answer_holds(app):
    click_chart(app, KNEE)
    assert drawn(app)["counts"] == {
        "warnings": len(signs(REAL, places(KNEE)).every),
        "muscles": len(listed([KNEE])),
        "injuries": len(injuries_first(REAL, places(KNEE))),
    }


def test_no_two_buttons_of_a_row_can_be_called_the_same():
    """People tell the buttons of a row apart by what they say."""
    for names in (
        [muscle.name for muscle in REAL.muscles.values()],
        [condition.plain_name for condition in REAL.conditions.values()],
        [REAL.your_name_of(Place.of(mark)) for mark in EVERY_MARK],
        *([*(point.label for point in muscle.trigger_points), *LAYOUTS] for muscle in REAL.muscles.values()),
    ):
        assert len(set(names)) == len(names)


def test_a_link_to_a_place_that_the_whole_body_does_not_draw_opens_the_view_that_does():
    for marks, layout in (("heel_sole.right", "Foot"), (f"{KNEE},heel_sole.right", "Whole body")):
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        app.query_params["marks"] = marks
        app.run()
        assert_fine(app)
        assert app.session_state.layout == layout
