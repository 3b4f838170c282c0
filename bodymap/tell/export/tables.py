"""The dataset as tidy tables: one row a thing, one column a fact, lists in tables of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS
from bodymap.data.model import DrawnShape
from bodymap.data.patterns import Area, Pattern
from bodymap.tell.export.columns import REFERS, Column, Listed, Path, Schema, column

Row = dict[str, Any]
# Lists whose table is known by another name than the record's and the field's.
_NAMES = {("muscle", "trigger_points"): "trigger_points", ("prevalence_study", "rows"): "prevalence_rows"}
_POINT = "trigger_point"


@dataclass(frozen=True)
class Table:
    """A table: its columns, its rows as plain values by column, and the columns that tell rows apart."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    key: tuple[str, ...] = ()


def tables(dataset: Dataset) -> list[Table]:
    """Every table, the kinds of records in their order, each followed by its lists."""
    made: list[Table] = []
    cited: list[Row] = []
    for kind in KINDS.values():
        schema = Schema(kind.model)
        records = [record.model_dump(mode="json") for record in dataset.tables[kind.name].values()]
        id_ = "id" if "id" in kind.model.model_fields else "key"  # of a source
        rows: list[tuple[Row, Mapping[str, Any]]] = [({}, record) for record in records]
        made += _flat(kind.name, kind.one, kind.about, schema, schema.top, rows, (), cited, id_)
    return [
        *made,
        _zones(dataset),
        *_shapes(dataset),
        _areas(dataset),
        _area_zones(dataset),
        _identifiers(dataset),
        _citations(cited),
    ]


def _flat(
    name: str,
    one: str,
    about: str,
    schema: Schema,
    node: Mapping[str, Any],
    records: Sequence[tuple[Row, Mapping[str, Any]]],
    before: tuple[Column, ...],
    cited: list[Row],
    id_: str | None,
) -> list[Table]:
    """The table of things of one form, and the tables of their lists; ``before`` says what they belong to."""
    columns, lists = schema.shape(node)
    rows = [{**own, **{c.name: _at(record, path) for path, c in columns.items()}} for own, record in records]
    key = (id_,) if id_ else tuple(c.name for c in before)
    made = [Table(name, about, (*before, *columns.values()), rows, key)]
    for listed in lists:
        if listed.item.get("title") == "SourceRef":
            cited.extend(_references(one, listed.path, records, id_))
        else:
            assert id_, f"{name}.{'.'.join(listed.path)}: only things with an id may hold lists"
            found = [(record[id_], _at(record, listed.path)) for _, record in records]
            made += _list(name, one, listed, schema, found, cited)
    return made


def _list(
    parent: str,
    one: str,
    listed: Listed,
    schema: Schema,
    found: Iterable[tuple[str, Any]],
    cited: list[Row],
) -> list[Table]:
    name = _NAMES.get((one, listed.path[-1]), "_".join((one, *listed.path)))
    about = f"Of each {one.replace('_', ' ')}: {listed.about}."
    owner = Column(one, "string", f"the id of the {one.replace('_', ' ')}", required=True, refers=parent)
    if listed.by_key:
        return [_positions(name, owner, about, found)]
    place = Column("place", "integer", "where it stands in the list, from 1", required=True, minimum=1)
    every = [({one: id_, "place": n}, item) for id_, items in found for n, item in enumerate(items or (), start=1)]
    if "properties" in listed.item:
        has_id = "id" in listed.item["properties"]
        child = name.removesuffix("s") if has_id else name
        own = "id" if has_id else None
        return _flat(name, child, about, schema, listed.item, every, (owner, place), cited, own)
    table, held = REFERS.get(listed.path[-1], (None, "value"))
    value = column(held, {**listed.item, "description": listed.about}, True, table)
    rows = [{**own, held: item} for own, item in every]
    return [Table(name, about, (owner, place, value), rows, (one, "place"))]


