"""The pictures of docs/plate.md: the body as the page draws it, in Chromium, at the same scale before and now.

    PYTHONPATH=. .venv/bin/python docs/plate_pictures.py now

makes those of the present state. Those of before come from the last commit before the plate was drawn anew:

    git worktree add --detach ../before 6cc0ba0
    PYTHONPATH=../before .venv/bin/python docs/plate_pictures.py before

The modules, the style and the data are those of the tree that ``PYTHONPATH`` names; the files stand in
``docs/images/plate/``.
"""

from __future__ import annotations

import argparse
import io
import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from shapely import unary_union

import components
from bodymap import DATA_DIR
from bodymap.body.geometry import CLOSE_UPS, read_chart
from bodymap.body.scene import LAYOUTS, build_scene
from bodymap.body.style import css_variables
from bodymap.body.svg import UNITS
from bodymap.body.zones import build_patterns
from bodymap.read.load import load
from components.body_chart import _MODULES as MODULES  # a tree of before has them under no other name
from components.joined import joined

OUT = Path(__file__).parent / "images" / "plate"
CHART = Path(components.__file__).parent / "body_chart"
GROUNDS = {"light": ("#fdfbf9", "#2a2320"), "dark": ("#15171c", "#ece7e2")}
VIEW_WIDE, LARGE_HIGH, PATTERN_HIGH = 620, 560, 340  # px; the scale of a view is that of its whole picture
SHARP = 1.5  # px of the file to a px of the page
QUALITY = 72
FRAME = 0.02  # body heights around a pattern
ENTRY = """import { drawScene, sizeText } from "./drawing.js";
import { drawCrosses, paintBody } from "./painting.js";
export default function draw(scene, box, painted, whole) {
  const root = document.querySelector(".bodychart");
  root.classList.toggle("painted", painted.length > 0);
  const drawing = drawScene(scene, root.querySelector(".stage"));
  paintBody(drawing, painted, null);
  drawCrosses(drawing, painted);
  drawing.svg.setAttribute("viewBox", box.join(" "));
  if (whole) sizeText(drawing);
  else for (const text of drawing.svg.querySelectorAll(".caption")) text.remove();
}
"""
# What is shown large: layout, panel, and a box on the panel's side of the body in body heights.
LARGE = {
    "head": ("Head and neck", 0, (-0.085, 0.81, 0.085, 1.005)),
    "hand": ("Hand", 3, (0.105, 0.4, 0.205, 0.555)),
    "foot": ("Foot", 3, None),
}
# Ten patterns, each in a layout and a view.
PATTERNS = (
    ("trapezius_1", "Side", "lateral"),
    ("sternocleidomastoid_sternal", "Head and neck", "head_front"),
    ("digastric_anterior", "Head and neck", "head_front"),
    ("infraspinatus_1", "Whole body", "front"),
    ("interossei_hand_dorsal_1", "Hand", "hand_back"),
    ("quadratus_lumborum_superficial_upper", "Whole body", "back"),
    ("gluteus_minimus_posterior", "Whole body", "back"),
    ("piriformis_1", "Side", "lateral"),
    ("vastus_medialis_1", "Whole body", "front"),
    ("soleus_1", "Whole body", "back"),
)


class Picture(NamedTuple):
    """What is drawn into a file: a part of a scene, so many pixels to a body height, with what is painted."""

    name: str
    scene: Mapping[str, Any]
    box: tuple[float, float, float, float]
    scale: float
    painted: tuple[Mapping[str, Any], ...] = ()
    schemes: tuple[str, ...] = ("light",)


class Tree:
    """The scenes of the tree on the path, of one of its figures; a tree of before has only one."""

    def __init__(self) -> None:
        self.dataset, self.measured = load(DATA_DIR), read_chart(DATA_DIR / "body")
        self.names = {region.id: (region.name, region.anatomical_name) for region in self.dataset.regions.values()}
        self._scenes: dict[tuple[str, str], Mapping[str, Any]] = {}

    def scene(self, layout: str, figure: str = "man") -> Mapping[str, Any]:
        if (layout, figure) not in self._scenes:
            chart, dataset = self.measured, self.dataset
            if figure != "man":
                from bodymap.body.figure import placed, reshaped

                chart, dataset = reshaped(chart, figure), placed(dataset, figure)
            built = build_scene(chart, layout, self.names)
            self._scenes[layout, figure] = {**built, "patterns": build_patterns(chart, layout, dataset)}
        return self._scenes[layout, figure]

    def box_of(self, point: str, layout: str, view: str, side: str) -> tuple[float, float, float, float]:
        """The part of a scene that holds a pattern's regions and its cross in the first panel of a view."""
        pattern, drawn = self.dataset.trigger_points[point], self.measured[view]
        shapes = [drawn.regions[zone.region].geometry for zone in (*pattern.primary, *pattern.spillover)
                  if zone.region in drawn.regions]  # fmt: skip
        x0, y0, x1, y1 = unary_union(shapes).bounds
        at = pattern.point.positions.get(view) or pattern.point.positions.get(CLOSE_UPS.get(view, ""))
        if at:
            x0, y0, x1, y1 = min(x0, at[0]), min(y0, at[1]), max(x1, at[0]), max(y1, at[1])
        panel = next(
            panel for panel in self.scene(layout)["panels"] if panel["view"] == view and side in panel["sides"]
        )
        return _on(panel, side, (x0 - FRAME, y0 - FRAME, x1 + FRAME, y1 + FRAME))


