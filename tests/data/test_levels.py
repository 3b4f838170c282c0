"""No reader meets R0 to R3 or L0 to L3 without plain words: on pages, in the report, in figures, in a terminal."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator

import pypdf
import pytest
from pydantic import BaseModel

from bodymap.data.model import LinkSupport, ReferralSupport
from bodymap.tell import text
from bodymap.tell.atlas import atlas_html
from bodymap.tell.counted_figure import counted_figure
from bodymap.tell.evidence_figure import certainty_figure
from bodymap.tell.levels import in_words, link_levels, pattern_levels
from bodymap.tell.report import Asked, report_pdf, report_text
from bodymap.tell.wording import SUPPORT
from components.injuries.condition_page import condition_page
from components.shared.levels import levels
from components.shared.muscle_card import muscle_card, pattern_card
from tests.each import each
from tests.real import CHART, REAL

_LEVEL = re.compile(r"\b[RL][0-3]\b")
_AROUND = 12  # letters before a level that tell whether a record says it itself, of a vertebra


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from strings(list(dict(value).values()))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)


OWN = " ".join(
    said for table in (REAL.muscles, REAL.conditions, REAL.red_flags, REAL.danger_zones, REAL.sources)
    for record in table.values() for said in strings(record)
)  # fmt: skip
LABELS = {pattern.point.label for pattern in REAL.trigger_points.values() if _LEVEL.search(pattern.point.label)}
SEGMENTS = {", ".join(muscle.innervation.segments) for muscle in REAL.muscles.values()}


def bare(said: str) -> list[str]:
    """The levels in a text that are neither a vertebra of a nerve nor in the words of a record."""
    for segments in sorted(filter(_LEVEL.search, SEGMENTS), key=len, reverse=True):
        said = re.sub(rf"([(,] ?){re.escape(segments)}(?=[)\n]|$)", r"\1", said)
    for label in LABELS:
        said = said.replace(label, " ")
    return [
        found[0] for found in _LEVEL.finditer(said) if said[max(0, found.start() - _AROUND) : found.end()] not in OWN
    ]


def without_vertebrae(said: str) -> str:
    """Without the names of roots, joints and discs, which stand in lines of their own in the long report."""
    for name in (record.name for kind in ("nerve_roots", "joints", "discs") for record in REAL.records(kind).values()):
        said = said.replace(name, " ")
    return said


def test_a_bare_level_is_found():
    assert bare("muscle: Soleus (L1)") == ["L1"] and bare("Soleus, TrP1 (R1)") == ["R1"]
    assert bare("Femoral nerve (L2, L3, L4)") == bare("  nerve: Femoral nerve, L2, L3, L4\n") == []


@each("muscle", REAL.muscles.values())
def test_the_muscles(muscle):
    assert bare(muscle_card(REAL, muscle)) == bare(text.muscle(REAL, muscle)) == []


@each("pattern", REAL.trigger_points.values())
def test_the_patterns(pattern):
    assert bare(pattern_card(REAL, pattern)) == []


@each("condition", REAL.conditions.values())
def test_the_conditions(condition):
    assert bare(condition_page(REAL, condition)) == []
    said = text.condition(REAL, condition)
    assert bare(said) == []
    assert all(f"({in_words(link.link_support)})" in said for link in condition.muscles)


def test_the_contact_sheet_the_report_and_the_figures():
    page = re.sub(r"<svg.*?</svg>", "", atlas_html(REAL, CHART), flags=re.S)
    assert bare(page) == [] and SUPPORT[ReferralSupport.R1] in page
    marks = list(REAL.every_place())[::40]
    asked = Asked(marks, dt.date(2026, 1, 2), "x", [(point, "left") for point in list(REAL.drawn)[:3]])
    for long in (False, True):
        report = pypdf.PdfReader(io.BytesIO(report_pdf(REAL, CHART, asked, long)))
        said = " ".join(" ".join(page.extract_text() for page in report.pages).split())
        assert bare(without_vertebrae(said)) == []
    assert bare(report_text(REAL, asked)) == []
    for figure in (certainty_figure(REAL), counted_figure(REAL, "neck_pain")):
        names = [*(note.text for note in figure.layout.annotations), *(trace.name for trace in figure.data)]
        assert names and bare(" ".join(names)) == []


def test_one_place_explains_each_level_with_its_count():
    said = levels(REAL)
    assert said.startswith("<details") and " open" not in said.partition(">")[0]
    assert [line.partition(",")[0] for line in (*pattern_levels(REAL), *link_levels(REAL))] == [
        *ReferralSupport, *LinkSupport,
    ]  # fmt: skip
    assert all(line in said for line in (*pattern_levels(REAL), *link_levels(REAL)))
    muscles = [muscle for muscle in REAL.muscles.values() if muscle.referral_support == "R1"]
    patterns = sum(len(muscle.trigger_points) for muscle in muscles)
    assert f"R1, one expert chart: {len(muscles)} of {len(REAL.muscles)} muscles, {patterns} patterns" in said


# ---- what is no pain ----------------------------------------------------------------------------------------

FEELINGS = [pattern for pattern in REAL.trigger_points.values() if pattern.point.feeling]


@pytest.mark.parametrize("pattern", FEELINGS, ids=lambda pattern: pattern.id)
def test_a_pattern_that_is_no_pain_says_what_it_is(pattern):
    said = f"Not pain: {pattern.point.feeling}"
    assert said in pattern_card(REAL, pattern)
    assert f"    not pain: {pattern.point.feeling}" in text.muscle(REAL, pattern.muscle)
    alone = REAL.replaced(muscles=[pattern.muscle.model_copy(update={"trigger_points": (pattern.point,)})])
    assert said in atlas_html(alone, CHART)


def test_patterns_of_pain_do_not_say_so():
    assert FEELINGS
    assert not any("Not pain: " in pattern_card(REAL, p) for p in REAL.trigger_points.values() if p not in FEELINGS)
