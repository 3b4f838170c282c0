"""The one scene that every renderer draws: which panels stand where, and the layers of each view.

A scene is pure data (dicts, lists, strings, numbers), so that it can be sent to the page, hashed and tested.
Panel positions and path data are in path units (10,000 to a body height, y downwards).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from shapely import Point, unary_union

from bodymap.body.geometry import CLOSE_UPS, ChartView, Polygons, Shape, screen_sign, thickness
from bodymap.body.outlines import belongs
from bodymap.body.svg import UNITS, path
from bodymap.data.model import Muscle

GAP = 0.022  # body heights between panels and around them
CAPTION = 0.055  # share of all rows' height kept above each row for its captions
CAPTION_OF_WHOLE = 0.03  # the same for the whole body, so that the figures are as tall as can be
SLIVER = 0.0026  # body heights: thinner visible pieces are left out at whole-body zoom
SLIVER_CLOSE = 0.001  # the same in close-ups


@dataclass(frozen=True)
class Panel:
    """One drawn body part: a view, the sides shown in it, and its caption."""

    view: str
    sides: tuple[str, ...]
    caption: str


BOTH = ("left", "right")
# Rows of panels for each choice of the view control, in the order of the control.
LAYOUTS: Mapping[str, tuple[tuple[Panel, ...], ...]] = {
    "Whole body": ((Panel("front", BOTH, "Front"), Panel("back", BOTH, "Back")),),
    "Side": (
        (
            Panel("lateral", ("left",), "Left side"),
            Panel("lateral_arm", ("left",), "Left arm"),
            Panel("lateral_arm", ("right",), "Right arm"),
            Panel("lateral", ("right",), "Right side"),
        ),
    ),
    "Head and neck": (
        (Panel("head_front", BOTH, "Front"), Panel("head_back", BOTH, "Back")),
        (Panel("head_lateral", ("left",), "Left side"), Panel("head_lateral", ("right",), "Right side")),
    ),
    "Hand": (
        (Panel("hand_palm", ("right",), "Right palm"), Panel("hand_palm", ("left",), "Left palm")),
        (Panel("hand_back", ("left",), "Back of left hand"), Panel("hand_back", ("right",), "Back of right hand")),
    ),
    "Leg, inner side": (
        (
            Panel("medial_leg", ("right",), "Right leg, inner side"),
            Panel("medial_leg", ("left",), "Left leg, inner side"),
        ),
    ),
    "Foot": (
        (Panel("sole", ("right",), "Right sole"), Panel("sole", ("left",), "Left sole")),
        (Panel("foot_top", ("left",), "Top of left foot"), Panel("foot_top", ("right",), "Top of right foot")),
    ),
}


@dataclass(frozen=True)
class Look:
    """A place beside the body, clear of the skin, where a button opens a close-up."""

    layout: str
    label: str
    x: float | None  # body heights from the midline of the first panel, to the right; None is between the panels
    y: float


# The places keep 0.05 body heights from the skin, room for a finger on a phone.
LOOKS: Mapping[str, tuple[Look, ...]] = {
    "Whole body": (
        Look("Head and neck", "Head", None, 0.955),
        Look("Hand", "Hands", -0.15, 0.325),
        Look("Leg, inner side", "Inner leg, groin", -0.15, 0.195),
        Look("Foot", "Feet", -0.15, 0.065),
        Look("Side", "Hip and side", None, 0.325),
    )
}


def _look_at(look: Look, panels: Sequence[Mapping[str, Any]], box: Sequence[int]) -> list[int]:
    """Where the button stands, in the units of the scene."""
    x, y = panels[0]["at"]
    return [round(box[0] + box[2] / 2 if look.x is None else x + look.x * UNITS), round(y - look.y * UNITS)]


def build_scene(chart: Mapping[str, ChartView], layout: str, names: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The constant scene of a layout.

    ``names`` maps region ids to ``(plain name, anatomical name)``. Returns
    ``{"id", "box": [x, y, width, height], "panels": [...], "views": {name: layers}, "names": {...}, "looks": [...]}``.
    Raises ``KeyError`` for an unknown layout.
    """
    panels, box = _place(chart, LAYOUTS[layout])
    looks = [
        {"layout": look.layout, "label": look.label, "at": _look_at(look, panels, box)}
        for look in LOOKS.get(layout, ())
    ]
    views = {name: _layers(chart[name], whole_body=layout == "Whole body") for name in {p["view"] for p in panels}}
    drawn = {region["id"] for view in views.values() for region in view["regions"]}
    return {
        "id": layout,
        "box": box,
        "panels": panels,
        "views": dict(sorted(views.items())),
        "names": {region: list(names[region]) for region in sorted(drawn)},
        "looks": looks,
    }


