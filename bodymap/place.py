"""A place on the body: a region and a side. Its one spelling, ``knee_front.right``, is read and written here only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol

from bodymap.problems import did_you_mean
from bodymap.words import later, tr

Side = Literal["left", "right"]
Reach = Literal["same", "both", "opposite"]
SIDES: tuple[Side, Side] = ("left", "right")
SIDE_SAID: Mapping[Side, str] = {"left": later("left"), "right": later("right")}
Whose = Literal["", "your"]
_SIDED: Mapping[Whose, Mapping[Side, str]] = {
    "": {"left": later("{}, left"), "right": later("{}, right")},
    "your": {"left": later("{}, your left"), "right": later("{}, your right")},
}
OTHER_SIDE: Mapping[Side, Side] = MappingProxyType({"left": "right", "right": "left"})
_BETWEEN_MARKS = re.compile(r"[\s,;|]+")
_AROUND = ".:'\"()[]<>‘’“”\N{ZERO WIDTH SPACE}\N{WORD JOINER}"  # what a pasted mark may stand in


class PlaceError(ValueError):
    """A place that cannot be read; the message says why and what was probably meant."""


class HasMidline(Protocol):
    """What is asked of a region: whether it lies on the midline and so has no sides."""

    @property
    def midline(self) -> bool: ...


class Place(NamedTuple):
    """A region id and a side; None on the midline, or where no side is given."""

    region: str
    side: Side | None = None

    def __str__(self) -> str:
        """``knee_front.right``, or ``sacrum``: what the address, the page and the command line show."""
        return f"{self.region}.{self.side}" if self.side else self.region

    @classmethod
    def of(cls, spelt: str) -> Place:
        """The place that ``str`` spelt so; for text that people write use ``read_place``."""
        region, _, side = spelt.partition(".")
        return cls(region, side or None)  # type: ignore[arg-type]  # str writes no other side

    def mirrored(self) -> Place:
        """The same place on the other side."""
        return Place(self.region, OTHER_SIDE[self.side] if self.side else None)

    def named(self, name: str, whose: Whose = "") -> str:
        """``Front of the knee, right`` for the name of its region; with ``whose``, for example ``…, your right``."""
        return tr(_SIDED[whose][self.side]).format(name) if self.side else name


def read_place(text: str, regions: Mapping[str, HasMidline]) -> Place:
    """The place that ``REGION``, ``REGION.left`` or ``REGION.right`` spells.

    Raises ``PlaceError`` for an unknown region or side, or for a side on a midline region.
    """
    name, dot, side = text.strip().partition(".")
    if name not in regions and ":" in name and name.partition(":")[0] in regions:
        raise PlaceError(f"`{text}` has a colon; write `{text.replace(':', '.')}`")
    if name not in regions:
        raise PlaceError(_sentence(f"unknown region `{name}`", did_you_mean(name, regions)))
    if not dot:
        return Place(name)
    if side not in SIDES:
        hint = did_you_mean(side, SIDES) or "expected left or right"
        raise PlaceError(_sentence(f"unknown side `{side}` of `{name}`", hint))
    if regions[name].midline:
        raise PlaceError(f"`{name}` lies on the midline and has no sides; write `{name}`")
    return Place(name, side)


def read_marks(text: str, known: Mapping[str, Place]) -> tuple[list[Place], list[str]]:
    """The places in a list of marks as people paste it, each once, and what is none of ``known`` as it was written.

    Commas, semicolons and blanks part the marks; full stops, quotation marks and capitals around them do no harm.
    """
    found: dict[Place, None] = {}
    strange: dict[str, None] = {}
    for part in _joined([part for part in _BETWEEN_MARKS.split(text) if part.strip(_AROUND)]):
        spelt = re.sub(r"\.+|[:/-]", ".", part.strip(_AROUND)).casefold()
        marks = [spelt] if spelt in known else _joined(spelt.split("."))
        if all(mark in known for mark in marks):
            found |= dict.fromkeys(known[mark] for mark in marks)
        else:
            strange[part] = None
    return list(found), list(strange)


def _joined(parts: list[str]) -> list[str]:
    """Parts in which a side that stands alone belongs to the region before it: ``knee_front. right``."""
    whole: list[str] = []
    for part in parts:
        if whole and part.strip(_AROUND).casefold() in SIDES and not _has_side(whole[-1]):
            whole[-1] = f"{whole[-1].rstrip('.')}.{part.lstrip('.')}"
        else:
            whole.append(part)
    return whole


def _has_side(part: str) -> bool:
    return part.strip(_AROUND).casefold().endswith(SIDES)


def places_of(region: str, midline: bool) -> tuple[Place, ...]:
    """Every place of a region: one on the midline, else one a side."""
    return (Place(region),) if midline else tuple(Place(region, side) for side in SIDES)


def reached(region: str, midline: bool, reach: Reach, side: Side | None) -> tuple[Place, ...]:
    """Where a zone lies for a point on ``side``; without a side where the point has none or on the midline."""
    if side is None or midline:
        return (Place(region),)
    sides = {"same": (side,), "opposite": (OTHER_SIDE[side],), "both": SIDES}[reach]
    return tuple(Place(region, reached) for reached in sides)


def _sentence(said: str, hint: str) -> str:
    return f"{said}; {hint}" if hint else said
