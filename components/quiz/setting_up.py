"""Before a quiz: part of the body, difficulty, kinds of question, how many, and the seed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from bodymap.ask.quiz import KINDS, LEVELS
from bodymap.tell import quiz_words
from components import data
from components.quiz.session import begin
from components.quiz.settings import COUNTS, SEED_SAID, USUAL, Settings, is_seed, new_seed
from components.shared.markup import bullets, html, plain, quiet, show

_PROBLEM = "quiz_problem"


def set_up(problems: Sequence[str]) -> None:
    """The form, and what is wrong with the address if anything is."""
    show(quiet(quiz_words.ABOUT))
    if problems:
        lines = bullets(problems)
        show(
            html(
                '<div class="flags days" role="alert"><p>The address names no quiz. Set one up below.</p>{}</div>',
                lines,
            )
        )
    if problem := st.session_state.pop(_PROBLEM, None):
        st.error(plain(problem))
    with st.container(key="quiz_set_up"):
        st.selectbox(
            "Part of the body", list(quiz_words.PARTS), format_func=quiz_words.PARTS.__getitem__, key="quiz_part"
        )
        st.segmented_control(
            "Difficulty", list(LEVELS), format_func=quiz_words.LEVELS.__getitem__, key="quiz_level",
            default=USUAL, required=True,
        )  # fmt: skip
        st.pills(
            "Kinds of question", list(KINDS), format_func=quiz_words.KINDS.__getitem__, key="quiz_kinds",
            selection_mode="multi", default=list(KINDS),
        )  # fmt: skip
        st.segmented_control("Questions", list(COUNTS), key="quiz_count", default=COUNTS[1], required=True)
        st.text_input(
            "Seed (the same seed gives the same quiz)", key="quiz_seed", placeholder="by lot", max_chars=24,
            help="For a class: choose a word, start, and share the address of the page.",
        )  # fmt: skip
        st.button("Start", type="primary", key="quiz_start", on_click=_start)


def _start() -> None:
    said = str(st.session_state.get("quiz_seed") or "").strip()
    kinds = tuple(kind for kind in KINDS if kind in (st.session_state.get("quiz_kinds") or ()))
    if said and not is_seed(said):
        st.session_state[_PROBLEM] = f"“{said}” cannot be a seed: use {SEED_SAID}."
    elif not kinds:
        st.session_state[_PROBLEM] = "No kind of question is chosen: choose at least one."
    else:
        level = st.session_state.get("quiz_level") or USUAL
        count = st.session_state.get("quiz_count") or COUNTS[1]
        settings = Settings(said or new_seed(), st.session_state.get("quiz_part") or "", level, kinds, count)
        begin(data.dataset(), settings)
