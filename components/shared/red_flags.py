"""The warning signs of the marked places, before anything about muscles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st
from markupsafe import Markup

from bodymap.data.dataset import Dataset, most_urgent_first
from bodymap.data.model import FlagLevel, RedFlag
from bodymap.place import Place
from bodymap.tell.wording import LEVELS, NOT_ALL_CLEAR
from components.shared import markup
from components.shared.markup import html, joined, plain, show

MOST_OPEN = 6  # urgent signs of a place shown at once, those that say most about it first


def red_flags(dataset: Dataset, marks: Sequence[Place]) -> None:
    """All emergency signs, visually apart, and the first urgent ones; the rest in a part that opens."""
    own = _of_regions(dataset, (mark.region for mark in marks))
    shown = shown_at_once(own)
    show(
        html(
            '<section aria-label="Warning signs" data-places="{}"><h3>Warning signs first</h3>'
            '<p class="quiet">In brackets: what doctors want to rule out.</p>{}{}</section>',
            ",".join(map(str, marks)),
            _blocks(shown),
            markup.quiet(NOT_ALL_CLEAR),
        )
    )
    rest = [flag for flag in own if flag not in shown]
    count = f"{len(rest)} more signs for these places" if rest else "Signs that count anywhere"
    more = st.expander(f"{count}, notes and sources", key="more_flags", on_change="rerun")
    if more.open:
        more.html(str(more_flags(dataset, own, rest)))


def count_flags(dataset: Dataset, marks: Sequence[Place]) -> int:
    """How many warning signs belong to the marks."""
    return len(_of_regions(dataset, (mark.region for mark in marks)))


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
        f"**Pain in these places? Warning signs first.** Doctors want to rule out: {plain('; '.join(names))}.",
        key="brief_flags",
        icon=":material/emergency:",
        on_change="rerun",
    )
    if part.open:
        part.html(str(more_flags(dataset, own, own)))


def _of_regions(dataset: Dataset, regions: Iterable[str]) -> tuple[RedFlag, ...]:
    return most_urgent_first({f.id: f for region in regions for f in dataset.flags_of_region(region)}.values())


def more_flags(dataset: Dataset, own: Sequence[RedFlag], rest: Sequence[RedFlag]) -> Markup:
    """The signs of the places not shown yet, the signs that count anywhere, notes, and the sources of all of them."""
    general = [flag for flag in dataset.flags_anywhere if flag not in own]
    return html(
        "{}<p><strong>Wherever it hurts</strong></p>{}{}{}",
        _blocks(rest),
        _blocks(general),
        _notes(own),
        markup.sources(dataset, (ref for flag in [*own, *general] for ref in flag.sources)),
    )


def _blocks(flags: Sequence[RedFlag]) -> Markup:
    return joined(flag_block(flags, level) for level in FlagLevel)


def flag_block(flags: Iterable[RedFlag], level: FlagLevel) -> Markup:
    """The signs of one level in a box."""
    items = [_item(flag) for flag in flags if flag.level == level]
    if not items:
        return Markup()
    name, advice = LEVELS[level]
    return html(
        '<div class="flags {}"><p class="flags-head"><strong>{}.</strong> {}</p>{}</div>',
        level.value,
        name,
        advice,
        markup.bullets(items),
    )


def _item(flag: RedFlag) -> Markup:
    return html('{} <span class="think">({})</span>', flag.sign, flag.think_of)


def _notes(flags: Iterable[RedFlag]) -> Markup:
    noted = [flag for flag in flags if flag.note]
    items = (f"{flag.think_of[0].upper()}{flag.think_of[1:]}: {flag.note}" for flag in noted)
    return markup.folded("More about these signs", markup.bullets(items), "sources") if noted else Markup()
