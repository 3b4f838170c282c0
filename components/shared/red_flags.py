"""The warning signs of the marked places, before anything about muscles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from bodymap.data.dataset import Dataset, most_urgent_first
from bodymap.data.model import FlagLevel, RedFlag
from bodymap.tell.wording import LEVELS, NOT_ALL_CLEAR
from components.shared import markup
from components.shared.marks import region_of

MOST_OPEN = 6  # urgent signs of a place shown at once, those that say most about it first


def red_flags(dataset: Dataset, marks: Sequence[str]) -> None:
    """All emergency signs, visually apart, and the first urgent ones; the rest in a part that opens."""
    own = _of_regions(dataset, (region_of(mark) for mark in marks))
    shown = shown_at_once(own)
    st.html(
        '<section aria-label="Warning signs"><h3>Warning signs first</h3>'
        f'<p class="quiet">In brackets: what doctors want to rule out.</p>{_blocks(shown)}'
        f'<p class="quiet">{NOT_ALL_CLEAR}</p></section>'
    )
    rest = [flag for flag in own if flag not in shown]
    count = f"{len(rest)} more signs for these places" if rest else "Signs that count anywhere"
    more = st.expander(f"{count}, notes and sources", key="more_flags", on_change="rerun")
    if more.open:
        more.html(more_flags(dataset, own, rest))


def shown_at_once(flags: Sequence[RedFlag]) -> list[RedFlag]:
    """Every emergency, and the first urgent signs: those that say most about the places."""
    urgent = [flag for flag in flags if flag.level is FlagLevel.URGENT]
    kept = urgent if len(urgent) <= MOST_OPEN + 1 else urgent[:MOST_OPEN]
    return [flag for flag in flags if flag.level is FlagLevel.EMERGENCY or flag in kept]


def flags_in_brief(dataset: Dataset, regions: Iterable[str], elsewhere: Iterable[str] = ()) -> None:
    """For pages where nobody said that it hurts: the emergencies by name in one line that opens to the signs.

    Those of ``regions`` come first, then those that only belong ``elsewhere``.
    """
    first = _of_regions(dataset, regions)
    own = (*first, *(flag for flag in _of_regions(dataset, elsewhere) if flag not in first))
    names = dict.fromkeys(flag.think_of.partition(" (")[0] for flag in own if flag.level is FlagLevel.EMERGENCY)
    part = st.expander(
        f"**Pain in these places? Warning signs first.** Doctors want to rule out: {'; '.join(names)}.",
        key="brief_flags",
        icon=":material/emergency:",
        on_change="rerun",
    )
    if part.open:
        part.html(more_flags(dataset, own, own))


def _of_regions(dataset: Dataset, regions: Iterable[str]) -> tuple[RedFlag, ...]:
    return most_urgent_first({f.id: f for region in regions for f in dataset.flags_of_region(region)}.values())


def more_flags(dataset: Dataset, own: Sequence[RedFlag], rest: Sequence[RedFlag]) -> str:
    """The signs of the places not shown yet, the signs that count anywhere, notes, and the sources of all of them."""
    general = [flag for flag in dataset.flags_anywhere if flag not in own]
    return (
        _blocks(rest)
        + "<p><strong>Wherever it hurts</strong></p>"
        + _blocks(general)
        + _notes(own)
        + markup.sources(dataset, (ref for flag in [*own, *general] for ref in flag.sources))
    )


def _blocks(flags: Sequence[RedFlag]) -> str:
    return "".join(flag_block(flags, level) for level in FlagLevel)


def flag_block(flags: Iterable[RedFlag], level: FlagLevel) -> str:
    """The signs of one level in a box."""
    items = [_item(flag) for flag in flags if flag.level == level]
    if not items:
        return ""
    name, advice = LEVELS[level]
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
