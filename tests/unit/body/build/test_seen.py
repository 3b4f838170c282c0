"""Where the outline of a muscle is recorded: the rule on made-up views, then on the chart with what was seen there."""

from __future__ import annotations

import pytest
import yaml
from shapely import Point, box

from bodymap.body.build.chart import BODY
from bodymap.body.build.outlines import View
from bodymap.body.build.seen import extents
from bodymap.body.geometry import CLOSE_UPS, read_chart
from tests.real import REAL

CHART = read_chart(BODY)
THROUGH = yaml.safe_load((BODY / "corrections.yaml").read_text(encoding="utf-8"))["seen_through"]


def square(width: float) -> list[list[float]]:
    return [[0, 0], [width, 0], [width, 1], [0, 1], [0, 0]]


def view(name: str, seen: float) -> View:
    """A view of a muscle one wide and one high of which a strip shows."""
    visible = [square(seen)] if seen else []
    structure = {"kind": "muscle", "rings": [square(1)], "visible_rings": visible}
    return View(name, box(0, 0, 1, 1), {"m": structure}, {}, {})


@pytest.mark.parametrize(
    ("here", "there", "outlined"),
    [
        (0.0, 0.25, None),
        (0.09, 1.0, None),
        (0.09, 0.24, 1.0),
        (0.0, 0.0, 1.0),
        (0.11, 0.49, 1.0),
        (0.11, 0.51, 0.11),
        (0.24, 0.9, 0.24),
        (0.26, 0.9, 1.0),
    ],
)
def test_a_muscle_is_outlined_whole_as_far_as_it_is_seen_or_not_at_all(here, there, outlined):
    extent = extents([view("front", here), view("back", there)], {})["front"]["m"]
    assert (extent.shape and extent.shape.area) == pytest.approx(outlined) and not extent.seen_through


def test_what_is_seen_through_is_outlined_whole_and_says_so():
    extent = extents([view("front", 0.0), view("back", 1.0)], {"front": ["m"]})["front"]["m"]
    assert extent.shape.area == pytest.approx(1) and extent.seen_through


# What an anatomist saw through the body. Gluteus medius (front), flexor digitorum longus and adductor pollicis (back),
# psoas major, iliacus, obturator internus and piriformis (side) and the dorsal interossei (sole) keep their crosses.
NOT_OUTLINED = {
    "front": "trapezius_middle trapezius_lower occipitalis deltoid_posterior triceps_long_head triceps_lateral_head "
    "teres_major biceps_femoris_long gastrocnemius_lateral",
    "head_front": "trapezius_middle trapezius_lower occipitalis deltoid_posterior",
    "back": "frontalis deltoid_anterior external_oblique",
    "head_back": "frontalis deltoid_anterior",
    "hand_back": "flexor_pollicis_longus",
    "lateral": "gastrocnemius_medial",
    # 9.96 % of tibialis anterior shows on the inner side, so that it is here and not among those outlined as seen.
    "medial_leg": "biceps_femoris_short peroneus_brevis tibialis_anterior",
}
AS_SEEN = {
    "front": "trapezius_upper dorsal_interossei_hand",
    "head_front": "trapezius_upper",
    "back": "sternocleidomastoid brachioradialis gracilis",
    "head_back": "sternocleidomastoid",
    "foot_top": "abductor_hallucis abductor_digiti_minimi_foot",
    "hand_back": "adductor_pollicis lumbricals_hand",
    "hand_palm": "abductor_pollicis_longus dorsal_interossei_hand",
    "lateral_arm": "adductor_pollicis",
    "lateral": "sartorius flexor_digitorum_brevis",
    "medial_leg": "rectus_femoris biceps_femoris_long gastrocnemius_lateral",
}


def listed(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(name, structure) for name, structures in table.items() for structure in structures.split()]


@pytest.mark.parametrize(("name", "structure"), listed(NOT_OUTLINED))
def test_the_chart_does_not_outline_a_muscle_through_the_body(name, structure):
    assert structure not in CHART[name].whole
    assert any(structure in view.whole for view in CHART.values())


@pytest.mark.parametrize(("name", "structure"), listed(AS_SEEN))
def test_the_chart_outlines_a_muscle_that_wraps_round_as_far_as_it_is_seen(name, structure):
    seen = [shape.geometry for shape in CHART[name].surface if shape.structure == structure]
    whole = CHART[name].whole[structure].geometry
    assert whole.area == pytest.approx(sum(shape.area for shape in seen), rel=0.25)


@pytest.mark.parametrize(("name", "structure"), [(name, s) for name, each in THROUGH.items() for s in each])
def test_what_is_seen_through_is_outlined_in_its_view(name, structure):
    assert CHART[name].whole[structure].seen_through


def test_every_cross_has_its_muscle_around_it_in_close_ups_too():
    inner = {name: drawn.skin.geometry.buffer(-0.015) for name, drawn in CHART.items()}  # close-ups are cut off
    bare = []
    for id_, pattern in REAL.trigger_points.items():
        for name, drawn in CHART.items():
            at = pattern.point.positions.get(name) or pattern.point.positions.get(CLOSE_UPS.get(name, ""))
            outlines = [drawn.whole[s] for s in pattern.muscle.structures if s in drawn.whole]
            if at and outlines and inner[name].covers(Point(at)) and not any(shape.covers(at) for shape in outlines):
                bare.append((name, id_))
    assert not bare
