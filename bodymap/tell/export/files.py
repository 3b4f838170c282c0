"""Every file of an export, and where they go: a new folder, or one zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from bodymap.body.geometry import ChartView, read_chart
from bodymap.data.dataset import Dataset
from bodymap.data.release import Release
from bodymap.read.exported import SCHEMA_FILE, export_json, export_schema
from bodymap.read.release import read_releases
from bodymap.tell.export import about
from bodymap.tell.export.forms import as_csv, as_geojson, as_parquet
from bodymap.tell.export.package import descriptor
from bodymap.tell.export.tables import tables
from bodymap.tell.wording import DRAFTS, NOTICE


class ExportError(Exception):
    """The folder cannot take an export; the message says why and what to do."""


class Beside(NamedTuple):
    """What an export holds beside the records: the versions, the chart, and the file of references as it is."""

    releases: tuple[Release, ...]
    chart: Mapping[str, ChartView]
    references: bytes


def beside(data_dir: Path) -> Beside:
    """All that from a data folder. Raises ``DataProblems``, ``ChartError`` or ``OSError`` where it cannot be read."""
    return Beside(read_releases(data_dir), read_chart(data_dir / "body"), (data_dir / "sources.bib").read_bytes())


def export_files(dataset: Dataset, rest: Beside) -> dict[str, bytes]:
    """Every file by its path."""
    releases = rest.releases
    newest = releases[0]
    made = tables(dataset)
    described = {f"csv/{table.name}.csv": as_csv(table) for table in made}
    described |= {f"parquet/{table.name}.parquet": as_parquet(table) for table in made}
    licence = about.LICENCES[about.DATA_LICENCE][1]
    described["dataset.json"] = export_json(dataset, newest, licence, f"{NOTICE} {DRAFTS}").encode()
    described[SCHEMA_FILE] = export_schema(dataset).encode()
    described |= {f"geojson/{view.name}.geojson": as_geojson(view, dataset) for view in rest.chart.values()}
    described["sources.bib"] = rest.references
    texts = {
        "README.md": about.readme(newest),
        "LICENSE.md": about.licence(),
        "CITATION.cff": about.citation_file(newest),
        "CHANGES.md": f"# Changes of the data\n\n{about.changelog(releases)}\n",
        "data_dictionary.md": about.dictionary(made, newest),
        "datapackage.json": descriptor(made, described, newest),
    }
    return {**{name: text.encode() for name, text in texts.items()}, **described}


def check_folder(folder: Path) -> None:
    """Refuse a place that holds something already. Raises ``ExportError``."""
    if folder.is_symlink() or folder.exists():
        if not folder.is_dir():
            raise ExportError(f"{folder}: is a file; name a new folder")
        if any(folder.iterdir()):
            raise ExportError(f"{folder}: is not empty; name a new folder, or empty this one first")


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files below a folder that is new or empty. If one cannot be written, what was written is taken away.

    Raises ``ExportError`` if the folder holds something, and ``OSError``, which names the path.
    """
    check_folder(folder)
    made: list[Path] = []
    try:
        for name, content in files.items():
            path = folder / name
            _make(path.parent, made)
            made.append(path)
            path.write_bytes(content)
    except OSError as error:
        for path in reversed(made):
            _remove(path)
        error.filename = error.filename or str(folder)
        raise


def _make(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it, and note which are new."""
    if not folder.is_dir():
        if folder.exists():
            raise ExportError(f"{folder}: is a file; name a new folder that lies in no file")
        _make(folder.parent, made)
        folder.mkdir()
        made.append(folder)


def _remove(path: Path) -> None:
    with suppress(OSError):  # the first error is the one to tell
        path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)


def zipped(files: Mapping[str, bytes], top: str) -> bytes:
    """The files as one zip, in a folder of its own; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(f"{top}/{name}"), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
