"""Before a quiz: part of the body, difficulty, kinds of question, how many, and the seed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from bodymap.ask.quiz import KINDS, LEVELS
from bodymap.tell import quiz_words
from bodymap.words import tr
from components import data, language
from components.quiz.session import begin
from components.quiz.settings import COUNTS, SEED_SAID, USUAL, Settings, is_seed, new_seed
from components.shared.markup import bullets, html, plain, quiet, show

_PROBLEM = "quiz_problem"


def set_up(problems: Sequence[str]) -> None:
    """The form, and what is wrong with the address if anything is."""
    show(quiet(tr(quiz_words.ABOUT)))
    if problems:
        lines = bullets(problems)
        show(
            html(
                '<div class="flags days" role="alert"><p>{}</p>{}</div>',
                tr("The address names no quiz. Set one up below."),
                lines,
            )
        )
    if problem := st.session_state.pop(_PROBLEM, None):
        st.error(plain(problem))
    with st.container(key="quiz_set_up"):
        st.selectbox(
            tr("Part of the body"),
            list(quiz_words.PARTS),
            format_func=lambda part: tr(quiz_words.PARTS[part]),
            key="quiz_part",
        )
        st.segmented_control(
            tr("Difficulty"), list(LEVELS), format_func=lambda level: tr(quiz_words.LEVELS[level]), key="quiz_level",
            default=USUAL, required=True,
        )  # fmt: skip
        st.pills(
            tr("Kinds of question"), list(KINDS), format_func=lambda kind: tr(quiz_words.KINDS[kind]), key="quiz_kinds",
            selection_mode="multi", default=list(KINDS),
        )  # fmt: skip
        st.segmented_control(tr("Questions"), list(COUNTS), key="quiz_count", default=COUNTS[1], required=True)
        st.text_input(
            tr("Seed (the same seed gives the same quiz)"), key="quiz_seed", placeholder=tr("by lot"), max_chars=24,
            help=tr("For a class: choose a word, start, and share the address of the page."),
        )  # fmt: skip
        st.button(tr("Start"), type="primary", key="quiz_start", on_click=_start)


def _start() -> None:
    language.speak()
    said = str(st.session_state.get("quiz_seed") or "").strip()
    kinds = tuple(kind for kind in KINDS if kind in (st.session_state.get("quiz_kinds") or ()))
    if said and not is_seed(said):
        st.session_state[_PROBLEM] = tr("“{}” cannot be a seed: use {}.").format(said, tr(SEED_SAID))
    elif not kinds:
        st.session_state[_PROBLEM] = tr("No kind of question is chosen: choose at least one.")
    else:
        level = st.session_state.get("quiz_level") or USUAL
        count = st.session_state.get("quiz_count") or COUNTS[1]
        settings = Settings(said or new_seed(), st.session_state.get("quiz_part") or "", level, kinds, count)
        begin(data.dataset(), settings)