def _positions(name: str, owner: Column, about: str, found: Iterable[tuple[str, Any]]) -> Table:
    columns = (
        owner,
        Column("view", "string", "the view of the chart", required=True),
        Column("x", "number", "across, in body heights; what it is measured from depends on the view", required=True),
        Column("y", "number", "up, in body heights, from the sole; in views of the foot from its back", required=True),
    )
    rows = [{owner.name: id_, "view": view, "x": x, "y": y} for id_, by in found for view, (x, y) in by.items()]
    return Table(name, about, columns, rows, (owner.name, "view"))


def _at(record: Any, path: Path) -> Any:
    for step in path:
        record = record[step] if record is not None else None
    return record


# ---- what is cited for what ------------------------------------------------------------------------------------


def _references(
    one: str, path: Path, records: Iterable[tuple[Row, Mapping[str, Any]]], id_: str | None
) -> Iterator[Row]:
    for own, record in records:
        if id_:
            kind, name, item, field = one, record[id_], None, path
        else:  # a thing in a list: it is known by what it belongs to and its place
            (kind, name), (_, item) = own.items()
            field = (one.removeprefix(f"{kind}_"), *path)
        for place, reference in enumerate(_at(record, path) or (), start=1):
            said = {"kind": kind, "record": name, "field": ".".join(field), "item": item, "place": place}
            yield {**said, "source": reference["key"], "locator": reference["locator"]}


def _citations(rows: Sequence[Row]) -> Table:
    columns = (
        Column("kind", "string", "what kind of record cites, for example muscle", required=True),
        Column("record", "string", "the id of the record", required=True),
        Column("field", "string", "the field that the source stands behind", required=True),
        Column("item", "integer", "the place of the thing in a list of the record, if the field lies in one"),
        Column("place", "integer", "where it stands among the sources of the field, from 1", required=True),
        Column("source", "string", "the key of the source", required=True, refers="sources"),
        Column("locator", "string", "where in the source it stands"),
    )
    return Table("citations", "Which source stands behind which record.", columns, rows)


# ---- where things are felt -------------------------------------------------------------------------------------

_FELT = (
    Column("region", "string", "the id of the region", required=True, refers="regions"),
    Column(
        "level", "string", "primary: mainly felt there; spillover: can spill over", required=True,
        enum=("primary", "spillover"),
    ),
    Column(
        "reach", "string", "same: on the side of the thing described; opposite: on the other side; both: on both",
        required=True, enum=("same", "opposite", "both"),
    ),
)  # fmt: skip


def _felt(owner: str, things: Iterable[Pattern | Area]) -> list[Row]:
    return [
        {owner: thing.id, "region": zone.region, "level": level, "reach": zone.reach}
        for thing in things
        for level, zones in (("primary", thing.primary), ("spillover", thing.spillover))
        for zone in zones
    ]


def _zones(dataset: Dataset) -> Table:
    owner = Column("point", "string", "the id of the trigger point", required=True, refers="trigger_points")
    about = "Where pain from each trigger point is described, region by region. Described by experts; people differ."
    rows = _felt("point", dataset.trigger_points.values())
    return Table("zones", about, (owner, *_FELT), rows, ("point", "region", "level", "reach"))


_SHAPE_SIZES = ("rx", "ry", "turn", "width", "to_width")


