"""The quiz in the browser: played through with a finger, and by keys."""

from __future__ import annotations

import random

from playwright.sync_api import Page, expect

from .steps import assert_no_overflow, drawn_as, settle, visible_pixel, when_idle

AT_TOP = "() => document.querySelector('.quiz-start')?.getBoundingClientRect().top >= 0"


def go_on(page: Page) -> None:
    page.locator(".st-key-quiz_on_bar button").first.click()
    expect(page.locator(".verdict")).to_have_count(0)
    when_idle(page)


def test_a_quiz_is_played_with_a_finger(phone, app_url):
    phone.locator(".st-key-pages").get_by_role("link", name="Muscles").tap()
    phone.get_by_role("button", name="Quiz").tap()
    phone.wait_for_selector(".st-key-quiz_start")
    when_idle(phone)
    phone.goto(f"{app_url}/quiz?seed=monday&kinds=pattern,places&n=2&level=easy")
    for _ in range(8):
        when_idle(phone)
        if phone.locator(".st-key-quiz_after").count():
            break
        phone.wait_for_selector(".quiz-prompt")
        assert_no_overflow(phone)
        if phone.locator(".st-key-quiz_chart").count():
            phone.wait_for_selector(".bodychart[data-ready]")
            pixel = visible_pixel(phone, drawn_as("Whole body", "neck_back.left"), random.Random(3))
            phone.touchscreen.tap(*pixel)
            assert settle(phone) == {"neck_back.left"}
            when_idle(phone)
            phone.get_by_role("button", name="Check").tap()
        else:
            expect(phone.locator(".quiz-pictures img").first).to_be_visible()
            phone.locator(".st-key-quiz_options button").first.tap()
        expect(phone.locator(".verdict")).to_be_visible()
        when_idle(phone)
        go_on(phone)
        phone.wait_for_function(AT_TOP)
    expect(phone.locator(".st-key-quiz_after")).to_be_visible()
    expect(phone.locator(".st-key-quiz_summary .js-plotly-plot")).to_be_visible()


def test_a_quiz_is_played_by_keys(desktop, app_url):
    desktop.goto(f"{app_url}/quiz?seed=monday&kinds=action&n=1&level=easy")
    for _ in range(3):
        desktop.wait_for_selector(".st-key-quiz_options button")
        when_idle(desktop)
        desktop.keyboard.press("1")
        expect(desktop.locator(".verdict")).to_be_visible()
        when_idle(desktop)
        desktop.keyboard.press("n")
        expect(desktop.locator(".verdict")).to_have_count(0)
        when_idle(desktop)
        if desktop.locator(".st-key-quiz_after").count():
            break
    expect(desktop.locator(".st-key-quiz_after")).to_be_visible()
