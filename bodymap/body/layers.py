"""The cores of many areas at once, as a coloured and labelled layer over the body, for one layout.

A core is where an area is named most (``primary``). Regions that are the core of the same areas make one cell, so that
cells never overlap: where cores overlap, the cell belongs to all of them and says so. What is no core stays blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from shapely import Point, Polygon, maximum_inscribed_circle, unary_union
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from bodymap.body.geometry import ChartView
from bodymap.body.scene import views_in
from bodymap.body.smooth import KEPT_CELL, outline, pieces, smooth
from bodymap.body.svg import UNITS, path
from bodymap.body.zones import SHAPES
from bodymap.data.patterns import Area
from bodymap.data.referral import NerveRoot

COLOURS = 6  # of a layer; style.COLOURS holds them
NEAR = 0.004  # body heights: cells closer than this are neighbours
SMALL_PIECE = 0.2  # share of a cell's largest piece below which a piece has no label of its own


SHORTEST = 2  # letters of a name in brackets that is taken for the whole, V1
_INSIDE = re.compile(r"\(([^)]*)\)")


class Cell(NamedTuple):
    """Regions that are the core of the same areas, from head to foot."""

    ids: tuple[str, ...]
    regions: tuple[str, ...]


def cells_of(areas: Iterable[Area]) -> list[Cell]:
    """The cells of some areas, in the order in which the areas come."""
    owners: dict[str, list[str]] = {}
    for area in areas:
        for region in dict.fromkeys(zone.region for zone in area.primary):
            owners.setdefault(region, []).append(area.id)
    cells: dict[tuple[str, ...], list[str]] = {}
    for region, ids in owners.items():
        cells.setdefault(tuple(ids), []).append(region)
    return [Cell(ids, tuple(regions)) for ids, regions in cells.items()]


def colours_of(chart: Mapping[str, ChartView], cells: Sequence[Cell]) -> list[int]:
    """A colour for each cell, the same in every layout: neighbours in any view differ."""
    near = _neighbours(chart, cells)
    colours: list[int] = []
    for at in range(len(cells)):
        taken = {colours[other] for other in near[at] if other < at}
        free = [colour for colour in range(COLOURS) if colour not in taken]
        if not free:
            raise ValueError(f"{cells[at].ids}: has more neighbours than a layer has colours")
        colours.append(min(free, key=lambda colour: (colours.count(colour), colour)))
    return colours


def _neighbours(chart: Mapping[str, ChartView], cells: Sequence[Cell]) -> list[set[int]]:
    near: list[set[int]] = [set() for _ in cells]
    for view in chart.values():
        drawn = {at: unary_union(parts) for at, cell in enumerate(cells) if (parts := _parts(view, cell))}
        for at, shape in drawn.items():
            for other, beside in drawn.items():
                if at < other and shape.dwithin(beside, NEAR):
                    near[at].add(other)
                    near[other].add(at)
    return near


def build_layer(chart: Mapping[str, ChartView], layout: str, areas: Iterable[Area]) -> list[dict[str, Any]]:
    """The cells that a layout draws.

    Each is ``{"ids", "label", "colour", "views": {view: {"d", "labels"}}}``: path data in the units of the patterns'
    shapes, drawn once whichever sides a panel shows, and for each piece the places where its label may stand, each as
    ``[x, y, room]`` in path units; ``room`` is how far it is to the edge.
    """
    known = {area.id: area for area in areas}
    order = list(known)
    cells = cells_of(known.values())
    colours = colours_of(chart, cells)
    built = []
    for at, cell in enumerate(cells):
        others = [other for other in cells if other is not cell]
        views = {name: drawn for name in sorted(views_in(layout)) if (drawn := _drawn(chart[name], cell, others))}
        if views:
            row = [order.index(id_) for id_ in cell.ids]
            is_row = row == list(range(row[0], row[0] + len(row)))
            label = label_of_cell([label_of(known[id_]) for id_ in cell.ids], is_row)
            built.append({"ids": cell.ids, "label": label, "colour": colours[at], "views": views})
    return built


def shape_of(view: ChartView, cell: Cell, others: Iterable[Cell]) -> BaseGeometry | None:
    """A cell as one smooth shape, on both sides where the view draws both; it takes nothing from other cells."""
    parts = _parts(view, cell)
    if not parts:
        return None
    beside = [part for other in others for part in _parts(view, other)]
    return smooth(parts, view.skin.geometry, KEPT_CELL).difference(unary_union(beside))


def _parts(view: ChartView, cell: Cell) -> list[BaseGeometry]:
    found: list[BaseGeometry] = []
    for name in cell.regions:
        region = view.regions.get(name)
        if region:
            found.append(region.geometry)
            if view.symmetric and not region.midline:
                found.append(scale(region.geometry, xfact=-1, origin=(0, 0)))
    return found


def _drawn(view: ChartView, cell: Cell, others: Iterable[Cell]) -> dict[str, Any] | None:
    shape = shape_of(view, cell, others)
    d = path(outline(shape), smooth=True, units=SHAPES) if shape else ""
    return {"d": d, "labels": list(_labels(shape, view.symmetric))} if shape and d else None


def _labels(shape: BaseGeometry, symmetric: bool) -> Iterator[list[list[int]]]:
    """For each large piece where its label may stand; one that the view mirrors may be labelled on either side."""
    every = sorted(pieces(shape), key=lambda piece: -piece.area)
    for piece in every:
        if piece.area < SMALL_PIECE * every[0].area:
            continue
        x, y, room = middle(piece)
        whole = not symmetric or (piece.bounds[0] < 0 < piece.bounds[2])
        if whole:
            yield [_label(x, y, room)]
        elif x > 0:
            yield [_label(x, y, room), _label(-x, y, room)]


def middle(piece: Polygon) -> tuple[float, float, float]:
    """The place for a label: nearest to the middle of a piece where it is nearly as broad as anywhere, and its room."""
    room = maximum_inscribed_circle(piece).length * 0.8
    broad = piece.buffer(-room)
    at = nearest_points(broad if not broad.is_empty else piece, Point(piece.centroid))[0]
    return at.x, at.y, room


def _label(x: float, y: float, room: float) -> list[int]:
    return [round(x * UNITS), round(-y * UNITS), round(room * UNITS)]


def label_of(area: Area) -> str:
    """A short name for the layer: the segment of a root, a nerve without the word nerve, ``V1`` or ``Baxter``."""
    if isinstance(area.record, NerveRoot):
        return area.record.segment
    for inside in _INSIDE.findall(area.record.name):
        if len(inside) <= SHORTEST or inside.endswith(" nerve"):
            return str(inside).removesuffix(" nerve")
    name = _INSIDE.sub("", area.record.name).replace("  ", " ")
    short, _, rest = name.partition(" nerve")
    which = next((word for word in ("upper", "lower") if f", {word}" in rest), "")
    return f"{short}, {which}" if which else short


def label_of_cell(labels: Sequence[str], is_row: bool) -> str:
    """The labels of what shares a cell, each once; of neighbours in a row the first and the last."""
    once = list(dict.fromkeys(labels))
    return f"{once[0]} to {once[-1]}" if is_row and len(once) > 2 else ", ".join(once)
