"""Waivers by the clock, and what they are about."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bodymap.read.load import DataProblems, find_problems, load
from bodymap.read.rules.waivers_hold import WAIVABLE


@pytest.mark.parametrize(
    ("today", "expired"),
    [
        (dt.date(2026, 11, 21), []),
        (dt.date(2027, 11, 30), []),
        (dt.date(2027, 12, 1), ["knee_front"]),
        (dt.date(2028, 3, 1), ["knee_front", "knee_back"]),
    ],
)
def test_a_waiver_holds_up_to_its_last_day(tiny: Path, today: dt.date, expired: list[str]):
    problems = find_problems(tiny, today)
    assert [problem.path for problem in problems] == [f"waivers.{region}.expires" for region in expired]
    assert all("if not, say why and give a new day" in problem.hint for problem in problems)


def test_a_program_that_only_reads_does_not_stop_on_the_day(tiny: Path):
    assert load(tiny).regions
    with pytest.raises(DataProblems, match="the waiver expired on 2027-11-30"):
        load(tiny, dt.date(2027, 12, 1))


@pytest.mark.parametrize(
    ("old", "new", "path", "said"),
    [
        (
            "rule: regions_have_patterns\n    id: knee_front",
            "rule: region_has_pattern\n    id: knee_front",
            "rule",
            "did",
        ),
        (
            "rule: regions_have_patterns\n    id: knee_front",
            "rule: plain_words\n    id: knee_front",
            "rule",
            "only these",
        ),
        ("id: knee_front", "id: knee_fron", "id", "did you mean `knee_front`?"),
    ],
)
def test_a_waiver_of_something_else_is_said_and_waives_nothing(problems_after, old, new, path, said):
    waiver, region = sorted(problems_after("waivers.yaml", old, new), key=lambda problem: problem.file, reverse=True)
    assert waiver.path.endswith(path) and waiver.path.startswith("waivers.")
    assert said in waiver.hint
    assert (region.path, region.message) == ("regions.knee_front", "is reached by no pattern")


def test_a_repeated_waiver_is_a_repeated_id(problems_after):
    problems = problems_after("waivers.yaml", "id: knee_back", "id: knee_front")
    assert {problem.path for problem in problems} == {"waivers.knee_front.id", "regions.knee_back"}


def test_the_list_may_become_empty(copy: Path):
    (copy / "waivers.yaml").write_text("waivers: []\n")
    assert {problem.path for problem in find_problems(copy)} == {"regions.knee_front", "regions.knee_back"}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("waivers.yaml", "    reason: No pattern is drawn there.\n", ""),
        ("trigger_points.yaml", "primary: [heel_sole, achilles]", "primary: []"),
        ("trigger_points.yaml", "[calf_inner]", "[calf_iner]"),
    ],
)
def test_what_cannot_be_read_does_not_echo_as_a_missing_pattern(problems_after, file, old, new):
    [problem] = problems_after(file, old, new)
    assert problem.file.endswith(file)


def test_what_can_be_waived_is_a_rule_by_its_file_name():
    folder = Path(find_problems.__code__.co_filename).parent / "rules"
    assert all((folder / f"{rule}.py").exists() for rule in WAIVABLE)
