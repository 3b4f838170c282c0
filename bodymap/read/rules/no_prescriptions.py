"""The way on is told in general words: no amounts of exercise, no medicines, no doses, and not too many words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_origin

from bodymap.data.next_steps import NextSteps
from bodymap.problems import Problem
from bodymap.read.draft import Draft
from bodymap.read.rules.texts import problems_in_texts

MOST_WORDS = 30  # of a statement
MOST_CELL_WORDS = 12  # of a cell of a comparison
_AMOUNT = "say it in general words: no sets, repetitions, weights or times of exercise"
_MEDICINE = "name no medicine and no dose"
_WORDS = {
    r"\b\d+ ?(x|times) (a|per) (day|week)\b": _AMOUNT,
    r"\b((\d+|two|three|four|five|ten) (sets?|reps?|repetitions)|sets of)\b": _AMOUNT,
    r"\b\d+ ?(kg|kilos?|kilograms?|pounds)\b": _AMOUNT,
    r"\b\d+ ?(mg|milligrams?|ml)\b": _MEDICINE,
    r"\b(ibuprofen|naproxen|diclofenac|paracetamol|acetaminophen|aspirin|NSAIDs?)\b": _MEDICINE,
    r"\b(pregabalin|gabapentin|amitriptyline|duloxetine|tramadol|codeine|opioids?)\b": _MEDICINE,
}
BANNED = {re.compile(pattern, re.IGNORECASE): hint for pattern, hint in _WORDS.items()}
_PARTS = [name for name, field in NextSteps.model_fields.items() if get_origin(field.annotation) is tuple]


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every statement with such words or too many words."""
    yield from problems_in_texts(draft.next_steps, BANNED, "says `{}`")
    for entry in draft.next_steps:
        for part in _PARTS:
            for at, statement in enumerate(getattr(entry.record, part)):
                if (words := len(statement.text.split())) > MOST_WORDS:
                    message = f"has {words} words, more than {MOST_WORDS}"
                    yield entry.problem(part, at, "text", message=message, hint="say it in fewer, or in two statements")
    for comparison in draft.comparisons:
        for at, row in enumerate(comparison.record.rows):
            for name in ("where", "when", "eases"):
                if (words := len(getattr(row, name).split())) > MOST_CELL_WORDS:
                    message = f"has {words} words, more than {MOST_CELL_WORDS}"
                    yield comparison.problem("rows", at, name, message=message, hint="say it in fewer words")
