"""Random pixels of every view, by mouse and by touch, must mark the right region on the right side."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

import pytest
from playwright.sync_api import Page, expect

from .chart_map import LAYOUTS, Camera, Drawn, drawn_regions
from .steps import (
    listed_when_done,
    settle,
    show,
    visible_pixel,
)

MOUSE_CLICKS = 420
TAPS = 160
BATCH = 12
SMALL = 20  # px; on the phone a region drawn smaller is tested in its close-up


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


@pytest.mark.sweep
def test_mouse_clicks_mark_the_region_under_the_pointer(desktop: Page):
    chance = random.Random(20261121)
    misses, clicks = [], 0
    for layout in LAYOUTS:
        show(desktop, layout)
        chosen = clickable(desktop, drawn_regions(layout), chance)
        if layout == "Whole body":  # the view people use most gets more
            chosen += chance.sample(chosen, 60)
        misses += hit(desktop, chosen, touch=False, chance=chance)
        clicks += len(chosen)
    print(f"mouse: {clicks - len(misses)} of {clicks} clicks right")
    assert clicks >= MOUSE_CLICKS
    assert not misses, misses


@pytest.mark.sweep
def test_taps_mark_the_region_under_the_finger(phone: Page):
    chance = random.Random(11)
    large: dict[str, list[Drawn]] = {}
    biggest: dict[str, tuple[float, Drawn]] = {}
    for layout in LAYOUTS:
        show(phone, layout)
        camera = Camera.of(phone)
        for drawn in drawn_regions(layout):
            size = camera.size(drawn)
            if size >= SMALL:
                large.setdefault(layout, []).append(drawn)
            if size > biggest.get(drawn.mark, (0.0, drawn))[0]:
                biggest[drawn.mark] = size, drawn
    small = [drawn for size, drawn in biggest.values() if size < SMALL]
    misses, taps = [], 0
    for layout in LAYOUTS:
        show(phone, layout)
        share = max(12, round(TAPS * len(large[layout]) / sum(map(len, large.values()))))
        chosen = chance.sample(large[layout], min(share, len(large[layout])))
        chosen += clickable(phone, (drawn for drawn in small if drawn.layout == layout), chance)
        misses += hit(phone, chosen, touch=True, chance=chance)
        taps += len(chosen)
    print(f"touch: {taps - len(misses)} of {taps} taps right")
    assert taps >= 150
    assert not misses, misses
