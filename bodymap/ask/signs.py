"""The warning signs of marked places in proportion: a few open, every other emergency named, the rest by time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, zip_longest
from operator import attrgetter
from typing import NamedTuple

from bodymap.data.dataset import Dataset
from bodymap.data.model import SourceRef
from bodymap.data.once import once
from bodymap.data.signs import RedFlag, Time, most_urgent_first, urgency
from bodymap.place import Place

MOST_OPEN = 5
_TIMES = {time: rank for rank, time in enumerate(Time)}

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

    @cached_property
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
    rest: dict[str, _Sign] = {}  # records are told apart by id: comparing their texts takes long
    for region in regions:
        rest |= _of_region(dataset, region)
    rest |= _anywhere(dataset)
    for flag in opened:
        rest.pop(flag.id, None)
    parts: dict[str, list[RedFlag]] = defaultdict(list)
    for sign in sorted(rest.values(), key=attrgetter("urgency")):
        parts[sign.part].append(sign.flag)
    return Signs(
        open=opened,
        now=tuple(parts["now"]),
        today=tuple(parts["today"]),
        days=tuple(parts["days"]),
        weeks=tuple(parts["weeks"]),
        children=tuple(parts["children"]),
        anywhere=tuple(flag for flag in _emergencies_anywhere(dataset) if flag.id in rest),
    )


class _Sign(NamedTuple):
    """A sign, when it comes, and its part where it is not open."""

    flag: RedFlag
    urgency: tuple[int, bool, int]
    part: str


@once
def _of_region(dataset: Dataset, region: str) -> Mapping[str, _Sign]:
    return _by_id(dataset.flags_of_region(region))


@once
def _emergencies_anywhere(dataset: Dataset) -> Flags:
    """In the order of the data."""
    return tuple(flag for flag in dataset.red_flags.values() if flag.anywhere and flag.time is Time.NOW)


@once
def _anywhere(dataset: Dataset) -> Mapping[str, _Sign]:
    return _by_id(dataset.flags_anywhere)


def _by_id(flags: Iterable[RedFlag]) -> Mapping[str, _Sign]:
    return {flag.id: _Sign(flag, urgency(flag), _part(flag)) for flag in flags}


def _part(flag: RedFlag) -> str:
    if flag.time is Time.NOW:
        return "anywhere" if flag.anywhere else "now"
    return "children" if flag.children else flag.time.value


def names(flags: Iterable[RedFlag]) -> tuple[str, ...]:
    """What signs are called in a list, each name once: several signs may lead to one illness."""
    return tuple(dict.fromkeys(flag.short for flag in flags))


def _open(dataset: Dataset, regions: Sequence[str]) -> Flags:
    """The first sign of each region in turn, then the second of each, until there are enough; emergencies first."""
    rounds = chain.from_iterable(zip_longest(*map(dataset.first_flags, regions)))
    chosen = list({flag.id: flag for flag in rounds if flag}.values())[:MOST_OPEN]
    return tuple(sorted(chosen, key=lambda flag: _TIMES[flag.time]))
