"""A condition involves known nerve roots, nerves, joints or discs, each once."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.patterns import INVOLVED
from bodymap.problems import Problem, did_you_mean
from bodymap.read.draft import Draft

_LISTS = "`python -m bodymap list {}` prints the ids that exist, and so do `nerves`, `joints` and `discs`"


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at everything that a condition involves that does not exist or is named twice."""
    for entry in draft.conditions:
        involves = entry.record.involves
        for at, name in enumerate(involves):
            if not any(draft.knows(kind, name) for kind in INVOLVED):
                said = f"`{name}` is not one of the nerve roots, nerves, joints or discs"
                yield entry.problem("involves", at, message=said, hint=_hint(draft, name))
            elif name in involves[:at]:
                yield entry.problem("involves", at, message=f"`{name}` is named twice", hint="keep it once")


def _hint(draft: Draft, name: str) -> str:
    """The id that was meant, if one is near; else how to see the ids."""
    known = [id_ for kind in INVOLVED for id_ in draft.known[kind] or ()]
    return did_you_mean(name, known) or _LISTS.format(INVOLVED[0])
