"""A name or synonym leads to one muscle or one group of muscles; no two regions or conditions share a name.

Regions may share synonyms: "hamstring" is three regions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bodymap.problems import Problem
from bodymap.read.draft import Draft, Entry

Named = tuple[Entry[Any], tuple[str | int, ...], str]


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every second use of a name."""
    yield from _repeats((entry, ("name",), entry.record.name) for entry in draft.regions)
    yield from _repeats((entry, ("name",), entry.record.name) for entry in draft.conditions)
    yield from _repeats(_with_synonyms(draft.muscles))
    yield from _repeats(_with_synonyms(draft.muscle_groups))


def _with_synonyms(entries: Iterable[Entry[Any]]) -> Iterator[Named]:
    for entry in entries:
        yield entry, ("name",), entry.record.name
        for at, synonym in enumerate(entry.record.synonyms):
            yield entry, ("synonyms", at), synonym


def _repeats(names: Iterator[Named]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for entry, steps, name in names:
        key = " ".join(name.casefold().split())
        if key in first:
            message = f"the name `{name}` is already used by `{first[key]}`"
            yield entry.problem(*steps, message=message, hint="use a name that leads to one record only")
        first.setdefault(key, entry.record.id)
