"""What studies counted, on the pages: below the warning signs, with its limit, and gone with the setting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from bodymap.ask.counted import of_condition, of_muscle
from bodymap.problems import DataProblems
from bodymap.tell.counted import sentence, short_at
from bodymap.tell.wording import COUNT_DRAFT, COUNT_HEAD, COUNT_LIMIT
from components import data
from tests.acting import bodies, labels, painting
from tests.real import REAL

ROOT = Path(__file__).resolve().parents[2]
NECK = "neck_back.right"
NO_COUNTS = next(c.id for c in REAL.conditions.values() if c.group == "serious")


def opened(page: str = "", **address: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    if page:
        app.switch_page(f"components/{page}/{page}.py")
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def html(app: AppTest) -> str:
    return "\n".join(bodies(app))


def rows(app: AppTest) -> list[str]:
    """What the rows of muscles say."""
    return list(painting(app).values())


@pytest.fixture
def setting(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """The environment of a server that starts anew."""
    st.cache_resource.clear()
    yield monkeypatch
    monkeypatch.undo()
    st.cache_resource.clear()


@pytest.mark.parametrize("condition", ["neck_pain", "plantar_heel_pain"])
def test_a_condition_shows_the_figure_below_its_warning_signs_and_says_it_in_words(condition):
    app = opened("injuries", condition=condition)
    assert not app.exception and len(app.get("plotly_chart")) == 1
    said = html(app)
    assert said.index("Warning signs</h3>") < said.index(f"<h3>{COUNT_HEAD}</h3>")
    assert COUNT_LIMIT in said and COUNT_DRAFT in said
    assert all(escape(sentence(found)) in said for found in of_condition(REAL, condition))


@pytest.mark.parametrize("condition", ["migraine", NO_COUNTS])
def test_a_condition_without_counts_shows_none(condition):
    app = opened("injuries", condition=condition)
    assert not app.exception and not app.get("plotly_chart") and COUNT_HEAD not in html(app)


def test_a_muscle_shows_its_counts_with_sources_and_how_commonly_it_is_reported():
    said = html(opened("muscles", muscle="trapezius"))
    assert f"{COUNT_HEAD} (3 studies)</summary>" in said and "Often, beside other muscles" in said
    assert all(escape(sentence(found)) in said for found in of_muscle(REAL, "trapezius"))
    assert COUNT_LIMIT in said and "examiners agree poorly" in said
    assert escape(REAL.sources["rathbone2017"].title) in said and escape(REAL.sources["cerezo2016neck"].title) in said


def test_a_muscle_without_counts_shows_no_part_for_them():
    muscle = next(m for m in REAL.muscles if not of_muscle(REAL, m) and REAL.muscles[m].trigger_points)
    assert COUNT_HEAD not in html(opened("muscles", muscle=muscle))


def test_a_row_says_what_the_largest_study_counted_there_and_the_list_says_what_that_means():
    app = opened(marks=NECK)
    said = short_at(REAL, "trapezius", ["neck_back"])
    assert said and any(row.startswith("Trapezius") and said in row for row in rows(app))
    assert any(COUNT_LIMIT in label for label in labels(app).values())


def test_a_row_where_nobody_counted_says_nothing():
    app = opened(marks="knee_front.right")
    assert rows(app) and not any("study" in row for row in rows(app))
    assert not any(COUNT_LIMIT in label for label in labels(app).values())


def test_the_setting_takes_every_number_away_and_moves_no_row(setting):
    shown = [row.splitlines()[0] for row in rows(opened(marks=NECK))]
    st.cache_resource.clear()
    setting.setenv(data.SHOW_UNREVIEWED, "0")
    app = opened(marks=NECK)
    assert [row.splitlines()[0] for row in rows(app)] == shown
    assert not any("study" in row for row in rows(app)) and COUNT_HEAD not in html(app)
    assert not opened("injuries", condition="neck_pain").get("plotly_chart")
    muscle = html(opened("muscles", muscle="multifidus_cervical"))
    assert "of 100" not in muscle and "beside other muscles" in muscle


@pytest.mark.parametrize("off", ["0", "false", "No", " off "])
def test_the_setting_says_no(off):
    assert not data.show_unreviewed(off)


@pytest.mark.parametrize("on", [None, "", "1", "TRUE", "yes", "on"])
def test_counts_are_shown_unless_the_setting_says_no(on):
    assert data.show_unreviewed(on or "")


def test_another_value_of_the_setting_stops_the_app_and_says_what_to_write(setting):
    setting.setenv(data.SHOW_UNREVIEWED, "perhaps")
    app = opened()
    assert not app.exception and app.error and not app.button
    said = app.code[0].value
    assert "SHOW_UNREVIEWED" in said and "`perhaps`" in said and "write 0" in said
    with pytest.raises(DataProblems):
        data.show_unreviewed("2")
