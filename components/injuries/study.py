"""The injuries page: a list that the body and the filters narrow down, or the page of one condition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from markupsafe import Markup

from bodymap.ask.conditions import differentials, matching
from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition
from bodymap.place import Place
from bodymap.tell.wording import GROUPS, WHEN
from components import pages, state
from components.injuries.condition_page import condition_page
from components.injuries.counted import counted
from components.injuries.lists import rows
from components.shared import view_control
from components.shared.actions import Action, actions
from components.shared.mark_list import mark_list
from components.shared.markup import html, plain, show


def chosen_condition(dataset: Dataset) -> Condition | None:
    """The condition that the address names, if there is one."""
    return dataset.conditions.get(st.query_params.get(pages.CONDITION, ""))


def close_page() -> None:
    """Go back to the list."""
    st.query_params.pop(pages.CONDITION, None)


def close_page_after_marking(arrived: bool) -> None:
    """Whoever marks a place, by whatever way, wants to see the list for it."""
    marks = state.marks()
    if not arrived and marks != st.session_state.get("marks_listed"):
        close_page()
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
    shown = {"id": "", "slot": 0, "title": f"{condition.plain_name}: where it can be felt", "felt": True}
    return {"patterns": [{**shown, "side": "right", "primary": places}]}


def injury_list(dataset: Dataset, marks: Sequence[Place]) -> None:
    """The filters and the conditions that pass them, serious ones first."""
    group = st.pills(
        "Kind", list(GROUPS), format_func=GROUPS.__getitem__, key="injury_group", selection_mode="multi",
        default=["running"],
    )  # fmt: skip
    when = st.pills(
        "When is it felt?", list(WHEN), format_func=WHEN.__getitem__, key="injury_when", selection_mode="multi"
    )
    found = matching(dataset, marks, group, when)
    here = " felt at your marks" if marks else ""
    show(
        html(
            '<h3>{} condition{}{}</h3><p class="quiet">The ones to rule out first stand at the top. The order is not a '
            "likelihood. Mark a place on the body to see what is felt there.</p>",
            len(found),
            "" if len(found) == 1 else "s",
            here,
        )
    )
    if marks:
        mark_list(dataset, marks)
        if st.button("Muscles described there", key="to_map", type="tertiary", icon=":material/accessibility_new:"):
            pages.open_map()
    rows(found, "injury")
    if not found:
        st.caption(
            "Nothing in our list fits. That does not mean that there is nothing. If you are worried, ask a doctor."
        )


def injury_page(dataset: Dataset, condition: Condition, marks: Sequence[Place]) -> None:
    """One condition with the ways on: back to the list, to the map, to its muscles."""
    with st.container(horizontal=True):
        st.button(
            "All injuries", key="close_injury", on_click=close_page, type="tertiary", icon=":material/arrow_back:"
        )
        if marks and st.button("Back to my marks", key="to_map", type="tertiary", icon=":material/accessibility_new:"):
            pages.open_map()
    show(condition_page(dataset, condition))
    _open_others(dataset, condition)
    if condition.group == "serious":
        return
    counted(dataset, condition)
    _open_involved(dataset, condition)
    _open_muscles(dataset, condition)
    if not marks and st.button(
        "Which muscles are described in these places?", key="mark_places", icon=":material/accessibility_new:"
    ):
        state.set_marks(dataset.places_of(region)[-1] for region in condition.regions)
        pages.open_map()


def _open_others(dataset: Dataset, condition: Condition) -> None:
    """Ways to the pages of what it can be instead, where there is one."""
    if pending := st.session_state.pop("open_condition", None):
        pages.open_condition(pending)
    others = {c.id: Action(plain(c.plain_name), _open, (c.id,)) for c in differentials(dataset, condition)}
    if others:
        actions("Pages about what else it can be", others, key="differentials", show_label=True)


def _open(condition: str) -> None:
    st.session_state.open_condition = condition


def _open_involved(dataset: Dataset, condition: Condition) -> None:
    """Ways to the pages of the nerve roots, nerves, joints and discs that it involves."""
    if pending := st.session_state.pop("open_involved", None):
        pages.open_referral(*pending)
    involved = {
        record.id: Action(plain(record.name), _open_referral, (kind, record.id))
        for kind, record in dataset.involved(condition.id)
    }
    if involved:
        actions("Pages about what it involves", involved, key="involved", show_label=True)


def _open_referral(kind: str, record: str) -> None:
    st.session_state.open_involved = (kind, record)


def _open_muscles(dataset: Dataset, condition: Condition) -> None:
    if condition.muscles:
        show(Markup("<h3>Open a muscle</h3>"))
        with st.container(horizontal=True, key="condition_muscles"):
            for link in condition.muscles:
                if st.button(plain(dataset.muscles[link.muscle].name), key=f"muscle_{link.muscle}"):
                    pages.open_muscle(link.muscle)


def paint(dataset: Dataset, condition: Condition | None) -> Mapping[str, Any]:
    """What the chart paints: the places of the condition on show."""
    return felt(dataset, condition) if condition else {"patterns": []}
