"""Answers about a dataset that are asked for again and again: worked out once, and forgotten with the dataset."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from bodymap.data.dataset import Dataset

Said = TypeVar("Said")
Asked = TypeVarTuple("Asked")


def once(work: Callable[[Dataset, *Asked], Said]) -> Callable[[Dataset, *Asked], Said]:
    """Keeps what a function says of a dataset and of what else it is asked, for example one place.

    A dataset is frozen, so the answer stays; it must follow from what is asked alone, so a text needs the language
    among that. Nothing is left out again while the dataset lives: only for what there is few of, never whole answers.
    """

    @wraps(work)
    def kept(dataset: Dataset, *asked: *Asked) -> Said:
        key = (work, *asked)
        if key not in dataset.answers:
            dataset.answers[key] = work(dataset, *asked)
        said: Said = dataset.answers[key]
        return said

    return kept
