"""No promises, no false reassurance, no instructions, no dashes: the words this dataset does not use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bodymap.problems import Problem
from bodymap.read.draft import Draft
from bodymap.read.rules.texts import problems_in_texts

_PROMISE = "say what is known and how well, promise nothing"
_INSTRUCTION = "say what is there, never what to do to it"
_WORDS = {
    r"\bproven\b": _PROMISE,
    r"\bheals?\b": _PROMISE,
    r"\bpainless(ly)?\b": _PROMISE,
    r"\bsafe(ly)?\b": _PROMISE,
    r"\bresets?\b": _PROMISE,
    r"\bgame[- ]changer\b": _PROMISE,
    r"\breleases?\b": _INSTRUCTION,
    r"\btreats?\b": _INSTRUCTION,
    r"\binsert\b": _INSTRUCTION,
    r"\binject\b": _INSTRUCTION,
    r"\bpress here\b": _INSTRUCTION,
    r"\bneedle (yourself|it|here)\b": _INSTRUCTION,
    r"\byour pain (comes from|is caused by)\b": "say that some clinicians link pain here with it",
    r"\bno red flags\b": "absence of warning signs is not an all-clear",
    "[\N{EN DASH}\N{EM DASH}]": "use a comma, a full stop, or `to`",
}
BANNED = {re.compile(pattern, re.IGNORECASE): hint for pattern, hint in _WORDS.items()}


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every text with one of these words."""
    return problems_in_texts(draft.entries(), BANNED, "uses `{}`")
