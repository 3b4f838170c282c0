"""What a dataset knows of single records: how a trigger point ranks, and which records name another one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from bodymap.data.kinds import KINDS
from bodymap.data.model import LEVELS, Condition, DangerZone
from bodymap.data.needling import Evidence
from bodymap.data.next_steps import Comparison
from bodymap.data.patterns import INVOLVED
from bodymap.data.referral import Described
from bodymap.data.tables import Tables

_FREQUENCIES = ("common", None, "uncommon")


class ByRecord(Tables):
    """Lookups by record."""

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
    def _condition_names(self) -> Mapping[str, Condition]:
        every = self.conditions.values()
        return {n.casefold(): c for c in reversed(list(every)) for n in (*c.synonyms, c.name, c.plain_name)}

    def condition_named(self, name: str) -> Condition | None:
        """The condition that has this name or synonym, whatever its case; None if there is none."""
        return self._condition_names.get(name.casefold())

    def comparisons_with(self, condition: str) -> tuple[Comparison, ...]:
        """The comparisons in which a condition stands beside what it is confused with."""
        return tuple(c for c in self.comparisons.values() if any(row.condition == condition for row in c.rows))

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
