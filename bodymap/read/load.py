"""The data files as a ``Dataset``, or every problem in them at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bodymap import DATA_DIR
from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS, Kind
from bodymap.data.source import Source
from bodymap.problems import DataProblems, Problem, did_you_mean, shown
from bodymap.read.bibtex import read_sources
from bodymap.read.chart.files import read_chart_files
from bodymap.read.draft import Draft, Entry
from bodymap.read.rules import RULES
from bodymap.read.validate import validate
from bodymap.read.yaml_lines import Document, read_yaml

__all__ = ["DataProblems", "Problem", "find_problems", "load"]


def load(data_dir: Path = DATA_DIR, today: dt.date | None = None) -> Dataset:
    """Read, validate and check a data folder.

    Waivers are judged on the day ``today``. By default they do not expire here, so that no program that only
    reads the data stops working overnight; ``find_problems`` and ``python -m bodymap check`` do look at the clock.

    Raises ``DataProblems`` with every problem found; its text has one line a problem,
    ``file:line: path: message (hint)``.
    """
    dataset, problems = _read(data_dir, today)
    if problems:
        raise DataProblems(problems)
    return dataset


def find_problems(data_dir: Path = DATA_DIR, today: dt.date | None = None) -> tuple[Problem, ...]:
    """Every problem of a data folder on a day (by default today), in file and line order; empty if there is none."""
    return DataProblems(_read(data_dir, today or dt.date.today())[1]).problems


def _read(data_dir: Path, today: dt.date | None) -> tuple[Dataset, list[Problem]]:
    draft, problems = _draft(data_dir, today)
    for rule in RULES:
        problems.extend(rule(draft))
    records = {kind: [entry.record for entry in entries] for kind, entries in draft.written.items()}
    return Dataset.build({**records, "sources": draft.sources.values()}), problems


def _draft(data_dir: Path, today: dt.date | None) -> tuple[Draft, list[Problem]]:
    problems: list[Problem] = []
    known: dict[str, tuple[str, ...] | None] = {}
    written: dict[str, tuple[Entry[Any], ...]] = {}
    sources: dict[str, Source] = {}
    lines: Mapping[str, int] | None = None
    for kind in KINDS.values():
        path = data_dir / kind.file
        if kind.is_yaml:
            written[kind.name], known[kind.name], found = read_records(kind, read_yaml(path, shown(path)))
        else:
            sources, lines, found = read_sources(path, shown(path))
            known[kind.name] = tuple(sorted(lines)) if lines is not None else None
        problems.extend(found)
    body = data_dir / "body"
    return Draft(written, sources, known, body, today, read_chart_files(body), source_lines=lines or {}), problems


def read_records(
    kind: Kind, document: Document
) -> tuple[tuple[Entry[Any], ...], tuple[str, ...] | None, list[Problem]]:
    """The valid records of one file, every id written in it (None if unreadable), and its problems."""
    problems = list(document.problems)
    rows, shape = _rows(kind, document)
    problems.extend(shape)
    if rows is None:
        return (), None, problems
    said = {(problem.line, problem.path) for problem in document.problems}
    entries: list[Entry[Any]] = []
    for index, raw in enumerate(rows):
        record, faults = validate(kind.model, document, (kind.name, index), raw)
        problems.extend(fault for fault in faults if (fault.line, fault.path) not in said)
        if record is not None:
            entries.append(Entry(record, document, (kind.name, index)))
    ids = (raw.get("id") for raw in rows if isinstance(raw, dict))
    return tuple(entries), tuple(name for name in ids if isinstance(name, str)), problems


def _rows(kind: Kind, document: Document) -> tuple[list[Any] | None, list[Problem]]:
    """The list under the file's one top key, and what is wrong around it."""
    name = kind.name
    hint = f"start the file with `{name}:` and a list of records"
    data = document.data
    if data is None:
        return None, [] if document.problems else [document.problem((), "the file is empty", hint)]
    if not isinstance(data, dict):
        return None, [document.problem((), f"must hold `{name}:`", hint)]
    problems = [
        document.problem((key,), f"`{key}` is not a key here", did_you_mean(key, [name]) or hint)
        for key in data
        if key != name
    ]
    rows = data.get(name)
    if name not in data:
        problems.append(document.problem((), f"has no `{name}:`", hint))
    elif rows == [] and kind.may_be_empty:
        pass
    elif not rows and not document.problems:
        problems.append(document.problem((name,), "the list is empty", hint))
    elif rows is not None and not isinstance(rows, list):
        problems.append(document.problem((name,), "must be a list", "start each record with `- id:`"))
    return (rows if isinstance(rows, list) else None), problems
