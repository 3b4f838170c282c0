"""The two tables of the second figure (``data/body/woman``): whether she can be made from them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import AfterValidator, BaseModel, Field, ValidationError

from bodymap.body.figure import FOLDER
from bodymap.data.model import View
from bodymap.problems import Problem, Unfit, shown
from bodymap.read.chart.form import Coordinate, Position
from bodymap.read.hints import said
from bodymap.read.merged import conflict
from bodymap.read.yaml_lines import MISSING, NOT_UTF8, UNREADABLE

_HINT = "see the comments at the head of the file"
Ratio = Annotated[float, Field(strict=True, gt=0.3, lt=3, allow_inf_nan=False)]


class _Row(BaseModel):
    y: Coordinate


class _Broader(_Row):
    ratio: Ratio


class _Side(_Broader):
    axis: Coordinate
    shift: Coordinate


class _Front(_Side):
    trunk: Coordinate
    arm: Coordinate


class _Inwards(_Row):
    by: Coordinate


def _apart(rows: list[Any]) -> list[Any]:
    if len({row.y for row in rows}) < len(rows):
        raise Unfit("has two rows of one height", "give each row a y of its own")
    return rows


def _table(row: type[_Row]) -> Any:
    return Annotated[list[row], Field(min_length=2), AfterValidator(_apart)]  # type: ignore[valid-type]


class _Arm(BaseModel):
    front: _table(_Front)  # type: ignore[valid-type]
    side: _table(_Side)  # type: ignore[valid-type]


class _Legs(BaseModel):
    full: Coordinate
    shift: _table(_Inwards)  # type: ignore[valid-type]


class _Foot(BaseModel):
    axis: Coordinate
    breadth: Ratio
    length: Ratio


class _Breast(BaseModel):
    by: Coordinate
    upper: Coordinate
    tip: Coordinate
    lower: Coordinate
    behind: Coordinate
    front: Coordinate


class _Bands(BaseModel):
    width: _table(_Broader)  # type: ignore[valid-type]
    depth: _table(_Broader)  # type: ignore[valid-type]
    arm: _Arm
    legs: _Legs
    foot: _Foot
    breast: _Breast


class _Change(BaseModel):
    of: list[str] = Field(min_length=1)
    about: Position | None = None
    scale: tuple[Ratio, Ratio] = (1.0, 1.0)
    move: Position = (0.0, 0.0)


class _New(BaseModel):
    id: str
    line: list[Position] = Field(min_length=2)


class _Drawn(BaseModel):
    changed: dict[View, list[_Change]]
    drawn: dict[View, list[_New]]


_TABLES: Mapping[str, type[BaseModel]] = {"bands.yaml": _Bands, "drawn.yaml": _Drawn}


def problems_of_woman(body: Path) -> tuple[Problem, ...]:
    """Everything wrong with the tables in ``body/woman``; a chart of one's own may go without them."""
    folder = body / "woman"
    if not folder.is_dir() and folder.resolve() != FOLDER.resolve():
        return ()
    found: list[Problem] = []
    for name, model in _TABLES.items():
        path = folder / name
        try:
            wrong = _wrong(model, path.read_bytes())
        except FileNotFoundError:
            wrong = ((1, "", "the file is missing", MISSING),)
        except OSError as error:
            wrong = ((1, "", f"cannot be read: {error.strerror}", UNREADABLE),)
        found.extend(Problem(f"{shown(folder)}/{name}", *each) for each in wrong)
    return tuple(found)


@lru_cache(maxsize=8)
def _wrong(model: type[BaseModel], content: bytes) -> tuple[tuple[int, str, str, str], ...]:
    """Line, path, message and hint of everything wrong with a table of this content."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return ((content.count(b"\n", 0, error.start) + 1, "", "is not UTF-8 text", NOT_UTF8),)
    if marked := conflict(text):
        return ((marked.line, "", marked.message, marked.hint),)
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        model.model_validate(yaml.load(text, Loader=yaml.CSafeLoader) or {})
    except ValidationError as error:
        return tuple(_said(model, node, fault) for fault in error.errors())
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        hint = "look for a missing colon, quote or indent here"
        return ((mark.line + 1 if mark else 1, "", "is not valid YAML", hint),)
    return ()


def _said(model: type[BaseModel], node: Any, fault: Any) -> tuple[int, str, str, str]:
    steps = [step for step in fault["loc"] if step != "[key]"]
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")
    message, hint = said(fault, model.model_fields, None)
    return _line(node, steps), path, message, _HINT if hint == "leave it out" else hint


def _line(node: Any, steps: list[Any]) -> int:
    """The line of what the steps lead to, or of the nearest thing around it."""
    line = 1
    for step in steps:
        if node is None:
            break
        line = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            node = None
    return line if node is None else int(node.start_mark.line) + 1
