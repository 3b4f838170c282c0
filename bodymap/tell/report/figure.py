"""The body for print: marks with their numbers, patterns with letters and figures that show without colour.

The numbers and letters stand beside the body, each with a line to its place, so that nothing drawn is covered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bodymap.body.geometry import ChartView
from bodymap.body.scene import drawn_box
from bodymap.body.style import palette
from bodymap.body.svg import UNITS
from bodymap.data.dataset import Dataset
from bodymap.data.patterns import Pattern, Places
from bodymap.place import Place, Side
from bodymap.tell.picture import ZONES, Painted, drawing_of, layouts_showing, still_scene
from bodymap.tell.report.content import LETTERS, Content
from bodymap.tell.report.texture import patterns_of, textures

FONT = "Source Sans Pro"
_TAG, _CAPTION, _ROOM, _GAP = 3.9, 3.9, 2.6, 1.5  # millimetres: a tag, a caption, a line to a tag, between panels
_NOWHERE = Places((), ())


@dataclass(frozen=True)
class Figure:
    """A picture: SVG, what it shows in words, and its width and height in millimetres."""

    svg: str
    alt: str
    width: float
    height: float


@dataclass(frozen=True)
class _Tag:
    """A number or a letter, and the place that it points at, in path units from the origin of its panel."""

    said: str
    x: float
    y: float
    colour: str
    square: bool


def painted(dataset: Dataset, patterns: Sequence[tuple[str, Side]]) -> list[Painted]:
    """The patterns as they are painted."""
    return [_painted(dataset, point, side) for point, side in dict.fromkeys(patterns)]


def _painted(dataset: Dataset, point: str, side: Side) -> Painted:
    thing = dataset.drawn[point]
    places = dataset.places(point, side)
    if isinstance(thing, Pattern):
        return Painted(places, thing.point.positions, side, things=(thing,))
    return Painted(places, {}, side, outlined=True, things=(thing,))


def layouts(chart: Mapping[str, ChartView], said: Content) -> list[str]:
    """The whole body, and each close-up that shows a mark which the whole body hides."""
    return layouts_showing(chart, [row.mark for row in said.rows])


def figure(
    chart: Mapping[str, ChartView], layout: str, said: Content, patterns: Sequence[Painted], height: float
) -> Figure:
    """A layout so many millimetres high. A close-up shows only the rows with a mark that the whole body hides."""
    marks = [row.mark for row in said.rows]
    scene, unit = _placed(chart, still_scene(chart, layout), said, patterns, height)
    over = ""
    for panel in scene["panels"]:
        over += '<g transform="translate({} {})">'.format(*panel["at"])
        over += "".join(_beside(chart, panel, list(_tags(chart, panel, said, patterns)), unit)) + "</g>"
        over += _caption(panel, unit)
    shown = [row for row in said.rows if any(_at(chart, panel, row.mark) for panel in scene["panels"])]
    return Figure(
        _inside(_drawn(scene, marks, patterns, scene["box"][3] / 620), over),
        _alt(layout, [f"{row.number} {row.place}" for row in shown], said),
        scene["box"][2] / unit,
        height,
    )


def _drawn(scene: Mapping[str, Any], marks: Sequence[Place], patterns: Sequence[Painted], pixel: float) -> str:
    """The body with patterns and their figures, and over them the marks and the crosses."""
    body = drawing_of(scene, (), part="body")
    unpainted = [replace(pattern, places=_NOWHERE, things=()) for pattern in patterns]
    over = drawing_of(scene, (), patterns, part="over") if patterns else ""
    filled = f"<defs>{patterns_of(pixel)}</defs>{''.join(textures(scene, patterns))}" if patterns else ""
    return _inside(body, _bare(over) + filled + _bare(drawing_of(scene, marks, unpainted, part="over")))


def _bare(svg: str) -> str:
    """What stands inside a picture."""
    return svg.partition(">")[2].removesuffix("</svg>")


def _inside(svg: str, over: str) -> str:
    """A picture with more drawn on top."""
    return f"{svg.removesuffix('</svg>')}{over}</svg>"


def _alt(layout: str, marks: Sequence[str], said: Content) -> str:
    marked = f"Marked: {'; '.join(marks)}." if marks else "No mark is drawn in it."
    areas = "; ".join(f"{pattern.letter} {pattern.name}" for pattern in said.patterns)
    return f"Drawing of the body, {layout[0].lower()}{layout[1:]}. {marked}" + (f" Painted: {areas}." if areas else "")


# ---- room for tags ------------------------------------------------------------------------------------------


def _placed(
    chart: Mapping[str, ChartView],
    scene: Mapping[str, Any],
    said: Content,
    patterns: Sequence[Painted],
    height: float,
) -> tuple[dict[str, Any], float]:
    """The scene with room for tags beside each panel that has some, and how many path units a millimetre is."""
    rows: dict[int, list[dict[str, Any]]] = {}
    for panel in scene["panels"]:
        rows.setdefault(panel["at"][1], []).append(panel)
    hidden = [
        row.mark for row in said.rows if row.mark.region not in {**chart["front"].regions, **chart["back"].regions}
    ]
    if scene["id"] != "Whole body":
        rows = {y: row for y, row in rows.items() if any(_at(chart, p, mark) for p in row for mark in hidden)} or rows
    tall = [[_box(chart, panel) for panel in row] for row in rows.values()]
    heights = [max(box[3] for box in row) - min(box[1] for box in row) for row in tall]
    unit = sum(heights) / (height - len(rows) * (_CAPTION + _GAP))
    placed, y, widest = [], 0.0, 0.0
    for row, boxes, high in zip(rows.values(), tall, heights, strict=True):
        x, top = 0.0, y + _CAPTION * unit
        for panel, box in zip(row, boxes, strict=True):
            left, right = _room(chart, panel, said, patterns, unit)
            x += left
            at = [round(x - box[0]), round(top + max(each[3] for each in boxes))]
            middle = [round(x + (box[2] - box[0]) / 2), round(y + 0.72 * _CAPTION * unit)]
            placed.append({**panel, "at": at, "captionAt": middle})
            x += box[2] - box[0] + right + _GAP * unit
        widest, y = max(widest, x), top + high + _GAP * unit
    return {**scene, "panels": placed, "box": [0, 0, round(widest), round(y)]}, unit


def _box(chart: Mapping[str, ChartView], panel: Mapping[str, Any]) -> list[float]:
    """``x0, y0, x1, y1`` of a panel in path units, ``y`` upwards."""
    return [value * UNITS for value in drawn_box(chart[panel["view"]], next(iter(panel["sides"])))]


def _room(
    chart: Mapping[str, ChartView],
    panel: Mapping[str, Any],
    said: Content,
    patterns: Sequence[Painted],
    unit: float,
) -> tuple[float, float]:
    """How much room is left for tags on the left and the right of a panel."""
    left, right = _columns(chart, panel, list(_tags(chart, panel, said, patterns)))
    return tuple((_TAG + _ROOM if tags else _GAP) * unit for tags in (left, right))  # type: ignore[return-value]


def _columns(
    chart: Mapping[str, ChartView], panel: Mapping[str, Any], tags: Sequence[_Tag]
) -> tuple[list[_Tag], list[_Tag]]:
    """The tags on the left and on the right of a panel, from top to bottom."""
    box = _box(chart, panel)
    middle, ordered = (box[0] + box[2]) / 2, sorted(tags, key=lambda tag: tag.y)
    return [tag for tag in ordered if tag.x < middle], [tag for tag in ordered if tag.x >= middle]


def _at(chart: Mapping[str, ChartView], panel: Mapping[str, Any], place: Place) -> tuple[float, float] | None:
    """Where a place is drawn in a panel, in path units from the panel's origin."""
    region = chart[panel["view"]].regions.get(place.region)
    if region is None or (place.side is None) != region.midline or (place.side and place.side not in panel["sides"]):
        return None
    point = region.geometry.representative_point()
    sign = panel["sides"][place.side] if place.side else next(iter(panel["sides"].values()))
    return sign * point.x * UNITS, -point.y * UNITS


