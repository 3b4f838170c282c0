"""Which described patterns cover the marked places, and how much of them: a fact about drawings.

Pure functions. A mark is a region with a side; a pattern is a trigger point taken on one side of the body.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bodymap.data.dataset import OTHER_SIDE, SIDES, Dataset, Pattern, Side
from bodymap.problems import did_you_mean

_SIDES: Mapping[Side | None, int] = {"left": 0, "right": 1, None: 2}


class MarkError(ValueError):
    """A mark that cannot be read; the message says why and what was probably meant."""


@dataclass(frozen=True)
class Mark:
    """A marked place: a region id and a side, None for a midline region or when no side is given."""

    region: str
    side: Side | None = None

    def __str__(self) -> str:
        """The token ``parse_mark`` reads: ``calf_lower:left``."""
        return f"{self.region}:{self.side}" if self.side else self.region

    def mirrored(self) -> Mark:
        """The same place on the other side."""
        return Mark(self.region, OTHER_SIDE[self.side] if self.side else None)


class Match(NamedTuple):
    """A trigger point on one side, and the marks that its described pattern covers.

    ``primary`` and ``spillover`` hold mark tokens in the order of the pattern; ``also`` holds the other
    regions of the pattern, without side. ``places`` counts all places of the pattern, marked or not.
    """

    muscle: str
    trigger_point: str
    name: str
    side: Side | None
    primary: tuple[str, ...]
    spillover: tuple[str, ...]
    also: tuple[str, ...]
    places: int

    @property
    def covered(self) -> int:
        """How many marks the pattern covers, primary and spillover together."""
        return len(self.primary) + len(self.spillover)


def parse_mark(dataset: Dataset, token: str) -> Mark:
    """Read ``REGION``, ``REGION:left`` or ``REGION:right``.

    Raises ``MarkError`` for an unknown region or side, or for a side on a midline region.
    """
    name, colon, side = token.strip().partition(":")
    region = dataset.regions.get(name)
    if region is None:
        raise MarkError(_sentence(f"unknown region `{name}`", did_you_mean(name, dataset.regions)))
    if not colon:
        return Mark(name)
    if side not in SIDES:
        hint = did_you_mean(side, SIDES) or "expected left or right"
        raise MarkError(_sentence(f"unknown side `{side}` of `{name}`", hint))
    if region.midline:
        raise MarkError(f"`{name}` lies on the midline and has no sides; write `{name}`")
    return Mark(name, "left" if side == "left" else "right")


def _sentence(said: str, hint: str) -> str:
    return f"{said}; {hint}" if hint else said


def match(dataset: Dataset, marks: Iterable[Mark]) -> list[Match]:
    """The patterns that cover at least one mark, best first; the order of the marks does not matter.

    A pattern is taken on each side that the marks name, with every midline mark; marks without a side are
    matched apart, as patterns without a side. The unnamed side is added for a pattern that crosses the
    midline and so covers a mark that the named side leaves out. Order: more marks covered as primary, more
    covered in all, fewer places in the pattern, described as common before not said before uncommon, then dataset
    order with left before right. Another mark that a row covers as primary never puts a row above it that was below.

    Raises ``KeyError`` for a mark whose region the dataset does not know.
    """
    marked = frozenset(marks)
    tokens = frozenset(map(str, marked))
    named = [side for side in SIDES if any(mark.side == side for mark in marked)]
    loose = frozenset(str(mark) for mark in marked if mark.side is None)
    midline_only = all(dataset.regions[mark.region].midline for mark in marked)
    reaching = _reaching(dataset, {mark.region for mark in marked})
    rows = [row for pattern in reaching for row in _sided(dataset, pattern, tokens, named)]
    if loose and (midline_only or any(not dataset.regions[token].midline for token in loose)):
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


def unexplained(marks: Iterable[Mark], rows: Iterable[Match]) -> list[Mark]:
    """The marks, in their order, that no row covers."""
    covered = {token for row in rows for token in (*row.primary, *row.spillover)}
    return [mark for mark in dict.fromkeys(marks) if str(mark) not in covered]


def _reaching(dataset: Dataset, regions: Iterable[str]) -> Iterable[Pattern]:
    """The patterns that reach any of the regions on either side, each once."""
    found = {pattern.id: pattern for region in regions for level in dataset.reaching(region) for pattern in level}
    return found.values()


def _rank(dataset: Dataset, row: Match) -> tuple[int, ...]:
    return -len(row.primary), -row.covered, row.places, *dataset.rank(row.trigger_point), _SIDES[row.side]


def _sided(dataset: Dataset, pattern: Pattern, tokens: frozenset[str], named: Sequence[Side]) -> Iterator[Match]:
    """The rows of one pattern on the named sides, and on the other side where it crosses over."""
    for side in named:
        yield _row(dataset, pattern, side, tokens)
    if len(named) == 1 and pattern.crosses:
        own, crossing = (_row(dataset, pattern, side, tokens) for side in (named[0], OTHER_SIDE[named[0]]))
        if not {*crossing.primary, *crossing.spillover} <= {*own.primary, *own.spillover}:
            yield crossing


def _row(dataset: Dataset, pattern: Pattern, side: Side | None, tokens: frozenset[str]) -> Match:
    places = dataset.places(pattern.id, side)
    primary = [token for token in places.primary if token in tokens]
    spillover = [token for token in places.spillover if token in tokens]
    touched = {token.partition(":")[0] for token in (*primary, *spillover)}
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
