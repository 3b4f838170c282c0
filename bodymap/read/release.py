"""The versions of the dataset, from ``data/release.yaml``."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

from bodymap.data.release import Release
from bodymap.problems import DataProblems, Problem, shown
from bodymap.read.validate import validate
from bodymap.read.yaml_lines import Document, read_yaml

FILE = "release.yaml"
_KEY = "releases"
_HINT = f"start the file with `{_KEY}:` and a list of versions, the newest first"


def read_releases(data_dir: Path) -> tuple[Release, ...]:
    """Every version, the newest first. Raises ``DataProblems`` with everything that is wrong with the file."""
    path = data_dir / FILE
    document = read_yaml(path, shown(path))
    problems = list(document.problems)
    rows = _rows(document)
    if not rows and not problems:
        problems.append(document.problem((), f"must hold `{_KEY}:` and at least one version", _HINT))
    releases: list[Release] = []
    for index, raw in enumerate(rows):
        release, faults = validate(Release, document, (_KEY, index), raw)
        problems.extend(faults)
        releases.extend([release] if release else [])
    if not problems:
        problems.extend(_order(document, releases))
    if problems:
        raise DataProblems(problems)
    return tuple(releases)


def _rows(document: Document) -> list[Any]:
    data = document.data
    rows = data.get(_KEY) if isinstance(data, dict) and set(data) == {_KEY} else None
    return rows if isinstance(rows, list) else []


def _order(document: Document, releases: list[Release]) -> list[Problem]:
    return [
        document.problem(
            (_KEY, index), f"version {old.version} stands below {new.version}", "put the newest version and day first"
        )
        for index, (new, old) in enumerate(pairwise(releases), start=1)
        if not (new.number > old.number and new.date >= old.date)
    ]
