"""The quiz page: the address starts it, answers are told at once, files are loaded with care."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.ask.quiz import build
from tests.real import REAL

ROOT = Path(__file__).resolve().parents[2]
CHOICE = {"seed": "monday", "kinds": "action,nerve", "n": "3"}


def opened(**address: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "components" / "quiz" / "quiz.py"), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def texts(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def choose(app: AppTest, right: bool) -> str:
    """Tap a right or a wrong answer of a question with one right answer; its name."""
    name = app.session_state["quiz_on"].partition("/")[2]
    settings = app.session_state["quiz_settings"]
    question = build(REAL, name, settings.seed, settings.level)
    assert question
    place = next(n for n, option in enumerate(question.options, 1) if (option in question.right) is right)
    app.button(key=f"quiz_{len(app.session_state['quiz_answers'])}_{place}").click().run()
    return name


def go_on(app: AppTest) -> None:
    app.button(key=f"quiz_{len(app.session_state['quiz_answers'])}_next").click().run()


def test_without_a_seed_the_quiz_is_set_up_and_starts():
    app = opened()
    assert not app.exception
    app.text_input(key="quiz_seed").set_value("class-7")
    app.button(key="quiz_start").click().run()
    assert not app.exception
    assert app.query_params["seed"] in ("class-7", ["class-7"])
    assert len(app.session_state["quiz_deck"]) == 10


def test_the_same_address_gives_the_same_questions():
    assert opened(**CHOICE).session_state["quiz_deck"] == opened(**CHOICE).session_state["quiz_deck"]


def test_a_quiz_is_played_to_its_end_and_a_missed_question_comes_back():
    app = opened(**CHOICE)
    missed = choose(app, right=False)
    assert "Not right" in texts(app)
    go_on(app)
    order = []
    while app.session_state["quiz_told"] is None and any(b.key.endswith("_1") for b in app.button if b.key):
        order.append(choose(app, right=True))
        assert "Right" in texts(app) and not app.exception
        go_on(app)
    assert order[-1] == missed and len(order) == 3
    assert "2 of 3 right at the first try" in texts(app)
    assert app.get("plotly_chart") and "To look at again" in texts(app)


def test_places_are_scored_and_the_marks_of_the_first_page_stay():
    app = opened(seed="monday", kinds="places", n="1")
    app.session_state["marks"] = ["knee_front.left"]
    [name] = app.session_state["quiz_deck"]
    places = REAL.places(name.partition(":")[2], "right").primary
    clicked = {"seq": 5, "base": app.session_state["quiz_revision"], "marks": [str(place) for place in places]}
    app.session_state["quiz_chart_state"] = {"marks": clicked}
    app.run()
    app.button(key="quiz_0_check").click().run()
    assert not app.exception
    assert "<strong>Right</strong>" in texts(app)
    assert app.session_state["marks"] == ["knee_front.left"]


def test_every_kind_is_asked_and_told_without_a_fault():
    app = opened(seed="all", n="9", level="hard")
    assert len({name.partition(":")[0] for name in app.session_state["quiz_deck"]}) == 9
    for name in app.session_state["quiz_deck"]:
        question = build(REAL, name, "all", "hard")
        assert question
        app.session_state["quiz_told"] = list(question.options[:1])
        app.session_state["quiz_answers"] = [(name, 0.0)]
        app.run()
        assert not app.exception, name
        assert "verdict" in texts(app)
        app.session_state["quiz_told"] = None
        app.session_state["quiz_answers"] = []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"seed": "<b>x"}, "seed: "),
        ({"seed": "a", "part": "hip_thig"}, "did you mean hip_thigh?"),
        ({"seed": "a", "level": "extreme"}, "level: "),
        ({"seed": "a", "kinds": "organs"}, "kinds: "),
        ({"seed": "a", "n": "9999999999"}, "n: "),
        ({"seed": "a", "n": "²"}, "n: "),
    ],
)
def test_an_address_that_cannot_be_followed_is_said(address, said):
    app = opened(**address)
    assert not app.exception
    assert said in texts(app) and "<b>x" not in texts(app)
    assert app.session_state["quiz_settings"] is None


def test_a_damaged_file_is_refused_and_nothing_is_lost():
    app = opened(**CHOICE)
    choose(app, right=True)
    before = dict(app.session_state["quiz_progress"])
    app.file_uploader(key="quiz_file").upload("quiz-progress.json", b'{"format": "trig', "application/json").run()
    assert not app.exception
    assert "damaged" in app.error[0].value
    assert app.session_state["quiz_progress"] == before
    good = {name: learned.model_dump(mode="json") for name, learned in before.items()}
    good = {"action:soleus": next(iter(good.values()))}
    file = json.dumps({"format": "trigger-point-quiz", "version": 1, "cards": good}).encode()
    app.file_uploader(key="quiz_file").upload("quiz-progress.json", file, "application/json").run()
    assert set(app.session_state["quiz_progress"]) == {*before, "action:soleus"}
