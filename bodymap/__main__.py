"""The dataset on the command line: ``python -m bodymap check | match | muscle | condition | list``.

Exit status: 0 fine, 1 the data has problems, 2 the question could not be understood.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from . import tell
from .dataset import Dataset
from .load import DATA_DIR, DataProblems, load
from .match import MarkError, match, parse_mark
from .problems import did_you_mean

KINDS = ("muscles", "trigger_points", "regions", "conditions", "sources")


class UnknownIdError(Exception):
    """The question names what the dataset does not have; the message says what was probably meant."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one command and return the exit status. Answers go to stdout, complaints to stderr."""
    options = _parser().parse_args(arguments)
    try:
        dataset = load(options.data)
    except DataProblems as problems:
        print(problems, file=sys.stdout if options.command == "check" else sys.stderr)
        return 1
    try:
        print(options.answer(dataset, options))
    except (UnknownIdError, MarkError) as error:
        print(f"bodymap: {error}", file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, default=DATA_DIR, metavar="DIR", help="data folder (default: %(default)s)")
    parser = argparse.ArgumentParser(prog="python -m bodymap", description="Ask or check the body map's dataset.")
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, answer: Callable[[Dataset, argparse.Namespace], str], about: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, parents=[common], help=about, description=about)
        added.set_defaults(answer=answer)
        if name != "check":
            added.add_argument("--json", action="store_true", help="print JSON")
        return added

    command("check", _check, "check the data files and print every problem")
    command("match", _match, "list the patterns that cover the marked regions").add_argument(
        "marks", nargs="+", metavar="REGION[:left|:right]"
    )
    command("muscle", _muscle, "show one muscle").add_argument("id")
    command("condition", _condition, "show one condition").add_argument("id")
    command("list", _list, "list the ids and names of one kind of record").add_argument("kind", choices=KINDS)
    return parser


def _check(dataset: Dataset, options: argparse.Namespace) -> str:
    counts = [
        f"{len(getattr(dataset, kind))} {kind.replace('_', ' ')}" for kind in (*KINDS[:4], "red_flags", "sources")
    ]
    return "OK: " + ", ".join(counts)


def _match(dataset: Dataset, options: argparse.Namespace) -> str:
    marks = [parse_mark(dataset, token) for token in options.marks]
    rows = match(dataset, marks)
    return _json([asdict(row) for row in rows]) if options.json else tell.matches(dataset, marks, rows)


def _muscle(dataset: Dataset, options: argparse.Namespace) -> str:
    muscle = _known(dataset.muscles, options.id, "muscle")
    return _json(muscle.model_dump(mode="json")) if options.json else tell.muscle(dataset, muscle)


def _condition(dataset: Dataset, options: argparse.Namespace) -> str:
    condition = _known(dataset.conditions, options.id, "condition")
    return _json(condition.model_dump(mode="json")) if options.json else tell.condition(dataset, condition)


def _list(dataset: Dataset, options: argparse.Namespace) -> str:
    if options.kind == "sources":
        rows = [{"id": source.key, "name": source.title} for source in dataset.sources.values()]
    else:
        records: Mapping[str, Any] = getattr(dataset, options.kind)
        rows = [{"id": id_, "name": record.name} for id_, record in records.items()]
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
