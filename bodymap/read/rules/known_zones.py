"""Zones name known regions, and cross the midline only where there are two sides."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.patterns import parse_zone
from bodymap.problems import Problem
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every zone that is no region, or gives a side to a midline region."""
    midline = {entry.record.id for entry in draft.regions if entry.record.midline}
    for entry, index, point in draft.points():
        for field, zones in (("primary", point.primary), ("spillover", point.spillover)):
            for at, text in enumerate(zones):
                zone = parse_zone(text)
                where = ("trigger_points", index, field, at)
                if problem := draft.unknown(entry, "regions", zone.region, *where):
                    yield problem
                elif zone.reach != "same" and zone.region in midline:
                    message = f"`{zone.region}` lies on the midline and has no sides"
                    yield entry.problem(*where, message=message, hint=f"write `{zone.region}`")
