"""Lists of muscles, for the rules about them. Not a rule itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bodymap.data.groups import NamedGroup
from bodymap.data.model import DangerZone
from bodymap.problems import Problem
from bodymap.read.draft import Draft, Entry


def problems_in_muscles(draft: Draft, entries: Iterable[Entry[DangerZone] | Entry[NamedGroup]]) -> Iterator[Problem]:
    """A problem at every muscle in the lists of ``entries`` that does not exist or is named twice."""
    for entry in entries:
        muscles = entry.record.muscles
        for at, muscle in enumerate(muscles):
            if problem := draft.unknown(entry, "muscles", muscle, "muscles", at):
                yield problem
            elif muscle in muscles[:at]:
                yield entry.problem("muscles", at, message=f"`{muscle}` is named twice", hint="keep it once")
