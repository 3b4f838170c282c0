"""Commands that ask the dataset: about marked regions, about records, and about what has changed.

``parser`` says what each is called and what it is asked with.
"""

from __future__ import annotations

import argparse
from typing import Any

from bodymap.ask.match import Match, match
from bodymap.ask.refers import REFERRED, Referred, refers
from bodymap.commands.question import LISTED, as_json, known, marks_of
from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS
from bodymap.tell import text as tell
from bodymap.tell.export.changes import since


def matches(dataset: Dataset, options: argparse.Namespace) -> str:
    marks = marks_of(dataset, options)
    rows = match(dataset, marks)
    return as_json([_spelt(row) for row in rows]) if options.json else tell.matches(dataset, marks, rows)


def referred(dataset: Dataset, options: argparse.Namespace) -> str:
    marks = marks_of(dataset, options)
    rows = refers(dataset, marks, (options.kind,) if options.kind else REFERRED)
    return as_json([_spelt(row) for row in rows]) if options.json else tell.referred(dataset, marks, rows)


def _spelt(row: Match | Referred) -> dict[str, Any]:
    spelt = {level: [str(place) for place in getattr(row, level)] for level in ("primary", "spillover")}
    return {**row._asdict(), **spelt}


def one_record(dataset: Dataset, options: argparse.Namespace) -> str:
    found = [(kind, records[options.id]) for kind in LISTED if options.id in (records := dataset.records(kind))]
    if not found:
        every = [id_ for kind in LISTED for id_ in dataset.records(kind)]
        known(dict.fromkeys(every), options.id, "record", "`list KIND` prints the ids of a kind")
    kind, record = found[0]
    record = record.point if kind == "trigger_points" else record
    fields = {
        "kind": "trigger_point" if kind == "trigger_points" else KINDS[kind].one,
        **record.model_dump(mode="json"),
    }
    return as_json(fields) if options.json else tell.record(fields)


def one_muscle(dataset: Dataset, options: argparse.Namespace) -> str:
    muscle = known(dataset.muscles, options.id, "muscle")
    if not options.json:
        return tell.muscle(dataset, muscle)
    near = [zone.model_dump(mode="json") for zone in dataset.danger_of_muscle(muscle.id)]
    return as_json({**muscle.model_dump(mode="json"), "danger_zones": near})


def one_condition(dataset: Dataset, options: argparse.Namespace) -> str:
    condition = known(dataset.conditions, options.id, "condition")
    return as_json(condition.model_dump(mode="json")) if options.json else tell.condition(dataset, condition)


def changes(dataset: Dataset, options: argparse.Namespace) -> str:
    found = since(options.old, dataset)
    if options.json:
        return as_json([difference._asdict() for difference in found])
    return "\n".join(f"- {difference}" for difference in found) or "no record differs"
