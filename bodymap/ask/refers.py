"""Everything that is described to be felt in the marked places, by kind: muscles, roots, nerves, joints, discs, organs.

Pure functions. Nothing is counted or ranked: within a kind the order is from head to foot, as the data are written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS
from bodymap.data.once import once
from bodymap.data.patterns import REFERRING, Area, Feels, Pattern
from bodymap.place import SIDES, Place, Side

MUSCLE = "muscle"
REFERRED: tuple[str, ...] = (MUSCLE, *(KINDS[kind].one for kind in REFERRING))
_SIDE_ORDER: Mapping[Side | None, int] = {"left": 0, "right": 1, None: 2}


class Referred(NamedTuple):
    """Something on one side, and the marks that it is described to reach.

    ``id`` is that of a trigger point or of a record; ``side`` is None for what lies in the middle or has no sides, and
    where no mark has one. ``feels`` says what is felt there: pain, touch, or the feeling of the skin.
    """

    kind: str
    id: str
    name: str
    side: Side | None
    primary: tuple[Place, ...]
    spillover: tuple[Place, ...]
    feels: Feels


def refers(dataset: Dataset, marks: Iterable[Place], kinds: Collection[str] = REFERRED) -> list[Referred]:
    """What reaches any of the marks, by kind in the order of ``REFERRED``, each kind from head to foot, left first.

    Raises ``KeyError`` for a mark whose region the dataset does not know.
    """
    marked = dict.fromkeys(marks)
    asked = _asked_from(dataset, marked)
    found: dict[tuple[int, int], Referred] = {}
    for mark in marked:
        for one in (one for kind in kinds for one in _alone(dataset, mark, kind)):
            if not asked.isdisjoint(one.named):
                before = found.get(one.order)
                found[one.order] = _with(before, one.row) if before else one.row
    return [found[order] for order in sorted(found)]


def _asked_from(dataset: Dataset, marks: Iterable[Place]) -> set[Side | None]:
    """The sides that marks name, and none where no mark names one or a mark leaves it open."""
    named: set[Side | None] = {mark.side for mark in marks if mark.side}
    is_open = any(mark.side is None and not dataset.regions[mark.region].midline for mark in marks)
    return named | {None} if is_open or not named else named


def _with(row: Referred, other: Referred) -> Referred:
    """The row with the marks of the other, too."""
    return row._replace(primary=row.primary + other.primary, spillover=row.spillover + other.spillover)


class _Alone(NamedTuple):
    """A row for one mark, the sides of which one must be named for it, and where it stands."""

    row: Referred
    named: frozenset[Side | None]
    order: tuple[int, int]


@once
def _alone(dataset: Dataset, mark: Place, kind: str) -> tuple[_Alone, ...]:
    """What of a kind reaches a mark, from whichever side it is asked."""
    rows = []
    for thing in dataset.felt_in([mark.region]):
        for side, named in _sides(thing).items() if _kind(thing) == kind else ():
            levels = [(mark,) if mark in level else () for level in dataset.places(thing.id, side)]
            if any(levels):
                order = _numbers(dataset)[thing.id], _SIDE_ORDER[side]
                rows.append(_Alone(_row(thing, side, *levels), frozenset(named), order))
    return tuple(rows)


@once
def _numbers(dataset: Dataset) -> Mapping[str, int]:
    """Kind after kind, each from head to foot."""
    return {thing: number for number, thing in enumerate((*dataset.trigger_points, *dataset.areas))}


def _kind(thing: Pattern | Area) -> str:
    return MUSCLE if isinstance(thing, Pattern) else thing.kind


def _sides(thing: Pattern | Area) -> Mapping[Side | None, Collection[Side | None]]:
    """The sides from which a thing can be asked, each with the sides of which one must be named for it."""
    if isinstance(thing, Area) and thing.fixed_side:
        return {thing.fixed_side: (*SIDES, None), None: (None,)}
    if isinstance(thing, Area) and not thing.has_sides:
        return {SIDES[0]: SIDES, None: (None,)}  # its zones reach both sides, from whichever it is asked
    return {side: (side,) for side in (*SIDES, None)}


def _row(
    thing: Pattern | Area, side: Side | None, primary: tuple[Place, ...], spillover: tuple[Place, ...]
) -> Referred:
    if isinstance(thing, Pattern):
        return Referred(MUSCLE, thing.id, thing.name, side, primary, spillover, "pain")
    shown = side if thing.has_sides or thing.fixed_side else None
    return Referred(thing.kind, thing.record.id, thing.name, shown, primary, spillover, thing.feels)
