"""What is wrong with a value, and what to write instead, in words. No refusal goes without a hint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bodymap.data.forms import IN_WORDS, SEGMENT
from bodymap.problems import Unfit, did_you_mean

_MESSAGES = {
    "missing": "is missing",
    "extra_forbidden": "is not a field here",
    "string_too_short": "is empty",
    "string_type": "must be text",
    "too_short": "must not be empty",
    "too_long": "holds too much",
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
_LIMITS = {
    "greater_than_equal": ("ge", "at least"),
    "less_than_equal": ("le", "at most"),
    "greater_than": ("gt", "more than"),
    "less_than": ("lt", "less than"),
}
_RANGE = re.compile(r"([CTLS])(\d{1,2}) *(?:-|\N{EN DASH}|to) *\1?(\d{1,2})")
_POSITION = "write two numbers, as [0.0312, 0.2345]; `python -m bodymap point MUSCLE` prints some"


class Said(NamedTuple):
    """What is wrong with a value, and what to do."""

    message: str
    hint: str


def said(fault: Mapping[str, Any], names: Iterable[str], about: FieldInfo | None) -> Said:
    """One fault of pydantic in words. ``names`` are the fields where it stands, ``about`` is its own."""
    kind, given, context = fault["type"], fault["input"], fault.get("ctx", {})
    steps = [step for step in fault["loc"] if isinstance(step, str) and step != "[key]"]
    write = f"write {about.description}" if about and about.description else "leave it out"
    if kind == "value_error" and isinstance(unfit := context["error"], Unfit):
        return Said(unfit.message, unfit.hint)
    if kind == "extra_forbidden":
        return Said(_MESSAGES[kind], did_you_mean(steps[-1], names) or f"the fields here: {', '.join(names)}")
    if kind in ("literal_error", "enum"):
        choices = re.findall(r"'([^']*)'", str(context["expected"]))
        return Said(f"`{given}` is not one of {', '.join(choices)}", did_you_mean(given, choices) or write)
    if kind == "string_pattern_mismatch":
        return Said(f"`{given}` has the wrong form", _form(given, str(context["pattern"])))
    if kind in _LIMITS:
        limit, word = _LIMITS[kind]
        return Said(f"must be {word} {context[limit]}", write)
    if "positions" in steps:
        return Said(_MESSAGES.get(kind, "is no position"), _HINTS.get(kind, _POSITION))
    if kind in ("tuple_type", "too_short"):
        return Said(_MESSAGES[kind], f"{write}; a list stands in square brackets, or one `- ` a line")
    return Said(_MESSAGES.get(kind, "does not fit"), _HINTS.get(kind, write))


def described(model: type[BaseModel], name: str) -> str:
    """``write ...``, as the field of a model says what it is for."""
    return f"write {model.model_fields[name].description}"


def _form(given: object, pattern: str) -> str:
    """What a pattern of the model asks for, in words, and for a range of segments the list to write."""
    if pattern == SEGMENT and (found := _RANGE.fullmatch(str(given).strip())):
        letter, first, last = found[1], int(found[2]), int(found[3])
        if first < last <= 12:
            return f"write {', '.join(f'{letter}{n}' for n in range(first, last + 1))} rather than {given}"
    return IN_WORDS[pattern]
