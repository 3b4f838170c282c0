"""Odd addresses and messages on the pages themselves: no exception, and an unknown name is said as it was typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.shared.markup import plain
from components.shared.unknown_note import MOST_NAMED, _short
from tests import odd
from tests.acting import buttons, parts, send, told
from tests.each import each

ROOT = Path(__file__).resolve().parents[2]
PAGES = [at for at in odd.addresses() if at.is_page]


def opened(at: odd.Odd) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    page = at.path or "explore"
    app.switch_page(f"components/{page}/{page}.py")
    for name, value in at.said().items():
        app.query_params[name] = value
    return app.run()


def assert_said(at: odd.Odd) -> None:
    app = opened(at)
    assert not app.exception, f"{at}: {app.exception[0].value}"
    said = [warning.value for warning in app.warning]
    named = [name for names in at.unknown().values() for name in names[:MOST_NAMED]]
    missing = [name for name in named if not any(f"“{plain(_short(name))}”" in text for text in said)]
    assert not missing, f"{at}: {missing} not in {said}"
    assert len([text for text in said if "The address names" in text]) == len(at.unknown()), f"{at}: {said}"


@each("at", odd.sample(PAGES, 40))
def test_a_page_says_what_it_does_not_know(at: odd.Odd):
    assert_said(at)


@each(
    "at",
    [
        odd.Odd("", "marks=knee_front.right,sacrum&paint=vastus_medialis_1@right"),
        odd.Odd("", "marks=knee_front.rite"),
        odd.Odd("muscles", "nerve=nerve_suprascapular"),
        odd.Odd("injuries", "condition=sciatica"),
    ],
)
def test_a_page_does_nothing_that_it_does_not_offer(at: odd.Odd):
    app = opened(at)
    offered = {button.act: button.mount for button in buttons(app)}
    mount = list(offered.values())[-1]
    before = parts(app), told(app)
    for act in odd.acts(offered, 25):
        send(app, mount, act)
        assert not app.exception, f"{act}: {app.exception[0].value}"
        assert (parts(app), told(app)) == before, act


@pytest.mark.sweep
@each("at", PAGES)
def test_every_page_says_what_it_does_not_know(at: odd.Odd):
    assert_said(at)
