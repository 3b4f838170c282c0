"""Odd addresses and search texts in a browser: no script runs, no other host is asked, no page stays blank."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import odd
from tests.each import each

from .conftest import DESKTOP
from .steps import PATIENCE, addresses_of, outside, when_idle

HARM = "for (const name of ['alert', 'confirm', 'prompt']) window[name] = () => { window.harmed = name }"
SAYS = "There is no such page"
EVERY = odd.addresses()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody who was here before, so that the files of the page are at hand."""
    context = browser.new_context(viewport=DESKTOP)
    context.set_default_timeout(PATIENCE)
    context.add_init_script(HARM)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    yield page
    page.close()


def assert_harmless(context: BrowserContext, app_url: str, at: odd.Odd) -> None:
    page = context.new_page()
    try:
        _assert_harmless(page, app_url, at)
    finally:
        page.close()


def _assert_harmless(page: Page, app_url: str, at: odd.Odd) -> None:
    addresses, errors = addresses_of(page), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{app_url}{at}")
    page.wait_for_selector(".notice, body > main > h1")
    is_page = page.locator(".notice").count() > 0
    if is_page:
        when_idle(page)
    text = " ".join(page.locator("body").inner_text().split())
    assert len(text) > 100, f"{at} is blank: {text}"
    assert page.locator("[data-testid='stException']").count() == 0, f"{at}: {text}"
    assert page.evaluate("window.harmed") is None and not errors, f"{at}: {errors}"
    assert outside(addresses, app_url) == set(), str(at)
    assert page.locator("img[src*='evil'], img[src='x'], a[href^='javascript'], [data-testid='stApp'] b").count() == 0
    if not is_page:
        assert SAYS in text, f"{at}: {text}"
    elif at.is_page and at.unknown():
        expect(page.locator("[data-testid='stAlert']", has_text="The address names")).to_have_count(len(at.unknown()))


@each("at", odd.sample(EVERY, 24))
def test_an_odd_address_does_no_harm(at: odd.Odd, context: BrowserContext, app_url: str):
    assert_harmless(context, app_url, at)


@pytest.mark.long
@each("at", EVERY)
def test_no_odd_address_does_harm(at: odd.Odd, context: BrowserContext, app_url: str):
    assert_harmless(context, app_url, at)


def test_odd_search_texts_do_no_harm(page: Page, app_url: str):
    addresses, errors = addresses_of(page), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(app_url)
    page.wait_for_selector(".bodychart[data-ready]")
    box = page.get_by_label("Find a place, a muscle or an injury")
    for text in odd.texts():
        box.fill(text)
        assert page.evaluate("window.harmed") is None and not errors, f"{text!r}: {errors}"
    assert page.locator(".searchlist :is(script, img, svg[onload], b, iframe)").count() == 0
    box.fill("knee")
    expect(page.locator(".searchlist .drop")).to_contain_text("Front of the knee")
    assert outside(addresses, app_url) == set()
