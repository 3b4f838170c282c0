"""The warning signs of the marked places, before anything about muscles: a few open, the rest one tap away."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Protocol

import streamlit as st
from markupsafe import Markup

from bodymap.ask.refers import refers
from bodymap.ask.signs import Flags, Signs, names, signs
from bodymap.data.dataset import Dataset
from bodymap.data.once import once
from bodymap.data.referral import URGENCIES, Organ
from bodymap.data.signs import RedFlag, Time, most_urgent_first
from bodymap.place import Place
from bodymap.tell.signs import also_now, anywhere_now
from bodymap.tell.wording import CHILDREN, NOT_ALL_CLEAR_SHORT, ORGANS_HERE, REASONS_TO_GO, TIMES
from bodymap.words import chosen, later, tr
from components.shared import markup
from components.shared.markup import html, joined
from components.shared.to_map import add_and_open

MOST_LABEL_WORDS = 20  # of all labels of closed parts together
_IF = later(" if:")
_WHY = later("Why doctors ask")


class Lists(Protocol):
    """How the lists in closed parts are written: with their items, or with the numbers of items that the page holds."""

    def brief(self, flags: Iterable[RedFlag]) -> Markup:
        """Signs in a line each."""

    def why(self, flags: Sequence[RedFlag]) -> Markup:
        """Signs in full, in a box for each time, and their sources, each once."""

    def organ(self, organ: Organ) -> Markup:
        """An organ, and when to seek help for it."""

    def notes(self, flags: Sequence[RedFlag]) -> Markup:
        """Signs one after the other in a sentence each; nothing where there is none."""


class Written:
    """Lists with their items."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset

    def brief(self, flags: Iterable[RedFlag]) -> Markup:
        return _lines(self.dataset, flags)

    def why(self, flags: Sequence[RedFlag]) -> Markup:
        sources = markup.sources(self.dataset, (ref for flag in flags for ref in flag.sources))
        return html("<div>{}{}</div>", flag_blocks(flags), sources)

    def organ(self, organ: Organ) -> Markup:
        return html("<span>{}</span>", of_organ(organ))

    def notes(self, flags: Sequence[RedFlag]) -> Markup:
        return html("<span>{}</span>", joined(map(in_a_sentence, flags), " ")) if flags else Markup()


def flags_in_brief(places: Iterable[Place]) -> None:
    """For pages where nobody said that it hurts: one line that marks the places too and leads to their signs."""
    if st.button(
        tr("If it hurts there: see the warning signs first"),
        key="brief_flags",
        icon=":material/emergency:",
        type="tertiary",
    ):
        add_and_open(list(places))


def signs_html(
    dataset: Dataset, places: Iterable[Place], lists: Lists | None = None, here: Signs | None = None
) -> Markup:
    """The signs of places: the most telling in a line each, other emergencies named, the rest in closed parts.

    ``here`` are the signs, where they are known already.
    """
    marks = list(places)
    here = here or signs(dataset, marks)
    lists = lists or Written(dataset)
    return html(
        '<section aria-label="{}" class="signs" data-places="{}">'
        '<h3>{}</h3><div class="signs-open">{}</div>{}{}</section>',
        tr("Warning signs"),
        ",".join(map(str, marks)),
        tr("Warning signs first"),
        _open(dataset, here),
        html('<p class="quiet">{}</p>', tr(NOT_ALL_CLEAR_SHORT)),
        joined(_closed(dataset, here, organs(dataset, marks), lists)),
    )


def _open(dataset: Dataset, here: Signs) -> Markup:
    now = [flag for flag in here.open if flag.time is Time.NOW]
    later = [flag for flag in here.open if flag.time is not Time.NOW]
    lines = [
        markup.english_in(line, ", ".join(names(flags)))
        for said, flags in ((also_now(here), here.now), (anywhere_now(here), here.anywhere))
        for line in said
    ]
    return html('<div class="signs-now">{}{}</div>{}', _lines(dataset, now), _sentences(lines), _lines(dataset, later))


def _lines(dataset: Dataset, flags: Iterable[RedFlag]) -> Markup:
    """A line for each sign that begins with its time."""
    items = joined(_item(dataset, flag.id, chosen()) for flag in flags)
    return html("<ul>{}</ul>", items) if items else items


@once
def _item(dataset: Dataset, flag: str, language: str) -> Markup:
    """The line in the chosen language, which is named to keep the languages apart."""
    return html("<li>{}</li>", in_a_line(dataset.red_flags[flag]))


def in_a_line(flag: RedFlag) -> Markup:
    """A sign with its time."""
    return html("<strong>{}:</strong> {}", tr(TIMES[flag.time][0]), markup.english(flag.brief))


