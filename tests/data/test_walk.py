"""The walk of ``docs/adding_a_muscle.md`` still ends with OK: its record and source fit the data as they are."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bodymap import DATA_DIR
from bodymap.data.kinds import KINDS
from bodymap.read.load import find_problems, load

PAGE = DATA_DIR.parent / "docs" / "adding_a_muscle.md"


def blocks(language: str) -> list[str]:
    """The page's code blocks in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.fixture
def walked(tmp_path: Path) -> Path:
    """A copy of the data with the finished record and the source of the page added."""
    data = Path(shutil.copytree(DATA_DIR, tmp_path / "data"))
    for file, added in ((KINDS["muscles"].file, blocks("yaml")[-1]), (KINDS["sources"].file, blocks("bibtex")[-1])):
        path = data / file
        path.write_text(path.read_text(encoding="utf-8").rstrip() + "\n\n" + added, encoding="utf-8")
    return data


def test_the_finished_record_of_the_page_is_good(walked: Path):
    assert [str(problem) for problem in find_problems(walked)] == []
    muscle = load(walked).muscles["omohyoid"]
    assert len(muscle.trigger_points) == 1


def test_the_page_leaves_nothing_in_the_real_data():
    assert "omohyoid" not in load().muscles, "the walk needs another muscle now"


def test_the_first_draft_of_the_page_is_refused_as_it_says(walked: Path):
    path = walked / KINDS["muscles"].file
    text = path.read_text(encoding="utf-8")
    for line in blocks("yaml")[0].splitlines():
        field = line.split(":")[0]
        if field.strip() in ("structures", "where", "positions", "primary", "spillover"):
            start = text.index("  - id: omohyoid")
            text = text[:start] + re.sub(rf"^{field}: .*$", line, text[start:], count=1, flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    found = {f"{problem.path}: {problem.message}" for problem in find_problems(walked)}
    said = {re.sub(r"^\S+ | \([^()]*\)$", "", line) for line in blocks("text")[1].splitlines()}
    assert found == {line for line in said if "rask1984" not in line}
