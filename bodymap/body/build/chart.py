"""``python -m bodymap.body.build``: rebuild ``data/body/<view>.geojson`` from the source outlines and the cuts."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from shapely import Polygon
from shapely.affinity import scale
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from bodymap.body.build.cut import corner_cut, cut_regions
from bodymap.body.build.fibres import fibre_lines
from bodymap.body.build.outlines import View, polygon_of_rings, read_views
from bodymap.body.build.points import CutError, resolve
from bodymap.body.build.tints import muscle_tints
from bodymap.body.geometry import SYMMETRIC_VIEWS
from bodymap import DATA_DIR

BODY = DATA_DIR / "body"
CREDIT = "BodyParts3D, (c) The Database Center for Life Science. Changed: see NOTICE. CC BY-SA 4.0."


@dataclass(frozen=True)
class Recipe:
    """What all views share: midline regions, schematic muscles, fibre rules and tints."""

    midline: frozenset[str]
    schematics: Mapping[str, Any]
    fibres: Mapping[str, Any]
    tints: Mapping[str, int]


def build(body: Path = BODY) -> dict[str, str]:
    """The text of every chart file, ``{view: GeoJSON}``, from ``body/source``, ``body/cuts`` and the schematics."""
    tables = _tables(body / "cuts")
    views = [view for view in read_views(body / "source") if view.name in tables]
    recipe = Recipe(
        midline=frozenset(_read(body / "midline.yaml")["midline"]),
        schematics=_read(body / "schematics.yaml"),
        fibres=_read(body / "fibres.yaml"),
        tints=muscle_tints(views),
    )
    return {view.name: _dump(view, list(_features(view, tables[view.name], recipe))) for view in views}


def _read(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8")) or {}


def _tables(folder: Path) -> dict[str, dict[str, Any]]:
    """One table a view; a close-up shares the table of the view it enlarges."""
    tables: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.yaml")):
        table = _read(path)
        for view in (table["view"], *table.get("close_ups", ())):
            tables[view] = table
    return tables


def _features(view: View, table: Mapping[str, Any], recipe: Recipe) -> Iterator[dict[str, Any]]:
    symmetric = view.name in SYMMETRIC_VIEWS
    yield _feature("skin", "skin", mapping(_with_mirror(view.skin) if symmetric else view.skin), midline=symmetric)
    for name, shape in cut_regions(table, view).items():
        midline = name in recipe.midline
        yield _feature(
            "region", name, mapping(_with_mirror(shape) if midline and symmetric else shape), midline=midline
        )
    for name, structure in sorted(view.structures.items(), key=lambda item: item[1]["depth_order"]):
        yield from _structure_features(name, structure, recipe.tints.get(name))
        if structure["kind"] == "muscle" and structure["visible_rings"]:
            yield from _fibre_feature(name, structure, view, recipe.fibres.get(name, {}).get(view.name))
    for name, views in recipe.schematics.items():
        if view.name in views:
            yield _schematic(name, views[view.name], view)
    for name, feature in view.features.items():
        yield _feature(
            "detail",
            name,
            {"type": "MultiLineString", "coordinates": feature["paths"]},
            closed=feature["kind"] == "area",
        )
    for name, point in view.landmarks.items():
        yield _feature("mark", name, {"type": "Point", "coordinates": list(point)})


def _fibre_feature(
    name: str, structure: Mapping[str, Any], view: View, rule: Mapping[str, Any] | None
) -> Iterator[dict[str, Any]]:
    lines = [
        line
        for ring in structure["visible_rings"]
        for line in fibre_lines(Polygon(ring).buffer(0), rule, view.landmarks)
    ]
    if lines:
        yield _feature("fibre", name, {"type": "MultiLineString", "coordinates": lines}, closed=False)


def _structure_features(name: str, structure: Mapping[str, Any], tint: int | None) -> Iterator[dict[str, Any]]:
    common = {
        "depth_order": structure["depth_order"],
        "midline": structure.get("midline", False),
        "source": structure["source"],
        **({} if tint is None else {"tint": tint}),
    }
    kind = structure["kind"]
    for extent, key in (("whole", "rings"), ("surface", "visible_rings")):
        if structure[key]:
            yield _feature(kind, name, mapping(polygon_of_rings(structure[key])), extent=extent, **common)


def _schematic(name: str, drawing: Mapping[str, Any], view: View) -> dict[str, Any]:
    ring = [resolve(point, view.landmarks) for point in drawing["ring"]]
    ring = corner_cut([*ring, ring[0]])
    properties = {"extent": "whole", "depth_order": 0, "midline": drawing.get("midline", False), "source": "schematic"}
    return _feature("muscle", name, mapping(polygon_of_rings([ring]).buffer(0)), **properties)


def _with_mirror(shape: BaseGeometry) -> BaseGeometry:
    whole = unary_union([shape, scale(shape, xfact=-1, origin=(0, 0))])
    return whole.simplify(0)


def _feature(kind: str, name: str, geometry: Mapping[str, Any], **properties: Any) -> dict[str, Any]:
    geometry = {"type": geometry["type"], "coordinates": _rounded(geometry["coordinates"])}
    return {"type": "Feature", "properties": {"kind": kind, "id": name, **properties}, "geometry": geometry}


def _rounded(value: Any) -> Any:
    return round(float(value), 5) if isinstance(value, int | float) else [_rounded(item) for item in value]


def _dump(view: View, features: Sequence[dict[str, Any]]) -> str:
    lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
    head = json.dumps({"view": view.name, "unit": "body height", "side": "left", "credit": CREDIT})
    return f'{{"type":"FeatureCollection","properties":{head},"features":[\n{lines}\n]}}\n'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--body", type=Path, default=BODY, help="the folder data/body")
    body = parser.parse_args().body
    try:
        built = build(body)
    except CutError as error:
        raise SystemExit(f"The chart cannot be built: {error}") from None
    for view, text in built.items():
        count = text.count('"kind":"region"')
        (body / f"{view}.geojson").write_text(text, encoding="utf-8")
        print(f"{view}: {count} regions, {len(text) // 1024} kB")
