"""The warning signs that stand beside what a person can say about a mark: fixed, the same for everybody.

Nothing is concluded from an answer: the list is the same whatever was said, and whether anything was.
"""

from __future__ import annotations

from collections.abc import Mapping

from bodymap.data.dataset import Dataset
from bodymap.data.signs import RedFlag, most_urgent_first
from bodymap.words import later

# What a person may notice, and the ids of the signs about it.
SIGNS_BESIDE: Mapping[str, tuple[str, ...]] = {
    later("Tingling or numbness"): ("stroke", "cauda_equina", "cord_compression_urgent", "hand_nerve_damage"),
    later("Weakness"): ("stroke", "leg_weakness", "arm_weakness"),
    later("Pain at rest or at night"): ("cancer_soon", "bone_stress", "poor_leg_blood_flow"),
    later("Fever"): ("infection_emergency", "headache_meningitis", "infection_pain"),
}


def signs_beside(dataset: Dataset) -> dict[str, tuple[RedFlag, ...]]:
    """The signs about each of the things that a person may notice, most urgent first; those that are known."""
    return {
        noticed: most_urgent_first(dataset.red_flags[sign] for sign in signs if sign in dataset.red_flags)
        for noticed, signs in SIGNS_BESIDE.items()
    }
