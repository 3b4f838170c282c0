"""Every command with its words, and the function that answers it."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path

from bodymap import DATA_DIR
from bodymap.ask.refers import REFERRED
from bodymap.body.figure import FIGURES
from bodymap.commands import asking, keeping, writing
from bodymap.commands.question import LISTED
from bodymap.data.dataset import Dataset
from bodymap.read.load import load
from bodymap.read.skeleton import FORMS

_MARK = "REGION[.left|.right]"


def parser() -> argparse.ArgumentParser:
    """The parser of the command line; what it has read holds the function that answers, ``answer``."""
    whole = argparse.ArgumentParser(prog="python -m bodymap", description="Ask or check the body map's dataset.")
    commands = _Commands(whole)
    commands.command("check", keeping.check, "check the data files and print every problem").add_argument(
        "--today", type=_day, metavar="DATE", help="judge waivers on this day (default: today)"
    )
    _about_marks(commands)
    _about_records(commands)
    _for_new_records(commands)
    _for_others(commands)
    commands.command(
        "schema", keeping.schemas, "write the JSON schemas of the data files to schema/ in the data folder"
    )
    return whole


class _Commands:
    """The commands of a parser. Each is told the data folder; a question is asked of the dataset in it."""

    def __init__(self, whole: argparse.ArgumentParser) -> None:
        self._added = whole.add_subparsers(dest="command", required=True)
        self._common = argparse.ArgumentParser(add_help=False)
        self._common.add_argument(
            "--data", type=Path, default=DATA_DIR, metavar="DIR", help="data folder (default: %(default)s)"
        )

    def command(self, name: str, answer: Callable[[argparse.Namespace], str], about: str) -> argparse.ArgumentParser:
        added = self._added.add_parser(name, parents=[self._common], help=about, description=about)
        added.set_defaults(answer=answer)
        return added

    def question(
        self, name: str, answer: Callable[[Dataset, argparse.Namespace], str], about: str
    ) -> argparse.ArgumentParser:
        added = self.command(name, lambda options: answer(load(options.data), options), about)
        added.add_argument("--json", action="store_true", help="print JSON")
        return added


def _about_marks(commands: _Commands) -> None:
    match = commands.question("match", asking.matches, "list the patterns that cover the marked regions")
    match.add_argument("marks", nargs="+", metavar=_MARK)
    refers = commands.question(
        "refers", asking.referred, "list everything that is described to be felt in the marked regions, by kind"
    )
    refers.add_argument("marks", nargs="+", metavar=_MARK)
    refers.add_argument("--kind", choices=REFERRED, help="only things of this kind")
    report = commands.command(
        "report", writing.report, "write a report on marked regions: PDF, plain text, JSON or FHIR by the ending"
    )
    report.add_argument("marks", nargs="+", metavar=_MARK)
    report.add_argument("--output", type=Path, required=True, metavar="FILE", help="its name ends in .pdf, .txt, ...")
    report.add_argument("--long", action="store_true", help="the long form of the PDF, with everything described there")
    report.add_argument("--app", default="", metavar="URL", help="address of the explorer, for a link to the marks")
    _drawn_as(report)


def _about_records(commands: _Commands) -> None:
    commands.question("show", asking.one_record, "show any record by its id").add_argument("id")
    commands.question("muscle", asking.one_muscle, "show one muscle").add_argument("id")
    commands.question("condition", asking.one_condition, "show one condition").add_argument("id")
    listed = commands.command("list", keeping.listed, "list the ids and names of one kind of record, finished or not")
    listed.add_argument("kind", choices=LISTED)
    listed.add_argument("--json", action="store_true", help="print JSON")


def _for_new_records(commands: _Commands) -> None:
    point = commands.command("point", keeping.point, "print a position inside each outline of a muscle")
    point.add_argument("id", metavar="MUSCLE")
    point.add_argument("--structures", nargs="+", metavar="ID", help="the outlines (default: those of the record)")
    point.add_argument("--json", action="store_true", help="print JSON")
    new = commands.command("new", keeping.new, "print a new record to fill in")
    new.add_argument("what", choices=FORMS)
    new.add_argument("id")
    new.add_argument("--name", help="its name; for a red flag the sign that a person notices")
    new.add_argument("--append", action="store_true", help="add it to the end of its data file")


def _for_others(commands: _Commands) -> None:
    site = commands.command(
        "site", writing.site, "write the static edition, which opens from a folder without a server"
    )
    site.add_argument("folder", type=Path, metavar="DIR", help="a folder that is new, empty, or an earlier site")
    site.add_argument("--app", default="", metavar="URL", help="address of the explorer, for links to it")
    site.add_argument("--only-reviewed", action="store_true", help="leave out what SHOW_UNREVIEWED=0 leaves out")
    _drawn_as(site)
    cards = commands.command(
        "cards", writing.cards, "write cards for Anki: every pattern as a picture, facts of muscles, nerve roots"
    )
    cards.add_argument("file", type=Path, metavar="FILE.apkg")
    _drawn_as(cards)
    export = commands.command(
        "export", writing.export, "write the data as files for others: CSV, Parquet, JSON, GeoJSON, BibTeX"
    )
    export.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    changes = commands.question("changes", asking.changes, "list the records that differ from an earlier export")
    changes.add_argument("old", type=Path, metavar="OLD", help="its dataset.json")


def _drawn_as(command: argparse.ArgumentParser) -> None:
    command.add_argument("--figure", choices=FIGURES, default="man", help="who is drawn (default: %(default)s)")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!a} is not a day; write it as 2026-01-31") from None
