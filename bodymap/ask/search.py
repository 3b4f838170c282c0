"""Finding regions, muscles, groups of muscles and conditions by the words people type.

Understands names, ids, synonyms and what people say; tolerant of case, punctuation, plurals, accents, small typos
and words written together or apart; reads "left" and "right" as a side. A word counts by how telling it is. It finds
what is written and infers nothing.

All arithmetic is in whole numbers, so that ``components/search_list/pure/rank.js`` gives the same order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz.distance import OSA

from bodymap.ask.search_index import KINDS, Entry, HitKind, Index, build_index, limbs_named
from bodymap.ask.search_words import FILLER, Words, apart, join, split_side, stem
from bodymap.data.dataset import Dataset
from bodymap.place import Side
from bodymap.words import chosen, speaking

__all__ = ["EXACT", "Hit", "HitKind", "find", "index_of", "split_side"]

EXACT = 1000  # the score of a name as it is written
_SAME_STEMS = 995  # the name in another form, "calf" for "calves"
_SAME_WORDS = 990  # its words in another order
_WRITTEN_ALIKE = 980  # the name with a letter or two wrong
_MOST = 970  # anything else
_MOST_WORDS = 16  # of a query; nobody needs more
_ALIKE, _BEGINNING, _LONGER = 80, 85, 60  # of 100 for the word itself
_SLIP = (0, 75, 60)  # by the number of typing errors
_NEAR_BEST = 55  # hits below this share of the best score, in hundredths, are left out
_NO_LIMB = 85
_NO_MUSCLE = 85  # for what is no muscle, when a muscle is asked for
_MUSCLE = stem("muscle")
_IN_FULL = 80  # more for a name that the query says in full
_OTHER_SIDE, _OTHER_LIMB, _ONE_WORD = 75, 50, 75  # what is left, in hundredths, of a score of the wrong side or limb,
# and of a condition for one word that is not its name
_LEAST = 250  # no hit has less

Meanings = dict[str, int]


@dataclass(frozen=True)
class Hit:
    """Something found: what it is, its id and name, the side the words gave, and the name or phrase that matched.

    ``score`` orders hits (``EXACT`` is the exact name). It says how alike the words are and nothing else.
    """

    kind: HitKind
    id: str
    name: str
    side: Side | None
    matched: str
    score: int


@dataclass(frozen=True)
class _Asked:
    """A query: its stems, what its known words may mean and how telling they are, the side and the limbs it names."""

    words: Words
    stems: Words
    meanings: tuple[Meanings, ...]
    weights: tuple[int, ...]
    side: Side | None
    limbs: frozenset[str]

    @cached_property
    def whole(self) -> int:
        """The weight of all known words."""
        return sum(self.weights)

    def share(self, sure: Sequence[int]) -> int:
        """How much of the query is said, in thousandths, for how sure each word is in hundredths."""
        return sum(weight * value for weight, value in zip(self.weights, sure, strict=True)) * 10 // self.whole


def index_of(dataset: Dataset) -> Index:
    """The index of a dataset with the names of the chosen language, built once."""
    return _index(dataset, chosen())


@lru_cache(maxsize=8)
def _index(dataset: Dataset, language: str) -> Index:
    with speaking(language):
        return build_index(dataset)


def find(dataset: Dataset, text: str) -> list[Hit]:
    """What ``text`` finds, best first; among equals in the order of ``KINDS``, then of the dataset.

    Nerve roots, nerves, joints and discs stand among the others where their name is typed, else after them.
    """
    index = index_of(dataset)
    hits = _found(index, text)
    if index.referred:
        rest = _found(index.referred, text, by_name=True)
        typed = [hit for hit in rest if hit.score > _MOST]
        hits = sorted((*hits, *typed), key=lambda hit: -hit.score)  # keeps the order of equals
        hits += [hit for hit in rest if hit.score <= _MOST]
    return hits


def _found(index: Index, text: str, by_name: bool = False) -> list[Hit]:
    """What an index alone finds; ``by_name`` only where it knows every word."""
    asked = _asked(index, text)
    if by_name and len(asked.meanings) < len(asked.words):
        return []
    scores = _scores(index, asked)
    best = max((score for score, _ in scores.values()), default=0)
    kept = [(at, *found) for at, found in scores.items() if found[0] >= _LEAST and found[0] * 100 >= best * _NEAR_BEST]
    kept.sort(key=lambda found: (-found[1], KINDS.index(index.entries[found[0]].kind), found[0]))
    return [_hit(index, at, asked.side, matched, score) for at, score, matched in kept]


def _hit(index: Index, at: int, side: Side | None, matched: int, score: int) -> Hit:
    entry = index.entries[at]
    sided = side if entry.kind == "region" and not entry.midline else None
    return Hit(entry.kind, entry.id, entry.name, sided, index.texts[matched].text, score)


def _asked(index: Index, text: str) -> _Asked:
    rest, side = split_side(text)
    words = _words(index, rest)
    found = (_meanings(index, word, last) for word, last in _with_last(words))
    meanings = tuple(meaning for meaning in found if meaning)
    weights = tuple(_weight(index, meaning) for meaning in meanings)
    return _Asked(tuple(words), tuple(map(stem, words)), meanings, weights, side, limbs_named(words))


def _words(index: Index, text: str) -> list[str]:
    words = [word for word in join(text.split(), index.known) if word not in FILLER]
    return [part for word in words[:_MOST_WORDS] for part in apart(word, index.known) if part not in FILLER]


def _with_last(words: list[str]) -> list[tuple[str, bool]]:
    """Each word with whether it is the last one, which may still be being typed; a lone letter is not."""
    return [(word, at == len(words) - 1 and len("".join(words)) > 1) for at, word in enumerate(words)]


def _meanings(index: Index, word: str, last: bool) -> Meanings:
    """The stems that a word may mean, each with how sure that is, in hundredths."""
    own = stem(word)
    found: Meanings = dict.fromkeys(index.alike.get(own, ()), _ALIKE)
    if own in index.where:
        found[own] = 100
    starts = _LONGER if found else _BEGINNING
    if last or (len(word) > 3 and not found):
        for longer in index.vocabulary:
            if longer != word and longer.startswith(word):
                found.setdefault(stem(longer), starts)
    return found or _slips(index, word)


def _slips(index: Index, word: str) -> Meanings:
    """The stems of words with one or two letters wrong, the nearest only."""
    near: dict[int, Meanings] = {}
    for other in index.vocabulary:
        shorter = min(len(word), len(other))
        if shorter < 4 or abs(len(word) - len(other)) > 2 or (shorter == 4 and word[0] != other[0]):
            continue
        allowed = 1 if shorter < 7 else 2
        slips = OSA.distance(word, other, score_cutoff=allowed)
        if slips <= allowed:
            near.setdefault(slips, {})[stem(other)] = _SLIP[slips]
    return near[min(near)] if near else {}


def _scores(index: Index, asked: _Asked) -> dict[int, tuple[int, int]]:
    """For each entry that has any of the words its score and the number of the text that matched best."""
    if not asked.whole:
        return {}
    texts = _texts(index, asked.meanings)
    bags: dict[int, list[int]] = {}
    best: dict[int, tuple[int, int]] = {}
    for number in sorted(texts):
        entry, sure = index.texts[number].entry, texts[number]
        bag = bags.setdefault(entry, [0] * len(sure))
        for at, value in enumerate(sure):
            bag[at] = max(bag[at], value)
        score = _of_text(index, number, asked, asked.share(sure))
        if entry not in best or score > best[entry][0]:
            best[entry] = score, number
    return {
        at: (_of_entry(index.entries[at], asked, score, asked.share(bags[at])), number)
        for at, (score, number) in best.items()
    }


def _weight(index: Index, found: Meanings) -> int:
    """How telling a word is: as its surest meaning."""
    surest = max(found.values())
    return max(index.weights[one] for one, sure in found.items() if sure == surest)


def _texts(index: Index, meanings: Sequence[Meanings]) -> dict[int, list[int]]:
    """For each text with any of the words how sure each word stands in it."""
    texts: dict[int, list[int]] = {}
    for at, found in enumerate(meanings):
        for one, sure in found.items():
            for number in index.where[one]:
                row = texts.setdefault(number, [0] * len(meanings))
                row[at] = max(row[at], sure)
    return texts


def _of_text(index: Index, number: int, asked: _Asked, said: int) -> int:
    """How alike a query and a text are: how much of the query the text says, and how much of the text was said."""
    text = index.texts[number]
    covered = sum(index.weights[one] * max(found.get(one, 0) for found in asked.meanings) for one in set(text.stems))
    if text.side and text.side != asked.side:
        cover = covered * 10 // index.totals[number]
        return (said * 65 + cover * 35) * _OTHER_SIDE // 10000
    if not text.is_name:
        return min(_MOST, (said * 70 + covered * 10 // index.totals[number] * 22) // 100)
    if asked.stems == text.stems:
        return EXACT if asked.words == text.words else _SAME_STEMS
    if sorted(asked.stems) == sorted(text.stems):
        return _SAME_WORDS
    if _written_alike("".join(asked.stems), "".join(text.stems)):
        return _WRITTEN_ALIKE
    in_full = _IN_FULL if covered == 100 * index.totals[number] else 0
    return min(_MOST, in_full + (said * 65 + covered * 10 // index.totals[number] * 35) // 100)


def _written_alike(query: str, name: str) -> bool:
    """Whether a whole query is a name but for a letter or two."""
    shorter = min(len(query), len(name))
    if shorter < 6 or abs(len(query) - len(name)) > 2 or query[0] != name[0]:
        return False
    allowed = 1 if shorter < 12 else 2
    return OSA.distance(query, name, score_cutoff=allowed) <= allowed


def _of_entry(entry: Entry, asked: _Asked, score: int, bag: int) -> int:
    """The score of an entry: its best text, and how much of the query all its texts say together."""
    if score > _MOST:
        return score
    mixed = (score * 60 + bag * 40) // 100
    one_word = len(asked.meanings) == 1
    if asked.limbs and entry.limb not in asked.limbs and (entry.limb or one_word):
        mixed = mixed * _OTHER_LIMB // 100
    elif asked.limbs and not entry.limb:
        mixed = mixed * _NO_LIMB // 100
    if entry.kind == "condition" and one_word:
        mixed = mixed * _ONE_WORD // 100
    if entry.kind in ("region", "condition") and _MUSCLE in asked.stems:
        mixed = mixed * _NO_MUSCLE // 100
    return mixed
