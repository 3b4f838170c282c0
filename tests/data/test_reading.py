"""The reading grade of the plain texts, so that they stay plain; docs/reading_age.md says what is measured and why."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
import textstat

from bodymap.tell.way_on import statements
from bodymap.tell.wording import NOTICE
from components.needling import parts as needling_page
from tests.each import each
from tests.real import REAL

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reading_age.md"


class Bounds(NamedTuple):
    """The highest grade that one text may have, and the highest median of all texts of its kind."""

    each: float
    median: float


BOUNDS = {
    "conditions": Bounds(9, 7),
    "the way on": Bounds(10, 8),
    "how conditions are described": Bounds(6, 5),
    "warning signs of a place": Bounds(13.5, 11),
    "brief signs of a place": Bounds(7, 5),
    "guide": Bounds(9, 6),
    "reasons for caution": Bounds(10, 7),
    "claims": Bounds(9.5, 7),
    "studies": Bounds(10, 7.5),
    "muscles in running": Bounds(13, 6.5),
    "places of trigger points": Bounds(13, 7),
    "notices": Bounds(11, 10),
}
ALL_SIGNS = 12.0  # the highest median of all warning signs, each on its own
EACH_BRIEF = 7  # the highest grade of the brief form of one


def sentences(parts: Iterable[str | None]) -> str:
    """The parts as one text of whole sentences."""
    said = [part.strip() for part in parts if part]
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in said)


def plain(html: str) -> str:
    return re.sub("<[^>]*>", "", html)


def grade(text: str) -> float:
    """The automated readability index: a grade of school in the United States; plus 5 is about the age."""
    return float(textstat.automated_readability_index(text))


TEXTS: dict[str, dict[str, str]] = {
    "conditions": {
        c.id: sentences([c.summary, c.story, c.see_someone, c.first_care]) for c in REAL.conditions.values()
    },
    "the way on": {
        steps.id: sentences(statement.text for statement in statements(steps)) for steps in REAL.next_steps.values()
    },
    "how conditions are described": {
        table.id: sentences(cell for row in table.rows for cell in (row.where, row.when, row.eases))
        for table in REAL.comparisons.values()
    },
    "warning signs of a place": {
        region: sentences(flag.sign for flag in REAL.flags_of_region(region)) for region in REAL.regions
    },
    "brief signs of a place": {
        region: sentences(flag.brief for flag in REAL.first_flags(region)) for region in REAL.regions
    },
    "guide": {part.id: sentences([*part.text, *part.points]) for part in REAL.guide.values()},
    "reasons for caution": {
        item.id: sentences([item.advice, *(stance.says for stance in item.stances)])
        for item in REAL.contraindications.values()
    },
    "claims": {claim.id: sentences([claim.claim, claim.finding]) for claim in REAL.claims.values()},
    "studies": {e.id: sentences([e.studied, e.finding, e.harms]) for e in REAL.evidence.values()},
    "muscles in running": {muscle.id: sentences([muscle.runner]) for muscle in REAL.muscles.values()},
    "places of trigger points": {p.id: sentences([p.point.where]) for p in REAL.trigger_points.values()},
    "notices": {"everywhere": NOTICE, "needling": plain(needling_page.warning())},
}


def test_the_measure_tells_easy_from_hard():
    easy = "The pain is sharp. It starts when you run. It stops when you rest."
    hard = (
        "Myofascial nociception predominantly manifests subsequent to unaccustomed eccentric musculoskeletal loading."
    )
    assert grade(easy) < 3 < 15 < grade(hard)


def test_every_kind_of_text_has_its_bounds():
    assert TEXTS.keys() == BOUNDS.keys() and all(TEXTS.values())


@pytest.mark.parametrize("kind", BOUNDS)
def test_no_text_of_a_kind_is_too_hard_to_read(kind):
    assert {name: text for name, text in TEXTS[kind].items() if grade(text) > BOUNDS[kind].each} == {}


@pytest.mark.parametrize("kind", BOUNDS)
def test_the_texts_of_a_kind_are_plain_on_the_whole(kind):
    grades = sorted(map(grade, TEXTS[kind].values()))
    median = statistics.median(grades)
    print(f"{kind}: {len(grades)} texts, median {median:.1f}, hardest {grades[-1]:.1f}")
    assert median <= BOUNDS[kind].median


def test_all_warning_signs_together_are_not_too_hard():
    median = statistics.median(grade(sentences([flag.sign])) for flag in REAL.red_flags.values())
    print(f"warning signs one by one: {len(REAL.red_flags)} texts, median {median:.1f}")
    assert median <= ALL_SIGNS


@each("flag", REAL.red_flags)
def test_a_brief_sign_is_not_too_hard(flag):
    brief = REAL.red_flags[flag].brief
    assert grade(sentences([brief])) <= EACH_BRIEF, brief


@pytest.mark.parametrize("kind", BOUNDS)
def test_the_page_names_the_bounds_that_are_tested(kind):
    [row] = re.findall(rf"^\| {kind.capitalize()} \|(.*)\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    *_, each, median = (float(cell) for cell in row.split("|"))
    assert Bounds(each, median) == BOUNDS[kind]
