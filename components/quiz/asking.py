"""A question with its picture and answers, and what is told once it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

import streamlit as st
from markupsafe import Markup

from bodymap.ask.quiz import CLICKED, Question
from bodymap.ask.quiz_score import Score, places_asked
from bodymap.data.dataset import Dataset
from bodymap.data.patterns import Places
from bodymap.place import Place
from bodymap.tell import quiz_words
from bodymap.tell.picture import in_page_colours
from bodymap.tell.quiz_picture import NOWHERE, asked_pictures, told_pictures
from bodymap.words import tr
from components import data, pages, state
from components.body_chart import body_chart
from components.quiz.session import Running, answer, chart_state, go_on, marks
from components.shared.markup import bullets, html, joined, plain, quiet, show
from components.shared.view_control import view_control

_SAFE = " =:/,.()'-"
_STRENGTHS = {"Right": "good", "Partly right": "partly", "Not right": "bad"}


def ask(dataset: Dataset, running: Running) -> None:
    """The question on show."""
    question = running.question
    if question is None:
        return
    _bar(running)
    again = any(given.question == question.id for given in running.answers)
    _prompt(dataset, question, tr("Asked again.") if again else "")
    if question.kind in CLICKED:
        _ask_on_the_body(dataset, running, question)
        return
    svgs = asked_pictures(data.chart_as(state.figure()), data.dataset_on(state.figure()), question)
    picture, reading = st.columns([1, 1], gap="medium") if svgs else (None, st.container())
    if picture is not None:
        with picture:
            _pictures(svgs, _asked_said(dataset, question))
    with reading, st.container(key="quiz_options"):
        if question.kind == "reach":
            _ask_many(dataset, running, question)
        else:
            for place, option in enumerate(question.options, 1):
                st.button(
                    plain(quiz_words.option(dataset, question, option)),
                    key=f"quiz_{running.number}_{place}",
                    on_click=answer,
                    args=(dataset, running.number, question, [option]),
                    width="stretch",
                    shortcut=str(place),
                )


def _ask_many(dataset: Dataset, running: Running, question: Question) -> None:
    chosen = [
        option
        for option in question.options
        if st.checkbox(plain(quiz_words.option(dataset, question, option)), key=f"quiz_{running.number}_{option}")
    ]
    _check(dataset, running, question, chosen)


def _ask_on_the_body(dataset: Dataset, running: Running, question: Question) -> None:
    picture, reading = st.columns([11, 9], gap="medium")
    with picture, st.container(key="picture"):
        body_chart(data.scene(view_control(), state.figure()), chart_state(), key=state.QUIZ_CHART)
    with reading:
        marked = [dataset.name_of(mark) for mark in marks()]
        said = tr("Marked: {}.").format(", ".join(marked)) if marked else tr("Nothing is marked yet.")
        show(html("<p>{}</p>", said))
        _check(dataset, running, question, [str(mark) for mark in marks()])


def _check(dataset: Dataset, running: Running, question: Question, chosen: Sequence[str]) -> None:
    st.button(
        tr("Check"),
        key=f"quiz_{running.number}_check",
        type="primary",
        on_click=answer,
        args=(dataset, running.number, question, list(chosen)),
        disabled=not chosen,
        width="stretch",
    )


def tell(dataset: Dataset, running: Running) -> None:
    """What is right, at once, with the pattern painted."""
    question = running.question
    if question is None or running.told is None:
        return
    score, chosen = running.told
    clicked = [Place.of(mark) for mark in chosen] if question.kind in CLICKED else []
    _bar(running)
    _prompt(dataset, question)
    svgs = told_pictures(data.chart_as(state.figure()), data.dataset_on(state.figure()), question, clicked, score.side)
    picture, reading = st.columns([1, 1], gap="medium") if svgs else (None, st.container())
    if picture is not None:
        with picture:
            _pictures(svgs, quiz_words.picture_said(dataset, _told_places(dataset, question, score)))
    with reading:
        show(_verdict(dataset, question, score, chosen))
        with st.container(horizontal=True, key="quiz_on_bar"):
            label = tr("Next") if running.standing.now else tr("See the result")
            st.button(label, key=f"quiz_{running.number}_next", type="primary", on_click=go_on, shortcut="N")
            muscle = quiz_words.muscle_of(dataset, question)
            if muscle and st.button(tr("Open muscle"), key="quiz_muscle", type="tertiary"):
                pages.open_muscle(muscle)


def _verdict(dataset: Dataset, question: Question, score: Score, chosen: Sequence[str]) -> Markup:
    word = quiz_words.verdict(score)
    draft = quiet(tr(quiz_words.DRAFT)) if quiz_words.is_draft(dataset, question) else Markup()
    lines = bullets(quiz_words.explained(dataset, question, score))
    return html(
        '<div class="verdict {}"><p><strong>{}</strong></p>{}{}{}</div>',
        _STRENGTHS[word],
        tr(word),
        _options_told(dataset, question, chosen),
        lines,
        draft,
    )


def _options_told(dataset: Dataset, question: Question, chosen: Sequence[str]) -> Markup:
    """The options, each with whether it is right and whether it was chosen, said in signs and in words."""
    items = []
    for option in question.options:
        right, own = option in question.right, option in chosen
        sign = "✓" if right else "✗" if own else "·"
        said = tr(" (your answer)") if own else tr(" (right)") if right else ""
        items.append(
            html('<li class="{}">{} {}{}</li>', "own" if own else "", sign, _name(dataset, question, option), said)
        )
    return html('<ul class="told">{}</ul>', joined(items)) if items else Markup()


def _name(dataset: Dataset, question: Question, option: str) -> str:
    return quiz_words.option(dataset, question, option)


def _bar(running: Running) -> None:
    done, of = running.standing.done, running.standing.of
    show(Markup('<div class="quiz-start"></div>'))
    st.progress(done / of if of else 1.0, text=tr("{} of {} done").format(done, of))


def _prompt(dataset: Dataset, question: Question, before: str = "") -> None:
    hints = " ".join(filter(None, (before, quiz_words.hint(question))))
    show(
        html(
            '<div class="quiz-prompt"><h2>{}</h2>{}</div>',
            quiz_words.prompt(dataset, question),
            quiet(hints) if hints else "",
        )
    )


def _pictures(svgs: Sequence[str], said: str) -> None:
    """Still pictures; the words are for those who do not see them."""
    images = [
        html('<img src="data:image/svg+xml,{}" alt="{}">', Markup(quote(svg, safe=_SAFE)), "" if number else said)
        for number, svg in enumerate(map(in_page_colours, svgs))
    ]
    show(html('<div class="quiz-pictures">{}</div>', joined(images)))


def _asked_said(dataset: Dataset, question: Question) -> str:
    if question.kind == "cross":
        where = dataset.trigger_points[question.subject].point.where
        return tr("Picture of the body with a cross. It lies here: {}.").format(where.rstrip("."))
    if question.kind == "reach":
        return quiz_words.picture_said(dataset, Places(dataset.places_of(question.subject)[:1], ()))
    return quiz_words.picture_said(dataset, dataset.places(question.subject, "left"), question.level != "hard")


def _told_places(dataset: Dataset, question: Question, score: Score) -> Places:
    if question.kind in CLICKED:
        return places_asked(dataset, question, score.side)
    if question.subject in dataset.trigger_points:
        return dataset.places(question.subject, "left")
    if question.kind == "reach":
        return Places(dataset.places_of(question.subject)[:1], ())
    points = dataset.muscles[question.subject].trigger_points if question.subject in dataset.muscles else ()
    return dataset.places(points[0].id, "left") if points else NOWHERE
