"""A new record to fill in: every field of its model with a placeholder that ``check`` reports until it is written.

What a field is for is said in ``bodymap.data`` only; the skeleton, the schemas and the hints of ``check`` repeat it.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bodymap.data.kinds import KINDS, Kind
from bodymap.problems import shown
from bodymap.read.validate import model_in
from bodymap.read.yaml_lines import read_yaml

WIDTH = 2


FORMS: Mapping[str, Kind] = {kind.one: kind for kind in KINDS.values() if kind.is_yaml and kind.name != "waivers"}


class SkeletonError(Exception):
    """No skeleton can be written; the message says why and what to do."""


def skeleton(form: Kind, given: Mapping[str, str]) -> str:
    """A record as YAML with the fields ``given`` filled in and TODO in every other required one.

    Optional fields are commented out. The list item begins at the left margin.
    """
    about = (form.model.__doc__ or "").split("\n")[0]
    lines = [
        f"# {about}",
        "# Replace each TODO. Optional lines begin with #: take away the # and the space, or the whole line.",
        "# At the end take out these three lines.",
    ]
    fields = list(_fields(form.model, {**given, "status": "draft", "date": dt.date.today().isoformat()}))
    lines += [("- " if number == 0 else " " * WIDTH) + line for number, line in enumerate(fields)]
    return "\n".join(lines) + "\n"


def _fields(model: type[BaseModel], given: Mapping[str, str]) -> Iterator[str]:
    """The lines of a record's fields; those of optional ones are comments."""
    for name, field in model.model_fields.items():
        optional = "" if field.is_required() or name in given else "# "
        for line in _field(name, field, given):
            yield optional + line


def _field(name: str, field: FieldInfo, given: Mapping[str, str]) -> Iterator[str]:
    """The lines of one field, with a nested record indented below it."""
    inner = model_in(field.annotation)
    if name in given:
        yield f"{name}: {given[name] if name == 'date' else _plain_or_quoted(given[name])}"
    elif inner is None:
        yield f"{name}: {_placeholder(field)}"
    else:
        many = get_origin(field.annotation) is tuple
        yield f"{name}:  # {field.description}"
        for number, line in enumerate(_fields(inner, _inside(given))):
            bullet = ("- " if number == 0 else " " * WIDTH) if many else ""
            yield " " * WIDTH + bullet + line


def _inside(given: Mapping[str, str]) -> dict[str, str]:
    """What is given for the records inside a record: an id after the outer one, and how it stands."""
    return {"id": f"{given['id']}_1", "status": given["status"], "date": given["date"]}


def _placeholder(field: FieldInfo) -> str:
    text = json.dumps(f"TODO {field.description}", ensure_ascii=False)
    return f"[{text}]" if get_origin(field.annotation) is tuple else text


def _plain_or_quoted(text: str) -> str:
    plain = re.fullmatch(r"[A-Za-z][A-Za-z0-9_ ]*", text) and text.lower() not in _NOT_TEXT
    return text if plain else json.dumps(text, ensure_ascii=False)


_NOT_TEXT = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}


def new(data_dir: Path, what: str, id_: str, name: str | None = None, append: bool = False) -> str:
    """The skeleton of a new record, or with ``append`` a line that says where it now stands.

    Raises ``SkeletonError`` if the id has the wrong form or is used already, or the file cannot take the record;
    ``OSError`` if it cannot be written.
    """
    form = FORMS[what]
    path = data_dir / form.file
    if not re.fullmatch(r"[a-z][a-z0-9_]*", id_):
        raise SkeletonError(f"`{id_}` cannot be an id; an id has small letters, digits and _ only")
    document = read_yaml(path, shown(path))
    rows = document.data.get(form.name) if isinstance(document.data, dict) else None
    if not isinstance(rows, list) or (append and not rows):
        why = str(document.problems[0]) if document.problems else f"{document.file} has no list of {form.name}"
        raise SkeletonError(f"{why}; mend it first (check)")
    for index, row in enumerate(rows):
        if isinstance(row, dict) and row.get("id") == id_:
            line = document.line((form.name, index))
            raise SkeletonError(f"`{id_}` is already in {document.file}, line {line}; choose another id")
    text = skeleton(form, {"id": id_, **({form.title: name} if name and form.title != "id" else {})})
    if not append:
        return text.rstrip("\n")
    line = _append(path, text)
    return f"added `{id_}` at {document.file}:{line}; fill it in and run: python -m bodymap check"


def _append(path: Path, text: str) -> int:
    """Put list items at the end of a file, with its indent and its line ends; the line of the new record.

    What stands there is not written anew. If the disk is full, nothing stays behind.
    """
    before = path.read_bytes()
    written = before.decode("utf-8-sig")
    end = "\r\n" if "\r\n" in written else "\n"
    item = re.search(r"^( *)- ", written, re.MULTILINE)
    indent = item[1] if item else ""
    gap = end * (2 - min(2, len(re.findall(r"\r?\n", re.findall(r"\s*\Z", written)[0]))))
    added = gap + "".join(indent + line + end for line in text.splitlines())
    try:
        with path.open("ab") as file:
            file.write(added.encode("utf-8"))
    except OSError:
        with contextlib.suppress(OSError):
            os.truncate(path, len(before))
        raise
    first = [line.startswith("- ") for line in text.splitlines()].index(True)
    return (written + gap).count("\n") + first + 1
