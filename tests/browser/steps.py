"""The steps that the browser tests share: press a place, wait until page and server agree, find a part of the page."""

from __future__ import annotations

import random
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from bodymap.place import Place
from tests.real import REAL

from .chart_map import Camera, Drawn, drawn_regions

# What the small buttons beside the marks and below the patterns say.
UNDO, OTHER_SIDE, BOTH_SIDES, CLEAR, PIN = "Undo", "Other side", "Both sides", "Clear", "Pin to compare"
PATIENCE = 60_000  # ms that anything may take on a busy machine; what is there comes at once
PLACES = {REAL.your_name_of(place): str(place) for region in REAL.regions for place in REAL.places_of(region)}


def show(page: Page, layout: str) -> None:
    when_idle(page)  # on a phone the row of views moves while a run ends
    page.get_by_role("radio", name=layout, exact=True).or_(
        page.get_by_role("button", name=layout, exact=True)
    ).first.click()
    first = next(iter(drawn_regions(layout))).mark
    page.wait_for_selector(f".bodychart[data-ready] [data-region='{first}']", state="attached")
    expect(page.locator(".bodychart")).to_have_attribute("data-layout", layout)
    when_idle(page)  # until then the picture may be put in place once more
    page.locator(".bodychart .stage").scroll_into_view_if_needed()


def choose_figure(page: Page, figure: str) -> None:
    """Switch to the woman or the man, and wait until the picture shows her or him."""
    when_idle(page)
    page.locator(".st-key-figure_choice").get_by_text(figure.capitalize(), exact=True).click()
    shown_as(page, figure)
    when_idle(page)


def shown_as(page: Page, figure: str) -> None:
    """Wait until the picture shows the woman or the man; a figure is first built when somebody asks for it."""
    expect(page.locator(".bodychart[data-ready]")).to_have_attribute("data-figure", figure)


def drawn_as(layout: str, mark: str) -> Drawn:
    return next(drawn for drawn in drawn_regions(layout) if drawn.mark == mark)


def visible_pixel(page: Page, drawn: Drawn, chance: random.Random) -> tuple[float, float]:
    """A random pixel of a region, scrolled into the window and out from under the bar of the phone if need be."""
    height = page.evaluate(
        """() => {
          const bar = document.querySelector(".bodychart .bar:not([hidden])");
          const below = bar && getComputedStyle(bar).position === "fixed";
          return below ? bar.getBoundingClientRect().top : innerHeight;
        }"""
    )
    for _ in range(3):
        pixel = Camera.of(page).pixel_in(drawn, chance)
        assert pixel, f"{drawn.mark} has no pixel of its own in {drawn.layout}"
        if 60 < pixel[1] < height - 10:
            return pixel
        page.evaluate("by => document.querySelector('[data-testid=stMain]').scrollBy(0, by)", pixel[1] - height / 2)
        page.wait_for_timeout(100)
    raise AssertionError(f"{drawn.mark} could not be scrolled into the window")


def press_region(page: Page, mark: str, layout: str = "Whole body", touch: bool = False) -> None:
    """Click or tap a region in the picture, and wait until the server lists what the picture shows."""
    page.locator(".bodychart .stage").scroll_into_view_if_needed()
    pixel = visible_pixel(page, drawn_as(layout, mark), random.Random(7))
    page.touchscreen.tap(*pixel) if touch else page.mouse.click(*pixel)
    agreed(page)


def settle(page: Page) -> set[str]:
    """Wait until the server has seen the newest click; the marks in the picture."""
    page.wait_for_function("() => { const c = document.querySelector('.bodychart').dataset; return c.ack === c.seq }")
    return {mark for mark in (page.locator(".bodychart").get_attribute("data-marks") or "").split(",") if mark}


def python_marks(page: Page) -> set[str]:
    """The marks that the server's answer is about, as the answer itself says."""
    answers = page.locator(".part-red_flags [data-places]").evaluate_all("nodes => nodes.map(n => n.dataset.places)")
    if answers or "/injuries" not in page.url:
        return {mark for answer in answers for mark in answer.split(",")}
    listed = page.locator(
        "[data-row='mark_pills'] button"
    ).all_inner_texts()  # a list of injuries has no signs of its own
    return {PLACES[name] for name in listed if name in PLACES}


