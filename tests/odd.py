"""Addresses, searches and messages as nobody should write them: made from the real names, the same on every machine."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Collection, Iterator
from typing import Any, NamedTuple, TypeVar
from urllib.parse import parse_qs, quote, quote_plus

from bodymap.ask.injury_filter import CHOICES
from bodymap.body.figure import FIGURES
from bodymap.felt import unknown_in
from bodymap.place import SIDES, read_marks
from components.needling.study import PARTS
from components.shared.view_control import ADDRESSES
from components.state import pattern_id

from .real import REAL

ADDRESSES_ASKED, TEXTS_ASKED = 1000, 500
SEED = 20261127
PLACES = {str(place): place for place in REAL.every_place()}
PATTERNS = [pattern_id(point, side) for point in REAL.drawn for side in (*SIDES, None)]
PAYLOADS = (
    "<script>window.harmed=1</script>", '"><img src=x onerror=window.harmed=1>', "javascript:window.harmed=1",
    "<svg/onload=window.harmed=1>", "</style><script>alert(1)</script>", "![x](http://evil.example/x.png)",
    "[a](javascript:alert(1))", ":material/home:", "$x^2$", ":red[x]", "{{7*7}}", "${window.harmed=1}", "%{y}", "{x}",
    "__proto__", "constructor", "../../etc/passwd", "..\\..\\windows", "' OR 1=1 --", "\x00", "\r\nSet-Cookie: a=b",
    "\u202egnirts", "\u200b\u2060\ufeff", "💩" * 40, "Z" + "\u0301" * 60, "x" * 4000, "a," * 500, "-1", "1e999", "NaN",
    "null", "undefined", "[object Object]", "%", "%zz", "&amp;", "http://evil.example/", "//evil.example",
)  # fmt: skip
# For each page the parameters that name something, and what they can name.
NAMES: dict[str, dict[str, Collection[str]]] = {
    "": {"marks": PLACES, "view": [a for a in ADDRESSES.values() if a], "paint": PATTERNS, "pins": PATTERNS,
         "feel": PLACES, "figure": FIGURES},
    "injuries": {"marks": PLACES, "condition": REAL.conditions, "figure": FIGURES, **CHOICES},
    "muscles": {"muscle": REAL.muscles, "root": REAL.nerve_roots, "nerve": REAL.nerves, "joint": REAL.joints,
                "disc": REAL.discs, "compare": REAL.muscles, "figure": FIGURES},
    "needling": {"part": PARTS},
    "quiz": {"seed": ["monday"], "part": ["hip_thigh"], "level": ["hard"], "kinds": ["cross"], "n": ["5"],
             "figure": FIGURES},
}  # fmt: skip
_LISTS = ("marks", "pins", "compare", "feel", "place", "when", "after", "age", "kind", "kinds")
_ONE_OF = ("muscle", "root", "nerve", "joint", "disc")
Made = TypeVar("Made")
_STEPS = (
    "nope",
    "nosuch",
    "..",
    ".",
    "Muscles",
    "muscle",
    "muscles.html",
    "injuries",
    "static-x",
    "%00",
    "%2e%2e",
    "a b",
    "",
)


class Odd(NamedTuple):
    """An address: its path without the first slash, and its query as it is written."""

    path: str
    query: str

    def __str__(self) -> str:
        return f"/{self.path}" + (f"?{self.query}" if self.query else "")

    @property
    def is_page(self) -> bool:
        """Whether its path is that of a page."""
        return self.path in NAMES

    def said(self) -> dict[str, str]:
        """The parameters as Streamlit reads them: the last of each name, none that is blank."""
        return {name: values[-1] for name, values in parse_qs(self.query, errors="replace").items()}

    def unknown(self) -> dict[str, list[str]]:
        """What it names and nobody knows, by parameter; of those that the page heeds."""
        heeded = self.said()
        if self.path == "muscles":
            first = "compare" if "compare" in heeded else next((name for name in _ONE_OF if name in heeded), "")
            heeded = {name: text for name, text in heeded.items() if name in (first, "figure")}
        if self.path == "quiz":  # says itself what is wrong with its settings
            heeded = {name: text for name, text in heeded.items() if name == "figure"}
        known = NAMES[self.path]
        found = {name: _unknown(name, heeded[name], known[name]) for name in known if name in heeded}
        return {name: names for name, names in found.items() if names}


def _unknown(name: str, text: str, known: Collection[str]) -> list[str]:
    if name == "marks":
        return read_marks(text, PLACES)[1]
    if name == "feel":
        return unknown_in(text, PLACES)
    if name not in _LISTS:
        said = text.strip() if name == "paint" else text
        return [] if said in ("", "none" if name == "paint" else "", *known) else [said]
    pieces = list(dict.fromkeys(filter(None, re.split(r"[\s,;]+", text))))
    return [] if (name, pieces) == ("kind", ["all"]) else [piece for piece in pieces if piece not in known]


def addresses(count: int = ADDRESSES_ASKED) -> list[Odd]:
    """So many addresses, each once; four of five are those of a page."""
    return _each_once(_address, count)


def texts(count: int = TEXTS_ASKED) -> list[str]:
    """So many texts for the search, each once."""
    return _each_once(_text, count)


def acts(offered: Collection[str], count: int) -> list[Any]:
    """So many messages of a page that presses what it does not offer, in place of what it does."""
    chance = random.Random(SEED)
    every = list(offered)
    made: list[Any] = []
    while len(made) < count:
        act = _value(every, chance) if chance.random() < 0.8 else f"{_value(every, chance)}:{chance.choice(PAYLOADS)}"
        if act not in offered:
            made.append(chance.choice((act, act, act, [act], {"act": act}, {act: every[0]}, None, -1, 1e300, True, [])))
    return made


def _each_once(make: Callable[[random.Random], Made], count: int) -> list[Made]:
    chance = random.Random(SEED)
    made: dict[Made, None] = {}
    while len(made) < count:
        made[make(chance)] = None
    return list(made)


def _address(chance: random.Random) -> Odd:
    if chance.random() < 0.2:
        steps = [chance.choice((*_STEPS, quote(chance.choice(PAYLOADS), safe=""))) for _ in range(chance.randint(1, 4))]
        path = "/".join(steps)
        return Odd(
            path if path not in NAMES else f"{path}x", chance.choice(("", "marks=sacrum", "x=" + quote(PAYLOADS[0])))
        )
    page = chance.choice(list(NAMES))
    named = chance.sample(list(NAMES[page]), chance.randint(1, min(3, len(NAMES[page]))))
    others = ["utm_source", "embed", "<b>"] if chance.random() < 0.1 else []
    return Odd(page, "&".join(_parameter(name, NAMES[page].get(name, ["x"]), chance) for name in (*named, *others)))


def _parameter(name: str, known: Collection[str], chance: random.Random) -> str:
    many = chance.randint(1, 5) if name in _LISTS else 1
    value = chance.choice((",", ", ", " ", ";", ".,")).join(_value(list(known), chance) for _ in range(many))
    said = (
        chance.choice((quote, quote_plus))(value) if chance.random() < 0.9 else value.replace("&", "").replace("#", "")
    )
    return "&".join([f"{quote(name)}={said}"] * (1 if chance.random() < 0.95 else 2))


def _value(known: list[str], chance: random.Random) -> str:
    name = chance.choice(known)
    at = chance.randrange(len(name) + 1)
    letter = chance.choice("aeiz_.@ <'\u00e9")
    return chance.choice(
        (name, name, name.upper(), f" {name}.", name[:at] + name[at + 1 :], name[:at] + letter + name[at:], "",
         chance.choice(PAYLOADS), name + chance.choice(PAYLOADS))
    )  # fmt: skip


def _text(chance: random.Random) -> str:
    words = [
        word for kind in (REAL.regions, REAL.muscles, REAL.conditions) for r in kind.values() for word in r.name.split()
    ]
    made = []
    for _ in range(chance.randint(1, 6)):
        made.append(chance.choice((_value(words, chance), chance.choice(PAYLOADS), _letters(chance))))
    return chance.choice((" ", "", "\t", ", ")).join(made)[: chance.choice((20, 200, 5000))]


def _letters(chance: random.Random) -> str:
    spans = (
        (32, 126),
        (0, 31),
        (160, 591),
        (768, 879),
        (1488, 1514),
        (0x4E00, 0x4E40),
        (0x1F600, 0x1F64F),
        (0x2000, 0x206F),
    )
    low, high = chance.choice(spans)
    return "".join(chr(chance.randint(low, high)) for _ in range(chance.randint(1, 12)))


def sample(items: list[Odd], count: int) -> Iterator[Odd]:
    """So many of them, from all over the list."""
    yield from items[:: max(1, len(items) // count)][:count]
