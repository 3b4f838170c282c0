"""What the picture shows before it is asked: patterns on pointing, borders, close-ups, the whole screen, its size."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.real import REAL

from .chart_map import CHART
from .steps import (
    PATIENCE,
    PIN,
    about,
    box,
    expect_marks,
    open_chart,
    painted,
    pattern_rows,
    pill,
    press_region,
    show,
    title,
    view_box,
    when_idle,
)

KNEE = "/?marks=knee_front.right"
FIGURES = """() => {
  const skins = [...document.querySelectorAll('.bodychart .base > .skin')].map(node => node.getBoundingClientRect());
  const heads = Math.min(...skins.map(box => box.top)), feet = Math.max(...skins.map(box => box.bottom));
  return { share: (feet - heads) / innerHeight, feet, window: innerHeight };
}"""


@pytest.fixture
def open_at(browser: Browser, app_url: str) -> Iterator[object]:
    contexts = []

    def opened(width: int, height: int, path: str = KNEE, touch: bool = False) -> Page:
        contexts.append(
            browser.new_context(viewport={"width": width, "height": height}, has_touch=touch, is_mobile=touch)
        )
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        open_chart(page, f"{app_url}{path}")
        return page

    yield opened
    for context in contexts:
        context.close()


def pattern_of(row: Locator) -> str:
    """The pattern that a row stands for."""
    return row.get_attribute("data-paint") or ""


def name_of(pattern: str) -> str:
    """``Soleus, TrP1, left``."""
    point, _, side = pattern.partition("@")
    return f"{REAL.trigger_points[point].name}, {side}"


def zones(page: Page, level: str) -> set[str]:
    """The places that the picture shows as a level of the painted pattern."""
    return set(page.locator(f".bodychart [data-zone='{level}']").evaluate_all("ns => ns.map(n => n.dataset.region)"))


def drawn_zones(pattern: str, level: str) -> set[str]:
    """The places of a pattern on the whole body, from the data."""
    point, _, side = pattern.partition("@")
    places = getattr(REAL.places(point, side or "right"), level)
    return {str(place) for place in places if place.region in CHART["front"].regions | CHART["back"].regions}


def is_painted_at(page: Page, mark: str) -> bool:
    """Whether a shape of the painted pattern lies over the middle of a region, in any panel."""
    return bool(
        page.evaluate(
            """mark => [...document.querySelectorAll(`[data-region="${mark}"]`)].some(region => {
              const length = region.getTotalLength(), inside = [];
              for (let x = 0.1; x < 1; x += 0.1) for (let y = 0.1; y < 1; y += 0.1) {
                const frame = region.getBBox();
                const point = new DOMPoint(frame.x + x * frame.width, frame.y + y * frame.height);
                if (region.isPointInFill(point)) inside.push(point.matrixTransform(region.getScreenCTM()));
              }
              const shapes = [...region.closest('svg').querySelectorAll('.paint .zone')];
              const over = inside.filter(point => shapes.some(shape =>
                shape.isPointInFill(point.matrixTransform(shape.getScreenCTM().inverse()))));
              return length > 0 && over.length > inside.length * 0.4;
            })""",
            mark,
        )
    )


def test_pointing_at_a_row_paints_its_pattern_without_the_server(open_at):
    page = open_at(1440, 900)
    chart, sent = page.locator(".bodychart"), []
    page.on("websocket", lambda socket: sent.append("opened"))
    before = chart.evaluate("node => [node.dataset.seq, node.dataset.ack]")
    rows, known = pattern_rows(page), about(page).inner_text()
    first = pattern_of(rows.first)
    expect(chart).to_have_attribute("data-painted", first)
    for number in (1, 2, 0):
        row = rows.nth(number)
        row.scroll_into_view_if_needed()
        pattern = pattern_of(row)
        row.hover()
        expect(chart).to_have_attribute("data-painted", pattern)
        expect(title(page)).to_contain_text(REAL.trigger_points[pattern.partition("@")[0]].name)
        for level in ("primary", "spillover"):
            expected = drawn_zones(pattern, level) - (
                drawn_zones(pattern, "primary") if level == "spillover" else set()
            )
            assert zones(page, level) == expected, level
        drawn = [is_painted_at(page, mark) for mark in drawn_zones(pattern, "primary")]
        has_shapes = REAL.trigger_points[pattern.partition("@")[0]].point.shapes  # narrower than their regions
        assert any(drawn) if has_shapes else all(drawn)
        assert about(page).inner_text() == known
    page.mouse.move(700, 20)
    expect(chart).to_have_attribute("data-painted", first)
    expect(page.locator(".bodychart[data-preview]")).to_have_count(0)
    assert chart.evaluate("node => [node.dataset.seq, node.dataset.ack]") == before
    assert not sent


def test_the_focus_paints_and_enter_keeps(open_at):
    page = open_at(1440, 900)
    rows = pattern_rows(page)
    rows.nth(1).focus()
    expect(page.locator(".bodychart")).to_have_attribute("data-preview", pattern_of(rows.nth(1)))
    page.keyboard.press("Enter")
    expect(about(page)).to_contain_text(name_of(pattern_of(rows.nth(1))))
    expect(page.locator(".bodychart[data-preview]")).to_have_count(0)
    expect(page.locator(".bodychart")).to_have_attribute("data-painted", pattern_of(rows.nth(1)))


def test_the_pattern_on_top_is_painted_on_arrival_and_can_be_taken_away(open_at):
    page = open_at(1440, 900)
    chart, row = page.locator(".bodychart"), pattern_rows(page).first
    pattern = pattern_of(row)
    expect(chart).to_have_attribute("data-painted", pattern)
    expect(about(page)).to_contain_text(name_of(pattern))
    row.click()
    expect(chart).to_have_attribute("data-painted", "")
    expect(painted(page)).to_have_count(0)
    expect(about(page)).to_have_count(0)
    expect(page).to_have_url(re.compile(r"[?&]paint=none(&|$)"))
    page.reload()
    page.wait_for_selector(".bodychart[data-ready]")
    expect(page.locator(".part-patterns h3")).to_be_visible()
    when_idle(page)
    expect(painted(page)).to_have_count(0)
    press_region(page, "calf_inner.left")
    expect(painted(page)).to_be_visible()
    expect(page).not_to_have_url(re.compile("paint=none"))


def test_pinned_patterns_stay_while_a_row_is_pointed_at(open_at):
    page = open_at(1440, 900)
    rows = pattern_rows(page)
    first = pattern_of(rows.first)
    expect(page.locator(".bodychart")).to_have_attribute("data-painted", first)
    pill(page, "pattern", PIN).click()
    expect(pill(page, "pattern", name_of(first))).to_be_visible()
    when_idle(page)
    rows.nth(1).hover()
    expect(page.locator(".bodychart")).to_have_attribute("data-painted", f"{first},{pattern_of(rows.nth(1))}")
    expect(page.locator(".bodychart .cross.slot-1")).not_to_have_count(0)
    colours = page.locator(".bodychart .over .cross").evaluate_all("ns => ns.map(n => getComputedStyle(n).stroke)")
    assert len(set(colours)) == 2, "each pattern has a cross of its own colour"
    page.mouse.move(700, 20)
    expect(page.locator(".bodychart")).to_have_attribute("data-painted", first)


def test_marks_never_hide_zones(open_at):
    page = open_at(1440, 900)
    expect(painted(page)).to_be_visible()
    fills = page.locator(".bodychart :is(.region.marked, .mark-line, .mark-halo)").evaluate_all(
        "ns => ns.map(n => getComputedStyle(n).fill)"
    )
    assert fills and set(fills) <= {"none", "rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1366, 657), (1280, 600), (820, 1180)])
def test_the_figures_are_tall_and_their_feet_in_reach(open_at, width, height):
    page = open_at(width, height)
    page.locator(".bodychart .figure").scroll_into_view_if_needed()
    seen = page.evaluate(FIGURES)
    assert seen["share"] >= (0.75 if height == 900 else 0.7), seen
    heads = page.locator(".bodychart .base > .skin").first
    assert box(page.locator(".bodychart .tools"))["x"] > box(heads)["x"] + box(heads)["width"]


def test_a_button_beside_the_body_opens_the_close_up(desktop: Page):
    press_region(desktop, "knee_front.right")
    desktop.get_by_role("button", name="Look closer: Feet").click()
    expect(desktop.locator(".bodychart")).to_have_attribute("data-layout", "Foot")
    desktop.wait_for_selector(".bodychart[data-ready]")
    expect_marks(desktop, "knee_front.right")
    show(desktop, "Whole body")
    desktop.get_by_role("button", name="Look closer: Hands").click()
    expect(desktop.locator(".bodychart")).to_have_attribute("data-layout", "Hand")


def test_buttons_that_look_closer_are_large_enough(desktop: Page, phone: Page):
    for page, least in ((desktop, 24), (phone, 44)):
        buttons = page.locator(".bodychart .looks button")
        expect(buttons).to_have_count(5)
        for button in buttons.all():
            assert min(box(button)["width"], box(button)["height"]) >= least


def test_the_borders_of_places_can_be_switched_on(desktop: Page):
    region = desktop.locator(".bodychart [data-region='knee_front.right']")
    opacity = "node => Number(getComputedStyle(node).strokeOpacity)"
    desktop.mouse.move(2, 2)
    assert region.evaluate(opacity) == 0
    desktop.locator(".bodychart .more summary").click()
    desktop.get_by_role("button", name="Show the borders of places").click()
    desktop.mouse.move(2, 2)
    desktop.wait_for_timeout(300)
    assert region.evaluate(opacity) > 0.2


def test_the_figure_fills_the_screen_and_comes_back(open_at):
    page = open_at(820, 1180)
    expect(painted(page)).to_be_visible()
    before = view_box(page)
    page.get_by_role("button", name="Fill the screen").click()
    leave = page.get_by_role("button", name="Back to the page")
    expect(leave).to_be_focused()
    found = box(page.locator(".bodychart"))
    assert (found["width"], found["height"]) == (820, 1180)
    assert view_box(page) != before, "it zooms to the pattern"
    expect(title(page)).to_be_in_viewport()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("() => Boolean(document.activeElement.closest('.bodychart'))")
    page.keyboard.press("Escape")
    expect(leave).to_be_hidden()
    assert view_box(page) == before
    expect(page.get_by_role("button", name="Fill the screen")).to_be_focused()
