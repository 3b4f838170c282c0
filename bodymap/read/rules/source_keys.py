"""Every cited key stands in ``data/sources.bib``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bodymap.problems import Problem
from bodymap.read.draft import Draft

YamlStep = tuple[str | int, ...]


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every citation that leads nowhere."""
    for entry in draft.entries():
        for steps, key in _citations(entry.record.model_dump(), ()):
            if not draft.knows("sources", key):
                hint = draft.suggest("sources", key, "add it to sources.bib")
                yield entry.problem(*steps, message=f"`{key}` is not in sources.bib", hint=hint)


def _citations(value: Any, steps: YamlStep) -> Iterator[tuple[YamlStep, str]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name.endswith("sources"):
                yield from (((*steps, name, index, "key"), ref["key"]) for index, ref in enumerate(inner))
            else:
                yield from _citations(inner, (*steps, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _citations(inner, (*steps, index))
