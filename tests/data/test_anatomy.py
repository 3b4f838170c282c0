"""What an anatomist looks for first, measured on the committed chart: where parts lie to each other."""

from __future__ import annotations

import json

import pytest
from shapely import LineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from bodymap import DATA_DIR
from bodymap.body.figure import FIGURES, Figure, reshaped
from bodymap.body.geometry import ChartView
from tests.real import CHART, REAL

MARKS = {
    name: mark["views"]
    for name, mark in json.loads((DATA_DIR / "body/source/landmarks.json").read_text())["landmarks"].items()
}
CHARTS = {figure: reshaped(CHART, figure) for figure in FIGURES}
both = pytest.mark.parametrize("figure", FIGURES)
FACES = pytest.mark.parametrize("view", ["front", "head_front"])


def seen(view: ChartView, *structures: str) -> BaseGeometry:
    """What shows of structures, on the recorded side."""
    return unary_union([shape.geometry for shape in view.surface if shape.structure in structures])


def detail(view: ChartView, name: str) -> BaseGeometry:
    return unary_union([
        Polygon(line) if shape.closed else LineString(line)
        for shape in view.details
        if shape.structure == name
        for polygon in shape.polygons
        for line in polygon
    ])  # fmt: skip


@FACES
@both
def test_the_lips_lie_inside_the_ring_of_orbicularis_oris(view: str, figure: Figure):
    ring = seen(CHARTS[figure][view], "orbicularis_oris")
    for lip in ("lip_upper", "lip_lower"):
        shape = detail(CHARTS[figure][view], lip)
        assert shape.area > 0 and shape.difference(ring).area < 1e-6, lip
    assert ring.bounds[0] < 0 < ring.bounds[2], "one ring over both sides"


@FACES
def test_the_fibres_around_eye_and_mouth_close_to_rings(view: str):
    around = {shape.structure for shape in CHART[view].fibres} & {"orbicularis_oris", "orbicularis_oculi"}
    assert around == ({"orbicularis_oris", "orbicularis_oculi"} if view == "head_front" else set())
    for shape in CHART[view].fibres:
        if shape.structure == "orbicularis_oculi":
            lines = unary_union([LineString(lines[0]) for lines in shape.polygons])
            assert lines.convex_hull.contains(detail(CHART[view], "eye"))


@FACES
@both
def test_temporalis_has_a_smooth_edge_and_no_hair_over_it(view: str, figure: Figure):
    temporalis = seen(CHARTS[figure][view], "temporalis")
    assert temporalis.area > 0.93 * temporalis.convex_hull.area
    assert temporalis.intersection(detail(CHARTS[figure][view], "hair")).area < 1e-6


@pytest.mark.parametrize("view", ["lateral", "head_lateral"])
def test_no_hair_over_temporalis_from_the_side(view: str):
    assert seen(CHART[view], "temporalis").intersection(detail(CHART[view], "hair_side")).area < 1e-6


@FACES
def test_the_jaw_hides_what_lies_behind_it(view: str):
    jaw = detail(CHART[view], "jaw")
    face = Polygon([*jaw.coords, (0.03, 0.91), (-0.03, 0.91)]).buffer(-0.0012)
    neck = seen(
        CHART[view], "sternocleidomastoid", "sternohyoid", "digastric", "thyrohyoid", "omohyoid", "thyroid_cartilage"
    )
    assert neck.intersection(face).area < 2e-6


@pytest.mark.parametrize("view", ["front", "back"])
@both
def test_the_feet_point_forward(view: str, figure: Figure):
    """Turned out by 60 degrees a foot would be about 0.08 body heights broad; a forefoot is about 0.057."""
    skin = CHARTS[figure][view].skin.geometry
    foot = skin.intersection(Polygon([(0.001, 0), (0.15, 0), (0.15, 0.03), (0.001, 0.03)]))
    assert 0.045 < foot.bounds[2] - foot.bounds[0] < 0.062


