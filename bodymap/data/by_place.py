"""What a dataset knows of places: where something is felt, what is felt there, and which warning signs count there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from math import lcm
from typing import NamedTuple

from bodymap.data.model import Condition
from bodymap.data.next_steps import Comparison
from bodymap.data.patterns import Area, Pattern, Places, Zone
from bodymap.data.signs import RedFlag, most_urgent_first
from bodymap.data.tables import Tables
from bodymap.place import SIDES, Place, Side, reached


class Reaching(NamedTuple):
    """The patterns that reach a region, in dataset order."""

    primary: tuple[Pattern, ...]
    spillover: tuple[Pattern, ...]


class ByPlace(Tables):
    """Lookups by place."""

    def places(self, point: str, side: Side | None) -> Places:
        """Where a trigger point or an area on ``side`` lies; regions without sides where ``side`` is None."""
        return self._places[point, side]

    @cached_property
    def _places(self) -> Mapping[tuple[str, Side | None], Places]:
        def covered(zones: Iterable[Zone], side: Side | None) -> tuple[Place, ...]:
            every = (reached(zone.region, self.regions[zone.region].midline, zone.reach, side) for zone in zones)
            return tuple(dict.fromkeys(place for places in every for place in places))

        every: tuple[Pattern | Area, ...] = (*self.trigger_points.values(), *self.areas.values())
        return {
            (pattern.id, side): Places(covered(pattern.primary, side), covered(pattern.spillover, side))
            for pattern in every
            for side in (*SIDES, None)
        }

    @cached_property
    def _reaching(self) -> Mapping[str, Reaching]:
        primary: dict[str, list[Pattern]] = {region: [] for region in self.regions}
        spillover: dict[str, list[Pattern]] = {region: [] for region in self.regions}
        for pattern in (p for p in self.trigger_points.values() if p.point.feeling is None):
            for found, zones in ((primary, pattern.primary), (spillover, pattern.spillover)):
                for region in dict.fromkeys(zone.region for zone in zones):
                    found[region].append(pattern)
        return {region: Reaching(tuple(primary[region]), tuple(spillover[region])) for region in self.regions}

    def reaching(self, region: str) -> Reaching:
        """The patterns of pain described in a region, whichever side: primary ones, and spillover ones."""
        return self._reaching[region]

    @cached_property
    def _felt(self) -> tuple[Pattern | Area, ...]:
        patterns = (p for p in self.trigger_points.values() if p.point.feeling is None)
        return *patterns, *self.areas.values()

    @cached_property
    def _felt_in(self) -> Mapping[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {region: [] for region in self.regions}
        for number, thing in enumerate(self._felt):
            for region in thing.regions:
                found[region].append(number)
        return {region: tuple(numbers) for region, numbers in found.items()}

    def felt_in(self, regions: Iterable[str]) -> list[Pattern | Area]:
        """The patterns of pain, then the areas, that reach any of the regions on whichever side, in dataset order."""
        return [self._felt[number] for number in sorted({n for region in regions for n in self._felt_in[region]})]

    @cached_property
    def _tells(self) -> Mapping[str, int]:
        reaching = {region: len({p.id for level in self.reaching(region) for p in level}) for region in self.regions}
        whole = lcm(*filter(None, reaching.values()))  # so that sums of shares are exact
        return {region: whole // count if count else 0 for region, count in reaching.items()}

    def tells(self, region: str) -> int:
        """How much a mark there tells: one whole, the same for all regions, shared by the patterns that reach it."""
        return self._tells[region]

    @cached_property
    def _flags(self) -> Mapping[str, tuple[RedFlag, ...]]:
        return {
            region: most_urgent_first(f for f in self.red_flags.values() if region in f.regions)
            for region in self.regions
        }

    def flags_of_region(self, region: str) -> tuple[RedFlag, ...]:
        """The warning signs of a region itself, most urgent first; see also ``flags_anywhere``."""
        return self._flags[region]

    @cached_property
    def flags_anywhere(self) -> tuple[RedFlag, ...]:
        """The warning signs that count wherever it hurts, most urgent first."""
        return most_urgent_first(flag for flag in self.red_flags.values() if flag.anywhere)

    @cached_property
    def _first_flags(self) -> Mapping[str, tuple[RedFlag, ...]]:
        flags = {area.id: tuple(self.red_flags[flag] for flag in area.first) for area in self.sign_areas.values()}
        return {region: flags[area.id] for area in self.sign_areas.values() for region in area.regions}

    def first_flags(self, region: str) -> tuple[RedFlag, ...]:
        """The warning signs to be shown first for a region, in the order chosen by hand."""
        return self._first_flags[region]

    @cached_property
    def _conditions_by_region(self) -> Mapping[str, tuple[Condition, ...]]:
        every = self.conditions.values()
        return {region: tuple(c for c in every if region in c.regions) for region in self.regions}

    def conditions_of_region(self, region: str) -> tuple[Condition, ...]:
        """The conditions felt in a region."""
        return self._conditions_by_region[region]

    def comparisons_of(self, regions: Iterable[str]) -> tuple[Comparison, ...]:
        """The comparisons of places that have one of the regions, those first that share more of them."""
        wanted = set(regions)
        shared = {c.id: len(wanted & set(c.regions)) for c in self.comparisons.values()}
        found = (c for c in self.comparisons.values() if shared[c.id])
        return tuple(sorted(found, key=lambda c: -shared[c.id]))
