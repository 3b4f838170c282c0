"""The warning signs of marked places in proportion: a few open, every other emergency named, the rest by time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from bodymap.data.dataset import Dataset, most_urgent_first
from bodymap.data.model import SourceRef
from bodymap.data.signs import RedFlag, Time
from bodymap.place import Place

MOST_OPEN = 5

Flags = tuple[RedFlag, ...]


@dataclass(frozen=True)
class Signs:
    """The warning signs of some places, each in one of these parts.

    ``open`` is shown as it is; ``now`` and ``anywhere``, the emergencies of these places and of every place, are named
    at least; ``today``, ``days``, ``weeks`` and ``children`` may wait behind a click, and hold no emergency.
    """

    open: Flags
    now: Flags
    today: Flags
    days: Flags
    weeks: Flags
    children: Flags
    anywhere: Flags

    @property
    def every(self) -> Flags:
        """All of them, the open ones first, then by time."""
        parts = (self.now, self.today, self.days, self.weeks, self.children, self.anywhere)
        return self.open + most_urgent_first(chain.from_iterable(parts))

    @property
    def sources(self) -> tuple[SourceRef, ...]:
        """What they rest on, each source once."""
        return tuple(dict.fromkeys(ref for flag in self.every for ref in flag.sources))


def signs(dataset: Dataset, places: Iterable[Place]) -> Signs:
    """The warning signs of places. Raises ``KeyError`` for a region the dataset does not know."""
    regions = tuple(dict.fromkeys(place.region for place in places))
    opened = _open(dataset, regions)
    own = {flag.id: flag for region in regions for flag in dataset.flags_of_region(region)}
    own |= {flag.id: flag for flag in dataset.flags_anywhere}
    rest = [flag for flag in most_urgent_first(own.values()) if flag not in opened]
    urgent = [flag for flag in rest if flag.time is Time.NOW]
    waiting = [flag for flag in rest if not flag.children]
    return Signs(
        open=opened,
        now=tuple(flag for flag in urgent if not flag.anywhere),
        today=tuple(flag for flag in waiting if flag.time is Time.TODAY),
        days=tuple(flag for flag in waiting if flag.time is Time.DAYS),
        weeks=tuple(flag for flag in waiting if flag.time is Time.WEEKS),
        children=tuple(flag for flag in rest if flag.children and flag.time is not Time.NOW),
        anywhere=tuple(flag for flag in dataset.red_flags.values() if flag in urgent and flag.anywhere),
    )


def names(flags: Iterable[RedFlag]) -> tuple[str, ...]:
    """What signs are called in a list, each name once: several signs may lead to one illness."""
    return tuple(dict.fromkeys(flag.short for flag in flags))


def _open(dataset: Dataset, regions: Sequence[str]) -> Flags:
    """The first sign of each region in turn, then the second of each, until there are enough; emergencies first."""
    rounds = chain.from_iterable(zip_longest(*map(dataset.first_flags, regions)))
    chosen = list({flag.id: flag for flag in rounds if flag}.values())[:MOST_OPEN]
    return tuple(sorted(chosen, key=lambda flag: list(Time).index(flag.time)))
