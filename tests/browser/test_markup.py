"""Markup in the data is shown as typed on every page: nothing is made of it, and no other host is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.hostile import MARKUP
from tests.real import REAL

from .conftest import DESKTOP
from .server import streamlit_server
from .steps import PATIENCE, PIN, addresses_of, outside, pattern_rows, pill, title, when_idle

MARKS = "marks=knee_front.right,calf_inner.left,sacrum"
PAGES = {
    "the map": f"/?{MARKS}",
    "the list of injuries": f"/injuries?{MARKS}",
    **{f"a condition: {c.safety_class}": f"/injuries?condition={c.id}" for c in REAL.conditions.values()},
    "a muscle": "/muscles?muscle=soleus",
    "a muscle without a pattern": "/muscles?muscle=gemelli",
    **{f"needling: {part}": f"/needling?part={part}" for part in ("about", "studies", "harms", "visit", "claims")},
}
# What the browser would make of the markup if somebody read it as HTML, as Markdown or as an icon.
MADE = (
    "b, img[src*=evil], a[href*='evil.example/x'], a[href^='http://www.evil'], a[href^=javascript], del, .katex, "
    "[data-testid=stApp] script, [data-testid=stTooltipContent] code"
)


@pytest.fixture(scope="module")
def hostile_url() -> Iterator[str]:
    with streamlit_server(module="tests.browser.hostile_app") as url:
        yield url


@pytest.fixture(scope="module")
def page(browser: Browser, hostile_url: str) -> Iterator[Page]:
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


def shown(page: Page) -> str:
    """What can be read on the page, without the word joiners that keep ``:smile:`` from becoming a picture."""
    text: str = page.evaluate(
        """() => {
          for (const part of document.querySelectorAll("details")) part.open = true;
          return document.body.innerText;
        }"""
    )
    return " ".join(text.replace("\N{WORD JOINER}", "").split())


def assert_as_typed(page: Page, least: int) -> None:
    for _ in range(50):  # parts of a page arrive after the script has run
        when_idle(page)
        if (text := shown(page)).count(MARKUP) >= least:
            break
        page.wait_for_timeout(100)
    assert text.count(MARKUP) >= least
    rest = text.replace(MARKUP, "")
    assert [part for part in rest.split("  ") if ".example" in part or "alert" in part] == []
    made = page.evaluate("made => [...document.querySelectorAll(made)].map((node) => node.outerHTML)", MADE)
    assert made == []
    assert page.evaluate("window.alerted") is None


@pytest.mark.parametrize("at", PAGES.values(), ids=PAGES)
def test_a_page_shows_markup_as_typed_and_asks_no_other_host(page, hostile_url, at):
    addresses = addresses_of(page)
    page.add_init_script("window.alert = () => { window.alerted = true }")
    page.goto(hostile_url + at)
    page.wait_for_selector(".notice")
    assert_as_typed(page, least=5)
    assert outside(addresses, hostile_url) == set()


def test_what_a_click_brings_is_shown_as_typed_too(page, hostile_url):
    """Painted and pinned patterns, what a search finds and does not find, the figure, the list of names."""
    addresses = addresses_of(page)
    page.goto(f"{hostile_url}/?{MARKS}")
    page.wait_for_selector(".bodychart[data-ready]")
    row = pattern_rows(page).filter(has_text="trigger points").first
    row.wait_for()
    when_idle(page)
    if row.get_attribute("aria-pressed") != "true":  # the one on top is painted already
        row.click()
    expect(row).to_have_attribute("aria-pressed", "true")
    when_idle(page)
    pill(page, "pattern", PIN).click()
    expect(pill(page, "pattern", PIN)).to_have_count(0)
    assert MARKUP in (title(page).first.text_content() or "")
    assert (
        page.locator("[data-row='pattern_pills'] button", has_text="~~no~~").count() >= 2
    )  # its points, the pinned one
    assert_as_typed(page, least=20)
    box = page.get_by_label("Find a place, a muscle or an injury")
    for words, says in (("calf", MARKUP), ("<qqq onqqq=zzz>", "Nothing found for “<qqq onqqq=zzz>”")):
        box.fill(words)
        page.locator(".searchlist .drop").get_by_text(says).first.wait_for()
        assert_as_typed(page, least=20)
    page.goto(f"{hostile_url}/muscles?muscle=soleus")
    page.get_by_text("Figure to keep").click()
    page.locator(".js-plotly-plot .gtitle").wait_for()
    assert MARKUP in (page.locator(".js-plotly-plot .gtitle").text_content() or "")
    assert_as_typed(page, least=20)
    page.get_by_label("Muscle", exact=True).focus()
    page.keyboard.press("ArrowDown")
    page.locator("[role='option']").first.wait_for()
    assert_as_typed(page, least=20)
    assert outside(addresses, hostile_url) == set()
