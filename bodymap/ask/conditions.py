"""Which conditions are felt in some places, and in which order they are told: the serious ones first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import get_args

from bodymap.data.dataset import Dataset
from bodymap.data.model import SAFETY_CLASSES, Condition, ConditionGroup
from bodymap.place import Place

_GROUPS: Mapping[ConditionGroup, int] = {group: rank for rank, group in enumerate(get_args(ConditionGroup))}


def felt_here(dataset: Dataset, places: Iterable[Place]) -> list[Condition]:
    """The conditions felt at any of the places: by safety class, then by how many of their regions they share."""
    regions = dict.fromkeys(place.region for place in places)
    felt = {c.id: c for region in regions for c in dataset.conditions_of_region(region)}
    return serious_first(felt.values(), regions.keys())


def serious_first(conditions: Iterable[Condition], regions: Collection[str] = ()) -> list[Condition]:
    """By safety class, then by how many of the regions they share, then as given."""
    return sorted(
        conditions,
        key=lambda c: (SAFETY_CLASSES.index(c.safety_class), -sum(region in c.regions for region in regions)),
    )


def injuries_first(dataset: Dataset, places: Iterable[Place]) -> list[Condition]:
    """The conditions felt at the places, injuries of runners first and serious look-alikes last.

    For lists below the warning signs, which have named what is serious already. Within a group those that share
    more of the places come first.
    """
    regions = dict.fromkeys(place.region for place in places)
    every = [c for region in regions for c in dataset.conditions_of_region(region)]
    shared = Counter(c.id for c in every)
    felt = {c.id: c for c in every}
    return sorted(felt.values(), key=lambda c: (_GROUPS[c.group], -shared[c.id]))


def differentials(dataset: Dataset, condition: Condition) -> list[Condition]:
    """The conditions of the dataset that a condition names as what else it can be, in the order it names them."""
    found = (dataset.condition_named(part) for text in condition.differentials for part in _names_in(text))
    return [other for other in dict.fromkeys(filter(None, found)) if other != condition]


def _names_in(text: str) -> list[str]:
    """A name with the one in brackets after it: ``Blood clot in the leg (deep vein thrombosis)``."""
    plain, _, bracket = text.partition(" (")
    return [text, plain, bracket.rstrip(")")]


def emergencies_of(dataset: Dataset, condition: Condition) -> list[Condition]:
    """The other emergencies whose own sign, the one they name first, is among the signs of a condition."""
    every = dataset.conditions.values()
    return [
        c
        for c in every
        if c.safety_class == "emergency_mimic" and c.id != condition.id and c.red_flags[0] in condition.red_flags
    ]
