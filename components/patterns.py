"""The patterns that reach the marked places: one row each, and the card of the painted one."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from bodymap.dataset import Dataset, Pattern, Zone
from bodymap.match import Match, match
from bodymap.model import ReferralSupport

from . import markup, state
from .marks import as_query, name_of

FIRST = 8  # rows shown before "Show all"
SUPPORT = {
    ReferralSupport.R0: "no chart found",
    ReferralSupport.R1: "one expert chart",
    ReferralSupport.R2: "more than one independent source",
    ReferralSupport.R3: "reproduced in experiments",
}
NONE = (
    '<h3 id="patterns">No pattern drawn here</h3><p>None of our sources draws a muscle pattern in this place. '
    "That is worth knowing too: look at the warning signs above and the injuries below, or mark a place next to it.</p>"
)
REACH = {"same": "", "both": " (both sides)", "opposite": " (other side)"}


def found(dataset: Dataset, marks: Sequence[str]) -> list[Match]:
    """The patterns that reach any of the marks, best first."""
    return match(dataset, [as_query(mark) for mark in marks]) if marks else []


def patterns(dataset: Dataset, marks: Sequence[str], matches: Sequence[Match]) -> None:
    """The list of patterns; a tap on a row paints it."""
    count = len(matches)
    if not count:
        st.html(NONE)
        return
    title = f"{count} pattern{'' if count == 1 else 's'} described here"
    st.html(
        f'<h3 id="patterns">{title}</h3><p class="quiet">Muscles that some clinicians link with pain here. Tap one to '
        "paint it. The order shows how much of your marks each pattern covers, not how likely it is.</p>"
    )
    shown = matches if state.all_shown() else matches[:FIRST]
    for row in shown:
        _row(dataset, row, len(marks))
    if len(matches) > len(shown):
        st.button(f"Show all {len(matches)}", key="show_all_patterns", on_click=state.show_all, type="tertiary")


def _row(dataset: Dataset, row: Match, marks: int) -> None:
    painted = state.painted() == (row.trigger_point, row.side)
    side = f" · {row.side}" if row.side else ""
    st.button(
        f"**{row.name}**{side}  \n{_reason(dataset, row, marks)}",
        key=f"paint_{row.trigger_point}_{row.side or 'any'}",
        on_click=state.paint,
        args=(row.trigger_point, row.side),
        type="primary" if painted else "secondary",
        width="stretch",
        icon=":material/visibility:" if painted else None,
    )
    if painted:
        st.html(_card(dataset, dataset.trigger_points[row.trigger_point]))


def _reason(dataset: Dataset, row: Match, marks: int) -> str:
    if marks == 1:
        return "primary here" if row.primary else "spillover here"
    named = {
        "primary here": [name_of(dataset, mark.replace(":", ".")) for mark in row.primary],
        "spillover here": [name_of(dataset, mark.replace(":", ".")) for mark in row.spillover],
    }
    return "; ".join(f"{level}: {', '.join(names)}" for level, names in named.items() if names)


def _card(dataset: Dataset, pattern: Pattern) -> str:
    """What is known about a pattern and its muscle, as HTML."""
    muscle, point = pattern.muscle, pattern.point
    facts = {
        "Where the point lies": escape(point.where),
        "Mainly felt": _zones(dataset, pattern.primary),
        "Can spill over to": _zones(dataset, pattern.spillover),
        "People and sources differ": escape(point.note or ""),
        "In running": escape(muscle.runner),
        "How well documented": f"{escape(muscle.referral_support.value)}: {SUPPORT[muscle.referral_support]}. "
        f"Record status: {escape(muscle.curation.status)}, {muscle.curation.date:%d %B %Y}.",
    }
    anatomy = {
        "Latin": f"<em>{escape(muscle.latin)}</em>",
        "Also called": escape(", ".join(muscle.synonyms)),
        "From": escape(muscle.attachments.origin),
        "To": escape(muscle.attachments.insertion),
        "Action": escape(muscle.action),
        "Nerve": escape(f"{muscle.innervation.nerve} ({', '.join(muscle.innervation.segments)})"),
    }
    return (
        f'<div class="card">{_facts(facts)}{markup.folded("Anatomy", _facts(anatomy))}'
        f"{markup.sources(dataset, (*point.sources, *muscle.sources))}</div>"
    )


def _facts(facts: dict[str, str]) -> str:
    return "<dl>" + "".join(f"<dt>{label}</dt><dd>{text}</dd>" for label, text in facts.items() if text) + "</dl>"


def _zones(dataset: Dataset, zones: Sequence[Zone]) -> str:
    return escape(", ".join(dataset.regions[zone.region].name + REACH[zone.reach] for zone in zones))
