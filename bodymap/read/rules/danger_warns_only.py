"""A danger zone says in one sentence what lies near: it instructs nobody and calls no muscle harmless."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bodymap.problems import Problem
from bodymap.read.draft import Draft

_INSTRUCTION = "say what lies near, never what to do about it"
_ALL_CLEAR = "no muscle is without danger: say what lies near"
_WORDS = {
    r"\bneedl\w*": _INSTRUCTION,
    r"\b(avoid|aim|direct|angle|pinch|lift|press|palpate|stretch|massage|do not|don't|never|always|must|should)\b": (
        _INSTRUCTION
    ),
    r"\b(harmless|risk[- ]free|without (any )?(risk|danger)|(no|little) (risk|danger))\b": _ALL_CLEAR,
}
_BANNED = {re.compile(pattern, re.IGNORECASE): hint for pattern, hint in _WORDS.items()}
_ONE_SENTENCE = re.compile(r"[A-Z][^.!?]*\.")


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every word that instructs or reassures, and at every ``why`` that is not one sentence."""
    for entry in draft.danger_zones:
        zone = entry.record
        for field, text in (("structure", zone.structure), ("why", zone.why)):
            for pattern, hint in _BANNED.items():
                if found := pattern.search(text):
                    yield entry.problem(field, message=f"says `{found[0]}`", hint=hint)
        if not _ONE_SENTENCE.fullmatch(zone.why):
            yield entry.problem("why", message="is not one sentence", hint="begin with a capital, end with a full stop")
