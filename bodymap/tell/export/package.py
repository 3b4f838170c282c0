"""``datapackage.json``: what a Data Package says of its files (Frictionless, version 1 of the specification)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from bodymap.data.release import Release
from bodymap.tell.export.about import ABOUT, AUTHORS, BODY_LICENCE, DATA_LICENCE, KEYWORDS, LICENCES, NAME, TITLE
from bodymap.tell.export.columns import Column
from bodymap.tell.export.tables import Table
from bodymap.tell.wording import BODY_CREDIT, DRAFTS, NOTICE

_TYPES = {
    ".json": "application/json", ".geojson": "application/geo+json", ".bib": "application/x-bibtex",
    ".parquet": "application/vnd.apache.parquet", ".csv": "text/csv",
}  # fmt: skip


def descriptor(tables: Sequence[Table], files: Mapping[str, bytes], release: Release) -> str:
    """The description of these files; those of ``tables`` are ``csv/<name>.csv``."""
    by_path = {f"csv/{table.name}.csv": table for table in tables}
    resources = [
        _resource(path, content, by_path.get(path))
        for path, content in files.items()
        if PurePosixPath(path).suffix in _TYPES
    ]
    described = {
        "profile": "data-package",
        "name": NAME,
        "title": TITLE,
        "description": f"{ABOUT} {NOTICE} {DRAFTS}",
        "version": release.version,
        "created": f"{release.date}T00:00:00Z",
        "keywords": list(KEYWORDS),
        "contributors": [{"title": AUTHORS, "role": "author"}],
        "licenses": [_licence(DATA_LICENCE)],
        "sources": [{"title": BODY_CREDIT}],
        "resources": resources,
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def _licence(name: str) -> dict[str, str]:
    title, path = LICENCES[name]
    return {"name": name, "title": title, "path": path}


def _resource(path: str, content: bytes, table: Table | None) -> dict[str, Any]:
    file = PurePosixPath(path)
    said: dict[str, Any] = {
        "name": table.name if table else path.replace("/", "-").replace("_", "-").replace(".", "-"),
        "path": path,
        "mediatype": _TYPES[file.suffix],
        "format": file.suffix[1:],
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "licenses": [_licence(BODY_LICENCE if file.parent.name == "geojson" else DATA_LICENCE)],
    }
    if table is None:
        return {"type": "file", **said}
    return {
        "type": "table", "profile": "tabular-data-resource", **said, "encoding": "utf-8", "description": table.about,
        "schema": _schema(table),
    }  # fmt: skip


def _schema(table: Table) -> dict[str, Any]:
    """The table's columns, what tells its rows apart, and which of them hold ids of other tables."""
    keys = [
        {"fields": [column.name], "reference": {"resource": column.refers, "fields": [id_of(column.refers)]}}
        for column in table.columns
        if column.refers
    ]
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    return {**schema, **({"foreignKeys": keys} if keys else {})}


def id_of(table: str) -> str:
    """The column of a table that other tables name."""
    return "key" if table == "sources" else "id"


def _field(column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {
        "required": column.required or None,
        "enum": list(column.enum) or None,
        "pattern": column.pattern,
        "minimum": column.minimum,
    }
    kept = {name: value for name, value in limits.items() if value is not None}
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.about}
    return {**field, **({"constraints": kept} if kept else {})}
