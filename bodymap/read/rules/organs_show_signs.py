"""Wherever an organ is felt whose trouble is an emergency, one of its warning signs counts too."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.problems import Problem
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every region of an emergency that none of its signs covers; waits while a sign cannot be read."""
    if not draft.read_whole("red_flags"):
        return
    flags = {entry.record.id: entry.record for entry in draft.red_flags}
    for entry in draft.organs:
        organ = entry.record
        own = [flags[flag] for flag in organ.red_flags if flag in flags]
        if organ.urgency != "emergency" or len(own) < len(organ.red_flags) or any(flag.anywhere for flag in own):
            continue
        covered = {region for flag in own for region in flag.regions}
        for level in ("primary", "spillover"):
            for at, region in enumerate(getattr(organ, level)):
                if draft.knows("regions", region) and region not in covered:
                    message = f"`{region}` shows none of the signs of this emergency"
                    hint = "add a sign to `red_flags` that counts there, widen one in red_flags.yaml, or take it out"
                    yield entry.problem(level, at, message=message, hint=hint)
