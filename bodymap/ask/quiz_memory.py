"""Spaced repetition: what is asked next within a quiz, and what has been learned over days. Pure functions on fsrs.

Within a quiz the clock counts answers, one a minute, so that the same answers give the same order. A question that was
not fully right comes back after a few others, at most ``TIMES`` times in all.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from fsrs import Card, Rating, Scheduler, State

TIMES = 3
_AWAY = dt.timedelta(minutes=3)
_START = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
SCHEDULER = Scheduler(learning_steps=(_AWAY,), relearning_steps=(_AWAY,), enable_fuzzing=False)


class Answer(NamedTuple):
    """A question that was answered, and how much of the answer was right, of 1."""

    question: str
    share: float


class Standing(NamedTuple):
    """Where a quiz stands: the question to ask now, if any, and how many are done with."""

    now: str | None
    done: int
    of: int


def standing(deck: Sequence[str], answers: Sequence[Answer]) -> Standing:
    """What is to be asked after these answers."""
    cards: dict[str, Card] = {}
    now = _START
    for answer in answers:
        now += dt.timedelta(minutes=1)
        cards[answer.question] = reviewed(cards.get(answer.question), answer.share, now)
    asked = Counter(answer.question for answer in answers)
    open_ = [q for q in deck if q in cards and cards[q].state != State.Review and asked[q] < TIMES]
    waiting = min(open_, key=lambda q: cards[q].due, default=None)
    new = next((question for question in deck if question not in cards), None)
    is_due = waiting is not None and cards[waiting].due <= now + dt.timedelta(minutes=1)
    return Standing(waiting if is_due or new is None else new, len(cards) - len(open_), len(deck))


def reviewed(card: Card | None, share: float, now: dt.datetime) -> Card:
    """A card after an answer at a time."""
    kept = card or Card(card_id=1, due=now)
    return SCHEDULER.review_card(kept, rating(share), now)[0]


def rating(share: float) -> Rating:
    """What an answer says to the schedule: good if all was right, hard if at least half."""
    if share >= 1:
        return Rating.Good
    return Rating.Hard if share >= 0.5 else Rating.Again


def first_answers(answers: Sequence[Answer]) -> dict[str, float]:
    """How much of each question was right when it was first asked."""
    firsts: dict[str, float] = {}
    for answer in answers:
        firsts.setdefault(answer.question, answer.share)
    return firsts
