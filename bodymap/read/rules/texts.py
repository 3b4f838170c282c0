"""The texts of a record that people read, for the rules about words. Not a rule itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bodymap.problems import Problem
from bodymap.read.draft import Entry

YamlStep = tuple[str | int, ...]

# Ids, codes and grades; and citations, whose titles are other people's words.
_NOT_READ = frozenset(
    re.findall(
        r"\w+",
        """id group views structures ontology referral_support link_support safety_class time first provenance
        positions primary spillover regions red_flags muscle segments curation sources rule
        care_sources when icd10 conditions intervention comparator horizon direction certainty unit who label topic
        verdict documents section
        after ages stop_first strength what condition red_flag hosts""",
    )
)


def problems_in_texts(entries: Iterable[Entry[Any]], banned: Mapping[Any, str], said: str) -> Iterator[Problem]:
    """A problem for each text of ``entries`` that matches one of the ``banned`` patterns (``re.Pattern`` to hint)."""
    for entry in entries:
        for steps, text in visible_texts(entry.record.model_dump()):
            for pattern, hint in banned.items():
                if match := pattern.search(text):
                    yield entry.problem(*steps, message=said.format(match[0].strip()), hint=hint)


def visible_texts(value: Any, steps: YamlStep = ()) -> Iterator[tuple[YamlStep, str]]:
    """Every readable text below a dumped record, with the steps to it."""
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in _NOT_READ:
                yield from visible_texts(inner, (*steps, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from visible_texts(inner, (*steps, index))
