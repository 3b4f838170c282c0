"""Which described patterns cover the marked places, and how much of them: a fact about drawings.

Pure functions. A mark is a place (``bodymap.place``); a pattern is a trigger point taken on one side of the body.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bodymap.data.dataset import Dataset, Pattern
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
    reaching = _reaching(dataset, {mark.region for mark in marked})
    rows = [row for pattern in reaching for row in _sided(dataset, pattern, marked, named)]
    if loose and (midline_only or any(not dataset.regions[mark.region].midline for mark in loose)):
        rows += [_row(dataset, pattern, None, loose) for pattern in reaching]
    return sorted((row for row in rows if row.covered), key=lambda row: _rank(dataset, row))


@dataclass(frozen=True)
class MuscleMatch:
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


def _reaching(dataset: Dataset, regions: Iterable[str]) -> Iterable[Pattern]:
    """The patterns that reach any of the regions on either side, each once."""
    found = {pattern.id: pattern for region in regions for level in dataset.reaching(region) for pattern in level}
    return found.values()


def _rank(dataset: Dataset, row: Match) -> tuple[int, ...]:
    return (
        -len(row.primary),
        -row.covered,
        dataset.seldomness(row.trigger_point),
        -tells(dataset, row),
        row.places,
        *dataset.rank(row.trigger_point),
        _SIDE_ORDER[row.side],
    )


def tells(dataset: Dataset, row: Match) -> int:
    """How much the covered marks tell; a mark that few patterns reach tells more, and a spillover counts half."""
    return sum(2 * dataset.tells(place.region) for place in row.primary) + sum(
        dataset.tells(place.region) for place in row.spillover
    )


def _sided(dataset: Dataset, pattern: Pattern, marks: frozenset[Place], named: Sequence[Side]) -> Iterator[Match]:
    """The rows of one pattern on the named sides, and on the other side where it crosses over."""
    for side in named:
        yield _row(dataset, pattern, side, marks)
    if len(named) == 1 and pattern.crosses:
        own, crossing = (_row(dataset, pattern, side, marks) for side in (named[0], OTHER_SIDE[named[0]]))
        if not {*crossing.primary, *crossing.spillover} <= {*own.primary, *own.spillover}:
            yield crossing


def _row(dataset: Dataset, pattern: Pattern, side: Side | None, marks: frozenset[Place]) -> Match:
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
