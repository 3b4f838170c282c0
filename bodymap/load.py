"""The data files as a ``Dataset``, or every problem in them at once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from bodymap import DATA_DIR

from .dataset import Dataset, Needling
from .draft import Draft, Entry, Kind, R
from .model import Condition, DangerZone, Muscle, RedFlag, Region, Waiver
from .needling import Claim, Contraindication, Evidence, GuidePart, HarmCount
from .problems import DataProblems, Problem, did_you_mean, shown
from .rules import RULES
from .sources import read_sources
from .validate import validate
from .yaml_lines import Document, read_yaml

__all__ = ["DATA_DIR", "DataProblems", "Problem", "find_problems", "load"]

FILES: dict[Kind, str] = {
    "regions": "regions.yaml",
    "muscles": "trigger_points.yaml",
    "red_flags": "red_flags.yaml",
    "conditions": "conditions.yaml",
    "danger_zones": "danger_zones.yaml",
    "waivers": "waivers.yaml",
    "evidence": "evidence.yaml",
    "harms": "harms.yaml",
    "contraindications": "contraindications.yaml",
    "claims": "claims.yaml",
    "guide": "guide.yaml",
    "sources": "sources.bib",
}
_MAY_BE_EMPTY: frozenset[Kind] = frozenset({"waivers"})


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
    dataset = Dataset.build(
        (entry.record for entry in draft.regions),
        (entry.record for entry in draft.muscles),
        (entry.record for entry in draft.red_flags),
        (entry.record for entry in draft.conditions),
        draft.sources.values(),
        (entry.record for entry in draft.danger_zones),
        Needling.build(
            (entry.record for entry in draft.evidence),
            (entry.record for entry in draft.harms),
            (entry.record for entry in draft.contraindications),
            (entry.record for entry in draft.claims),
            (entry.record for entry in draft.guide),
        ),
    )
    return dataset, problems


def _draft(data_dir: Path, today: dt.date | None) -> tuple[Draft, list[Problem]]:
    problems: list[Problem] = []
    known: dict[Kind, tuple[str, ...] | None] = {}

    def records(kind: Kind, model: type[R]) -> tuple[Entry[R], ...]:
        path = data_dir / FILES[kind]
        entries, known[kind], found = _records(kind, model, read_yaml(path, shown(path)))
        problems.extend(found)
        return entries

    path = data_dir / FILES["sources"]
    sources, keys, found = read_sources(path, shown(path))
    problems.extend(found)
    known["sources"] = tuple(sorted(keys)) if keys is not None else None
    draft = Draft(
        regions=records("regions", Region),
        muscles=records("muscles", Muscle),
        red_flags=records("red_flags", RedFlag),
        conditions=records("conditions", Condition),
        danger_zones=records("danger_zones", DangerZone),
        waivers=records("waivers", Waiver),
        evidence=records("evidence", Evidence),
        harms=records("harms", HarmCount),
        contraindications=records("contraindications", Contraindication),
        claims=records("claims", Claim),
        guide=records("guide", GuidePart),
        sources=sources,
        known=known,
        body=data_dir / "body",
        today=today,
    )
    return draft, problems


def _records(
    kind: Kind, model: type[R], document: Document
) -> tuple[tuple[Entry[R], ...], tuple[str, ...] | None, list[Problem]]:
    """The valid records of one file, every id written in it (None if unreadable), and its problems."""
    problems = list(document.problems)
    rows, shape = _rows(kind, document)
    problems.extend(shape)
    if rows is None:
        return (), None, problems
    said = {(problem.line, problem.path) for problem in document.problems}
    entries: list[Entry[R]] = []
    for index, raw in enumerate(rows):
        record, faults = validate(model, document, (kind, index), raw)
        problems.extend(fault for fault in faults if (fault.line, fault.path) not in said)
        if record is not None:
            entries.append(Entry(record, document, (kind, index)))
    ids = (raw.get("id") for raw in rows if isinstance(raw, dict))
    return tuple(entries), tuple(name for name in ids if isinstance(name, str)), problems


def _rows(kind: Kind, document: Document) -> tuple[list[Any] | None, list[Problem]]:
    """The list under the file's one top key, and what is wrong around it."""
    hint = f"start the file with `{kind}:` and a list of records"
    data = document.data
    if data is None:
        return None, [] if document.problems else [document.problem((), "the file is empty", hint)]
    if not isinstance(data, dict):
        return None, [document.problem((), f"must hold `{kind}:`", hint)]
    problems = [
        document.problem((key,), f"`{key}` is not a key here", did_you_mean(key, [kind]) or hint)
        for key in data
        if key != kind
    ]
    rows = data.get(kind)
    if kind not in data:
        problems.append(document.problem((), f"has no `{kind}:`", hint))
    elif rows == [] and kind in _MAY_BE_EMPTY:
        pass
    elif not rows and not document.problems:
        problems.append(document.problem((kind,), "the list is empty", hint))
    elif rows is not None and not isinstance(rows, list):
        problems.append(document.problem((kind,), "must be a list", "start each record with `- id:`"))
    return (rows if isinstance(rows, list) else None), problems
