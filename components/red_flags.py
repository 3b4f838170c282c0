"""The warning signs of the marked places, before anything about muscles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from bodymap.dataset import Dataset
from bodymap.model import FlagLevel, RedFlag

from . import markup
from .marks import region_of

HEADINGS = {
    FlagLevel.EMERGENCY: ("Emergency", "Call your emergency number now (112, 999, 911) if:"),
    FlagLevel.URGENT: ("Urgent", "See a doctor today or within a few days if:"),
    FlagLevel.SOON: ("Soon", "Arrange to see a doctor or physiotherapist if:"),
}


def red_flags(dataset: Dataset, marks: Sequence[str], brief: bool = False) -> None:
    """Emergency signs open and visually apart; urgent ones below them; the rest folded. One page element.

    ``marks`` may be region ids. ``brief`` folds the urgent signs too, for pages where nobody said that it hurts.
    """
    regions = dict.fromkeys(region_of(mark) for mark in marks)
    own = list({flag.id: flag for region in regions for flag in dataset.flags_of_region(region)}.values())
    general = [flag for flag in dataset.flags_anywhere if flag not in own]
    first = [FlagLevel.EMERGENCY] if brief else [FlagLevel.EMERGENCY, FlagLevel.URGENT]
    parts = [_block(own, level) for level in first]
    later = "".join(_block(own, level) for level in FlagLevel if level not in first)
    if later:
        parts.append(markup.folded("More warning signs here", later, "flags-more"))
    if general:
        body = "".join(_block(general, level) for level in FlagLevel)
        parts.append(markup.folded("Signs that count wherever it hurts", body, "flags-more"))
    parts.append(_notes(own))
    parts.append(markup.sources(dataset, (ref for flag in [*own, *general] for ref in flag.sources)))
    st.html(
        '<section aria-label="Warning signs"><h3>Warning signs first</h3>'
        '<p class="quiet">In brackets: what doctors want to rule out.</p>' + "".join(parts) + '<p class="quiet">'
        "None of these signs? You can still have a serious problem. If you are worried, ask a doctor.</p></section>"
    )


def _block(flags: Iterable[RedFlag], level: FlagLevel) -> str:
    items = [_item(flag) for flag in flags if flag.level == level]
    if not items:
        return ""
    name, advice = HEADINGS[level]
    return (
        f'<div class="flags {level.value}"><p class="flags-head"><strong>{name}.</strong> {advice}</p>'
        f"<ul>{''.join(items)}</ul></div>"
    )


def _item(flag: RedFlag) -> str:
    return f'<li>{escape(flag.sign)} <span class="think">({escape(flag.think_of)})</span></li>'


def _notes(flags: Iterable[RedFlag]) -> str:
    noted = [flag for flag in flags if flag.note]
    items = (f"{flag.think_of[0].upper()}{flag.think_of[1:]}: {flag.note}" for flag in noted)
    return markup.folded("More about these signs", markup.bullets(items), "sources") if noted else ""
