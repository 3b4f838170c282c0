"""Words with which a warning sign stands above what a search finds, whatever it finds.

``components/search_list/pure/warnings.js`` does the same in the browser, with the table of this module.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bodymap.ask.search_words import plain
from bodymap.data.dataset import Dataset


@dataclass(frozen=True)
class Warned:
    """A warning sign, the line that stands for it, and the sets of words of which one must be there in whole."""

    flag: str
    line: str
    words: tuple[tuple[str, ...], ...]


def _words(*sets: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words.split()) for words in sets)


WARNED = (
    Warned(
        "heart_attack",
        "Chest pain, pressure, sweating or breathlessness: call your emergency number now.",
        _words(
            "chest", "jaw", "sweat", "sweats", "sweaty", "sweating", "breathless", "breathlessness", "breath",
            "breathe", "pressure",
        ),
    ),
    Warned(
        "stroke",
        "Face drooping, an arm gone weak or slurred speech: call your emergency number now.",
        _words("slurred", "slurring", "droop", "droops", "drooping", "drooped", "face dropped", "stroke"),
    ),
    Warned(
        "thunderclap_headache",
        "A sudden, very strong headache, the worst of your life: call your emergency number now.",
        _words("thunderclap", "worst headache", "sudden headache", "explosive headache"),
    ),
    Warned(
        "cauda_equina",
        "Numb around the genitals or back passage, or unable to pass urine: call your emergency number now.",
        _words(
            "numb between legs", "numb genitals", "numb saddle", "numb privates", "numb down below", "numb wee",
            "numb pee", "cant wee", "cant pee", "cannot wee", "cannot pee", "numb vagina", "numb penis",
        ),
    ),
)  # fmt: skip
_LONG_ENOUGH = 6  # letters of a word in which one may be wrong


def warned(dataset: Dataset, text: str) -> list[Warned]:
    """The warning signs that stand above what ``text`` finds."""
    words = plain(text).split()
    known = (warning for warning in WARNED if warning.flag in dataset.red_flags)
    return [one for one in known if any(all(_said(word, words) for word in together) for together in one.words)]


def _said(word: str, words: list[str]) -> bool:
    return word in words or (
        len(word) >= _LONG_ENOUGH
        and any(other[0] == word[0] and OSA.distance(word, other, score_cutoff=1) <= 1 for other in words)
    )


def as_rows(dataset: Dataset) -> list[dict[str, object]]:
    """The table for the page."""
    known = (warning for warning in WARNED if warning.flag in dataset.red_flags)
    return [{"flag": one.flag, "line": one.line, "words": one.words} for one in known]
