"""The dataset on the command line: ``python -m bodymap COMMAND``; ``--help`` names the commands.

Exit status: 0 fine, 1 the data has problems, 2 the question could not be understood.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import stat
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bodymap import DATA_DIR
from bodymap.ask.counted import only_reviewed
from bodymap.ask.match import Match, match
from bodymap.ask.point import DIGITS, drawn_in, positions
from bodymap.ask.refers import REFERRED, Referred, refers
from bodymap.body.geometry import ChartError, read_chart
from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS
from bodymap.place import Place, PlaceError, read_place
from bodymap.problems import did_you_mean, shown
from bodymap.read import schema
from bodymap.read.load import DataProblems, load
from bodymap.read.names import read_names, read_structures
from bodymap.read.release import read_releases
from bodymap.read.skeleton import FORMS, SkeletonError, new
from bodymap.tell import text as tell
from bodymap.tell.cards.package import NoGenankiError, cards_package, count
from bodymap.tell.export.changes import since
from bodymap.tell.export.files import ExportError, check_folder, export_files, write
from bodymap.tell.site.addresses import AddressError, read_address
from bodymap.tell.site.write import FolderError, write_site, written_before

_OUTLINES = 'each is a feature of data/body/*.geojson with `"kind":"muscle"`'
LISTED = ("regions", "muscles", "trigger_points", *(kind for kind in list(KINDS)[2:] if kind != "waivers"))


class QuestionError(Exception):
    """The question cannot be answered as it stands; the message says why and what was probably meant."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one command and return the exit status. Answers go to stdout, complaints to stderr."""
    options = _parser().parse_args(arguments)
    try:
        _readable(options)
        return _answer(options)
    except (
        QuestionError, SkeletonError, ChartError, AddressError, FolderError, NoGenankiError, ExportError,
    ) as error:  # fmt: skip
        return _refuse(str(error))
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        return _refuse(f"the output encoding {error.encoding} has no {letter!a}; set PYTHONIOENCODING=utf-8")
    except BrokenPipeError:
        raise
    except OSError as error:
        return _refuse(_failed(error))


def _answer(options: argparse.Namespace) -> int:
    try:
        print(options.answer(options), flush=True)
    except DataProblems as problems:
        print(problems, file=sys.stdout if options.command == "check" else sys.stderr, flush=True)
        return 1
    return 0


def _refuse(why: str) -> int:
    print(f"bodymap: {why}", file=sys.stderr)
    return 2


def _failed(error: OSError) -> str:
    """``data/regions.yaml: Permission denied``, with an over-long name cut."""
    name = str(error.filename) if error.filename is not None else "the output"
    return f"{name if len(name) <= 100 else name[:100] + '...'}: {error.strerror or error}"


def _readable(options: argparse.Namespace) -> None:
    """Refuse what no command can answer: a data folder that is none, and words that are not text."""
    if not stat.S_ISDIR(options.data.stat().st_mode):
        raise QuestionError(f"{options.data}: is not a folder")
    for value in vars(options).values():
        for word in value if isinstance(value, list) else [value]:
            if isinstance(word, str) and any("\ud800" <= letter <= "\udfff" for letter in word):
                raise QuestionError(f"{word!a} holds bytes that are not UTF-8 text; type it again")


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
    added = question("refers", _refers, "list everything that is described to be felt in the marked regions, by kind")
    added.add_argument("marks", nargs="+", metavar="REGION[.left|.right]")
    added.add_argument("--kind", choices=REFERRED, help="only things of this kind")
    question("show", _show, "show any record by its id").add_argument("id")
    question("muscle", _muscle, "show one muscle").add_argument("id")
    question("condition", _condition, "show one condition").add_argument("id")
    added = command("list", _list, "list the ids and names of one kind of record, finished or not")
    added.add_argument("kind", choices=LISTED)
    added.add_argument("--json", action="store_true", help="print JSON")
    added = command("point", _point, "print a position inside each outline of a muscle")
    added.add_argument("id", metavar="MUSCLE")
    added.add_argument("--structures", nargs="+", metavar="ID", help="the outlines (default: those of the record)")
    added.add_argument("--json", action="store_true", help="print JSON")
    added = command("new", _new, "print a new record to fill in")
    added.add_argument("what", choices=FORMS)
    added.add_argument("id")
    added.add_argument("--name", help="its name; for a red flag the sign that a person notices")
    added.add_argument("--append", action="store_true", help="add it to the end of its data file")
    added = command("site", _site, "write the static edition, which opens from a folder without a server")
    added.add_argument("folder", type=Path, metavar="DIR", help="a folder that is new, empty, or an earlier site")
    added.add_argument("--app", default="", metavar="URL", help="address of the explorer, for links to it")
    added.add_argument("--only-reviewed", action="store_true", help="leave out what SHOW_UNREVIEWED=0 leaves out")
    command(
        "cards", _cards, "write cards for Anki: every pattern as a picture, facts of muscles, nerve roots"
    ).add_argument("file", type=Path, metavar="FILE.apkg")
    command("export", _export, "write the data as files for others: CSV, Parquet, JSON, GeoJSON, BibTeX").add_argument(
        "folder", type=Path, metavar="DIR", help="a new or empty folder"
    )
    added = question("changes", _changes, "list the records that differ from an earlier export")
    added.add_argument("old", type=Path, metavar="OLD", help="its dataset.json")
    command("schema", _schema, "write the JSON schemas of the data files to schema/ in the data folder")
    return parser


def _check(options: argparse.Namespace) -> str:
    dataset = load(options.data, options.today or dt.date.today())
    read_releases(options.data)
    return "OK: " + ", ".join(f"{len(dataset.records(kind))} {kind.replace('_', ' ')}" for kind in LISTED)


