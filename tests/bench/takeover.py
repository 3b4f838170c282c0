"""``python -m tests.bench.takeover``: a process dies under a person; how long until another one answers?

Three processes behind nginx, a page in Chromium with two marks, and the end of the process that holds its session. The
times run from that moment until the answer of another process is about both marks, and until a third mark, pressed
right away, is answered for. With and without the same process for the same person.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.__main__ import table
from tests.browser.conftest import DESKTOP
from tests.browser.machines import Machines, machines
from tests.browser.server import LAUNCH_ARGS, chromium_path
from tests.browser.steps import drawn_as, press_region, python_marks, visible_pixel

FIRST, SECOND, THIRD = "knee_front.right", "achilles.right", "sternum"
LIMIT = 60.0  # seconds


def arrived(browser: Browser, behind: Machines) -> Page:
    """A page with two marks, one from its address and one pressed."""
    page = browser.new_context(viewport=DESKTOP).new_page()
    page.set_default_timeout(LIMIT * 1000)
    page.goto(f"{behind.address}/?marks={FIRST}")
    page.wait_for_selector(".bodychart[data-ready]")
    press_region(page, SECOND)
    return page


def told(page: Page) -> tuple[int, int]:
    """The numbers of the page's newest message and of the newest that a process has seen."""
    chart = page.locator(".bodychart")
    return int(chart.get_attribute("data-seq") or 0), int(chart.get_attribute("data-ack") or 0)


def taken_over(page: Page, behind: Machines, pressing: bool) -> float:
    """End the process that has the session; the seconds until another one has it and answers for every mark.

    The page tells a new session what it shows, so a message newer than those before has then been seen.
    """
    pixel = visible_pixel(page, drawn_as("Whole body", THIRD), random.Random(7))
    wanted = {FIRST, SECOND, THIRD} if pressing else {FIRST, SECOND}
    before, _ = told(page)
    gone, start = behind.kill_where_somebody_is(), time.perf_counter()
    if pressing:
        page.mouse.click(*pixel)
    while True:
        said, seen = told(page)
        if said == seen > before and python_marks(page) == wanted and sum(behind.people().values()) == 1:
            return time.perf_counter() - start
        if time.perf_counter() - start > LIMIT:
            raise TimeoutError(f"after {gone} ended: {behind.people()}, {python_marks(page)} for {wanted}")
        page.wait_for_timeout(20)


def measured(browser: Browser, tries: int, warm: bool, pressing: bool, **settings: str) -> list[float]:
    """The seconds of some tries, each with three new processes."""
    times = []
    for _ in range(tries):
        with machines(3, warm=warm, **settings) as behind:
            page = arrived(browser, behind)
            times.append(taken_over(page, behind, pressing))
            page.context.close()
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=5, help="processes ended for each line (default 5)")
    tries = parser.parse_args().tries
    rows = [["seconds", "until the answer, median", "longest", "until the third mark, median", "longest"]]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=LAUNCH_ARGS)
        for sticky in ("yes", "no"):
            for warm in (True, False):
                found = [measured(browser, tries, warm, pressing, STICKY=sticky) for pressing in (False, True)]
                name = f"sticky: {sticky}, {'the others have answered before' if warm else 'the others are new'}"
                rows.append([name, *(f"{f(times):.2f}" for times in found for f in (statistics.median, max))])
                print(rows[-1], flush=True)
        browser.close()
    table(rows)


if __name__ == "__main__":
    main()
