"""The places of the runner's filter: a short list from the ground up, each a set of regions; each region is in one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bodymap.data.dataset import Dataset

_REGIONS: Mapping[str, tuple[str, ...]] = {
    "foot": (
        "arch_inner", "sole_middle", "sole_outer", "ball_big_toe", "ball_lesser", "big_toe_sole", "lesser_toes_sole",
        "foot_top", "forefoot_top", "foot_outer_edge", "big_toe_top", "lesser_toes_top",
    ),
    "heel": ("heel_sole", "heel_back"),
    "ankle": ("ankle_front", "ankle_inner", "ankle_outer"),
    "shin": ("shin_upper", "shin_lower", "shin_inner_upper", "shin_inner_lower", "leg_outer_upper", "leg_outer_lower"),
    "calf": ("calf_inner", "calf_outer", "calf_lower", "achilles"),
    "knee": ("knee_front", "knee_below_cap", "knee_inner", "knee_outer", "knee_back"),
    "thigh_front": (
        "thigh_front_upper", "thigh_front_middle", "thigh_front_lower", "thigh_inner_upper", "thigh_inner_middle",
        "thigh_inner_lower", "thigh_outer_upper", "thigh_outer_middle", "thigh_outer_lower",
    ),
    "thigh_back": ("thigh_back_upper", "thigh_back_middle", "thigh_back_lower"),
    "hip": ("hip_front", "hip_side", "groin", "suprapubic", "pelvic_floor"),
    "buttock": ("buttock_upper", "buttock_lower", "sit_bone"),
    "low_back": ("low_back", "iliac_crest", "sacroiliac", "sacrum", "tailbone"),
    "belly": ("abdomen_lower", "navel", "epigastrium", "flank", "lower_ribs_front", "chest_side", "lower_ribs_back"),
}  # fmt: skip
REST = "upper_body"  # every other region
PLACES = (*_REGIONS, REST)
_NAMED = frozenset(region for regions in _REGIONS.values() for region in regions)


def regions_of(dataset: Dataset, place: str) -> frozenset[str]:
    """The regions of a place that the dataset knows. Raises ``KeyError`` for an unknown place."""
    return _regions_of(frozenset(dataset.regions), place)


@cache
def _regions_of(known: frozenset[str], place: str) -> frozenset[str]:
    return known - _NAMED if place == REST else known & frozenset(_REGIONS[place])
