"""What else is described at the marks, or lies under them: a line for each kind, and its members when it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup

from bodymap.ask.refers import Referred, refers
from bodymap.data.dataset import Area, Dataset
from bodymap.data.kinds import KINDS
from bodymap.place import Place
from bodymap.tell.wording import KINDS_SAID, KINDS_SHORT
from components import data, pages, state
from components.explore.rows import HIGHLIGHT, key_of
from components.shared.actions import Action, actions
from components.shared.area_card import area_card, with_it
from components.shared.markup import html, plain, quiet, show
from components.shared.painting import area_of, title

MOST_LETTERS = 48  # of a closed line: more would not fit on one line of a phone
UNDER = "under"
_MORE = " ..."
_ALSO = "Also described here, or lying here (not a sign that the pain comes from them)"
_LIES = "Muscles under this place"
_LIE = "Muscles under these places"
_FEELS: Mapping[str, str] = {
    "pain": "Pain of a root:",
    "touch": "Skin that a root feels (touch):",
}


class Also(NamedTuple):
    """What is found at the marks beside patterns of muscles: areas that can be painted, and muscles that lie there."""

    areas: Sequence[Referred]
    under: Mapping[str, str]


def also_here(dataset: Dataset, marks: Sequence[Place]) -> Also:
    """The nerve roots, nerves, joints and discs of the marks, and the names of the muscles under them, by id."""
    regions = dict.fromkeys(mark.region for mark in marks)
    ids = dict.fromkeys(muscle for region in regions for muscle in data.under(region))
    under = {muscle: dataset.muscles[muscle].name for muscle in ids}
    return Also(refers(dataset, marks, tuple(KINDS_SHORT)) if marks else (), under)


def painted_area(dataset: Dataset, also: Also) -> Referred | None:
    """The one of the areas that is painted."""
    return next((row for row in also.areas if area_of(row) == state.painted()), None)


def also(dataset: Dataset, found: Also, marks: int) -> None:
    """A line for each kind; the open one with its members, and what is described with the painted one."""
    if pending := st.session_state.pop("open_referral", None):
        pages.open_referral(*pending)
    lines = {kind: _names(dataset, kind, rows) for kind, rows in _by_kind(found.areas).items()}
    if found.under:
        lines[UNDER] = list(found.under.values())
    if not lines:
        return
    on_show = painted_area(dataset, found)
    opened = state.open_kind() or (on_show.kind if on_show else "")
    heads = {**KINDS_SHORT, UNDER: _LIES if marks == 1 else _LIE}
    actions(
        _ALSO,
        {kind: _line(heads[kind], names, kind, kind == opened) for kind, names in lines.items()},
        key="also_pills",
        show_label=True,
    )
    if opened == UNDER and found.under:
        choices = {muscle: Action(plain(name), _open_muscle, (muscle,)) for muscle, name in found.under.items()}
        actions(heads[UNDER], choices, key="lies_pills")
    elif rows := _by_kind(found.areas).get(opened, []):
        _members(dataset, opened, rows, on_show)
    if on_show:
        show(_about(dataset, on_show))


def of_painted_area(row: Referred) -> dict[str, Action]:
    """The way to the page of the painted one."""
    says = f":material/menu_book: {row.kind.replace('_', ' ').capitalize()} page"
    return {"referral": Action(says, _open_referral, (row.kind, row.id))}


def _by_kind(rows: Iterable[Referred]) -> dict[str, list[Referred]]:
    found: dict[str, list[Referred]] = {}
    for row in rows:
        found.setdefault(row.kind, []).append(row)
    return found


def _line(head: str, names: Sequence[str], kind: str, is_open: bool) -> Action:
    if is_open:
        return Action(f":material/expand_less: {plain(head)}", state.turn_kind, (kind, True))
    return Action(f":material/expand_more: {plain(_within(head, names))}", state.turn_kind, (kind, False))


def _within(head: str, names: Sequence[str]) -> str:
    """As many of the names as fit, at least one."""
    said = f"{head}: {names[0]}"
    for number, name in enumerate(names[1:], 2):
        longer = f"{said}, {name}"
        if len(longer) > MOST_LETTERS - (0 if number == len(names) else len(_MORE)):
            return said + _MORE
        said = longer
    return said


def _names(dataset: Dataset, kind: str, rows: Iterable[Referred]) -> list[str]:
    """The names on the line of a kind, which need not say again what they are: ``Hip`` after ``Joints``."""
    word = re.compile(rf" {kind}s?\b")
    return list(dict.fromkeys(word.sub("", short_name(dataset, row)) for row in rows))


def short_name(dataset: Dataset, row: Referred) -> str:
    """``C6``, ``Hip joint``: what stands in brackets is left to its page."""
    record = dataset.records(_kinds()[row.kind])[row.id]
    return str(record.segment) if row.kind == "nerve_root" else str(record.name.partition(" (")[0])


def _kinds() -> dict[str, str]:
    return {kind.one: name for name, kind in KINDS.items()}


def _members(dataset: Dataset, kind: str, rows: Sequence[Referred], on_show: Referred | None) -> None:
    """A button for each member: pain and touch of nerve roots apart, in words."""
    if kind != "nerve_root":
        _buttons(dataset, KINDS_SAID[kind].partition(": ")[2].capitalize() + ":", rows, on_show)
        return
    for feels, words in _FEELS.items():
        if alike := [row for row in rows if row.feels == feels]:
            _buttons(dataset, words, alike, on_show)


def _buttons(dataset: Dataset, words: str, rows: Sequence[Referred], on_show: Referred | None) -> None:
    two_sided = len({row.side for row in rows if row.side}) > 1
    with st.container(horizontal=True, key=f"members_{rows[0].feels}"):
        show(quiet(words))
        for row in rows:
            area, is_painted = area_of(row), row == on_show
            side = f" · {row.side}" if two_sided and row.side else ""
            st.button(
                plain(short_name(dataset, row)) + side,
                key=key_of("paint", area),
                on_click=state.show,
                args=(None if is_painted else area,),
                icon=":material/visibility:" if is_painted else None,
            )


def _about(dataset: Dataset, row: Referred) -> Markup:
    """What is more often described with the painted one, and what is known about it, folded away."""
    area: Area = dataset.areas[state.split(area_of(row))[0]]
    return html(
        "{}{}{}",
        with_it(dataset, area),
        area_card(dataset, area, f"About {title(dataset, area_of(row))}"),
        html(HIGHLIGHT, key_of("paint", area_of(row))),
    )


def _open_muscle(muscle: str) -> None:
    st.session_state.open_muscle = muscle


def _open_referral(kind: str, record: str) -> None:
    st.session_state.open_referral = (kind, record)
