"""How an answer of the quiz is scored: by what was chosen, or place by place. Pure functions.

Whatever the data calls right is never counted as wrong: spillover is a bonus, the other places of the same muscle are
left out of the count, and either side of the body will do.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from bodymap.ask.quiz import Question
from bodymap.data.dataset import Dataset
from bodymap.data.patterns import TOUCH, Places
from bodymap.place import SIDES, Place, Side


class Score(NamedTuple):
    """How much of an answer is right, of 1, and by place where places were clicked."""

    share: float
    main: tuple[Place, ...] = ()
    spill: tuple[Place, ...] = ()
    beside: tuple[Place, ...] = ()  # of another point of the same muscle, or of the pain of the same root
    wrong: tuple[Place, ...] = ()
    missed: tuple[Place, ...] = ()
    side: Side = "left"

    @property
    def right(self) -> bool:
        """Whether nothing is missing and nothing wrong."""
        return self.share >= 1


def score_choice(question: Question, chosen: Collection[str]) -> Score:
    """The score of chosen options: each right one counts, and each wrong one takes one away."""
    hits, misses = len(question.right & set(chosen)), len(set(chosen) - question.right)
    return Score(max(0.0, (hits - misses) / len(question.right)))


def score_places(dataset: Dataset, question: Question, marks: Collection[Place]) -> Score:
    """The score of clicked places, for the side on which they fit better."""
    scores = [_on_side(dataset, question, set(marks), side) for side in SIDES]
    return max(scores, key=lambda s: (s.share, len(s.main), -len(s.wrong), len(s.spill)))


def area_of(question: Question) -> str:
    """The id of what is painted: a trigger point, or the touch of a nerve root."""
    return question.subject + TOUCH if question.kind == "dermatome" else question.subject


def places_asked(dataset: Dataset, question: Question, side: Side = "left") -> Places:
    """The places that are right, main ones and spillover."""
    return dataset.places(area_of(question), side)


def _on_side(dataset: Dataset, question: Question, marks: set[Place], side: Side) -> Score:
    asked = places_asked(dataset, question, side)
    main = tuple(place for place in asked.primary if place in marks)
    spill = tuple(place for place in asked.spillover if place in marks and place not in asked.primary)
    others = {place for id_ in _siblings(dataset, question) for level in dataset.places(id_, side) for place in level}
    rest = sorted((place for place in marks if place not in (*main, *spill)), key=str)
    beside = tuple(place for place in rest if place in others)
    wrong = tuple(place for place in rest if place not in others)
    missed = tuple(place for place in asked.primary if place not in marks)
    share = max(0.0, (len(main) - 0.5 * len(wrong)) / len(asked.primary))
    return Score(share, main, spill, beside, wrong, missed, side)


def _siblings(dataset: Dataset, question: Question) -> list[str]:
    if question.kind == "dermatome":
        return [question.subject] if question.subject in dataset.areas else []
    return [point.id for point in dataset.trigger_points[question.subject].muscle.trigger_points]
