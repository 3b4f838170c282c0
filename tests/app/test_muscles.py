"""The muscle page: every muscle opens, is chosen by name or on the body, warnings first, figures on request."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components import state
from components.shared.muscle_card import muscle_card
from tests.acting import bodies, painting, tap
from tests.acting import told as drawn
from tests.real import REAL

ROOT = Path(__file__).resolve().parents[2]


def opened(muscle: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "components" / "muscles" / "muscles.py"), default_timeout=60)
    app.query_params["muscle"] = muscle
    return app.run()


def click(app: AppTest, seq: int = 1, **what: Any) -> AppTest:
    """What the chart sends when a muscle or a cross is clicked."""
    app.session_state[state.MUSCLE_CLICKS] = {"open": {"seq": seq, **what}}
    return app.run()


def sizes(app: AppTest) -> dict[str, float]:
    return {cross["id"]: cross["size"] for cross in drawn(app)["crosses"]}


def texts(app: AppTest) -> str:
    return " ".join(bodies(app))


@pytest.mark.parametrize("muscle", ["soleus", "infraspinatus", "pyramidalis", "sternocleidomastoid"])
def test_the_address_opens_a_muscle(muscle):
    app = opened(muscle)
    assert not app.exception
    assert app.selectbox(key="muscle").value == muscle
    assert f"<h3>{REAL.muscles[muscle].name}</h3>" in texts(app)
    first = REAL.muscles[muscle].trigger_points[0].id
    assert [pattern["id"] for pattern in drawn(app)["patterns"]] == [f"{first}@left"]


@pytest.mark.parametrize("muscle", ["soleus", "pyramidalis"])
def test_the_figure_to_keep_is_made_when_it_is_opened(muscle):
    app = opened(muscle)
    point = REAL.muscles[muscle].trigger_points[0].id
    assert not app.get("plotly_chart")
    app.session_state[f"figure_of_{point}"] = True
    app.run()
    assert not app.exception
    assert len(app.get("plotly_chart")) == 1


def test_an_unknown_muscle_in_the_address_is_said_and_another_is_open():
    app = opened("<script>")
    assert not app.exception and len(app.warning) == 1
    assert app.selectbox(key="muscle").value in REAL.muscles


def test_one_line_leads_to_the_warning_signs_of_the_pattern():
    app = opened("gastrocnemius")
    assert app.button(key="brief_flags").label == "If it hurts there: see the warning signs first"
    assert "Warning signs first</h3>" not in texts(app) and "High-risk area" in texts(app)


def test_a_muscle_without_a_pattern_says_so():
    app = opened("gemelli")
    assert not app.exception and not app.get("plotly_chart")
    assert any("none is drawn" in info.value for info in app.info)


def test_every_cross_of_the_muscle_is_drawn_and_the_chosen_one_is_larger():
    app = opened("soleus")
    points = [point.id for point in REAL.muscles["soleus"].trigger_points]
    assert list(sizes(app)) == [f"{point}@left" for point in points]
    assert [size == 1 for size in sizes(app).values()] == [True] + [False] * (len(points) - 1)
    assert drawn(app)["marks"] == []


# ---- chosen on the body -------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_muscle_clicked_on_the_body_is_shown_on_that_side(side):
    app = click(opened("soleus"), muscle="infraspinatus", side=side)
    assert not app.exception
    assert app.selectbox(key="muscle").value == "infraspinatus" == app.query_params["muscle"]
    assert f"<h3>{REAL.muscles['infraspinatus'].name}</h3>" in texts(app)
    [pattern] = drawn(app)["patterns"]
    assert pattern["side"] == side and pattern["id"].endswith(f"@{side}")
    assert {cross["side"] for cross in drawn(app)["crosses"]} == {side}


def test_a_cross_clicked_on_the_body_chooses_its_pattern():
    app = click(opened("soleus"), point="soleus_3@right")
    assert not app.exception
    assert drawn(app)["patterns"][0]["id"] == "soleus_3@right"
    assert max(sizes(app), key=sizes(app).__getitem__) == "soleus_3@right"
    assert REAL.trigger_points["soleus_3"].point.where in texts(app)


def test_a_click_is_taken_once_and_the_box_has_the_last_word():
    app = click(opened("soleus"), muscle="infraspinatus", side="right")
    app.selectbox(key="muscle").select("gastrocnemius").run()
    assert app.selectbox(key="muscle").value == "gastrocnemius"
    app.run()
    assert app.selectbox(key="muscle").value == "gastrocnemius"
    click(app, seq=2, muscle="infraspinatus", side="left")
    assert app.selectbox(key="muscle").value == "infraspinatus"


@pytest.mark.parametrize(
    "what",
    [
        {"muscle": "tail", "side": "left"},
        {"muscle": "<script>", "side": "<script>"},
        {"point": "tail_1@left"},
        {"point": "<script>"},
        {"point": ""},
        {},
    ],
)
def test_a_click_on_what_does_not_exist_changes_nothing(what):
    app = click(opened("soleus"), **what)
    assert not app.exception
    assert app.selectbox(key="muscle").value == "soleus"
    assert drawn(app)["patterns"][0]["id"] == "soleus_1@left"
    assert "<script>" not in texts(app)


def test_a_muscle_that_the_view_on_show_does_not_draw_turns_the_view():
    app = opened("soleus")
    assert app.button_group(key="layout").value == "Whole body"
    app.selectbox(key="muscle").select("quadratus_plantae").run()
    assert not app.exception
    assert app.button_group(key="layout").value == "Foot"
    assert drawn(app)["crosses"]


# ---- back to the map ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", ["left", "right"])
def test_which_other_muscles_are_described_there_marks_the_main_places(side):
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    app.switch_page("components/muscles/muscles.py").run()
    click(app, muscle="rotatores", side=side)
    shown = drawn(app)["patterns"][0]
    app.button(key="mark_zones").click().run()
    assert not app.exception
    assert app.session_state.page == "explore"
    assert shown["side"] == side
    primary = [str(place) for place in REAL.places(state.split(shown["id"])[0], side).primary]
    assert sorted(app.session_state.marks) == sorted(primary) == sorted(drawn(app)["marks"])
    assert any("rotatores" in pattern for pattern in painting(app))


def test_a_schematic_outline_is_said_to_be_one():
    assert "schematic" in muscle_card(REAL, REAL.muscles["pyramidalis"])
    assert "schematic" not in muscle_card(REAL, REAL.muscles["soleus"])


def with_marks(*marks: str) -> AppTest:
    """The muscle page, reached from a body with marks."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["marks"] = ",".join(marks)
    app.run()
    return app.switch_page("components/muscles/muscles.py").run()