def test_five_toes_with_nails_stand_side_by_side():
    toes = next(shape for shape in CHART["front"].details if shape.structure == "toe").polygons
    nails = next(shape for shape in CHART["front"].details if shape.structure == "nail").polygons
    assert len(toes) == len(nails) == 5
    middles = [Polygon(toe[0]).centroid.x for toe in toes]
    assert middles == sorted(middles, reverse=True), "the big toe is the inner one and is drawn last"
    for toe, nail in zip(toes, nails, strict=True):
        assert Polygon(toe[0]).contains(Polygon(nail[0]))
        assert CHART["front"].skin.geometry.buffer(0.0012).contains(Polygon(toe[0]))


def test_latissimus_covers_the_lower_angle_of_the_shoulder_blade_from_behind():
    view = CHART["back"]
    assert seen(view, "latissimus_dorsi").covers(Point(MARKS["scapula_inferior_angle"]["back"]))
    assert seen(view, "scapula").intersection(box(0.03, 0.72, 0.075, 0.745)).area < 1e-6


@pytest.mark.parametrize("muscle", ["transversus_abdominis", "internal_oblique"])
def test_the_deep_belly_muscles_are_sheets_from_the_side(muscle: str):
    """From the back of the crest to the front of the belly, not strips."""
    sheet = CHART["lateral"].whole[muscle].geometry
    x0, _, x1, _ = sheet.bounds
    assert x0 < -0.02 and x1 > 0.06
    assert sheet.area > 0.62 * sheet.convex_hull.area


def test_the_front_of_the_belly_wall_is_smooth_from_the_side():
    """From below the chest to the groin the front edge goes back steadily."""
    sheet = seen(CHART["lateral"], "external_oblique_aponeurosis", "external_oblique")
    edge = [sheet.intersection(LineString([(-0.1, y / 1000), (0.1, y / 1000)])).bounds[2] for y in range(530, 700, 10)]
    assert edge == sorted(edge)


def test_the_inner_leg_shows_sacrum_and_pelvic_floor():
    view = CHART["medial_leg"]
    assert seen(view, "sacrum").bounds[1] < 0.51, "down to the tail bone"
    floor = seen(view, "levator_ani", "coccygeus")
    assert floor.distance(Point(MARKS["ischial_spine"]["medial_leg"])) < 0.003
    assert floor.bounds[2] > MARKS["pubic_symphysis"]["medial_leg"][0] - 0.01, "from the pubic bone"


# Crosses that an anatomist questioned: each with the view, and where it has to lie there.
def test_the_cross_of_gluteus_minimus_lies_outside_the_front_hip_spine():
    x, y = _position("gluteus_minimus_anterior", "front")
    asis = MARKS["asis"]["front"]
    assert x > asis[0] and y < asis[1]
    assert not seen(CHART["front"], "external_oblique").covers(Point(x, y))


def test_the_lower_deep_cross_of_quadratus_lumborum_lies_at_the_fourth_lumbar_vertebra():
    _, y = _position("quadratus_lumborum_deep_lower", "back")
    assert MARKS["l5_spinous_process"]["back"][1] < y <= MARKS["l4_spinous_process"]["back"][1] + 0.0002


def test_the_cross_of_latissimus_lies_on_latissimus_from_the_side():
    assert seen(CHART["lateral"], "latissimus_dorsi").covers(Point(_position("latissimus_dorsi_1", "lateral")))


def test_the_cross_of_the_short_wrist_extensor_lies_beside_the_finger_extensor():
    at = Point(_position("extensor_carpi_radialis_brevis_1", "back"))
    assert not seen(CHART["back"], "extensor_digitorum").covers(at)


def test_the_cross_at_mcburneys_point_lies_at_the_outer_edge_of_rectus():
    at = Point(_position("rectus_abdominis_mcburney", "front"))
    rectus = CHART["front"].whole["rectus_abdominis"].geometry
    assert rectus.covers(at) and rectus.boundary.distance(at) < 0.002


def _position(point: str, view: str) -> tuple[float, float]:
    found = next(p for muscle in REAL.muscles.values() for p in muscle.trigger_points if p.id == point)
    return found.positions[view]
