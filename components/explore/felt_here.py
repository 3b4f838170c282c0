"""The injuries and conditions felt at the marks, each leading to its own page."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from bodymap.data.model import Condition
from components import pages, state
from components.shared.actions import Action, actions
from components.shared.markup import plain

FIRST = 6  # listed at once; the rest on request
_SERIOUS = ":material/emergency: "


def injuries(felt: Sequence[Condition]) -> None:
    """A button for each condition, injuries of runners first; serious look-alikes carry a sign."""
    if pending := st.session_state.pop("open_condition", None):
        pages.open_condition(pending)
    if not felt:
        st.caption("No injury in our list is felt here. That does not mean there is none.")
        return
    shown = felt if state.all_injuries_shown() else felt[:FIRST]
    choices = {condition.id: Action(_named(condition), _open, (condition.id,)) for condition in shown}
    if len(shown) < len(felt):
        choices["more"] = Action(f"{len(felt) - len(shown)} more", state.show_all_injuries)
    actions("Injuries and conditions felt here", choices, key="injury_pills", show_label=True)


def _named(condition: Condition) -> str:
    return (_SERIOUS if condition.group == "serious" else "") + plain(condition.plain_name)


def _open(condition: str) -> None:
    st.session_state.open_condition = condition
