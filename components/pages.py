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
    address: str = ""


EXPLORE = Page("components/explore/explore.py", "Where does it hurt?", ":material/accessibility_new:")
INJURIES = Page("components/injuries/injuries.py", "Injuries", ":material/healing:", "injuries")
MUSCLES = Page("components/muscles/muscles.py", "Muscles", ":material/menu_book:", "muscles")
NEEDLING = Page("components/needling/needling.py", "Dry needling", ":material/science:", "needling")
PAGES = (EXPLORE, INJURIES, MUSCLES, NEEDLING)
# Names of the parameters in the address that hold what a page shows.
CONDITION, MUSCLE, PART = "condition", "muscle", "part"


def open_map() -> None:
    """Go to the map with the marks."""
    st.switch_page(EXPLORE.script, query_params=state.marks_parameter())


def open_condition(condition: str) -> None:
    """Go to the page of a condition, with the marks."""
    st.switch_page(INJURIES.script, query_params={CONDITION: condition, **state.marks_parameter()})


def open_muscle(muscle: str) -> None:
    """Go to the page of a muscle."""
    st.switch_page(MUSCLES.script, query_params={MUSCLE: muscle})
