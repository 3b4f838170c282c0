"""Answers for a terminal: what stands under which word, and in which order."""

from __future__ import annotations

from bodymap.ask.match import match
from bodymap.data.model import SourceRef
from bodymap.data.signs import SignArea, Time
from bodymap.place import Place
from bodymap.tell import text
from bodymap.tell.wording import TIMES
from tests.made import flag, with_pattern
from tests.real import REAL

LEFT = "left"


def test_a_row_tells_what_is_mainly_felt_spills_over_and_lies_elsewhere():
    dataset, _ = with_pattern("knee_front", "shin_upper", spillover=("calf_inner", "heel_sole"))
    marks = [Place("knee_front", LEFT), Place("calf_inner", LEFT)]
    said = text.matches(dataset, marks, match(dataset, marks)).splitlines()
    assert said[-1] == "    main: knee_front.left; spillover: calf_inner.left; also: shin_upper, heel_sole"
    assert said[-2].endswith("(left)") and said[-2].startswith("  Soleus, ")


def test_warning_signs_stand_most_urgent_first_each_once_and_before_the_patterns():
    flags = [
        flag("a", "weeks", anywhere=True),
        flag("b", "today", "knee_front", "calf_inner"),
        flag("c", "now", "calf_inner"),
        flag("d", "now", "knee_front"),
        flag("e", "days", "knee_front"),
        flag("f", "now", anywhere=True),
    ]
    areas = [
        SignArea(id="knee", name="Knee", regions=("knee_front",), first=("b",)),
        SignArea(id="calf", name="Calf", regions=("calf_inner",), first=("c", "b")),
    ]
    dataset = REAL.replaced(red_flags=flags, sign_areas=areas)
    marks = [Place("knee_front", LEFT), Place("calf_inner", LEFT)]
    lines = text.matches(dataset, marks, match(dataset, marks)).splitlines()
    start = lines.index("First, warning signs:") + 1
    assert lines[start : start + 6] == [
        "  NOW: Brief c",
        "  TODAY: Brief b",
        "  Also call now for: name d.",
        "  Anywhere, now: name f.",
        "  Within days: name e.",
        "  Within two weeks: name a.",
    ]
    assert start + 6 < lines.index("Patterns some clinicians describe there:")


def test_the_signs_of_a_condition_stand_most_urgent_first():
    condition = next(
        c for c in REAL.conditions.values() if len({REAL.red_flags[f].time for f in c.red_flags}) == len(Time)
    )
    flags = sorted(condition.red_flags, key=lambda f: list(Time).index(REAL.red_flags[f].time), reverse=True)
    lines = text.condition(REAL, condition.model_copy(update={"red_flags": tuple(flags)})).splitlines()
    times = [line.split(":")[0].strip() for line in lines if "clinicians think of" in line]
    ranks = [[said.upper() for said, _ in TIMES.values()].index(time) for time in times]
    assert ranks == sorted(ranks) and set(ranks) == {0, 1, 2, 3}


def test_a_source_is_told_with_its_place_and_its_link():
    source = next(source for source in REAL.sources.values() if source.doi)
    muscle = REAL.muscles["soleus"].model_copy(
        update={"sources": (SourceRef(key=source.key, locator="ch. 22"), SourceRef(key=source.key))}
    )
    assert text.muscle(REAL, muscle).splitlines()[-2:] == [
        f"    {source.citation} [ch. 22] https://doi.org/{source.doi}",
        f"    {source.citation} https://doi.org/{source.doi}",
    ]


def test_a_muscle_tells_main_and_spillover_zones_apart():
    dataset, pattern = with_pattern("knee_front", "shin_upper", spillover=("heel_sole:both",))
    lines = text.muscle(dataset, pattern.muscle).splitlines()
    assert "    main: knee_front, shin_upper" in lines and "    spillover: heel_sole:both" in lines
