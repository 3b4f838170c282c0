"""After a quiz: how it went by part of the body, what to look at again, and what next."""

from __future__ import annotations

import streamlit as st

from bodymap.ask.quiz import build, part_of
from bodymap.ask.quiz_memory import first_answers
from bodymap.data.dataset import Dataset
from bodymap.tell import quiz_words
from bodymap.tell.quiz_figure import by_part, summary_figure
from bodymap.words import number, tr
from components.quiz.session import Running, begin, stop
from components.quiz.settings import new_seed
from components.shared.markup import bullets, html, quiet, show


def ending(dataset: Dataset, running: Running) -> None:
    """The result; what counts is how each question was answered when first asked."""
    firsts = first_answers(running.answers)
    if not running.deck:
        st.info(tr("There is no such question for this part of the body. Choose other kinds, or the whole body."))
    else:
        show(html('<h2 class="quiz-start">{}</h2>', result(running)))
        said = tr("Answers in all: {}. Half-right answers count in part below.")
        show(quiet(said.format(len(running.answers))))
        table = by_part({name: part_of(dataset, name.partition(":")[2]) for name in firsts}, firsts)
        with st.container(key="quiz_summary"):
            st.plotly_chart(summary_figure(table), config={"displayModeBar": False}, key="quiz_by_part")
        lines = [
            tr("{}: {} of {}").format(tr(quiz_words.PARTS[row.part]), number(row.right, 1), row.asked)
            for row in table.itertuples()
        ]
        show(html('<div class="only-read">{}</div>', bullets(lines)))
        _again(dataset, running, [name for name, share in firsts.items() if share < 1])
    with st.container(horizontal=True, key="quiz_after"):
        fresh = running.settings._replace(seed=new_seed())
        st.button(tr("New questions"), type="primary", on_click=begin, args=(dataset, fresh))
        st.button(tr("The same again"), on_click=begin, args=(dataset, running.settings, running.deck))
        st.button(tr("Other settings"), on_click=stop)


def result(running: Running) -> str:
    """``3 of 5 right at the first try``."""
    firsts = first_answers(running.answers)
    right = sum(share >= 1 for share in firsts.values())
    return tr("{} of {} right at the first try").format(right, len(firsts))


def _again(dataset: Dataset, running: Running, names: list[str]) -> None:
    questions = [build(dataset, name, running.settings.seed, running.settings.level) for name in names]
    lines = [f"{tr(quiz_words.KINDS[q.kind])}: {quiz_words.subject_name(dataset, q)}" for q in questions if q]
    if lines:
        show(html("<h3>{}</h3>{}", tr("To look at again"), bullets(lines)))
