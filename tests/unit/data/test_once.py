"""Answers that are kept with a dataset: worked out once, never said of another, and forgotten with it."""

from __future__ import annotations

import gc
import pickle
import weakref

import pytest

from bodymap.data.dataset import Dataset
from bodymap.data.once import once
from tests.real import REAL


def renamed(name: str) -> Dataset:
    """The real data with another name for a region."""
    first, *others = REAL.regions.values()
    return REAL.replaced(regions=[first.model_copy(update={"name": name}), *others])


def test_a_question_is_answered_once_for_each_dataset():
    asked = []

    @once
    def name_of(dataset: Dataset, region: str) -> str:
        asked.append(region)
        return dataset.regions[region].name

    one, other = renamed("One"), renamed("Other")
    region, another = list(one.regions)[:2]
    assert [name_of(one, region), name_of(other, region), name_of(one, region)] == ["One", "Other", "One"]
    assert name_of(one, another) == REAL.regions[another].name
    assert asked == [region, region, another]


def test_two_functions_keep_their_answers_apart():
    first, second = once(lambda dataset, what: f"first {what}"), once(lambda dataset, what: f"second {what}")
    dataset = renamed("One")
    assert [first(dataset, "a"), second(dataset, "a"), first(dataset, "b")] == ["first a", "second a", "first b"]


def test_an_error_is_not_kept():
    @once
    def name_of(dataset: Dataset, region: str) -> str:
        return dataset.regions[region].name

    dataset = renamed("One")
    for _ in range(2):
        with pytest.raises(KeyError):
            name_of(dataset, "nowhere")
    assert not dataset.answers


def test_answers_go_with_their_dataset_and_are_not_copied():
    dataset = renamed("One")
    own = once(lambda dataset: dataset)
    assert own(dataset) is dataset
    assert not pickle.loads(pickle.dumps(dataset)).answers and not dataset.replaced().answers
    gone = weakref.ref(dataset)
    del dataset
    gc.collect()
    assert gone() is None
