"""No text says where, how deep, at what angle or with what size a needle goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bodymap.problems import Problem
from bodymap.read.draft import Draft
from bodymap.read.rules.texts import problems_in_texts

_UNIT = r"(mm|cm|millimet(re|er)s?|centimet(re|er)s?|inch(es)?)"
_HINT = "give no depth, angle, size or distance; name the place in words"
_PATTERNS = (
    rf"(\d\s*-?\s*|\b){_UNIT}\b",
    r"\bneedl\w*\W+(\w+\W+){0,3}(size|length|gauge|depth|angle)s?\b",
    r"\b(size|length|gauge|depth|angle)s?\W+(\w+\W+){0,3}needl\w*",
    r"\b(depth|angle)s? (of|at) (about |around |up to )?\d",
    r"\bat an? (\d+|right)[- ](degrees?|angle)\b",
    r"\b\d+[- ]?gauge\b|\bgauge[- ]?\d+",
)
BANNED = {re.compile(pattern, re.IGNORECASE): _HINT for pattern in _PATTERNS}


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every text with a measure that could guide a needle."""
    return problems_in_texts(draft.entries(), BANNED, "says `{}`")
