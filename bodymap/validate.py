"""One raw YAML record against its model: the record, or every fault said in plain words at its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from .problems import Problem, did_you_mean
from .yaml_lines import Document, YamlPath

R = TypeVar("R", bound=BaseModel)

_MESSAGES = {
    "missing": "is missing",
    "extra_forbidden": "is not a field here",
    "string_too_short": "is empty",
    "string_type": "must be text",
    "too_short": "must not be empty",
    "tuple_type": "must be a list",
    "model_type": "must be a record, that is `field: value` lines",
    "dict_type": "must be a mapping, that is `key: value` lines",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "float_type": "must be a number",
    "finite_number": "must be a number",
    "date_type": "must be a date",
}
_HINTS = {
    "string_type": "put quotes around it",
    "float_type": "write it without quotes",
    "int_type": "write it without quotes",
    "bool_type": "write it without quotes",
    "date_type": "write it as 2026-01-31, without quotes",
}


def validate(model: type[R], document: Document, path: YamlPath, raw: Any) -> tuple[R | None, list[Problem]]:
    """The record at ``path`` of a document, or None with everything that is wrong with it."""
    try:
        return model.model_validate(raw), []
    except ValidationError as error:
        return None, list(_explain(model, document, path, error))


def _explain(model: type[BaseModel], document: Document, path: YamlPath, error: ValidationError) -> Iterator[Problem]:
    faults = error.errors()
    deeper = {fault["loc"] for fault in faults if fault["type"] != "too_short"}
    for fault in faults:
        steps = tuple(step for step in fault["loc"] if step != "[key]")
        kind, context = fault["type"], fault.get("ctx", {})
        if kind == "too_short" and any(place[: len(fault["loc"])] == fault["loc"] for place in deeper):
            continue  # pydantic counts only the items that fit
        message, hint = _MESSAGES.get(kind), _HINTS.get(kind, "")
        if kind == "extra_forbidden":
            hint = did_you_mean(steps[-1], _fields(model, steps[:-1]))
        elif kind in ("literal_error", "enum"):
            message, hint = _one_of(fault["input"], str(context["expected"]))
        elif kind == "string_pattern_mismatch":
            message, hint = f"`{fault['input']}` has the wrong form", _form(str(context["pattern"]))
        yield document.problem((*path, *steps), message or fault["msg"], hint)


def _one_of(given: object, expected: str) -> tuple[str, str]:
    choices = re.findall(r"'([^']*)'", expected)
    return f"`{given}` is not one of {', '.join(choices)}", did_you_mean(given, choices)


def _form(pattern: str) -> str:
    """What a pattern of the model asks for, in words."""
    if pattern.startswith("^[a-z][a-z0-9_]*$"):
        return "an id has small letters, digits and _ only"
    if pattern.startswith("^[a-z][a-z0-9_]*(:"):
        return "a zone is a region id, with :both or :opposite if the pattern crosses the midline"
    return f"expected {pattern}"


def _fields(model: type[BaseModel], path: YamlPath) -> tuple[str, ...]:
    """The field names of the model found at ``path`` below ``model``."""
    at: Any = model
    for step in path:
        if isinstance(step, int):
            continue
        fields: Mapping[str, Any] = at.model_fields
        if step not in fields or (inner := _model_in(fields[step].annotation)) is None:
            return ()
        at = inner
    return tuple(at.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)
