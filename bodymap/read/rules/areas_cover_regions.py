"""Every region stands in exactly one area of warning signs."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.problems import Problem
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every region that an area names wrongly or a second time, and at every region without an area."""
    first: dict[str, str] = {}
    for entry in draft.sign_areas:
        for at, region in enumerate(entry.record.regions):
            if problem := draft.unknown(entry, "regions", region, "regions", at):
                yield problem
            elif region in first:
                message = f"`{region}` already stands in `{first[region]}`"
                yield entry.problem("regions", at, message=message, hint="leave it in one area")
            first.setdefault(region, entry.record.id)
    if not draft.read_whole("sign_areas") or not all(draft.knows("regions", region) for region in first):
        return
    for written in draft.regions:
        if written.record.id not in first:
            hint = f"add `{written.record.id}` to one in sign_areas.yaml"
            yield written.problem(message="stands in no area of warning signs", hint=hint)
