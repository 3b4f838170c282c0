"""What is wrong with the data, said so that a contributor can mend it: where, what, and what to do next."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong with a data file. ``line`` counts from 1; ``path`` names records by id where it can."""

    file: str
    line: int
    path: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " + (f"{self.path}: " if self.path else "")
        return on_one_line(where + self.message + (f" ({self.hint})" if self.hint else ""))


class Unfit(ValueError):
    """A value that a model refuses, with what is wrong and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        self.message, self.hint = message, hint
        super().__init__(message)


class DataProblems(Exception):
    """The data cannot be used. Carries every problem found, in file and line order, as ``problems``."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def on_one_line(text: str) -> str:
    """A text with what does not print written out, so that what it quotes neither breaks nor hides it."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)


def did_you_mean(word: object, choices: Iterable[str]) -> str:
    """``"did you mean `soleus`?"`` for the closest of ``choices``, or an empty string when none is close.

    Where none is close as a whole, up to three that hold the word: ``jaw`` for ``upper_jaw``.
    """
    asked, every = str(word).casefold(), list(choices)
    close = process.extractOne(asked, every, scorer=fuzz.ratio, score_cutoff=60)
    near = [close[0]] if close else [choice for choice in every if asked in choice.split("_")][:3]
    return f"did you mean {' or '.join(f'`{choice}`' for choice in near)}?" if near else ""


def shown(path: Path) -> str:
    """A path as problems print it: from the working folder when it lies in there."""
    absolute = Path(os.path.realpath(path))  # a link that leads to itself stays one
    return str(absolute.relative_to(Path.cwd())) if absolute.is_relative_to(Path.cwd()) else str(path)
