"""Conditions as a list of buttons, each leading to its own page."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from bodymap.data.model import Condition
from components import pages
from components.shared.markup import plain

_BADGES = {"emergency_mimic": ":red-badge[serious]", "rule_out_first": ":gray-badge[see someone first]"}
FIRST = 8  # conditions listed before "Show all"


def rows(conditions: Sequence[Condition], key: str) -> None:
    """A button for each condition, the first few at once and the rest on request; no emergency waits for a request."""
    listed = [condition.id for condition in conditions]
    emergencies = sum(condition.safety_class == "emergency_mimic" for condition in conditions)
    shown = conditions if st.session_state.get(f"{key}_all") == listed else conditions[: max(FIRST, emergencies)]
    with st.container(key=f"{key}_rows"):
        for condition in shown:
            also = f" · {plain(condition.name)}" if condition.name != condition.plain_name else ""
            badge = _BADGES.get(condition.safety_class, "")
            if st.button(
                f"**{plain(condition.plain_name)}**{also} {badge}",
                key=f"{key}_{condition.id}",
                width="stretch",
                icon=":material/chevron_right:",
            ):
                pages.open_condition(condition.id)
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
