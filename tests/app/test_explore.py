"""The page as people use it, run by Streamlit's own test runner, without a browser."""

from __future__ import annotations

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

from bodymap.ask.conditions import felt_here
from bodymap.ask.match import by_muscle
from bodymap.body.scene import LAYOUTS
from bodymap.data.signs import Time
from bodymap.place import Place
from components import data, state
from components.explore import patterns, take_along
from tests.real import REAL

ROOT = Path(__file__).resolve().parents[2]
EVERY_MARK = [str(place) for place in REAL.every_place()]
KNEE, OTHER_KNEE = "knee_front.right", "knee_front.left"


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
    """What the state mount of the picture was given: marks, painted patterns, the map."""
    mounts = {node.key: node for node in walk(app.main) if node.type == "bidi_component"}
    drawn = {**json.loads(mounts["chart_state"].proto.json), **json.loads(mounts["chart_paint"].proto.json)}
    return {name: value for name, value in drawn.items() if value is not None}


def rows(app: AppTest) -> list[Any]:
    """The buttons of the listed muscles."""
    return [button for button in app.button if (button.key or "").startswith("paint_")]


def listed(marks: list[str]) -> list[str]:
    """The keys of all muscles' buttons for these marks, in order: each muscle with its best pattern."""
    best = [group.patterns[0] for group in by_muscle(patterns.found(REAL, places(*marks)))]
    return [f"paint_{row.trigger_point}_{row.side or 'any'}" for row in best]


def children(block: Any) -> list[Any]:
    return [child for _, child in sorted(getattr(block, "children", {}).items())]


def walk(block: Any) -> Iterator[Any]:
    yield block
    for child in children(block):
        yield from walk(child)


def keyed(app: AppTest, key: str) -> Any:
    """The container with a key."""
    [found] = [node for node in walk(app.main) if getattr(node, "key", None) == key and hasattr(node, "children")]
    return found


def html(block: Any) -> str:
    """All HTML and plain text in a block, in order."""
    return "\n".join(str(node.value) for node in walk(block) if node.type in ("html", "markdown", "caption"))


def keys(app: AppTest, start: str) -> list[str]:
    return [button.key for button in app.button if (button.key or "").startswith(start)]


def chart_state(app: AppTest) -> dict[str, Any]:
    """What the state mount of the picture was last given, as Python wrote it."""
    return {name: app.session_state[name] for name in ("marks", "revision", "ack")}


def assert_fine(app: AppTest) -> None:
    assert not app.exception and not app.error


# ---- first visit --------------------------------------------------------------------------------------------


def test_the_first_run_shows_notice_chart_and_welcome(app):
    assert_fine(app)
    assert 'class="notice"' in html(app.main) and "emergency number" in html(app.main)
    assert [node.key for node in walk(app.main) if node.type == "bidi_component"] == [
        "find_place",
        "chart",
        "chart_state",
        "chart_paint",
    ]
    assert "Where does it hurt?" in html(keyed(app, "marks"))
    assert chart_state(app) == {"marks": [], "revision": 1, "ack": 0}
    assert not [key for key in ("red_flags", "patterns", "injuries") if key in containers(app)]


def test_the_examples_of_the_welcome_lead_to_patterns(app):
    for example in keys(app, "try_"):
        fresh = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
        fresh.button(key=example).click().run()
        assert_fine(fresh)
        assert fresh.session_state.marks == [example.removeprefix("try_")]
        assert keys(fresh, "paint_"), example


def test_nothing_is_put_into_the_address(app):
    click_chart(app, KNEE)
    assert not app.query_params


# ---- marks --------------------------------------------------------------------------------------------------


def containers(app: AppTest) -> list[str]:
    """The keys of the parts of the page, in the order in which they are shown."""
    wanted = {"picture", "marks", "red_flags", "patterns", "injuries"}
    return [node.key for node in walk(app.main) if getattr(node, "key", None) in wanted and hasattr(node, "children")]


