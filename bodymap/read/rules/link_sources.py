"""A link from muscle to condition that claims more than opinion (L2, L3) cites its own source."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.model import LinkSupport
from bodymap.problems import Problem
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every L2 or L3 link without sources."""
    for entry in draft.conditions:
        for at, link in enumerate(entry.record.muscles):
            if link.link_support in (LinkSupport.L2, LinkSupport.L3) and not link.sources:
                message = f"{link.link_support} for `{link.muscle}` cites no source"
                yield entry.problem("muscles", at, message=message, hint="add `sources:` to the link, or give L1 or L0")
