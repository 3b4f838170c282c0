"""Commands for whoever keeps the data: problems, names, positions, new records and schemas."""

from __future__ import annotations

import argparse
import datetime as dt
import sys

from bodymap.ask.point import DIGITS, drawn_in, positions
from bodymap.body.geometry import read_chart
from bodymap.commands.question import LISTED, as_json, known
from bodymap.problems import shown
from bodymap.read import schema, skeleton
from bodymap.read.load import DataProblems, Problem, load
from bodymap.read.names import read_names, read_structures
from bodymap.read.release import read_releases
from bodymap.tell import text as tell

_OUTLINES = 'each is a feature of data/body/*.geojson with `"kind":"muscle"`'


def check(options: argparse.Namespace) -> str:
    problems: list[Problem] = []
    try:
        dataset = load(options.data, options.today or dt.date.today())
    except DataProblems as found:
        problems.extend(found.problems)
    try:
        read_releases(options.data)
    except DataProblems as found:
        problems.extend(found.problems)
    if problems:
        raise DataProblems(problems)
    return "OK: " + ", ".join(f"{len(dataset.records(kind))} {kind.replace('_', ' ')}" for kind in LISTED)


def listed(options: argparse.Namespace) -> str:
    names, problems = read_names(options.data, options.kind)
    if problems:
        print(f"bodymap: {_counted(len(problems))} in {problems[0].file}; see `check`", file=sys.stderr)
    rows = [{"id": id_, "name": name} for id_, name in names.items()]
    return as_json(rows) if options.json else tell.table(rows)


def _counted(problems: int) -> str:
    return "1 problem" if problems == 1 else f"{problems} problems"


def point(options: argparse.Namespace) -> str:
    chart = read_chart(options.data / "body")
    drawn = dict.fromkeys(sorted(drawn_in(chart)))
    if options.structures:
        names = [known(drawn, name, "outline", _OUTLINES) or name for name in options.structures]
    else:
        written = read_structures(options.data)
        known({**drawn, **written}, options.id, "muscle")
        names = [name for name in written.get(options.id, ()) if name in drawn] or [options.id]
        known(drawn, names[0], "outline", "draw it in data/body/schematics.yaml, or give --structures")
    found = positions(chart, names)
    rows = (f"{view}: [{_number(x)}, {_number(y)}]" for view, (x, y) in found.items())
    return as_json(found) if options.json else "\n".join(rows)


def _number(number: float) -> str:
    return f"{number:.{DIGITS}f}" if round(number, DIGITS) == number else str(number)


def new(options: argparse.Namespace) -> str:
    return skeleton.new(options.data, options.what, options.id, options.name, options.append)


def schemas(options: argparse.Namespace) -> str:
    paths = schema.write(options.data, load(options.data).regions.values())
    return "\n".join(f"wrote {shown(path)}" for path in paths)
