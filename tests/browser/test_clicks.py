"""Random pixels of every view, by mouse and by touch, must mark the right region on the right side, on both figures.

Every drawn region is looked up at several pixels in the page itself, as a press looks it up, in one call for a layout;
a sample is really clicked and tapped.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

import pytest
from playwright.sync_api import Page, expect

from bodymap.body.figure import FIGURES, Figure

from .chart_map import LAYOUTS, Camera, Drawn, drawn_regions
from .steps import (
    choose_figure,
    listed_when_done,
    settle,
    show,
    visible_pixel,
)

BATCH = 12
SMALL = 20  # px; on the phone a region drawn smaller is pressed in its close-up


def batches(items: list[Drawn], chance: random.Random) -> Iterator[list[Drawn]]:
    """Batches in which no mark comes twice, so that every click of a batch adds one."""
    waiting = items[:]
    chance.shuffle(waiting)
    while waiting:
        batch: dict[str, Drawn] = {}
        for item in waiting[:]:
            if item.mark not in batch and len(batch) < BATCH:
                batch[item.mark] = item
                waiting.remove(item)
        yield list(batch.values())


def hit(page: Page, chosen: list[Drawn], touch: bool, chance: random.Random) -> list[str]:
    """Click each chosen region at a random pixel of it; every miss in words."""
    misses = []
    for batch in batches(chosen, chance):
        page.locator(".bodychart .stage").scroll_into_view_if_needed()
        expected: set[str] = set()
        for drawn in batch:
            pixel = visible_pixel(page, drawn, chance)
            page.touchscreen.tap(*pixel) if touch else page.mouse.click(*pixel)
            expected.add(drawn.mark)
            shown = set((page.locator(".bodychart").get_attribute("data-marks") or "").split(","))
            if shown != expected:
                misses.append(f"{drawn.layout}: {drawn.mark} at {pixel} gave {sorted(shown ^ expected)}")
                expected = shown
        seen, listed = settle(page), listed_when_done(page, expected)
        if seen != expected or listed != expected:
            misses.append(f"{batch[0].layout}: the server lists {sorted(listed ^ expected)} otherwise")
        page.get_by_role("button", name="Clear", exact=True).click()
        expect(page.locator(".bodychart")).to_have_attribute("data-marks", "")
    return misses


def clickable(page: Page, drawn: Iterable[Drawn], chance: random.Random) -> list[Drawn]:
    camera = Camera.of(page)
    return [item for item in drawn if camera.pixel_in(item, chance)]


FEW = ("Foot", 30)  # a layout with every kind of panel, and so many clicks or taps, when not everything is tried


TALL = 1800  # px: as tall a window shows every layout at once, however narrow it is
PIXELS = 8  # of each drawn region that are looked up in the page
SAMPLED = {"mouse": 24, "touch": 14}  # real presses in each layout
HIT = """points => points.map(([x, y]) => {
  const { regionOf } = window.bodyChart.chart.drawing;
  const under = document.elementsFromPoint(x, y).find((node) => !node.matches(".cross-hit"));
  return (under && regionOf.get(under)?.key) ?? null;
})"""


def looked_up(page: Page, layout: str, figure: Figure, chance: random.Random) -> tuple[int, list[str]]:
    """How many pixels of all drawn regions were looked up in the page, in one call, and every miss in words."""
    drawn, camera = list(drawn_regions(layout, figure)), Camera.of(page)
    tried = [(item, pixel) for item in drawn for _ in range(PIXELS) if (pixel := camera.pixel_in(item, chance))]
    found = page.evaluate(HIT, [pixel for _, pixel in tried])
    misses = [
        f"{figure}, {layout}: {item.mark} at {pixel} is {key}"
        for (item, pixel), key in zip(tried, found, strict=True)
        if key != item.mark
    ]
    reached = {(item.view, item.mark) for item, _ in tried}
    misses += [f"{layout}: no pixel of {item.mark}" for item in drawn if (item.view, item.mark) not in reached]
    return len(tried), misses


both_figures = pytest.mark.parametrize("figure", FIGURES)
by_mouse_and_touch = pytest.mark.parametrize("press", ["mouse", "touch"])


def opened(request: pytest.FixtureRequest, press: str, figure: Figure) -> Page:
    page: Page = request.getfixturevalue("phone" if press == "touch" else "desktop")
    if figure == "woman":
        choose_figure(page, figure)
    return page


@pytest.mark.sweep
@both_figures
@by_mouse_and_touch
def test_every_region_of_every_layout_lies_where_it_is_drawn(
    press: str, figure: Figure, request: pytest.FixtureRequest
):
    page = opened(request, press, figure)
    page.set_viewport_size({"width": page.viewport_size["width"], "height": TALL})
    chance, pixels, misses = random.Random(20261127), 0, []
    for layout in LAYOUTS:
        show(page, layout)
        count, missed = looked_up(page, layout, figure, chance)
        pixels, misses = pixels + count, misses + missed
    print(f"{figure}, {press}: {pixels - len(misses)} of {pixels} pixels right")
    assert pixels >= 3000
    assert not misses, misses


@pytest.mark.sweep
@both_figures
@by_mouse_and_touch
def test_presses_mark_the_region_under_the_pointer(press: str, figure: Figure, request: pytest.FixtureRequest):
    page = opened(request, press, figure)
    chance, presses, misses = random.Random(20261121), 0, []
    for layout in LAYOUTS:
        show(page, layout)
        chosen = clickable(page, drawn_regions(layout, figure), chance)
        if press == "touch":  # what is drawn smaller than a finger is pressed in its close-up
            camera = Camera.of(page)
            chosen = [drawn for drawn in chosen if camera.size(drawn) >= SMALL]
        chosen = chance.sample(chosen, min(SAMPLED[press], len(chosen)))
        misses += hit(page, chosen, touch=press == "touch", chance=chance)
        presses += len(chosen)
    print(f"{figure}, {press}: {presses - len(misses)} of {presses} presses right")
    assert presses >= 5 * SAMPLED[press]
    assert not misses, misses


def test_a_few_mouse_clicks_on_the_woman_mark_the_region_under_the_pointer(desktop: Page):
    choose_figure(desktop, "woman")
    chance = random.Random(7)
    show(desktop, "Whole body")
    chosen = chance.sample(clickable(desktop, drawn_regions("Whole body", "woman"), chance), 24)
    assert hit(desktop, chosen, touch=False, chance=chance) == []


def test_a_few_mouse_clicks_mark_the_region_under_the_pointer(desktop: Page):
    layout, count = FEW
    chance = random.Random(7)
    show(desktop, layout)
    chosen = chance.sample(clickable(desktop, drawn_regions(layout), chance), count)
    assert hit(desktop, chosen, touch=False, chance=chance) == []


def test_a_few_taps_mark_the_region_under_the_finger(phone: Page):
    layout, count = FEW
    chance = random.Random(7)
    show(phone, layout)
    chosen = chance.sample(clickable(phone, drawn_regions(layout), chance), count)
    assert hit(phone, chosen, touch=True, chance=chance) == []
