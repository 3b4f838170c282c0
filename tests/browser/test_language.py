"""The page in German, from the address to the answer, and the switch at its foot."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from bodymap import words
from tests.real import REAL

from .conftest import DESKTOP, PHONE
from .steps import PATIENCE, assert_no_overflow, box, expect_marks, open_chart, press_region, when_idle

GERMAN, SPANISH = re.compile(r"[?&]lang=de\b"), re.compile(r"[?&]lang=es\b")
ANY = re.compile(r"lang=")


def in_language(spoken: str, text: str) -> str:
    with words.speaking(spoken):
        return words.tr(text)


def expect_spoken(page: Page, spoken: str) -> None:
    """Streamlit's page says English until the app's first answer is there."""
    expect(page.locator("html")).to_have_attribute("lang", spoken)


def opened(browser: Browser, url: str, **settings: object) -> Page:
    page = browser.new_context(**settings).new_page()
    page.set_default_timeout(PATIENCE)
    open_chart(page, url)
    return page


def switch_to(page: Page, spoken: str) -> None:
    page.locator(".st-key-language_choice").get_by_text(words.LANGUAGES[spoken], exact=True).click()
    expect_spoken(page, spoken)
    when_idle(page)


def test_a_journey_in_german(browser: Browser, app_url: str):
    page = opened(browser, f"{app_url}/?lang=de", viewport=DESKTOP)
    expect_spoken(page, "de")
    expect(page.get_by_role("heading", name="Wo tut es weh?")).to_be_visible()
    expect(page.locator(".bodychart .stage")).to_have_attribute("aria-label", re.compile("^Körperkarte"))
    expect(page.locator(".bodychart .caption").first).to_have_text("Vorn")

    # found by its German name, marked, answered
    field = page.get_by_role("combobox", name=in_language("de", "Find a place, a muscle or an injury"))
    field.fill("Kniekehle")
    page.locator(".searchlist").get_by_role("option", name=re.compile("Kniekehle, bei Ihnen rechts")).click()
    expect(page.locator(".bodychart")).to_have_attribute("data-marks", "knee_back.right")
    expect_marks(page, "knee_back.right")
    expect(page).to_have_url(GERMAN)
    expect(page.get_by_role("heading", name="Warnzeichen zuerst")).to_be_visible()
    sign = page.locator(".part-red_flags .signs-open [lang=en]").first
    assert sign.inner_text() in {flag.brief for flag in REAL.red_flags.values()}, "the text of a sign stays English"

    # a click runs a part of the page alone, in German
    press_region(page, "knee_front.right")
    expect(page.locator(".part-patterns h3")).to_have_text(re.compile(r"^\d+ Muskeln? hier beschrieben$"))

    # the other pages by their names at the top, reload
    page.get_by_role("link", name="Verletzungen").locator("visible=true").first.click()
    expect(page.get_by_role("heading", name="Verletzungen", exact=True)).to_be_visible()
    when_idle(page)
    expect(page).to_have_url(GERMAN)
    page.get_by_role("link", name="Dry Needling").locator("visible=true").first.click()
    expect(page).to_have_url(re.compile(r"needling\?.*lang=de"))
    page.reload()
    when_idle(page)
    warning = "Done only by a trained professional. Do not needle yourself or anyone else."
    expect(page.get_by_text(in_language("de", warning))).to_be_visible()
    expect_spoken(page, "de")
    page.context.close()


def test_the_switch_at_the_foot_changes_everything_and_back(browser: Browser, app_url: str):
    page = opened(browser, f"{app_url}/?marks=knee_front.right", viewport=DESKTOP)
    expect(page).not_to_have_url(ANY)
    ready = [page.locator(".bodychart .tools").inner_text(), page.locator(".bodychart .caption").all_inner_texts()]
    steps = page.evaluate("history.length")
    for spoken, caption in (("es", "Por delante"), ("de", "Vorn")):
        switch_to(page, spoken)
        expect(page).to_have_url(re.compile(rf"lang={spoken}"))
        expect(page.locator(".bodychart .caption").first).to_have_text(caption)
        expect(page.get_by_role("button", name=in_language(spoken, "Zoom in"))).to_be_visible()
        expect(page.locator(".searchlist input")).to_have_attribute(
            "placeholder", in_language(spoken, "Find a place, a muscle or an injury")
        )
        expect_marks(page, "knee_front.right")
    switch_to(page, "en")
    expect(page).not_to_have_url(ANY)
    expect(page.get_by_role("button", name="Zoom in")).to_be_visible()
    expect(page.locator(".searchlist input")).to_have_attribute("placeholder", "Find a place, a muscle or an injury")
    expect(page.locator(".bodychart .caption").first).to_have_text("Front")
    assert [
        page.locator(".bodychart .tools").inner_text(),
        page.locator(".bodychart .caption").all_inner_texts(),
    ] == ready
    assert page.evaluate("history.length") == steps, "the address changes without a step"
    page.context.close()


def test_back_keeps_the_language(browser: Browser, app_url: str):
    page = opened(browser, f"{app_url}/", viewport=DESKTOP)
    press_region(page, "knee_front.right")
    switch_to(page, "es")
    page.go_back()
    expect_marks(page)
    expect(page).to_have_url(SPANISH)
    expect_spoken(page, "es")
    page.context.close()


def test_german_words_fit_on_a_phone(browser: Browser, app_url: str):
    page = opened(browser, f"{app_url}/?marks=knee_front.right&lang=de", viewport=PHONE, has_touch=True, is_mobile=True)
    assert_no_overflow(page)
    cut = page.evaluate(
        """() => [...document.querySelectorAll(".bodychart .bar button, .st-key-view_bar button")].filter(button =>
          button.scrollWidth > button.clientWidth + 1 || button.scrollHeight > button.clientHeight + 1
        ).map(button => button.innerText)"""
    )
    assert not cut
    assert box(page.locator(".bodychart .bar"))["height"] > 0
    page.context.close()
