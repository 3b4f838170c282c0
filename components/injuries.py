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
    """A folded entry for each condition, the ones to rule out first at the top. One page element."""
    regions = dict.fromkeys(region_of(mark) for mark in marks)
    felt = {c.id: c for region in regions for c in dataset.conditions_of_region(region)}
    order = list(CLASSES)
    listed = sorted(
        felt.values(),
        key=lambda c: (order.index(c.safety_class), -sum(region in c.regions for region in regions)),
    )
    body = "".join(_entry(dataset, condition) for condition in listed)
    empty = '<p class="quiet">No running injury in our list is felt here. That does not mean there is none.</p>'
    st.html(
        '<section aria-label="Running injuries"><h3>Running injuries and conditions felt here</h3>'
        f"{body or empty}</section>"
    )


def _entry(dataset: Dataset, condition: Condition) -> str:
    warn = CLASSES[condition.safety_class]
    head = (
        f"<strong>{escape(condition.plain_name)}</strong> "
        f'<span class="quiet">{escape(condition.name)}</span>{" " + markup.tag(warn, "warn") if warn else ""}'
    )
    flags = most_urgent_first(dataset.red_flags[flag] for flag in condition.red_flags)
    body = (
        f"<p>{escape(condition.summary)}</p>"
        f"<p><strong>When to see someone.</strong> {escape(condition.see_someone)}</p>"
        f"{_flags(flags)}<p><strong>In a runner.</strong> {escape(condition.story)}</p>"
        f"<p><strong>What else it can be.</strong></p>{markup.bullets(condition.differentials)}"
        f"{_muscles(dataset, condition)}{_sources(dataset, condition)}"
    )
    return markup.folded(head, body, f"injury {condition.safety_class}")


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