def test_a_click_shows_warning_signs_before_patterns_before_injuries(app):
    click_chart(app, KNEE)
    assert_fine(app)
    assert app.session_state.marks == [KNEE]
    assert containers(app) == ["picture", "marks", "red_flags", "patterns", "injuries"]
    assert keys(app, "unmark_") == [f"unmark_{KNEE}"]


def test_emergency_signs_are_open_and_first(app):
    click_chart(app, "calf_inner.left")
    shown = html(keyed(app, "red_flags"))
    emergencies = [f for f in REAL.flags_of_region("calf_inner") if f.time is Time.NOW]
    assert emergencies, "the calf has emergency signs"
    assert "<strong>Now:</strong>" in shown
    assert all(flag.brief in shown or flag.short in shown for flag in emergencies)


@pytest.mark.parametrize(
    "marks", [[KNEE], [KNEE, OTHER_KNEE], ["sacrum"], ["thigh_outer_middle.right", "knee_outer.right"]]
)
def test_muscles_are_listed_best_first_each_once_with_its_reason(app, marks):
    click_chart(app, *marks)
    expected = listed(marks)
    assert keys(app, "paint_") == expected[: patterns.FIRST]
    assert f"{len(expected)} muscles described here" in html(keyed(app, "patterns"))
    said = ("primary here", "spillover here") if len(marks) == 1 else (f"of your {len(marks)} places: ",)
    assert rows(app) and all(any(words in row.label for words in said) for row in rows(app))


def test_bands_head_the_list_each_once_and_in_order(app):
    click_chart(app, "calf_lower.left", "achilles.left", "heel_sole.left")
    assert re.findall('class="band">(.*?)<', html(keyed(app, "patterns"))) == [
        "Mainly felt in most of the places you marked",
        "Mainly felt in some of the places you marked",
        "Can spill over to what you marked",
    ]
    click_chart(app, "heel_sole.left", seq=2)
    headings = re.findall('class="band">(.*?)<', html(keyed(app, "patterns")))
    assert headings == ["Mainly felt here", "Can spill over to here"]


def test_more_muscles_come_on_request_and_fold_again_with_the_next_mark(app):
    marks = ["shoulder_front.right", "upper_back.right"]
    click_chart(app, *marks)
    assert len(listed(marks)) > patterns.FIRST == len(keys(app, "paint_"))
    app.button(key="show_all_patterns").click().run()
    assert keys(app, "paint_") == listed(marks)
    click_chart(app, "shoulder_front.right", seq=2)
    assert len(keys(app, "paint_")) == patterns.FIRST


def test_marks_that_no_pattern_explains_are_named(app):
    bare = [mark for mark in EVERY_MARK if not patterns.found(REAL, places(mark))][:2]
    click_chart(app, KNEE)
    assert "No pattern is drawn in" not in html(keyed(app, "patterns"))
    click_chart(app, bare[0], KNEE, bare[1], seq=2)
    names = f"{REAL.name_of(Place.of(bare[0]))}; {REAL.name_of(Place.of(bare[1]))}."
    assert f"<strong>No pattern is drawn in:</strong> {names}" in html(keyed(app, "patterns"))


def test_a_place_without_patterns_still_shows_signs_and_injuries(app):
    bare = next(m for m in EVERY_MARK if not patterns.found(REAL, places(m)))
    click_chart(app, bare)
    assert_fine(app)
    assert not keys(app, "paint_")
    assert "No pattern" in html(keyed(app, "patterns"))
    assert containers(app)[-3:] == ["red_flags", "patterns", "injuries"]


def test_a_second_click_with_fewer_marks_takes_one_away(app):
    click_chart(app, KNEE, OTHER_KNEE)
    assert app.session_state.marks == [KNEE, OTHER_KNEE]
    click_chart(app, OTHER_KNEE, seq=2)
    assert app.session_state.marks == [OTHER_KNEE]
    click_chart(app, seq=3)
    assert app.session_state.marks == []
    assert "Where does it hurt?" in html(keyed(app, "marks"))


