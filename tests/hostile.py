"""The real data with markup at the end of every text, as somebody could write it into a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from bodymap.data.dataset import Dataset
from bodymap.data.source import Source

from .real import REAL

MARKUP = (
    "<b>x</b><script>alert(1)</script> *it* _un_ ~~no~~ $x$ `co` ![x](http://evil.example/x.png) "
    '[a](javascript:1) :material/home: :red[x] www.evil.example &amp; "q" # {x} %{y}'
)
SHORT = "<b>x</b>"  # for texts that must be short
TAIL = '/"><b>x</b><script>alert(1)</script>'  # an address holds no space
_KEYS = {"key", "documents", "family"}  # strings without a pattern that name another record


def hostile() -> Dataset:
    """The dataset in which every text of every record, and every address of a source, ends in markup."""
    return Dataset.build({kind: map(marked_up, table.values()) for kind, table in REAL.tables.items()})


def marked_up(record: Any) -> Any:
    """A record with markup after each text that may be any text, a short one where texts must be short; ids stay."""
    said = record.model_dump()
    changed = _changed(said)
    short = _changed(said, SHORT)
    if isinstance(record, Source):
        changed |= {"doi": record.doi and f"{record.doi}{TAIL}", "url": record.url and f"{record.url}{TAIL}"}
    for instead in (short, said, said):
        try:
            return type(record).model_validate(changed)
        except ValidationError as error:
            places = [fault["loc"] for fault in error.errors()]
        for place in places:  # a list is not wrong where something in it is
            if not any(other != place and other[: len(place)] == place for other in places):
                _restore(changed, instead, place)
    return type(record).model_validate(changed)


def texts(record: BaseModel) -> Iterator[str]:
    """Every text of a record that carries the markup."""
    yield from (text for text in _strings(record.model_dump()) if MARKUP in text)


def _changed(value: Any, markup: str = MARKUP) -> Any:
    if type(value) is str:
        return f"{value} {markup}"
    if isinstance(value, dict):
        return {name: item if name in _KEYS else _changed(item, markup) for name, item in value.items()}
    return [_changed(item, markup) for item in value] if isinstance(value, tuple | list) else value


def fields(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a record with the names of the fields above it: ``rows.where``."""
    if isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from fields(getattr(value, field), f"{name}.{field}".lstrip("."))
    elif isinstance(value, str):
        yield name, value
    elif isinstance(value, dict | tuple | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from fields(item, name)


def _restore(changed: Any, said: Any, steps: tuple[Any, ...]) -> None:
    for step in steps[:-1]:
        changed, said = changed[step], said[step]
    changed[steps[-1]] = said[steps[-1]]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | tuple | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)
