"""The injuries page: a list that the body and the filters narrow down, or the page of one condition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition
from components import state
from components.injuries.condition_page import WHEN, condition_page
from components.injuries.lists import PARAMETER, rows, serious_first
from components.muscles import open as muscles
from components.shared import view_control
from components.shared.mark_list import marks_to_take_away
from components.shared.marks import marks_of, region_of

EXPLORE = "components/explore/page.py"
GROUPS = {"running": "Running injuries", "general": "Other conditions", "serious": "Serious look-alikes"}


def chosen_condition(dataset: Dataset) -> Condition | None:
    """The condition that the address names, if there is one."""
    return dataset.conditions.get(st.query_params.get(PARAMETER, ""))


def close_page() -> None:
    """Go back to the list."""
    st.query_params.pop(PARAMETER, None)


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
    places = [mark for region in condition.regions for mark in marks_of(dataset, region)]
    shown = {"id": "", "slot": 0, "title": f"{condition.plain_name}: where it can be felt", "felt": True}
    nothing: dict[str, Any] = {"side": "right", "spillover": [], "muscle": {}, "points": {}}
    return {"patterns": [{**shown, **nothing, "primary": places}]}


def injury_list(dataset: Dataset, marks: Sequence[str]) -> None:
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
    st.html(
        f"<h3>{len(found)} condition{'' if len(found) == 1 else 's'}{here}</h3>"
        '<p class="quiet">The ones to rule out first stand at the top. The order is not a likelihood. '
        "Mark a place on the body to see what is felt there.</p>"
    )
    if marks:
        marks_to_take_away(dataset, marks)
        with st.container(horizontal=True):
            st.button("Clear", key="clear_marks", on_click=state.clear, type="tertiary", icon=":material/delete:")
            if st.button("Muscles described there", key="to_map", type="tertiary", icon=":material/accessibility_new:"):
                st.switch_page(EXPLORE, query_params=state.marks_parameter())
    rows(found, "injury")
    if not found:
        st.caption(
            "Nothing in our list fits. That does not mean that there is nothing. If you are worried, ask a doctor."
        )


def matching(dataset: Dataset, marks: Sequence[str], groups: Sequence[str], when: Sequence[str]) -> list[Condition]:
    """The conditions felt at any mark, of any chosen group, at any chosen moment; an empty choice lets all through.

    An emergency that is felt at a mark always passes.
    """
    regions = list(dict.fromkeys(region_of(mark) for mark in marks))
    passing = [
        condition
        for condition in dataset.conditions.values()
        if (not regions or set(regions) & set(condition.regions))
        and (
            (regions and condition.safety_class == "emergency_mimic")
            or ((not groups or condition.group in groups) and (not when or set(when) & set(condition.when)))
        )
    ]
    return serious_first(passing, regions)


def injury_page(dataset: Dataset, condition: Condition, marks: Sequence[str]) -> None:
    """One condition with the ways on: back to the list, to the map, to its muscles."""
    with st.container(horizontal=True):
        st.button(
            "All injuries", key="close_injury", on_click=close_page, type="tertiary", icon=":material/arrow_back:"
        )
        if marks and st.button("Back to my marks", key="to_map", type="tertiary", icon=":material/accessibility_new:"):
            st.switch_page(EXPLORE, query_params=state.marks_parameter())
    st.html(condition_page(dataset, condition))
    if condition.group == "serious":
        return
    _open_muscles(dataset, condition)
    if not marks and st.button(
        "Which muscles are described in these places?", key="mark_places", icon=":material/accessibility_new:"
    ):
        state.set_marks(_right(dataset, condition.regions))
        st.switch_page(EXPLORE, query_params=state.marks_parameter())


def _open_muscles(dataset: Dataset, condition: Condition) -> None:
    if condition.muscles:
        st.html("<h3>Open a muscle</h3>")
        with st.container(horizontal=True, key="condition_muscles"):
            for link in condition.muscles:
                if st.button(dataset.muscles[link.muscle].name, key=f"muscle_{link.muscle}"):
                    muscles.open_page(link.muscle)


def _right(dataset: Dataset, regions: Sequence[str]) -> list[str]:
    return [marks_of(dataset, region)[-1] for region in regions]


def paint(dataset: Dataset, condition: Condition | None) -> Mapping[str, Any]:
    """What the chart paints: the places of the condition on show."""
    return felt(dataset, condition) if condition else {"patterns": []}
