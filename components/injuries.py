"""Running injuries and conditions felt at the marked places."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from bodymap.dataset import Dataset, most_urgent_first
from bodymap.model import Condition, LinkSupport, RedFlag

from . import markup
from .marks import region_of
from .red_flags import HEADINGS

VERBS = {
    LinkSupport.L0: "Can be felt in the same place",
    LinkSupport.L1: "Can be felt in the same place (experts link them)",
    LinkSupport.L2: "Found more often in people with this",
    LinkSupport.L3: "Treating it helped in a small trial of this",
}
CLASSES = {
    "emergency_mimic": "Emergency: rule this out first",
    "rule_out_first": "Have serious causes ruled out first",
    "routine": "",
}


def injuries(dataset: Dataset, marks: Sequence[str]) -> None:
    """A part that opens for each condition, the ones to rule out first at the top; its text is sent when it opens."""
    st.html("<h3>Running injuries and conditions felt here</h3>")
    listed = felt_here(dataset, marks)
    for condition in listed:
        entry = st.expander(_label(condition), key=f"injury_{condition.id}", on_change="rerun")
        if entry.open:
            entry.html(entry_html(dataset, condition))
    if not listed:
        st.caption("No running injury in our list is felt here. That does not mean there is none.")


def felt_here(dataset: Dataset, marks: Sequence[str]) -> list[Condition]:
    """The conditions felt at any of the marks: by safety class, then by how many marked regions they share."""
    regions = dict.fromkeys(region_of(mark) for mark in marks)
    felt = {c.id: c for region in regions for c in dataset.conditions_of_region(region)}
    order = list(CLASSES)
    return sorted(
        felt.values(),
        key=lambda c: (order.index(c.safety_class), -sum(region in c.regions for region in regions)),
    )


def _label(condition: Condition) -> str:
    warn = CLASSES[condition.safety_class]
    also = f" · {condition.name}" if condition.name != condition.plain_name else ""
    return f"**{condition.plain_name}**{also}" + (f" :red-badge[{warn}]" if warn else "")


def entry_html(dataset: Dataset, condition: Condition) -> str:
    """Everything about a condition: what it is and when to see someone first, muscles last."""
    flags = most_urgent_first(dataset.red_flags[flag] for flag in condition.red_flags)
    return (
        f"<p>{escape(condition.summary)}</p>"
        f"<p><strong>When to see someone.</strong> {escape(condition.see_someone)}</p>"
        f"{_flags(flags)}<p><strong>In a runner.</strong> {escape(condition.story)}</p>"
        f"<p><strong>What else it can be.</strong></p>{markup.bullets(condition.differentials)}"
        f"{_muscles(dataset, condition)}{_sources(dataset, condition)}"
    )


def _flags(flags: Sequence[RedFlag]) -> str:
    items = "".join(f"<li><strong>{HEADINGS[f.level][0]}.</strong> {escape(f.sign)}</li>" for f in flags)
    return f"<p><strong>Warning signs.</strong></p><ul>{items}</ul>"


def _muscles(dataset: Dataset, condition: Condition) -> str:
    rows = [
        f"{escape(VERBS[level])}: {escape(', '.join(dataset.muscles[link.muscle].name for link in links))}."
        for level in LinkSupport
        if (links := [link for link in condition.muscles if link.link_support == level])
    ]
    if not rows:
        return "<p><strong>Muscles.</strong> None are listed: muscle patterns do not explain this condition.</p>"
    first = "Only once serious causes have been ruled out. " if condition.safety_class != "routine" else ""
    return (
        f"<p><strong>Muscles whose patterns share the place.</strong> {first}This is about place, not cause.</p>"
        f"<ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>"
    )


def _sources(dataset: Dataset, condition: Condition) -> str:
    links = (ref for link in condition.muscles for ref in link.sources)
    return markup.sources(dataset, (*condition.sources, *links))
