"""The JSON schemas: they say what the models say, are up to date, and fit the data they are for."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bodymap import DATA_DIR
from bodymap.__main__ import main
from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS
from bodymap.read import schema
from bodymap.read.yaml_lines import read_yaml
from tests.real import REAL

YAML = [kind.name for kind in KINDS.values() if kind.is_yaml]


@pytest.fixture(scope="module")
def real() -> Dataset:
    """The real data."""
    return REAL


def plain(value: Any) -> Any:
    """YAML data as JSON sees it: days as text."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def test_there_is_one_for_every_yaml_file():
    assert {KINDS[kind].file for kind in YAML} == {kind.file for kind in KINDS.values() if kind.file.endswith(".yaml")}


@pytest.mark.parametrize("kind", YAML)
def test_the_committed_schema_is_up_to_date(real: Dataset, kind):
    path = schema.schema_path(DATA_DIR, kind)
    expected = schema.schemas(real.regions.values())[kind]
    assert path.read_text(encoding="utf-8") == expected, "run: python -m bodymap schema"


@pytest.mark.parametrize("kind", YAML)
def test_the_data_fit_their_schema(kind):
    text = json.loads(schema.schema_path(DATA_DIR, kind).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(text)
    jsonschema.validate(plain(read_yaml(DATA_DIR / KINDS[kind].file).data), text, jsonschema.Draft202012Validator)


@pytest.mark.parametrize("kind", YAML)
def test_the_data_file_names_its_schema_in_its_first_line(kind):
    first = (DATA_DIR / KINDS[kind].file).read_text(encoding="utf-8").split("\n")[0]
    where = schema.schema_path(DATA_DIR, kind).relative_to(DATA_DIR).as_posix()
    assert first == f"# yaml-language-server: $schema={where}"


@pytest.mark.parametrize("kind", YAML)
def test_every_field_and_record_is_described(real: Dataset, kind):
    text = json.loads(schema.schemas(real.regions.values())[kind])
    assert text["title"] == KINDS[kind].file and text["description"]
    assert list(text["properties"]) == text["required"] == [kind]
    assert text["additionalProperties"] is False
    for name, record in text["$defs"].items():
        assert record["description"], name
        for field, about in record.get("properties", {}).items():
            assert about["description"], (name, field)


def test_ids_of_regions_are_listed_where_they_stand(real: Dataset):
    every = {kind: json.loads(text) for kind, text in schema.schemas(real.regions.values()).items()}
    for kind, record in (("conditions", "Condition"), ("red_flags", "RedFlag"), ("sign_areas", "SignArea")):
        assert every[kind]["$defs"][record]["properties"]["regions"]["items"]["enum"] == list(real.regions)
    point = every["muscles"]["$defs"]["TriggerPoint"]["properties"]
    assert point["primary"]["items"] == point["spillover"]["items"]
    zones = point["primary"]["items"]["enum"]
    assert {"soleus"}.isdisjoint(zones) and {"low_back", "low_back:both", "low_back:opposite"} <= set(zones)
    assert all(
        (f"{region.id}:both" in zones) != region.midline and region.id in zones for region in real.regions.values()
    )
    assert "x-names" not in json.dumps(every)


@pytest.mark.parametrize(
    "change",
    [
        {"time": "noww"},
        {"regions": ["calf_iner"]},
        {"sources": []},
        {"anywhere": "yes"},
        {"extra": 1},
        {"id": "Leg-Clot"},
    ],
)
def test_a_schema_sees_what_an_editor_should_underline(dataset, tiny: Path, change):
    text = json.loads(schema.schemas(dataset.regions.values())["red_flags"])
    data = plain(read_yaml(tiny / "red_flags.yaml").data)
    jsonschema.validate(data, text)
    data["red_flags"][1].update(change)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, text)


def test_written_from_the_command_line(copy: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["schema", "--data", str(copy)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(YAML)
    assert "enum" in (copy / "schema" / "red_flags.schema.json").read_text()
    assert main(["schema", "--data", str(copy)]) == 0
    assert main(["check", "--data", str(copy)]) == 0
