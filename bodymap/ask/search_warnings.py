"""Words with which a warning sign stands above what a search finds, whatever it finds.

``components/search_list/pure/warnings.js`` does the same in the browser, with the table of this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from rapidfuzz.distance import OSA

from bodymap.ask.search_words import plain
from bodymap.data.dataset import Dataset
from bodymap.words import ENGLISH, chosen, tr


@dataclass(frozen=True)
class Warned:
    """A warning sign, the line that stands for it, and the sets of words of which one must be there in whole.

    ``english`` is the end of a line that begins in another language.
    """

    flag: str
    line: str
    words: tuple[tuple[str, ...], ...]
    english: str = ""


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
# The same in other languages, beside the English words; the line stays English and begins with what to do.
_ALSO: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "de": {
        "heart_attack": _words(
            "brust", "brustschmerz", "brustschmerzen", "kiefer", "schweiß", "schwitzen", "schweißausbruch", "atemnot",
            "luftnot", "kurzatmig", "atmen", "druck", "engegefühl",
        ),
        "stroke": _words(
            "schlaganfall", "mundwinkel", "lallen", "lallend", "verwaschen", "gesicht hängt", "gesicht gelähmt",
        ),
        "thunderclap_headache": _words(
            "donnerschlagkopfschmerz", "vernichtungskopfschmerz", "schlimmster kopfschmerz", "schlimmste kopfschmerzen",
            "plötzlicher kopfschmerz", "plötzliche kopfschmerzen",
        ),
        "cauda_equina": _words(
            "reithosen", "reithose", "taub schritt", "taub beinen", "taub genital", "taub genitalbereich",
            "taub intimbereich", "taub scheide", "taub penis", "taub after", "wasserlassen", "wasser lassen",
        ),
    },
    "es": {
        "heart_attack": _words(
            "pecho", "mandíbula", "sudor", "sudores", "sudoración", "sudando", "ahogo", "falta aire", "respirar",
            "presión", "opresión",
        ),
        "stroke": _words("ictus", "derrame", "cara caída", "boca torcida", "arrastra palabras", "habla arrastrada"),
        "thunderclap_headache": _words("peor dolor cabeza", "dolor cabeza súbito", "dolor cabeza repentino"),
        "cauda_equina": _words(
            "silla montar", "adormecido genitales", "adormecidos genitales", "entumecidos genitales",
            "entumecimiento genitales", "entumecimiento genital", "adormecimiento genital", "adormecida vagina",
            "adormecido pene", "no orinar",
        ),
    },
}  # fmt: skip
_LONG_ENOUGH = 6  # letters of a word in which one may be wrong


def in_language(dataset: Dataset) -> list[Warned]:
    """The table of a dataset for the chosen language."""
    known = [warning for warning in WARNED if warning.flag in dataset.red_flags]
    if chosen() == ENGLISH:
        return known
    call = tr("Call your emergency number now (112, 999, 911)")
    also = _ALSO.get(chosen(), {})
    return [
        Warned(one.flag, f"{call}: {one.line}", one.words + _plain(also.get(one.flag, ())), one.line) for one in known
    ]


def _plain(sets: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """The words as ``plain`` writes what is typed."""
    return tuple(tuple(plain(" ".join(words)).split()) for words in sets)


def warned(dataset: Dataset, text: str) -> list[Warned]:
    """The warning signs that stand above what ``text`` finds."""
    words = plain(text).split()
    return [
        one
        for one in in_language(dataset)
        if any(all(_said(word, words) for word in together) for together in one.words)
    ]


def _said(word: str, words: list[str]) -> bool:
    return word in words or (
        len(word) >= _LONG_ENOUGH
        and any(other[0] == word[0] and OSA.distance(word, other, score_cutoff=1) <= 1 for other in words)
    )


def as_rows(dataset: Dataset) -> list[dict[str, object]]:
    """The table for the page."""
    known = in_language(dataset)
    return [{name: said for name, said in asdict(one).items() if said} for one in known]
