"""Muscles by what they have: part of the body, places that they reach, nerve root, words of the action, first letter.

A filter counts beside the others: the number at a choice says how many muscles would be left with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from bodymap.data.dataset import Dataset
from bodymap.data.model import REGION_GROUPS, Muscle, MuscleGroup, RegionGroup

# The part of the body that lists the muscles of a group.
PART_OF: Mapping[MuscleGroup, RegionGroup] = {
    "face": "head_neck", "jaw": "head_neck", "neck_front": "head_neck", "neck_back": "head_neck",
    "shoulder": "shoulder_arm", "arm_front": "shoulder_arm", "arm_back": "shoulder_arm",
    "forearm_front": "shoulder_arm", "forearm_back": "shoulder_arm", "hand": "shoulder_arm",
    "chest": "trunk_front", "abdomen": "trunk_front", "back": "trunk_back",
    "pelvic_floor": "hip_thigh", "gluteal": "hip_thigh", "deep_hip": "hip_thigh", "thigh_front": "hip_thigh",
    "thigh_inner": "hip_thigh", "thigh_back": "hip_thigh",
    "knee_back": "knee_leg", "leg_front": "knee_leg", "leg_outer": "knee_leg", "leg_back": "knee_leg",
    "foot_top": "ankle_foot", "foot_sole": "ankle_foot",
}  # fmt: skip
# Words of an action by which nobody looks for a muscle.
_PLAIN = """
the and its it to of in on at as a an by with when or than that they them from for up is are one own other side also
until each next into this takes take part parts be together all itself both probably more move out fixed most help
known none make gives weak further through bent straight across which four their toward towards helps position sense
rear long lesser hold holds pull pulls
"""
_PLAIN_WORDS = frozenset(re.findall(r"\w+", _PLAIN))
_SEVERAL = 3  # muscles must share a word before it is a choice
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")


class Filters(NamedTuple):
    """What was chosen; empty means all. A muscle has to have all words."""

    part: str = ""
    region: str = ""
    root: str = ""
    words: tuple[str, ...] = ()
    letter: str = ""

    @property
    def any(self) -> bool:
        """Whether anything is narrowed."""
        return any(self)


class Counts(NamedTuple):
    """The choices of each filter and how many muscles each would leave, in reading order."""

    part: Mapping[str, int]
    region: Mapping[str, int]
    root: Mapping[str, int]
    words: Mapping[str, int]
    letter: Mapping[str, int]


def part_of(muscle: Muscle) -> RegionGroup:
    """The part of the body that lists a muscle."""
    return PART_OF[muscle.group]


def letter_of(muscle: Muscle) -> str:
    """The letter under which an index lists a muscle."""
    return muscle.name[0].upper()


def words_of(action: str) -> frozenset[str]:
    """The telling words of an action in one spelling: ``bends`` and ``bend`` are one word."""
    return frozenset(_base(word) for word in _WORD.findall(action.lower()) if word not in _PLAIN_WORDS)


def _base(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def browse(dataset: Dataset, filters: Filters) -> list[str]:
    """The ids of the muscles that pass every filter, in dataset order; by name where a letter is chosen."""
    found = [muscle for muscle in dataset.muscles.values() if _passes(muscle, filters)]
    return [muscle.id for muscle in (sorted(found, key=lambda m: m.name.casefold()) if filters.letter else found)]


def counts(dataset: Dataset, filters: Filters) -> Counts:
    """What each filter can be set to beside the others as they are; what would leave nothing is left out."""

    def left(filters: Filters) -> list[Muscle]:
        return [muscle for muscle in dataset.muscles.values() if _passes(muscle, filters)]

    parts = Counter[str](part_of(m) for m in left(filters._replace(part="")))
    regions = Counter(region for m in left(filters._replace(region="")) for region in _regions(m))
    roots = Counter(segment for m in left(filters._replace(root="")) for segment in m.innervation.segments)
    letters = Counter(letter_of(m) for m in left(filters._replace(letter="")))
    return Counts(
        _in_order(REGION_GROUPS, parts),
        _in_order(dataset.regions, regions),
        _in_order(sorted(roots, key=_along_spine), roots),
        _words(dataset, left(filters), filters.words),
        _in_order(sorted(letters), letters),
    )


def _words(dataset: Dataset, muscles: Iterable[Muscle], chosen: Collection[str]) -> Mapping[str, int]:
    every = Counter(word for muscle in dataset.muscles.values() for word in words_of(muscle.action))
    here = Counter(word for muscle in muscles for word in words_of(muscle.action))
    telling = sorted(word for word, count in every.items() if count >= _SEVERAL or word in chosen)
    return _in_order(telling, here)


def _in_order(order: Iterable[str], found: Mapping[str, int]) -> Mapping[str, int]:
    return {choice: found[choice] for choice in order if found.get(choice)}


def _along_spine(segment: str) -> tuple[int, int]:
    """Cranial nerves, then neck, chest, low back and sacrum, each from above."""
    level, _, number = segment.rpartition(" ")
    if level == "CN":
        return -1, ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII").index(number)
    return "CTLS".index(segment[0]), int(segment[1:])


def _passes(muscle: Muscle, filters: Filters) -> bool:
    return (
        filters.part in ("", part_of(muscle))
        and (not filters.region or filters.region in _regions(muscle))
        and (not filters.root or filters.root in muscle.innervation.segments)
        and words_of(muscle.action).issuperset(filters.words)
        and filters.letter in ("", letter_of(muscle))
    )


@lru_cache(maxsize=1024)
def _reached(zones: tuple[str, ...]) -> frozenset[str]:
    return frozenset(zone.partition(":")[0] for zone in zones)


def _regions(muscle: Muscle) -> frozenset[str]:
    """The places that its patterns of pain reach, mainly or less often."""
    points = (point for point in muscle.trigger_points if not point.feeling)
    return frozenset().union(*(_reached((*point.primary, *point.spillover)) for point in points))
