"""How the marks feel, and what is prepared for a visit: asked on request, kept, and never concluded from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.ask.feelings import SIGNS_BESIDE
from bodymap.ask.signs import signs
from bodymap.felt import Felt
from bodymap.place import Place
from components import said, state
from tests.acting import bodies, offered, painting, parts, tap, walk
from tests.acting import told as drawn
from tests.real import REAL

ROOT = Path(__file__).resolve().parents[2]
KNEE, CALF = Place.of("knee_front.right"), Place.of("calf_inner.left")
BOTH = f"{KNEE},{CALF}"


def opened(**parameters: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


def group(app: AppTest, key: str) -> Any:
    [found] = [one for one in app.button_group if one.key == key]
    return found


def asking(**parameters: str) -> AppTest:
    return tap(opened(**parameters), "mark_pills", "feel")


def preparing(**parameters: str) -> AppTest:
    return opened(**parameters).toggle(key="preparing").set_value(True).run()


def shown(app: AppTest) -> list[str]:
    """What the page says about the marks, without the questions."""
    assert painting(app) and offered(app, "injury_pills")
    mine = parts(app)["marks"]  # which says how they feel
    return [html for html in bodies(app) if html != mine]


def test_nothing_is_asked_until_somebody_wants_it():
    app = opened(marks=BOTH)
    assert not [one for one in app.button_group if (one.key or "").startswith("feel_")]
    assert drawn(app)["felt"] == {}


def test_the_questions_stand_between_the_marks_and_what_is_known_of_them():
    app = asking(marks=BOTH)
    found = ["chart_state", "feel", "answer"]
    assert [node.key for node in walk(app.main) if getattr(node, "key", None) in found] == found
    assert list(parts(app)) == ["marks", "red_flags", "injuries", "patterns"]
    tap(app, "mark_pills", "feel")
    assert [node.key for node in walk(app.main) if getattr(node, "key", None) in found] == ["chart_state"]
    assert list(parts(app)) == ["marks", "red_flags", "injuries", "patterns"]


def test_kind_and_strength_take_two_taps_and_are_seen_beside_the_mark_and_on_the_body():
    app = asking(marks=BOTH)
    group(app, f"feel_quality_{CALF}").set_value("burning").run()
    group(app, f"feel_strength_{CALF}").set_value(6).run()
    assert drawn(app)["felt"] == {str(CALF): "burning"}
    assert any("Inner calf, your left" in label and "burning 6" in label for label in offered(app, "mark_pills"))
    assert app.session_state["felt"] == {CALF: Felt("burning", 6)}


def test_the_newest_mark_is_asked_about_until_another_is_chosen():
    app = asking(marks=BOTH)
    group(app, "feel_place").set_value(str(KNEE)).run()
    group(app, f"feel_quality_{KNEE}").set_value("ache").run()
    app.session_state[state.CLICKS] = {
        "marks": {"seq": 5, "base": app.session_state.revision, "marks": [str(KNEE), str(CALF), "sacrum"]}
    }
    app.run()
    assert group(app, "feel_quality_sacrum").value in (None, [])
    assert app.session_state["felt"] == {KNEE: Felt("ache")}


def test_nothing_is_ordered_or_concluded_from_an_answer():
    before = shown(asking(marks=BOTH))
    app = asking(marks=BOTH)
    group(app, f"feel_quality_{CALF}").set_value("tingling").run()
    group(app, f"feel_when_{CALF}").set_value(["night", "rest"]).run()
    assert shown(app) == before
    assert all(any(noticed in said for said in before) for noticed in SIGNS_BESIDE)


def test_one_place_alone_is_the_worst():
    app = asking(marks=BOTH)
    app.checkbox(key=f"feel_worst_{CALF}").check().run()
    group(app, "feel_place").set_value(str(KNEE)).run()
    app.checkbox(key=f"feel_worst_{KNEE}").check().run()
    felt = app.session_state["felt"]
    assert felt[KNEE].worst and not felt[CALF].worst


def test_the_link_holds_it_only_on_request():
    app = asking(marks=BOTH)
    group(app, f"feel_quality_{CALF}").set_value("cramp").run()
    app.text_input(key=f"feel_words_{CALF}").set_value("like, a ~ stone").run()
    assert "feel" not in drawn(app)["shown"]
    app.checkbox(key="feel_link").check().run()
    spelt = drawn(app)["shown"]["feel"]
    again = opened(marks=BOTH, feel=spelt)
    assert again.session_state["felt"] == {CALF: Felt("cramp", words="like, a ~ stone")}
    assert drawn(again)["shown"]["feel"] == spelt and drawn(again)["felt"] == {str(CALF): "cramp"}


@pytest.mark.parametrize("feel", ["%%%", "nowhere~ache", f"{CALF}~hurts~99~~~~<script>", "~" * 3000])
def test_a_strange_link_opens_the_page(feel):
    app = opened(marks=BOTH, feel=feel)
    assert not app.exception and drawn(app)["felt"] == {}


def test_the_other_side_takes_along_how_it_feels():
    app = asking(marks=str(CALF))
    group(app, f"feel_quality_{CALF}").set_value("cramp").run()
    tap(app, "mark_pills", "mirror")
    assert app.session_state["felt"] == {CALF.mirrored(): Felt("cramp")}
    assert drawn(app)["felt"] == {str(CALF.mirrored()): "cramp"}


def test_none_noticed_and_a_sign_exclude_each_other():
    app = preparing(marks=str(CALF))
    sign = signs(REAL, [CALF]).open[0].id
    group(app, "visit_signs").set_value(["none"]).run()
    assert app.session_state["signs_said"][1] == ()
    group(app, "visit_signs").set_value(["none", sign]).run()
    assert app.session_state["signs_said"][1] == (sign,)
    group(app, "visit_signs").set_value([sign, "none"]).run()
    assert app.session_state["signs_said"][1] == ()
    group(app, "visit_signs").set_value([]).run()
    assert app.session_state["signs_said"] is None


def test_an_answer_about_other_signs_is_no_answer():
    app = preparing(marks=str(CALF))
    group(app, "visit_signs").set_value(["none"]).run()
    app.session_state[state.CLICKS] = {
        "marks": {"seq": 9, "base": app.session_state.revision, "marks": ["temple.left"]}
    }
    app.run()
    assert group(app, "visit_signs").value in (None, [])


def test_injuries_to_ask_about_are_kept_and_stand_in_the_text_to_copy():
    app = preparing(marks=str(CALF))
    app.multiselect(key="visit_conditions").set_value(["calf_strain"]).run()
    assert app.session_state["conditions_chosen"] == ["calf_strain"]
    assert REAL.conditions["calf_strain"].plain_name in app.code[0].value
    assert not app.exception


def test_what_was_said_is_in_no_other_session():
    app = asking(marks=BOTH)
    group(app, f"feel_quality_{CALF}").set_value("cramp").run()
    assert drawn(opened(marks=BOTH))["felt"] == {}
    assert said.__doc__ and "in no file" in said.__doc__