def _new(options: argparse.Namespace) -> str:
    return new(options.data, options.what, options.id, options.name, options.append)


def _site(options: argparse.Namespace) -> str:
    written_before(options.folder)  # refuses before the data are read
    app = read_address(options.app) if options.app else ""
    dataset = load(options.data)
    shown_data = only_reviewed(dataset) if options.only_reviewed else dataset
    return write_site(options.folder, shown_data, read_chart(options.data / "body"), app)


def _cards(options: argparse.Namespace) -> str:
    if options.file.suffix != ".apkg":
        raise QuestionError(f"{options.file}: Anki imports files that end in .apkg; name it {options.file.stem}.apkg")
    if options.file.is_dir():
        raise QuestionError(f"{options.file}: is a folder; name a file in it")
    if not options.file.parent.is_dir():
        raise QuestionError(f"{options.file.parent}: there is no such folder; make it, or name another")
    dataset = load(options.data)
    package = cards_package(dataset, read_chart(options.data / "body"))
    part = options.file.with_name(f"{options.file.name}.part")  # never half a package under the name
    try:
        part.write_bytes(package)
        part.replace(options.file)
    finally:
        part.unlink(missing_ok=True)
    kinds = ", ".join(f"{number} {kind.replace('_', ' ')}s" for kind, number in count(dataset).items())
    return f"wrote {shown(options.file)}: notes on {kinds}; {len(package) / 1e6:.1f} MB"


def _schema(options: argparse.Namespace) -> str:
    paths = schema.write(options.data, load(options.data).regions.values())
    return "\n".join(f"wrote {shown(path)}" for path in paths)


def _export(options: argparse.Namespace) -> str:
    check_folder(options.folder)
    files = export_files(load(options.data), options.data)
    write(files, options.folder)
    return f"wrote {len(files)} files to {shown(options.folder)}; begin with README.md"


def _changes(dataset: Dataset, options: argparse.Namespace) -> str:
    found = since(options.old, dataset)
    if options.json:
        return _json([difference._asdict() for difference in found])
    return "\n".join(f"- {difference}" for difference in found) or "no record differs"


def _marks(dataset: Dataset, options: argparse.Namespace) -> list[Place]:
    try:
        return [read_place(text, dataset.regions) for text in options.marks]
    except PlaceError as error:
        raise QuestionError(f"{error}" if ";" in str(error) else f"{error}; see `list regions`") from error


def _refers(dataset: Dataset, options: argparse.Namespace) -> str:
    marks = _marks(dataset, options)
    rows = refers(dataset, marks, (options.kind,) if options.kind else REFERRED)
    return _json([_as_json(row) for row in rows]) if options.json else tell.referred(dataset, marks, rows)


def _show(dataset: Dataset, options: argparse.Namespace) -> str:
    found = [(kind, records[options.id]) for kind in LISTED if options.id in (records := dataset.records(kind))]
    if not found:
        every = [id_ for kind in LISTED for id_ in dataset.records(kind)]
        _known(dict.fromkeys(every), options.id, "record", "`list KIND` prints the ids of a kind")
    kind, record = found[0]
    record = record.point if kind == "trigger_points" else record
    fields = {
        "kind": "trigger_point" if kind == "trigger_points" else KINDS[kind].one,
        **record.model_dump(mode="json"),
    }
    return _json(fields) if options.json else tell.record(fields)


def _match(dataset: Dataset, options: argparse.Namespace) -> str:
    marks = _marks(dataset, options)
    rows = match(dataset, marks)
    return _json([_as_json(row) for row in rows]) if options.json else tell.matches(dataset, marks, rows)


def _as_json(row: Match | Referred) -> dict[str, Any]:
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


def _list(options: argparse.Namespace) -> str:
    names, problems = read_names(options.data, options.kind)
    if problems:
        print(f"bodymap: {_counted(len(problems))} in {problems[0].file}; see `check`", file=sys.stderr)
    rows = [{"id": id_, "name": name} for id_, name in names.items()]
    return _json(rows) if options.json else tell.table(rows)


def _counted(problems: int) -> str:
    return "1 problem" if problems == 1 else f"{problems} problems"


def _point(options: argparse.Namespace) -> str:
    chart = read_chart(options.data / "body")
    drawn = dict.fromkeys(sorted(drawn_in(chart)))
    if options.structures:
        names = [_known(drawn, name, "outline", _OUTLINES) or name for name in options.structures]
    else:
        written = read_structures(options.data)
        _known({**drawn, **written}, options.id, "muscle")
        names = [name for name in written.get(options.id, ()) if name in drawn] or [options.id]
        _known(drawn, names[0], "outline", "draw it in data/body/schematics.yaml, or give --structures")
    found = positions(chart, names)
    rows = (f"{view}: [{_number(x)}, {_number(y)}]" for view, (x, y) in found.items())
    return _json(found) if options.json else "\n".join(rows)


def _number(number: float) -> str:
    return f"{number:.{DIGITS}f}" if round(number, DIGITS) == number else str(number)


def _known(records: Mapping[str, Any], name: str, kind: str, otherwise: str | None = None) -> Any:
    if name not in records:
        hint = did_you_mean(name, records) or (f"see `list {kind}s`" if otherwise is None else otherwise)
        raise QuestionError(f"unknown {kind} `{name}`" + (f"; {hint}" if hint else ""))
    return records[name]


def _json(answer: Any) -> str:
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _run() -> int:
    """As ``main``, quiet when the reader of the output leaves early (``| head``)."""
    try:
        status = main()
    except BrokenPipeError:
        status = 0
    try:
        sys.stdout.flush()
    except OSError:  # said already; what is left in the buffer must not be tried again at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


if __name__ == "__main__":
    sys.exit(_run())