@pytest.mark.parametrize(("answer", "kept"), [("add", True), ("replace", False)])
def test_somebodys_marks_are_never_replaced_without_asking(answer, kept):
    app = with_marks("knee_front.right")
    places = [str(place) for place in REAL.places("soleus_1", "left").primary]
    app.button(key="mark_zones").click().run()
    assert app.session_state.page == "muscles" and app.session_state.marks == ["knee_front.right"]
    assert any("marks already" in said.value for said in app.markdown)
    app.button(key=f"mark_zones_{answer}").click().run()
    assert not app.exception and app.session_state.page == "explore"
    assert app.session_state.marks == ([*["knee_front.right"] * kept, *places])


def test_staying_leaves_the_marks_and_takes_the_question_away():
    app = with_marks("knee_front.right")
    app.button(key="mark_zones").click().run()
    app.button(key="mark_zones_stay").click().run()
    assert app.session_state.marks == ["knee_front.right"] and app.session_state.page == "muscles"
    assert not any("marks already" in said.value for said in app.markdown)


def test_the_line_to_the_warning_signs_adds_to_the_marks():
    app = with_marks("knee_front.right")
    app.button(key="brief_flags").click().run()
    assert app.session_state.page == "explore" and app.session_state.marks[0] == "knee_front.right"
    assert len(app.session_state.marks) > 1


