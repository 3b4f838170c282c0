"""Closed parts of the warning signs: the answer names their items, and the page puts them in when a part is opened."""

from __future__ import annotations

import re
from html import unescape

import pytest
from playwright.sync_api import Locator, Page, expect

from bodymap.place import Place
from components.shared.red_flags import signs_html
from tests.real import REAL

from .steps import expect_answer, press_region

MARK = "calf_inner.right"
LISTS = re.compile(r"<ul>(.*?)</ul>", re.DOTALL)


def words(html: str) -> str:
    """HTML as it is read, without what it costs to mark it up."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def items(part: str) -> list[list[str]]:
    """The items of each list in HTML."""
    return [[words(item) for item in re.findall(r"<li>(.*?)</li>", found, re.DOTALL)] for found in LISTS.findall(part)]


def wanted(summary: str) -> list[list[str]]:
    """The lists of a closed part, as Python writes them out."""
    page = str(signs_html(REAL, [Place.of(MARK)]))
    return items(page.partition(f"<summary>{summary}")[2].partition("<details")[0])


def part(page: Page, summary: str) -> Locator:
    return page.locator(".part-red_flags details", has=page.locator("> summary", has_text=summary)).first


def listed(found: Locator) -> list[list[str]]:
    """The lists of an open part, without those of parts within it."""
    lists = found.locator("> ul, > div > .flags > ul").all()
    return [[" ".join(text.split()) for text in one.locator("> li").all_inner_texts()] for one in lists]


@pytest.fixture
def marked(desktop: Page) -> Page:
    press_region(desktop, MARK)
    expect_answer(desktop)
    return desktop


@pytest.mark.parametrize("summary", ["Today: ", "Why doctors ask"])
def test_an_opened_part_shows_what_python_would_have_written(marked, summary):
    found = part(marked, summary)
    expect(found.locator("li")).to_have_count(0)
    found.locator("> summary").click()
    expect(found.locator("> ul > li, > div > .flags > ul > li").first).to_be_visible()
    assert listed(found) == wanted(summary) and listed(found)[0]


def test_the_keyboard_opens_a_part_and_its_sources_within(marked):
    found = part(marked, "Why doctors ask")
    found.locator("> summary").focus()
    marked.keyboard.press("Enter")
    expect(found.locator("> ul > li, > div > .flags > ul > li").first).to_be_visible()
    sources = found.locator("details.sources")
    expect(sources.locator("li").first).to_be_hidden()
    count = int(re.search(r"\((\d+)\)", sources.locator("summary").inner_text())[1])  # type: ignore[index]
    sources.locator("summary").click()
    expect(sources.locator("li").last).to_be_visible()
    expect(sources.locator("li")).to_have_count(count)
    links = sources.locator("li a")
    assert links.count() and all("noopener" in (link.get_attribute("rel") or "") for link in links.all())


def test_a_part_that_is_opened_otherwise_than_by_a_click_is_filled_too(marked):
    found = part(marked, "Why doctors ask")
    found.evaluate("node => { node.open = true; }")
    expect(found.locator("> ul > li, > div > .flags > ul > li").first).to_be_visible()


def test_the_items_are_read_out_only_where_they_are_listed(marked):
    held = marked.locator(".pieces")
    expect(held).to_have_count(1)
    expect(held).to_be_hidden()
    assert held.locator("li").count() > 2 * len(REAL.red_flags)


def test_another_mark_lists_its_own_items(marked):
    found = part(marked, "Why doctors ask")
    found.locator("> summary").click()
    before = listed(found)
    press_region(marked, "knee_front.right")
    expect_answer(marked)
    found = part(marked, "Why doctors ask")
    if not found.evaluate("node => node.open"):
        found.locator("> summary").click()
    expect(found.locator("> ul > li, > div > .flags > ul > li").first).to_be_visible()
    assert listed(found) != before
