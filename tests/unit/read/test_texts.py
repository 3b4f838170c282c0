"""Damaged texts in the data files: refused at their line, in words, on one line of output."""

from __future__ import annotations

from pathlib import Path

import pytest

from bodymap.problems import DataProblems
from bodymap.read.exported import export_json, read_export
from bodymap.read.load import find_problems, load
from bodymap.read.release import read_releases
from tests.unit.test_letters import ODD

MUSCLES = "trigger_points.yaml"


@pytest.mark.parametrize(("text", "said"), ODD.values(), ids=ODD)
def test_an_odd_name_is_one_problem_on_one_line(problems_after, text: str, said: str):
    escaped = "".join(letter if " " <= letter <= "~" else f"\\U{ord(letter):08x}" for letter in text)
    [problem] = problems_after(MUSCLES, "name: Soleus", f'name: "{escaped}"')
    assert (problem.line, problem.path) == (3, "muscles.soleus.name")
    assert said in problem.message and problem.hint
    assert str(problem).isprintable()


@pytest.mark.parametrize("style", [">", ">-", "|", "|-", ">+"])
def test_how_a_block_ends_is_no_part_of_its_text(copy: Path, style: str):
    path = copy / MUSCLES
    path.write_text(path.read_text().replace("name: Soleus\n", f"name: {style}\n      Soleus\n\n"))
    assert load(copy).muscles["soleus"].name == "Soleus"


def test_a_block_that_keeps_its_lines_is_refused(problems_after):
    [problem] = problems_after(MUSCLES, "name: Soleus\n", "name: |\n      Soleus\n      muscle\n")
    assert problem.message == "has a line break inside"


@pytest.mark.parametrize("value", ['"forehead\\n"', '"fore\\u202ehead"', '"fore\\x1bhead"', '" forehead"'])
def test_an_id_with_odd_letters_keeps_its_line_and_is_not_echoed_raw(problems_after, value: str):
    problems = problems_after("regions.yaml", "id: low_back", f"id: {value}")
    assert problems and all(problem.line > 1 and str(problem).isprintable() for problem in problems)
    assert any("small letters, digits and _" in problem.hint for problem in problems)


MARKED = "<<<<<<< HEAD\n{0}=======\n{0}>>>>>>> theirs\n"


@pytest.mark.parametrize(
    ("file", "line"),
    [(MUSCLES, "    name: Soleus\n"), ("sources.bib", "  title = {The Workbook},\n"), ("release.yaml", "releases:\n")],
)
def test_an_unfinished_merge_is_one_problem_at_its_first_mark(copy: Path, file: str, line: str):
    path = copy / file
    text = path.read_text(encoding="utf-8")
    assert text.count(line) == 1
    path.write_text(text.replace(line, MARKED.format(line)), encoding="utf-8")
    found = text[: text.index(line)].count("\n") + 1
    try:
        [problem] = find_problems(copy) or read_releases(copy)
    except DataProblems as problems:
        [problem] = problems.problems
    assert (problem.line, problem.message) == (found, "holds `<<<<<<<`, the mark of an unfinished merge")


@pytest.mark.parametrize("date", ["0001-01-01", "1926-11-21", "2062-11-21", "2999-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    ("file", "old"),
    [
        (MUSCLES, "date: 2026-11-21, reviewer"),
        ("waivers.yaml", "expires: 2027-11-30"),
    ],
)
def test_a_day_of_another_age_is_refused(problems_after, file: str, old: str, date: str):
    field, _, day = old.partition(", ")[0].partition(": ")
    [problem] = problems_after(file, old, old.replace(day, date))
    assert problem.path.endswith(field) and problem.message.startswith(("must be at least 20", "must be at most 20"))
    assert problem.hint.startswith("write the ")


def test_a_key_that_differs_in_capital_letters_only_is_refused(problems_after):
    [problem] = problems_after("sources.bib", "@book{workbook2001,", "@book{Manual1992,")[:1]
    assert problem.message.startswith("the key differs only in small and capital letters from `manual1992` in line ")


@pytest.mark.parametrize(
    ("file", "old"),
    [
        ("evidence.yaml", "certainty: low"),
        ("prevalence.yaml", "provenance: read"),
        ("next_steps.yaml", "id: achilles_tendinopathy"),
    ],
)
def test_whatever_is_reviewed_is_reviewed_by_somebody(copy: Path, file: str, old: str):
    path = copy / file
    text = path.read_text()
    assert old in text and "status: draft" in text
    path.write_text(text.replace("status: draft", "status: reviewed", 1))
    [problem] = find_problems(copy)
    assert problem.message == "is reviewed by nobody" and problem.line > 1


def test_a_byte_order_mark_is_no_difference_in_any_file(copy: Path, dataset):
    for path in [*copy.glob("*.yaml"), *copy.glob("*.bib"), *(copy / "body").glob("*.geojson")]:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load(copy).tables == dataset.tables
    assert read_releases(copy)
    export = copy / "dataset.json"
    export.write_text("\ufeff" + export_json(dataset, read_releases(copy)[0], "x", "y"), encoding="utf-8")
    assert read_export(export).tables == dataset.tables


def test_where_a_reference_file_stops_being_text_is_said(copy: Path):
    path = copy / "sources.bib"
    path.write_bytes(path.read_bytes().replace(b"The Workbook", b"The W\xf6rkbook"))
    [problem] = find_problems(copy)
    assert problem.line > 10 and problem.message == "is not UTF-8 text"
