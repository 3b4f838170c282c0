"""The dataset as the rest of the program sees it: frozen, checked, every record by id, with its indexes.

Build one with ``bodymap.read.load.load``. Every mapping keeps the order of the data files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from bodymap.data.groups import NamedGroup
from bodymap.data.kinds import KINDS
from bodymap.data.model import LEVELS, Condition, DangerZone, Muscle, Record, Region, TriggerPoint
from bodymap.data.needling import Claim, Contraindication, Evidence, GuidePart, HarmCount
from bodymap.data.prevalence import Prevalence
from bodymap.data.referral import Described, Disc, Joint, Nerve, NerveRoot, Organ, RootPain
from bodymap.data.signs import RedFlag, SignArea, Time
from bodymap.data.source import Source
from bodymap.place import SIDES, Place, Reach, Side, places_of, reached

R = TypeVar("R", bound=Record)
_TELLS = 1_000_000
_FREQUENCIES = ("common", None, "uncommon")
_URGENCY = {time: rank for rank, time in enumerate(Time)}


class Zone(NamedTuple):
    """A region that a pattern reaches, and on which side as seen from the trigger point."""

    region: str
    reach: Reach


def parse_zone(text: str) -> Zone:
    """``"low_back:both"`` as ``Zone("low_back", "both")``; without a suffix the reach is ``"same"``."""
    region, _, reach = text.partition(":")
    return Zone(region, reach or "same")  # type: ignore[arg-type]  # model.ZoneRef allows no other suffix


def point_name(muscle: str, label: str) -> str:
    """``Soleus, TrP1``; the label alone where it begins with the muscle's name."""
    return label if label.startswith(muscle) else f"{muscle}, {label}"


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
        return point_name(self.muscle.name, self.point.label)


REFERRING = ("nerve_roots", "nerves", "joints", "discs", "organs")  # kinds that are felt elsewhere, beside muscles
INVOLVED = REFERRING[:-1]  # of these a condition names what it involves; organs stand with the warning signs
TOUCH = "_touch"  # ends the id of the area in which a nerve root feels touch
Feels = Literal["pain", "touch", "feeling"]


@dataclass(frozen=True)
class Area:
    """Where a nerve root, a nerve, a joint, a disc or an organ is described to be felt.

    A nerve root has two: the area of its touch, and the one of its pain; a nerve has the skin that it feels.
    """

    id: str
    kind: str
    record: Described
    feels: Feels
    primary: tuple[Zone, ...]
    spillover: tuple[Zone, ...]

    @cached_property
    def name(self) -> str:
        """A name for people: ``C6 nerve root``, ``C6 nerve root, touch``."""
        return f"{self.record.name}, touch" if self.kind == "nerve_root" and self.feels == "touch" else self.record.name

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """The regions of its zones, primary ones first, each once."""
        return tuple(dict.fromkeys(zone.region for zone in (*self.primary, *self.spillover)))

    @property
    def texture(self) -> str:
        """What tells it apart on the chart: its kind; the touch of a nerve root has one of its own."""
        return self.kind + TOUCH if self.kind == "nerve_root" and self.feels == "touch" else self.kind

    @property
    def fixed_side(self) -> Side | None:
        """The side on which alone it is felt, for what lies on one side of every body."""
        return self.record.side if self.record.side in SIDES else None

    @property
    def has_sides(self) -> bool:
        """Whether there is one on each side of the body, felt on its own side."""
        return self.record.side == "same_side"


def areas_of(kind: str, record: Any) -> tuple[Area, ...]:
    """The areas of a record of one of the kinds in ``REFERRING``; ``kind`` is what one of them is called."""
    reach: Reach = "both" if record.side in ("both", "midline") else "same"

    def area(id_: str, feels: Feels, where: Described | RootPain) -> Area:
        levels = (tuple(Zone(region, reach) for region in level) for level in (where.primary, where.spillover))
        return Area(id_, kind, record, feels, *levels)

    if kind == "nerve_root":
        pain = (area(record.id, "pain", record.pain),) if record.pain else ()
        return *pain, area(record.id + TOUCH, "touch", record)
    return (area(record.id, "feeling" if kind == "nerve" else "pain", record),)


