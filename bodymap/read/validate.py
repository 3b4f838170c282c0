"""One raw YAML record against its model: the record, or every fault said in plain words at its line."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from bodymap.problems import Problem
from bodymap.read.hints import said
from bodymap.read.yaml_lines import Document, YamlPath

R = TypeVar("R", bound=BaseModel)
_TODO = re.compile(r"\s*TODO\b[\s:.]*(.*)", re.DOTALL | re.IGNORECASE)


def validate(model: type[R], document: Document, path: YamlPath, raw: Any) -> tuple[R | None, list[Problem]]:
    """The record at ``path`` of a document, or None with everything that is wrong with it.

    A text that begins with TODO is a placeholder, and wrong as long as it stands there.
    """
    unfinished = dict(_placeholders(raw))
    problems = [
        document.problem((*path, *steps), "is still to do", _to_write(text, model, steps))
        for steps, text in unfinished.items()
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


def _to_write(text: str, model: type[BaseModel], steps: YamlPath) -> str:
    """The hint at a placeholder: what it says itself, else what its field is for."""
    if not text:
        *above, name = (step for step in steps if isinstance(step, str))
        field = fields(model, tuple(above)).get(name)
        text = (field.description if field else None) or "what belongs here"
    return f"write {text}"


def _explain(
    model: type[BaseModel], document: Document, path: YamlPath, error: ValidationError, told: Container[YamlPath]
) -> Iterator[Problem]:
    """Every fault in plain words, except at the places of which something is ``told`` already."""
    faults = error.errors()
    deeper = {fault["loc"] for fault in faults if fault["type"] != "too_short"}
    for fault in faults:
        steps = tuple(step for step in fault["loc"] if step != "[key]")
        if fault["loc"] in told:
            continue
        if fault["type"] == "too_short" and any(place[: len(fault["loc"])] == fault["loc"] for place in deeper):
            continue  # pydantic counts only the items that fit
        *above, name = (step for step in steps if isinstance(step, str)) if steps else ("",)
        names = fields(model, tuple(above))
        yield document.problem((*path, *steps), *said(fault, names, names.get(name)))


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