def _tags(
    chart: Mapping[str, ChartView], panel: Mapping[str, Any], said: Content, patterns: Sequence[Painted]
) -> Iterator[_Tag]:
    for row in said.rows:
        if at := _at(chart, panel, row.mark):
            yield _Tag(str(row.number), *at, palette()["mark"], False)
    regions = chart[panel["view"]].regions
    for letter, name, pattern in zip(LETTERS, ZONES, patterns, strict=False):
        drawn = [place for place in pattern.places.primary if _at(chart, panel, place)]
        drawn = drawn or [place for place in pattern.places.spillover if _at(chart, panel, place)]
        largest = max(drawn, key=lambda place: regions[place.region].geometry.area, default=None)
        if largest and (at := _at(chart, panel, largest)):
            yield _Tag(letter, *at, palette()[name], True)


def _beside(
    chart: Mapping[str, ChartView], panel: Mapping[str, Any], tags: Sequence[_Tag], unit: float
) -> Iterator[str]:
    """The tags of a panel in two columns beside the body, from top to bottom, none over another."""
    size, box = _TAG * unit, _box(chart, panel)
    beside = (box[0] - _ROOM * unit - size / 2, box[2] + _ROOM * unit + size / 2)
    placed = [
        (tag, x, y)
        for x, column in zip(beside, _columns(chart, panel, tags), strict=True)
        for tag, y in zip(
            column, _apart([tag.y for tag in column], size / 2 - box[3], -box[1] - size / 2, 1.12 * size), strict=True
        )
    ]
    yield from (_line(tag, x, y, size) for tag, x, y in placed)
    yield from (_tag(tag, x, y, size) for tag, x, y in placed)


