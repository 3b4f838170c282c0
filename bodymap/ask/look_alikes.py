"""Which trigger points of other muscles reach the same places as one, and what differs. No statement about causes."""

from __future__ import annotations

from typing import NamedTuple

from bodymap.data.dataset import Dataset
from bodymap.data.patterns import Pattern
from bodymap.place import Place, Side

MOST = 5


class LookAlike(NamedTuple):
    """A trigger point of another muscle on the same side, and the main places of both patterns: shared, and not."""

    pattern: Pattern
    shared: tuple[Place, ...]
    only_here: tuple[Place, ...]
    only_there: tuple[Place, ...]

    @property
    def differing(self) -> int:
        """How many main places only one of the two has."""
        return len(self.only_here) + len(self.only_there)


def look_alikes(dataset: Dataset, point: str, side: Side = "left", most: int = MOST) -> list[LookAlike]:
    """The points that share main places with one, the most alike first, each other muscle once; at most ``most``.

    Most alike is the largest share of the main places of both, then dataset order, points described as common first.
    What is felt otherwise than as pain looks like no pattern of pain.
    """
    here = dataset.trigger_points[point]
    if here.point.feeling:
        return []
    every = (p for p in dataset.trigger_points.values() if p.muscle.id != here.muscle.id and not p.point.feeling)
    alike = [row for pattern in every if (row := _beside(dataset, here, pattern, side)).shared]
    alike.sort(key=lambda row: (-len(row.shared) / (len(row.shared) + row.differing), dataset.rank(row.pattern.id)))
    best: dict[str, LookAlike] = {}
    for row in alike:
        best.setdefault(row.pattern.muscle.id, row)
    return list(best.values())[:most]


def _beside(dataset: Dataset, here: Pattern, there: Pattern, side: Side) -> LookAlike:
    own = dataset.places(here.id, side).primary
    other = dataset.places(there.id, side).primary
    return LookAlike(
        there,
        tuple(place for place in own if place in other),
        tuple(place for place in own if place not in other),
        tuple(place for place in other if place not in own),
    )
