"""Every region is reached by at least one pattern, or has a waiver that says why not."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.patterns import parse_zone
from bodymap.problems import Problem
from bodymap.read.draft import Draft

NAME = "regions_have_patterns"


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every region without pattern and waiver.

    Waits while a muscle or a waiver cannot be read, or a zone names no known region: it may be meant for this one.
    """
    if not draft.read_whole("muscles") or not draft.read_whole("waivers"):
        return
    named = reached(draft)
    if not all(draft.knows("regions", region) for region in named):
        return
    waived = draft.waived(NAME)
    for entry in draft.regions:
        if entry.record.id not in named | waived:
            hint = "add it to a sourced pattern, or say why not in waivers.yaml"
            yield entry.problem(message="is reached by no pattern", hint=hint)


def reached(draft: Draft) -> frozenset[str]:
    """The regions that the readable patterns of pain name: they need no waiver."""
    return frozenset(
        parse_zone(zone).region
        for _, _, point in draft.points()
        if point.feeling is None
        for zone in (*point.primary, *point.spillover)
    )
