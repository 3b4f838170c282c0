"""What somebody has learned, as a file that can be kept and loaded again: ``{"format", "version", "cards"}``.

A file that is not one of ours is refused with a ``ProgressError``, which says where, what and what to do; what was
known before stays. Cards of questions that this data does not ask are kept, so that nothing is lost.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fsrs import Card, State
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bodymap.ask.quiz_memory import reviewed

FORMAT, VERSION = "trigger-point-quiz", 1
MOST_BYTES, MOST_CARDS = 2_000_000, 5_000
_NEXT = "Choose the file that “Download progress” wrote, unchanged. What you had before is still here."
_YEARS = range(2000, 2201)

Number = Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,20}:[a-z0-9_]{1,80}$")]


class ProgressError(ValueError):
    """A file that cannot be taken; the message says where, what, and what to do."""


class Learned(BaseModel):
    """One question: its card in the schedule, how often it was answered, and how much of that was right."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    state: Literal[1, 2, 3]
    step: Annotated[int, Field(ge=0, le=0, strict=True)] | None
    stability: Annotated[float, Field(gt=0, le=100_000, allow_inf_nan=False)]
    difficulty: Annotated[float, Field(ge=1, le=10, allow_inf_nan=False)]
    due: AwareDatetime
    last_review: AwareDatetime
    asked: Annotated[int, Field(ge=1, le=1_000_000, strict=True)]
    points: Number

    def card(self) -> Card:
        """The card, as the schedule takes it."""
        step = None if self.state == State.Review.value else 0
        due, last = (when.astimezone(dt.UTC) for when in (self.due, self.last_review))
        return Card(1, State(self.state), step, self.stability, self.difficulty, due, last)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    format: Literal["trigger-point-quiz"]
    version: Literal[1]
    cards: dict[Name, Learned] = Field(max_length=MOST_CARDS)


Progress = Mapping[str, Learned]


def after(progress: Progress, question: str, share: float, now: dt.datetime) -> dict[str, Learned]:
    """Progress with one more answer."""
    before = progress.get(question)
    card = reviewed(before.card() if before else None, share, now)
    learned = Learned.model_validate(
        {
            "state": int(card.state), "step": card.step, "stability": card.stability, "difficulty": card.difficulty,
            "due": card.due, "last_review": card.last_review,
            "asked": (before.asked if before else 0) + 1, "points": (before.points if before else 0.0) + share,
        }
    )  # fmt: skip
    return {**progress, question: learned}


def due(progress: Progress, now: dt.datetime) -> list[str]:
    """The questions that the schedule asks again by now, the longest overdue first."""
    return sorted((q for q, learned in progress.items() if learned.due <= now), key=lambda q: progress[q].due)


def merged(one: Progress, other: Progress) -> dict[str, Learned]:
    """Both together; of a question in both, the one that was answered last."""
    newer = {q: max(one[q], other[q], key=lambda learned: learned.last_review) for q in one if q in other}
    return {**one, **other, **newer}


def as_file(progress: Progress) -> bytes:
    """Progress as JSON."""
    cards = {question: learned.model_dump(mode="json") for question, learned in sorted(progress.items())}
    return json.dumps({"format": FORMAT, "version": VERSION, "cards": cards}, indent=1).encode()


def read_file(content: bytes) -> dict[str, Learned]:
    """The progress in a file; raises ``ProgressError`` for anything that is not a whole one."""
    if len(content) > MOST_BYTES:
        raise ProgressError(f"The file is too large ({len(content) // 1000} kB; at most {MOST_BYTES // 1000}). {_NEXT}")
    try:
        said: Any = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ProgressError(f"The file is not text (byte {error.start + 1}). {_NEXT}") from error
    except json.JSONDecodeError as error:
        what = "The file is empty" if not content.strip() else f"The file is damaged: line {error.lineno} is not JSON"
        raise ProgressError(f"{what}. {_NEXT}") from error
    except (RecursionError, ValueError) as error:
        raise ProgressError(f"The file is damaged: it is not JSON that can be read. {_NEXT}") from error
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise ProgressError(f"The file is JSON, but not progress of this quiz. {_NEXT}")
    if said.get("version") != VERSION:
        raise ProgressError(f"The file has a version that this app does not read (it reads {VERSION}). {_NEXT}")
    try:
        cards = _File.model_validate(said).cards
    except ValidationError as error:
        raise ProgressError(_said(error)) from error
    for question, learned in cards.items():
        if not {learned.due.year, learned.last_review.year} <= set(_YEARS):
            raise ProgressError(f"The file is damaged: in `{question}` is a day that cannot be. {_NEXT}")
    return cards


def _said(error: ValidationError) -> str:
    first, *others = error.errors(include_url=False, include_context=False, include_input=False)
    where = " › ".join(str(part)[:60] for part in first["loc"]) or "the file"
    more = f", and {len(others)} more" if others else ""
    return f"The file is damaged: {where}: {first['msg']}{more}. {_NEXT}"
