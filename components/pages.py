"""The pages: script, title, icon, address. ``app.py`` makes the navigation of them; every link goes through here."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from components import state


@dataclass(frozen=True)
class Page:
    """A page of the app; the first one has no address of its own."""

    script: str
    title: str
    icon: str
    short: str
    address: str = ""


EXPLORE = Page("components/explore/explore.py", "Where does it hurt?", ":material/accessibility_new:", "Body")
INJURIES = Page("components/injuries/injuries.py", "Injuries", ":material/healing:", "Injuries", "injuries")
MUSCLES = Page("components/muscles/muscles.py", "Muscles", ":material/menu_book:", "Muscles", "muscles")
NEEDLING = Page("components/needling/needling.py", "Dry needling", ":material/science:", "Needling", "needling")
APP = "Trigger Point Body Map"
QUIZ = Page("components/quiz/quiz.py", "Quiz", ":material/quiz:", "Quiz", "quiz")
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
            st.page_link(page.script, label=page.short)


def name_tab(page: Page, record: str = "") -> None:
    """Name the browser's tab after the page and the record it shows."""
    st.set_page_config(page_title=" · ".join(filter(None, (record, page.title, APP))))


def open_map() -> None:
    """Go to the map with the marks."""
    st.switch_page(EXPLORE.script, query_params=state.marks_parameter())


def open_condition(condition: str) -> None:
    """Go to the page of a condition, with the marks."""
    st.switch_page(INJURIES.script, query_params={CONDITION: condition, **state.marks_parameter()})


def open_muscle(muscle: str) -> None:
    """Go to the page of a muscle."""
    st.switch_page(MUSCLES.script, query_params={MUSCLE: muscle})


def open_quiz() -> None:
    """Go to the quiz."""
    st.switch_page(QUIZ.script)


def open_referral(kind: str, id: str) -> None:
    """Go to the page of a nerve root, a nerve, a joint or a disc."""
    st.switch_page(MUSCLES.script, query_params={kind.removeprefix("nerve_"): id})
