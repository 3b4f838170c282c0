"""Commands that write files for others: a report, the static edition, cards and an export."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from bodymap.ask.counted import only_reviewed
from bodymap.body.figure import placed, reshaped
from bodymap.body.geometry import ChartView, read_chart
from bodymap.commands.question import QuestionError, marks_of
from bodymap.data.dataset import Dataset
from bodymap.problems import shown
from bodymap.read.load import load
from bodymap.tell.cards.package import cards_package, count
from bodymap.tell.export.files import beside, check_folder, export_files, write
from bodymap.tell.report import ENDINGS, Asked, ending, report_file
from bodymap.tell.site.addresses import read_address
from bodymap.tell.site.write import write_site, written_before


def report(options: argparse.Namespace) -> str:
    if not ending(options.output.name):
        raise QuestionError(f"{options.output}: the name must end in {', '.join(ENDINGS)}")
    _can_be_put(options.output)
    dataset = load(options.data)
    marks = marks_of(dataset, options)
    app = f"{read_address(options.app)}?marks={','.join(map(str, marks))}" if options.app else ""
    asked = Asked(marks, dt.date.today(), app)
    made = report_file(*_drawn_as(options, dataset), asked, options.output.name, options.long)
    _put(options.output, made)
    return f"wrote {shown(options.output)}"


def site(options: argparse.Namespace) -> str:
    written_before(options.folder)  # refuses before the data are read
    app = read_address(options.app) if options.app else ""
    dataset = load(options.data)
    shown_data = only_reviewed(dataset) if options.only_reviewed else dataset
    return write_site(options.folder, *_drawn_as(options, shown_data), app)


def cards(options: argparse.Namespace) -> str:
    if options.file.suffix != ".apkg":
        raise QuestionError(f"{options.file}: Anki imports files that end in .apkg; name it {options.file.stem}.apkg")
    _can_be_put(options.file)
    dataset = load(options.data)
    package = cards_package(*_drawn_as(options, dataset))
    _put(options.file, package)
    kinds = ", ".join(f"{number} {kind.replace('_', ' ')}s" for kind, number in count(dataset).items())
    return f"wrote {shown(options.file)}: notes on {kinds}; {len(package) / 1e6:.1f} MB"


def export(options: argparse.Namespace) -> str:
    check_folder(options.folder)
    files = export_files(load(options.data), beside(options.data))
    write(files, options.folder)
    return f"wrote {len(files)} files to {shown(options.folder)}; begin with README.md"


def _drawn_as(options: argparse.Namespace, dataset: Dataset) -> tuple[Dataset, Mapping[str, ChartView]]:
    """The data and the chart with the figure that is asked for."""
    return placed(dataset, options.figure), reshaped(read_chart(options.data / "body"), options.figure)


def _can_be_put(file: Path) -> None:
    """Refuse a file that cannot be written, before anything is made for it."""
    if file.is_dir():
        raise QuestionError(f"{file}: is a folder; name a file in it")
    if not file.parent.is_dir():
        raise QuestionError(f"{file.parent}: there is no such folder; make it, or name another")


def _put(file: Path, content: bytes) -> None:
    part = file.with_name(f"{file.name}.part")  # never half a file under the name
    try:
        part.write_bytes(content)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
