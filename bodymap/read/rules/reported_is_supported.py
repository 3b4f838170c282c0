"""How commonly a muscle is reported rests on studies that counted it, or on a guide with the place where it says so."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.model import Muscle
from bodymap.problems import Problem
from bodymap.read.draft import Draft, Entry


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every source of ``reported`` that does not carry it; waits while a study cannot be read."""
    if not draft.read_whole("prevalence"):
        return
    counted = _counted(draft)
    for entry in draft.muscles:
        if entry.record.reported is not None:
            yield from _unsupported(entry, counted)


def _counted(draft: Draft) -> frozenset[tuple[str, str]]:
    """Each source that counted a muscle, with that muscle; counts that are mere context do not count."""
    return frozenset(
        (ref.key, muscle)
        for entry in draft.prevalence
        for ref in entry.record.sources
        for muscle in (
            *entry.record.most_often,
            *(row.muscle for row in entry.record.rows if row.use != "context"),
        )
    )


def _unsupported(entry: Entry[Muscle], counted: frozenset[tuple[str, str]]) -> Iterator[Problem]:
    muscle = entry.record
    assert muscle.reported is not None
    for at, ref in enumerate(muscle.reported.sources):
        steps = ("reported", "sources", at)
        if muscle.reported.basis == "studies" and (ref.key, muscle.id) not in counted:
            message = f"`{ref.key}` counts `{muscle.id}` nowhere in prevalence.yaml"
            yield entry.problem(*steps, message=message, hint="add the count there, or give the basis expert_order")
        if muscle.reported.basis == "expert_order" and ref.locator is None:
            message = f"`{ref.key}` is cited without the place of its guide"
            yield entry.problem(*steps, message=message, hint="add `locator:`, for example the chapter of the guide")
