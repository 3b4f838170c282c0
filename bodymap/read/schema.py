"""JSON Schemas of the data files, made from the models, for editors that complete and check while one types.

They are written to ``data/schema`` by ``python -m bodymap schema`` and committed. What spans records is checked
by the rules only (``bodymap.rules``); the schemas know the fields, their form, and the ids of the regions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from bodymap.data.model import Condition, DangerZone, Muscle, RedFlag, Region, Waiver
from bodymap.data.needling import Claim, Contraindication, Evidence, GuidePart, HarmCount
from bodymap.read.draft import Kind
from bodymap.read.load import FILES

MODELS: Mapping[Kind, tuple[type[BaseModel], str]] = {
    "muscles": (Muscle, "Muscles, their trigger points and the zones in which pain from them is described."),
    "conditions": (Condition, "Running injuries and conditions."),
    "red_flags": (RedFlag, "Warning signs, shown before muscles."),
    "regions": (Region, "The surface regions that marks, zones, conditions and warning signs share."),
    "danger_zones": (DangerZone, "What lies near some muscles and could be harmed."),
    "waivers": (Waiver, "Records that may break a rule until a day, and why."),
    "evidence": (Evidence, "What studies found about needling in each condition; what was tested is always said."),
    "harms": (HarmCount, "Studies that counted unwanted effects of dry needling."),
    "contraindications": (Contraindication, "Reasons not to needle or to ask first, and which source says so."),
    "claims": (Claim, "What the documents the project grew from claim, and what the evidence says."),
    "guide": (GuidePart, "The parts of the page on dry needling."),
}


def schema_path(data_dir: Path, kind: Kind) -> Path:
    """Where the schema of a data file lies: ``schema/<file>.schema.json`` beside it."""
    return data_dir / "schema" / f"{Path(FILES[kind]).stem}.schema.json"


def schemas(regions: Iterable[Region]) -> dict[Kind, str]:
    """The schema of each data file as text."""
    every = list(regions)
    names = {
        "region": [region.id for region in every],
        "zone": [zone for region in every for zone in _zones(region)],
    }
    return {kind: _schema(kind, names) for kind in MODELS}


def write(data_dir: Path, regions: Iterable[Region]) -> list[Path]:
    """Write every schema below a data folder; the files written."""
    paths = []
    for kind, text in schemas(regions).items():
        path = schema_path(data_dir, kind)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def _zones(region: Region) -> list[str]:
    return [region.id] if region.midline else [region.id, f"{region.id}:both", f"{region.id}:opposite"]


def _schema(kind: Kind, names: Mapping[str, list[str]]) -> str:
    model, about = MODELS[kind]
    least = 0 if kind == "waivers" else 1
    fields: dict[str, Any] = {kind: (tuple[model, ...], Field(min_length=least, description=about))}  # type: ignore[valid-type]
    document: type[BaseModel] = create_model("Document", __config__=ConfigDict(extra="forbid"), **fields)
    schema = _with_names(document.model_json_schema(), names)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Written by `python -m bodymap schema` from bodymap/model.py. Do not edit.",
        "title": FILES[kind],
        "description": about,
    }
    return json.dumps({**schema, **head}, ensure_ascii=False, indent=2) + "\n"


def _with_names(node: Any, names: Mapping[str, list[str]]) -> Any:
    """The schema with the ids of the data where a model says that one of them stands (``x-names``)."""
    if isinstance(node, list):
        return [_with_names(inner, names) for inner in node]
    if not isinstance(node, dict):
        return node
    if "x-names" in node:
        return {"type": "string", "enum": names[node["x-names"]]}
    return {key: _with_names(inner, names) for key, inner in node.items()}
