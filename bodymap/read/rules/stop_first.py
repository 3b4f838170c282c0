"""Where running must stop until somebody has looked, no advice on load is given; and such conditions are known as such.

These are bone stress injuries, vessels, compartments, ruptures and conditions of children. A record that does not say
so of itself is recognised by its name or its ICD-10 code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from bodymap.data.model import Condition, StopFirst
from bodymap.data.next_steps import LOAD_ADVICE
from bodymap.problems import Problem
from bodymap.read.draft import Draft

_NAMES: tuple[tuple[StopFirst, re.Pattern[str]], ...] = (
    ("bone_stress", re.compile(r"\bbone stress\b|\bstress fracture", re.IGNORECASE)),
    ("vessel", re.compile(r"\barter|\bvein\b|\bthromb|\bischaem", re.IGNORECASE)),
    ("compartment", re.compile(r"\bcompartment\b", re.IGNORECASE)),
    ("rupture", re.compile(r"\brupture\b|\bcomplete tear\b", re.IGNORECASE)),
    ("child", re.compile(r"\bgrowth plate\b|\bapophys|\bepiphys|\bchild", re.IGNORECASE)),
)
_CODES: tuple[tuple[StopFirst, str], ...] = (
    ("bone_stress", "M84.3"), ("vessel", "I"), ("compartment", "T79"), ("compartment", "M79.A"), ("rupture", "S86.0"),
    ("child", "M91"), ("child", "M92"), ("child", "M93"),
)  # fmt: skip


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at advice on load where it is refused, and at a running injury that should refuse it and does not."""
    stopped = {entry.record.id: entry.record.stop_first for entry in draft.conditions if entry.record.stop_first}
    for entry in draft.next_steps:
        parts = [part for part in LOAD_ADVICE if getattr(entry.record, part)]
        if parts and (why := stopped.get(entry.record.id)):
            hint = f"they stop and are seen: take out {', '.join(f'`{part}`' for part in parts)}"
            yield entry.problem(parts[0], message=f"advice on load for a condition with `stop_first: {why}`", hint=hint)
    for condition in draft.conditions:
        looks = looks_like(condition.record)
        if looks and condition.record.group == "running" and not condition.record.stop_first:
            message = f"looks like a condition in which running must stop first ({looks})"
            yield condition.problem("stop_first", message=message, hint=f"write `stop_first: {looks}`")


def looks_like(condition: Condition) -> StopFirst | None:
    """What a condition seems to be by its codes and its names."""
    by_code = (kind for kind, start in _CODES if any(code.startswith(start) for code in condition.icd10))
    said = " ; ".join((condition.name, condition.plain_name))
    by_name = (kind for kind, names in _NAMES if names.search(said))
    return next(chain(by_code, by_name), None)