class Places(NamedTuple):
    """Where the zones of a pattern lie for a point on one side."""

    primary: tuple[Place, ...]
    spillover: tuple[Place, ...]


class Reaching(NamedTuple):
    """The patterns that reach a region, in dataset order."""

    primary: tuple[Pattern, ...]
    spillover: tuple[Pattern, ...]


class Table(Generic[R]):
    """The records of one kind, by id, as an attribute of a ``Dataset``; the attribute's name is the kind's."""

    def __init__(self, model: type[R]) -> None:
        self.model = model

    def __set_name__(self, owner: type, name: str) -> None:
        self.kind = name

    def __get__(self, dataset: Dataset, owner: type) -> Mapping[str, R]:
        return dataset.tables[self.kind]


@dataclass(frozen=True, eq=False)
class Dataset:
    """Everything known, by kind and id. Unknown ids raise ``KeyError`` in every method."""

    tables: Mapping[str, Mapping[str, Any]]

    regions = Table(Region)
    muscles = Table(Muscle)
    muscle_groups = Table(NamedGroup)
    red_flags = Table(RedFlag)
    sign_areas = Table(SignArea)
    conditions = Table(Condition)
    nerve_roots = Table(NerveRoot)
    nerves = Table(Nerve)
    joints = Table(Joint)
    discs = Table(Disc)
    organs = Table(Organ)
    prevalence = Table(Prevalence)
    danger_zones = Table(DangerZone)
    evidence = Table(Evidence)
    harms = Table(HarmCount)
    contraindications = Table(Contraindication)
    claims = Table(Claim)
    guide = Table(GuidePart)
    sources = Table(Source)

    @classmethod
    def build(cls, records: Mapping[str, Iterable[Any]]) -> Dataset:
        """A dataset of the records of each kind, in this order. Assumes that they keep ``bodymap.read.rules``."""
        return cls(
            MappingProxyType(
                {kind: MappingProxyType({record.id: record for record in records.get(kind, ())}) for kind in KINDS}
            )
        )

    def __reduce__(self) -> Any:
        return Dataset.build, ({kind: tuple(table.values()) for kind, table in self.tables.items()},)

    def replaced(self, **records: Iterable[Any]) -> Dataset:
        """The same dataset with other records of some kinds: ``dataset.replaced(claims=[...])``."""
        return Dataset.build({**{kind: table.values() for kind, table in self.tables.items()}, **records})

    def records(self, kind: str) -> Mapping[str, Any]:
        """The records of a kind by id: ``"muscles"``, ``"evidence"``, also ``"trigger_points"``."""
        return self.trigger_points if kind == "trigger_points" else self.tables[kind]

    def places_of(self, region: str) -> tuple[Place, ...]:
        """Every place of a region: one on the midline, else one a side."""
        return places_of(region, self.regions[region].midline)

    def every_place(self) -> Iterator[Place]:
        """Every place that can be marked."""
        for region in self.regions:
            yield from self.places_of(region)

    def name_of(self, place: Place) -> str:
        """``Front of the knee, right``."""
        return place.named(self.regions[place.region].name)

    def your_name_of(self, place: Place) -> str:
        """``Front of the knee, your right``, for the person whose body it is."""
        return place.named(self.regions[place.region].name, "your ")

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
    def areas(self) -> Mapping[str, Area]:
        """Where everything beside muscles is felt, by id, kind after kind."""
        return MappingProxyType(
            {
                area.id: area
                for kind in REFERRING
                for record in self.tables[kind].values()
                for area in areas_of(KINDS[kind].one, record)
            }
        )

    @cached_property
    def drawn(self) -> Mapping[str, Pattern | Area]:
        """Everything that can be painted by id: the trigger points, then the areas, but never an organ."""
        areas = {id_: area for id_, area in self.areas.items() if area.kind != "organ"}
        return MappingProxyType({**self.trigger_points, **areas})

    @cached_property
    def _ranks(self) -> Mapping[str, tuple[int, int]]:
        return {
            point: (_FREQUENCIES.index(pattern.point.frequency), place)
            for place, (point, pattern) in enumerate(self.trigger_points.items())
        }

    def rank(self, point: str) -> tuple[int, int]:
        """Where a trigger point stands among equals: described as common first, then dataset order."""
        return self._ranks[point]

    @cached_property
    def _seldomness(self) -> Mapping[str, int]:
        seldom = LEVELS.index("seldom")
        return {
            point: (LEVELS.index(pattern.muscle.reported.level) if pattern.muscle.reported else seldom)
            + (pattern.point.frequency == "uncommon")
            for point, pattern in self.trigger_points.items()
        }

    def seldomness(self, point: str) -> int:
        """How seldom its muscle is reported as a source of pain: 0 often, 1 sometimes, 2 seldom or not known.

        One more for a point that is described as uncommon.
        """
        return self._seldomness[point]

    @cached_property
    def _tells(self) -> Mapping[str, int]:
        reaching = {region: len({p.id for level in self.reaching(region) for p in level}) for region in self.regions}
        return {region: round(_TELLS / count) if count else 0 for region, count in reaching.items()}

    def tells(self, region: str) -> int:
        """How much a mark there tells: a million shared by the patterns that reach the region."""
        return self._tells[region]

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
    def _areas(self) -> Mapping[str, SignArea]:
        return {region: area for area in self.sign_areas.values() for region in area.regions}

    def first_flags(self, region: str) -> tuple[RedFlag, ...]:
        """The warning signs to be shown first for a region, in the order chosen by hand."""
        return tuple(self.red_flags[flag] for flag in self._areas[region].first)

    @cached_property
    def _conditions_by_region(self) -> Mapping[str, tuple[Condition, ...]]:
        every = self.conditions.values()
        return {region: tuple(c for c in every if region in c.regions) for region in self.regions}

    def conditions_of_region(self, region: str) -> tuple[Condition, ...]:
        """The conditions felt in a region."""
        return self._conditions_by_region[region]

    @cached_property
    def _condition_names(self) -> Mapping[str, Condition]:
        every = self.conditions.values()
        return {n.casefold(): c for c in reversed(list(every)) for n in (*c.synonyms, c.name, c.plain_name)}

    def condition_named(self, name: str) -> Condition | None:
        """The condition that has this name or synonym, whatever its case; None if there is none."""
        return self._condition_names.get(name.casefold())

    @cached_property
    def _conditions_by_muscle(self) -> Mapping[str, tuple[Condition, ...]]:
        every = self.conditions.values()
        return {m: tuple(c for c in every if any(link.muscle == m for link in c.muscles)) for m in self.muscles}

    def conditions_of_muscle(self, muscle: str) -> tuple[Condition, ...]:
        """The conditions that name a muscle as linked."""
        return self._conditions_by_muscle[muscle]

    def involved(self, condition: str) -> tuple[tuple[str, Described], ...]:
        """What a condition is described to involve, each with what its kind is called, in the order of the data files.

        That is nerve roots, nerves, joints and discs, each kind from head to foot.
        """
        named = self.conditions[condition].involves
        return tuple(
            (KINDS[kind].one, record)
            for kind in INVOLVED
            for record in self.tables[kind].values()
            if record.id in named
        )

    @cached_property
    def _conditions_by_involved(self) -> Mapping[str, tuple[Condition, ...]]:
        every = self.conditions.values()
        return {id_: tuple(c for c in every if id_ in c.involves) for kind in INVOLVED for id_ in self.tables[kind]}

    def conditions_involving(self, record: str) -> tuple[Condition, ...]:
        """The conditions that are described to involve a nerve root, a nerve, a joint or a disc."""
        return self._conditions_by_involved[record]

    @cached_property
    def _evidence_by_condition(self) -> Mapping[str, tuple[Evidence, ...]]:
        every = self.evidence.values()
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
    """Warning signs by time, emergencies first.

    Within a time, signs that belong to fewer places come first, because they say more about this one, and signs
    that count anywhere come last.
    """
    return tuple(sorted(flags, key=lambda flag: (_URGENCY[flag.time], flag.anywhere, len(flag.regions))))
