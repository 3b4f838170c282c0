"""Conditions as lists: the ones felt at marked places, serious ones first, each leading to its own page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition
from bodymap.tell.wording import CLASSES
from components import state
from components.shared.marks import region_of

PAGE = "components/injuries/page.py"
PARAMETER = "condition"
_ICONS = {"emergency_mimic": ":material/emergency: ", "rule_out_first": ":material/warning: ", "routine": ""}
_BADGES = {"emergency_mimic": ":red-badge[rule out first, serious]", "rule_out_first": ":orange-badge[rule out first]"}
FIRST = 8  # conditions listed before "Show all"


def injuries(dataset: Dataset, marks: Sequence[str]) -> None:
    """A pill for each condition felt at the marks, serious ones first; it opens the condition's page."""
    listed = felt_here(dataset, marks)
    st.html("<h3>Injuries and conditions felt here</h3>")
    if not listed:
        st.caption("No injury in our list is felt here. That does not mean there is none.")
        return
    names = {condition.id: _ICONS[condition.safety_class] + condition.plain_name for condition in listed}
    chosen = st.pills(
        "Injuries and conditions felt here", list(names), format_func=names.__getitem__, key="injury",
        label_visibility="collapsed",
    )  # fmt: skip
    st.caption(":material/emergency: serious, rule this out first. :material/warning: have serious causes ruled out.")
    if chosen:
        open_page(chosen)


def felt_here(dataset: Dataset, marks: Sequence[str]) -> list[Condition]:
    """The conditions felt at any of the marks: by safety class, then by how many marked regions they share."""
    regions = dict.fromkeys(region_of(mark) for mark in marks)
    felt = {c.id: c for region in regions for c in dataset.conditions_of_region(region)}
    return serious_first(felt.values(), list(regions))


def serious_first(conditions: Iterable[Condition], regions: Sequence[str] = ()) -> list[Condition]:
    """By safety class, then by how many of the regions they share, then as given."""
    order = list(CLASSES)
    return sorted(
        conditions, key=lambda c: (order.index(c.safety_class), -sum(region in c.regions for region in regions))
    )


def rows(conditions: Sequence[Condition], key: str) -> None:
    """A button for each condition, the first few at once and the rest on request; no emergency waits for a request."""
    listed = [condition.id for condition in conditions]
    emergencies = sum(condition.safety_class == "emergency_mimic" for condition in conditions)
    shown = conditions if st.session_state.get(f"{key}_all") == listed else conditions[: max(FIRST, emergencies)]
    with st.container(key=f"{key}_rows"):
        for condition in shown:
            also = f" · {condition.name}" if condition.name != condition.plain_name else ""
            badge = _BADGES.get(condition.safety_class, "")
            if st.button(
                f"**{condition.plain_name}**{also} {badge}",
                key=f"{key}_{condition.id}",
                width="stretch",
                icon=":material/chevron_right:",
            ):
                open_page(condition.id)
        if len(conditions) > len(shown):
            st.button(
                f"Show all {len(conditions)}",
                key=f"{key}_more",
                type="tertiary",
                on_click=_show_all,
                args=(key, listed),
            )


def _show_all(key: str, listed: Sequence[str]) -> None:
    """Until the list changes."""
    st.session_state[f"{key}_all"] = listed


def open_page(condition: str) -> None:
    """Go to the page of a condition."""
    st.switch_page(PAGE, query_params={PARAMETER: condition, **state.marks_parameter()})
