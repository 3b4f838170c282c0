"""The dataset on the command line: ``python -m bodymap check | match | muscle | condition | list | new | schema``.

Exit status: 0 fine, 1 the data has problems, 2 the question could not be understood.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bodymap import DATA_DIR
from bodymap.ask.match import Match, match
from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS
from bodymap.place import PlaceError, read_place
from bodymap.problems import did_you_mean, shown
from bodymap.read import schema
from bodymap.read.load import DataProblems, load
from bodymap.read.skeleton import FORMS, SkeletonError, new
from bodymap.tell import text as tell

LISTED = ("regions", "muscles", "trigger_points", *(kind for kind in list(KINDS)[2:] if kind != "waivers"))


class UnknownIdError(Exception):
    """The question names what the dataset does not have; the message says what was probably meant."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one command and return the exit status. Answers go to stdout, complaints to stderr."""
    options = _parser().parse_args(arguments)
    try:
        print(options.answer(options))
    except DataProblems as problems:
        print(problems, file=sys.stdout if options.command == "check" else sys.stderr)
        return 1
    except (UnknownIdError, PlaceError, SkeletonError) as error:
        print(f"bodymap: {error}", file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="data folder (default: %(default)s)")
    parser = argparse.ArgumentParser(prog="python -m bodymap", description="Ask or check the body map's dataset.")
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, answer: Callable[[argparse.Namespace], str], about: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, parents=[common], help=about, description=about)
        added.set_defaults(answer=answer)
        return added

    def question(
        name: str, answer: Callable[[Dataset, argparse.Namespace], str], about: str
    ) -> argparse.ArgumentParser:
        added = command(name, lambda options: answer(load(options.data), options), about)
        added.add_argument("--json", action="store_true", help="print JSON")
        return added

    command("check", _check, "check the data files and print every problem").add_argument(
        "--today", type=dt.date.fromisoformat, metavar="DATE", help="judge waivers on this day (default: today)"
    )
    question("match", _match, "list the patterns that cover the marked regions").add_argument(
        "marks", nargs="+", metavar="REGION[.left|.right]"
    )
    question("muscle", _muscle, "show one muscle").add_argument("id")
    question("condition", _condition, "show one condition").add_argument("id")
    question("list", _list, "list the ids and names of one kind of record").add_argument("kind", choices=LISTED)
    added = command("new", _new, "print a new record to fill in")
    added.add_argument("what", choices=FORMS)
    added.add_argument("id")
    added.add_argument("--name", help="its name; for a red flag the sign that a person notices")
    added.add_argument("--append", action="store_true", help="add it to the end of its data file")
    command("schema", _schema, "write the JSON schemas of the data files to schema/ in the data folder")
    return parser


def _check(options: argparse.Namespace) -> str:
    dataset = load(options.data, options.today or dt.date.today())
    return "OK: " + ", ".join(f"{len(dataset.records(kind))} {kind.replace('_', ' ')}" for kind in LISTED)


def _new(options: argparse.Namespace) -> str:
    return new(options.data, options.what, options.id, options.name, options.append)


def _schema(options: argparse.Namespace) -> str:
    paths = schema.write(options.data, load(options.data).regions.values())
    return "\n".join(f"wrote {shown(path)}" for path in paths)


def _match(dataset: Dataset, options: argparse.Namespace) -> str:
    marks = [read_place(text, dataset.regions) for text in options.marks]
    rows = match(dataset, marks)
    return _json([_as_json(row) for row in rows]) if options.json else tell.matches(dataset, marks, rows)


def _as_json(row: Match) -> dict[str, Any]:
    spelt = {level: [str(place) for place in getattr(row, level)] for level in ("primary", "spillover")}
    return {**row._asdict(), **spelt}


def _muscle(dataset: Dataset, options: argparse.Namespace) -> str:
    muscle = _known(dataset.muscles, options.id, "muscle")
    if not options.json:
        return tell.muscle(dataset, muscle)
    near = [zone.model_dump(mode="json") for zone in dataset.danger_of_muscle(muscle.id)]
    return _json({**muscle.model_dump(mode="json"), "danger_zones": near})


def _condition(dataset: Dataset, options: argparse.Namespace) -> str:
    condition = _known(dataset.conditions, options.id, "condition")
    return _json(condition.model_dump(mode="json")) if options.json else tell.condition(dataset, condition)


def _list(dataset: Dataset, options: argparse.Namespace) -> str:
    title = KINDS[options.kind].title if options.kind in KINDS else "name"
    records = dataset.records(options.kind)
    rows = [{"id": id_, "name": getattr(record, title)} for id_, record in records.items()]
    return _json(rows) if options.json else tell.table(rows)


def _known(records: Mapping[str, Any], name: str, kind: str) -> Any:
    if name not in records:
        hint = did_you_mean(name, records)
        raise UnknownIdError(f"unknown {kind} `{name}`" + (f"; {hint}" if hint else ""))
    return records[name]


def _json(answer: Any) -> str:
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _run() -> int:
    """As ``main``, quiet when the reader of the output leaves early (``| head``)."""
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


if __name__ == "__main__":
    sys.exit(_run())