def test_the_list_takes_marks_away_and_the_picture_follows(app):
    click_chart(app, KNEE, OTHER_KNEE)
    app.button(key=f"unmark_{KNEE}").click().run()
    assert chart_state(app) == {"marks": [OTHER_KNEE], "revision": 2, "ack": 1}
    app.button(key="clear_marks").click().run()
    assert chart_state(app) == {"marks": [], "revision": 3, "ack": 1}
    assert_fine(app)


def test_a_click_is_taken_once(app):
    click_chart(app, KNEE)
    app.button(key="clear_marks").click().run()
    app.run()
    assert app.session_state.marks == []


def test_a_click_on_an_older_picture_is_acknowledged_but_not_taken(app):
    click_chart(app, KNEE)
    app.button(key="clear_marks").click().run()
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
    app.button(key=keys(app, "paint_")[0]).click().run()
    for layout in LAYOUTS:
        app.button_group(key="layout").set_value([layout]).run()
        assert_fine(app)
        assert app.session_state.marks == [KNEE]
        assert app.session_state.painted


# ---- marks in the address -----------------------------------------------------------------------------------


def test_marks_in_the_address_are_set_and_drawn(app):
    app = opened_at(f"{KNEE},sacrum")
    assert_fine(app)
    assert app.session_state.marks == [KNEE, "sacrum"] == drawn(app)["marks"]
    assert keys(app, "unmark_") == [f"unmark_{KNEE}", "unmark_sacrum"]
    assert "does not know" not in html(app.main)


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
def test_an_unknown_mark_in_the_address_is_left_out_with_a_quiet_note_and_never_shown(unknown):
    app = opened_at(f"{unknown},{KNEE}")
    assert_fine(app)
    assert app.session_state.marks == [KNEE]
    assert "also named one place that this chart does not know" in html(keyed(app, "marks"))
    assert unknown not in html(app.main).replace(KNEE, "")
    assert drawn(app)["marks"] == [KNEE]


def test_an_address_of_unknown_marks_alone_opens_the_welcome_with_the_note():
    app = opened_at(",".join(UNKNOWN))
    assert_fine(app)
    assert app.session_state.marks == []
    assert "Where does it hurt?" in html(keyed(app, "marks"))
    assert f"also named {len(UNKNOWN)} places that this chart does not know" in html(keyed(app, "marks"))
    assert "script" not in html(app.main)


def test_a_mark_named_twice_in_the_address_is_set_once():
    assert opened_at(f"{KNEE},{KNEE}").session_state.marks == [KNEE]


def test_the_address_is_read_on_arrival_only():
    app = opened_at(KNEE)
    app.button(key="clear_marks").click().run()
    app.run()
    assert app.session_state.marks == [] == drawn(app)["marks"]


# ---- undo, sides, clear -------------------------------------------------------------------------------------


def test_undo_goes_back_one_step_at_a_time_and_the_picture_follows(app):
    assert "undo_marks" not in keys(app, "undo")
    click_chart(app, KNEE)
    click_chart(app, KNEE, "sacrum", seq=2)
    app.button(key="clear_marks").click().run()
    for marks in ([KNEE, "sacrum"], [KNEE], []):
        revision = app.session_state.revision
        app.button(key="undo_marks").click().run()
        assert_fine(app)
        assert drawn(app)["marks"] == marks and drawn(app)["revision"] == revision + 1
    assert "undo_marks" not in keys(app, "undo")


def test_the_other_side_mirrors_every_mark_and_leaves_the_midline(app):
    click_chart(app, KNEE, "sacrum", "heel_sole.left")
    app.button(key="mirror").click().run()
    assert drawn(app)["marks"] == [OTHER_KNEE, "sacrum", "heel_sole.right"]
    app.button(key="mirror").click().run()
    assert drawn(app)["marks"] == [KNEE, "sacrum", "heel_sole.left"]


def test_both_sides_adds_what_is_missing_and_is_then_not_offered(app):
    click_chart(app, KNEE, "sacrum")
    app.button(key="both_sides").click().run()
    assert drawn(app)["marks"] == [KNEE, "sacrum", OTHER_KNEE]
    assert "both_sides" not in keys(app, "both")


