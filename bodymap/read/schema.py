"""JSON Schemas of the data files, made from the models, for editors that complete and check while one types.

They are written to ``data/schema`` by ``python -m bodymap schema`` and committed. What spans records is checked
by the rules only (``bodymap.read.rules``); the schemas know the fields, their form, and the ids of the regions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from bodymap.data.kinds import KINDS, Kind
from bodymap.data.model import Region


def schema_path(data_dir: Path, kind: str) -> Path:
    """Where the schema of a data file lies: ``schema/<file>.schema.json`` beside it."""
    return data_dir / "schema" / f"{Path(KINDS[kind].file).stem}.schema.json"


def schemas(regions: Iterable[Region]) -> dict[str, str]:
    """The schema of each data file as text."""
    names = places_named(regions)
    return {kind.name: _schema(kind, names) for kind in KINDS.values() if kind.is_yaml}


def write(data_dir: Path, regions: Iterable[Region]) -> list[Path]:
    """Write every schema below a data folder; the files written."""
    paths = []
    for kind, text in schemas(regions).items():
        path = schema_path(data_dir, kind)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def places_named(regions: Iterable[Region]) -> dict[str, list[str]]:
    """What may stand where a model says that a region or a zone does."""
    every = list(regions)
    return {
        "region": [region.id for region in every],
        "zone": [zone for region in every for zone in _zones(region)],
    }


def _zones(region: Region) -> list[str]:
    return [region.id] if region.midline else [region.id, f"{region.id}:both", f"{region.id}:opposite"]


def _schema(kind: Kind, names: Mapping[str, list[str]]) -> str:
    records = tuple[kind.model, ...]  # type: ignore[name-defined]
    least = 0 if kind.may_be_empty else 1
    fields: dict[str, Any] = {kind.name: (records, Field(min_length=least, description=kind.about))}
    document: type[BaseModel] = create_model("Document", __config__=ConfigDict(extra="forbid"), **fields)
    schema = with_names(document.model_json_schema(), names)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Written by `python -m bodymap schema` from bodymap/data. Do not edit.",
        "title": kind.file,
        "description": kind.about,
    }
    return json.dumps({**schema, **head}, ensure_ascii=False, indent=2) + "\n"


def with_names(node: Any, names: Mapping[str, list[str]]) -> Any:
    """The schema with the ids of the data where a model says that one of them stands (``x-names``)."""
    if isinstance(node, list):
        return [with_names(inner, names) for inner in node]
    if not isinstance(node, dict):
        return node
    if "x-names" in node:
        return {"type": "string", "enum": names[node["x-names"]]}
    return {key: with_names(inner, names) for key, inner in node.items()}