def _sentences(lines: Iterable[Markup]) -> Markup:
    return joined(html("<p>{}.</p>", line) for line in lines)


def organs(dataset: Dataset, places: Iterable[Place]) -> list[Organ]:
    """The organs and arteries that are described to be felt in places, each once, emergencies first."""
    found = dict.fromkeys(row.id for row in refers(dataset, places, ("organ",)))
    return sorted((dataset.organs[id_] for id_ in found), key=lambda organ: URGENCIES.index(organ.urgency))


def _closed(dataset: Dataset, here: Signs, felt: Sequence[Organ], lists: Lists) -> Iterator[Markup]:
    """What waits behind a click: each label says how many signs it holds, and names the first where there is room."""
    parts = {
        label: flags
        for label, flags in (
            (tr("Today: {} more"), here.today),
            (tr("Within days or weeks: {} more"), here.days + here.weeks),
            (f"{tr(CHILDREN)}: {{}}", here.children),
        )
        if flags
    }
    labels = [label.format(len(flags)) for label, flags in parts.items()]
    why, organs_here = tr(_WHY), tr(ORGANS_HERE)
    also = [organs_here] if felt else []
    room = MOST_LABEL_WORDS - sum(len(label.split()) for label in (*labels, *also, why))
    for label, flags in zip(labels, parts.values(), strict=True):
        said = _names_within(flags, room)
        room -= len(said.split())
        yield markup.folded(html("{} {}", label, markup.english(said)) if said else label, lists.brief(flags))
    if felt:
        yield markup.folded(organs_here, _of_organs(dataset, felt, lists))
    yield markup.folded(why, lists.why(here.every))


def _of_organs(dataset: Dataset, felt: Sequence[Organ], lists: Lists) -> Markup:
    """When to seek help for each, and its warning signs: in a line where they are first named, then by name."""
    said: set[str] = set()
    items = []
    for organ in felt:
        flags = _flags_of(dataset, organ.id)
        above = ", ".join(flag.short for flag in flags if flag.id in said)
        notes = lists.notes([flag for flag in flags if flag.id not in said])
        said.update(organ.red_flags)
        again = markup.english_in(tr("As above: {}.").format(above), above) if above else ""
        parts = joined(filter(None, (notes, again)), " ")
        items.append(html('{} <span class="note">{}</span>', lists.organ(organ), parts))
    return joined((markup.quiet(tr(REASONS_TO_GO)), markup.bullets(items)))


@once
def _flags_of(dataset: Dataset, organ: str) -> Flags:
    return most_urgent_first(dataset.red_flags[flag] for flag in dataset.organs[organ].red_flags)


def _names_within(flags: Flags, room: int) -> str:
    """The names of signs in brackets, as many as fit into so many words."""
    every = names(flags)
    ends = list(accumulate((len(name.split()) for name in every), initial=0))
    if 0 < ends[-1] <= room:
        return f"({', '.join(every)})"
    fit = bisect_right(ends, room - 1) - 1  # a word less, for the dots
    return f"({', '.join(every[:fit])} ...)" if fit > 0 else ""


def flag_blocks(flags: Sequence[RedFlag]) -> Markup:
    """Signs in full, what doctors want to rule out in brackets, and notes: a box for each time."""
    return joined(_box(of_time[0].time, markup.bullets(map(in_full, of_time))) for of_time in _by_time(flags))


def _by_time(flags: Sequence[RedFlag]) -> Iterator[list[RedFlag]]:
    """The signs of each time that has some."""
    of_time: dict[Time, list[RedFlag]] = {time: [] for time in Time}
    for flag in flags:
        of_time[flag.time].append(flag)
    return filter(None, of_time.values())


def empty_box(time: Time) -> Markup:
    """The box of a time without its signs."""
    return _box(time, Markup("<ul></ul>"))


def _box(time: Time, listed: Markup) -> Markup:
    said = html('<p class="flags-head"><strong>{}</strong>{}</p>', tr(TIMES[time][1]), tr(_IF))
    return html('<div class="flags {}">{}{}</div>', time.value, said, listed)


def in_a_sentence(flag: RedFlag) -> Markup:
    """A sign with its time, as one of several sentences."""
    return html("{}: {}.", tr(TIMES[flag.time][0]), markup.english(flag.brief.rstrip(".")))


def of_organ(organ: Organ) -> Markup:
    """An organ, and when to seek help for it."""
    return html("<strong>{}:</strong> {}", markup.english(organ.plain_name), markup.english(organ.seek_help_if))


def in_full(flag: RedFlag) -> Markup:
    """A sign with what doctors think of, and its note."""
    note = html(' <span class="note">{}</span>', flag.note) if flag.note else ""
    return markup.english(html('{} <span class="think">({})</span>{}', flag.sign, flag.think_of, note))
