"""The frame of the chart: mirroring, sides, areas, and what is inside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body.geometry import (
    LEFT_AS_STORED,
    SYMMETRIC_VIEWS,
    ChartError,
    Shape,
    areal,
    mirror,
    read_chart,
    screen_sign,
    thickness,
)
from bodymap.data.model import VIEWS

SQUARE = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)]
HOLE = [(0.5, 0.5), (0.5, 1.5), (1.5, 1.5), (1.5, 0.5), (0.5, 0.5)]
number = st.floats(-2, 2, allow_nan=False).map(lambda value: round(value, 5))
points = st.lists(st.tuples(number, number), min_size=3, max_size=12)
rings = points.map(lambda ring: [*ring, ring[0]])
polygons = st.lists(st.lists(rings, min_size=1, max_size=3), max_size=3)
# A ring that crosses itself has no area that mirroring must keep.
triangles = st.lists(points.map(lambda ring: [[*ring[:3], ring[0]]]), max_size=4)


@given(polygons)
def test_mirroring_twice_is_the_original(shape):
    assert mirror(mirror(shape)) == shape


@given(triangles)
def test_mirroring_keeps_area_and_heights_and_turns_x_round(shape):
    other = mirror(shape)
    assert areal(other).area == pytest.approx(areal(shape).area)
    flat = [point for polygon in shape for ring in polygon for point in ring]
    assert [point for polygon in other for ring in polygon for point in ring] == [(-x, y) for x, y in flat]


def test_areas_take_holes_off():
    assert areal([[SQUARE, HOLE]]).area == 3
    assert areal([[SQUARE], [HOLE]]).area == 4
    assert areal([]).area == 0


def test_thickness_is_the_width_of_a_long_strip():
    strip = [(0, 0), (1, 0), (1, 0.01), (0, 0.01), (0, 0)]
    assert thickness(strip) == pytest.approx(0.01, rel=0.02)
    assert thickness([(0, 0), (0, 0)]) == 0


@pytest.mark.parametrize(
    ("point", "expected"),
    [((0.25, 0.25), True), ((1.0, 1.0), False), ((1.75, 1.0), True), ((-0.1, 1.0), False), ((1.0, 2.1), False)],
)
def test_a_hole_is_outside(point, expected):
    assert Shape("a", "region", [[SQUARE, HOLE]]).covers(point) is expected


@pytest.mark.parametrize("view", VIEWS)
def test_the_two_sides_are_drawn_as_mirror_images(view):
    assert screen_sign(view, "left") == -screen_sign(view, "right")
    assert (screen_sign(view, "left") == 1) == (view in LEFT_AS_STORED)


def test_the_left_side_is_right_in_front_and_left_behind():
    assert screen_sign("front", "left") == screen_sign("head_front", "left") == 1
    assert screen_sign("back", "left") == screen_sign("head_back", "left") == -1


def test_every_named_view_is_a_view():
    assert set(VIEWS) >= SYMMETRIC_VIEWS | LEFT_AS_STORED


def _feature(kind: str, name: str, ring: list, **properties) -> dict:
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"properties": {"kind": kind, "id": name, **properties}, "geometry": geometry}


def _write(folder: Path, name: str, *features: dict) -> None:
    text = json.dumps({"type": "FeatureCollection", "properties": {"view": name}, "features": features})
    (folder / f"{name}.geojson").write_text(text, encoding="utf-8")


def test_a_view_is_read_by_kind_and_drawn_from_the_deepest(tmp_path):
    _write(
        tmp_path,
        "lateral",
        _feature("skin", "skin", SQUARE),
        _feature("region", "navel", SQUARE, midline=True),
        _feature("muscle", "upper", SQUARE, extent="surface", depth_order=2, tint=3),
        _feature("muscle", "upper", SQUARE, extent="whole", depth_order=2, tint=3),
        _feature("bone", "lower", SQUARE, extent="surface", depth_order=1),
        _feature("detail", "brow", SQUARE, closed=False),
    )
    view = read_chart(tmp_path)["lateral"]
    assert view.bounds() == (0, 0, 2, 2)
    assert not view.symmetric
    assert view.regions["navel"].midline
    assert [(shape.id, shape.tint) for shape in view.surface] == [("lower", 0), ("upper", 3)]
    assert list(view.whole) == ["upper"]
    assert not view.details[0].closed
    assert view.fibres == ()


def test_an_empty_folder_is_an_error_that_names_it(tmp_path):
    with pytest.raises(FileNotFoundError, match=f"{tmp_path.name}.*make chart"):
        read_chart(tmp_path)


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"features": [{"properties": {}}]}', '{"features": []}'])
def test_a_file_that_is_not_a_view_is_named(tmp_path, text):
    (tmp_path / "back.geojson").write_text(text, encoding="utf-8")
    with pytest.raises(ChartError, match=r"back\.geojson:1: is not a chart view: .*make chart"):
        read_chart(tmp_path)