def _place(chart: Mapping[str, ChartView], rows: Sequence[Sequence[Panel]]) -> tuple[list[dict[str, Any]], list[int]]:
    """Panels with their offsets, centred row by row, and the box around them."""
    sizes = [[drawn_box(chart[panel.view], panel.sides[0]) for panel in row] for row in rows]
    widths = [sum(x1 - x0 for x0, _, x1, _ in row) + GAP * (len(row) - 1) for row in sizes]
    tops = [max(y1 for _, _, _, y1 in row) for row in sizes]
    heights = [top - min(y0 for _, y0, _, _ in row) for top, row in zip(tops, sizes, strict=True)]
    caption = (CAPTION_OF_WHOLE if len(rows) == 1 and rows[0][0].view == "front" else CAPTION) * sum(heights)
    total = max(widths)
    placed, y = [], 0.0
    for row, boxes, width, top, height in zip(rows, sizes, widths, tops, heights, strict=True):
        x = (total - width) / 2
        y += caption
        for panel, (x0, _, x1, _) in zip(row, boxes, strict=True):
            placed.append(
                {
                    "view": panel.view,
                    "caption": panel.caption,
                    "sides": {side: screen_sign(panel.view, side) for side in panel.sides},
                    "at": [round((x - x0) * UNITS), round((y + top) * UNITS)],
                    "captionAt": [round((x + (x1 - x0) / 2) * UNITS), round((y - 0.35 * caption) * UNITS)],
                }
            )
            x += x1 - x0 + GAP
        y += height + GAP
    margin = GAP / 2
    box = [-margin, 0.0, total + 2 * margin, y - margin]
    return placed, [round(value * UNITS) for value in box]


def drawn_box(view: ChartView, side: str) -> tuple[float, float, float, float]:
    """``x0, y0, x1, y1`` of a view as drawn for a side (of both sides in a symmetric view), ``x`` to the right."""
    x0, y0, x1, y1 = view.bounds()
    return (-x1, y0, -x0, y1) if not view.symmetric and screen_sign(view.name, side) < 0 else (x0, y0, x1, y1)


def _layers(view: ChartView, whole_body: bool) -> dict[str, Any]:
    surface = list(_without_slivers(view.surface, SLIVER if whole_body else SLIVER_CLOSE))
    return {
        "skin": path(view.skin.polygons),
        "surface": [_drawn(shape) for shape in surface],
        "fibres": [{"d": d} for shape in view.fibres if (d := path(_on(shape, surface), closed=False))],
        "details": [_drawn(shape) for shape in view.details],
        "regions": [
            {"id": shape.id, "d": path(shape.polygons), **({"midline": 1} if shape.midline else {})}
            for shape in view.regions.values()
        ],
    }


def _drawn(shape: Shape) -> dict[str, Any]:
    drawn: dict[str, Any] = (
        {"id": shape.structure} if shape.kind == "detail" else {"id": shape.structure, "kind": shape.kind}
    )
    if shape.kind == "muscle":
        drawn["tint"] = shape.tint
    if shape.midline:
        drawn["midline"] = 1
    if not shape.closed:
        drawn["open"] = 1
    return {**drawn, "d": path(shape.polygons, smooth=True, closed=shape.closed)}


def _on(fibres: Shape, surface: Sequence[Shape]) -> Polygons:
    """The fibres that have their muscle under them."""
    drawn = unary_union([shape.geometry for shape in surface if shape.id == fibres.id])
    return [lines for lines in fibres.polygons if drawn.covers(Point(lines[0][len(lines[0]) // 2]))]


def _without_slivers(shapes: Iterable[Shape], least: float) -> Iterable[Shape]:
    for shape in shapes:
        kept = [p for p in shape.polygons if thickness(p[0]) >= least]
        if kept:
            yield replace(shape, polygons=kept)


def build_anatomy(
    chart: Mapping[str, ChartView], layout: str, muscles: Iterable[Muscle]
) -> dict[str, list[dict[str, Any]]]:
    """What can be chosen under the pointer: for each view the outlines of muscles, the outermost first.

    A muscle is listed in the views to which it ``belongs``, so that the muscles of the back are not listed in front.
    Returns ``{view: [{"id", "name", "part", "d"}]}`` in path units; ``part`` is the structure, so that the piece seen
    on the surface can be put first. What is seen through the body has ``"through": 1``.
    """
    every = list(muscles)
    found = {}
    for name in sorted(views_in(layout)):
        view = chart[name]
        outlines = [
            (view.whole[structure].depth, muscle, view.whole[structure])
            for muscle in every
            if belongs(view, muscle)
            for structure in muscle.structures
            if structure in view.whole
        ]
        found[name] = [
            {
                "id": muscle.id,
                "name": muscle.name,
                "part": shape.id,
                "d": path(shape.polygons, smooth=True),
                **({"through": 1} if shape.seen_through else {}),
            }
            for _, muscle, shape in sorted(outlines, key=lambda outline: -outline[0])
        ]
    return found


def points_in(
    chart: Mapping[str, ChartView], layout: str, positions: Mapping[Any, Sequence[float]]
) -> dict[str, list[int]]:
    """Where a trigger point is drawn in the views of a layout, in path units: ``{view: [x, y]}``."""
    points = {}
    for name in sorted(views_in(layout)):
        position = positions.get(name) or positions.get(CLOSE_UPS.get(name, ""))
        if position and chart[name].skin.covers(position):
            points[name] = [round(position[0] * UNITS), round(-position[1] * UNITS)]
    return points


def views_in(layout: str) -> set[str]:
    """The views that a layout draws."""
    return {panel.view for row in LAYOUTS[layout] for panel in row}


def regions_at(chart: Mapping[str, ChartView], positions: Mapping[Any, Sequence[float]]) -> frozenset[tuple[str, bool]]:
    """The region of the surface over a trigger point in each view that records it, with whether it is midline.

    On the border of two regions it is the first of them.
    """
    over = (
        next((region for region in chart[view].regions.values() if region.covers(position)), None)
        for view, position in positions.items()
    )
    return frozenset((region.id, region.midline) for region in over if region)
