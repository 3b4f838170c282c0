"""The YAML reader: lines kept, surprises refused, never a traceback."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bodymap.read.yaml_lines import Document, read_yaml


def read(tmp_path: Path, text: str | bytes) -> Document:
    path = tmp_path / "x.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_yaml(path, "x.yaml")


def test_plain_data_is_read_with_the_line_of_every_key_and_item(tmp_path):
    document = read(tmp_path, "a:\n  - id: one\n    b: [1, 0.5]\n  - id: two\n    date: 2026-01-31\nc: true\n")
    assert document.problems == ()
    assert document.data == {
        "a": [{"id": "one", "b": [1, 0.5]}, {"id": "two", "date": dt.date(2026, 1, 31)}],
        "c": True,
    }
    assert document.line(("a", 0, "b", 1)) == 3
    assert document.line(("a", 1)) == 4
    assert document.line(("a", 1, "nothing", 7)) == 4
    assert document.line(("nothing",)) == 1


def test_paths_name_list_items_by_id(tmp_path):
    document = read(tmp_path, "a:\n  - id: one\n    b: [1, 2]\n  - c: 1\n")
    assert document.problem(("a", 0, "b", 1), "x", "y").path == "a.one.b[1]"
    assert document.problem(("a", 1, "c"), "x", "y").path == "a[1].c"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: 1\na: 2", 2, "`a` is given twice, first in line 1"),
        ("x:\n  a: {b: 1, b: 2}", 2, "`b` is given twice"),
        ("a: yes", 1, "`yes` reads as true or false"),
        ("a: Off", 1, "`Off` reads as true or false"),
        ("a: 012", 1, "`012` reads as an unexpected number"),
        ("a: 0x1F", 1, "unexpected number"),
        ("a: 1_000", 1, "unexpected number"),
        ("a: 12:30", 1, "`12:30` reads as an unexpected number"),
        ("a: 1:30.5", 1, "unexpected number"),
        ("a: .nan", 1, "`.nan` reads as an unexpected number"),
        ("a: -.inf", 1, "unexpected number"),
        ("a: 1.0e+400", 1, "unexpected number"),
        ("a: " + "9" * 5000, 1, "unexpected number"),
        ("a: 2026-01-31", 1, "reads as a date"),
        ("date: 2026-02-30", 1, "is not a day"),
        ("date: 2026-02-03 10:00:00", 1, "is not a day"),
        ("a:", 1, "has no value"),
        ("a: ~", 1, "has no value"),
        ("a:\n  -\n  - b", 2, "has no value"),
        ("1: a", 1, "not text"),
        ("yes: a", 1, "not text"),
        ("[a]: b", 1, "not text"),
        ("<<: {a: b}", 1, "not text"),
        ("a: =", 1, "means something else"),
        ("a: &x b", 1, "has the anchor &x"),
        ("a: !!python/object:os.system x", 1, "has the tag"),
        ("a: !x b", 1, "has the tag !x"),
        ("a: b\nc:\td", 2, "has a tab"),
        ("a: b\n\tc: d", 2, "has a tab"),
        ("a: [1,\nb: c", 2, "is not valid YAML"),
        ('a: "b', 1, "is not valid YAML"),
        ("a: b\n---\nc: d", 2, "starts a second document"),
        ("a: \x00", 1, "is not valid YAML"),
        ("[" * 100_000, 1, "is nested too deeply"),
        ("- " * 1000, 1, "is nested too deeply"),
        ("", 1, "the file is empty"),
        ("# nothing\n", 1, "the file is empty"),
        (b"a: b\nc: \xff\n", 2, "is not UTF-8 text"),
    ],
)
def test_what_is_refused_is_one_problem_at_its_line(tmp_path, text, line, said):
    [problem] = read(tmp_path, text).problems
    assert said in problem.message
    assert problem.line == line


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
@pytest.mark.parametrize("text", ["[" * 100_000, "x: " + "[" * 2000, "- " * 31, "{a: " * 1500, "[" * 50])
def test_depth_is_said_alike_whichever_parser_gives_up_first(tmp_path, monkeypatch, loader, text):
    monkeypatch.setattr(f"{read_yaml.__module__}._LOADER", loader)
    [problem] = read(tmp_path, text).problems
    assert (problem.line, problem.message, problem.hint) == (
        1,
        "is nested too deeply",
        "look for a bracket or an indent too many",
    )


def test_what_was_found_before_the_depth_is_kept(tmp_path):
    problems = read(tmp_path, "a: yes\nb:\n  c: " + "[" * 2000).problems
    assert [(p.line, p.message) for p in problems] == [
        (1, "`yes` reads as true or false"),
        (3, "is nested too deeply"),
    ]


@pytest.mark.parametrize("text", ['a: "yes"', "a: '012'", 'a: "2026-01-31"', 'a: ""', "a: y", "a: |\n  no\n", 'a: "~"'])
def test_quotes_make_it_text(tmp_path, text):
    document = read(tmp_path, text)
    assert document.problems == ()
    assert isinstance(document.data["a"], str)


def test_an_alias_is_not_followed(tmp_path):
    document = read(tmp_path, "a: &x [*x]\nb: *x")
    assert [problem.message for problem in document.problems] == [
        "has the anchor &x",
        "uses the alias *x",
        "uses the alias *x",
    ]


def test_everything_surprising_is_said_at_once(tmp_path):
    document = read(tmp_path, "a: yes\nb:\nc: 012\na: 1\n")
    assert [problem.line for problem in document.problems] == [1, 2, 3, 4]


def test_a_byte_order_mark_and_windows_lines_are_fine(tmp_path):
    document = read(tmp_path, b"\xef\xbb\xbfa: b\r\nc: d\r\n")
    assert (document.data, document.problems, document.line(("c",))) == ({"a": "b", "c": "d"}, (), 2)


def test_a_missing_file_and_a_folder_are_said(tmp_path):
    assert read_yaml(tmp_path / "none.yaml").problems[0].message == "the file is missing"
    assert "cannot be read" in read_yaml(tmp_path).problems[0].message


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=60), st.text(alphabet="ab:-[]{}&*!|>'\"#%@`, \n\t?~0129.eyn", max_size=60)))
def test_nothing_raises(tmp_path, text):
    document = read(tmp_path, text)
    assert document.data is not None or document.problems
