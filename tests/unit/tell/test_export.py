"""The data as files for others: whole, described, readable by others' programs, and never over something else."""

from __future__ import annotations

import errno
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pandas as pd
import pyarrow.parquet as pq
import pytest
import yaml
from frictionless import Package

from bodymap.__main__ import main
from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS
from bodymap.data.model import VIEWS
from bodymap.data.release import Release
from bodymap.read.bibtex import read_sources
from bodymap.read.exported import read_export
from bodymap.read.release import read_releases
from bodymap.tell.export import about
from bodymap.tell.export.changes import differences
from bodymap.tell.export.files import ExportError, beside, export_files, write, zipped
from bodymap.tell.export.tables import Table, tables
from bodymap.tell.wording import BODY_CREDIT, NOTICE

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def small(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the good data folder."""
    return Path(shutil.copytree(tiny, tmp_path_factory.mktemp("small") / "data"))


@pytest.fixture(scope="module")
def files(dataset: Dataset, small: Path) -> dict[str, bytes]:
    return export_files(dataset, beside(small))


@pytest.fixture(scope="module")
def folder(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("export") / "new" / "folder"
    write(files, made)
    return made


@pytest.fixture(scope="module")
def by_name(dataset: Dataset) -> dict[str, Table]:
    return {table.name: table for table in tables(dataset)}


# ---- tables --------------------------------------------------------------------------------------------------------


def test_every_kind_has_its_table_with_a_row_a_record(dataset: Dataset, by_name: dict[str, Table]):
    assert list(KINDS) == [name for name in by_name if name in KINDS]
    for kind in KINDS:
        assert [row.get("id") or row["key"] for row in by_name[kind].rows] == list(dataset.tables[kind])


def test_zones_say_point_region_level_and_reach(dataset: Dataset, by_name: dict[str, Table]):
    zones = by_name["zones"]
    assert [column.name for column in zones.columns] == ["point", "region", "level", "reach"]
    said = {tuple(row.values()) for row in zones.rows}
    assert said == {
        (pattern.id, zone.region, level, zone.reach)
        for pattern in dataset.trigger_points.values()
        for level in ("primary", "spillover")
        for zone in getattr(pattern, level)
    }


def test_every_column_is_described(by_name: dict[str, Table]):
    for table in by_name.values():
        assert table.about and all(column.about for column in table.columns), table.name


def test_every_source_of_a_record_is_a_citation(dataset: Dataset, by_name: dict[str, Table]):
    def references(value: object) -> int:
        if isinstance(value, dict):
            return ("locator" in value and "key" in value) + sum(map(references, value.values()))
        return sum(map(references, value)) if isinstance(value, list | tuple) else 0

    every = sum(references(r.model_dump()) for table in dataset.tables.values() for r in table.values())
    assert len(by_name["citations"].rows) == every > 20
    muscle = next(iter(dataset.muscles.values()))
    where = {"kind": "muscle", "record": muscle.id, "field": "sources", "item": None, "place": 1}
    first = muscle.sources[0]
    assert {**where, "source": first.key, "locator": first.locator} in by_name["citations"].rows


def test_what_a_record_lists_has_a_table_of_its_own_in_order(dataset: Dataset, by_name: dict[str, Table]):
    condition = next(iter(dataset.conditions.values()))
    rows = [row for row in by_name["condition_differentials"].rows if row["condition"] == condition.id]
    assert [row["value"] for row in rows] == list(condition.differentials)
    assert [row["place"] for row in rows] == list(range(1, len(rows) + 1))


def test_identifiers_are_those_that_are_sure(by_name: dict[str, Table]):
    for row in by_name["identifiers"].rows:
        assert row["kind"] == "muscle" and row["vocabulary"] in ("UBERON", "FMA", "TA2")
        assert row["vocabulary"] == "TA2" or row["uri"].endswith(row["identifier"].replace(":", "_"))


# ---- files ---------------------------------------------------------------------------------------------------------


def test_frictionless_accepts_the_package(folder: Path):
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["path", "type", "message"])
    assert {task.type for task in report.tasks} == {"table", "file"}


@pytest.mark.sweep
def test_frictionless_finds_a_changed_table(files: dict[str, bytes], tmp_path: Path):
    write({**files, "csv/zones.csv": files["csv/zones.csv"].replace(b"soleus_1", b"sloeus_1")}, tmp_path / "changed")
    report = Package(str(tmp_path / "changed" / "datapackage.json")).validate()
    assert {"foreign-key", "hash-count"} <= {kind for [kind] in report.flatten(["type"])}


def test_the_package_names_every_data_file_and_each_licence(files: dict[str, bytes]):
    package = json.loads(files["datapackage.json"])
    named = {resource["path"]: resource["licenses"][0]["name"] for resource in package["resources"]}
    texts = {"README.md", "LICENSE.md", "CITATION.cff", "CHANGES.md", "data_dictionary.md", "datapackage.json"}
    assert set(named) == set(files) - texts
    assert all(licence == ("CC-BY-SA-4.0" if "geojson" in path else "CC-BY-4.0") for path, licence in named.items())
    assert package["version"] == "0.2.0" and len({resource["name"] for resource in package["resources"]}) == len(named)


def test_csv_and_parquet_hold_the_same(files: dict[str, bytes], by_name: dict[str, Table]):
    for name, table in by_name.items():
        read = pd.read_csv(io.BytesIO(files[f"csv/{name}.csv"]), dtype=str, keep_default_na=False)
        parquet = pq.read_table(io.BytesIO(files[f"parquet/{name}.parquet"]))
        assert list(read.columns) == parquet.column_names == [column.name for column in table.columns]
        assert len(read) == parquet.num_rows == len(table.rows)
        for column in table.columns:
            values = parquet.column(column.name).to_pylist()
            spelt = ["" if v is None else str(v).lower() if isinstance(v, bool) else str(v) for v in values]
            if column.type == "number":
                assert [float(text) if text else None for text in read[column.name]] == values
            else:
                assert list(read[column.name]) == spelt, f"{name}.{column.name}"
            assert parquet.schema.field(column.name).metadata[b"description"].decode() == column.about


def test_geojson_holds_regions_and_muscles_closed_and_credited(files: dict[str, bytes]):
    views = [json.loads(content) for name, content in files.items() if name.startswith("geojson/")]
    assert {view["properties"]["view"] for view in views} == set(VIEWS)
    for view in views:
        assert view["properties"]["credit"] == BODY_CREDIT
        for feature in view["features"]:
            assert feature["properties"]["kind"] in ("region", "muscle")
            rings = [ring for polygon in feature["geometry"]["coordinates"] for ring in polygon]
            assert rings and all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)


def test_bibtex_holds_the_same_sources(folder: Path, dataset: Dataset):
    sources, _, problems = read_sources(folder / "sources.bib")
    assert not problems and sources == dict(dataset.sources)


def test_the_json_keeps_its_schema_and_makes_an_equal_dataset(folder: Path, dataset: Dataset):
    document = json.loads((folder / "dataset.json").read_text(encoding="utf-8"))
    schema = json.loads((folder / document["$schema"]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema)
    assert NOTICE in document["notice"]
    assert read_export(folder / "dataset.json").tables == dataset.tables
    document["records"]["regions"][0]["id"] = "Not an id"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)


def test_the_dictionary_names_every_table_and_column(files: dict[str, bytes], by_name: dict[str, Table]):
    parts = files["data_dictionary.md"].decode().split("\n## ")[1:]
    assert [part.split("\n")[0] for part in parts] == list(by_name)
    for part, table in zip(parts, by_name.values(), strict=True):
        assert all(f"| `{column.name}`" in part for column in table.columns)


def test_people_who_read_first_are_told_what_it_is_not(files: dict[str, bytes]):
    readme = files["README.md"].decode()
    assert NOTICE in readme and "not been reviewed by a clinician" in readme and "CC BY 4.0" in readme


def test_the_zip_holds_the_files_and_is_the_same_each_time(files: dict[str, bytes]):
    once = zipped(files, "data")
    assert once == zipped(files, "data")
    with zipfile.ZipFile(io.BytesIO(once)) as archive:
        assert {name: archive.read(f"data/{name}") for name in files} == files


# ---- how to cite ---------------------------------------------------------------------------------------------------


def test_the_citation_file_is_that_of_the_newest_version():
    newest = read_releases(ROOT / "data")[0]
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert text == about.citation_file(newest), "write it anew: it lies as CITATION.cff in every export"
    said = yaml.safe_load(text)
    assert {"cff-version", "message", "title", "authors"} <= set(said)  # what the format asks for
    assert said["version"] == newest.version and said["date-released"] == newest.date


def test_a_citation_is_one_line():
    release = Release.model_validate_json('{"version":"1.2.3","date":"2027-01-31","summary":"s","changes":["c"]}')
    assert about.citation(release) == (
        "Trigger Point Body Map contributors (2027). Trigger Point Body Map data, version 1.2.3 [data set]. CC BY 4.0."
    )


# ---- where it goes -------------------------------------------------------------------------------------------------


def test_a_folder_that_holds_something_is_refused_and_left_alone(tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="is not empty; name a new folder"):
        write({"a.txt": b"a"}, tmp_path)
    with pytest.raises(ExportError, match="is a file; name a new folder"):
        write({"a.txt": b"a"}, tmp_path / "mine.txt")
    with pytest.raises(ExportError, match="is a file"):
        write({"a.txt": b"a"}, tmp_path / "mine.txt" / "deeper")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_folder_is_taken(tmp_path: Path):
    write({"csv/a.csv": b"a"}, tmp_path)
    assert (tmp_path / "csv" / "a.csv").read_bytes() == b"a"


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    real = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.name == "b.csv":
            real(path, content[:1])
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError) as raised:
        write({"a.csv": b"aa", "csv/b.csv": b"bb"}, tmp_path / "x" / "y")
    assert raised.value.filename == str(tmp_path / "x" / "y")
    assert list(tmp_path.iterdir()) == []


# ---- the command line ----------------------------------------------------------------------------------------------

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(small: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def ask(*arguments: str | Path, data: Path = small) -> tuple[int, str, str]:
        status = main([*map(str, arguments), "--data", str(data)])
        return status, *capsys.readouterr()

    return ask


def test_export_writes_and_says_so_and_never_twice(run: Run, tmp_path: Path, files: dict[str, bytes]):
    status, out, err = run("export", tmp_path / "out")
    assert (status, err) == (0, "") and out.startswith(f"wrote {len(files)} files to ")
    assert {str(p.relative_to(tmp_path / "out")) for p in (tmp_path / "out").rglob("*") if p.is_file()} == set(files)
    status, out, err = run("export", tmp_path / "out")
    assert (status, out) == (2, "")
    assert err == f"bodymap: {tmp_path / 'out'}: is not empty; name a new folder, or empty this one first\n"


def test_export_without_permission_is_one_line(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert run("export", tmp_path / "out") == (2, "", f"bodymap: {tmp_path / 'out'}: Permission denied\n")


def test_export_and_check_ask_for_the_version(run: Run, copy: Path, tmp_path: Path):
    (copy / "release.yaml").unlink()
    for command in (("export", tmp_path / "out"), ("check",)):
        status, out, err = run(*command, data=copy)
        assert status == 1 and "release.yaml:1: the file is missing" in out + err
    assert not (tmp_path / "out").exists()


def test_changes_since_an_export(run: Run, copy: Path, folder: Path):
    old = folder / "dataset.json"
    assert run("changes", old) == (0, "no record differs\n", "")
    path = copy / "regions.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("name: ", "name: Other ", 1), encoding="utf-8")
    status, out, _ = run("changes", old, data=copy)
    assert status == 0 and out.startswith("- regions: 1 changed: ") and len(out.splitlines()) == 1
    [difference] = json.loads(run("changes", old, "--json", data=copy)[1])
    assert difference["kind"] == "regions" and difference["new"] == difference["gone"] == []


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"records": 3}', '{"records": {"regions": [1]}}', "\xff"])
def test_what_is_no_export_has_no_changes(run: Run, tmp_path: Path, content: str):
    path = tmp_path / "old.json"
    path.write_bytes(content.encode("latin-1"))
    status, out, err = run("changes", path)
    assert (status, out) == (1, "") and "is not an export of the data (give the dataset.json of" in err


def test_differences_tell_new_changed_and_gone_and_points_apart():
    old = {"muscles": [{"id": "a", "curation": 1, "trigger_points": [{"id": "a_1"}, {"id": "a_2"}]}, {"id": "b"}]}
    new = {"muscles": [{"id": "a", "curation": 2, "trigger_points": [{"id": "a_1", "label": "x"}]}, {"id": "c"}]}
    assert [str(difference) for difference in differences(old, new)] == [
        "muscles: 1 new: c; 1 gone: b", "trigger points: 1 changed: a_1; 1 gone: a_2",
    ]  # fmt: skip
