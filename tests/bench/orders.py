"""Rules of order, tried on published cases: how near the top stands a muscle that the authors name?

`python -m tests.bench.orders` prints the table of docs/matching.md. A case says where it hurt and which muscles
its authors held to be the source. That is their opinion; the table says how far an order agrees with it, no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bodymap.ask.match import Match, by_muscle, match, tells
from bodymap.data.dataset import Dataset
from bodymap.place import read_place
from bodymap.read.load import load

CASES = Path(__file__).resolve().parents[1] / "fixtures" / "cases.yaml"
Key = Callable[[Dataset, Match], tuple[int, ...]]


def _size(row: Match) -> int:
    return row.places


RULES: Mapping[str, tuple[str, Key]] = {
    "size": (
        "main places, all places, fewer places in the pattern (the order before)",
        lambda d, r: (-len(r.primary), -r.covered, _size(r)),
    ),
    "common_first": (
        "main places, how commonly reported, what the marks tell, size",
        lambda d, r: (-len(r.primary), d.seldomness(r.trigger_point), -tells(d, r), _size(r)),
    ),
    "covered": (
        "main places, how commonly reported, all places, size",
        lambda d, r: (-len(r.primary), d.seldomness(r.trigger_point), -r.covered, _size(r)),
    ),
    "chosen": (
        "main places, all places, how commonly reported, what the marks tell, size (**chosen**)",
        lambda d, r: (-len(r.primary), -r.covered, d.seldomness(r.trigger_point), -tells(d, r), _size(r)),
    ),
    "tells": (
        "main places, what the marks tell, size (no new data)",
        lambda d, r: (-len(r.primary), -tells(d, r), _size(r)),
    ),
    "any": (
        "any main place, how commonly reported, what the marks tell, size",
        lambda d, r: (-bool(r.primary), d.seldomness(r.trigger_point), -tells(d, r), _size(r)),
    ),
    "sum": (
        "what the marks tell alone, as a sum",
        lambda d, r: (-tells(d, r), _size(r)),
    ),
    "commonness": (
        "how commonly reported alone, then size",
        lambda d, r: (d.seldomness(r.trigger_point), _size(r)),
    ),
}


@dataclass(frozen=True)
class Result:
    """How a rule did on some cases: named muscle first, among the first three and five, and the middle place."""

    cases: int
    first: int
    three: int
    five: int
    mean_reciprocal: float
    missing: int


@cache
def cases() -> tuple[Mapping[str, Any], ...]:
    """All cases, as written."""
    return tuple(yaml.safe_load(CASES.read_text(encoding="utf-8")))


def place_of_named(dataset: Dataset, case: Mapping[str, Any], key: Key) -> int | None:
    """The place, from 1, of the best muscle that a case names; None where no pattern of it reaches the marks."""
    rows = match(dataset, [read_place(mark, dataset.regions) for mark in case["marks"]])
    rows.sort(key=lambda row: (*key(dataset, row), *dataset.rank(row.trigger_point), row.side != "left"))
    listed = dict.fromkeys(group.muscle for group in by_muscle(rows))
    return next((at for at, muscle in enumerate(listed, 1) if muscle in case["muscles"]), None)


def tried(dataset: Dataset, key: Key, some: Iterable[Mapping[str, Any]]) -> Result:
    """A rule tried on some cases."""
    places = [place_of_named(dataset, case, key) for case in some]
    found = [place for place in places if place is not None]
    return Result(
        cases=len(places),
        first=sum(place == 1 for place in found),
        three=sum(place <= 3 for place in found),
        five=sum(place <= 5 for place in found),
        mean_reciprocal=sum(1 / place for place in found) / len(places),
        missing=len(places) - len(found),
    )


def missed(dataset: Dataset) -> int:
    """In how many cases no pattern of a named muscle reaches the marks, whatever the order."""
    return sum(tried(dataset, key, cases()).missing for _, key in list(RULES.values())[:1])


def table(dataset: Dataset) -> str:
    """Every rule on the cases for tuning and on those kept aside, as Markdown."""
    lines = [
        "| Rule: by … | first | first 3 | first 5 | 1/place | kept aside: first | first 3 | first 5 | 1/place |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for said, key in RULES.values():
        cells = [said]
        for split in ("tuning", "kept"):
            result = tried(dataset, key, [case for case in cases() if case["split"] == split])
            cells += [*(f"{n} of {result.cases}" for n in (result.first, result.three, result.five))]
            cells.append(f"{result.mean_reciprocal:.2f}")
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(load()))
