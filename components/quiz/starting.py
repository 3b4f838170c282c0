"""Brings the start of a new question into the window, where Streamlit leaves a page as it was, and reads it out."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from bodymap.data.dataset import Dataset
from bodymap.tell import quiz_words
from bodymap.words import tr
from components.joined import ANNOUNCING, joined
from components.quiz.ending import result
from components.quiz.session import Running

_SCRIPT = {"top.js": (Path(__file__).parent / "top.js").read_text(encoding="utf-8")}
_top = st.components.v2.component(
    "bodymap_quiz_top", js=joined("top.js", {**_SCRIPT, **ANNOUNCING}), isolate_styles=False
)


def start_of(name: str, said: str) -> None:
    """Scroll up, and say what is on show, if it has another name than before."""
    _top(key="quiz_top", data={"name": name, "said": said}, height=1)


def said_now(dataset: Dataset, running: Running | None) -> str:
    """What is read out: the question, what came of the answer, or the result."""
    if running is None:
        return ""
    if running.question is None:
        return f"{result(running)}."
    if running.told is None:
        done = tr("{} of {} done").format(running.standing.done, running.standing.of)
        return f"{done}. {quiz_words.prompt(dataset, running.question)}"
    score, _ = running.told
    told = quiz_words.explained(dataset, running.question, score)
    return " ".join([f"{tr(quiz_words.verdict(score))}.", *told[:1]])