def _on(
    panel: Mapping[str, Any], side: str, box: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = box
    left = min(panel["sides"][side] * x for x in (x0, x1))
    return panel["at"][0] + left * UNITS, panel["at"][1] - y1 * UNITS, (x1 - x0) * UNITS, (y1 - y0) * UNITS


def pictures(tree: Tree, figures: bool) -> Iterator[Picture]:
    """Every picture of the document; those of two figures side by side only where there are two."""
    both = ("light", "dark")
    for layout in LAYOUTS:
        scene = tree.scene(layout)
        name = f"view-{layout.lower().replace(',', '').replace(' ', '-')}"
        yield Picture(name, scene, tuple(scene["box"]), VIEW_WIDE / scene["box"][2], schemes=both)
    for name, (layout, number, box) in LARGE.items():
        scene = tree.scene(layout)
        panel = scene["panels"][number]
        side = next(iter(panel["sides"]))
        inside = _on(panel, side, box or tree.measured[panel["view"]].bounds())
        yield Picture(f"large-{name}", scene, inside, LARGE_HIGH / inside[3])
    for point, layout, view in PATTERNS:
        side = "right" if view in ("front", "head_front") else "left"
        inside = tree.box_of(point, layout, view, side)
        said = {"id": f"{point}@{side}", "slot": 0, "side": side, "title": point}
        yield Picture(f"pattern-{point}", tree.scene(layout), inside, PATTERN_HIGH / inside[3], (said,))
    if figures:
        for figure in ("woman", "man"):
            scene = tree.scene("Whole body", figure)
            yield Picture(f"figure-{figure}", scene, tuple(scene["box"]), VIEW_WIDE / scene["box"][2], schemes=both)


def html() -> str:
    """An empty page with the modules, the template and the styles of the chart."""
    script = joined("plate.js", {**MODULES, "plate.js": ENTRY}).replace("export default function", "function")
    style = (CHART / "chart.css").read_text(encoding="utf-8")
    return (
        f"<!doctype html><meta charset='utf-8'><style>:root {{ {css_variables()} }} {style}"
        "* { transition: none !important; } body { margin: 0; font-family: sans-serif; } "
        ".bodychart { container: none !important; } .bodychart .stage { position: static !important; }</style>"
        "<div class='bodychart'><div class='stage'></div></div>"
        f"<script>{script}; window.draw = draw;</script>"
    )


def draw(page: Page, picture: Picture, scheme: str) -> bytes:
    ground, text = GROUNDS[scheme]
    _, _, width, height = picture.box
    size = {"width": round(width * picture.scale), "height": round(height * picture.scale)}
    page.set_viewport_size(size)
    page.evaluate(
        """([scheme, ground, text, size]) => {
          const { style } = document.documentElement;
          style.colorScheme = scheme;
          style.background = ground;
          style.setProperty("--st-text-color", text);
          style.setProperty("--st-background-color", ground);
          const stage = document.querySelector(".stage");
          Object.assign(stage.style, { width: `${size.width}px`, height: `${size.height}px` });
        }""",
        [scheme, ground, text, size],
    )
    scene = {**picture.scene, "looks": [], "figure": "man"}
    whole = picture.box == tuple(picture.scene["box"])
    page.evaluate(
        "([scene, box, painted, whole]) => draw(JSON.parse(scene), box, painted, whole)",
        [json.dumps(scene), list(picture.box), list(picture.painted), whole],
    )
    return page.screenshot()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("when", choices=("before", "now"), help="which state the tree on the path is")
    when = parser.parse_args().when
    out = OUT / when
    out.mkdir(parents=True, exist_ok=True)
    total = 0
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(device_scale_factor=SHARP)
        page.set_content(html())
        for picture in pictures(Tree(), figures=when == "now"):
            for scheme in picture.schemes:
                file = out / f"{picture.name}-{scheme}.webp"
                Image.open(io.BytesIO(draw(page, picture, scheme))).convert("RGB").save(file, quality=QUALITY, method=6)
                total += file.stat().st_size
        browser.close()
    print(f"{out}: {len(list(out.glob('*.webp')))} pictures, {total / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
