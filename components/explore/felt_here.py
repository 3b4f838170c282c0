"""The injuries and conditions felt at the marks, serious ones first, each leading to its own page."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from bodymap.ask.conditions import felt_here
from bodymap.data.dataset import Dataset
from bodymap.place import Place
from components import pages
from components.shared.markup import plain, show

_ICONS = {"emergency_mimic": ":material/emergency: ", "rule_out_first": ":material/warning: ", "routine": ""}


def injuries(dataset: Dataset, marks: Sequence[Place]) -> None:
    """A pill for each condition felt at the marks, serious ones first; it opens the condition's page."""
    listed = felt_here(dataset, marks)
    show(Markup("<h3>Injuries and conditions felt here</h3>"))
    if not listed:
        st.caption("No injury in our list is felt here. That does not mean there is none.")
        return
    names = {condition.id: _ICONS[condition.safety_class] + plain(condition.plain_name) for condition in listed}
    chosen = st.pills(
        "Injuries and conditions felt here", list(names), format_func=names.__getitem__, key="injury",
        label_visibility="collapsed",
    )  # fmt: skip
    st.caption(":material/emergency: serious, rule this out first. :material/warning: have serious causes ruled out.")
    if chosen:
        pages.open_condition(chosen)
