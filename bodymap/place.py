"""A place on the body: a region and a side. Its one spelling, ``knee_front.right``, is read and written here only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol

from bodymap.problems import did_you_mean

Side = Literal["left", "right"]
Reach = Literal["same", "both", "opposite"]
SIDES: tuple[Side, Side] = ("left", "right")
OTHER_SIDE: Mapping[Side, Side] = MappingProxyType({"left": "right", "right": "left"})


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

    def named(self, name: str, whose: str = "") -> str:
        """``Front of the knee, right`` for the name of its region; with ``whose``, for example ``your right``."""
        return f"{name}, {whose}{self.side}" if self.side else name


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
