"""Letters that the font of the report lacks are replaced by a sign that is seen, never dropped."""

from __future__ import annotations

import unicodedata
from typing import Any

from bodymap.letters import FONTS, letters, named

__all__ = ["FONTS", "LOST", "letters", "named", "printable"]
LOST = "\N{BLACK SQUARE}"


def printable(value: Any, lost: dict[str, None]) -> Any:
    """The texts in lists and dicts with letters that the font lacks replaced; those are put into ``lost``."""
    if isinstance(value, str):
        return "".join(_letter(letter, lost) for letter in unicodedata.normalize("NFC", value))
    if isinstance(value, dict):
        return {key: printable(item, lost) for key, item in value.items()}
    return [printable(item, lost) for item in value] if isinstance(value, list | tuple) else value


def _letter(letter: str, lost: dict[str, None]) -> str:
    if letter.isspace():
        return " "
    if ord(letter) in letters():
        return letter
    lost[letter] = None
    return LOST
