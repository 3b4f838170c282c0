"""The picture, the address and the answer agree: after a lost session, a restarted server, and on the way back."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import DESKTOP
from .proxy import Proxy, proxy_to
from .server import streamlit_server
from .steps import PATIENCE, agreed, press_region, python_marks

KNEE, ACHILLES, BREASTBONE = "knee_front.right", "achilles.right", "sternum"


@pytest.fixture(scope="module")
def forgetful() -> Iterator[str]:
    """A server that forgets a session one second after its connection is gone."""
    with streamlit_server("app.py", "--server.disconnectedSessionTTL=1") as url:
        yield url


@pytest.fixture
def line(forgetful: str) -> Iterator[Proxy]:
    with proxy_to(forgetful) as proxy:
        yield proxy


def opened(browser: Browser, address: str) -> Page:
    page = browser.new_context(viewport=DESKTOP).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    page.wait_for_selector(".bodychart[data-ready]")
    return page


def lose_session(page: Page, line: Proxy) -> None:
    """The connection is away for longer than the server keeps a session."""
    line.cut()
    page.wait_for_timeout(3500)
    line.restore()
    page.wait_for_timeout(4000)


def in_address(page: Page, name: str = "marks") -> set[str]:
    return set(filter(None, ",".join(parse_qs(urlsplit(page.url).query).get(name, [])).split(",")))


def assert_agreed(page: Page, *marks: str) -> None:
    expect(page.locator(".bodychart")).to_have_attribute("data-marks", ",".join(sorted(marks)))
    page.wait_for_timeout(1000)
    assert in_address(page) == set(marks)
    assert agreed(page) == set(marks) == python_marks(page)


def test_clicks_survive_a_lost_session(browser: Browser, line: Proxy):
    page = opened(browser, f"{line.address}/?marks={KNEE}")
    press_region(page, ACHILLES)
    press_region(page, BREASTBONE)
    lose_session(page, line)
    assert_agreed(page, KNEE, ACHILLES, BREASTBONE)
    press_region(page, ACHILLES)
    assert_agreed(page, KNEE, BREASTBONE)
    page.context.close()


def test_what_was_taken_away_does_not_return(browser: Browser, line: Proxy):
    page = opened(browser, line.address)
    press_region(page, KNEE)
    page.locator(".part-marks").get_by_role("button", name="Clear").click()
    assert_agreed(page)
    lose_session(page, line)
    page.locator(".st-key-switches").get_by_text("List of places").click()
    page.wait_for_timeout(1500)
    assert_agreed(page)
    expect(page.locator(".part-red_flags")).to_have_count(0)
    page.context.close()


def test_pins_the_painted_pattern_and_the_view_survive_a_lost_session_and_a_reload(browser: Browser, line: Proxy):
    page = opened(browser, f"{line.address}/?marks=heel_sole.right")
    page.get_by_role("button", name="Foot", exact=True).or_(page.get_by_role("radio", name="Foot")).first.click()
    expect(page.locator(".bodychart")).to_have_attribute("data-layout", "Foot")
    page.locator("[data-row='pattern_pills']").get_by_role("button", name="Pin to compare").click()
    page.locator(".part-patterns [data-paint]").nth(1).click()
    expect(page.locator(".bodychart .legend.patterns .title")).to_have_count(2)
    page.wait_for_timeout(1000)
    before = {name: in_address(page, name) for name in ("marks", "view", "paint", "pins")}
    titles = page.locator(".bodychart .legend.patterns .title").all_inner_texts()
    assert before["view"] == {"foot"} and before["pins"] and before["paint"]
    for away in (lambda: lose_session(page, line), lambda: page.reload()):
        away()
        page.wait_for_selector(".bodychart[data-ready]")
        expect(page.locator(".bodychart")).to_have_attribute("data-layout", "Foot")
        expect(page.locator(".bodychart .legend.patterns .title")).to_have_count(2)
        assert page.locator(".bodychart .legend.patterns .title").all_inner_texts() == titles
        assert {name: in_address(page, name) for name in before} == before
    page.context.close()


def test_a_restarted_server_answers_for_what_the_picture_shows(browser: Browser):
    with streamlit_server() as first, proxy_to(first) as line:
        page = opened(browser, f"{line.address}/?marks={KNEE}")
        press_region(page, ACHILLES)
        with streamlit_server() as second:
            line.cut()
            line.lead_to(second)
            line.restore()
            page.wait_for_timeout(4000)
            assert_agreed(page, KNEE, ACHILLES)
            press_region(page, BREASTBONE)
            assert_agreed(page, KNEE, ACHILLES, BREASTBONE)
        page.context.close()


def test_two_tabs_keep_their_own_marks(browser: Browser, forgetful: str):
    one = opened(browser, f"{forgetful}/?marks={KNEE}")
    other = one.context.new_page()
    other.goto(f"{forgetful}/?marks={ACHILLES}")
    other.wait_for_selector(".bodychart[data-ready]")
    press_region(one, BREASTBONE)
    assert_agreed(one, KNEE, BREASTBONE)
    assert_agreed(other, ACHILLES)
    one.context.close()


def test_back_and_forward_agree(browser: Browser, forgetful: str):
    page = opened(browser, forgetful)
    press_region(page, KNEE)
    press_region(page, ACHILLES)
    page.go_back()
    assert_agreed(page, KNEE)
    page.go_forward()
    assert_agreed(page, KNEE, ACHILLES)
    page.context.close()
