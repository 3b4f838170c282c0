"""The pages of nerve roots, nerves, joints and discs: every one opens, warnings first, links both ways, the address."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.tell.wording import DRAFT_NOTE, MAPS_DIFFER, NO_PAIN
from components import data, state
from components.muscles import referral_card
from components.muscles.choice import KINDS, TOPICS
from tests.acting import offered, tap
from tests.app.test_muscles import click, drawn, texts
from tests.each import each
from tests.real import REAL

SCRIPT = str(Path(__file__).resolve().parents[2] / "components" / "muscles" / "muscles.py")
PARAMETERS = {kind: parameter for parameter, kind in KINDS.items() if kind != "muscles"}
EVERY = [record for kind in PARAMETERS for record in REAL.records(kind).values()]


def opened(**asked: str) -> AppTest:
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    for name, value in asked.items():
        app.query_params[name] = value
    return app.run()


@pytest.mark.parametrize(
    ("parameter", "id_", "area"),
    [
        ("root", "root_c6", "root_c6@left"),
        ("nerve", "nerve_sural", "nerve_sural@left"),
        ("joint", "hip_joint", "hip_joint@left"),
        ("disc", "disc_c5_6", "disc_c5_6@left"),
    ],
)
def test_the_address_opens_a_record_and_draws_it(parameter, id_, area):
    app = opened(**{parameter: id_})
    assert not app.exception
    record = REAL.areas[id_].record
    assert f"<h3>{record.name}</h3>" in texts(app)
    assert [pattern["id"] for pattern in drawn(app)["patterns"]] == [area]
    assert dict(app.query_params) == {parameter: id_}
    assert app.button(key="brief_flags").label == "If it hurts there: see the warning signs first"


@each("record", EVERY)
def test_every_card_says_that_it_is_a_draft_how_it_is_known_and_from_where(record):
    head = referral_card.head(REAL, record)
    root = record.id in REAL.nerve_roots
    card = referral_card.root_card(REAL, record) if root else referral_card.plain_card(REAL, record)
    assert DRAFT_NOTE in head and (MAPS_DIFFER in head) is root
    assert (
        "How studied" in card and "How known" in card and "Sources (" in card and "More often described with it" in card
    )
    if root:
        assert "Studies (" in head and card.index("Where its pain") < card.index("Where touch is its own")
        assert (NO_PAIN in card) is (record.pain is None)


@pytest.mark.parametrize("parameter", [*KINDS])
@pytest.mark.parametrize("name", ["tail", "<script>", "C6"])
def test_an_unknown_id_is_said_and_something_is_shown(parameter, name):
    app = opened(**{parameter: name})
    assert not app.exception
    assert ["The address names" in warning.value for warning in app.warning] == [True]
    assert "<script>" not in texts(app) and drawn(app)["patterns"]
    assert dict(app.query_params) in ({parameter: name}, {parameter: [name]}), "the address is kept"


def test_an_unknown_id_keeps_what_was_on_show():
    app = opened(root="root_l5")
    app.query_params["root"] = "root_x9"
    app.run()
    assert app.selectbox(key="root").value == "root_l5"
    assert app.warning and app.query_params["root"] == "root_x9"
    assert app.run().warning, "as long as the address says so"
    app.selectbox(key="root").select("root_c6").run()
    assert not app.warning and app.query_params["root"] == "root_c6"


def test_pain_and_touch_of_a_root_are_drawn_apart_and_all_dermatomes_as_a_layer():
    app = opened(root="root_c6")
    app.button_group(key="draw_root").set_value("Its touch").run()
    assert [pattern["id"] for pattern in drawn(app)["patterns"]] == ["root_c6_touch@left"]
    app.button_group(key="draw_root").set_value("All dermatomes").run()
    shown = drawn(app)
    assert shown["patterns"] == [] and shown["browse"]["layer"] == "nerve_root"
    assert shown["browse"]["chosen"] == "root_c6_touch"
    assert set(shown["browse"]["among"]) == {f"{root}_touch" for root in REAL.nerve_roots}


def test_of_a_root_whose_pain_is_not_described_only_touch_is_drawn():
    app = opened(root="root_s3")
    assert [pattern["id"] for pattern in drawn(app)["patterns"]] == ["root_s3_touch@left"]
    assert [o.content for o in app.button_group(key="draw_root_fewer").proto.options] == ["Its touch", "All dermatomes"]
    app.selectbox(key="root").select("root_c6").run()
    assert not app.exception and drawn(app)["patterns"][0]["id"] == "root_c6@left"


def test_only_the_scene_of_these_pages_holds_the_layers():
    assert b'"layers":' in data.scene("Foot", with_layers=True)
    assert b'"layers":' not in data.scene("Foot") and b'"layers":' not in data.scene("Foot", with_anatomy=True)


@pytest.mark.parametrize("side", ["left", "right"])
def test_an_area_clicked_on_the_body_opens_on_that_side(side):
    app = click(opened(root="root_c6"), point=f"root_l5_touch@{side}")
    assert not app.exception
    assert app.selectbox(key="root").value == "root_l5" and app.query_params["root"] == "root_l5"
    assert drawn(app)["patterns"][0]["id"] == f"root_l5@{side}"


@pytest.mark.parametrize("what", [{"point": "tail@left"}, {"point": "organ_heart@left"}, {"point": ""}, {}])
def test_a_click_on_what_has_no_page_changes_nothing(what):
    app = click(opened(root="root_c6"), **what)
    assert not app.exception and app.selectbox(key="root").value == "root_c6"


def test_roots_and_muscles_lead_to_each_other():
    app = opened(root="root_c6")
    listed = [m for m in REAL.muscles.values() if "C6" in m.innervation.segments]
    assert offered(app, "linked_1_pills") == [m.name for m in listed]
    tap(app, "linked_1_pills", "infraspinatus")
    assert app.selectbox(key="muscle").value == "infraspinatus" and dict(app.query_params) == {
        "muscle": "infraspinatus"
    }
    assert offered(app, "root_pills") == ["C5", "C6"]
    tap(app, "root_pills", "root_c5")
    assert app.selectbox(key="root").value == "root_c5" and dict(app.query_params) == {"root": "root_c5"}


def test_a_nerve_leads_to_its_roots_and_muscles():
    app = opened(nerve="nerve_suprascapular")
    assert offered(app, "linked_0_pills") == ["C5", "C6"]
    assert offered(app, "linked_1_pills") == ["Supraspinatus", "Infraspinatus"]


def test_the_switch_of_topics_keeps_what_each_showed():
    app = opened(root="root_l5")
    app.button_group(key="topic").set_value("Muscles").run()
    assert app.selectbox(key="muscle").value == "soleus"
    app.selectbox(key="muscle").select("infraspinatus").run()
    app.button_group(key="topic").set_value("Nerve roots").run()
    assert app.selectbox(key="root").value == "root_l5" and dict(app.query_params) == {"root": "root_l5"}
    app.button_group(key="topic").set_value("Muscles").run()
    assert app.selectbox(key="muscle").value == "infraspinatus"


def test_back_and_forward_bring_back_what_the_address_names():
    app = opened(root="root_l5")
    app.query_params.clear()
    app.query_params["nerve"] = "nerve_sural"
    app.run()
    assert app.selectbox(key="nerve").value == "nerve_sural" and app.button_group(key="topic").value == "Nerves"


def test_what_else_is_described_there_marks_the_main_places():
    app = AppTest.from_file(str(Path(SCRIPT).parents[2] / "app.py"), default_timeout=60).run()
    app.query_params["root"] = "root_c6"
    app.switch_page("components/muscles/muscles.py").run()
    app.session_state["root"] = "root_c6"
    app.session_state["topic"] = "Nerve roots"
    app.run()
    app.button(key="mark_area").click().run()
    assert not app.exception and app.session_state.page == "explore"
    assert sorted(app.session_state.marks) == sorted(str(place) for place in REAL.places("root_c6", "left").primary)


@each("topic", TOPICS.values())
def test_every_topic_shows_its_records(topic: Any):
    app = opened()
    app.button_group(key="topic").set_value(topic.title).run()
    assert not app.exception and app.selectbox(key=topic.key).value
    assert state.MUSCLE_CLICKS not in app.session_state or drawn(app)
