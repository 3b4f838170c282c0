"""The records of every kind by id, with what is made of single records: places, patterns and areas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, Self, TypeVar

from bodymap.data.groups import NamedGroup
from bodymap.data.kinds import KINDS
from bodymap.data.model import Condition, DangerZone, Muscle, Record, Region
from bodymap.data.needling import Claim, Contraindication, Evidence, GuidePart, HarmCount
from bodymap.data.next_steps import Comparison, NextSteps
from bodymap.data.patterns import REFERRING, Area, Pattern, areas_of, parse_zone
from bodymap.data.prevalence import Prevalence
from bodymap.data.referral import Disc, Joint, Nerve, NerveRoot, Organ
from bodymap.data.signs import RedFlag, SignArea
from bodymap.data.source import Publisher, Source
from bodymap.place import Place, places_of
from bodymap.words import tr

R = TypeVar("R", bound=Record)


class Table(Generic[R]):
    """The records of one kind, by id, as an attribute of a ``Dataset``; the attribute's name is the kind's."""

    def __init__(self, model: type[R]) -> None:
        self.model = model

    def __set_name__(self, owner: type, name: str) -> None:
        self.kind = name

    def __get__(self, dataset: Tables, owner: type) -> Mapping[str, R]:
        return dataset.tables[self.kind]


@dataclass(frozen=True, eq=False)
class Tables:
    """A dataset before anything is looked up in it."""

    tables: Mapping[str, Mapping[str, Any]]

    regions = Table(Region)
    muscles = Table(Muscle)
    muscle_groups = Table(NamedGroup)
    red_flags = Table(RedFlag)
    sign_areas = Table(SignArea)
    conditions = Table(Condition)
    next_steps = Table(NextSteps)
    comparisons = Table(Comparison)
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
    publishers = Table(Publisher)
    sources = Table(Source)

    @classmethod
    def build(cls, records: Mapping[str, Iterable[Any]]) -> Self:
        """A dataset of the records of each kind, in this order. Assumes that they keep ``bodymap.read.rules``."""
        return cls(
            MappingProxyType(
                {kind: MappingProxyType({record.id: record for record in records.get(kind, ())}) for kind in KINDS}
            )
        )

    @cached_property
    def answers(self) -> dict[Any, Any]:
        """What was asked of it before; ``bodymap.data.once`` alone reads and writes here."""
        return {}

    def __reduce__(self) -> Any:
        return type(self).build, ({kind: tuple(table.values()) for kind, table in self.tables.items()},)

    def replaced(self, **records: Iterable[Any]) -> Self:
        """The same dataset with other records of some kinds: ``dataset.replaced(claims=[...])``."""
        return self.build({**{kind: table.values() for kind, table in self.tables.items()}, **records})

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

    def region_name(self, region: str) -> str:
        """What a region is called in the language of the page."""
        return tr(self.regions[region].name)

    def name_of(self, place: Place) -> str:
        """``Front of the knee, right``."""
        return place.named(self.region_name(place.region))

    def your_name_of(self, place: Place) -> str:
        """``Front of the knee, your right``, for the person whose body it is."""
        return place.named(self.region_name(place.region), "your")

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
