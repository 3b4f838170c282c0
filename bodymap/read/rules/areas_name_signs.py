"""The signs that an area shows first are known, count in all of its regions, and begin with the emergencies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bodymap.data.signs import RedFlag, SignArea, Time
from bodymap.problems import Problem
from bodymap.read.draft import Draft, Entry


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every sign of an area that is unknown, named twice, out of place or out of order."""
    flags = {entry.record.id: entry.record for entry in draft.red_flags}
    for entry in draft.sign_areas:
        first = entry.record.first
        for at, flag in enumerate(first):
            if problem := draft.unknown(entry, "red_flags", flag, "first", at):
                yield problem
            elif flag in first[:at]:
                yield entry.problem("first", at, message=f"`{flag}` is named twice", hint="name it once")
            elif flag in flags:
                yield from _out_of_place(draft, entry, at, flags[flag])
        for at, (before, after) in enumerate(pairwise(flags.get(flag) for flag in first), 1):
            if before and after and before.time is not Time.NOW and after.time is Time.NOW:
                message = f"`{after.id}` is an emergency and stands after `{before.id}`"
                yield entry.problem("first", at, message=message, hint="emergencies stand before others")


def _out_of_place(draft: Draft, entry: Entry[SignArea], at: int, flag: RedFlag) -> Iterator[Problem]:
    elsewhere = [region for region in entry.record.regions if region not in flag.regions]
    known = [region for region in elsewhere if draft.knows("regions", region)]
    if known and flag.regions and not flag.anywhere:
        hint = "add the region to the sign if that is right, else give it an area of its own"
        yield entry.problem("first", at, message=f"`{flag.id}` does not belong to `{known[0]}`", hint=hint)
