"""The pages: script, title, icon, address. ``app.py`` makes the navigation of them; every link goes through here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from bodymap.words import later, tr
from components import state


@dataclass(frozen=True)
class Page:
    """A page of the app; the first one has no address of its own."""

    script: str
    title: str
    icon: str
    short: str
    address: str = ""


EXPLORE = Page(
    "components/explore/explore.py", later("Where does it hurt?"), ":material/accessibility_new:", later("Body")
)
INJURIES = Page(
    "components/injuries/injuries.py", later("Injuries"), ":material/healing:", later("Injuries"), "injuries"
)
MUSCLES = Page("components/muscles/muscles.py", later("Muscles"), ":material/menu_book:", later("Muscles"), "muscles")
NEEDLING = Page(
    "components/needling/needling.py", later("Dry needling"), ":material/science:", later("Needling"), "needling"
)
APP = "Trigger Point Body Map"
QUIZ = Page("components/quiz/quiz.py", later("Quiz"), ":material/quiz:", later("Quiz"), "quiz")
PAGES = (EXPLORE, INJURIES, MUSCLES, NEEDLING)
BEHIND = (QUIZ,)  # reached from another page; no name at the top
# Names of the parameters in the address that hold what a page shows.
CONDITION, MUSCLE, PART, COMPARE = "condition", "muscle", "part", "compare"
ROOT, NERVE, JOINT, DISC = "root", "nerve", "joint", "disc"


def links() -> None:
    """The four pages by name at the top of a narrow screen, where Streamlit would hide them in a drawer.

    Call it before the page runs, so that it never goes away while the page is drawn.
    """
    with st.container(horizontal=True, key="pages"):
        for page in PAGES:
            st.page_link(page.script, label=tr(page.short))


def name_tab(page: Page, record: str = "") -> None:
    """Name the browser's tab after the page and the record it shows."""
    st.set_page_config(page_title=" · ".join(filter(None, (record, tr(page.title), APP))))


def _kept() -> dict[str, str]:
    """What a page with marks takes over from the one before."""
    return {**state.marks_parameter(), **state.kept_parameters()}


def open_map() -> None:
    """Go to the map with the marks."""
    st.switch_page(EXPLORE.script, query_params=_kept())


def open_condition(condition: str) -> None:
    """Go to the page of a condition, with the marks."""
    st.switch_page(INJURIES.script, query_params={CONDITION: condition, **_kept()})


def open_muscle(muscle: str) -> None:
    """Go to the page of a muscle."""
    st.switch_page(MUSCLES.script, query_params={MUSCLE: muscle, **state.kept_parameters()})


def open_quiz() -> None:
    """Go to the quiz."""
    st.switch_page(QUIZ.script, query_params=state.kept_parameters())


def open_referral(kind: str, id: str) -> None:
    """Go to the page of a nerve root, a nerve, a joint or a disc."""
    st.switch_page(MUSCLES.script, query_params={kind.removeprefix("nerve_"): id, **state.kept_parameters()})


_OPENS: Mapping[str, Callable[..., None]] = {
    "condition": open_condition,
    "muscle": open_muscle,
    "referral": open_referral,
}


def open_after(what: str, *names: str) -> None:
    """Note in a callback, where no page can be changed, which page to open: that of a key of ``_OPENS``."""
    st.session_state.opening = (what, names)


def open_noted() -> None:
    """Go to the page that a callback noted, if one did."""
    if noted := st.session_state.opening:
        st.session_state.opening = None
        what, names = noted
        _OPENS[what](*names)
