"""Which letters a text may hold: those that are seen, mean what they look like, and can be printed in the report."""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from font_source_sans_pro import font_files_ttf

FONTS = tuple(Path(font_files_ttf[name]) for name in ("SourceSansPro", "SourceSansProSemibold"))
_WIDE = 12  # the format of the table that holds letters of every plane

_PLAIN = re.compile(r"(?! )[ -~]*[!-~]")  # nearly every text
_MERGE = re.compile(r"<{7}|={7}|>{7}|\|{7}")
_QUOTES = re.compile("[\u201c-\u201f\u2018\u201a\u201b\u00ab\u00bb\u2039\u203a]|^\u2019|\u2019$")
_GARBLED = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac|\ufffd")  # UTF-8 that was read as something else
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


class Oddity(NamedTuple):
    """What is wrong with the letters of a text, and what to do."""

    message: str
    hint: str


def oddity(text: str, quotes: bool = False) -> Oddity | None:
    """The first thing wrong with the letters of a text, or None. ``quotes`` allows typographic quotes inside it."""
    if _PLAIN.fullmatch(text):
        found = _MERGE.search(text)
        return Oddity(f"holds `{found[0]}`, the mark of an unfinished merge", _ONE_SIDE) if found else None
    if text != text.strip():
        return Oddity("begins or ends with a blank", "take the blank away, also a line break at the end")
    if "\n" in text or "\r" in text:
        return Oddity("has a line break inside", "write it on one line, or fold it with `>-`")
    for letter in text:
        if unicodedata.category(letter) in _UNSEEN or (letter.isspace() and letter != " "):
            return Oddity(f"holds {named(letter)}, which is not seen", "delete it, or type the text anew")
    if found := _MERGE.search(text):
        return Oddity(f"holds `{found[0]}`, the mark of an unfinished merge", _ONE_SIDE)
    if found := _GARBLED.search(text):
        return Oddity(f"holds `{found[0]}`, a letter that was saved in another encoding", "type the letter anew")
    found = _QUOTES.search(text)
    if found and (not quotes or found.start() == 0 or text.count("\u201c") != text.count("\u201d")):
        return Oddity(f"holds the quote {named(found[0])}", "write straight quotes (\" or '), or leave them out")
    return _unprintable(text)


_ONE_SIDE = "keep one side of the merge"


def _unprintable(text: str) -> Oddity | None:
    if not unicodedata.is_normalized("NFC", text):
        return Oddity("has a letter in two pieces, its accent apart", "type the letter with its accent anew")
    lost = next((letter for letter in text if letter != " " and ord(letter) not in letters()), None)
    if lost is None:
        return None
    return Oddity(f"holds {named(lost)}, which the report cannot print", "write it in Latin, Greek or Cyrillic letters")


def named(letter: str) -> str:
    """A letter in words: ``U+65E5 CJK unified ideograph-65e5``."""
    return f"U+{ord(letter):04X} {unicodedata.name(letter, 'without a name').capitalize()}"


@cache
def letters() -> frozenset[int]:
    """The letters that every weight of the report's font has."""
    return frozenset.intersection(*(frozenset(_covered(path.read_bytes())) for path in FONTS))


def _covered(font: bytes) -> Iterator[int]:
    """The letters in the table ``cmap`` of a TrueType font, from its subtable of format 12."""
    start = next(at for tag, at in _tables(font) if tag == b"cmap")
    for number in range(struct.unpack_from(">H", font, start + 2)[0]):
        at = start + struct.unpack_from(">4xL", font, start + 4 + 8 * number)[0]
        if struct.unpack_from(">H", font, at)[0] == _WIDE:
            for group in range(struct.unpack_from(">L", font, at + 12)[0]):
                first, last, _ = struct.unpack_from(">LLL", font, at + 16 + 12 * group)
                yield from range(first, last + 1)
            return


def _tables(font: bytes) -> Iterator[tuple[bytes, int]]:
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, at, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * number)
        yield tag, at
