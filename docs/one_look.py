"""The animation in the README: ``python docs/one_look.py`` writes ``docs/images/one_look.webp``. Needs Chromium.

A mark, its answer, and three patterns, as the running app shows them. The dot is the pointer.
"""

from __future__ import annotations

import io
import random
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.server import LAUNCH_ARGS, chromium_path, streamlit_server  # noqa: E402
from tests.browser.steps import drawn_as, expect_answer, pattern_rows, visible_pixel, when_idle  # noqa: E402

FILE = ROOT / "docs" / "images" / "one_look.webp"
WINDOW, SHOWN = {"width": 1440, "height": 1000}, (1008, 700)
MARK = "knee_front.right"
POINTER = """([x, y]) => {
  const dot = document.getElementById("pointer") ?? document.body.appendChild(document.createElement("div"));
  dot.id = "pointer";
  dot.style = `position: fixed; left: ${x - 9}px; top: ${y - 9}px; width: 18px; height: 18px; border-radius: 50%;
    background: #0a4bbf88; border: 2px solid #fff; box-shadow: 0 0 4px #0008; z-index: 10; pointer-events: none`;
}"""


def main() -> None:
    """Drive the app and write the file."""
    with streamlit_server() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=LAUNCH_ARGS)
        page = browser.new_page(viewport=WINDOW, color_scheme="light")
        page.set_default_timeout(120_000)  # the first page of a server waits for the data
        page.goto(url)
        page.wait_for_selector(".bodychart[data-ready]")
        when_idle(page)
        frames = walk(page)
        browser.close()
    pictures = [picture for picture, _ in frames]
    pictures[0].save(
        FILE, save_all=True, append_images=pictures[1:], duration=[ms for _, ms in frames], loop=0, quality=62, method=6
    )
    print(f"{FILE.relative_to(ROOT)}: {len(frames)} pictures, {FILE.stat().st_size // 1000} kB")


def walk(page: Page) -> list[tuple[Image.Image, int]]:
    """The pictures, each with how many milliseconds it stays."""
    frames = []
    where = visible_pixel(page, drawn_as("Whole body", MARK), random.Random(7))
    page.mouse.move(*where)
    frames.append((picture(page, where), 1600))
    page.mouse.click(*where)
    expect_answer(page)
    frames.append((picture(page, where), 2600))
    for row in (1, 2):
        box = pattern_rows(page).nth(row).bounding_box()
        assert box, "there are not so many muscles"
        where = (box["x"] + 60, box["y"] + box["height"] / 2)
        page.mouse.move(*where)
        frames.append((picture(page, where), 1800))
    page.mouse.click(*where)
    when_idle(page)
    frames.append((picture(page, where), 2200))
    return frames


def picture(page: Page, pointer: tuple[float, float]) -> Image.Image:
    """The window as it is now, once what fades has faded."""
    page.evaluate(POINTER, list(pointer))
    page.wait_for_timeout(500)
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    return shot.resize(SHOWN, Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