def listed_when_done(page: Page, expected: set[str]) -> set[str]:
    """The server's list once it shows what is expected, or as it stands when patience ends."""
    for _ in range(PATIENCE // 100):
        if python_marks(page) == expected:
            break
        page.wait_for_timeout(100)
    return python_marks(page)


def agreed(page: Page) -> set[str]:
    """The marks, once the picture and the server agree on them."""
    shown = settle(page)
    assert listed_when_done(page, shown) == shown
    return shown


def expect_marks(page: Page, *marks: str) -> None:
    expect(page.locator(".bodychart")).to_have_attribute("data-marks", ",".join(sorted(marks)))
    assert agreed(page) == set(marks)


# Streamlit says that a run has ended before the browser has drawn it: widgets come as files of their own, style sheets
# as elements, and a click is not yet a run. So the page must also have its style and have stood still for a moment.
AT_REST = """still => {
  if (!window.lastChange) {
    window.lastChange = performance.now();
    new MutationObserver(() => { window.lastChange = performance.now() })
      .observe(document, { childList: true, subtree: true });
  }
  return document.querySelector("[data-testid='stApp'][data-test-script-state='notRunning']")
    && !document.querySelector("[data-testid='stSkeleton']")
    && getComputedStyle(document.documentElement).getPropertyValue("--plate-skin")
    && performance.now() - window.lastChange > still;
}"""
STILL = 120  # ms


def when_idle(page: Page) -> None:
    """Wait until the script has ended and what it made is drawn."""
    page.wait_for_function(AT_REST, arg=STILL)


def open_chart(page: Page, address: str) -> None:
    """Open an address whose page has a chart, and wait until all of it is drawn."""
    page.goto(address)
    page.wait_for_selector(".bodychart[data-ready]")
    when_idle(page)


def panel(page: Page, number: int) -> Locator:
    return page.locator(".bodychart .stage > svg > g").nth(number)


def box(locator: Locator) -> dict[str, float]:
    found = locator.bounding_box()
    assert found, f"{locator} is not drawn"
    return found


def middle(locator: Locator) -> float:
    """Where the middle of something lies across the window."""
    found = box(locator)
    return found["x"] + found["width"] / 2


def bottom(locator: Locator) -> float:
    found = box(locator)
    return found["y"] + found["height"]


def view_box(page: Page) -> str:
    return page.locator(".bodychart .stage > svg").get_attribute("viewBox") or ""


def pattern_rows(page: Page) -> Locator:
    return page.locator(".part-patterns [data-paint]")


def widget(page: Page, key: str) -> Locator:
    """The button of a widget by its key; Streamlit writes a dot of the key as a dash."""
    return page.locator(f".st-key-{key.replace('.', '-')} button:visible")


def pill(page: Page, row: str, says: str) -> Locator:
    """A small button of a row by what it says."""
    return (
        page.locator(f"[data-row='{row}_pills']").get_by_role("button", name=says, exact=True).locator("visible=true")
    )


def mark_pill(page: Page, mark: str) -> Locator:
    """The small button that takes a mark away."""
    return pill(page, "mark", REAL.your_name_of(Place.of(mark)))


def about(page: Page) -> Locator:
    """The line that opens what is known about the painted pattern."""
    return page.locator(".part-patterns details > summary:text-matches('^About ')")


def expect_answer(page: Page) -> None:
    """Wait until the answer about the marks is complete."""
    expect(page.locator("[data-row='injury_pills'] button").first).to_be_visible()
    expect(page.locator("#patterns")).to_be_visible()
    when_idle(page)


def painted(page: Page) -> Locator:
    return page.locator(".bodychart.painted")


def title(page: Page) -> Locator:
    """The names of the painted patterns, in the legend beside the picture."""
    return page.locator(".bodychart .legend.patterns .titles .title")


def region_in_sight(page: Page) -> tuple[float, float, str]:
    """A pixel of the stage with one and the same region some pixels around it, and that region's mark."""
    found = page.evaluate(
        """() => {
          const stage = document.querySelector('.bodychart .stage').getBoundingClientRect();
          const at = (x, y) => document.elementFromPoint(x, y)?.dataset?.region;
          for (let y = stage.top + 120; y < Math.min(stage.bottom, innerHeight) - 60; y += 9)
            for (let x = stage.left + 60; x < stage.right - 60; x += 9) {
              const mark = at(x, y);
              if (mark && [[-8, 0], [8, 0], [0, -8], [0, 8]].every(([dx, dy]) => at(x + dx, y + dy) === mark))
                return [x, y, mark];
            }
        }"""
    )
    assert found, "no region in sight"
    return found[0], found[1], found[2]


def expect_pressed(button: Locator, pressed: bool) -> None:
    expect(button.locator("[data-testid='stIconMaterial']", has_text="check")).to_have_count(int(pressed))


def tab_to(page: Page, selector: str, most: int = 90, key: str = "Tab") -> None:
    """Press Tab, or ``Shift+Tab`` for the way back, until the focus is on an element or inside it."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate("selector => Boolean(document.activeElement.closest(selector))", selector):
            return
    raise AssertionError(f"{selector} cannot be reached with {most} presses of {key}")


def assert_no_overflow(page: Page) -> None:
    widths = page.locator("html, [data-testid='stMain']").evaluate_all("nodes => nodes.map(n => n.scrollWidth)")
    assert max(widths) <= 390, f"the page is {widths} wide"


def addresses_of(page: Page) -> list[str]:
    """A list that fills with the address of everything the page asks for."""
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    page.on("websocket", lambda socket: addresses.append(socket.url))
    return addresses


def outside(addresses: list[str], app_url: str) -> set[str]:
    """The addresses that are not the app's own."""
    own = urlsplit(app_url).netloc
    parts = {address: urlsplit(address) for address in addresses}
    return {a for a, part in parts.items() if part.scheme not in ("data", "blob") and part.netloc != own}
