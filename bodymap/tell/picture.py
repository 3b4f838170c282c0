"""The drawn body with marks as a still SVG picture, for reports. The same scene as the page, in fixed light colours."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from bodymap.body.geometry import ChartView
from bodymap.body.scene import LAYOUTS, build_scene, views_in
from bodymap.body.style import palette
from bodymap.place import Place


def layouts_showing(chart: Mapping[str, ChartView], marks: Collection[Place]) -> list[str]:
    """The whole body, and as few other layouts as draw the marks which it does not draw."""
    drawn = {layout: {region for view in views_in(layout) for region in chart[view].regions} for layout in LAYOUTS}
    shown = ["Whole body"]
    missing = {mark.region for mark in marks} - drawn["Whole body"]
    while gained := missing & drawn[best := max(LAYOUTS, key=lambda layout: len(missing & drawn[layout]))]:
        shown.append(best)
        missing -= gained
    return shown


def picture_svg(chart: Mapping[str, ChartView], layout: str, marks: Collection[Place]) -> str:
    """An SVG of a layout with the marked regions filled and outlined; its ``viewBox`` is in path units."""
    scene = build_scene(chart, layout, _Unnamed())
    x, y, width, height = scene["box"]
    pixel = height / 620
    marked = frozenset(map(str, marks))
    panels = "".join(_panel(panel, scene["views"][panel["view"]], marked, pixel) for panel in scene["panels"])
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {width} {height}">{panels}</svg>'


class _Unnamed(dict[str, tuple[str, str]]):
    """Names nobody reads: a still picture has no tooltips."""

    def __missing__(self, region: str) -> tuple[str, str]:
        return region, region


def _panel(panel: Mapping[str, Any], view: Mapping[str, Any], marks: frozenset[str], pixel: float) -> str:
    sides = list(panel["sides"].items())
    flip = sides[0][1] if len(sides) == 1 else 1
    drawn = [
        f'<g transform="scale({sign} 1)">{"".join(layer)}</g>'
        for chosen in (None, marks)
        for number, (side, sign) in enumerate(sides)
        if (layer := list(_layer(view, side, number == 0, pixel, chosen)))
    ]
    skin = _path(view["skin"], "skin", "skin-line", pixel)
    at = "{} {}".format(*panel["at"])
    return f'<g transform="translate({at})"><g transform="scale({flip} 1)">{skin}</g>{"".join(drawn)}</g>'


def _layer(
    view: Mapping[str, Any], side: str, first: bool, pixel: float, marks: frozenset[str] | None
) -> Iterator[str]:
    """The marked regions of one side, or without ``marks`` its surface."""
    return _surface(view, first, pixel) if marks is None else _marked(view, side, first, pixel, marks)


def _surface(view: Mapping[str, Any], first: bool, pixel: float) -> Iterator[str]:
    for shape in view["surface"]:
        if first or not shape.get("midline"):
            fill = f"muscle-{shape['tint']}" if shape["kind"] == "muscle" else shape["kind"]
            yield _path(shape["d"], fill, "seam", pixel)
    for shape in view["details"]:
        if first or not shape.get("midline"):
            yield _path(shape["d"], None if shape.get("open") else "detail-fill", "detail", pixel)


def _marked(view: Mapping[str, Any], side: str, first: bool, pixel: float, marks: frozenset[str]) -> Iterator[str]:
    blue = palette()["mark"]
    for region in view["regions"]:
        midline = region.get("midline")
        if (region["id"] if midline else f"{region['id']}.{side}") in marks and (first or not midline):
            style = f'fill="{blue}" fill-opacity="0.45" stroke="{blue}" stroke-width="{2.2 * pixel:.1f}"'
            yield f'<path d="{region["d"]}" fill-rule="evenodd" {style}/>'


def _path(d: str, fill: str | None, line: str, pixel: float) -> str:
    colours = palette()
    style = f'fill="{colours[fill] if fill else "none"}" stroke="{colours[line]}" stroke-width="{0.7 * pixel:.1f}"'
    return f'<path d="{d}" fill-rule="evenodd" {style}/>'
