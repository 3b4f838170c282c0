"""The runner's filter on the page: what is chosen, its place in the address, and its controls with counts.

It is fed by nothing but itself: marks and answers of other pages do not narrow the list. A place that is marked on the
body of this page counts as chosen here. The answers are plain ids in the session; the chart writes them into the
address without steps of the history (docs/decisions/0007).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import streamlit as st

from bodymap.ask.injury_filter import CHOICES, MARKS, Filter, counts
from bodymap.data.dataset import Dataset
from bodymap.place import Place
from bodymap.tell.wording import AFTER, AGES, ASKED, AT_MARKS, GROUPS, KINDS_IN_BRIEF, RUNNER_PLACES, WHEN
from bodymap.words import later, tr
from components import data, pages, unknown
from components.shared.unknown_note import Known

ANSWERS, CLOSED = "injury_answers", "injury_page_shown"
ALL = "all"  # how the address says that no kind is chosen
_FIRST: Mapping[str, list[str]] = {"kind": ["running"]}  # what needs no parameter; else no answer
_SAID: Mapping[str, Mapping[str, str]] = {
    "place": RUNNER_PLACES, "when": WHEN, "after": AFTER, "age": AGES, "kind": GROUPS,
}  # fmt: skip


def _answers() -> dict[str, list[str]]:
    return {question: list(st.session_state.get(ANSWERS, {}).get(question, ())) for question in CHOICES}


def take_address(arrived: bool) -> None:
    """Take over what the address names: when the page is reached, and when a step leads back from a condition.

    What nobody knows is left out and noted. On the page of a condition the address names no filter.
    """
    on_condition = st.query_params.get(pages.CONDITION, "") in data.dataset().conditions
    back = st.session_state.get(CLOSED, False) and not on_condition and any(q in st.query_params for q in CHOICES)
    st.session_state[CLOSED] = on_condition
    if not arrived and not back and ANSWERS in st.session_state:
        return
    asked = {question: _asked(question) for question in CHOICES}
    known = {question: [c for c in asked[question] if c in CHOICES[question]] for question in CHOICES}
    for question, said in asked.items():
        unknown.take(question, st.query_params.get(question, ""), [c for c in said if c not in known[question]])
    st.session_state[ANSWERS] = {**known, "place": _marks_alone(known["place"])}


def _asked(question: str) -> list[str]:
    said = st.query_params.get(question)
    if said is None:
        return list(_FIRST.get(question, ()))
    named = list(dict.fromkeys(filter(None, re.split(r"[\s,;]+", said))))
    return [] if question == "kind" and named == [ALL] else named


def answers_known() -> dict[str, Known]:
    """What the address can name as answers."""

    def known(question: str) -> Known:
        said = _SAID[question]
        return Known(
            (later("choice of this filter"), later("choices of this filter")),
            lambda: {choice: [said[choice]] for choice in CHOICES[question] if choice != MARKS},
            said.__getitem__,
            lambda choice: answer(question, [*_answers()[question], choice]),
        )

    return {question: known(question) for question in CHOICES}


def in_address() -> dict[str, str]:
    """The answers as the address holds them."""
    answers = _answers()
    said = {q: ",".join(chosen) for q, chosen in answers.items() if chosen != _FIRST.get(q, [])}
    return {**said, **({"kind": ALL} if not answers["kind"] else {})}


def marked_here(marks: Sequence[Place]) -> None:
    """The marks were changed on this page: that is a choice of place, or its end."""
    answers = _answers()
    places = [MARKS] if marks else [place for place in answers["place"] if place != MARKS]
    st.session_state[ANSWERS] = {**answers, "place": places}


def chosen(marks: Sequence[Place]) -> Filter:
    """The filter; the choice of the marks holds only while there are some."""
    answers = {question: tuple(choices) for question, choices in _answers().items()}
    if not marks:
        answers["place"] = tuple(place for place in answers["place"] if place != MARKS)
    return Filter(**answers, marked=tuple(dict.fromkeys(mark.region for mark in marks)))


def filter_bar(dataset: Dataset, marks: Sequence[Place]) -> None:
    """The controls: the places in the open, the other questions behind a button each; every choice with its count."""
    now = chosen(marks)
    found = counts(dataset, now)
    with st.container(key="injury_filter"):
        _pills("place", now, found["place"], marks)
        with st.container(horizontal=True, key="injury_questions"):
            for question in ("when", "after", "age", "kind"):
                with st.popover(_summary(question, now), key=f"ask_{question}"):
                    _pills(question, now, found[question])
            if in_address():
                st.button(tr("Clear", "filter"), key="clear_filter", type="tertiary", on_click=clear)


def _pills(question: str, now: Filter, found: Mapping[str, int], marks: Sequence[Place] = ()) -> None:
    offered = [choice for choice in CHOICES[question] if choice != MARKS or marks]
    said = {MARKS: tr(AT_MARKS).format(len(marks)), **{choice: tr(text) for choice, text in _SAID[question].items()}}
    key = f"injury_{question}"
    st.session_state[key] = [choice for choice in getattr(now, question) if choice in offered]
    st.pills(
        tr(ASKED[question][1]),
        offered,
        format_func=lambda choice: f"{said[choice]} · {found[choice]}",
        key=key,
        selection_mode="multi",
        on_change=_choose,
        args=(question,),
    )


def _summary(question: str, now: Filter) -> str:
    """``When``, ``After: Hills``, ``Age: 2 chosen``."""
    picked = getattr(now, question)
    head = tr(ASKED[question][0])
    said = tr({**_SAID[question], **KINDS_IN_BRIEF}[picked[0]]) if len(picked) == 1 else _chosen(len(picked))
    return f"{head}: {said}" if picked else head


def _chosen(count: int) -> str:
    return tr("{} chosen").format(count)


def _choose(question: str) -> None:
    picked = list(st.session_state[f"injury_{question}"])
    answers = _answers()
    if question == "place":
        new = [place for place in picked if place not in answers["place"]]
        picked = _marks_alone(picked) if MARKS in new or not new else [place for place in picked if place != MARKS]
    answer(question, picked)


def _marks_alone(places: Sequence[str]) -> list[str]:
    return [MARKS] if MARKS in places else list(places)


def answer(question: str, picked: Sequence[str]) -> None:
    """Set the answers to a question."""
    st.session_state[ANSWERS] = {**_answers(), question: list(picked)}
    unknown.forget(question)


def clear() -> None:
    """Back to how the page begins."""
    st.session_state[ANSWERS] = dict(_FIRST)
    unknown.forget(*CHOICES)
