"""What the person said about the marks and chose for a visit: kept for this session alone, in no file and no log."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from bodymap.felt import Felt, read_felt, spell
from bodymap.place import Place
from bodymap.tell.report import SignsAnswer
from components import unknown

_FELT, _ASKING, _IN_LINK, _SIGNS, _CONDITIONS = (
    "felt", "feeling", "feel_in_link", "signs_said", "conditions_chosen",
)  # fmt: skip
PREPARING = "preparing"  # the key of the switch
DEFAULTS: Mapping[str, Any] = {_FELT: {}, _ASKING: False, _IN_LINK: False, _SIGNS: None, _CONDITIONS: []}


# ---- how the marks feel ------------------------------------------------------------------------------------


def felt(marks: Iterable[Place]) -> dict[Place, Felt]:
    """What was said about marks, by mark; only those about which something was said."""
    every = _every()
    return {mark: every[mark] for mark in marks if every.get(mark)}


def say(mark: Place, said: Felt) -> None:
    """Note how a mark feels; one place alone is the worst."""
    others = _every()
    if said.worst:
        others = {place: replace(other, worst=False) for place, other in others.items()}
    st.session_state[_FELT] = {**others, mark: said}
    unknown.forget("feel")


def take(text: str, known: Mapping[str, Place]) -> None:
    """How marks feel, where an address says so; whoever opens it keeps it in the link."""
    if there := read_felt(text, known):
        st.session_state[_FELT] = {**_every(), **there}
        st.session_state[_IN_LINK] = True


def mirror() -> None:
    """The same on the other side of the body."""
    st.session_state[_FELT] = {mark.mirrored(): said for mark, said in _every().items()}


def for_link(marks: Iterable[Place]) -> str:
    """How the marks feel, as the link holds it; empty unless the person chose to put it there."""
    return spell(felt(marks)) if in_link() else ""


def in_link() -> bool:
    """Whether the person chose to put how the marks feel into the link."""
    return bool(st.session_state.get(_IN_LINK))


def put_in_link(chosen: bool) -> None:
    """Put how the marks feel into the link, or take it out."""
    st.session_state[_IN_LINK] = chosen
    unknown.forget("feel")


def asking() -> bool:
    """Whether the questions about how the marks feel are open."""
    return bool(st.session_state.get(_ASKING))


def turn_asking() -> None:
    """Open the questions about how the marks feel, or close them."""
    st.session_state[_ASKING] = not asking()


def _every() -> dict[Place, Felt]:
    every: dict[Place, Felt] = st.session_state.get(_FELT, {})
    return every


# ---- for a visit -------------------------------------------------------------------------------------------


def preparing() -> bool:
    """Whether the choices for a visit are open."""
    return bool(st.session_state.get(PREPARING))


def answer_signs(asked: Sequence[str], noticed: Collection[str] | None) -> None:
    """Note which of the signs asked about were noticed; None takes the answer back."""
    st.session_state[_SIGNS] = None if noticed is None else (tuple(asked), tuple(s for s in asked if s in noticed))


def signs_answer(asked: Sequence[str]) -> SignsAnswer:
    """The answer about these signs; none where other signs were asked about than these."""
    said = st.session_state.get(_SIGNS)
    if said is None or said[0] != tuple(asked):
        return SignsAnswer()
    return SignsAnswer("noticed" if said[1] else "none", *said)


def choose_conditions(chosen: Sequence[str]) -> None:
    """Note the injuries to ask about."""
    st.session_state[_CONDITIONS] = list(chosen)


def conditions(among: Collection[str]) -> list[str]:
    """The injuries to ask about, of those that can be chosen now."""
    return [chosen for chosen in st.session_state.get(_CONDITIONS, ()) if chosen in among]
