"""The documents are true: what commands print in them, what they count, and the files that they name."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
import yaml

from bodymap import DATA_DIR
from bodymap.data.kinds import KINDS
from bodymap.read.names import read_names

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
WRITTEN = [page for page in PAGES if "[[[cog" in page.read_text(encoding="utf-8")]
_FILE = re.compile(r"`((?:bodymap|components|tests|docs|data)/[\w./-]+\.\w+)`")
_MODULE = re.compile(r"-m ((?:bodymap|tests)(?:\.\w+)*)")
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#([^)]+))?\)")


def names(page: Path, pattern: re.Pattern[str]) -> list[str]:
    """What a pattern finds in a page."""
    return pattern.findall(page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_what_the_program_says_in_a_document_is_what_it_says(page: Path, monkeypatch, capsys):
    if os.environ.get("CI"):
        import cogapp
    else:
        cogapp = pytest.importorskip("cogapp")
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", [str(ROOT), *sys.path])
    status = cogapp.Cog().main(
        ["cog", "--check", "--diff", "-I", "docs", "-p", "from written import *", str(page.relative_to(ROOT))]
    )
    assert status == 0, f"run `make docs`\n{capsys.readouterr().out}"


def test_the_documents_with_examples_are_among_them():
    assert {page.name for page in WRITTEN} == {
        "adding_a_muscle.md", "adding_data.md", "architecture.md", "command_line.md", "data_changelog.md",
        "for_review.md", "matching.md", "runners.md", "what_else_refers.md",
    }  # fmt: skip


def test_the_walk_to_a_new_muscle_takes_two_rounds_and_leaves_nothing_behind():
    page = (ROOT / "docs" / "adding_a_muscle.md").read_text(encoding="utf-8")
    first, second = re.findall(r"^\$ python -m bodymap check\n(.*?)^```$", page, re.M | re.S)
    assert len(first.splitlines()) >= 5 and second.startswith("OK: ")
    assert "omohyoid" not in read_names(DATA_DIR, "muscles").names, "the walk needs another muscle now"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_files_that_a_document_names_are_there(page: Path):
    for name in names(page, _FILE):
        assert (ROOT / name).exists(), name
    for module in names(page, _MODULE):
        path = ROOT.joinpath(*module.split("."))
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module
    for link, anchor in names(page, _LINK):
        target = (page.parent / link).resolve()
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), f"{link}#{anchor}"


# ---- issue forms ---------------------------------------------------------------------------------------------

FORMS = sorted(path for path in ROOT.glob(".github/ISSUE_TEMPLATE/*.yml") if path.stem != "config")


def test_there_is_a_form_for_content_a_muscle_and_the_app():
    assert {path.stem for path in FORMS} == {"content_error", "new_muscle", "app_fault"}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one_that_github_takes(path: Path):
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert form["name"] and form["description"] and form["body"]
    fields = [part for part in form["body"] if part["type"] != "markdown"]
    assert {part["type"] for part in form["body"]} <= {"markdown", "input", "textarea", "dropdown", "checkboxes"}
    assert len({part["id"] for part in fields}) == len({part["attributes"]["label"] for part in fields}) == len(fields)
    for part in fields:
        options = part["attributes"].get("options", ["-"])
        assert all(isinstance(option, str) for option in options) and len(set(options)) == len(options)
    assert any(part.get("validations", {}).get("required") for part in fields)
    said = path.read_text(encoding="utf-8")
    assert all(name in KINDS for name in re.findall(r"bodymap list (\w+)", said))


def test_the_list_for_review_begins_with_organs_and_counts():
    page = (ROOT / "docs" / "for_review.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \|", page, re.M)
    assert {*listed[:2]} == {"organs", "prevalence"} and {"muscles", "conditions", "evidence"} < set(listed)
