"""What the columns of a table are, read from the models, so that a new field has its column and description at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel

ColumnType = Literal["string", "integer", "number", "boolean", "date"]
Path = tuple[str, ...]

# A field that holds ids of one kind: its table, and the name of the column if the field is a list.
REFERS: Mapping[str, tuple[str, str]] = {
    "muscle": ("muscles", "muscle"),
    "muscles": ("muscles", "muscle"),
    "tested": ("muscles", "muscle"),
    "most_often": ("muscles", "muscle"),
    "condition": ("conditions", "condition"),
    "conditions": ("conditions", "condition"),
    "regions": ("regions", "region"),
    "red_flags": ("red_flags", "red_flag"),
    "first": ("red_flags", "red_flag"),
    "documents": ("sources", "source"),
}
BY_HAND = ("primary", "spillover", "shapes")  # stand in tables of their own, which tables.py makes


@dataclass(frozen=True)
class Column:
    """A column: its type, what it holds, and what it may hold."""

    name: str
    type: ColumnType
    about: str
    required: bool = False
    enum: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: float | None = None
    refers: str | None = None  # the table whose ids it holds


class Listed(NamedTuple):
    """A field that holds many things, and the schema of one of them."""

    path: Path
    about: str
    item: Mapping[str, Any]
    by_key: bool = False  # a mapping, not a list


class Shape(NamedTuple):
    """What a record holds: single things, each a column, and lists."""

    columns: dict[Path, Column]
    lists: list[Listed]


class Schema:
    """The JSON schema of a model, with its references followed."""

    def __init__(self, model: type[BaseModel]) -> None:
        self.top = model.model_json_schema()
        self.parts = self.top.get("$defs", {})

    def shape(self, node: Mapping[str, Any] | None = None, path: Path = ()) -> Shape:
        """The columns and lists of an object; what lies in an object inside it stands beside the rest."""
        shape = Shape({}, [])
        for name, inner, required in self.fields(node or self.top):
            at = (*path, name)
            about = inner.get("description", "")
            if name in BY_HAND:
                continue
            if inner.get("type") == "array":
                shape.lists.append(Listed(at, about, self._plain(inner["items"])[0]))
            elif "properties" in inner:
                found = self.shape(inner, at)
                shape.columns.update(
                    {p: replace(c, required=c.required and required) for p, c in found.columns.items()}
                )
                shape.lists.extend(found.lists)
            elif inner.get("type") == "object":
                shape.lists.append(Listed(at, about, inner, by_key=True))
            else:
                shape.columns[at] = column("_".join(at), inner, required)
        return shape

    def fields(self, node: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any], bool]]:
        """The name of each field of an object, its schema, and whether it is always there."""
        for name, inner in node["properties"].items():
            plain, optional = self._plain(inner)
            yield name, plain, name in node.get("required", ()) and not optional

    def _plain(self, node: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
        """A node without references and without its "or nothing", and whether it may be nothing."""
        plain = dict(node)
        if "$ref" in plain:
            plain = {**self.parts[plain.pop("$ref").rpartition("/")[2]], **plain}
        if "anyOf" not in plain:
            return plain, False
        every = [self._plain(choice)[0] for choice in plain.pop("anyOf")]
        choices = [choice for choice in every if choice.get("type") != "null"]
        one = choices[0] if len(choices) == 1 else {**choices[0], "type": "number"}  # whole numbers or broken ones
        return {**one, **plain}, len(choices) < len(every)


def column(name: str, node: Mapping[str, Any], required: bool, refers: str | None = None) -> Column:
    """The column of a single thing."""
    is_date = node.get("format") == "date"
    is_region = node.get("x-names") == "region"
    return Column(
        name=name,
        type="date" if is_date else node.get("type", "string"),
        about=node.get("description", ""),
        required=required,
        enum=tuple(node.get("enum", [node["const"]] if "const" in node else [])),
        pattern=node.get("pattern"),
        minimum=node.get("minimum"),
        refers=refers or ("regions" if is_region else REFERS.get(name, (None,))[0]),
    )
