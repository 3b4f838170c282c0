"""What a nerve root, a nerve, a joint, a disc or an organ points to exists, and a place stands in it once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bodymap.data.referral import Nerve, NerveRoot, Organ
from bodymap.problems import Problem
from bodymap.read.draft import Draft, Entry

KINDS = ("nerve_roots", "nerves", "joints", "discs", "organs")


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every name that leads nowhere and at every region that is named twice."""
    for kind in KINDS:
        for entry in draft.written[kind]:
            record = entry.record
            yield from _regions(draft, entry, (), record)
            if isinstance(record, NerveRoot) and record.pain:
                yield from _regions(draft, entry, ("pain",), record.pain)
            if isinstance(record, Nerve):
                yield from _unknown(draft, entry, "muscles", ("muscles",), record.muscles)
            if isinstance(record, Organ):
                yield from _unknown(draft, entry, "red_flags", ("red_flags",), record.red_flags)


def _regions(draft: Draft, entry: Entry[Any], steps: tuple[str, ...], where: Any) -> Iterator[Problem]:
    yield from _unknown(draft, entry, "regions", (*steps, "primary"), where.primary)
    yield from _unknown(draft, entry, "regions", (*steps, "spillover"), where.spillover)
    seen: set[str] = set()
    for level in ("primary", "spillover"):
        for at, region in enumerate(getattr(where, level)):
            if region in seen:
                yield entry.problem(*steps, level, at, message=f"`{region}` stands there twice", hint="keep it once")
            seen.add(region)


def _unknown(
    draft: Draft, entry: Entry[Any], kind: str, steps: tuple[str, ...], names: Sequence[str]
) -> Iterator[Problem]:
    for at, name in enumerate(names):
        if not draft.knows(kind, name):
            said = f"`{name}` is not one of the {kind}"
            yield entry.problem(*steps, at, message=said, hint=draft.suggest(kind, name))
