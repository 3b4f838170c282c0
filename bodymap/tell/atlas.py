"""``python -m bodymap.tell.atlas``: one page with a small figure for every trigger point, to look the data over."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from bodymap import DATA_DIR
from bodymap.body.geometry import ChartView, Polygons, mirror, read_chart
from bodymap.body.pattern_views import best_views, drawn_signs, drawn_zones
from bodymap.body.style import css_variables
from bodymap.body.svg import UNITS, path
from bodymap.data.dataset import Dataset
from bodymap.data.patterns import Pattern
from bodymap.place import Side
from bodymap.read.load import load
from bodymap.tell.wording import BODY_CREDIT, NOT_PAIN, SEEN_THROUGH, SUPPORT

PAGE = Path(__file__).resolve().parents[2] / "docs" / "atlas" / "index.html"
MARGIN = 0.03  # body heights around what a figure shows
SMALLEST = 0.16  # body heights: a figure never shows less, so that one can tell where it is
SIDE: Side = "left"
MUSCLE = ("muscle", "muscle through")  # what is drawn of a muscle: in its place, or seen through the body
STYLE = (Path(__file__).parent / "atlas.css").read_text(encoding="utf-8")


def atlas_html(dataset: Dataset, chart: Mapping[str, ChartView]) -> str:
    """The whole contact sheet as one self-contained page; the left side is drawn."""
    used = {view for pattern in dataset.trigger_points.values() for view in best_views(chart, pattern)}
    symbols = "".join(_symbol(chart[view]) for view in sorted(used))
    groups: dict[str, list[str]] = {}
    for pattern in dataset.trigger_points.values():
        groups.setdefault(pattern.muscle.group, []).append(_figure(dataset, chart, pattern))
    sections = "".join(
        f"<h2>{escape(group.replace('_', ' ').capitalize())}</h2><div class='sheet'>{''.join(figures)}</div>"
        for group, figures in groups.items()
    )
    silent = ", ".join(escape(m.name) for m in dataset.muscles.values() if not m.trigger_points)
    dots = (
        '<pattern id="dots" width="70" height="70" patternUnits="userSpaceOnUse" patternTransform="rotate(35)">'
        '<circle class="dot" cx="35" cy="35" r="22"/></pattern>'
    )
    return (
        f"<!doctype html><html lang='en'><meta charset='utf-8'><title>Contact sheet of the trigger points</title>"
        f"<style>:root {{\n{css_variables()}\n}}{STYLE}</style><h1>Contact sheet of the trigger points</h1>"
        "<p>Made by <code>make atlas</code> from the data. Patterns are expert descriptions, people differ, and every "
        "record is a draft. The left side is drawn. Solid: mainly felt; dotted: can spill over; cross: the point; "
        f"dashed: the muscle. {SEEN_THROUGH} " + escape(BODY_CREDIT) + "</p>"
        f"<svg width='0' height='0' style='position:absolute'><defs>{dots}{symbols}</defs></svg>{sections}"
        f"<h2>Muscles without a pattern of their own</h2><p>{silent}.</p></html>\n"
    )


def _symbol(view: ChartView) -> str:
    signs = drawn_signs(view, SIDE)
    flesh = "".join(path(_signed(s.polygons, sign)) for sign in signs for s in view.surface if s.kind == "muscle")
    skin = path(_signed(view.skin.polygons, signs[0]))
    return f'<g id="v-{view.name}"><path class="skin" d="{skin}"/><path class="flesh" d="{flesh}"/></g>'


def _figure(dataset: Dataset, chart: Mapping[str, ChartView], pattern: Pattern) -> str:
    views = "".join(_view(chart[view], pattern) for view in best_views(chart, pattern))
    names = {
        level: ", ".join(dataset.regions[zone.region].name for zone in zones)
        for level, zones in (("Mainly", pattern.primary), ("Spills to", pattern.spillover))
    }
    text = "".join(f"<span>{level}: {escape(listed)}. </span>" for level, listed in names.items() if listed)
    if pattern.point.feeling:
        text = f"<span>{escape(NOT_PAIN.format(pattern.point.feeling))}. </span>{text}"
    name = f"{escape(pattern.name)} ({escape(SUPPORT[pattern.muscle.referral_support])})"
    return f"<figure><div>{views}</div><figcaption><b>{name}</b>{text}</figcaption></figure>"


def _view(view: ChartView, pattern: Pattern) -> str:
    own = drawn_signs(view, SIDE)[0]
    outlines = [view.whole[s] for s in pattern.muscle.structures if s in view.whole]
    drawn: list[tuple[str, Polygons]] = [
        ("muscle through" if shape.seen_through else "muscle", _signed(shape.polygons, own)) for shape in outlines
    ]
    drawn += drawn_zones(view, pattern, SIDE)
    position = pattern.point.positions.get(view.name)  # type: ignore[call-overload]  # names of views
    points = [(own * position[0], position[1])] if position else []
    box = _box([p for kind, polygons in drawn if kind not in MUSCLE for p in polygons], points)
    shapes = "".join(
        f'<path class="{kind}" d="{path(polygons, smooth=kind not in MUSCLE)}"/>' for kind, polygons in drawn
    )
    crosses = "".join(_cross(x, y) for x, y in points)
    return f'<svg viewBox="{box}"><title>{view.name}</title><use href="#v-{view.name}"/>{shapes}{crosses}</svg>'


def _signed(polygons: Polygons, sign: int) -> Polygons:
    return polygons if sign > 0 else mirror(polygons)


def _cross(x: float, y: float, arm: int = 55) -> str:
    cx, cy = round(x * UNITS), round(-y * UNITS)
    d = f"M{cx - arm} {cy - arm}L{cx + arm} {cy + arm}M{cx - arm} {cy + arm}L{cx + arm} {cy - arm}"
    return f'<path class="cross" d="{d}"/>'


def _box(polygons: Polygons, points: Iterable[tuple[float, float]]) -> str:
    corners = [(x, y) for polygon in polygons for ring in polygon for x, y in ring] + list(points)
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    width = max(max(xs) - min(xs) + 2 * MARGIN, SMALLEST)
    height = max(max(ys) - min(ys) + 2 * MARGIN, SMALLEST)
    x, y = (min(xs) + max(xs) - width) / 2, (min(ys) + max(ys) + height) / 2
    return " ".join(str(round(value * UNITS)) for value in (x, -y, width, height))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA_DIR, help="the folder data")
    parser.add_argument("--out", type=Path, default=PAGE, help="the page to write")
    options = parser.parse_args()
    html = atlas_html(load(options.data), read_chart(options.data / "body"))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(html, encoding="utf-8")
    print(f"{options.out}: {html.count('<figure>')} figures, {len(html) // 1024} kB")


if __name__ == "__main__":
    main()
