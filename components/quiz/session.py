"""The quiz that is running: its settings, questions, answers, marks, and what has been learned.

It has its own marks, so that those on the first page stay. Session state holds ids, numbers and progress.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from bodymap.ask.quiz import CLICKED, Question, build, draw
from bodymap.ask.quiz_memory import Answer, Standing, standing
from bodymap.ask.quiz_progress import Learned, after
from bodymap.ask.quiz_score import Score, places_asked, score_choice, score_places
from bodymap.data.dataset import Dataset
from bodymap.place import Place
from components import data, state
from components.messages import part, read_click
from components.quiz.settings import PARAMETERS, Settings, read_settings
from components.shared.view_control import NAMES, choose_layout, turn_to

_DEFAULTS: dict[str, Any] = {
    "quiz_settings": None, "quiz_deck": [], "quiz_answers": [], "quiz_told": None, "quiz_marks": [],
    "quiz_revision": 1, "quiz_ack": 0, "quiz_on": "", "quiz_progress": {}, "quiz_address": None,
}  # fmt: skip


@dataclass(frozen=True)
class Running:
    """A quiz as it stands: the question on show, or the one just answered with its score."""

    settings: Settings
    deck: tuple[str, ...]
    answers: tuple[Answer, ...]
    standing: Standing
    question: Question | None
    told: tuple[Score, tuple[str, ...]] | None

    @property
    def number(self) -> int:
        """How many answers there were, with the one on show."""
        return len(self.answers)


def follow(dataset: Dataset) -> list[str]:
    """Start the quiz that the address names, if that is news; the problems of an address that cannot be followed.

    Without a seed in the address the running quiz goes on, and the address names it again.
    """
    for name, value in _DEFAULTS.items():
        st.session_state.setdefault(name, value.copy() if isinstance(value, list | dict) else value)
    said = {name: st.query_params[name] for name in PARAMETERS if name in st.query_params}
    if said and said != st.session_state.quiz_address:
        st.session_state.quiz_address = said
        asked, problems = read_settings(said)
        if asked is None:
            _forget()
            return problems
        if asked != st.session_state.quiz_settings:
            begin(dataset, asked)
    elif said and st.session_state.quiz_settings is None:
        return read_settings(said)[1]
    elif not said and st.session_state.quiz_settings is not None:
        _hold(st.session_state.quiz_settings)
    return []


def begin(dataset: Dataset, settings: Settings, deck: Sequence[str] | None = None) -> None:
    """Start a quiz: of these questions, else of those that the settings draw."""
    drawn = draw(dataset, settings.seed, settings.questions, settings.kinds, settings.part, settings.level)
    st.session_state.quiz_settings = settings
    st.session_state.quiz_deck = list(drawn if deck is None else deck)
    st.session_state.quiz_answers = []
    st.session_state.quiz_told = None
    st.session_state.quiz_on = ""
    _hold(settings)


def stop() -> None:
    """Leave the quiz; what was learned stays."""
    _forget()
    for name in PARAMETERS:
        st.query_params.pop(name, None)
    st.session_state.quiz_address = None


def _forget() -> None:
    st.session_state.quiz_settings = st.session_state.quiz_told = None
    st.session_state.quiz_deck = []
    st.session_state.quiz_answers = []


def _hold(settings: Settings) -> None:
    kept = {name: value for name, value in st.query_params.items() if name not in PARAMETERS}
    st.query_params.from_dict({**kept, **settings.parameters()})
    st.session_state.quiz_address = settings.parameters()


def current(dataset: Dataset) -> Running | None:
    """The running quiz; None if there is none."""
    settings: Settings | None = st.session_state.quiz_settings
    if settings is None:
        return None
    deck, answers = tuple(st.session_state.quiz_deck), tuple(Answer(*a) for a in st.session_state.quiz_answers)
    stands = standing(deck, answers)
    told = st.session_state.quiz_told
    name = answers[-1].question if told is not None else stands.now
    question = build(dataset, name, settings.seed, settings.level) if name else None
    if question and told is None:
        _turn(dataset, question, f"{len(answers)}/{question.id}")
    score = _score(dataset, question, told) if question and told is not None else None
    return Running(settings, deck, answers, stands, question, (score, tuple(told)) if score else None)


def _turn(dataset: Dataset, question: Question, name: str) -> None:
    """Once for each question: no marks, and a view that draws what is asked; then take in what was clicked."""
    if st.session_state.quiz_on != name:
        st.session_state.quiz_on = name
        st.session_state.quiz_marks = []
        st.session_state.quiz_revision += 1
        if question.kind in CLICKED:
            choose_layout(NAMES[0])
            turn_to([place.region for place in places_asked(dataset, question).primary])
    click = read_click(part(st.session_state.get(state.QUIZ_CLICKS), "marks"))
    if click and click.seq != st.session_state.quiz_ack:
        st.session_state.quiz_ack = click.seq
        if click.base == st.session_state.quiz_revision:
            st.session_state.quiz_marks = [mark for mark in click.marks if mark in data.known_places()]


def marks() -> list[Place]:
    """The places marked for the question on show."""
    return [Place.of(mark) for mark in st.session_state.quiz_marks]


def chart_state() -> dict[str, Any]:
    """What the chart of a question is given; the session is that of all pages, so that no mark elsewhere is lost."""
    own = {"session": st.session_state.session, "revision": st.session_state.quiz_revision}
    own |= {"ack": st.session_state.quiz_ack, "marks": list(st.session_state.quiz_marks)}
    return {**own, "picks": False, "shown": state.in_address(), "counts": {}, "patterns": []}


def answer(dataset: Dataset, number: int, question: Question, chosen: Collection[str]) -> None:
    """Take an answer: option ids, or spelt places. A second tap on the same question is none."""
    if st.session_state.quiz_told is not None or number != len(st.session_state.quiz_answers):
        return
    share = _score(dataset, question, list(chosen)).share
    st.session_state.quiz_told = list(chosen)
    st.session_state.quiz_answers = [*st.session_state.quiz_answers, (question.id, share)]
    st.session_state.quiz_progress = after(st.session_state.quiz_progress, question.id, share, dt.datetime.now(dt.UTC))


def go_on() -> None:
    """Leave the answer for the next question."""
    st.session_state.quiz_told = None


def progress() -> dict[str, Learned]:
    """What has been learned, over all quizzes of the session and what was loaded."""
    kept: dict[str, Learned] = st.session_state.quiz_progress
    return kept


def keep_progress(new: dict[str, Learned]) -> None:
    """Take over progress."""
    st.session_state.quiz_progress = new


def _score(dataset: Dataset, question: Question, chosen: Sequence[str]) -> Score:
    if question.kind in CLICKED:
        return score_places(dataset, question, [Place.of(mark) for mark in chosen])
    return score_choice(question, chosen)
