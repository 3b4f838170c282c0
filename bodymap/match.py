"""Which described patterns cover the marked places, and how much of them: a fact about drawings.

Pure functions. A mark is a region with a side; a pattern is a trigger point taken on one side of the body.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .dataset import OTHER_SIDE, SIDES, Dataset, Pattern, Side, Zone
from .problems import did_you_mean


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


@dataclass(frozen=True)
class Match:
    """A trigger point on one side, and the marks that its described pattern covers.

    ``primary`` and ``spillover`` hold mark tokens in the order of the pattern; ``also`` holds the other
    regions of the pattern, without side.
    """

    muscle: str
    trigger_point: str
    name: str
    side: Side | None
    primary: tuple[str, ...]
    spillover: tuple[str, ...]
    also: tuple[str, ...]

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
    covered in all, fewer other regions in the pattern, then dataset order with left before right.

    Raises ``KeyError`` for a mark whose region the dataset does not know.
    """
    marked = frozenset(marks)
    midline = {mark for mark in marked if dataset.regions[mark.region].midline}
    named = [side for side in SIDES if any(mark.side == side for mark in marked)]
    unsided = any(mark.side is None for mark in marked - midline)
    reaching = _reaching(dataset, {mark.region for mark in marked})
    rows = [row for pattern in reaching for row in _sided(pattern, marked, midline, named)]
    if unsided or (midline and not named):
        loose = frozenset(mark for mark in marked if mark.side is None)
        rows += [_row(pattern, None, loose, midline) for pattern in reaching]
    order = {pattern.id: rank for rank, pattern in enumerate(reaching)}
    return sorted((row for row in rows if row.covered), key=lambda row: _rank(row, order[row.trigger_point]))


def _reaching(dataset: Dataset, regions: Iterable[str]) -> list[Pattern]:
    """The patterns that reach any of the regions on either side, in dataset order."""
    found = {pattern.id: pattern for region in regions for level in dataset.reaching(region) for pattern in level}
    return sorted(found.values(), key=lambda pattern: dataset.rank(pattern.id))


def _rank(row: Match, position: int) -> tuple[int, int, int, int, int]:
    side = SIDES.index(row.side) if row.side else len(SIDES)
    return -len(row.primary), -row.covered, len(row.also), position, side


def _sided(pattern: Pattern, marked: frozenset[Mark], midline: set[Mark], named: Sequence[Side]) -> Iterator[Match]:
    """The rows of one pattern on the named sides, and on the other side where it crosses over."""
    if not named:
        return
    rows = [_row(pattern, side, marked, midline) for side in named]
    yield from rows
    if len(named) == 1:
        crossing = _row(pattern, OTHER_SIDE[named[0]], marked, midline)
        if not set(crossing.primary + crossing.spillover) <= set(rows[0].primary + rows[0].spillover):
            yield crossing


def _row(pattern: Pattern, side: Side | None, marked: frozenset[Mark], midline: set[Mark]) -> Match:
    primary = _covered(pattern.primary, side, marked, midline)
    spillover = _covered(pattern.spillover, side, marked, midline)
    touched = {mark.region for mark in (*primary, *spillover)}
    regions = dict.fromkeys(zone.region for zone in (*pattern.primary, *pattern.spillover))
    return Match(
        muscle=pattern.muscle.id,
        trigger_point=pattern.id,
        name=pattern.name,
        side=side,
        primary=tuple(map(str, primary)),
        spillover=tuple(map(str, spillover)),
        also=tuple(region for region in regions if region not in touched),
    )


def _covered(zones: Iterable[Zone], side: Side | None, marked: frozenset[Mark], midline: set[Mark]) -> list[Mark]:
    """The marks within the zones of a pattern on ``side``, in the order of the zones."""
    places = dict.fromkeys(place for zone in zones for place in _places(zone, side, midline))
    return [place for place in places if place in marked]


def _places(zone: Zone, side: Side | None, midline: set[Mark]) -> tuple[Mark, ...]:
    """Where a zone lies for a trigger point on ``side``: one mark, or both sides of the region."""
    if side is None or Mark(zone.region) in midline:
        return (Mark(zone.region),)
    if zone.reach == "both":
        return Mark(zone.region, "left"), Mark(zone.region, "right")
    return (Mark(zone.region, side if zone.reach == "same" else OTHER_SIDE[side]),)
