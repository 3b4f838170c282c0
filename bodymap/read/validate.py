"""One raw YAML record against its model: the record, or every fault said in plain words at its line."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from bodymap.problems import Problem, did_you_mean
from bodymap.read.yaml_lines import Document, YamlPath

R = TypeVar("R", bound=BaseModel)
_TODO = re.compile(r"\s*TODO\b[\s:.]*(.*)", re.DOTALL | re.IGNORECASE)

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
    """The record at ``path`` of a document, or None with everything that is wrong with it.

    A text that begins with TODO is a placeholder, and wrong as long as it stands there.
    """
    unfinished = dict(_placeholders(raw))
    problems = [
        document.problem((*path, *steps), "is still to do", _to_write(said, model, steps))
        for steps, said in unfinished.items()
    ]
    try:
        record = model.model_validate(raw)
    except ValidationError as error:
        return None, problems + list(_explain(model, document, path, error, unfinished))
    return (None, problems) if problems else (record, [])


def _placeholders(raw: Any, steps: YamlPath = ()) -> Iterator[tuple[YamlPath, str]]:
    """Every text that begins with TODO, with the steps to it: what follows the word."""
    if isinstance(raw, str):
        if found := _TODO.fullmatch(raw):
            yield steps, found[1]
    elif isinstance(raw, dict | list):
        for step, inner in raw.items() if isinstance(raw, dict) else enumerate(raw):
            yield from _placeholders(inner, (*steps, step))


def _to_write(said: str, model: type[BaseModel], steps: YamlPath) -> str:
    """The hint at a placeholder: what it says itself, else what its field is for."""
    if not said:
        *above, name = (step for step in steps if isinstance(step, str))
        field = fields(model, tuple(above)).get(name)
        said = (field.description if field else None) or "what belongs here"
    return f"write {said}"


def _explain(
    model: type[BaseModel], document: Document, path: YamlPath, error: ValidationError, said: Container[YamlPath]
) -> Iterator[Problem]:
    """Every fault in plain words, except at the places of which something is ``said`` already."""
    faults = error.errors()
    deeper = {fault["loc"] for fault in faults if fault["type"] != "too_short"}
    for fault in faults:
        steps = tuple(step for step in fault["loc"] if step != "[key]")
        kind, context = fault["type"], fault.get("ctx", {})
        if fault["loc"] in said:
            continue
        if kind == "too_short" and any(place[: len(fault["loc"])] == fault["loc"] for place in deeper):
            continue  # pydantic counts only the items that fit
        message, hint = _MESSAGES.get(kind), _HINTS.get(kind, "")
        if kind == "extra_forbidden":
            hint = did_you_mean(steps[-1], fields(model, steps[:-1]))
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


def fields(model: type[BaseModel], path: YamlPath = ()) -> Mapping[str, FieldInfo]:
    """The fields of the model found at ``path`` below ``model``."""
    at = model
    for step in path:
        if isinstance(step, int):
            continue
        if step not in at.model_fields or (inner := model_in(at.model_fields[step].annotation)) is None:
            return {}
        at = inner
    return at.model_fields


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation names, alone or inside a list or an optional value; None if there is none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(model_in, get_args(annotation))), None)
