"""The layers of all dermatomes and all skin nerves: cells that never overlap, labels inside, neighbours in colours."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from shapely import Point, unary_union

from bodymap.body import layers
from bodymap.body.layers import COLOURS, build_layer, cells_of, colours_of, label_of, label_of_cell, shape_of
from bodymap.body.scene import LAYOUTS
from bodymap.body.style import COLOURS as TABLE
from bodymap.body.svg import UNITS
from bodymap.data.patterns import Area
from tests.real import CHART, REAL

KINDS = ("nerve_root", "nerve")
kinds = pytest.mark.parametrize("kind", KINDS)
layouts = pytest.mark.parametrize("layout", LAYOUTS)


def areas(kind: str) -> list[Area]:
    return [area for area in REAL.areas.values() if area.kind == kind and area.feels != "pain"]


@kinds
def test_every_core_region_lies_in_one_cell_with_all_whose_core_it_is(kind):
    cells = cells_of(areas(kind))
    regions = [region for cell in cells for region in cell.regions]
    assert len(regions) == len(set(regions))
    owners = {(region, id_) for cell in cells for region in cell.regions for id_ in cell.ids}
    assert owners == {(zone.region, area.id) for area in areas(kind) for zone in area.primary}


@kinds
@pytest.mark.parametrize("view", CHART)
def test_cells_of_a_view_do_not_overlap_and_keep_inside_the_skin(kind, view):
    cells = cells_of(areas(kind))
    shapes = [shape_of(CHART[view], cell, [c for c in cells if c is not cell]) for cell in cells]
    drawn = [shape for shape in shapes if shape]
    for one, other in combinations(drawn, 2):
        assert one.intersection(other).area < 1e-5
    assert unary_union(drawn).difference(CHART[view].skin.geometry.buffer(1e-6)).area < 1e-7


@kinds
def test_neighbours_differ_in_colour_in_every_view(kind):
    cells = cells_of(areas(kind))
    colours = colours_of(CHART, cells)
    assert set(colours) <= set(range(COLOURS))
    for at, near in enumerate(layers._neighbours(CHART, cells)):
        assert all(colours[at] != colours[other] for other in near), cells[at]


def test_the_table_has_the_colours():
    assert [name for name in TABLE if re.fullmatch(r"layer-\d", name)] == [f"layer-{n}" for n in range(COLOURS)]


@kinds
@layouts
def test_a_label_stands_inside_its_cell_with_the_room_it_names(kind, layout):
    cells = {cell.ids: cell for cell in cells_of(areas(kind))}
    for row in build_layer(CHART, layout, areas(kind)):
        cell = cells[tuple(row["ids"])]
        for view, drawn in row["views"].items():
            shape = shape_of(CHART[view], cell, [c for c in cells.values() if c is not cell])
            assert shape and drawn["labels"] and drawn["d"].startswith("M")
            for x, y, room in (place for piece in drawn["labels"] for place in piece):
                at = Point(x / UNITS, -y / UNITS)
                assert shape.buffer(2e-4).contains(at), (row["ids"], view)
                assert shape.buffer(3e-3).contains(at.buffer(room / UNITS * 0.9)), (row["ids"], view)


@kinds
@layouts
def test_a_layer_names_everything_whose_core_it_draws(kind, layout):
    drawn = {region for row in LAYOUTS[layout] for panel in row for region in CHART[panel.view].regions}
    expected = {area.id for area in areas(kind) if any(zone.region in drawn for zone in area.primary)}
    assert {id_ for row in build_layer(CHART, layout, areas(kind)) for id_ in row["ids"]} == expected


def test_labels_are_short_names():
    names = {area.id: label_of(area) for area in REAL.areas.values()}
    assert names["root_l5_touch"] == "L5"
    assert names["nerve_trigeminal_v1"] == "V1" and names["nerve_baxter"] == "Baxter"
    assert (
        names["nerve_fibular_common"] == "Common fibular" and names["nerve_intercostal_upper"] == "Intercostal, upper"
    )
    assert label_of_cell(["T7", "T8", "T9"], is_row=True) == "T7 to T9"
    assert label_of_cell(["T4", "T5"], is_row=True) == "T4, T5"
    assert label_of_cell(["Ulnar", "Ulnar"], is_row=True) == "Ulnar"


def test_more_neighbours_than_colours_are_refused(monkeypatch):
    monkeypatch.setattr(layers, "COLOURS", 1)
    with pytest.raises(ValueError, match="more neighbours"):
        colours_of(CHART, cells_of(areas("nerve_root")))
