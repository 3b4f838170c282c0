"""The real data as files: an equal dataset out of the JSON, and tables whose keys and references hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from frictionless import Package

from bodymap import DATA_DIR
from bodymap.read.exported import read_export
from bodymap.tell.export.files import beside, export_files, write
from bodymap.tell.export.package import id_of
from bodymap.tell.export.tables import tables
from tests.real import CHART, REAL


def test_export_and_load_give_an_equal_dataset(tmp_path: Path):
    files = export_files(REAL, beside(DATA_DIR))
    path = tmp_path / "dataset.json"
    path.write_bytes(files["dataset.json"])
    again = read_export(path)
    assert again.tables == REAL.tables and list(again.trigger_points) == list(REAL.trigger_points)
    assert {f"geojson/{view}.geojson" for view in CHART} == {name for name in files if name.startswith("geojson/")}
    assert sum(map(len, files.values())) < 12_000_000


def test_keys_tell_rows_apart_and_references_hold():
    every = tables(REAL)
    ids = {table.name: {row.get(id_of(table.name)) for row in table.rows} for table in every}
    assert len(ids) == len(every)
    for table in every:
        if table.key:
            keys = [tuple(row[name] for name in table.key) for row in table.rows]
            assert len(set(keys)) == len(keys), table.name
        for column in table.columns:
            values = [row[column.name] for row in table.rows]
            assert not column.required or None not in values, f"{table.name}.{column.name}"
            assert not column.refers or {*values} - {None} <= ids[column.refers], f"{table.name}.{column.name}"


def test_no_emergency_look_alike_has_muscles_in_the_tables():
    [linked] = [table for table in tables(REAL) if table.name == "condition_muscles"]
    assert all(REAL.conditions[row["condition"]].safety_class != "emergency_mimic" for row in linked.rows)


@pytest.mark.sweep
def test_frictionless_accepts_the_whole_package(tmp_path: Path):
    write(export_files(REAL, beside(DATA_DIR)), tmp_path / "export")
    report = Package(str(tmp_path / "export" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["path", "type", "message"])
