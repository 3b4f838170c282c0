"""The shapes of the real records, each by name: inside their regions, seen, and the same on the other side."""

from __future__ import annotations

from functools import cache

import pytest
from shapely import unary_union

from bodymap.body.geometry import areal
from bodymap.body.shapes import Shapes, mirrored
from bodymap.body.smooth import soft_outline
from bodymap.read.rules.shapes_inside import INSIDE, faults
from tests.real import CHART, REAL

SHAPED = [pattern for pattern in REAL.trigger_points.values() if pattern.point.shapes]
MOST = 30  # shapes of one point
LOOKED_UP = [
    "trapezius_1", "trapezius_2", "levator_scapulae_upper", "sternocleidomastoid_sternal",
    "sternocleidomastoid_clavicular", "suboccipital_muscles_1", "temporalis_1", "temporalis_2", "masseter_deep",
    "splenius_capitis_1", "scalenes_anterior", "infraspinatus_1", "supraspinatus_1", "subscapularis_1",
    "teres_minor_1", "deltoid_middle_part", "pectoralis_major_sternal_part", "rhomboids_major_upper",
    "serratus_anterior_1", "latissimus_dorsi_1", "multifidus_thoracic", "iliocostalis_lumborum_l1",
    "longissimus_thoracis_l1", "quadratus_lumborum_superficial_upper", "psoas_major_abdominal", "iliacus_pelvic",
    "gluteus_maximus_1", "gluteus_medius_1", "gluteus_minimus_anterior", "gluteus_minimus_posterior", "piriformis_1",
    "tensor_fasciae_latae_1", "rectus_femoris_upper", "vastus_medialis_1", "vastus_lateralis_1", "adductor_longus_1",
    "biceps_femoris_long_head", "semitendinosus_1", "sartorius_middle", "gastrocnemius_1", "soleus_1",
    "tibialis_anterior_1", "tibialis_posterior_1", "fibularis_longus_1", "extensor_digitorum_longus_1",
    "flexor_digitorum_longus_1", "extensor_carpi_radialis_longus_1", "rotatores_thoracic", "rectus_abdominis_upper",
    "rectus_abdominis_periumbilical", "rotatores_cervical_1", "obturator_internus_1",
]  # fmt: skip

# The regions of these are what their descriptions say: a whole finger, forehead, shoulder cap; or no more is known.
REGIONS_ARE_RIGHT = {
    "trapezius_7", "platysma_neck", "platysma_lower", "occipitofrontalis_frontalis", "occipitofrontalis_occipitalis",
    "scalenes_minimus", "sternalis_1", "flexor_digitorum_superficialis_radial",
    "flexor_digitorum_superficialis_humeral", "flexor_digitorum_profundus_middle",
    "flexor_digitorum_profundus_ring_little", "flexor_pollicis_longus_1", "pronator_quadratus_1",
    "abductor_pollicis_longus_1", "adductor_pollicis_1", "abductor_pollicis_brevis_1", "adductor_magnus_2",
    "soleus_jaw", "interossei_foot_others",
}  # fmt: skip
# Which side of a finger the words name: towards the thumb, where x is greater, or away from it.
SIDES_OF_FINGERS = {
    "interossei_hand_dorsal_1": "thumb", "interossei_hand_dorsal_2": "thumb", "interossei_hand_dorsal_3": "away",
    "interossei_hand_dorsal_4": "away", "abductor_digiti_minimi_hand_1": "away",
}  # fmt: skip


@cache
def shapes(view: str) -> Shapes:
    return Shapes(CHART[view])


def test_those_that_people_look_up_have_shapes():
    assert {pattern.id for pattern in SHAPED} >= set(LOOKED_UP)


def test_every_other_point_is_known_to_be_drawn_as_its_regions():
    assert set(REAL.trigger_points) - {pattern.id for pattern in SHAPED} == REGIONS_ARE_RIGHT


@pytest.mark.parametrize("view", ["hand_palm", "hand_back"])
@pytest.mark.parametrize("point", SIDES_OF_FINGERS)
def test_pain_along_the_side_of_a_finger_is_drawn_on_that_side(point, view):
    pattern = REAL.trigger_points[point]
    drawn = shapes(view).of(pattern).primary
    [finger] = [r.geometry for zone in pattern.primary if (r := CHART[view].regions.get(zone.region))]
    assert 0.2 * finger.area < drawn.area < 0.6 * finger.area
    assert (drawn.centroid.x > finger.centroid.x) == (SIDES_OF_FINGERS[point] == "thumb")


@pytest.mark.parametrize("pattern", SHAPED, ids=lambda pattern: pattern.id)
def test_the_shapes_of_a_record(pattern):
    assert list(faults(lambda: CHART, pattern.point)) == []
    assert len(pattern.point.shapes) <= MOST
    for view, level in {(shape.view, shape.level) for shape in pattern.point.shapes}:
        drawn = getattr(shapes(view).of(pattern), level)
        across = getattr(shapes(view).across(pattern), level)
        assert drawn is not None or across is not None, f"nothing of {level} is drawn in {view}"
        room = [r.geometry for zone in pattern.regions if (r := CHART[view].regions.get(zone))]
        room += [mirrored(geometry) for geometry in room] if CHART[view].symmetric else []
        for shape in (drawn, across):
            if shape is not None:
                seen = areal(soft_outline(shape))
                assert seen.intersection(unary_union(room)).area >= (INSIDE - 0.05) * seen.area, (view, level)
                assert seen.area >= 0.8 * shape.area, f"{level} in {view} is lost where it is thin"