def test_the_midline_alone_has_no_other_side(app):
    click_chart(app, "sacrum")
    assert not keys(app, "mirror") and not keys(app, "both_sides")
    assert keys(app, "clear_marks")


def test_a_click_on_the_picture_before_an_undo_is_not_taken_again(app):
    click_chart(app, KNEE)
    app.button(key="undo_marks").click().run()
    click_chart(app, KNEE, OTHER_KNEE, seq=2, base=1)
    assert app.session_state.marks == []


# ---- painting -----------------------------------------------------------------------------------------------


def test_a_pattern_is_painted_by_its_button_and_taken_away_by_it(app):
    click_chart(app, KNEE)
    first, second, *_ = keys(app, "paint_")
    app.button(key=first).click().run()
    point, _, side = first.removeprefix("paint_").rpartition("_")
    assert app.session_state.painted == f"{point}@{side}"
    assert [(pattern["id"], pattern["slot"]) for pattern in drawn(app)["patterns"]] == [(f"{point}@{side}", 0)]
    assert escape(REAL.trigger_points[point].point.where) in html(keyed(app, "patterns"))
    app.button(key=second).click().run()
    assert app.session_state.painted not in (None, f"{point}@{side}")
    app.button(key=second).click().run()
    assert app.session_state.painted is None
    assert drawn(app)["patterns"] == []
    assert 'class="card"' not in html(keyed(app, "patterns"))
    assert_fine(app)


def test_the_other_trigger_points_of_a_painted_muscle_can_be_painted(app):
    click_chart(app, KNEE)
    app.button(key="paint_rectus_femoris_lower_right").click().run()
    assert keys(app, "point_") == ["point_rectus_femoris_lower_right", "point_rectus_femoris_upper_right"]
    app.button(key="point_rectus_femoris_upper_right").click().run()
    assert [pattern["id"] for pattern in drawn(app)["patterns"]] == ["rectus_femoris_upper@right"]
    assert keys(app, "point_"), "the muscle stays open"
    app.button(key="paint_rectus_femoris_lower_right").click().run()
    assert app.session_state.painted is None


def test_a_painted_pattern_stays_with_a_further_mark_and_goes_with_its_last(app):
    click_chart(app, KNEE)
    app.button(key=keys(app, "paint_")[0]).click().run()
    painted = app.session_state.painted
    click_chart(app, KNEE, "heel_sole.right", seq=2)
    assert app.session_state.painted == painted
    click_chart(app, "heel_sole.right", seq=3)
    assert app.session_state.painted is None
    assert drawn(app)["patterns"] == []
    assert_fine(app)


def test_a_midline_mark_alone_paints_without_a_side(app):
    click_chart(app, "sacrum")
    first = keys(app, "paint_")[0]
    assert first.endswith("_any")
    app.button(key=first).click().run()
    assert_fine(app)
    assert app.session_state.painted.endswith("@")
    [pattern] = drawn(app)["patterns"]
    assert pattern["side"] == "right" and "(drawn on the right)" in pattern["title"]
    assert 'class="card"' in html(keyed(app, "patterns"))


# ---- pins ---------------------------------------------------------------------------------------------------


def pin_first(app: AppTest, count: int) -> list[str]:
    """Pin the patterns of the first muscles; the last of them stays painted."""
    pinned = []
    for key in keys(app, "paint_")[:count]:
        app.button(key=key).click().run()
        app.button(key="pin").click().run()
        pinned.append(app.session_state.painted)
    assert app.session_state.pinned == pinned
    return pinned


def test_three_patterns_can_be_pinned_and_a_fourth_is_painted_beside_them(app):
    click_chart(app, "low_back.left")
    pinned = pin_first(app, state.MOST_PINNED)
    fourth = keys(app, "paint_")[state.MOST_PINNED]
    app.button(key=fourth).click().run()
    assert_fine(app)
    assert app.button(key="pin").disabled
    assert [(pattern["id"], pattern["slot"]) for pattern in drawn(app)["patterns"]] == [
        (pattern, slot) for slot, pattern in enumerate([*pinned, app.session_state.painted])
    ]


