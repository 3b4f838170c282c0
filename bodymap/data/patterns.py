"""Where something is described to be felt: the patterns of trigger points, and the areas of all else that is felt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

from bodymap.data.model import Muscle, TriggerPoint
from bodymap.data.referral import Described, RootPain
from bodymap.place import SIDES, Place, Reach, Side


class Zone(NamedTuple):
    """A region that a pattern reaches, and on which side as seen from the trigger point."""

    region: str
    reach: Reach


def parse_zone(text: str) -> Zone:
    """``"low_back:both"`` as ``Zone("low_back", "both")``; without a suffix the reach is ``"same"``."""
    region, _, reach = text.partition(":")
    return Zone(region, reach or "same")  # type: ignore[arg-type]  # model.ZoneRef allows no other suffix


def point_name(muscle: str, label: str) -> str:
    """``Soleus, TrP1``; the label alone where it begins with the muscle's name."""
    return label if label.startswith(muscle) else f"{muscle}, {label}"


@dataclass(frozen=True)
class Pattern:
    """A trigger point with the muscle it belongs to and the zones its pain is described in."""

    muscle: Muscle
    point: TriggerPoint
    primary: tuple[Zone, ...]
    spillover: tuple[Zone, ...]

    @cached_property
    def id(self) -> str:
        """The trigger point's id."""
        return self.point.id

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """The regions of its zones, primary ones first, each once."""
        return tuple(dict.fromkeys(zone.region for zone in (*self.primary, *self.spillover)))

    @cached_property
    def crosses(self) -> bool:
        """Whether any of its zones reaches the other side of the body."""
        return any(zone.reach != "same" for zone in (*self.primary, *self.spillover))

    @cached_property
    def name(self) -> str:
        """A name for people: ``Soleus, TrP1``; the muscle's own name where the point has no other."""
        return point_name(self.muscle.name, self.point.label)


REFERRING = ("nerve_roots", "nerves", "joints", "discs", "organs")  # kinds that are felt elsewhere, beside muscles
INVOLVED = REFERRING[:-1]  # of these a condition names what it involves; organs stand with the warning signs
TOUCH = "_touch"  # ends the id of the area in which a nerve root feels touch
Feels = Literal["pain", "touch", "feeling"]


@dataclass(frozen=True)
class Area:
    """Where a nerve root, a nerve, a joint, a disc or an organ is described to be felt.

    A nerve root has two: the area of its touch, and the one of its pain; a nerve has the skin that it feels.
    """

    id: str
    kind: str
    record: Described
    feels: Feels
    primary: tuple[Zone, ...]
    spillover: tuple[Zone, ...]

    @cached_property
    def name(self) -> str:
        """A name for people: ``C6 nerve root``, ``C6 nerve root, touch``."""
        return f"{self.record.name}, touch" if self.kind == "nerve_root" and self.feels == "touch" else self.record.name

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """The regions of its zones, primary ones first, each once."""
        return tuple(dict.fromkeys(zone.region for zone in (*self.primary, *self.spillover)))

    @property
    def texture(self) -> str:
        """What tells it apart on the chart: its kind; the touch of a nerve root has one of its own."""
        return self.kind + TOUCH if self.kind == "nerve_root" and self.feels == "touch" else self.kind

    @property
    def fixed_side(self) -> Side | None:
        """The side on which alone it is felt, for what lies on one side of every body."""
        return self.record.side if self.record.side in SIDES else None

    @property
    def has_sides(self) -> bool:
        """Whether there is one on each side of the body, felt on its own side."""
        return self.record.side == "same_side"


def areas_of(kind: str, record: Any) -> tuple[Area, ...]:
    """The areas of a record of one of the kinds in ``REFERRING``; ``kind`` is what one of them is called."""
    reach: Reach = "both" if record.side in ("both", "midline") else "same"

    def area(id_: str, feels: Feels, where: Described | RootPain) -> Area:
        levels = (tuple(Zone(region, reach) for region in level) for level in (where.primary, where.spillover))
        return Area(id_, kind, record, feels, *levels)

    if kind == "nerve_root":
        pain = (area(record.id, "pain", record.pain),) if record.pain else ()
        return *pain, area(record.id + TOUCH, "touch", record)
    return (area(record.id, "feeling" if kind == "nerve" else "pain", record),)


class Places(NamedTuple):
    """Where the zones of a pattern lie for a point on one side."""

    primary: tuple[Place, ...]
    spillover: tuple[Place, ...]
