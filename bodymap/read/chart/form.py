"""What a file of the chart may hold, feature by feature; see "The chart" in docs/architecture.md.

Every refusal is a ``Fault``: its feature counts from 0, or is None for the file as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, TypeAdapter, ValidationError, model_validator

from bodymap.body.geometry import STRUCTURES
from bodymap.data.model import VIEWS, Id
from bodymap.problems import Unfit, did_you_mean
from bodymap.read.hints import said

BUILD = "run `make chart`"
_LARGEST = 1.5  # body heights: nothing of a body lies farther from where its frame begins

Coordinate = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-_LARGEST, le=_LARGEST)]
Position = tuple[Coordinate, Coordinate]
Ring = Annotated[list[Position], Field(min_length=4)]
Line = Annotated[list[Position], Field(min_length=2)]


class Fault(NamedTuple):
    """What is wrong with a feature (None: with the file), and what to do."""

    feature: int | None
    message: str
    hint: str = BUILD


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Polygon(_Part):
    type: Literal["Polygon"]
    coordinates: Annotated[list[Ring], Field(min_length=1)]


class _MultiPolygon(_Part):
    type: Literal["MultiPolygon"]
    coordinates: Annotated[list[Annotated[list[Ring], Field(min_length=1)]], Field(min_length=1)]


class _Lines(_Part):
    type: Literal["MultiLineString"]
    coordinates: Annotated[list[Line], Field(min_length=1)]


class _Point(_Part):
    type: Literal["Point"]
    coordinates: Position


class _Properties(_Part):
    kind: Literal["skin", "region", "muscle", "bone", "tendon", "fascia", "ligament", "fibre", "detail", "mark"]
    id: Id = Field(description="the id of what is drawn, in small letters")
    midline: StrictBool = False
    source: Literal["measured", "derived", "reconstructed", "schematic", "drawn"] = "measured"
    extent: Literal["surface", "whole"] | None = None
    depth_order: Annotated[StrictInt, Field(ge=0)] = 0
    tint: Annotated[StrictInt, Field(ge=0)] = 0
    closed: StrictBool = True
    seen_through: StrictBool = False
    of: Id | None = None


class _Feature(_Part):
    type: Literal["Feature"]
    properties: _Properties
    geometry: Annotated[_Polygon | _MultiPolygon | _Lines | _Point, Field(discriminator="type")]

    @model_validator(mode="after")
    def _fits(self) -> _Feature:
        kind, drawn = self.properties.kind, self.geometry.type
        wanted = {"mark": ("Point",), "fibre": ("MultiLineString",), "detail": ("MultiLineString",)}
        if drawn not in wanted.get(kind, ("Polygon", "MultiPolygon")):
            raise Unfit(f"a {kind} cannot be drawn as a {drawn}", BUILD)
        if (kind in STRUCTURES) != (self.properties.extent is not None):
            what = "has no extent" if kind in STRUCTURES else "has an extent"
            raise Unfit(f"a {kind} {what}", BUILD)
        return self


_FEATURE: TypeAdapter[_Feature] = TypeAdapter(_Feature)
_GEOMETRIES = ("Polygon", "MultiPolygon", "MultiLineString", "Point")


def faults(collection: Any, view: str) -> Iterator[Fault]:
    """Everything wrong with the form of the file of a view: at most one fault for each part of a feature."""
    if not isinstance(collection, dict) or collection.get("type") != "FeatureCollection":
        yield Fault(None, "is not a chart view: it holds no FeatureCollection")
        return
    yield from _head(collection.get("properties"), view)
    features = collection.get("features")
    if not isinstance(features, list) or not features:
        yield Fault(None, "is not a chart view: it has no features")
        return
    sound = True
    for number, feature in enumerate(features):
        try:
            _FEATURE.validate_python(feature)
        except ValidationError as error:
            sound = False
            yield from _said(number, error)
    if sound:
        yield from _once(features)


def _head(head: Any, view: str) -> Iterator[Fault]:
    if view not in VIEWS:
        near = did_you_mean(view, VIEWS)
        yield Fault(None, f"`{view}` is not a view of the chart", near or "take the file out of the folder")
    elif not isinstance(head, dict) or head.get("view") != view:
        written = head.get("view") if isinstance(head, dict) else None
        yield Fault(
            None, f"is the file of the view `{view}` and says `{written}`", f"give the file its name, or {BUILD}"
        )
    elif head.get("side", "left") != "left":
        yield Fault(None, f"records the side `{head['side']}`", f"the left side is recorded in every view; {BUILD}")


def _once(features: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
    """What must be there once: one skin, and each thing of a kind and extent; details may share a name."""
    first: dict[tuple[str, ...], int] = {}
    for number, feature in enumerate(features):
        about = feature["properties"]
        key = ("skin",) if about["kind"] == "skin" else (about["kind"], about.get("extent") or "", about["id"])
        if about["kind"] != "detail" and first.setdefault(key, number) != number:
            yield Fault(number, "is drawn twice", f"keep one of the two, or {BUILD}")
    for kind in ("skin", "region"):
        if not any(key[0] == kind for key in first):
            yield Fault(None, f"is not a chart view: it draws no {kind}")


def _said(number: int, error: ValidationError) -> Iterator[Fault]:
    """The first fault of each part of a feature in words."""
    told: set[str] = set()
    for fault in error.errors():
        steps = [step for step in fault["loc"] if step not in _GEOMETRIES]
        part = ".".join(str(step) for step in steps if isinstance(step, str))
        if part in told:
            continue
        told.add(part)
        yield Fault(number, *_in_words(fault, part, [step for step in steps if isinstance(step, int)]))


def _in_words(fault: Mapping[str, Any], part: str, places: Sequence[int]) -> tuple[str, str]:
    kind = fault["type"]
    if kind == "value_error":
        return said(fault, (), None)
    if part == "geometry":
        given = fault["input"]
        name = given.get("type") if isinstance(given, dict) else None
        return ("has no geometry" if name is None else f"has a geometry of type `{name}`"), BUILD
    if part == "geometry.coordinates":
        at = f"coordinates[{']['.join(map(str, places))}]" if places else "coordinates"
        return f"{at}: {_COORDINATES.get(kind, 'is no list of points')}", BUILD
    if not part:
        return "is not a feature", BUILD
    name = part.rpartition(".")[2]
    model = _Properties if part.startswith("properties.") else _Feature
    message, hint = said(fault, model.model_fields, model.model_fields.get(name))
    return f"{name}: {message}", hint if not re.match("write|leave", hint) else BUILD


_COORDINATES = {
    "missing": "is missing",
    "float_type": "is not a number",
    "finite_number": "is not a number",
    "too_short": "has too few points",
    "too_long": "holds more than x and y",
    "greater_than_equal": f"lies more than {_LARGEST} body heights away",
    "less_than_equal": f"lies more than {_LARGEST} body heights away",
}
