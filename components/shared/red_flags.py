"""The warning signs of the marked places, before anything about muscles: a few open, the rest one tap away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import streamlit as st
from markupsafe import Markup

from bodymap.ask.refers import refers
from bodymap.ask.signs import Flags, Signs, names, signs
from bodymap.data.dataset import Dataset, most_urgent_first
from bodymap.data.referral import Organ, Urgency
from bodymap.data.signs import RedFlag, Time
from bodymap.place import Place
from bodymap.tell.signs import also_now, anywhere_now
from bodymap.tell.wording import CHILDREN, NOT_ALL_CLEAR_SHORT, ORGANS_HERE, REASONS_TO_GO, TIMES
from components.shared import markup
from components.shared.markup import html, joined, show
from components.shared.to_map import add_and_open

MOST_LABEL_WORDS = 20  # of all labels of closed parts together
_WHY = "Why doctors ask"
_URGENCIES: tuple[Urgency, ...] = ("emergency", "urgent", "see_doctor")


def red_flags(dataset: Dataset, marks: Sequence[Place]) -> None:
    """The warning signs of the marks."""
    show(signs_html(dataset, marks))


def count_flags(dataset: Dataset, marks: Sequence[Place]) -> int:
    """How many warning signs belong to the marks."""
    return len(signs(dataset, marks).every)


def flags_in_brief(places: Iterable[Place]) -> None:
    """For pages where nobody said that it hurts: one line that marks the places too and leads to their signs."""
    if st.button(
        "If it hurts there: see the warning signs first",
        key="brief_flags",
        icon=":material/emergency:",
        type="tertiary",
    ):
        add_and_open(list(places))


def signs_html(dataset: Dataset, places: Iterable[Place]) -> Markup:
    """The signs of places: the most telling in a line each, other emergencies named, the rest in closed parts."""
    marks = list(places)
    here = signs(dataset, marks)
    return html(
        '<section aria-label="Warning signs" class="signs" data-places="{}" data-names="{}">'
        '<h3>Warning signs first</h3><div class="signs-open">{}</div>{}{}</section>',
        ",".join(map(str, marks)),
        "; ".join(map(dataset.your_name_of, marks)),
        _open(here),
        html('<p class="quiet">{}</p>', NOT_ALL_CLEAR_SHORT),
        joined(_closed(dataset, here, organs(dataset, marks))),
    )


def _open(here: Signs) -> Markup:
    now = [flag for flag in here.open if flag.time is Time.NOW]
    later = [flag for flag in here.open if flag.time is not Time.NOW]
    lines = [*also_now(here), *anywhere_now(here)]
    return html('<div class="signs-now">{}{}</div>{}', _lines(now), _sentences(lines), _lines(later))


def _lines(flags: Iterable[RedFlag]) -> Markup:
    """A line for each sign that begins with its time."""
    items = [html("<strong>{}:</strong> {}", TIMES[flag.time][0], flag.brief) for flag in flags]
    return markup.bullets(items) if items else Markup()


def _sentences(lines: Iterable[str]) -> Markup:
    return joined(html("<p>{}.</p>", line) for line in lines)


def organs(dataset: Dataset, places: Iterable[Place]) -> list[Organ]:
    """The organs and arteries that are described to be felt in places, each once, emergencies first."""
    found = dict.fromkeys(row.id for row in refers(dataset, places, ("organ",)))
    return sorted((dataset.organs[id_] for id_ in found), key=lambda organ: _URGENCIES.index(organ.urgency))


def _closed(dataset: Dataset, here: Signs, felt: Sequence[Organ]) -> Iterator[Markup]:
    """What waits behind a click: each label says how many signs it holds, and names the first where there is room."""
    parts = {
        label: flags
        for label, flags in (
            ("Today: {} more", here.today),
            ("Within days or weeks: {} more", here.days + here.weeks),
            (f"{CHILDREN}: {{}}", here.children),
        )
        if flags
    }
    labels = [label.format(len(flags)) for label, flags in parts.items()]
    also = [ORGANS_HERE] if felt else []
    room = MOST_LABEL_WORDS - sum(len(label.split()) for label in (*labels, *also, _WHY))
    for label, flags in zip(labels, parts.values(), strict=True):
        said = _names_within(flags, room)
        room -= len(said.split())
        yield markup.folded(f"{label} {said}".strip(), _lines(flags))
    if felt:
        yield markup.folded(ORGANS_HERE, _of_organs(dataset, felt))
    yield markup.folded(_WHY, _reasons(dataset, here))


def _of_organs(dataset: Dataset, felt: Sequence[Organ]) -> Markup:
    """When to seek help for each, and its warning signs: in a line where they are first named, then by name."""
    said: set[str] = set()
    items = []
    for organ in felt:
        flags = most_urgent_first(dataset.red_flags[flag] for flag in organ.red_flags)
        lines = [f"{TIMES[flag.time][0]}: {flag.brief.rstrip('.')}." for flag in flags if flag.id not in said]
        above = ", ".join(flag.short for flag in flags if flag.id in said)
        said.update(organ.red_flags)
        note = " ".join([*lines, *([f"As above: {above}."] if above else [])])
        items.append(
            html('<strong>{}:</strong> {} <span class="note">{}</span>', organ.plain_name, organ.seek_help_if, note)
        )
    return markup.quiet(REASONS_TO_GO) + markup.bullets(items)


def _names_within(flags: Flags, room: int) -> str:
    """The names of signs in brackets, as many as fit into so many words."""
    every = names(flags)
    for count in range(len(every), 0, -1):
        more = " ..." if count < len(every) else ""
        if len((said := f"({', '.join(every[:count])}{more})").split()) <= room:
            return said
    return ""


def _reasons(dataset: Dataset, here: Signs) -> Markup:
    return joined((flag_blocks(here.every), markup.sources(dataset, here.sources)))


def flag_blocks(flags: Sequence[RedFlag]) -> Markup:
    """Signs in full, what doctors want to rule out in brackets, and notes: a box for each time."""
    return joined(_block([flag for flag in flags if flag.time is time], time) for time in Time)


def _block(flags: Sequence[RedFlag], time: Time) -> Markup:
    if not flags:
        return Markup()
    head = html('<p class="flags-head"><strong>{}</strong> if:</p>', TIMES[time][1])
    return html('<div class="flags {}">{}{}</div>', time.value, head, markup.bullets(map(_in_full, flags)))


def _in_full(flag: RedFlag) -> Markup:
    note = html(' <span class="note">{}</span>', flag.note) if flag.note else ""
    return html('{} <span class="think">({})</span>{}', flag.sign, flag.think_of, note)
