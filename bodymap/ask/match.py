"""Which described patterns cover the marked places, and how much of them: a fact about drawings.

Pure functions. A mark is a place (``bodymap.place``); a pattern is a trigger point taken on one side of the body.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from bodymap.data.dataset import Dataset
from bodymap.data.once import once
from bodymap.data.patterns import Pattern
from bodymap.place import OTHER_SIDE, SIDES, Place, Side

_SIDE_ORDER: Mapping[Side | None, int] = {"left": 0, "right": 1, None: 2}


class Match(NamedTuple):
    """A trigger point on one side, and the marks that its described pattern covers.

    ``primary`` and ``spillover`` hold the marks in the order of the pattern; ``also`` holds the other
    regions of the pattern, without side. ``places`` counts all places of the pattern, marked or not.
    """

    muscle: str
    trigger_point: str
    name: str
    side: Side | None
    primary: tuple[Place, ...]
    spillover: tuple[Place, ...]
    also: tuple[str, ...]
    places: int

    @property
    def covered(self) -> int:
        """How many marks the pattern covers, primary and spillover together."""
        return len(self.primary) + len(self.spillover)


def match(dataset: Dataset, marks: Iterable[Place]) -> list[Match]:
    """The patterns that cover at least one mark, best first; the order of the marks does not matter.

    A pattern is taken on each side that the marks name, with every midline mark; marks without a side are
    matched apart, as patterns without a side. The unnamed side is added for a pattern that crosses the
    midline and so covers a mark that the named side leaves out. Order: more marks covered as primary, more
    covered in all, muscles reported more often as a source of pain, marks that tell more, fewer places in the
    pattern, described as common before not said before uncommon, then dataset order with left before right. Another
    mark that a row covers as primary never puts a row above it that was below.

    Raises ``KeyError`` for a mark whose region the dataset does not know.
    """
    marked = frozenset(marks)
    named = [side for side in SIDES if any(mark.side == side for mark in marked)]
    loose = frozenset(mark for mark in marked if mark.side is None)
    midline_only = all(dataset.regions[mark.region].midline for mark in marked)
    found = [_covering(dataset, side, marked) for side in named]
    if len(named) == 1:
        found.append(_crossing(found[0], _covering(dataset, OTHER_SIDE[named[0]], marked)))
    if loose and (midline_only or any(not dataset.regions[mark.region].midline for mark in loose)):
        found.append(_covering(dataset, None, loose))
    return [row for _, row in sorted(ranked for rows in found for ranked in rows.values())]


class MuscleMatch(NamedTuple):
    """The patterns of one muscle on one side, best first."""

    muscle: str
    side: Side | None
    patterns: tuple[Match, ...]


def by_muscle(rows: Iterable[Match]) -> list[MuscleMatch]:
    """The rows of ``match`` grouped by muscle and side; a muscle stands where its best pattern stood."""
    groups: dict[tuple[str, Side | None], list[Match]] = {}
    for row in rows:
        groups.setdefault((row.muscle, row.side), []).append(row)
    return [MuscleMatch(muscle, side, tuple(patterns)) for (muscle, side), patterns in groups.items()]


def unexplained(marks: Iterable[Place], rows: Iterable[Match]) -> list[Place]:
    """The marks, in their order, that no row covers."""
    covered = {place for row in rows for place in (*row.primary, *row.spillover)}
    return [mark for mark in dict.fromkeys(marks) if mark not in covered]


class _Ranked(NamedTuple):
    """A row and where it stands: the smallest rank first. No two rows of an answer have the same."""

    rank: tuple[int, ...]
    row: Match


def _covering(dataset: Dataset, side: Side | None, marks: Collection[Place]) -> dict[str, _Ranked]:
    """The rows of the patterns on a side that cover any of the marks, by trigger point."""
    found: dict[str, _Ranked] = {}
    covering_more: set[str] = set()
    for mark in marks:
        alone = _covering_alone(dataset, side, mark)
        covering_more |= found.keys() & alone.keys()
        found |= alone
    for point in covering_more:
        found[point] = _ranked(dataset, _row(dataset, dataset.trigger_points[point], side, marks))
    return found


@once
def _covering_alone(dataset: Dataset, side: Side | None, mark: Place) -> Mapping[str, _Ranked]:
    """The same for one mark, which is also the row of a pattern that covers no other of several marks."""
    reaching = (pattern for level in dataset.reaching(mark.region) for pattern in level)
    rows = (_row(dataset, pattern, side, (mark,)) for pattern in reaching)
    return {row.trigger_point: _ranked(dataset, row) for row in rows if row.covered}


def _crossing(own: Mapping[str, _Ranked], other: Mapping[str, _Ranked]) -> dict[str, _Ranked]:
    """The rows of the other side that cover a mark which the same pattern on its own side leaves out."""
    return {
        point: ranked
        for point, ranked in other.items()
        if point not in own or not _covered(ranked.row) <= _covered(own[point].row)
    }


def _covered(row: Match) -> set[Place]:
    return {*row.primary, *row.spillover}


def _ranked(dataset: Dataset, row: Match) -> _Ranked:
    rank = (
        -len(row.primary),
        -row.covered,
        dataset.seldomness(row.trigger_point),
        -tells(dataset, row),
        row.places,
        *dataset.rank(row.trigger_point),
        _SIDE_ORDER[row.side],
    )
    return _Ranked(rank, row)


def tells(dataset: Dataset, row: Match) -> int:
    """How much the covered marks tell; a mark that few patterns reach tells more, and a spillover counts half."""
    return sum(2 * dataset.tells(place.region) for place in row.primary) + sum(
        dataset.tells(place.region) for place in row.spillover
    )


def _row(dataset: Dataset, pattern: Pattern, side: Side | None, marks: Collection[Place]) -> Match:
    places = dataset.places(pattern.id, side)
    primary = [place for place in places.primary if place in marks]
    spillover = [place for place in places.spillover if place in marks]
    touched = {place.region for place in (*primary, *spillover)}
    return Match(
        muscle=pattern.muscle.id,
        trigger_point=pattern.id,
        name=pattern.name,
        side=side,
        primary=tuple(primary),
        spillover=tuple(spillover),
        also=tuple(region for region in pattern.regions if region not in touched),
        places=len(places.primary) + len(places.spillover),
    )
