"""How a marked place feels, as the person says it: optional in every part, and never more than what was said.

Nothing is concluded from it. It is spelled as short text for the address of a page (``spell``, ``read_felt``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar, get_args
from urllib.parse import quote, unquote

from bodymap.place import Place

Quality = Literal["ache", "burning", "stabbing", "throbbing", "tingling", "cramp"]
Moment = Literal["rest", "night", "first_steps", "start", "builds_up", "after", "next_day"]
Since = Literal["days", "weeks", "months", "years"]
QUALITIES: tuple[Quality, ...] = get_args(Quality)
MOMENTS: tuple[Moment, ...] = get_args(Moment)
SINCE: tuple[Since, ...] = get_args(Since)
STRONGEST = 10
MOST_LETTERS = 140  # of own words
Word = TypeVar("Word", bound=str)


@dataclass(frozen=True)
class Felt:
    """What a person said about one mark; ``strength`` is 0 to 10, ``worst`` marks the worst place of all."""

    quality: Quality | None = None
    strength: int | None = None
    when: tuple[Moment, ...] = ()
    since: Since | None = None
    worst: bool = False
    words: str = ""

    def __bool__(self) -> bool:
        return self != Felt()


def spell(felt: Mapping[Place, Felt]) -> str:
    """``knee_front.right~ache~6~night+rest~weeks~worst~own%20words``, commas between marks; no empty ends."""
    return ",".join(f"{place}~{_spell(said)}".rstrip("~") for place, said in felt.items() if said)


def _spell(said: Felt) -> str:
    strength = "" if said.strength is None else str(said.strength)
    worst = "worst" if said.worst else ""
    return "~".join((said.quality or "", strength, "+".join(said.when), said.since or "", worst, _quoted(said.words)))


def _quoted(words: str) -> str:
    return quote(words, safe="").replace("~", "%7E")


def read_felt(text: str, known: Mapping[str, Place]) -> dict[Place, Felt]:
    """What ``spell`` wrote; places and words that are not known are left out, and what is too long or too strong."""
    read = (_read(part, known) for part in text.split(","))
    return dict(pair for pair in read if pair and pair[1])


def unknown_in(text: str, known: Mapping[str, Place]) -> list[str]:
    """The places and words of such a text that ``read_felt`` leaves out, each once, as they were written."""
    strange: dict[str, None] = {}
    for part in filter(None, text.split(",")):
        name, *rest = part.split("~")
        quality, strength, when, since = [*rest, *[""] * 4][:4]
        said = {name: name in known, quality: quality in QUALITIES, strength: _strength(strength) is not None}
        said |= {moment: moment in MOMENTS for moment in when.replace(" ", "+").split("+")}
        said |= {since: since in SINCE}
        strange |= dict.fromkeys(word for word, is_known in said.items() if word and not is_known)
    return list(strange)


def _read(part: str, known: Mapping[str, Place]) -> tuple[Place, Felt] | None:
    name, *rest = part.split("~")
    if name not in known:
        return None
    quality, strength, when, since, worst, words = [*rest, *[""] * 6][:6]
    return known[name], Felt(
        _one(quality, QUALITIES),
        _strength(strength),
        tuple(moment for moment in MOMENTS if moment in when.replace(" ", "+").split("+")),
        _one(since, SINCE),
        worst == "worst",
        plain_line(unquote(words)),
    )


def _one(word: str, known: Collection[Word]) -> Word | None:
    return next((one for one in known if one == word), None)


def _strength(text: str) -> int | None:
    return next((number for number in range(STRONGEST + 1) if text == str(number)), None)


def plain_line(words: str) -> str:
    """One line of printable letters, at most ``MOST_LETTERS`` long."""
    printable = "".join(letter if letter.isprintable() else " " for letter in words)
    return " ".join(printable.split())[:MOST_LETTERS].strip()


def worst_first(felt: Mapping[Place, Felt], marks: Iterable[Place]) -> list[Place]:
    """The marks, the worst place first, then as given."""
    return sorted(marks, key=lambda mark: not felt.get(mark, Felt()).worst)
