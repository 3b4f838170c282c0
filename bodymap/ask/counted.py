"""Which counts of studies may be shown, of a muscle, of a condition or at some places. Pure functions.

A count is shown only where its record says so (``use: print``) and its study was read. Studies of people with a
serious look-alike are never shown: nobody should look for muscles there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bodymap.data.dataset import Dataset
from bodymap.data.model import Muscle
from bodymap.data.once import once
from bodymap.data.patterns import REFERRING
from bodymap.data.prevalence import MuscleCount, Prevalence


class Counted(NamedTuple):
    """One count of one muscle, and the study it stands in."""

    study: Prevalence
    row: MuscleCount


def of_muscle(dataset: Dataset, muscle: str) -> list[Counted]:
    """The counts of a muscle, in the order of the data."""
    return list(_by_muscle(dataset).get(muscle, ()))


def of_condition(dataset: Dataset, condition: str) -> list[Counted]:
    """The counts in people who had exactly this condition, in the order of the data."""
    return [found for found in _to_show(dataset) if found.study.condition == condition]


def at_places(dataset: Dataset, muscle: str, regions: Collection[str]) -> list[Counted]:
    """The counts of a muscle in people who had pain in any of the regions."""
    found = {region: counts for region in regions if (counts := _at(dataset, muscle, region))}
    if len(found) < 2:
        return [one for counts in found.values() for one in counts]
    return [one for one in _by_muscle(dataset)[muscle] if not found.keys().isdisjoint(one.study.regions)]


def largest(found: Iterable[Counted]) -> Counted | None:
    """The count of most people; among equals one of points that brought on the pain people knew, then the first."""
    return max(found, key=lambda one: (one.row.of, one.row.counted == "active"), default=None)


def without_number(study: Prevalence) -> list[str]:
    """The muscles that a study names as looked at, but for which no count may be shown; in its order."""
    shown = {row.muscle for row in study.rows if row.use == "print"}
    named = (*study.tested, *study.most_often, *(row.muscle for row in study.rows))
    return [muscle for muscle in dict.fromkeys(named) if muscle not in shown]


def only_reviewed(dataset: Dataset) -> Dataset:
    """The dataset without counts of studies and without roots, nerves, joints, discs and organs that nobody reviewed.

    The levels of ``reported`` stay, so that no row moves; its notes, which repeat such numbers, go with them.
    """
    kinds = ("prevalence", *REFERRING)
    kept = {kind: [r for r in dataset.records(kind).values() if r.curation.status == "reviewed"] for kind in kinds}
    ids = {record.id for records in kept.values() for record in records}
    return dataset.replaced(
        **kept,
        muscles=[_without_note(muscle) for muscle in dataset.muscles.values()],
        conditions=[
            condition.model_copy(update={"involves": tuple(id_ for id_ in condition.involves if id_ in ids)})
            for condition in dataset.conditions.values()
        ],
    )


def _without_note(muscle: Muscle) -> Muscle:
    if muscle.reported is None or muscle.curation.status == "reviewed":
        return muscle
    return muscle.model_copy(update={"reported": muscle.reported.model_copy(update={"note": None})})


@once
def _at(dataset: Dataset, muscle: str, region: str) -> Sequence[Counted]:
    """The counts of a muscle in people who had pain in a region."""
    return [found for found in of_muscle(dataset, muscle) if region in found.study.regions]


@once
def _by_muscle(dataset: Dataset) -> Mapping[str, Sequence[Counted]]:
    """The counts that may be shown by muscle."""
    found: dict[str, list[Counted]] = {}
    for one in _to_show(dataset):
        found.setdefault(one.row.muscle, []).append(one)
    return found


def _to_show(dataset: Dataset) -> Iterator[Counted]:
    for study in dataset.prevalence.values():
        if study.provenance == "read" and not _of_look_alike(dataset, study):
            yield from (Counted(study, row) for row in study.rows if row.use == "print")


def _of_look_alike(dataset: Dataset, study: Prevalence) -> bool:
    condition = dataset.conditions.get(study.condition or "")
    return condition is not None and (condition.group == "serious" or condition.safety_class == "emergency_mimic")
