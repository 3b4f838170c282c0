"""The runner's filter: which conditions fit the answers, what is listed whatever they are, and counts of each choice.

Within a question any answer will do, between questions all must fit, and a question without an answer lets all
through. What is serious and felt at the chosen place is never lost.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from bodymap.ask.conditions import serious_first
from bodymap.ask.runner_places import PLACES, regions_of
from bodymap.data.dataset import Dataset
from bodymap.data.model import After, Age, Condition, ConditionGroup, When

MARKS = "marks"  # the choice of a place that stands for the marks; with it no other place counts
CHOICES: Mapping[str, tuple[str, ...]] = {
    "place": (MARKS, *PLACES),
    "when": get_args(When),
    "after": get_args(After),
    "age": get_args(Age),
    "kind": get_args(ConditionGroup),
}


@dataclass(frozen=True)
class Filter:
    """The answers by question, and the regions that are marked."""

    place: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    age: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()

    def only(self, question: str, choice: str) -> Filter:
        """The same answers, but this one alone to a question."""
        return replace(self, **{question: (choice,)})

    def regions(self, dataset: Dataset) -> frozenset[str]:
        """The regions of the chosen places; none where no place is chosen."""
        if MARKS in self.place:
            return frozenset(self.marked)
        return frozenset().union(*(regions_of(dataset, place) for place in self.place))


@dataclass(frozen=True)
class Found:
    """What a filter finds, each condition in one part at most; the serious ones stand first in each.

    ``fits`` fits every answer. ``kept`` does not, but is serious and felt at the chosen places (at any place where
    none is chosen). ``unrecorded`` would fit, but it is not recorded what it follows.
    """

    fits: tuple[Condition, ...]
    kept: tuple[Condition, ...]
    unrecorded: tuple[Condition, ...]


def is_serious(condition: Condition) -> bool:
    """Whether no filter may hide it."""
    return condition.group == "serious" or condition.safety_class == "emergency_mimic"


def filtered(dataset: Dataset, chosen: Filter) -> Found:
    """What fits, what is kept although it does not, and what cannot be told."""
    regions = chosen.regions(dataset)
    every = list(dataset.conditions.values())
    fits = [c for c in every if _passes(c, chosen, regions, _TESTS)]
    fitting = {c.id for c in fits}
    kept = [c for c in every if is_serious(c) and c.id not in fitting and _place(c, chosen, regions)]
    others = _TESTS.keys() - {"after"}
    silent = [c for c in every if chosen.after and not c.after and not is_serious(c)]
    unrecorded = [c for c in silent if _passes(c, chosen, regions, others)]
    return Found(*(tuple(serious_first(part, regions)) for part in (fits, kept, unrecorded)))


def counts(dataset: Dataset, chosen: Filter) -> dict[str, dict[str, int]]:
    """For each choice of each question how many fit it, with the answers to the other questions as they are.

    That is as many as are listed when it is the only answer to its question.
    """
    regions, found = chosen.regions(dataset), {}
    for question, choices in CHOICES.items():
        others = _TESTS.keys() - {question}
        among = [c for c in dataset.conditions.values() if _passes(c, chosen, regions, others)]
        found[question] = {
            choice: _count(dataset, among, chosen.only(question, choice), question) for choice in choices
        }
    return found


def _count(dataset: Dataset, among: Sequence[Condition], chosen: Filter, question: str) -> int:
    regions = chosen.regions(dataset) if question == "place" else frozenset[str]()
    return sum(_passes(c, chosen, regions, (question,)) for c in among)


def _passes(condition: Condition, chosen: Filter, regions: Collection[str], questions: Collection[str]) -> bool:
    return all(_TESTS[question](condition, chosen, regions) for question in questions)


def _place(condition: Condition, chosen: Filter, regions: Collection[str]) -> bool:
    return not chosen.place or any(region in regions for region in condition.regions)


def _when(condition: Condition, chosen: Filter, _: Collection[str]) -> bool:
    return not chosen.when or bool(set(chosen.when) & set(condition.when))


def _after(condition: Condition, chosen: Filter, _: Collection[str]) -> bool:
    return not chosen.after or bool(set(chosen.after) & set(condition.after))


def _age(condition: Condition, chosen: Filter, _: Collection[str]) -> bool:
    """One without recorded ages is for any age."""
    return not chosen.age or not condition.ages or bool(set(chosen.age) & set(condition.ages))


def _kind(condition: Condition, chosen: Filter, _: Collection[str]) -> bool:
    return not chosen.kind or condition.group in chosen.kind


_TESTS: Mapping[str, Callable[[Condition, Filter, Collection[str]], bool]] = {
    "place": _place, "when": _when, "after": _after, "age": _age, "kind": _kind,
}  # fmt: skip
