"""The dataset as the rest of the program sees it: frozen, checked, every record by id, with its indexes.

Build one with ``bodymap.load.load``. Every mapping keeps the order of the data files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from bodymap.data.model import Condition, DangerZone, FlagLevel, Muscle, RedFlag, Region, TriggerPoint
from bodymap.data.needling import Claim, Contraindication, Evidence, GuidePart, HarmCount
from bodymap.data.sources import Source

Side = Literal["left", "right"]
Reach = Literal["same", "both", "opposite"]
SIDES: tuple[Side, Side] = ("left", "right")
OTHER_SIDE: Mapping[Side, Side] = MappingProxyType({"left": "right", "right": "left"})
_FREQUENCIES = ("common", None, "uncommon")
_URGENCY = {level: rank for rank, level in enumerate(FlagLevel)}


class Zone(NamedTuple):
    """A region that a pattern reaches, and on which side as seen from the trigger point."""

    region: str
    reach: Reach


def parse_zone(text: str) -> Zone:
    """``"low_back:both"`` as ``Zone("low_back", "both")``; without a suffix the reach is ``"same"``."""
    region, _, reach = text.partition(":")
    return Zone(region, reach or "same")  # type: ignore[arg-type]  # model.ZoneRef allows no other suffix


@dataclass(frozen=True)
class Pattern:
    """A trigger point with the muscle it belongs to and the zones its pain is described in."""

    muscle: Muscle
    point: TriggerPoint
    primary: tuple[Zone, ...]
    spillover: tuple[Zone, ...]

    @cached_property
    def id(self) -> str:
        """The trigger point's id."""
        return self.point.id

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """The regions of its zones, primary ones first, each once."""
        return tuple(dict.fromkeys(zone.region for zone in (*self.primary, *self.spillover)))

    @cached_property
    def crosses(self) -> bool:
        """Whether any of its zones reaches the other side of the body."""
        return any(zone.reach != "same" for zone in (*self.primary, *self.spillover))

    @cached_property
    def name(self) -> str:
        """A name for people: ``Soleus, TrP1``; the muscle's own name where the point has no other."""
        own = self.point.label.startswith(self.muscle.name)
        return self.point.label if own else f"{self.muscle.name}, {self.point.label}"


class Places(NamedTuple):
    """Where the zones of a pattern lie for a point on one side, as mark tokens (``achilles:left``, ``sacrum``)."""

    primary: tuple[str, ...]
    spillover: tuple[str, ...]


class Reaching(NamedTuple):
    """The patterns that reach a region, in dataset order."""

    primary: tuple[Pattern, ...]
    spillover: tuple[Pattern, ...]


@dataclass(frozen=True, eq=False)
class Needling:
    """What is known about dry needling, by id."""

    evidence: Mapping[str, Evidence]
    harms: Mapping[str, HarmCount]
    contraindications: Mapping[str, Contraindication]
    claims: Mapping[str, Claim]
    guide: Mapping[str, GuidePart]

    @classmethod
    def build(
        cls,
        evidence: Iterable[Evidence] = (),
        harms: Iterable[HarmCount] = (),
        contraindications: Iterable[Contraindication] = (),
        claims: Iterable[Claim] = (),
        guide: Iterable[GuidePart] = (),
    ) -> Needling:
        """The records by id, in this order."""
        return cls(*map(_by_id, (evidence, harms, contraindications, claims, guide)))

    def __reduce__(self) -> Any:
        parts = (self.evidence, self.harms, self.contraindications, self.claims, self.guide)
        return Needling.build, tuple(tuple(part.values()) for part in parts)


def _by_id(records: Iterable[Any]) -> Mapping[str, Any]:
    return MappingProxyType({record.id: record for record in records})


