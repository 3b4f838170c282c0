"""``python -m tests.bench``: how fast the app answers a click, beside the barest Streamlit app in the same run.

Times are taken inside the page, from the pointer going up to the answer standing in the document. Nothing is
asserted: machines differ; the ratio to the bare app is what can be compared.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, sync_playwright

from bodymap.ask.match import match
from bodymap.data.dataset import Dataset
from bodymap.place import Place
from bodymap.read.load import load
from tests.bench.tables import percentile, table
from tests.browser.chart_map import Camera, Drawn, drawn_regions
from tests.browser.server import LAUNCH_ARGS, NO_CHROMIUM, chromium_path, streamlit_server

CLICKS, LOADS, MATCHES, MANY, TIMES = 60, 11, 300, 10, 100
WINDOW = {"width": 1440, "height": 1000}
LAYOUT = "Whole body"
# What .streamlit/config.toml sets otherwise for every app of this folder, the bare one too (decision 0006).
AS_SHIPPED = (
    "--runner.postScriptGC=true",
    "--server.fileWatcherType=auto",
    "--server.enableWebsocketCompression=false",
)

# The page notes when the pointer goes up, and the first moment after it at which the answer is there.
WATCH = """answer => {
  const state = () => new Function(`return ${answer}`)();
  window.bench = { arm() { this.before = state(); this.up = this.done = null; } };
  addEventListener("pointerup", () => { window.bench.up ??= performance.now(); }, true);
  new MutationObserver(() => {
    const b = window.bench;
    if (b.up === null || b.done !== null) return;
    const now = state();
    if (now !== null && now !== b.before) b.done = performance.now();
  }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
}"""
# The page notes the first moment at which a thing is there; Playwright itself looks ever more seldom.
ARRIVING = """ready => {
  new MutationObserver((_, watch) => {
    if (!document.querySelector(ready)) return;
    window.benchOpened = performance.now();
    watch.disconnect();
  }).observe(document, { subtree: true, childList: true, attributes: true });
}"""
BARE = "document.querySelector('[data-testid=stMarkdown]')?.textContent ?? null"
# No answer while the server has not seen the newest click; then the marks as the server lists them.
# The row that the server says is painted: the picture shows a pattern already while its row is pointed at.
PAINT = "[...document.querySelectorAll('.part-patterns [data-paint]')].map(n => n.getAttribute('aria-pressed')).join()"
CHART = (
    "(() => { const c = document.querySelector('.bodychart').dataset; return c.ack !== c.seq ? null :"
    " [...document.querySelectorAll('[data-row=mark_pills] button')].map(n => n.textContent).join() })()"
)


@dataclass
class Tab:
    """One page with the bytes that it received, and the times of its clicks in milliseconds."""

    page: Page
    received: int = 0
    times: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)

    def settle(self) -> None:
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        self.page.wait_for_timeout(60)

    def click(self, pixel: tuple[float, float]) -> None:
        """Click once and note how long the answer took and what came over the wire for it."""
        self.settle()
        self.page.mouse.move(*pixel)
        self.page.evaluate("() => window.bench.arm()")
        before = self.received
        self.page.mouse.click(*pixel)
        self.page.wait_for_function("() => window.bench.done !== null", polling=20)
        self.times.append(self.page.evaluate("() => window.bench.done - window.bench.up"))
        self.settle()
        self.sizes.append(self.received - before)


@contextmanager
def opened(browser: Browser, url: str, ready: str) -> Iterator[tuple[Tab, float]]:
    """A page in a fresh browser profile, and the milliseconds until it was ready."""
    context = browser.new_context(viewport=WINDOW)
    page = context.new_page()
    page.set_default_timeout(60_000)
    tab = Tab(page)

    def count(payload: str | bytes) -> None:
        tab.received += len(payload)

    page.on("websocket", lambda socket: socket.on("framereceived", count))
    page.add_init_script(f"({ARRIVING})({json.dumps(ready)})")
    page.goto(url)
    page.wait_for_selector(ready)
    yield tab, page.evaluate("() => window.benchOpened")
    context.close()


def load_times(browser: Browser, url: str, ready: str) -> tuple[list[float], int]:
    """Milliseconds to open the app in fresh profiles, and the bytes that the first answer took."""
    times = []
    for _ in range(LOADS):
        with opened(browser, url, ready) as (tab, took):
            tab.settle()
            times.append(took)
            received = tab.received
    return times, received


def regions(page: Page) -> list[Drawn]:
    """Regions to click, the same in every run: one instance of each mark that is large enough to hit."""
    camera, chosen = Camera.of(page), {}
    for drawn in drawn_regions(LAYOUT):
        if camera.size(drawn) >= 8:
            chosen.setdefault(drawn.mark, drawn)
    every = list(chosen.values())
    random.Random(1).shuffle(every)
    return every


def clicks(bares: Sequence[Tab], one: Tab, many: Tab, count: int) -> None:
    """Click in turn: the bare buttons; a place marked and unmarked; and up to ten places marked together."""
    chance = random.Random(2)
    for tab, answer in (*((bare, BARE) for bare in bares), (one, CHART), (many, CHART)):
        tab.page.evaluate(WATCH, answer)
    places = regions(one.page)
    box = bares[0].page.get_by_role("button", name="Count").bounding_box()
    assert box
    for number in range(count):
        for bare in bares:
            bare.click((box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))
        one.click(pixel(one.page, places[number // 2], chance))
        many.click(pixel(many.page, places[number % MANY], chance))


def paints(tab: Tab, count: int) -> None:
    """Paint one pattern after the other, with three places marked."""
    for drawn in regions(tab.page)[:3]:
        tab.page.mouse.click(*pixel(tab.page, drawn, random.Random(4)))
        tab.settle()
    tab.page.evaluate(WATCH, PAINT)
    rows = tab.page.locator(".part-patterns [data-paint]")
    for number in range(count):
        row = rows.nth(number % min(rows.count(), 6))
        row.scroll_into_view_if_needed()
        box = row.bounding_box()
        assert box
        tab.click((box["x"] + box["width"] / 2, box["y"] + 12))


def pixel(page: Page, drawn: Drawn, chance: random.Random) -> tuple[float, float]:
    page.locator(".bodychart .stage").scroll_into_view_if_needed()
    found = Camera.of(page).pixel_in(drawn, chance)
    assert found, f"{drawn.mark} has no pixel of its own"
    return found


def enlarged(dataset: Dataset, times: int) -> Dataset:
    """The dataset with every muscle as often as ``times``, each copy with ids of its own."""
    copies = [
        muscle.model_copy(
            update={
                "id": f"{muscle.id}_{number}",
                "trigger_points": tuple(p.model_copy(update={"id": f"{p.id}_{number}"}) for p in muscle.trigger_points),
            }
        )
        for number in range(times)
        for muscle in dataset.muscles.values()
    ]
    return dataset.replaced(muscles=copies, conditions=[])


def match_times(dataset: Dataset) -> dict[int, float]:
    """Median milliseconds to match one mark and ten."""
    chance, found = random.Random(3), {}
    match(dataset, [Place(region.id) for region in dataset.regions.values()])  # builds the indexes
    sided = [Place(region.id, "left") for region in dataset.regions.values() if not region.midline]
    for count in (1, MANY):
        times = []
        for _ in range(MATCHES):
            marks = chance.sample(sided, count)
            start = time.perf_counter()
            match(dataset, marks)
            times.append((time.perf_counter() - start) * 1000)
        found[count] = statistics.median(times)
    return found


def report(bare: Tab, others: dict[str, Tab]) -> None:
    base = statistics.median(bare.times), percentile(bare.times, 0.95)
    rows = [["pointer up to answer, ms", "median", "95th", "ratio", "ratio 95th", "kB a click"]]
    for name, tab in {"bare app": bare, **others}.items():
        median, slow = statistics.median(tab.times), percentile(tab.times, 0.95)
        numbers = [f"{median:.0f}", f"{slow:.0f}", f"{median / base[0]:.2f}", f"{slow / base[1]:.2f}"]
        rows.append([name, *numbers, f"{statistics.median(tab.sizes) / 1000:.1f}"])
    table(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clicks", type=int, default=CLICKS, help=f"clicks for each row (default {CLICKS})")
    count = parser.parse_args().clicks
    path = chromium_path()
    if path is None:
        sys.exit(NO_CHROMIUM)
    ready_bare, ready = "[data-testid=stMarkdown] p", ".bodychart[data-ready]"
    with (
        streamlit_server("tests/bench/bare_app.py") as bare_url,
        streamlit_server("tests/bench/bare_app.py", *AS_SHIPPED) as shipped_url,
        streamlit_server() as url,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=LAUNCH_ARGS)
        bare_loads, bare_bytes = load_times(browser, bare_url, ready_bare)
        loads, first_bytes = load_times(browser, url, ready)
        with (
            opened(browser, bare_url, ready_bare) as (bare, _),
            opened(browser, shipped_url, ready_bare) as (shipped, _),
            opened(browser, url, ready) as (one, _),
            opened(browser, url, ready) as (many, _),
        ):
            clicks((bare, shipped), one, many, count)
        with opened(browser, url, ready) as (painted, _):
            paints(painted, count)
        browser.close()
    print(f"{count} clicks each, in turn, Chromium {WINDOW['width']} x {WINDOW['height']}\n")
    report(
        bare,
        {
            "bare app, Streamlit's own settings": shipped,
            "one place marked or unmarked": one,
            f"with up to {MANY} places marked": many,
            "a pattern painted": painted,
        },
    )
    rows = [["opening in a fresh profile, ms", "first", "median after", "kB received"]]
    for name, times, received in (("bare app", bare_loads, bare_bytes), ("this app", loads, first_bytes)):
        rows.append([name, f"{times[0]:.0f}", f"{statistics.median(times[1:]):.0f}", f"{received / 1000:.1f}"])
    print()
    table(rows)
    print()
    dataset = load()
    rows = [["match, ms, median", *(f"{marks} mark{'s'[: marks > 1]}" for marks in (1, MANY))]]
    for name, asked in (("this dataset", dataset), (f"{TIMES} times as large", enlarged(dataset, TIMES))):
        rows.append([name, *(f"{ms:.2f}" for ms in match_times(asked).values())])
    table(rows)


if __name__ == "__main__":
    main()
