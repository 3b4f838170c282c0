"""The brief form of a warning sign is one short line of what a person notices, without the name of an illness."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bodymap.problems import Problem
from bodymap.read.draft import Draft

MOST_WORDS = 12
MOST_IN_A_NAME = 4
_DIAGNOSIS = re.compile(
    r"\b(infarct|embol|thromb|fracture|dissect|aneurysm|isch(a)?em|syndrome|sep(sis|tic)|arthritis|mening|stroke|clot|"
    r"tumour|ruptur|torsion|hernia|myelopath|rhabdo|necrosis|glaucoma|angina|appendi[cx]|shingles)\w*",
    re.IGNORECASE,
)


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every brief form or name that is too long, and at every bracket or diagnosis in a brief form."""
    for entry in draft.red_flags:
        brief, short = entry.record.brief, entry.record.short
        if (words := len(brief.split())) > MOST_WORDS:
            hint = "say the most telling part; the rest stands in `sign`"
            yield entry.problem("brief", message=f"has {words} words, {MOST_WORDS} at most", hint=hint)
        if (words := len(short.split())) > MOST_IN_A_NAME:
            hint = "it stands in a list of names"
            yield entry.problem("short", message=f"has {words} words, {MOST_IN_A_NAME} at most", hint=hint)
        if found := _DIAGNOSIS.search(brief) or re.search(r"[()]", brief):
            hint = "say what a person notices; the illness stands in `think_of`"
            yield entry.problem("brief", message=f"says `{found[0]}`", hint=hint)
