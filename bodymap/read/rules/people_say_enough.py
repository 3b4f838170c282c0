"""A condition has enough phrases to be found by; no record has one twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bodymap.problems import Problem
from bodymap.read.draft import Draft, Entry

LEAST = 8


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every condition with too few phrases, and at every phrase that its record already has."""
    for entry in draft.conditions:
        if (said := len(entry.record.people_say)) < LEAST:
            message = f"has {said} phrases that people say, fewer than {LEAST}"
            yield entry.problem("people_say", message=message, hint="write how people describe it when they search")
        yield from _repeats(entry, entry.record.people_say)
    for region in draft.regions:
        yield from _repeats(region, region.record.people_say)


def _repeats(entry: Entry[Any], phrases: Sequence[str]) -> Iterator[Problem]:
    plain = [" ".join(phrase.casefold().split()) for phrase in phrases]
    for at, phrase in enumerate(phrases):
        if plain[at] in plain[:at]:
            message = f"the phrase `{phrase}` stands there twice"
            yield entry.problem("people_say", at, message=message, hint="keep it once")
