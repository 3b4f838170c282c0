"""Everything that is described to be felt in the marked places, by kind: muscles, roots, nerves, joints, discs, organs.

Pure functions. Nothing is counted or ranked: within a kind the order is from head to foot, as the data are written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from bodymap.data.dataset import Area, Dataset, Feels, Pattern
from bodymap.data.kinds import KINDS
from bodymap.place import SIDES, Place, Side

MUSCLE = "muscle"
REFERRED: tuple[str, ...] = (
    MUSCLE,
    *(KINDS[kind].one for kind in ("nerve_roots", "nerves", "joints", "discs", "organs")),
)


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
    marked = list(dict.fromkeys(marks))
    for mark in marked:
        dataset.regions[mark.region]
    patterns = [p for p in dataset.trigger_points.values() if p.point.feeling is None]
    things: list[Pattern | Area] = [*patterns, *dataset.areas.values()]
    rows = [row for thing in things for row in _rows(dataset, thing, marked)]
    return [row for kind in REFERRED if kind in kinds for row in rows if row.kind == kind]


def _rows(dataset: Dataset, thing: Pattern | Area, marks: Sequence[Place]) -> Iterator[Referred]:
    for side in _sides(dataset, thing, marks):
        levels = [tuple(mark for mark in marks if mark in level) for level in dataset.places(thing.id, side)]
        if any(levels):
            yield _row(thing, side, *levels)


def _sides(dataset: Dataset, thing: Pattern | Area, marks: Sequence[Place]) -> Iterator[Side | None]:
    """The sides from which a thing is asked: those named, its own if it has one, and none for marks without a side."""
    named = [side for side in SIDES if any(mark.side == side for mark in marks)]
    if isinstance(thing, Area) and thing.fixed_side:
        yield thing.fixed_side
    elif isinstance(thing, Area) and not thing.has_sides and named:
        yield SIDES[0]  # its zones reach both sides, from whichever it is asked
    else:
        yield from named
    if not named or any(mark.side is None and not dataset.regions[mark.region].midline for mark in marks):
        yield None


def _row(
    thing: Pattern | Area, side: Side | None, primary: tuple[Place, ...], spillover: tuple[Place, ...]
) -> Referred:
    if isinstance(thing, Pattern):
        return Referred(MUSCLE, thing.id, thing.name, side, primary, spillover, "pain")
    shown = side if thing.has_sides or thing.fixed_side else None
    return Referred(thing.kind, thing.record.id, thing.name, shown, primary, spillover, thing.feels)
