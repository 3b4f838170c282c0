"""The data at the foot of a page: version, licences, how to cite, and the zip."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from streamlit.testing.v1 import AppTest

from bodymap import DATA_DIR
from bodymap.read.release import read_releases
from bodymap.tell.export.about import citation
from components import data

ROOT = Path(__file__).resolve().parents[2]
NEWEST = read_releases(DATA_DIR)[0]


def test_the_foot_says_version_licences_and_how_to_cite():
    app = AppTest.from_file(str(ROOT / "components" / "needling" / "needling.py"), default_timeout=60).run()
    assert not app.exception
    [part] = [part for part in app.expander if part.label == f"Data (version {NEWEST.version})"]
    said = "\n".join(element.proto.body for element in part.get("html"))
    assert citation(NEWEST) in said and "creativecommons.org/licenses/by-sa/4.0/" in said
    assert all(change.split(":")[0] in said for change in NEWEST.changes)
    assert [button.proto.label for button in part.get("download_button")] == ["Download the data (zip)"]


def test_the_zip_holds_what_the_app_shows():
    with zipfile.ZipFile(io.BytesIO(data.export_zip())) as archive:
        [name] = [name for name in archive.namelist() if name.endswith("/dataset.json")]
        assert name == f"trigger-point-body-map-{NEWEST.version}/dataset.json"
        records = json.loads(archive.read(name))["records"]
    assert {kind: len(rows) for kind, rows in records.items()} == {
        kind: len(table) for kind, table in data.dataset().tables.items()
    }
