"""The choice of the figure on every page with a chart, without a browser."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest
from streamlit.testing.v1 import AppTest

from components import data, pages, state
from components.shared.figure_control import KEY, NAMES
from tests.acting import told, walk
from tests.app.test_explore import drawn

ROOT = Path(__file__).resolve().parents[2]


def opened(page: pages.Page = pages.EXPLORE, **parameters: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    if page is not pages.EXPLORE:
        app.switch_page(page.script).run()
    assert not app.exception
    return app


def test_both_are_offered_alike_and_a_link_without_a_figure_shows_what_it_always_showed():
    app = opened()
    assert list(NAMES) == ["woman", "man"]
    assert app.button_group(key=KEY).value == "man"
    assert "figure" not in drawn(app)["shown"]


def test_a_link_can_name_the_woman():
    app = opened(figure="woman", marks="knee_front.right")
    assert app.session_state.figure == app.button_group(key=KEY).value == "woman"
    assert drawn(app)["shown"]["figure"] == "woman"
    assert app.session_state.marks == ["knee_front.right"]


def test_a_figure_that_is_none_changes_nothing():
    assert opened(figure="normal").session_state.figure == "man"


def test_the_choice_holds_with_the_marks_and_can_be_taken_back():
    app = opened(marks="knee_front.right")
    app.button_group(key=KEY).set_value("woman").run()
    assert not app.exception and app.session_state.marks == ["knee_front.right"]
    assert drawn(app)["shown"]["figure"] == "woman" and app.session_state.painted
    app.button_group(key=KEY).set_value("man").run()
    assert "figure" not in drawn(app)["shown"]


@pytest.mark.parametrize("page", [pages.INJURIES, pages.MUSCLES], ids=lambda page: page.title)
def test_the_choice_goes_along_to_other_pages(page: pages.Page):
    app = opened(page, figure="woman")
    assert app.button_group(key=KEY).value == "woman"
    assert told(app)["shown"]["figure"] == "woman"


def test_muscles_side_by_side_follow_the_figure_and_the_address_keeps_it():
    app = opened(pages.MUSCLES, figure="woman", compare="soleus,gastrocnemius")
    assert app.button_group(key=KEY).value == "woman" and app.query_params["figure"] == "woman"

    def pictures() -> list[str]:
        return [str(node.value) for node in walk(app.main) if node.type == "html" and "<img" in str(node.value)]

    woman = pictures()
    app.button_group(key=KEY).set_value("man").run()
    assert not app.exception and "figure" not in app.query_params
    assert app.query_params["compare"] == "soleus,gastrocnemius"
    man = pictures()
    assert len(man) == len(woman) == 2 and all(one != other for one, other in zip(man, woman, strict=True))


def test_links_carry_the_figure():
    app = opened(pages.INJURIES, figure="woman")
    cards = [node.value for node in walk(app.main) if node.type == "html" and "card-link" in str(node.value)]
    assert cards and all("figure=woman" in card for card in cards)


def test_the_scene_of_each_figure_says_whose_it_is_and_only_that_differs_in_size():
    man, woman = data.scene("Foot", "man"), data.scene("Foot", "woman")
    assert b'"figure":"man"' in man and b'"figure":"woman"' in woman
    assert len(woman) < 1.15 * len(man)


def test_the_report_shows_the_chosen_figure(monkeypatch):
    from components.explore import take_along

    made = []
    monkeypatch.setattr(take_along, "report_file", lambda dataset, chart, *rest: made.append((dataset, chart)) or b"")
    monkeypatch.setattr(
        take_along.st, "download_button", lambda *args, data, key, **rest: data() if key == "report" else None
    )
    opened(figure="woman", marks="knee_front.right")
    assert made and made[0] == (data.dataset_on("woman"), data.chart_as("woman"))


def test_a_report_of_the_woman_is_a_page_like_any_other():
    import datetime as dt

    from bodymap.place import Place
    from bodymap.tell.report import Asked, report_file

    asked = Asked([Place.of("knee_front.right")], dt.date(2026, 11, 27), "http://localhost/", [])
    made = report_file(data.dataset_on("woman"), data.chart_as("woman"), asked, "a.pdf", False)
    assert len(pypdf.PdfReader(io.BytesIO(made)).pages) == 1


def test_the_state_forgets_no_figure_between_pages(monkeypatch):
    app = opened(figure="woman")
    app.switch_page(pages.NEEDLING.script).run()
    app.switch_page(pages.EXPLORE.script).run()
    assert app.session_state[state.FIGURE] == "woman" and app.button_group(key=KEY).value == "woman"
