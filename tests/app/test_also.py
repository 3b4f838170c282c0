"""Beside muscles: nerve roots, nerves, joints and discs at the marks, in a line each; organs with the warning signs."""

from __future__ import annotations

import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from bodymap.ask.refers import refers
from bodymap.place import Place
from bodymap.tell.wording import GRADES, KINDS_SHORT
from components import state
from components.explore.also import MOST_LETTERS, UNDER
from components.shared.painting import area_of
from tests.acting import offered, paint, painting, parts, pressed, tap
from tests.app.test_explore import (
    EVERY_MARK,
    KNEE,
    assert_fine,
    click_chart,
    drawn,
    html,
    linked,
    open_cross,
    opened_at,
    painted,
    places,
    top_of,
)
from tests.real import REAL

THUMB, FOREARM, BACK = "thumb_front.right", "forearm_thumb_side.right", "low_back.left"
SCALENE, PAIN, TOUCH = "scalenes_anterior@right", "root_c6@right", "root_c6_touch@right"
DISC = "disc_lumbar_lower@"


@pytest.fixture
def app() -> AppTest:
    """The page with a mark on the thumb and one on the forearm."""
    return opened_at(f"{THUMB},{FOREARM}")


def members(app: AppTest) -> list[str]:
    """The areas that are listed as buttons."""
    return [id_ for id_ in (state.split(pattern)[0] for pattern in painting(app)) if id_ in REAL.areas]


@pytest.mark.parametrize("marks", [[KNEE], [BACK], [THUMB, FOREARM], ["sternum"], ["neck_side.right"]])
def test_every_kind_adds_one_line_and_nothing_else_until_it_is_opened(marks):
    app = opened_at(",".join(marks))
    assert_fine(app)
    found = {row.kind for row in refers(REAL, places(*marks))}
    lines = offered(app, "also_pills")
    heads = [head for kind, head in KINDS_SHORT.items() if kind in found]
    assert [line.partition(":")[0] for line in lines][: len(heads)] == heads
    assert [line for line in lines[len(heads) :] if not line.startswith("Muscles under")] == []
    assert not members(app) and not any("organ" in line.lower() for line in lines)


def test_a_line_names_what_fits_on_it_and_counts_nothing():
    for mark in EVERY_MARK[::9]:
        for line in offered(opened_at(mark), "also_pills"):
            names = line.partition(": ")[2]
            assert names and (len(line) <= MOST_LETTERS or ", " not in names.partition(" (")[0])


def test_pain_of_a_root_and_the_skin_that_it_feels_are_kept_apart(app):
    tap(app, "also_pills", "nerve_root")
    assert_fine(app)
    assert members(app) == ["root_c6", "root_c5_touch", "root_c6_touch"], "pain first, each from head to foot"
    text = html(app, "patterns")
    assert text.index("Pain of a root:") < text.index("Skin that a root feels (touch):")


def test_one_kind_is_open_at_a_time_and_closes_by_its_line_or_with_the_next_mark(app):
    tap(app, "also_pills", "nerve")
    assert {REAL.areas[id_].kind for id_ in members(app)} == {"nerve"}
    tap(app, "also_pills", "nerve_root")
    assert {REAL.areas[id_].kind for id_ in members(app)} == {"nerve_root"}
    tap(app, "also_pills", "nerve_root")
    assert members(app) == []
    tap(app, "also_pills", UNDER)
    assert offered(app, "lies_pills")
    click_chart(app, THUMB)
    assert members(app) == [] == offered(app, "lies_pills")


def test_an_area_is_painted_like_a_muscle_and_taken_away_by_its_button(app):
    tap(app, "also_pills", "nerve_root")
    paint(app, PAIN)
    assert_fine(app)
    [pattern] = drawn(app)["patterns"]
    assert (pattern["id"], pattern["texture"], pattern["title"]) == (PAIN, "nerve_root", "C6 nerve root, right")
    assert pressed(app) == [PAIN], "the row is marked"
    paint(app, PAIN)
    assert painted(app) == [] == pressed(app) and app.session_state.painted is None


def test_nothing_but_a_muscle_is_painted_unasked():
    bare = next(m for m in EVERY_MARK if top_of_muscles(m) is None and refers(REAL, places(m), tuple(KINDS_SHORT)))
    app = opened_at(bare)
    assert_fine(app)
    assert painted(app) == [] and offered(app, "also_pills")


def top_of_muscles(mark: str) -> str | None:
    rows = refers(REAL, places(mark), ("muscle",))
    return top_of(mark) if rows else None


