"""What records about dry needling point to exists, and a verdict that rests on studies cites them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bodymap.problems import Problem
from bodymap.read.draft import Draft, Entry

_NAMED = ("guideline", "review")  # who may take a stance beside the source documents
_NEEDS_NO_STUDY = ("unsupported", "definition", "marketing")


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every reference that leads nowhere, and at every verdict without what it rests on."""
    for study in draft.evidence:
        yield from _unknown_conditions(draft, study, study.record.conditions)
    for claim in draft.claims:
        yield from _unknown_conditions(draft, claim, claim.record.conditions)
        for at, document in enumerate(claim.record.documents):
            yield from _unknown(draft, "sources", document, claim, ("documents", at))
        if not claim.record.sources and claim.record.verdict not in _NEEDS_NO_STUDY:
            message = f"the verdict `{claim.record.verdict}` cites no source"
            yield claim.problem(message=message, hint="add `sources:`, or give the verdict unsupported")
    for item in draft.contraindications:
        for at, stance in enumerate(item.record.stances):
            if stance.who not in _NAMED:
                yield from _unknown(draft, "sources", stance.who, item, ("stances", at, "who"))


def _unknown_conditions(draft: Draft, entry: Entry[Any], conditions: tuple[str, ...]) -> Iterator[Problem]:
    for at, condition in enumerate(conditions):
        yield from _unknown(draft, "conditions", condition, entry, ("conditions", at))


def _unknown(draft: Draft, kind: str, name: str, entry: Entry[Any], steps: tuple[str | int, ...]) -> Iterator[Problem]:
    if not draft.knows(kind, name):
        said = f"`{name}` is not one of the {kind}"
        yield entry.problem(*steps, message=said, hint=draft.suggest(kind, name))