@dataclass(frozen=True, eq=False)
class Dataset:
    """Everything known, by id. Unknown ids raise ``KeyError`` in every method."""

    regions: Mapping[str, Region]
    muscles: Mapping[str, Muscle]
    red_flags: Mapping[str, RedFlag]
    conditions: Mapping[str, Condition]
    sources: Mapping[str, Source]
    danger_zones: Mapping[str, DangerZone]
    needling: Needling

    @classmethod
    def build(
        cls,
        regions: Iterable[Region],
        muscles: Iterable[Muscle],
        red_flags: Iterable[RedFlag],
        conditions: Iterable[Condition],
        sources: Iterable[Source],
        danger_zones: Iterable[DangerZone] = (),
        needling: Needling | None = None,
    ) -> Dataset:
        """A dataset of these records, in this order. Assumes that they keep the rules (``bodymap.rules``)."""
        return cls(
            regions=_by_id(regions),
            muscles=_by_id(muscles),
            red_flags=_by_id(red_flags),
            conditions=_by_id(conditions),
            sources=MappingProxyType({source.key: source for source in sources}),
            danger_zones=_by_id(danger_zones),
            needling=needling or Needling.build(),
        )

    def records(self, kind: str) -> Mapping[str, Any]:
        """The records of a kind by id: ``"muscles"``, ``"evidence"`` and so on."""
        found: Mapping[str, Any] = getattr(self.needling if hasattr(self.needling, kind) else self, kind)
        return found

    def __reduce__(self) -> Any:
        parts = (self.regions, self.muscles, self.red_flags, self.conditions, self.sources, self.danger_zones)
        return Dataset.build, (*(tuple(part.values()) for part in parts), self.needling)

    @cached_property
    def trigger_points(self) -> Mapping[str, Pattern]:
        """Every trigger point by id, with its muscle."""
        return MappingProxyType(
            {
                point.id: Pattern(
                    muscle,
                    point,
                    tuple(map(parse_zone, point.primary)),
                    tuple(map(parse_zone, point.spillover)),
                )
                for muscle in self.muscles.values()
                for point in muscle.trigger_points
            }
        )

    @cached_property
    def _ranks(self) -> Mapping[str, tuple[int, int]]:
        return {
            point: (_FREQUENCIES.index(pattern.point.frequency), place)
            for place, (point, pattern) in enumerate(self.trigger_points.items())
        }

    def rank(self, point: str) -> tuple[int, int]:
        """Where a trigger point stands among equals: described as common first, then dataset order."""
        return self._ranks[point]

    def places(self, point: str, side: Side | None) -> Places:
        """Where a trigger point on ``side`` refers to; regions without sides where ``side`` is None."""
        return self._places[point, side]

    @cached_property
    def _places(self) -> Mapping[tuple[str, Side | None], Places]:
        def tokens(zones: Iterable[Zone], side: Side | None) -> tuple[str, ...]:
            return tuple(dict.fromkeys(token for zone in zones for token in self._tokens(zone, side)))

        return {
            (pattern.id, side): Places(tokens(pattern.primary, side), tokens(pattern.spillover, side))
            for pattern in self.trigger_points.values()
            for side in (*SIDES, None)
        }

    def _tokens(self, zone: Zone, side: Side | None) -> tuple[str, ...]:
        if side is None or self.regions[zone.region].midline:
            return (zone.region,)
        sides = {"same": (side,), "opposite": (OTHER_SIDE[side],), "both": SIDES}[zone.reach]
        return tuple(f"{zone.region}:{reached}" for reached in sides)

    @cached_property
    def _reaching(self) -> Mapping[str, Reaching]:
        primary: dict[str, list[Pattern]] = {region: [] for region in self.regions}
        spillover: dict[str, list[Pattern]] = {region: [] for region in self.regions}
        for pattern in self.trigger_points.values():
            for found, zones in ((primary, pattern.primary), (spillover, pattern.spillover)):
                for region in dict.fromkeys(zone.region for zone in zones):
                    found[region].append(pattern)
        return {region: Reaching(tuple(primary[region]), tuple(spillover[region])) for region in self.regions}

    def reaching(self, region: str) -> Reaching:
        """The patterns described in a region, whichever side: primary ones, and spillover ones."""
        return self._reaching[region]

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
    def _conditions_by_region(self) -> Mapping[str, tuple[Condition, ...]]:
        every = self.conditions.values()
        return {region: tuple(c for c in every if region in c.regions) for region in self.regions}

    def conditions_of_region(self, region: str) -> tuple[Condition, ...]:
        """The conditions felt in a region."""
        return self._conditions_by_region[region]

    @cached_property
    def _conditions_by_muscle(self) -> Mapping[str, tuple[Condition, ...]]:
        every = self.conditions.values()
        return {m: tuple(c for c in every if any(link.muscle == m for link in c.muscles)) for m in self.muscles}

    def conditions_of_muscle(self, muscle: str) -> tuple[Condition, ...]:
        """The conditions that name a muscle as linked."""
        return self._conditions_by_muscle[muscle]

    @cached_property
    def _evidence_by_condition(self) -> Mapping[str, tuple[Evidence, ...]]:
        every = self.needling.evidence.values()
        return {condition: tuple(e for e in every if condition in e.conditions) for condition in self.conditions}

    def evidence_of_condition(self, condition: str) -> tuple[Evidence, ...]:
        """The studies of needling, of whatever kind, in people with a condition."""
        return self._evidence_by_condition[condition]

    @cached_property
    def _danger_by_muscle(self) -> Mapping[str, tuple[DangerZone, ...]]:
        every = self.danger_zones.values()
        return {muscle: tuple(zone for zone in every if muscle in zone.muscles) for muscle in self.muscles}

    def danger_of_muscle(self, muscle: str) -> tuple[DangerZone, ...]:
        """What is recorded to lie near a muscle. An empty answer does not mean that nothing does."""
        return self._danger_by_muscle[muscle]


def most_urgent_first(flags: Iterable[RedFlag]) -> tuple[RedFlag, ...]:
    """Warning signs by level, emergencies first.

    Within a level, signs that belong to fewer places come first, because they say more about this one, and signs
    that count anywhere come last.
    """
    return tuple(sorted(flags, key=lambda flag: (_URGENCY[flag.level], flag.anywhere, len(flag.regions))))
