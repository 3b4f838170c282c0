"""Tables as CSV and Parquet, and views of the chart as GeoJSON."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from bodymap.body.geometry import ChartView, Shape
from bodymap.data.dataset import Dataset
from bodymap.tell.export.tables import Table
from bodymap.tell.wording import BODY_CREDIT

_ARROW: Mapping[str, Any] = {
    "string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32(),
}  # fmt: skip


def as_csv(table: Table) -> bytes:
    """A table as CSV: UTF-8, commas, a head, ``true`` and ``false``, nothing where nothing is recorded."""
    names = [column.name for column in table.columns]
    frame = pd.DataFrame([[row[name] for name in names] for row in table.rows], columns=names, dtype=object)
    for column in table.columns:
        if column.type == "boolean":
            frame[column.name] = frame[column.name].map({True: "true", False: "false"})
    text: str = frame.to_csv(index=False, lineterminator="\n")
    return text.encode()


def as_parquet(table: Table) -> bytes:
    """A table as Parquet, each column with its type and description."""
    fields = [
        pa.field(column.name, _ARROW[column.type], not column.required, {"description": column.about})
        for column in table.columns
    ]
    dates = {column.name for column in table.columns if column.type == "date"}
    rows = [
        {name: dt.date.fromisoformat(value) if value and name in dates else value for name, value in row.items()}
        for row in table.rows
    ]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, pa.schema(fields, {"description": table.about})), out)
    return out.getvalue()


def as_geojson(view: ChartView, dataset: Dataset) -> bytes:
    """The regions and muscles of a view, each once, the person's left side or the midline."""
    muscles: dict[str, list[str]] = {}
    for muscle in dataset.muscles.values():
        for structure in muscle.structures:
            muscles.setdefault(structure, []).append(muscle.id)
    features = [
        _feature(region, {"name": dataset.regions[region.id].name if region.id in dataset.regions else None})
        for region in view.regions.values()
    ]
    drawn = [("whole", shape) for shape in view.whole.values()] + [("surface", shape) for shape in view.surface]
    features += [
        _feature(shape, {"extent": extent, "muscles": muscles.get(shape.id, []), "source": shape.source})
        for extent, shape in drawn
        if shape.kind == "muscle"
    ]
    head = {
        "view": view.name,
        "unit": "body height",
        "frame": "a flat drawing; y is up; the person's left side is recorded, what lies on the midline is whole",
        "credit": BODY_CREDIT,
        "licence": "https://creativecommons.org/licenses/by-sa/4.0/",
    }
    collection = {"type": "FeatureCollection", "properties": head, "features": features}
    return (json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _feature(shape: Shape, more: Mapping[str, Any]) -> dict[str, Any]:
    properties = {"kind": shape.kind, "id": shape.id, "midline": shape.midline, **more}
    geometry = {"type": "MultiPolygon", "coordinates": [[_closed(r) for r in rings] for rings in shape.polygons]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _closed(ring: Sequence[Sequence[float]]) -> list[list[float]]:
    """A ring that ends where it begins, as GeoJSON wants it."""
    points = [list(point) for point in ring]
    return points if points[0] == points[-1] else [*points, points[0]]
