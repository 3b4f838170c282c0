"""How the marks feel, said by mouse and by finger: two taps, a texture on the body, in the link only on request."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from .steps import expect_marks, pill, press_region, when_idle

CALF = "calf_inner.left"


def ask(page: Page) -> None:
    pill(page, "mark", "How it feels").click()
    expect(page.locator(".st-key-feel")).to_be_visible()


def choose(page: Page, field: str, says: str) -> None:
    row = page.locator(f".st-key-feel_{field}_{CALF.replace('.', '-')}")
    row.get_by_role("radio", name=says, exact=True).or_(row.get_by_role("button", name=says, exact=True)).first.click()
    when_idle(page)


@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_kind_and_strength_are_said_in_two_taps_and_come_back_with_the_link(screen: str, request):
    page: Page = request.getfixturevalue(screen)
    press_region(page, CALF, touch=screen == "phone")
    expect_marks(page, CALF)
    ask(page)
    choose(page, "quality", "Burning")
    choose(page, "strength", "6")
    drawn = page.locator(".bodychart .mark-feel")
    expect(drawn.first).to_have_attribute("fill", "url(#bc-feel-burning)")
    expect(page.locator(".bodychart .legend.feelings")).to_have_text("Burning")
    expect(pill(page, "mark", "Inner calf, your left · burning 6")).to_be_visible()
    assert "feel" not in parse_qs(urlsplit(page.url).query)
    when_idle(page)
    page.get_by_text("When, since when, own words, link").click()
    link = page.get_by_role("checkbox", name="Put this into the link of the page")
    expect(link).to_be_attached()
    page.get_by_text("Put this into the link of the page").click()
    expect(link).to_be_checked()
    expect(page).to_have_url(re.compile("feel="))
    page.reload()
    page.wait_for_selector(".bodychart[data-ready]")
    expect(drawn.first).to_have_attribute("fill", "url(#bc-feel-burning)")
    expect(pill(page, "mark", "Inner calf, your left · burning 6")).to_be_visible()