def test_a_pin_is_taken_away_on_its_row_or_in_the_line_of_pins(app):
    click_chart(app, "low_back.left")
    first, second, third = pin_first(app, 3)
    assert len(keys(app, "unpin_")) == 3 and not app.button(key="pin").disabled, "the painted one can be unpinned"
    app.button(key="pin").click().run()
    assert app.session_state.pinned == [first, second]
    app.button(key=f"unpin_{first.replace('@', '_')}").click().run()
    assert app.session_state.pinned == [second]
    assert [pattern["id"] for pattern in drawn(app)["patterns"]] == [second, third]


def test_a_pinned_pattern_stays_when_no_mark_calls_for_it_and_goes_with_the_last_mark(app):
    click_chart(app, KNEE)
    [pinned] = pin_first(app, 1)
    click_chart(app, "heel_sole.left", seq=2)
    assert app.session_state.painted is None
    assert [pattern["id"] for pattern in drawn(app)["patterns"]] == [pinned]
    click_chart(app, seq=3)
    assert app.session_state.pinned == [] == drawn(app)["patterns"]


def test_a_pin_can_be_taken_away_also_where_no_pattern_is_drawn(app):
    bare = next(mark for mark in EVERY_MARK if not patterns.found(REAL, places(mark)))
    click_chart(app, KNEE)
    [pinned] = pin_first(app, 1)
    click_chart(app, bare, seq=2)
    assert [pattern["id"] for pattern in drawn(app)["patterns"]] == [pinned]
    assert keys(app, "unpin_"), "what is painted must have a way to go"


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
    assert [pattern["id"] for pattern in drawn(app)["patterns"]] == ["vastus_medialis_1@right"]
    assert "map" not in drawn(app)
    assert 'class="card"' in html(keyed(app, "patterns"))


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
    assert app.session_state.painted is None


def test_a_pattern_that_no_mark_calls_for_is_not_opened(app):
    click_chart(app, KNEE)
    open_cross(app, "masseter_deep@right")
    assert app.session_state.painted is None and drawn(app)["patterns"] == []


def test_the_map_goes_with_the_last_mark(app):
    click_chart(app, KNEE)
    app.toggle(key="map").set_value(True).run()
    click_chart(app, seq=2)
    assert app.toggle(key="map").value is False
    click_chart(app, KNEE, seq=3)
    assert "map" not in drawn(app)


# ---- taking it along ----------------------------------------------------------------------------------------


def test_the_report_is_offered_with_marks_and_made_of_them(app):
    assert not app.get("download_button")
    click_chart(app, KNEE)
    assert [button.label for button in app.get("download_button")] == ["Report as PDF"]
    link = take_along.link_to(places(KNEE, "sacrum"))
    pages = pypdf.PdfReader(io.BytesIO(take_along._report(places(KNEE, "sacrum"), link))).pages
    assert "Front of the knee, right; Sacrum" in pages[0].extract_text()
    links = [note.get_object() for page in pages for note in page.get("/Annots") or ()]
    assert [note["/A"]["/URI"] for note in links if "/A" in note] == [f"/?marks={KNEE},sacrum"]


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
    felt = [c.id for c in felt_here(REAL, places(*app.session_state.marks))]
    pills = app.button_group(key="injury")
    assert len(pills.options) == len(felt) > 8
    pills.set_value(felt[-1]).run()
    assert_fine(app)
    assert [title.value for title in app.title] == ["Injuries"]
    assert app.session_state.marks, "the marks come along"


def test_a_link_to_a_place_that_the_whole_body_does_not_draw_opens_the_view_that_does():
    for marks, layout in (("heel_sole.right", "Foot"), (f"{KNEE},heel_sole.right", "Whole body")):
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        app.query_params["marks"] = marks
        app.run()
        assert_fine(app)
        assert app.session_state.layout == layout
