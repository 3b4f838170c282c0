"""The way on belongs to a running injury; a comparison names known conditions, signs and regions."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.model import Condition
from bodymap.data.next_steps import Comparison
from bodymap.problems import Problem
from bodymap.read.draft import Draft, Entry


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every reference that leads nowhere, and at a sign that its condition does not have."""
    conditions = {entry.record.id: entry.record for entry in draft.conditions}
    for entry in draft.next_steps:
        name = entry.record.id
        if problem := draft.unknown(entry, "conditions", name, "id"):
            yield problem
        elif name in conditions and conditions[name].group != "running":
            message = f"`{name}` is no running injury"
            yield entry.problem("id", message=message, hint="steps back to running are for `group: running` alone")
    for comparison in draft.comparisons:
        for at, region in enumerate(comparison.record.regions):
            if problem := draft.unknown(comparison, "regions", region, "regions", at):
                yield problem
        yield from _rows(draft, comparison, conditions)


def _rows(draft: Draft, entry: Entry[Comparison], conditions: dict[str, Condition]) -> Iterator[Problem]:
    for at, row in enumerate(entry.record.rows):
        if problem := draft.unknown(entry, "conditions", row.condition, "rows", at, "condition"):
            yield problem
            continue
        signs = conditions[row.condition].red_flags if row.condition in conditions else ()
        if signs and row.red_flag not in signs and all(draft.knows("red_flags", sign) for sign in signs):
            message = f"`{row.red_flag}` is not among the signs of `{row.condition}`"
            hint = f"name one of them: {', '.join(signs)}"
            yield entry.problem("rows", at, "red_flag", message=message, hint=hint)