@pytest.mark.parametrize("area", [PAIN, TOUCH])
def test_the_painted_one_says_what_is_more_often_described_with_it_by_whom_and_that_it_is_a_draft(area):
    app = linked(marks=f"{THUMB},{FOREARM}", paint=area)
    root = REAL.nerve_roots["root_c6"]
    text = html(app, "patterns")
    [line] = [part for part in text.split("<p") if part.startswith(' class="with-it"')]
    assert root.pain and escape(root.often_with.rstrip(".")) in line and "(Kang 2020; Childress 2016)." in line
    assert GRADES[root.pain.grade if area == PAIN else root.grade] in line and "Draft, not reviewed." in line


def test_what_a_link_paints_stands_in_its_open_kind():
    app = linked(marks=f"{THUMB},{FOREARM}", paint=TOUCH, pins=f"{SCALENE},{PAIN}")
    assert_fine(app)
    assert painted(app) == [SCALENE, PAIN, TOUCH]
    assert "root_c6_touch" in members(app)
    assert drawn(app)["shown"]["paint"] == TOUCH and drawn(app)["shown"]["pins"] == f"{SCALENE},{PAIN}"


def test_three_of_any_kind_are_pinned_and_taken_away_by_name():
    app = linked(marks=BACK, paint="facet_l4_5@left", pins="multifidus_lumbar@left")
    tap(app, "pattern_pills", "pin")
    tap(app, "also_pills", "disc")
    paint(app, DISC)
    tap(app, "pattern_pills", "pin")
    assert_fine(app)
    assert app.session_state.pinned == ["multifidus_lumbar@left", "facet_l4_5@left", DISC]
    assert [p.get("texture") for p in drawn(app)["patterns"]] == [None, "joint", "disc"]
    assert drawn(app)["patterns"][2]["title"] == "Lumbar discs L4-5 and L5-S1", "it has no side"
    tap(app, "pattern_pills", "unpin_facet_l4_5@left")
    assert app.session_state.pinned == ["multifidus_lumbar@left", DISC]


def test_an_area_that_no_mark_calls_for_is_not_painted_and_an_organ_never_is():
    for asked in ("root_s1@right", "organ_heart@left", "root_c6@left"):
        assert painted(linked(marks=THUMB, paint=asked)) == [top_of(THUMB)]
    app = opened_at("sternum")
    open_cross(app, "organ_heart@")
    assert painted(app) == [top_of("sternum")]


@pytest.mark.parametrize(
    ("mark", "area", "parameter"),
    [
        (THUMB, PAIN, {"root": "root_c6"}), (THUMB, TOUCH, {"root": "root_c6"}),
        (BACK, "facet_l4_5@left", {"joint": "facet_l4_5"}), (BACK, DISC, {"disc": "disc_lumbar_lower"}),
        (BACK, "nerve_cluneal_superior@left", {"nerve": "nerve_cluneal_superior"}),
    ],
)  # fmt: skip
def test_the_page_of_the_painted_one_is_one_tap_away(mark, area, parameter):
    app = tap(linked(marks=mark, paint=area), "pattern_pills", "referral")
    assert not app.exception
    assert app.session_state.page == "muscles"
    assert {name: app.query_params[name] for name in parameter} == parameter


def test_the_map_of_the_marks_is_about_trigger_points_only(app):
    app.toggle(key="map").set_value(True).run()
    assert all(state.split(cross["id"])[0] in REAL.trigger_points for cross in drawn(app)["crosses"])


def test_organs_stand_folded_with_the_warning_signs_emergencies_first():
    app = opened_at(BACK)
    assert list(parts(app)).index("red_flags") < list(parts(app)).index("patterns")
    text = html(app, "red_flags")
    at_once, _, rest = text.partition("<summary>Organs felt here</summary>")
    organs = [REAL.organs[row.id] for row in refers(REAL, places(BACK), ("organ",))]
    assert organs and all(escape(organ.seek_help_if) in rest for organ in organs)
    assert not any(escape(organ.seek_help_if) in at_once for organ in organs)
    order = sorted(organs, key=lambda organ: rest.index(str(escape(organ.seek_help_if))))
    urgencies = [("emergency", "urgent", "see_doctor").index(organ.urgency) for organ in order]
    assert urgencies == sorted(urgencies) and len(set(urgencies)) > 1
    assert "<details" not in html(opened_at(KNEE), "red_flags").partition("Organs")[2]


def test_every_area_at_every_place_has_a_name_that_the_page_knows():
    for mark in EVERY_MARK:
        for row in refers(REAL, [Place.of(mark)], tuple(KINDS_SHORT)):
            assert state.split(area_of(row))[0] in REAL.drawn
