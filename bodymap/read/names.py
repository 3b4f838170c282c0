"""What one data file holds by id and name, as it is written: readable while records are unfinished."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from bodymap.data.kinds import KINDS, Kind
from bodymap.data.patterns import point_name
from bodymap.problems import DataProblems, Problem, shown
from bodymap.read.bibtex import read_sources
from bodymap.read.load import read_records
from bodymap.read.yaml_lines import read_yaml


class Names(NamedTuple):
    """The names by id, in the order of the file, and what is wrong in it."""

    names: Mapping[str, str]
    problems: tuple[Problem, ...]


def read_names(data_dir: Path, kind: str) -> Names:
    """The names of a kind (``"muscles"``, also ``"trigger_points"``) from its own file alone.

    Raises ``DataProblems`` if the file cannot be read at all.
    """
    owner = KINDS["muscles" if kind == "trigger_points" else kind]
    if not owner.is_yaml:
        return _sources(data_dir / owner.file)
    rows, problems = _rows(data_dir, owner)
    return Names(dict(_points(rows) if kind == "trigger_points" else _titles(owner, rows)), problems)


def read_structures(data_dir: Path) -> dict[str, tuple[str, ...]]:
    """The structures of each muscle as written, finished or not. Raises ``DataProblems`` as ``read_names``."""
    found = {}
    for row in _rows(data_dir, KINDS["muscles"])[0]:
        written = row.get("structures")
        if isinstance(written, list) and isinstance(row.get("id"), str):
            found[row["id"]] = tuple(name for name in written if isinstance(name, str))
    return found


def _sources(path: Path) -> Names:
    sources, keys, problems = read_sources(path, shown(path))
    if keys is None:
        raise DataProblems(problems)
    unread = dict.fromkeys(sorted(keys - sources.keys()), "")
    return Names({**{key: source.title for key, source in sources.items()}, **unread}, tuple(problems))


def _rows(data_dir: Path, kind: Kind) -> tuple[list[dict[str, Any]], tuple[Problem, ...]]:
    """The records of one YAML file as written, and what is wrong in it."""
    path = data_dir / kind.file
    document = read_yaml(path, shown(path))
    _, known, problems = read_records(kind, document)
    if known is None:
        raise DataProblems(problems)
    return [row for row in document.data[kind.name] if isinstance(row, dict)], DataProblems(problems).problems


def _titles(kind: Kind, rows: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for row in rows:
        if isinstance(row.get("id"), str):
            yield row["id"], _text(row, kind.title)


def _points(rows: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for row in rows:
        points = row.get("trigger_points")
        for point in points if isinstance(points, list) else []:
            if isinstance(point, dict) and isinstance(point.get("id"), str):
                yield point["id"], point_name(_text(row, "name"), _text(point, "label"))


def _text(row: Mapping[str, Any], field: str) -> str:
    value = row.get(field)
    return value if isinstance(value, str) else ""
