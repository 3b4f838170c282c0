"""What the tests of the report ask: nothing said, some said, and as much as there is room for."""

from __future__ import annotations

import datetime as dt

from bodymap.ask.signs import signs
from bodymap.felt import MOST_LETTERS, Felt
from bodymap.place import Place, read_place
from bodymap.tell.report import Asked, SignsAnswer
from tests.real import REAL

DAY = dt.date(2026, 3, 7)
LINK = "https://example.org/map?marks="
LETTERS = "Zażółć gęślą jaźń; Ελληνικά; боль"
_WORDS = "Pulls when I turn over in bed, and after sitting in the car for more than an hour it takes some steps " * 2
TEN = (
    "knee_front.right", "calf_inner.left", "low_back.left", "neck_side.right", "temple.left",
    "epigastrium", "shoulder_top.left", "heel_sole.left", "thumb_front.right", "sacrum",
)  # fmt: skip


def marks(*tokens: str) -> list[Place]:
    return [read_place(token, REAL.regions) for token in tokens]


def link(of: list[Place]) -> str:
    return LINK + ",".join(map(str, of))


def nothing_said(*tokens: str) -> Asked:
    those = marks(*tokens or ("knee_front.right",))
    return Asked(those, DAY, link(those))


def everything_said() -> Asked:
    """Three marks; the last is the worst."""
    those = marks("low_back.right", "calf_lower.left", "heel_sole.left")
    felt = {
        those[0]: Felt("tingling", 0, ("rest", "night"), "days"),
        those[1]: Felt("ache", 4, ("builds_up", "next_day"), "weeks", words='#eval("1") ] \\ $x$ *b* @a <b> //'),
        those[2]: Felt("stabbing", 10, ("first_steps",), "months", True, LETTERS),
    }
    ids = tuple(flag.id for flag in signs(REAL, those).every[:6])
    patterns = (("soleus_1", "left"), ("root_s1", "left"))
    chosen = ("plantar_heel_pain",)
    return Asked(those, DAY, link(those), patterns, felt, SignsAnswer("noticed", ids, ids[1:3]), chosen)


def as_much_as_fits() -> Asked:
    """Ten marks with all parts filled, three patterns, the three injuries with most to say."""
    those = marks(*TEN)
    felt = {
        mark: Felt("tingling", 10, ("rest", "night", "builds_up"), "months", number == 4, _WORDS[:MOST_LETTERS])
        for number, mark in enumerate(those)
    }
    ids = tuple(flag.id for flag in signs(REAL, those).every[:14])
    patterns = (("tibialis_posterior_1", "left"), ("scalenes_anterior", "right"), ("root_c6", "right"))
    longest = sorted(REAL.conditions.values(), key=lambda c: -len(c.plain_name + c.summary + c.see_someone))[:3]
    answer = SignsAnswer("noticed", ids, ids[:5])
    return Asked(those, DAY, link(those), patterns, felt, answer, tuple(c.id for c in longest))
