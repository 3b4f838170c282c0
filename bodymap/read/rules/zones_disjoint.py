"""A place is in a pattern once: not both primary and spillover, and not twice."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.patterns import parse_zone
from bodymap.problems import Problem
from bodymap.read.draft import Draft

_SIDES = {"same": ("same",), "opposite": ("opposite",), "both": ("same", "opposite")}


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at the second mention of a place in a trigger point's zones."""
    for entry, index, point in draft.points():
        seen: dict[tuple[str, str], str] = {}
        for field, zones in (("primary", point.primary), ("spillover", point.spillover)):
            for at, text in enumerate(zones):
                zone = parse_zone(text)
                places = [(zone.region, side) for side in _SIDES[zone.reach]]
                earlier = next((seen[place] for place in places if place in seen), None)
                if earlier is not None:
                    message = f"`{text}` is already in `{earlier}`"
                    yield entry.problem("trigger_points", index, field, at, message=message, hint="keep it once")
                seen.update((place, field) for place in places if place not in seen)
