"""The versions of the data, and an export that cannot be read back: each fault said where it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bodymap.problems import DataProblems
from bodymap.read.exported import read_export
from bodymap.read.release import read_releases

GOOD = "releases:\n  - {version: 0.2.0, date: 2026-11-26, summary: Two., changes: [More.]}\n"
OLD = "  - {version: 0.1.0, date: 2026-11-21, summary: One., changes: [All.]}\n"


def said(folder: Path, text: str | None) -> str:
    if text is not None:
        (folder / "release.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DataProblems) as raised:
        read_releases(folder)
    return str(raised.value)


def test_the_newest_comes_first(tmp_path: Path):
    (tmp_path / "release.yaml").write_text(GOOD + OLD, encoding="utf-8")
    assert [release.number for release in read_releases(tmp_path)] == [(0, 2, 0), (0, 1, 0)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, ":1: the file is missing"),
        ("", ":1: the file is empty"),
        ("releases: []\n", "must hold `releases:` and at least one version"),
        ("other: []\n", "must hold `releases:`"),
        (GOOD.replace("0.2.0", "two"), ":2: releases[0].version: "),
        (GOOD.replace("[More.]", "[]"), "releases[0].changes"),
        (GOOD + OLD.replace("0.1.0", "0.10.0"), ":3: releases[1]: version 0.10.0 stands below 0.2.0"),
        (GOOD + OLD.replace("11-21", "11-27"), "put the newest version and day first"),
    ],
)
def test_a_fault_is_said_where_it_stands(tmp_path: Path, text: str | None, message: str):
    assert message in said(tmp_path, text)


def test_an_export_that_does_not_fit_is_refused_with_where_and_what(tmp_path: Path):
    path = tmp_path / "dataset.json"
    for content in (None, "{", "[]", json.dumps({"records": {"regions": [{"id": "Bad Id"}]}})):
        if content is not None:
            path.write_text(content, encoding="utf-8")
        with pytest.raises(DataProblems, match=r"python -m bodymap export DIR"):
            read_export(path)
    with pytest.raises(DataProblems) as raised:
        read_export(path)
    assert any("records.regions.0.id" in str(problem) for problem in raised.value.problems)
