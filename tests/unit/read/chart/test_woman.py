"""The tables of the second figure: whatever she could not be made from is refused at its line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bodymap.body.figure import FOLDER
from bodymap.read.chart.woman import problems_of_woman
from bodymap.read.load import find_problems

BANDS, DRAWN = "bands.yaml", "drawn.yaml"


@pytest.fixture
def body(tmp_path: Path) -> Path:
    """A folder with a good copy of her tables."""
    shutil.copytree(FOLDER, tmp_path / "body" / "woman")
    return tmp_path / "body"


def test_her_tables_are_sound_and_a_chart_of_ones_own_may_go_without(body: Path, tmp_path: Path):
    assert problems_of_woman(FOLDER.parent) == problems_of_woman(body) == problems_of_woman(tmp_path) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "path", "said"),
    [
        (BANDS, "width:", "widht:", "width", "is missing"),
        (BANDS, "{y: 0.95, ratio: 1.020, at: head", "{y: 0.95, at: head", "width[0].ratio", "is missing"),
        (BANDS, "ratio: 0.975", 'ratio: "0.975"', "width[1].ratio", "must be a number"),
        (BANDS, "ratio: 0.975", "ratio: .nan", "width[1].ratio", "must be a number"),
        (BANDS, "ratio: 0.975", "ratio: 97.5", "width[1].ratio", "must be less than 3"),
        (BANDS, "y: 0.915", "y: 0.95", "width", "has two rows of one height"),
        (BANDS, "full: 0.026", "full:", "legs.full", "must be a number"),
        (BANDS, "length: 0.979", "length: 0", "foot.length", "must be more than 0.3"),
        (BANDS, "breast: {", "breast: [", "", "is not valid YAML"),
        (DRAWN, "  head_front: *face", "  head_fornt: *face", "changed.head_fornt", "is not one of front"),
        (DRAWN, "{of: [hair], about: [0.0, 0.96]", "{about: [0.0, 0.96]", "changed.front[0].of", "is missing"),
        (DRAWN, "scale: [1.035, 1.0]", "scale: [1.035]", "changed.front[0].scale[1]", "is missing"),
        (DRAWN, "[[0.0015, 0.9715], ", "[[0.0015], ", "drawn.head_front[0].line[0][1]", "is missing"),
    ],
)
def test_a_damaged_table_is_refused_at_its_line(body: Path, file: str, old: str, new: str, path: str, said: str):
    table = body / "woman" / file
    text = table.read_text(encoding="utf-8")
    assert old in text
    table.write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = problems_of_woman(body)
    assert path in [problem.path for problem in problems]
    for problem in problems:
        assert problem.file.endswith(file) and problem.hint
        assert said in problem.message or problem.path != path
        assert problem.line > 1 or path == "width"


@pytest.mark.parametrize("content", [None, b"", b"\xff", b"[1]", b"<<<<<<< HEAD\n", b"a: &x [*x]\n", b"\0"])
@pytest.mark.parametrize("file", [BANDS, DRAWN])
def test_a_table_that_is_none_is_refused_by_check(copy: Path, file: str, content: bytes | None):
    shutil.copytree(FOLDER, copy / "body" / "woman")
    assert find_problems(copy) == ()
    path = copy / "body" / "woman" / file
    path.unlink() if content is None else path.write_bytes(content)
    problems = find_problems(copy)
    assert problems and all(problem.file.endswith(file) and problem.hint for problem in problems)
