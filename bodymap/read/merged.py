"""The marks that a merge leaves in a file until somebody decides."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"^[ \t]*(<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|\Z)", re.MULTILINE)


class Conflict(NamedTuple):
    """The line of the first mark, what it is, and what to do."""

    line: int
    message: str
    hint: str


def conflict(text: str) -> Conflict | None:
    """The first mark of an unfinished merge at the beginning of a line, or None."""
    found = _MARK.search(text) if any(mark * 7 in text for mark in "<=>|") else None  # the pattern alone is slow
    if found is None:
        return None
    return Conflict(
        text.count("\n", 0, found.start()) + 1,
        f"holds `{found[1]}`, the mark of an unfinished merge",
        "keep one side of the merge, and take the lines with marks out",
    )
