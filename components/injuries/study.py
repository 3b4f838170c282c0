"""The page of one condition on the injuries page: how it is reached and left, and what the body shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from bodymap.ask.conditions import differentials
from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition
from bodymap.place import Place
from bodymap.words import later, tr
from components import pages, state, unknown
from components.injuries.condition_page import condition_page
from components.injuries.counted import counted
from components.injuries.filters import marked_here
from components.shared import view_control
from components.shared.actions import Action, actions
from components.shared.markup import english, html, plain, show
from components.shared.unknown_note import Known, figures_known, marks_known


def chosen_condition(dataset: Dataset) -> Condition | None:
    """The condition that the address names, if there is one."""
    asked = st.query_params.get(pages.CONDITION, "")
    unknown.take(pages.CONDITION, asked, [asked] if asked and asked not in dataset.conditions else [])
    return dataset.conditions.get(asked)


def names_known(dataset: Dataset) -> dict[str, Known]:
    """What the address of this page can name, beside the answers of the filter."""
    conditions = dataset.conditions
    return {
        pages.CONDITION: Known(
            (later("condition"), later("conditions")),
            lambda: {c.id: (c.name, c.plain_name, *c.synonyms) for c in conditions.values()},
            lambda id_: conditions[id_].plain_name,
            _open_here,
        ),
        **marks_known(dataset),
        **figures_known(),
    }


def _open_here(condition: str) -> None:
    st.query_params[pages.CONDITION] = condition


def close_page() -> None:
    """Go back to the list."""
    st.query_params.pop(pages.CONDITION, None)


def close_page_after_marking(arrived: bool) -> None:
    """Whoever marks a place on this page, by whatever way, wants to see the list for it."""
    marks = state.marks()
    if not arrived and marks != st.session_state.get("marks_listed"):
        close_page()
        marked_here(marks)
    st.session_state.marks_listed = marks


def turn_to(condition: Condition) -> None:
    """When a condition comes on show, choose the view that draws most of its places."""
    if st.session_state.get("condition_shown") == condition.id:
        return
    st.session_state.condition_shown = condition.id
    view_control.turn_to(condition.regions)


def felt(dataset: Dataset, condition: Condition) -> dict[str, Any]:
    """The places of a condition for the chart, on both sides."""
    places = [str(place) for region in condition.regions for place in dataset.places_of(region)]
    shown = {"id": "", "slot": 0, "title": tr("{}: where it can be felt").format(condition.plain_name), "felt": True}
    return {"patterns": [{**shown, "side": "right", "primary": places}]}


def injury_page(dataset: Dataset, condition: Condition, marks: Sequence[Place]) -> None:
    """One condition with the ways on: back to the list, to the map, to its muscles."""
    pages.open_noted()
    with st.container(horizontal=True):
        st.button(
            tr("All injuries"), key="close_injury", on_click=close_page, type="tertiary", icon=":material/arrow_back:"
        )
        if marks and st.button(
            tr("Back to my marks"), key="to_map", type="tertiary", icon=":material/accessibility_new:"
        ):
            pages.open_map()
    show(condition_page(dataset, condition))
    _open_others(dataset, condition)
    if condition.group == "serious":
        return
    counted(dataset, condition)
    _open_involved(dataset, condition)
    _open_muscles(dataset, condition)
    if not marks and st.button(
        tr("Which muscles are described in these places?"), key="mark_places", icon=":material/accessibility_new:"
    ):
        state.set_marks(dataset.places_of(region)[-1] for region in condition.regions)
        pages.open_map()


def _open_others(dataset: Dataset, condition: Condition) -> None:
    """Ways to the pages of what it can be instead, where there is one."""
    others = {
        c.id: Action(english(c.plain_name), pages.open_after, ("condition", c.id))
        for c in differentials(dataset, condition)
    }
    if others:
        actions(tr("Pages about what else it can be"), others, key="differentials", show_label=True)


def _open_involved(dataset: Dataset, condition: Condition) -> None:
    """Ways to the pages of the nerve roots, nerves, joints and discs that it involves."""
    involved = {
        record.id: Action(english(record.name), pages.open_after, ("referral", kind, record.id))
        for kind, record in dataset.involved(condition.id)
    }
    if involved:
        actions(tr("Pages about what it involves"), involved, key="involved", show_label=True)


def _open_muscles(dataset: Dataset, condition: Condition) -> None:
    if condition.muscles:
        show(html("<h3>{}</h3>", tr("Open a muscle")))
        with st.container(horizontal=True, key="condition_muscles"):
            for link in condition.muscles:
                if st.button(plain(dataset.muscles[link.muscle].name), key=f"muscle_{link.muscle}"):
                    pages.open_muscle(link.muscle)


def paint(dataset: Dataset, condition: Condition | None) -> Mapping[str, Any]:
    """What the chart paints: the places of the condition on show."""
    return felt(dataset, condition) if condition else {"patterns": []}
