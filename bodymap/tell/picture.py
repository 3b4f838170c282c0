"""The drawn body with marks as a still SVG picture, for reports. The same scene as the page, in fixed light colours."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bodymap.body.geometry import CLOSE_UPS, CONNECTIVE, ChartView
from bodymap.body.scene import LAYOUTS, build_scene, views_in
from bodymap.body.shapes import Shapes
from bodymap.body.smooth import soft_outline
from bodymap.body.style import COLOURS, detail_style, palette
from bodymap.body.svg import UNITS, path
from bodymap.data.patterns import Area, Pattern, Places
from bodymap.place import SIDES, Place, Side


def layouts_showing(chart: Mapping[str, ChartView], marks: Collection[Place]) -> list[str]:
    """The whole body, and as few other layouts as draw the marks which it does not draw."""
    drawn = {layout: {region for view in views_in(layout) for region in chart[view].regions} for layout in LAYOUTS}
    shown = ["Whole body"]
    missing = {mark.region for mark in marks} - drawn["Whole body"]
    while gained := missing & drawn[best := max(LAYOUTS, key=lambda layout: len(missing & drawn[layout]))]:
        shown.append(best)
        missing -= gained
    return shown


@dataclass(frozen=True)
class Painted:
    """A pattern to paint: its places by level, and its point on a side as ``{view: (x, y)}`` in body heights.

    An area of something else than a muscle is ``outlined``: its main zones let what is below them show through.
    """

    places: Places
    points: Mapping[Any, Sequence[float]]
    side: Side
    outlined: bool = False
    things: tuple[Pattern | Area, ...] = ()
    """What is painted, as one; without any the places are."""


ZONES = ("zone", "zone-1", "zone-2", "zone-3")  # the colours of the first, second, third and fourth pattern


HANGING = {"lateral": "lateral_arm"}  # the arm, in the same frame, as a faint outline over the trunk

VEIL = "#ffffff"  # over a body that a pattern is painted on
_COLOUR = re.compile(r"#[0-9a-f]{6}\b")

Box = tuple[int, int, int, int]  # x, y, width and height in path units


def picture_svg(
    chart: Mapping[str, ChartView],
    layout: str,
    marks: Collection[Place],
    patterns: Sequence[Painted] = (),
    box: Box | None = None,
    part: Literal["all", "body", "over"] = "all",
) -> str:
    """An SVG of a layout with marked regions outlined and patterns painted; its ``viewBox`` is in path units.

    Main zones are filled, spillover is pale with a dashed edge, a cross is a trigger point. ``box`` cuts a piece out.
    ``part`` draws the body alone, pale, or alone what lies over it, for many pictures over one body.
    """
    return drawing_of(still_scene(chart, layout), marks, patterns, box, part)


def still_scene(chart: Mapping[str, ChartView], layout: str) -> Mapping[str, Any]:
    """The scene of a layout, to draw many pictures of."""
    return {
        **build_scene(chart, layout, _Unnamed()),
        "shapes": {view: Shapes(chart[view]) for view in views_in(layout)},
    }


def drawing_of(
    scene: Mapping[str, Any],
    marks: Collection[Place],
    patterns: Sequence[Painted] = (),
    box: Box | None = None,
    part: Literal["all", "body", "over"] = "all",
) -> str:
    """As ``picture_svg``, of a scene."""
    x, y, width, height = box or scene["box"]
    pixel = (max(height, 1.2 * width) if box else height) / 620
    drawn = _Drawn(frozenset(map(str, marks)), tuple(patterns), pixel, bool(patterns) or part != "all", part)
    panels = "".join(_panel(panel, scene["views"], scene["shapes"], drawn) for panel in scene["panels"])
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {width} {height}">{panels}</svg>'


def in_page_colours(svg: str) -> str:
    """A picture in fixed light colours, made light or dark as the page that shows it; light on paper."""
    names = {light: name for name, (light, _) in COLOURS.items()} | {VEIL: "veil"}
    used = sorted(set(_COLOUR.findall(svg)) & set(names))
    light, dark = (
        "".join(f"--{names[colour]}:{own};" for colour, own in zip(used, owns, strict=True))
        for owns in (used, [COLOURS[names[colour]][1] for colour in used])
    )
    style = f"<style>svg{{{light}}}@media screen and (prefers-color-scheme:dark){{svg{{{dark}}}}}</style>"
    varied = _COLOUR.sub(lambda found: f"var(--{names[found[0]]})" if found[0] in names else found[0], svg)
    return varied.replace(">", f">{style}", 1)


def box_around(
    chart: Mapping[str, ChartView], scene: Mapping[str, Any], patterns: Iterable[Painted], margin: float = 0.06
) -> Box:
    """The part of a layout, in its whole width, from the top to the bottom of what is painted, ``margin`` around it.

    Layouts of several rows are not cut. The part is at least half as high as it is wide.
    """
    x, y, width, height = scene["box"]
    heights = [at for painted in patterns for panel in scene["panels"] for at in _heights(chart, panel, painted)]
    if len(LAYOUTS[scene["id"]]) > 1 or not heights:
        return x, y, width, height
    middle, half = (min(heights) + max(heights)) / 2, (max(heights) - min(heights)) / 2 + margin * UNITS
    half = min(max(half, width / 4), height / 2)
    top = min(max(middle - half, y), y + height - 2 * half)
    return x, round(top), width, round(2 * half)


def _heights(chart: Mapping[str, ChartView], panel: Mapping[str, Any], painted: Painted) -> Iterator[float]:
    """The heights in a panel between which a pattern is painted."""
    for place in (*painted.places.primary, *painted.places.spillover):
        region = chart[panel["view"]].regions.get(place.region)
        if region and (place.side is None or place.side in panel["sides"]):
            _, low, _, high = region.geometry.bounds
            yield from (panel["at"][1] - low * UNITS, panel["at"][1] - high * UNITS)
    point = painted.points.get(panel["view"])
    if point and painted.side in panel["sides"]:
        yield panel["at"][1] - point[1] * UNITS


class _Unnamed(dict[str, tuple[str, str]]):
    """Names nobody reads: a still picture has no tooltips."""

    def __missing__(self, region: str) -> tuple[str, str]:
        return region, region


@dataclass(frozen=True)
class _Drawn:
    """What is drawn over the body, and how large a pixel of the page is in path units."""

    marks: frozenset[str]
    patterns: tuple[Painted, ...]
    pixel: float
    pale: bool
    part: str


def _panel(panel: Mapping[str, Any], views: Mapping[str, Any], shapes: Mapping[str, Shapes], drawn: _Drawn) -> str:
    view = views[panel["view"]]
    sides = list(panel["sides"].items())
    at = "{} {}".format(*panel["at"])
    over = _over(panel, view, shapes, drawn) if drawn.part != "body" else ""
    if drawn.part == "over":
        return f'<g transform="translate({at})">{over}</g>' if over else ""
    flip = sides[0][1] if len(sides) == 1 else 1
    body = "".join(
        _on(sign, draw(view, number == 0, drawn.pixel))
        for draw in (_surface, _outline, _details)
        for number, (_, sign) in enumerate(sides)
    )
    if arm := views.get(HANGING.get(panel["view"], "")):
        body += _on(flip, [_path(arm["skin"], "detail-fill", "skin-line", drawn.pixel, 0.16)])
    veil = _veil(view, drawn.pixel) if drawn.pale else ""
    skin = _path(view["skin"], "skin", None, 0)
    base = f'<g transform="scale({flip} 1)">{skin}</g>{body}<g transform="scale({flip} 1)">{veil}</g>'
    return f'<g transform="translate({at})">{base}{over}</g>'


def _over(panel: Mapping[str, Any], view: Mapping[str, Any], shapes: Mapping[str, Shapes], drawn: _Drawn) -> str:
    """Zones, marks and crosses of a panel."""
    sides = list(panel["sides"].items())
    over = "".join(
        _on(sign, (*_zones(panel, view, shapes, side, drawn), *_marked(view, side, number == 0, drawn)))
        for number, (side, sign) in enumerate(sides)
    )
    return over + "".join(_on(sign, _crosses(panel["view"], side, drawn)) for side, sign in sides)


def _on(sign: int, parts: Iterable[str]) -> str:
    """Parts drawn on one side of the midline."""
    inner = "".join(parts)
    return f'<g transform="scale({sign} 1)">{inner}</g>' if inner else ""


def _veil(view: Mapping[str, Any], pixel: float) -> str:
    return f'<path d="{view["skin"]}" fill="{VEIL}" fill-opacity="0.62" stroke="none"/>'


def _zones(
    panel: Mapping[str, Any], view: Mapping[str, Any], shapes: Mapping[str, Shapes], side: str, drawn: _Drawn
) -> Iterator[str]:
    for pattern, name in zip(drawn.patterns, ZONES, strict=False):
        colour = palette()[name]
        for level, d in zones_of(panel, view, shapes, side, pattern):
            style = (
                f'fill="{colour}" {_main(colour, drawn.pixel if pattern.outlined else 0)}'
                if level == "primary"
                else f'fill="{colour}" fill-opacity="0.2" stroke="{colour}" stroke-width="{drawn.pixel:.1f}" '
                f'stroke-dasharray="{3 * drawn.pixel:.1f} {2 * drawn.pixel:.1f}"'
            )
            yield f'<path d="{d}" fill-rule="evenodd" {style}/>'


def zones_of(
    panel: Mapping[str, Any], view: Mapping[str, Any], shapes: Mapping[str, Shapes], side: str, pattern: Painted
) -> Iterator[tuple[str, str]]:
    """What a panel paints of a pattern with the sign of a side: level and path data, spillover first."""
    first = side == next(iter(panel["sides"]))
    if pattern.things:
        known = shapes[panel["view"]]
        own = side == pattern.side if pattern.side in SIDES else first or not known.view.symmetric
        primary, spillover = (known.of if own else known.across)(*pattern.things)
        for level, shape in (("spillover", spillover), ("primary", primary)):
            if shape and (d := path(soft_outline(shape), smooth=True)):
                yield level, d
        return
    for level, places in (("spillover", pattern.places.spillover), ("primary", pattern.places.primary)):
        for region in _regions(view, side, first, frozenset(map(str, places))):
            yield level, region["d"]


def _main(colour: str, line: float) -> str:
    """How main zones are filled: nearly solid, or pale within a line."""
    outlined = f'fill-opacity="0.4" stroke="{colour}" stroke-width="{1.6 * line:.1f}"'
    return outlined if line else 'fill-opacity="0.78" stroke="none"'


def _crosses(view: str, side: str, drawn: _Drawn) -> Iterator[str]:
    arm = 5 * drawn.pixel
    for pattern in drawn.patterns:
        at = pattern.points.get(view) or pattern.points.get(CLOSE_UPS.get(view, ""))
        if at and pattern.side == side:
            x, y = at[0] * UNITS, -at[1] * UNITS
            across, back = f"l{2 * arm:.0f} {2 * arm:.0f}", f"l{2 * arm:.0f} {-2 * arm:.0f}"
            d = f"M{x - arm:.0f} {y - arm:.0f}{across}M{x - arm:.0f} {y + arm:.0f}{back}"
            yield f'<path d="{d}" fill="none" stroke="{palette()["cross"]}" stroke-width="{2.4 * drawn.pixel:.1f}"/>'


def _surface(view: Mapping[str, Any], first: bool, pixel: float) -> Iterator[str]:
    for shape in view["surface"]:
        if first or not shape.get("midline"):
            fill = f"muscle-{shape['tint']}" if shape["kind"] == "muscle" else shape["kind"]
            yield _path(shape["d"], fill, "tendon-line" if shape["kind"] in CONNECTIVE else "seam", 0.6 * pixel)


def _outline(view: Mapping[str, Any], first: bool, pixel: float) -> Iterator[str]:
    if first:
        yield _path(view["skin"], None, "skin-line", 1.2 * pixel)


def _details(view: Mapping[str, Any], first: bool, pixel: float) -> Iterator[str]:
    for shape in view["details"]:
        if first or not shape.get("midline"):
            fill, line, solid = detail_style(shape["id"], not shape.get("open"))
            yield _path(shape["d"], fill, line, 0.7 * pixel, solid)


def _marked(view: Mapping[str, Any], side: str, first: bool, drawn: _Drawn) -> Iterator[str]:
    blue = palette()["mark"]
    for region in _regions(view, side, first, drawn.marks):
        inner = 'fill="none"' if drawn.patterns else f'fill="{blue}" fill-opacity="0.45"'
        line = f'stroke="{blue}" stroke-width="{2.2 * drawn.pixel:.1f}"'
        yield f'<path d="{region["d"]}" fill-rule="evenodd" {inner} {line}/>'


def _regions(view: Mapping[str, Any], side: str, first: bool, wanted: Container[str]) -> Iterator[Mapping[str, Any]]:
    """The regions of a side whose place is wanted; those on the midline once."""
    for region in view["regions"]:
        midline = region.get("midline")
        place = Place(region["id"], None if midline else side)  # type: ignore[arg-type]  # sides of panels
        if (first or not midline) and str(place) in wanted:
            yield region


def _path(d: str, fill: str | None, line: str | None, width: float, solid: float = 1) -> str:
    colours = palette()
    style = f'fill="{colours[fill] if fill else "none"}"'
    if solid < 1:
        style += f' fill-opacity="{solid}"'
    if line:
        style += f' stroke="{colours[line]}" stroke-width="{width:.1f}"'
    return f'<path d="{d}" fill-rule="evenodd" {style}/>'
