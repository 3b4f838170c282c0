"""Which of many names somebody may have meant who wrote one that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

_CLOSE = 75  # of 100; a letter or two wrong
_LONGEST = 80  # letters that are compared
_SHORTEST = 4  # letters of a word that is compared alone
_BETWEEN = re.compile(r"[\W_]+")


def near(said: str, names: Mapping[str, Iterable[str]], most: int = 3) -> list[str]:
    """Up to ``most`` ids whose id or one of whose names is close to what was said, the closest first.

    Where none is close as a whole: one that holds the other as words (``jaw`` for ``upper_jaw``), else a close word.
    """
    asked = _spoken(said[:_LONGEST])
    if not asked:
        return []
    spoken = {id_: [*filter(None, map(_spoken, (id_, *others)))] for id_, others in names.items()}
    for close in (_alike, _holding, _alike_in_a_word):
        scores = {id_: max(close(asked, name) for name in own) for id_, own in spoken.items() if own}
        if found := sorted(filter(scores.__getitem__, scores), key=lambda id_: -scores[id_]):
            return found[:most]
    return []


def _alike(asked: str, name: str) -> float:
    return float(fuzz.ratio(asked, name, score_cutoff=_CLOSE))


def _holding(asked: str, name: str) -> float:
    return float(f" {asked} " in f" {name} " or f" {name} " in f" {asked} ")


def _alike_in_a_word(asked: str, name: str) -> float:
    words = [[word for word in text.split() if len(word) >= _SHORTEST] for text in (asked, name)]
    return max((_alike(one, other) for one in words[0] for other in words[1]), default=0.0)


def _spoken(text: str) -> str:
    return _BETWEEN.sub(" ", text).strip().casefold()
