"""``python -m tests.bench.painting``: how soon a pattern is on the body, on a processor as slow as a phone's.

Chromium slows its own processor down (``Emulation.setCPUThrottlingRate``). Times are taken inside the page, from the
press or the pointer's arrival to two moments: the end of the first frame in which the picture has changed, and, for
presses, when Chromium says that this frame was shown (Event Timing, in steps of 8 ms). A long task blocks the page for
more than 50 ms. ``--edges blur`` puts the edge that was used before back, for a comparison in the same run.
Nothing is asserted: machines differ.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.__main__ import percentile, table
from tests.browser.server import LAUNCH_ARGS, NO_CHROMIUM, chromium_path, streamlit_server

TURNS, SLOWER = 24, 6
ADDRESS = "/?marks=calf_outer.right,knee_front.right,low_back.left"
DESKTOP = {"viewport": {"width": 1440, "height": 1000}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
EDGES = {
    "lines": "",
    "blur": ".bodychart .primary :is(.edge-2, .edge-3) { display: none; }"
    ".bodychart:not(.several) .primary.soft { opacity: 1; }"
    ".bodychart .primary .edge-1 { stroke-width: 5px; stroke-opacity: .28; filter: blur(1.5px); }"
    ".bodychart .primary .zone.slot-0 { fill-opacity: .78; }",
    "none": ".bodychart .zone-edge { display: none; } .bodychart:not(.several) .primary.soft { opacity: 1; }"
    ".bodychart .primary .zone.slot-0 { fill-opacity: .78; }",
}
ROWS = ".part-patterns [data-paint]"
IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"

# From the event that begins it until the frame after the first change of what is painted has been made.
WATCH = """() => {
  const root = document.querySelector(".bodychart");
  const b = (window.painting = { long: [], shown: [], frames: [] });
  const port = new MessageChannel();
  let start = null, before = "", changed = false, ticking = false;
  port.port1.onmessage = () => { b.done = performance.now() - start; start = null; };
  for (const type of ["pointerover", "pointerup"]) addEventListener(type, (event) => {
    if (start === null && b.armed === type) { start = event.timeStamp; b.armed = null; b.tick(); }
  }, { capture: true, passive: true });
  b.arm = (type) => {
    Object.assign(b, { armed: type, done: null, long: [], shown: [], frames: [] });
    start = null; changed = false; before = root.dataset.painted;
  };
  b.tick = () => {
    let last = performance.now();
    const stop = last + 500;
    const frame = (now) => { b.frames.push(now - last); last = now; if (now < stop) requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
  };
  new MutationObserver(() => {
    if (start === null || changed || root.dataset.painted === before) return;
    changed = true;
    requestAnimationFrame(() => port.port2.postMessage(0));
  }).observe(root, { attributes: true, attributeFilter: ["data-painted"] });
  new PerformanceObserver((list) => b.long.push(...list.getEntries().map((e) => e.duration)))
    .observe({ type: "longtask" });
  new PerformanceObserver((list) => b.shown.push(...list.getEntries().map((e) => [e.name, e.duration])))
    .observe({ type: "event", durationThreshold: 16 });
}"""


@dataclass
class Turn:
    """One pattern painted, in milliseconds: until its frame was made, until it was shown, and what blocked the page."""

    made: float
    shown: float | None
    long: list[float]
    worst_frame: float


@contextmanager
def opened(browser: Browser, url: str, device: dict[str, object], edges: str, slower: float) -> Iterator[Page]:
    context = browser.new_context(**device)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(url + ADDRESS)
    page.wait_for_selector(".bodychart[data-ready]")
    page.wait_for_selector(ROWS)
    page.wait_for_selector(IDLE)
    if EDGES[edges]:
        page.add_style_tag(content=EDGES[edges])
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.evaluate(WATCH)
    yield page
    context.close()


def read(page: Page, event: str) -> Turn:
    """What the turn that was armed has cost, half a second after it."""
    page.wait_for_function("() => window.painting.done != null", polling=50, timeout=20_000)
    page.wait_for_timeout(700)
    b = page.evaluate(
        "() => { const { done, long, shown, frames } = window.painting; return {done, long, shown, frames} }"
    )
    shown = [duration for name, duration in b["shown"] if name == event]
    return Turn(b["done"], max(shown, default=None), b["long"], max(b["frames"], default=0.0))


def hovered(page: Page, turns: int) -> list[Turn]:
    """A mouse goes from row to row; the page paints each before the server knows of it."""
    found, rows = [], page.locator(ROWS)
    for turn in range(turns):
        row = rows.nth(1 + turn % min(rows.count() - 1, 5))  # the first one is painted on arrival
        row.scroll_into_view_if_needed()
        box = row.bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] - 3)
        page.wait_for_timeout(300)
        page.evaluate("() => window.painting.arm('pointerover')")
        page.mouse.move(box["x"] + box["width"] / 2 + turn % 3, box["y"] + 12)
        found.append(read(page, "pointerover"))
    return found


def tapped(page: Page, turns: int) -> list[Turn]:
    """A finger taps one row after the other."""
    found, rows = [], page.locator(ROWS)
    for turn in range(turns):
        row = rows.nth((turn + 1) % min(rows.count(), 6))
        row.evaluate("row => row.scrollIntoView({ block: 'center' })")
        page.wait_for_selector(IDLE)
        page.wait_for_timeout(400)
        box = row.bounding_box()
        assert box
        page.evaluate("() => window.painting.arm('pointerup')")
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + 12)
        found.append(read(page, "pointerup"))
        page.wait_for_selector(IDLE)
    return found


def line(name: str, edges: str, turns: list[Turn]) -> list[str]:
    made, shown = [turn.made for turn in turns], [turn.shown for turn in turns if turn.shown is not None]
    long = [ms for turn in turns for ms in turn.long]
    return [
        name,
        edges,
        f"{statistics.median(made):.0f}",
        f"{percentile(made, 0.95):.0f}",
        f"{statistics.median(shown):.0f} ({len(shown)})" if shown else "under 16",
        f"{len(long) / len(turns):.1f}",
        f"{max(long, default=0):.0f}",
        f"{statistics.median(turn.worst_frame for turn in turns):.0f}",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=TURNS, help=f"patterns painted for each line (default {TURNS})")
    parser.add_argument("--slower", type=float, default=SLOWER, help=f"how much slower a phone is (default {SLOWER})")
    parser.add_argument("--edges", nargs="+", choices=EDGES, default=["lines"], help="edges of zones to compare")
    options = parser.parse_args()
    path = chromium_path()
    if path is None:
        raise SystemExit(NO_CHROMIUM)
    rows = [["", "edges", "frame made, ms", "95th", "shown, ms (of)", "long tasks a turn", "longest, ms", "worst gap"]]
    with sync_playwright() as playwright, streamlit_server() as url:
        browser = playwright.chromium.launch(executable_path=path, args=LAUNCH_ARGS)
        for name, device, painted in (("mouse over a row", DESKTOP, hovered), ("tap on a row", PHONE, tapped)):
            for edges in options.edges:
                with opened(browser, url, device, edges, options.slower) as page:
                    painted(page, 4)  # warms up
                    rows.append(line(name, edges, painted(page, options.turns)))
        browser.close()
    print(f"{options.turns} patterns a line, processor {options.slower:g} times slower\n")
    table(rows)


if __name__ == "__main__":
    main()
