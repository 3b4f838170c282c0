"""One look at the window says what matters: few words of warning, an injury, a muscle, and the whole figure."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.real import REAL

from .conftest import PHONE
from .steps import PATIENCE, open_chart

MOST_WORDS, USUAL_WORDS = 110, 75  # of a place's warnings that are open; of all places, the median
PHONE_WINDOWS = 2.2  # within so many heights of the window stand an injury and a muscle on the phone
OPENINGS = 3  # a page that jumps by its making jumps each time; on a busy machine parts may arrive one by one
MOST_SHIFT = 0.1
LAPTOP = {"width": 1440, "height": 900}
MARKS = [str(REAL.places_of(region)[-1]) for region in REAL.regions]
FEW = (
    "knee_front.right",
    "heel_sole.right",
    "achilles.right",
    "shin_inner_lower.right",
    "buttock_upper.right",
    "sternum",
    "low_back.right",
    "palm.right",
)

Opened = Callable[..., Page]

# The address changes as with back and forward, so that one page shows every place in turn.
GO = """mark => {
  history.replaceState(history.state, "", `/?marks=${mark}`);
  dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
}"""
ANSWERED = """mark => {
  const app = document.querySelector("[data-testid=stApp]"), chart = document.querySelector(".bodychart")?.dataset;
  const answers = [...document.querySelectorAll(".part-red_flags [data-places]")];
  return app?.dataset.testScriptState === "notRunning" && chart?.ack === chart?.seq && chart?.marks === mark &&
    answers.length === 1 && answers[0].dataset.places === mark &&
    [".st-key-report", ".st-key-switches"].every(part => document.querySelector(part)?.checkVisibility());
}"""
LOOK = """() => {
  const scrolled = document.querySelector("[data-testid=stMain]").scrollTop;
  const low = (...selectors) => {
    const found = selectors.map(selector => document.querySelector(selector)).find(Boolean);
    return found ? (found.getBoundingClientRect().bottom + scrolled) / innerHeight : Infinity;
  };
  const open = document.querySelector(".part-red_flags .signs").cloneNode(true);
  for (const part of open.querySelectorAll("details:not([open]), summary")) part.remove();
  for (const part of open.querySelectorAll("li, p, h3, div")) part.append(" ");
  return {
    words: open.textContent.split(/\\s+/).filter(Boolean).length,
    injury: low("[data-row='injury_pills'] button", ".part-injuries p"),
    muscle: low(".part-patterns [data-paint]", "[data-row='also_pills'] button", "#patterns"),
    bar: [...document.querySelectorAll(".bodychart .bar button")].filter(button => {
      const box = button.getBoundingClientRect();
      return box.height >= 44 && box.top >= 0 && box.bottom <= innerHeight;
    }).length,
  };
}"""
FIGURE = """() => {
  const skins = [...document.querySelectorAll('.bodychart .base > .skin')].map(node => node.getBoundingClientRect());
  const top = Math.min(...skins.map(box => box.top)), feet = Math.max(...skins.map(box => box.bottom));
  return { share: (feet - top) / innerHeight, top: top / innerHeight, feet: feet / innerHeight };
}"""
# What moves before the page's style sheet is there is Streamlit's own empty page, with grey bars for what is to come.
SHIFTS = """() => {
  window.shifts = { before: 0, after: 0, moved: [] };
  let styled = Infinity;
  const look = () => {
    if (getComputedStyle(document.documentElement).getPropertyValue("--plate-zone")) styled = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver(list => {
    for (const { hadRecentInput, startTime, value, sources } of list.getEntries()) {
      if (startTime > styled + 50) window.shifts.moved.push(...sources.map(({ node }) => node?.className));
      if (!hadRecentInput) window.shifts[startTime > styled + 50 ? "after" : "before"] += value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}"""


@pytest.fixture
def opened(browser: Browser, app_url: str) -> Iterator[Opened]:
    contexts = []

    def open_at(path: str, viewport: dict[str, int], **settings: object) -> Page:
        contexts.append(browser.new_context(viewport=viewport, **settings))
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        page.add_init_script(f"({SHIFTS})()")
        open_chart(page, f"{app_url}{path}")
        page.locator(".st-key-report").wait_for()
        return page

    yield open_at
    for context in contexts:
        context.close()


def looks(page: Page, marks: list[str] | tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """What is to be seen for each place alone."""
    seen = {}
    for mark in marks:
        page.evaluate(GO, mark)
        page.wait_for_function(ANSWERED, arg=mark)
        page.wait_for_timeout(80)
        seen[mark] = page.evaluate(LOOK)
    return seen


def summary(seen: dict[str, dict[str, Any]]) -> str:
    """The middle and the largest of each measure, and where that is."""
    parts = []
    for name in ("words", "injury", "muscle"):
        values = {mark: look[name] for mark, look in seen.items()}
        worst = max(values, key=lambda mark: values[mark])
        parts.append(f"{name}: median {statistics.median(values.values()):.2f}, most {values[worst]:.2f} ({worst})")
    return "; ".join(parts)


def assert_one_look(seen: dict[str, dict[str, Any]], windows: float, bar: int) -> None:
    print(summary(seen))
    wrong = {
        mark: look
        for mark, look in seen.items()
        if not (
            0 < look["words"] <= MOST_WORDS
            and look["injury"] <= windows
            and look["muscle"] <= windows
            and look["bar"] == bar
        )
    }
    assert not wrong, f"{len(wrong)} of {len(seen)}: {wrong}"
    if len(seen) == len(MARKS):
        assert statistics.median(look["words"] for look in seen.values()) <= USUAL_WORDS


def on_a_laptop(opened: Opened, marks: list[str] | tuple[str, ...]) -> None:
    seen = looks(opened(f"/?marks={marks[0]}", LAPTOP), marks)
    assert_one_look(seen, windows=1, bar=0)


def on_a_phone(opened: Opened, marks: list[str] | tuple[str, ...]) -> None:
    seen = looks(opened(f"/?marks={marks[0]}", PHONE, has_touch=True, is_mobile=True, device_scale_factor=2), marks)
    assert_one_look(seen, windows=PHONE_WINDOWS, bar=4)


def test_a_few_places_at_one_look_on_a_laptop(opened: Opened):
    on_a_laptop(opened, FEW)


def test_a_few_places_within_two_windows_of_a_phone(opened: Opened):
    on_a_phone(opened, FEW)


@pytest.mark.sweep
def test_every_place_at_one_look_on_a_laptop(opened: Opened):
    assert len(MARKS) == 128
    on_a_laptop(opened, MARKS)


@pytest.mark.sweep
def test_every_place_within_two_windows_of_a_phone(opened: Opened):
    on_a_phone(opened, MARKS)


@pytest.mark.parametrize(("width", "height", "least"), [(1440, 900, 0.75), (1366, 657, 0.7), (1280, 600, 0.7)])
def test_the_whole_figure_stands_in_the_window_and_nothing_jumps(opened: Opened, width: int, height: int, least: float):
    page = opened("/?marks=knee_front.right", {"width": width, "height": height})
    expect(page.locator(".bodychart")).to_have_attribute("data-layout", "Whole body")
    page.wait_for_timeout(500)
    seen = page.evaluate(FIGURE)
    print(seen)
    assert seen["share"] >= least, seen
    assert seen["top"] >= 0 and seen["feet"] <= 1, seen
    shifts = [page.evaluate("window.shifts")]
    while shifts[-1]["after"] >= MOST_SHIFT and len(shifts) < OPENINGS:
        shifts.append(opened("/?marks=knee_front.right", {"width": width, "height": height}).evaluate("window.shifts"))
    print("layout shift", shifts)
    assert shifts[-1]["after"] < MOST_SHIFT, shifts