# ---- atlas --------------------------------------------------------------------------------------------------


def test_filters_narrow_the_list_and_what_is_on_show_stays():
    app = opened("soleus")
    app.selectbox(key="browse_part").select("head_neck").run()
    app.selectbox(key="browse_root").select("CN V").run()
    assert not app.exception
    box = app.selectbox(key="muscle")
    assert box.value == "soleus" and "of 144" in box.label
    assert len(box.options) == 1 + sum("CN V" in m.innervation.segments for m in REAL.muscles.values())
    tap(app, "browse_pills", "masseter")
    assert app.selectbox(key="muscle").value == "masseter" == app.query_params["muscle"]
    app.button(key="browse_clear").click().run()
    assert len(app.selectbox(key="muscle").options) == len(REAL.muscles)


def test_filters_that_fit_nothing_say_so():
    app = AppTest.from_file(str(ROOT / "components" / "muscles" / "muscles.py"), default_timeout=60)
    app.session_state["browse_part"], app.session_state["browse_root"] = "ankle_foot", "CN V"
    app.run()
    assert not app.exception and any("No muscle fits" in said.value for said in app.info)


def test_the_switch_draws_the_other_side_and_a_click_has_the_last_word():
    app = opened("soleus")
    app.button_group(key="side_switch").set_value("right").run()
    assert drawn(app)["patterns"][0]["id"] == "soleus_1@right"
    click(app, muscle="infraspinatus", side="left")
    assert app.button_group(key="side_switch").value == "left"
    assert drawn(app)["patterns"][0]["side"] == "left"


def test_look_alikes_open_the_other_point():
    app = opened("soleus")
    assert "Look-alike patterns" in texts(app) and "Only here" in texts(app)
    app.button(key="open_alike_tibialis_posterior_1").click().run()
    assert not app.exception and app.selectbox(key="muscle").value == "tibialis_posterior"


# ---- compare ------------------------------------------------------------------------------------------------


def comparing(muscles: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "components" / "muscles" / "muscles.py"), default_timeout=60)
    app.query_params["compare"] = muscles
    return app.run()


def test_the_address_lays_muscles_side_by_side():
    app = comparing("soleus,gastrocnemius,plantaris")
    assert not app.exception
    assert app.multiselect(key="compare_box").value == ["soleus", "gastrocnemius", "plantaris"]
    assert texts(app).count("<img ") == 3 and "<th>Gastrocnemius</th>" in texts(app)
    app.button(key="compared_plantaris").click().run()
    assert app.selectbox(key="muscle").value == "plantaris" and "compare" not in app.query_params


@pytest.mark.parametrize("asked", ["", "soleus", "tail,<script>", "soleus,tail", ",,,"])
def test_an_address_with_fewer_than_two_muscles_asks_for_more(asked):
    app = comparing(asked)
    assert not app.exception and "<img " not in texts(app) and "<script>" not in texts(app)
    if asked:
        assert app.info


def test_of_more_than_three_the_first_three_are_shown():
    app = comparing("soleus,soleus,gastrocnemius,plantaris,popliteus")
    assert texts(app).count("<img ") == 3 and any("At most 3" in said.value for said in app.info)


def test_a_comparison_is_begun_from_a_muscle_and_from_a_look_alike():
    app = opened("soleus")
    app.button(key="compare_alike_tibialis_posterior_1").click().run()
    assert app.query_params["compare"] == "soleus,tibialis_posterior" and texts(app).count("<img ") == 2
    app.multiselect(key="compare_box").set_value(["soleus"]).run()
    assert app.query_params["compare"] == "soleus" and app.info
    app.button(key="compare_close").click().run()
    assert app.selectbox(key="muscle").value == "soleus"
