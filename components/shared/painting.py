"""What the chart paints: the chosen and the pinned patterns, or the map of the marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bodymap.ask.match import Match
from bodymap.ask.refers import Referred
from bodymap.data.dataset import Dataset
from bodymap.data.patterns import TOUCH, Pattern
from bodymap.place import SIDES, Place, Side
from bodymap.words import tr
from components import data, state

SMALL = 0.62
DRAWN_ON: Side = "right"  # a pattern without a side is drawn here, and says so


def paint(dataset: Dataset, matches: Sequence[Match], referred: Sequence[Referred] = ()) -> dict[str, Any]:
    """The ``patterns``, ``map`` and ``crosses`` of the chart's state.

    Areas of nerve roots, nerves, joints and discs (``referred``) are painted like patterns, but never unasked.

    A painted pattern that no mark calls for any more makes room for the one on top of the list; pinned ones stay
    until they are unpinned or the last mark is gone.
    """
    first = called(matches)
    if state.map_shown() and matches:
        return {
            "patterns": [],
            "map": {"counts": _counts(matches)},
            "crosses": _crosses(dataset, matches),
        }
    if state.painted() not in (*first, *map(area_of, referred)):
        state.paint_first(first[0] if first else None)
    pinned = state.pinned()
    drawn = [painted(dataset, pattern, slot, pattern in pinned) for slot, pattern in enumerate(state.shown_patterns())]
    return {"patterns": drawn, "map": None, "crosses": None}


def called(matches: Sequence[Match]) -> list[str]:
    """The patterns that reach the marks, as the state names them."""
    return [state.pattern_id(row.trigger_point, row.side) for row in matches]


def painted(dataset: Dataset, pattern: str, slot: int = 0, pinned: bool = False) -> dict[str, Any]:
    """One pattern for the chart: which one, its name, and its slot of colour. The scene holds how it is drawn."""
    point, side = state.split(pattern)
    thing = dataset.drawn[point]
    return {
        **({} if isinstance(thing, Pattern) else {"texture": thing.texture}),
        "id": pattern,
        "slot": slot,
        "title": title(dataset, pattern),
        "side": side or DRAWN_ON,
        "pinned": pinned,
    }


def title(dataset: Dataset, pattern: str) -> str:
    """``Soleus, TrP1, left``; without a side for what is felt on both."""
    point, side = state.split(pattern)
    thing = dataset.drawn[point]
    has_sides = isinstance(thing, Pattern) or thing.has_sides
    return tr(data.TITLES[side or ""]).format(thing.name) if has_sides else thing.name


def area_of(row: Referred) -> str:
    """How the state names the area of a nerve root, a nerve, a joint or a disc."""
    touch = row.kind == "nerve_root" and row.feels == "touch"
    return state.pattern_id(row.id + TOUCH if touch else row.id, row.side)


def cross(dataset: Dataset, pattern: str, side: Side, size: float) -> dict[str, Any]:
    """A cross that opens a pattern; ``size`` 1 is that of a painted pattern."""
    return {"id": pattern, "title": title(dataset, pattern), "side": side, "size": size}


def _sides(row: Match) -> tuple[Side, ...]:
    return (row.side,) if row.side else SIDES


def _counts(matches: Sequence[Match]) -> dict[str, int]:
    """How many of the patterns have their trigger point under each place of the surface."""
    counts: dict[str, int] = {}
    regions = data.point_regions()
    for row in matches:
        for region, midline in regions[row.trigger_point]:
            for side in (None,) if midline else _sides(row):
                mark = str(Place(region, side))
                counts[mark] = counts.get(mark, 0) + 1
    return counts


def _crosses(dataset: Dataset, matches: Sequence[Match]) -> list[dict[str, Any]]:
    """A cross for the trigger point of each pattern; clicked, it opens the pattern."""
    return [
        cross(dataset, state.pattern_id(row.trigger_point, row.side), side, SMALL)
        for row in matches
        for side in _sides(row)
    ]