def _apart(wanted: Sequence[float], top: float, bottom: float, gap: float) -> list[float]:
    """Heights near the wanted ones, in their order, at least ``gap`` apart, within the panel where there is room."""
    placed: list[float] = []
    for y in wanted:
        placed.append(max(y, placed[-1] + gap) if placed else max(y, top))
    limit = bottom
    for number in reversed(range(len(placed))):
        placed[number] = min(placed[number], limit)
        limit = placed[number] - gap
    return placed


def _line(tag: _Tag, x: float, y: float, size: float) -> str:
    way = f'd="M{x:.0f} {y:.0f}L{tag.x:.0f} {tag.y:.0f}" fill="none" stroke-linecap="round"'
    return (
        f'<path {way} stroke="#ffffff" stroke-width="{0.17 * size:.0f}"/>'
        f'<path {way} stroke="#111111" stroke-width="{0.06 * size:.0f}"/>'
        f'<circle cx="{tag.x:.0f}" cy="{tag.y:.0f}" r="{0.13 * size:.0f}" fill="#111111" stroke="#ffffff" '
        f'stroke-width="{0.05 * size:.0f}"/>'
    )


def _tag(tag: _Tag, x: float, y: float, size: float) -> str:
    half = size / 2
    shape = (
        f'<rect x="{x - half:.0f}" y="{y - half:.0f}" width="{size:.0f}" height="{size:.0f}" fill="#ffffff" '
        f'stroke="{tag.colour}" stroke-width="{0.12 * size:.0f}"/>'
        if tag.square
        else f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{half:.0f}" fill="{tag.colour}"/>'
    )
    ink = "#111111" if tag.square else "#ffffff"
    return shape + (
        f'<text x="{x:.0f}" y="{y + 0.26 * size:.0f}" font-family="{FONT}" font-weight="600" fill="{ink}" '
        f'font-size="{0.74 * size:.0f}" text-anchor="middle">{tag.said}</text>'
    )


def _caption(panel: Mapping[str, Any], unit: float) -> str:
    x, y = panel["captionAt"]
    return (
        f'<text x="{x}" y="{y}" font-family="{FONT}" font-weight="600" fill="#333333" '
        f'font-size="{2.83 * unit:.0f}" text-anchor="middle">{panel["caption"]}</text>'
    )
