"""Nerve roots and other kinds beside muscles, compared on the body: their own figures, names, and an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .conftest import DESKTOP, PHONE
from .steps import PATIENCE, PIN, assert_no_overflow, expect_answer, open_chart, painted, pill, title, when_idle

ADDRESS = "/?marks=thumb_front.right,forearm_thumb_side.right"
SCALENE, ROOT = "scalenes_anterior@right", "root_c6@right"
FILLING = "node => getComputedStyle(node).fill"


@pytest.fixture(params=["mouse", "finger"])
def page(request: pytest.FixtureRequest, browser: Browser, app_url: str) -> Iterator[Page]:
    finger = {"viewport": PHONE, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
    context = browser.new_context(**(finger if request.param == "finger" else {"viewport": DESKTOP}))
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    open_chart(page, f"{app_url}{ADDRESS}")
    expect_answer(page)
    yield page
    context.close()


def line(page: Page, kind: str) -> Locator:
    """The line of a kind, open or closed."""
    return page.locator("[data-row='also_pills']").get_by_role("button", name=re.compile(rf"^{kind}\b"))


def press(page: Page, button: Locator) -> None:
    button.scroll_into_view_if_needed()
    button.click()
    when_idle(page)


def zones(page: Page, slot: int) -> Locator:
    return page.locator(f".bodychart .paint .primary .zone.slot-{slot}")


def assert_both_legible(page: Page) -> None:
    """Each has zones of its own figure in the picture, and its name beside a swatch in the legend."""
    expect(page.locator(".bodychart")).to_have_attribute("data-painted", f"{SCALENE},{ROOT}")
    expect(title(page)).to_have_text(["Scalene muscles, Anterior, right", "C6 nerve root, right: pain of the root"])
    expect(title(page).locator(".swatch")).to_have_count(2)
    assert page.locator(".bodychart .swatch.area .line").count() > 1
    assert "bc-" not in zones(page, 0).first.evaluate(FILLING)
    assert zones(page, 1).first.evaluate(FILLING) == 'url("#bc-nerve_root-primary-1")'
    [figure] = page.locator("#bc-nerve_root-primary-1 path").all()
    assert figure.evaluate("node => getComputedStyle(node).stroke") != zones(page, 0).first.evaluate(FILLING)
    for slot in (0, 1):
        drawn = zones(page, slot).evaluate_all("nodes => nodes.map(node => node.getBoundingClientRect().width)")
        assert max(drawn) > 5, drawn
    expect(page.locator(".bodychart .cross.slot-0")).not_to_have_count(0)
    expect(page.locator(".bodychart .cross.slot-1")).to_have_count(0)


def test_a_muscle_and_the_pain_of_a_root_are_pinned_and_compared(page: Page):
    assert painted(page).get_attribute("data-painted") == SCALENE
    press(page, pill(page, "pattern", PIN))
    press(page, line(page, "Nerve roots"))
    press(page, page.locator("[data-paint='root_c6@right']"))
    expect(page.locator(".with-it")).to_contain_text("(Kang 2020; Childress 2016)")
    press(page, pill(page, "pattern", PIN))
    expect(pill(page, "pattern", "C6 nerve root, right")).to_be_visible()
    assert_both_legible(page)
    expect(page).to_have_url(re.compile(rf"paint={ROOT}&pins={SCALENE},{ROOT}$"))
    if page.viewport_size == PHONE:
        assert_no_overflow(page)

    page.reload()
    page.wait_for_selector(".bodychart[data-ready]")
    expect_answer(page)
    assert_both_legible(page)
    expect(page).to_have_url(re.compile(rf"paint={ROOT}&pins={SCALENE},{ROOT}$"))


def test_pointing_at_a_member_paints_it_at_once(browser: Browser, app_url: str):
    page = browser.new_context(viewport=DESKTOP).new_page()
    open_chart(page, f"{app_url}{ADDRESS}")
    expect_answer(page)
    press(page, line(page, "Nerve roots"))
    page.locator("[data-paint='root_c6_touch@right']").hover()
    expect(page.locator(".bodychart")).to_have_attribute("data-preview", "root_c6_touch@right")
    expect(title(page)).to_have_text("C6 nerve root, touch, right: skin that the root feels")
    assert zones(page, 0).first.evaluate(FILLING) == 'url("#bc-nerve_root_touch-primary-0")'
    expect(page.locator(".bodychart .legend.patterns").get_by_text("trigger point")).to_be_hidden()
    page.context.close()
