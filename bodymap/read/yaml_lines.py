"""YAML that remembers its lines and refuses what contributors rarely mean.

``read_yaml`` never raises for what a file contains: everything wrong becomes a ``Problem``. Refused are
duplicate keys, keys that are not text, anchors and tags, tabs, and plain scalars that YAML 1.1 turns
into something else (``yes``, ``012``, ``1:30``, ``.nan``, dates outside ``date`` and ``expires``, empty values).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml import events as ev

from bodymap.problems import Problem
from bodymap.read.merged import conflict

YamlPath = tuple[str | int, ...]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER: Any = yaml.resolver.Resolver()  # the YAML 1.1 rules of plain scalars
_MAX_DEPTH = 30
_TOO_DEEP = "is nested too deeply"
_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_FLOAT = re.compile(r"[-+]?[0-9]{0,15}\.[0-9]{1,15}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATE_FIELDS = ("date", "expires")

MISSING = "put it back, or give the right folder with --data"
UNREADABLE = "look at its place and its permissions"
NOT_UTF8 = "save the file as UTF-8"


@dataclass(frozen=True)
class Document:
    """One file as plain Python data, with the line of every key and list item.

    ``data`` is None when the file is missing, empty or not readable as YAML; ``problems`` then says why.
    """

    file: str
    data: Any = None
    lines: Mapping[YamlPath, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def line(self, path: YamlPath) -> int:
        """The line of ``path``, or of the nearest thing around it that the file holds; 1 at worst."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, path: YamlPath, message: str, hint: str) -> Problem:
        """A problem of this file at ``path``."""
        return Problem(self.file, self.line(path), show_path(self.data, path), message, hint)


def show_path(data: Any, path: YamlPath) -> str:
    """``muscles.soleus.trigger_points.soleus_1.primary[2]``: list items by their id, else by position."""
    shown = ""
    for step in path:
        data = _child(data, step)
        name = data.get("id") if isinstance(step, int) and isinstance(data, dict) else None
        if isinstance(name, str) and name:
            step = name
        shown += f"[{step}]" if isinstance(step, int) else f".{step}"
    return shown.removeprefix(".")


