"""Tendons and sheets taken out of muscles, on a made-up view: a muscle one wide and two high, and one beside it."""

from __future__ import annotations

from typing import Any

import pytest
from shapely import box
from shapely.geometry.base import BaseGeometry

from bodymap.body.build.chart import BODY
from bodymap.body.build.outlines import View, polygon_of_rings
from bodymap.body.build.tissues import ON_TOP, with_tissues
from bodymap.body.geometry import CONNECTIVE, read_chart

CHART = read_chart(BODY)


def muscle(shape: BaseGeometry, depth: int = 1) -> dict[str, Any]:
    rings = [list(shape.exterior.coords)]
    return {"kind": "muscle", "rings": rings, "visible_rings": rings, "depth_order": depth, "source": "measured"}


VIEW = View(
    "front",
    box(0, 0, 3, 2),
    {"long": muscle(box(0, 0, 1, 2)), "beside": muscle(box(1, 0, 2, 2), 2)},
    {},
    {"knee": (0.5, 0.5)},
)


def seen(view: View, name: str) -> BaseGeometry:
    return polygon_of_rings(view.structures[name]["visible_rings"])


def corrected(**parts: Any) -> View:
    return with_tissues(VIEW, {kind: {"front": part} for kind, part in parts.items()})


def test_a_view_without_corrections_stays_as_it_is():
    assert with_tissues(VIEW, {}).structures == VIEW.structures


@pytest.mark.parametrize(("word", "area"), [("below", 0.5), ("above", 1.5)])
def test_beyond_a_level_a_muscle_is_tendon(word, area):
    view = corrected(tendons={"long": {word: "knee"}})
    assert seen(view, "long_tendon").area == pytest.approx(area)
    assert seen(view, "long").area == pytest.approx(2 - area)
    assert view.structures["long_tendon"]["kind"] == "tendon"


@pytest.mark.parametrize(("word", "tip"), [("below", (0.5, 0.45)), ("above", (0.5, 0.55))])
def test_the_belly_reaches_into_the_tendon(word, tip):
    view = corrected(tendons={"long": {word: "knee", "tongue": 0.2}})
    near = box(tip[0] - 0.02, tip[1] - 0.02, tip[0] + 0.02, tip[1] + 0.02)
    assert seen(view, "long").contains(near) and not seen(view, "long_tendon").intersects(near)
    assert seen(view, "long").area + seen(view, "long_tendon").area == pytest.approx(2)


def test_a_muscle_may_have_two_ends_and_each_its_name_and_kind():
    ends = [{"id": "strap", "kind": "ligament", "below": 0.2}, {"below": 0.6}]
    view = corrected(tendons={"long": ends})
    assert view.structures["strap"]["kind"] == "ligament"
    assert seen(view, "strap").area == pytest.approx(0.2) and seen(view, "long_tendon").area == pytest.approx(0.4)


def test_a_muscle_that_the_view_lacks_or_that_ends_before_the_level_has_no_tendon():
    assert corrected(tendons={"long": {"below": -1}, "other": {"below": 1}}).structures == VIEW.structures


SHEET = {"id": "sheet", "kind": "fascia", "ring": [[0.5, 0.5], [2.5, 0.5], [2.5, 1.5], [0.5, 1.5]]}


def test_a_sheet_lies_behind_the_muscles_that_do_not_give_way_to_it():
    view = corrected(tissues=[{**SHEET, "of": ["long"]}])
    assert not seen(view, "sheet").intersection(seen(view, "beside")).area
    assert seen(view, "sheet").intersection(box(0, 0, 1, 2)).area > 0.3
    assert not seen(view, "sheet").intersection(seen(view, "long")).area
    assert seen(view, "beside").area == pytest.approx(2)


def test_a_sheet_may_be_only_a_part_of_its_muscles():
    view = corrected(tissues=[{**SHEET, "of": ["long"], "only": True}])
    assert seen(view, "sheet").bounds[2] <= 1


def test_what_lies_over_everything_takes_nothing_away():
    view = corrected(tissues=[{**SHEET, "over": True}])
    assert view.structures["sheet"]["depth_order"] == ON_TOP
    assert seen(view, "long").area == pytest.approx(2) and seen(view, "sheet").intersects(seen(view, "beside"))


@pytest.mark.parametrize(
    ("view", "structure", "kind"),
    [
        ("front", "patellar_ligament", "ligament"),
        ("front", "quadriceps_tendon", "tendon"),
        ("front", "linea_alba", "fascia"),
        ("front", "tendinous_intersection_middle", "fascia"),
        ("front", "inguinal_ligament", "ligament"),
        ("front", "iliotibial_tract_edge", "fascia"),
        ("back", "iliotibial_tract_edge", "fascia"),
        ("back", "thoracolumbar_fascia", "fascia"),
        ("back", "triceps_tendon", "tendon"),
        ("back", "biceps_femoris_long_tendon", "tendon"),
        ("back", "plantaris_tendon", "tendon"),
        ("back", "extensor_digitorum_tendon", "tendon"),
        ("head_lateral", "epicranial_aponeurosis", "fascia"),
        ("hand_palm", "flexor_digitorum_superficialis_tendon", "tendon"),
        ("hand_back", "extensor_retinaculum_wrist", "fascia"),
        ("foot_top", "extensor_digitorum_longus_tendon", "tendon"),
        ("medial_leg", "flexor_retinaculum_ankle", "fascia"),
    ],
)
def test_the_chart_draws_connective_tissue_as_such(view, structure, kind):
    assert [shape.kind for shape in CHART[view].surface if shape.id == structure] == [kind]


@pytest.mark.parametrize("view", CHART)
def test_fibres_are_drawn_on_flesh(view):
    flesh = {shape.id: shape.geometry.buffer(1e-4) for shape in CHART[view].surface if shape.kind == "muscle"}
    for fibre in CHART[view].fibres:
        for [line] in fibre.polygons:
            x, y = line[len(line) // 2]
            assert flesh[fibre.id].covers(box(x, y, x, y).centroid), (fibre.id, line)


@pytest.mark.parametrize("view", CHART)
def test_no_connective_tissue_counts_as_a_muscle(view):
    tissues = {shape.id for shape in CHART[view].surface if shape.kind in CONNECTIVE}
    assert not tissues & {shape.id for shape in CHART[view].surface if shape.kind == "muscle"}
    assert not [name for name in tissues & set(CHART[view].whole) if CHART[view].whole[name].kind == "muscle"]


def test_what_the_source_calls_a_tendon_may_be_a_sheet():
    view = with_tissues(VIEW, {"kinds": {"long": "fascia"}})
    assert {name: s["kind"] for name, s in view.structures.items()} == {"long": "fascia", "beside": "muscle"}
