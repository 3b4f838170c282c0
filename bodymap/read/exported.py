"""The dataset as one JSON document: its schema, the document itself, and the dataset out of it again.

What is read back is held to the form of the records, not to the rules (``bodymap.read.rules``): those it kept when it
was written.
"""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS
from bodymap.data.release import Release
from bodymap.problems import DataProblems, Problem, shown
from bodymap.read.schema import places_named, with_names

SCHEMA_FILE = "dataset.schema.json"
_AGAIN = "export it again with `python -m bodymap export DIR`"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


@cache
def _document() -> type[BaseModel]:
    """The model of the whole document, a list for each kind of record."""
    lists: dict[str, Any] = {
        kind.name: (tuple[kind.model, ...], Field(description=kind.about))  # type: ignore[name-defined]
        for kind in KINDS.values()
    }
    records = create_model("Records", __base__=_Part, **lists)
    head: dict[str, Any] = {
        "schema_file": (str, Field(alias="$schema", description="the schema of this document")),
        "name": (str, Field(description="what the dataset is called")),
        "version": (str, Field(description="the version of the dataset")),
        "date": (dt.date, Field(description="the day of the version")),
        "licence": (str, Field(description="under which licence it may be used")),
        "notice": (str, Field(description="what it is and is not: show it wherever the data are shown")),
        "records": (records, Field(description="the records, kind by kind")),
    }
    return create_model("Document", __base__=_Part, **head)


def export_schema(dataset: Dataset) -> str:
    """The JSON schema of the document, with the ids of this dataset's regions."""
    schema = with_names(_document().model_json_schema(), places_named(dataset.regions.values()))
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Trigger Point Body Map data"}
    return json.dumps({**schema, **head}, ensure_ascii=False, indent=2) + "\n"


def export_json(dataset: Dataset, release: Release, licence: str, notice: str) -> str:
    """The whole dataset as one JSON document; what a record leaves out is left out."""
    records = {
        kind: [record.model_dump(mode="json", exclude_none=True) for record in table.values()]
        for kind, table in dataset.tables.items()
    }
    document = {
        "$schema": SCHEMA_FILE,
        "name": "trigger-point-body-map",
        "version": release.version,
        "date": release.date.isoformat(),
        "licence": licence,
        "notice": notice,
        "records": records,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def read_export(path: Path) -> Dataset:
    """The dataset of an exported document. Raises ``DataProblems`` with everything that does not fit."""
    try:
        document: Any = _document().model_validate_json(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        faults = error.errors()
        raise DataProblems(
            Problem(shown(path), 1, ".".join(map(str, fault["loc"])), fault["msg"], _AGAIN) for fault in faults
        ) from error
    except OSError as error:
        raise DataProblems([Problem(shown(path), 1, "", f"cannot be read: {error.strerror}", _AGAIN)]) from error
    return Dataset.build({kind: getattr(document.records, kind) for kind in KINDS})