def _child(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None


def read_yaml(path: Path, shown: str | None = None) -> Document:
    """Read one YAML file. ``shown`` is the file name that problems print; the path itself by default."""
    file = shown or str(path)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Document(file, problems=(Problem(file, 1, "", "the file is missing", MISSING),))
    except OSError as error:
        return Document(file, problems=(Problem(file, 1, "", f"cannot be read: {error.strerror}", UNREADABLE),))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Document(file, problems=(Problem(file, line, "", "is not UTF-8 text", NOT_UTF8),))
    return _Reader(file, text).document()


class _StopError(Exception):
    """Reading cannot go on; the reason is already among the problems."""


class _Reader:
    """Builds one document from parser events, as deep as ``_MAX_DEPTH``, without following anchors."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text
        self.lines: dict[YamlPath, int] = {}
        self.found: list[tuple[int, YamlPath, str, str]] = []

    def document(self) -> Document:
        """The document, with every problem found on the way."""
        for number, line in enumerate(self.text.splitlines(), 1):
            if "\t" in line:
                self._report(number, (), "has a tab", "use spaces")
        data = None
        if marked := conflict(self.text):
            self._report(marked.line, (), marked.message, marked.hint)
            return self._as_found(None)
        try:
            data = self._whole()
        except _StopError:
            pass
        except yaml.YAMLError as error:
            if not self._too_deep():
                self._syntax(error)
        return self._as_found(data)

    def _as_found(self, data: Any) -> Document:
        problems = [Problem(self.file, n, show_path(data, path), m, h) for n, path, m, h in self.found]
        return Document(self.file, data, self.lines, tuple(problems))

    def _whole(self, loader: Any = None) -> Any:
        self.events: Iterator[Any] = yaml.parse(self.text, Loader=loader or _LOADER)
        documents = 0
        data = None
        for event in self.events:
            if isinstance(event, ev.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._report(_line(event), (), "starts a second document", "keep one document a file, without ---")
                    raise _StopError
                data = self._value(next(self.events), ())
        if not documents:
            self._report(1, (), "the file is empty", "write the list that belongs here; see docs/adding_data.md")
        return data

    def _too_deep(self) -> bool:
        """Whether depth is what is wrong; then it is reported as where the file itself passes ``_MAX_DEPTH``.

        libyaml reads ahead and, from PyYAML 6.0.4, stops at a depth of its own; the parser in Python does not.
        """
        again = _Reader(self.file, self.text)
        with suppress(_StopError, yaml.YAMLError):
            again._whole(yaml.SafeLoader)
        deep = [found for found in again.found if found[2] == _TOO_DEEP]
        self.found += deep
        return bool(deep)

    def _syntax(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        if mark is not None:
            line = min(mark.line + 1, max(1, len(self.text.splitlines())))
        else:  # a reader error knows only the position of the character
            line = self.text.count("\n", 0, getattr(error, "position", 0) or 0) + 1
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be read"
        if not any(n == line for n, *_ in self.found):
            self._report(line, (), f"is not valid YAML: {what}", "look for a missing colon, quote or indent here")

    def _report(self, line: int, path: YamlPath, message: str, hint: str) -> None:
        self.found.append((line, path, message, hint))

    def _value(self, event: Any, path: YamlPath) -> Any:
        self.lines.setdefault(path, _line(event))
        if len(path) > _MAX_DEPTH:
            self._report(_line(event), path[:3], _TOO_DEEP, "look for a bracket or an indent too many")
            raise _StopError
        if isinstance(event, ev.AliasEvent):
            self._report(_line(event), path, f"uses the alias *{event.anchor}", "write the value out")
            return None
        if event.anchor:
            self._report(_line(event), path, f"has the anchor &{event.anchor}", "write the value out where it is used")
        if event.tag is not None and event.tag != "!":
            self._report(_line(event), path, f"has the tag {event.tag}", "leave the tag out")
        if isinstance(event, ev.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, ev.SequenceStartEvent):
            return self._sequence(path)
        if event.style in ("|", ">"):
            return event.value.rstrip("\n")  # how a block ends is not part of the text
        return self._scalar(event, path) if event.implicit[0] else event.value

    def _sequence(self, path: YamlPath) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), ev.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: YamlPath) -> dict[str, Any]:
        found: dict[str, Any] = {}
        first: dict[str, int] = {}
        while not isinstance(event := next(self.events), ev.MappingEndEvent):
            key = self._key(event, path)
            if key in first:
                self._report(
                    _line(event), (*path, key), f"`{key}` is given twice, first in line {first[key]}", "keep one"
                )
                self._value(next(self.events), (*path, key))
                continue
            first[key] = _line(event)
            self.lines[*path, key] = _line(event)
            found[key] = self._value(next(self.events), (*path, key))
        return found

    def _key(self, event: Any, path: YamlPath) -> str:
        if not isinstance(event, ev.ScalarEvent):
            self._report(
                _line(event), path, "has a key that is not text", "write `key: value` with a plain word as the key"
            )
            raise _StopError
        tag = _RESOLVER.resolve(yaml.ScalarNode, event.value, (True, False)) if event.implicit[0] else "str"
        if not tag.endswith("str"):
            self._report(
                _line(event), path, f"has the key `{event.value}`, which is not text", "quote it, or use a word"
            )
        return str(event.value)

    def _scalar(self, event: Any, path: YamlPath) -> Any:
        """The value of a plain scalar; a surprising one is reported and kept as written."""
        text: str = event.value
        kind = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)).rpartition(":")[2]
        read = _SCALARS.get(kind)
        if read is None:
            return text
        try:
            return read(text, path)
        except _SurpriseError as surprise:
            self._report(_line(event), path, surprise.message, surprise.hint)
            return None if kind == "null" else text


class _SurpriseError(Exception):
    def __init__(self, message: str, hint: str) -> None:
        self.message, self.hint = message, hint


def _bool(text: str, path: YamlPath) -> bool:
    if text.lower() not in ("true", "false"):
        raise _SurpriseError(f"`{text}` reads as true or false", "write true or false, or put quotes around the word")
    return text.lower() == "true"


def _int(text: str, path: YamlPath) -> int:
    if not _INT.fullmatch(text):
        raise _SurpriseError(
            f"`{text}` reads as an unexpected number", "write a plain whole number, or put quotes around it"
        )
    return int(text)


def _float(text: str, path: YamlPath) -> float:
    if not _FLOAT.fullmatch(text):
        raise _SurpriseError(
            f"`{text}` reads as an unexpected number",
            "write a plain decimal such as 0.25, or put quotes around it",
        )
    return float(text)


def _date(text: str, path: YamlPath) -> dt.date:
    if not path or path[-1] not in _DATE_FIELDS:
        raise _SurpriseError(f"`{text}` reads as a date", "put quotes around it")
    try:
        if _DATE.fullmatch(text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise _SurpriseError(f"`{text}` is not a day", "write a date such as 2026-01-31")


def _null(text: str, path: YamlPath) -> None:
    raise _SurpriseError("has no value", "give it one, or leave the line out")


def _other(text: str, path: YamlPath) -> None:
    raise _SurpriseError(f"`{text}` means something else in YAML", "put quotes around it")


_SCALARS = {
    "bool": _bool,
    "int": _int,
    "float": _float,
    "timestamp": _date,
    "null": _null,
    "merge": _other,
    "value": _other,
}


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
