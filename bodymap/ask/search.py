"""Finding regions, muscles and conditions by the words people type.

Understands plain and anatomical names, ids and synonyms; tolerant of case, punctuation, plurals, accents,
small typos and words written together or apart; reads "left" and "right" as a side. It finds names and
infers nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import OSA

from bodymap.data.dataset import Dataset
from bodymap.place import SIDES, Side

HitKind = Literal["region", "muscle", "condition"]
Words = tuple[str, ...]

_FILLER = frozenset(
    re.findall(
        r"\w+",
        """a an and are ache aches aching feel feels from got have having hurt hurts hurting i in is my near
        of on or pain pains painful sore soreness that the there to with""",
    )
)
_IRREGULAR = {"feet": "foot", "teeth": "tooth", "calves": "calf", "halves": "half", "metatarsi": "metatarsal"}
_GOOD_ENOUGH = 0.62
_MOST_WORDS = 8  # of a query; nobody needs more to name a place
_NEAR_BEST = 0.8  # hits below this share of the best score are left out


@dataclass(frozen=True)
class Hit:
    """Something found: what it is, its id and name, the side the words gave, and the name that matched.

    ``score`` orders hits (1 is the exact name). It says how alike the words are and nothing else.
    """

    kind: HitKind
    id: str
    name: str
    side: Side | None
    matched: str
    score: float


def find(dataset: Dataset, text: str) -> list[Hit]:
    """Regions, muscles and conditions whose names resemble ``text``, best first, then in dataset order."""
    return _find(_named(dataset), dataset, text)


def split_side(text: str) -> tuple[str, Side | None]:
    """The text without "left" or "right", and that side; None if neither or both are there."""
    words = _plain(text).split()
    named = [side for side in SIDES if side in words]
    return " ".join(word for word in words if word not in SIDES), named[0] if len(named) == 1 else None


def _named(dataset: Dataset) -> Iterator[tuple[HitKind, str, str, Words]]:
    """Everything that can be found: kind, id, name for people, and all names it answers to."""
    for region in dataset.regions.values():
        yield "region", region.id, region.name, (region.name, region.anatomical_name, region.id, *region.synonyms)
    for muscle in dataset.muscles.values():
        yield "muscle", muscle.id, muscle.name, (muscle.name, muscle.latin, muscle.id, *muscle.synonyms)
    for condition in dataset.conditions.values():
        names = (condition.name, condition.plain_name, condition.id, *condition.synonyms)
        yield "condition", condition.id, condition.name, names


def _find(named: Iterable[tuple[HitKind, str, str, Words]], dataset: Dataset, text: str) -> list[Hit]:
    rest, side = split_side(text)
    query = _words(rest)[:_MOST_WORDS]
    if not query:
        return []
    hits = []
    for kind, id_, name, names in named:
        score, matched = max(((_score(query, _words(n)), n) for n in names), key=lambda found: found[0])
        if score >= _GOOD_ENOUGH:
            sided = side if kind == "region" and not dataset.regions[id_].midline else None
            hits.append(Hit(kind, id_, name, sided, matched, round(score, 3)))
    best = max((hit.score for hit in hits), default=0.0)
    return sorted((hit for hit in hits if hit.score >= best * _NEAR_BEST), key=lambda hit: -hit.score)


def _score(query: Words, name: Words) -> float:
    """How alike two lists of words are, 0 to 1; what the query says counts more than what it leaves out."""
    if query == name:
        return 1.0
    if not name:
        return 0.0
    found = [max((_alike(word, other), other) for other in name) for word in query]
    said = sum(score for score, _ in found) / len(query)
    used = {other for score, other in found if score}
    score = 0.75 * said + 0.22 * len(used) / len(set(name))
    return max(score, _joined(query, name))


def _joined(query: Words, name: Words) -> float:
    """Likeness when words are written together or apart: "knee cap" and "kneecap"."""
    one, other = "".join(query), "".join(name)
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 3:
        return 0.0
    return 0.98 * float(OSA.normalized_similarity(one, other, score_cutoff=0.8))


def _alike(word: str, other: str) -> float:
    """1 for the same word, less for its beginning or a small typo, 0 for another word."""
    if word == other:
        return 1.0
    if len(word) >= 3 and other.startswith(word):
        return 0.9
    shorter = min(len(word), len(other))
    if shorter < 4 or (shorter == 4 and word[0] != other[0]):
        return 0.0
    slips = OSA.distance(word, other, score_cutoff=2)
    allowed = 1 if shorter < 8 else 2
    return 0.85 - 0.15 * slips if slips <= allowed else 0.0


def _words(text: str) -> Words:
    """The words that count, in the singular."""
    return tuple(_singular(word) for word in _plain(text).split() if word not in _FILLER)


def _plain(text: str) -> str:
    """Small letters without accents, apostrophes and punctuation."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", re.sub(r"['\u2019]", "", kept)).split())


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-3] + "y" if word.endswith("ies") and len(word) > 5 else word[:-1]
    return word
