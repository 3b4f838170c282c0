"""``python -m bodymap.body.build``: rebuild ``data/body/<view>.geojson`` from the source outlines and the cuts."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from shapely import simplify
from shapely.affinity import scale
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from bodymap import DATA_DIR
from bodymap.body.build.cut import cut_regions
from bodymap.body.build.details import with_details
from bodymap.body.build.drawn import Sheets, read_sheets
from bodymap.body.build.fibres import fibre_lines
from bodymap.body.build.outlines import View, polygon_of_rings, read_views
from bodymap.body.build.points import CutError, resolve
from bodymap.body.build.reshape import reshaped
from bodymap.body.build.seen import Extent, extents
from bodymap.body.build.tints import muscle_tints
from bodymap.body.build.tissues import pieces_of, with_tissues
from bodymap.body.build.turn import turned
from bodymap.body.corners import corner_cut
from bodymap.body.geometry import SYMMETRIC_VIEWS
from bodymap.body.stamp import stamped

BODY = DATA_DIR / "body"
GRAIN = 0.00015  # body heights by which a piece of the surface may differ from the source: a quarter of a millimetre
CREDIT = "BodyParts3D, (c) The Database Center for Life Science. Changed: see NOTICE. CC BY-SA 4.0."


@dataclass(frozen=True)
class Recipe:
    """What all views share: midline regions, schematics, fibre rules, tints, extents of outlines, our own details."""

    midline: frozenset[str]
    schematics: Mapping[str, Any]
    fibres: Mapping[str, Any]
    tints: Mapping[str, int]
    extents: Mapping[str, Mapping[str, Extent]]
    sheets: Sheets


def build(body: Path = BODY) -> dict[str, str]:
    """The text of every chart file, ``{view: GeoJSON}``, from ``body/source``, ``body/cuts`` and the schematics."""
    tables = _tables(body / "cuts")
    sheets = read_sheets(body / "drawn")
    views = [view for view in read_views(body / "source", sheets.skin) if view.name in tables]
    corrections = _read(body / "corrections.yaml")
    mended = [reshaped(view, corrections) for view in with_details(views, corrections)]
    recipe = Recipe(
        midline=frozenset(_read(body / "midline.yaml")["midline"]),
        schematics=_read(body / "schematics.yaml"),
        fibres=_read(body / "fibres.yaml"),
        tints=muscle_tints(views),
        extents=extents(mended, corrections["seen_through"]),
        sheets=sheets,
    )
    turns = _read(body / "turned.yaml")
    built = {}
    for view, anew in zip(views, mended, strict=True):
        features = _features(view, with_tissues(anew, corrections), tables[view.name], recipe)
        built[view.name] = _dump(view, turned(features, turns.get(view.name, ())))
    return built


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


def _features(source: View, view: View, table: Mapping[str, Any], recipe: Recipe) -> Iterator[dict[str, Any]]:
    """What is drawn of a view; places are cut along the outlines of the source, whatever is mended."""
    symmetric = view.name in SYMMETRIC_VIEWS
    yield _feature("skin", "skin", mapping(_with_mirror(view.skin) if symmetric else view.skin), midline=symmetric)
    for name, shape in cut_regions(table, source).items():
        midline = name in recipe.midline
        yield _feature(
            "region", name, mapping(_with_mirror(shape) if midline and symmetric else shape), midline=midline
        )
    for name, structure in sorted(view.structures.items(), key=lambda item: item[1]["depth_order"]):
        extent = recipe.extents[view.name].get(name)
        yield from _structure_features(name, structure, recipe.tints.get(name), extent)
        if structure["kind"] == "muscle" and structure["visible_rings"]:
            yield from _fibre_feature(name, structure, view, recipe.fibres.get(name, {}).get(view.name))
    for name, views in recipe.schematics.items():
        if view.name in views:
            yield from _schematic(name, views[view.name], view)
    yield from _details(view, recipe.sheets)
    for name, point in view.landmarks.items():
        yield _feature("mark", name, {"type": "Point", "coordinates": list(point)})


def _details(view: View, sheets: Sheets) -> Iterator[dict[str, Any]]:
    """The measured features that no sheet replaces, then what the sheets draw."""
    replaced = sheets.replaced(view.name)
    for name, feature in view.features.items():
        if name not in replaced:
            lines = {"type": "MultiLineString", "coordinates": feature["paths"]}
            yield _feature("detail", name, lines, closed=feature["kind"] == "area")
    for detail in sheets.details(view.name, view.anchors()):
        lines = {"type": "MultiLineString", "coordinates": detail.paths}
        extra = {"midline": True} if detail.midline else {}
        yield _feature("detail", detail.id, lines, closed=detail.closed, **extra, source="drawn")


def _fibre_feature(
    name: str, structure: Mapping[str, Any], view: View, rule: Mapping[str, Any] | None
) -> Iterator[dict[str, Any]]:
    lines = [
        line
        for piece in pieces_of(polygon_of_rings(structure["visible_rings"]))
        for line in fibre_lines(piece, rule, view.anchors())
    ]
    if lines:
        yield _feature("fibre", name, {"type": "MultiLineString", "coordinates": lines}, closed=False)


def _structure_features(
    name: str, structure: Mapping[str, Any], tint: int | None, extent: Extent | None
) -> Iterator[dict[str, Any]]:
    common = {
        "depth_order": structure["depth_order"],
        "midline": structure.get("midline", False),
        "source": structure["source"],
        **({} if tint is None else {"tint": tint}),
        **({"of": structure["of"]} if "of" in structure else {}),
    }
    kind = structure["kind"]
    whole = extent.shape if extent else polygon_of_rings(structure["rings"])
    if whole is not None and not whole.is_empty:
        through = {"seen_through": True} if extent and extent.seen_through else {}
        yield _feature(kind, name, mapping(whole), extent="whole", **common, **through)
    if structure["visible_rings"]:
        seen = simplify(polygon_of_rings(structure["visible_rings"]), GRAIN)
        yield _feature(kind, name, mapping(seen), extent="surface", **common)


def _schematic(name: str, drawing: Mapping[str, Any], view: View) -> Iterator[dict[str, Any]]:
    ring = [resolve(point, view.anchors()) for point in drawing["ring"]]
    shape = polygon_of_rings([corner_cut([*ring, ring[0]])]).buffer(0)
    common = {"depth_order": 0, "midline": drawing.get("midline", False), "source": "schematic"}
    yield _feature("muscle", name, mapping(shape), extent="whole", **common)
    if drawing.get("shows"):
        yield _feature("muscle", name, mapping(shape), extent="surface", **common)


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
    head = json.dumps({"view": view.name, "unit": "body height", "side": "left", "credit": CREDIT, "stamp": ""})
    return stamped(f'{{"type":"FeatureCollection","properties":{head},"features":[\n{lines}\n]}}\n')


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
