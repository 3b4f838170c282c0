"""A link by place alone (L0) needs a place that the muscle's pattern and the condition share."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.model import LinkSupport
from bodymap.data.patterns import parse_zone
from bodymap.problems import Problem
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every L0 link whose muscle has no zone among the condition's regions."""
    zones = {
        entry.record.id: {
            parse_zone(zone).region
            for point in entry.record.trigger_points
            for zone in (*point.primary, *point.spillover)
        }
        for entry in draft.muscles
    }
    for entry in draft.conditions:
        for index, link in enumerate(entry.record.muscles):
            known = link.muscle in zones
            if known and link.link_support is LinkSupport.L0 and not zones[link.muscle] & set(entry.record.regions):
                message = f"the pattern of `{link.muscle}` reaches no region of this condition"
                yield entry.problem(
                    "muscles", index, message=message, hint="take the link out, or cite who makes it (L1)"
                )
