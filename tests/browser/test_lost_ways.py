"""Addresses that lead nowhere or name what nobody knows, links to copy where the page may not, and double clicks."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import DESKTOP
from .steps import (
    PATIENCE,
    agreed,
    drawn_as,
    expect_marks,
    mark_pill,
    open_chart,
    press_region,
    visible_pixel,
    when_idle,
)

KNEE = "knee_front.right"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


# ---- pages that are none ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["/nope", "/nosuch/x/y", "/%3Cscript%3Ealert(1)%3C/script%3E", "//evil", "/..%2f..%2fx"]
)
def test_a_page_that_is_none_says_so_and_leads_on(page: Page, app_url: str, path: str):
    answer = page.goto(f"{app_url}{path}")
    assert answer and answer.status == 404
    expect(page.locator("h1")).to_have_text("There is no such page")
    page.get_by_role("link", name="Muscles").click()
    page.wait_for_selector(".bodychart[data-ready]")
    expect(page).to_have_url(re.compile(rf"^{app_url}/muscles"))


@pytest.mark.parametrize("path", ["/", "/injuries", "/muscles", "/needling", "/quiz"])
def test_a_page_asks_for_nothing_that_is_not_there_and_leads_to_another(page: Page, app_url: str, path: str):
    missing: list[str] = []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    page.goto(f"{app_url}{path}")
    page.wait_for_selector(".notice")
    when_idle(page)
    page.get_by_role("link", name="Dry needling").first.click()
    expect(page).to_have_url(f"{app_url}/needling")
    expect(page.locator("h1", has_text="Dry needling")).to_be_visible()
    assert missing == []


# ---- names that nobody knows -----------------------------------------------------------------------------------


def test_a_muscle_that_nobody_knows_is_said_and_the_address_follows_the_choice(page: Page, app_url: str):
    open_chart(page, f"{app_url}/muscles?muscle=piriformus")
    expect(page.locator("[data-testid='stAlert']")).to_contain_text("The address names “piriformus”")
    when_idle(page)
    expect(page).to_have_url(f"{app_url}/muscles?muscle=piriformus")
    page.get_by_role("button", name="Piriformis", exact=True).click()
    expect(page).to_have_url(f"{app_url}/muscles?muscle=piriformis")
    expect(page.locator("[data-testid='stAlert']")).to_have_count(0)


def test_a_mark_that_nobody_knows_stays_in_the_address_through_a_reload_until_a_click(page: Page, app_url: str):
    page.goto(f"{app_url}/?marks=knee_fron.right,sacrum")
    for again in (False, True):
        if again:
            page.reload()
        page.wait_for_selector(".bodychart[data-ready]")
        expect(page.locator("[data-testid='stAlert']")).to_contain_text("“knee_fron.right”, which is no place here")
        expect(page).to_have_url(re.compile(r"marks=knee_fron\.right,sacrum"))
        expect_marks(page, "sacrum")
    page.get_by_role("button", name="Front of the knee, your right", exact=True).click()
    expect_marks(page, "sacrum", KNEE)
    expect(page).to_have_url(re.compile(rf"marks=sacrum,{KNEE}"))
    expect(page.locator("[data-testid='stAlert']")).to_have_count(0)


def test_a_view_and_a_figure_that_nobody_knows_are_chosen_from_the_note(page: Page, app_url: str):
    open_chart(page, f"{app_url}/?marks=heel_sole.right&view=foots&figure=women")
    expect(page.locator("[data-testid='stAlert']")).to_have_count(2)
    for row, name in (("near_view_pills", "Foot"), ("near_figure_pills", "Woman")):
        page.locator(f".st-key-{row}").get_by_role("button", name=name, exact=True).click()
        expect(page.locator(f".st-key-{row}")).to_have_count(0)
    chart = page.locator(".bodychart[data-ready]")
    expect(chart).to_have_attribute("data-layout", "Foot")
    expect(chart).to_have_attribute("data-figure", "woman")
    expect(page).to_have_url(re.compile(r"(?=.*view=foot(&|$))(?=.*figure=woman(&|$))"))


def test_back_to_an_address_with_unknown_marks_leaves_none_in_the_picture(page: Page, app_url: str):
    open_chart(page, f"{app_url}/?marks=tail,sacrum")
    press_region(page, KNEE)
    expect_marks(page, "sacrum", KNEE)
    page.go_back()
    expect_marks(page, "sacrum")
    expect(page.locator("[data-testid='stAlert']")).to_contain_text("“tail”")
    expect(page).to_have_url(re.compile(r"marks=tail,sacrum"))


def test_a_pasted_list_is_taken_whole_and_the_address_made_neat(page: Page, app_url: str):
    open_chart(page, f"{app_url}/?marks=knee_front.right,%20sacrum.%20Calf_inner.left")
    expect_marks(page, KNEE, "sacrum", "calf_inner.left")
    expect(page).to_have_url(re.compile(rf"marks={KNEE},sacrum,calf_inner\.left"))


# ---- copy the link ---------------------------------------------------------------------------------------------


def copy_link(where: Page) -> None:
    where.locator(".bodychart .more summary").click()
    where.locator(".bodychart .more [data-do='link']").click()


def test_without_a_clipboard_the_link_is_shown_to_copy_by_hand(page: Page, app_url: str):
    """As over plain http on a network address."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    open_chart(page, f"{app_url}/?marks={KNEE}")
    agreed(page)
    copy_link(page)
    field = page.locator(".bodychart .more .by-hand input")
    expect(field).to_be_visible()
    expect(field).to_have_value(page.url)
    assert page.evaluate("() => getSelection().toString() || document.activeElement.value") == page.url


def test_in_a_frame_that_may_not_copy_the_link_is_shown_to_copy_by_hand(page: Page, app_url: str):
    frame = f"<iframe src='/?marks={KNEE}' allow=\"clipboard-write 'none'\" width=1300 height=900></iframe>"
    page.route(f"{app_url}/frame", lambda route: route.fulfill(content_type="text/html", body=frame))
    page.goto(f"{app_url}/frame")
    inside = page.frame_locator("iframe")
    inside.locator(".bodychart[data-ready]").wait_for()
    inside.locator(".bodychart .more summary").click()
    inside.locator(".bodychart .more [data-do='link']").click()
    expect(inside.locator(".bodychart .more .by-hand input")).to_have_value(re.compile(rf"^{app_url}/\?marks={KNEE}"))


# ---- a double click --------------------------------------------------------------------------------------------


def test_a_double_click_marks_once_and_takes_away_once(page: Page, app_url: str):
    open_chart(page, app_url)
    pixel = visible_pixel(page, drawn_as("Whole body", KNEE), random.Random(7))
    page.mouse.dblclick(*pixel)
    expect_marks(page, KNEE)
    expect(mark_pill(page, KNEE)).to_be_visible()
    page.wait_for_timeout(400)
    page.mouse.dblclick(*pixel)
    expect_marks(page)
