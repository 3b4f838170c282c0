"""Which conditions are felt in some places, and in which order they are told: the serious ones first."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bodymap.data.dataset import Dataset
from bodymap.data.model import SAFETY_CLASSES, Condition
from bodymap.place import Place


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


def matching(
    dataset: Dataset, places: Iterable[Place], groups: Collection[str], when: Collection[str]
) -> list[Condition]:
    """The conditions felt at any place, of any chosen group, at any chosen moment; an empty choice lets all through.

    An emergency that is felt at a place always passes.
    """
    regions = dict.fromkeys(place.region for place in places).keys()
    passing = (
        condition
        for condition in dataset.conditions.values()
        if (not regions or regions & set(condition.regions))
        and (
            (regions and condition.safety_class == "emergency_mimic")
            or ((not groups or condition.group in groups) and (not when or set(when) & set(condition.when)))
        )
    )
    return serious_first(passing, regions)


def emergencies_of(dataset: Dataset, condition: Condition) -> list[Condition]:
    """The other emergencies whose own sign, the one they name first, is among the signs of a condition."""
    every = dataset.conditions.values()
    return [
        c
        for c in every
        if c.safety_class == "emergency_mimic" and c.id != condition.id and c.red_flags[0] in condition.red_flags
    ]