def _shapes(dataset: Dataset) -> list[Table]:
    """The shapes drawn instead of regions, and the points of each: the middle of an ellipse, the line of a strip."""
    schema = Schema(DrawnShape)
    fields = {name: column(name, inner, required) for name, inner, required in schema.fields(schema.top)}
    owner = Column("point", "string", "the id of the trigger point", required=True, refers="trigger_points")
    place = Column("place", "integer", "where the shape stands in the list, from 1", required=True, minimum=1)
    columns = (
        owner,
        place,
        *(fields[name] for name in ("view", "level", "reach", *_SHAPE_SIZES)),
        Column("low", "number", "of a band: the height where it begins, in body heights"),
        Column("high", "number", "of a band: the height where it ends, in body heights"),
    )
    corners = (
        owner,
        place,
        Column("number", "integer", "which point of the shape it is, from 1", required=True, minimum=1),
        Column("x", "number", "across, in body heights; what it is measured from depends on the view", required=True),
        Column("y", "number", "up, in body heights, from the sole; in views of the foot from its back", required=True),
    )
    rows, points = [], []
    for point in dataset.trigger_points.values():
        for number, shape in enumerate(point.point.shapes, start=1):
            own = {"point": point.id, "place": number}
            low, high = shape.between or (None, None)
            said = {name: getattr(shape, name) for name in ("view", "level", "reach", *_SHAPE_SIZES)}
            rows.append({**own, **said, "low": low, "high": high})
            line = shape.along or ((shape.at,) if shape.at else ())
            points += [{**own, "number": n, "x": x, "y": y} for n, (x, y) in enumerate(line, start=1)]
    about = "What is drawn of a level of a trigger point in a view instead of its regions; matching stays with regions."
    return [
        Table("trigger_point_shapes", about, columns, rows, ("point", "place")),
        Table(
            "trigger_point_shape_points",
            "The middle of each ellipse, and the middle line of each strip, of the shapes of trigger points.",
            corners,
            points,
            ("point", "place", "number"),
        ),
    ]


def _areas(dataset: Dataset) -> Table:
    columns = (
        Column("id", "string", "the id of the area", required=True),
        Column("kind", "string", "nerve_root, nerve, joint, disc or organ", required=True),
        Column("record", "string", "the id of the record in the table of its kind", required=True),
        Column("name", "string", "a name for people", required=True),
        Column(
            "feels", "string", "pain, touch (the dermatome of a root) or feeling (the skin of a nerve)", required=True,
            enum=("pain", "touch", "feeling"),
        ),
    )  # fmt: skip
    rows = [
        {"id": a.id, "kind": a.kind, "record": a.record.id, "name": a.name, "feels": a.feels}
        for a in dataset.areas.values()
    ]
    about = "What is described to be felt elsewhere beside muscles. A nerve root has two: its touch, and its pain."
    return Table("areas", about, columns, rows, ("id",))


def _area_zones(dataset: Dataset) -> Table:
    owner = Column("area", "string", "the id of the area", required=True, refers="areas")
    about = "Where each area lies, region by region."
    rows = _felt("area", dataset.areas.values())
    return Table("area_zones", about, (owner, *_FELT), rows, ("area", "region", "level", "reach"))


# ---- identifiers of other vocabularies -------------------------------------------------------------------------

_ADDRESSES = {"uberon": "http://purl.obolibrary.org/obo/{}", "fma": "http://purl.org/sig/ont/fma/fma{}"}


def _identifiers(dataset: Dataset) -> Table:
    columns = (
        Column("kind", "string", "the kind of record; regions have none, see the README", required=True),
        Column("record", "string", "the id of the record", required=True),
        Column("vocabulary", "string", "UBERON, FMA or TA2", required=True, enum=("UBERON", "FMA", "TA2")),
        Column("identifier", "string", "the identifier as the vocabulary writes it", required=True),
        Column("uri", "string", "its address, if the vocabulary gives addresses"),
    )
    rows = [
        {
            "kind": "muscle",
            "record": muscle.id,
            "vocabulary": name.upper(),
            "identifier": str(value),
            "uri": _ADDRESSES[name].format(str(value).replace(":", "_")) if name in _ADDRESSES else None,
        }
        for muscle in dataset.muscles.values()
        for name, value in muscle.ontology.model_dump().items()
        if value is not None
    ]
    about = "Identifiers in other vocabularies, for data exchange, given only where sure."
    return Table("identifiers", about, columns, rows, ("kind", "record", "vocabulary"))
