"""What several commands do with a question: understand its words, and print the answer as JSON."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from typing import Any

from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS
from bodymap.place import Place, PlaceError, read_place
from bodymap.problems import did_you_mean

LISTED = ("regions", "muscles", "trigger_points", *(kind for kind in list(KINDS)[2:] if kind != "waivers"))


class QuestionError(Exception):
    """The question cannot be answered as it stands; the message says why and what was probably meant."""


def marks_of(dataset: Dataset, options: argparse.Namespace) -> list[Place]:
    """The places that are asked about."""
    try:
        return [read_place(text, dataset.regions) for text in options.marks]
    except PlaceError as error:
        raise QuestionError(f"{error}" if ";" in str(error) else f"{error}; see `list regions`") from error


def known(records: Mapping[str, Any], name: str, kind: str, otherwise: str | None = None) -> Any:
    """The record of a name; ``otherwise`` is the hint where nothing known is like it."""
    if name not in records:
        hint = did_you_mean(name, records) or (f"see `list {kind}s`" if otherwise is None else otherwise)
        raise QuestionError(f"unknown {kind} `{name}`" + (f"; {hint}" if hint else ""))
    return records[name]


def as_json(answer: Any) -> str:
    """An answer for programs."""
    return json.dumps(answer, ensure_ascii=False, indent=2)
