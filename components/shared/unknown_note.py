"""What the address names and nobody knows, said on the page, with near names to choose instead."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from bodymap.ask.near import near
from bodymap.body.figure import FIGURES
from bodymap.data.dataset import Dataset
from bodymap.data.patterns import Pattern
from bodymap.words import later, tr
from components import data, state, unknown
from components.shared.actions import Action, actions
from components.shared.figure_control import NAMES as FIGURE_NAMES
from components.shared.markup import plain
from components.shared.painting import title
from components.shared.view_control import ADDRESSES, name_of

MOST_NAMED = 3
_LONGEST = 60
ONE = later("The address names {named}, which is no {kind} here.")
SEVERAL = later("The address names {named}, which are no {kinds} here.")
ALSO = later(" and {count} more")
NEAR = later("Did you mean one of these?")
NO_NEAR = later("It is left out; nothing here has a name like it.")


@dataclass(frozen=True)
class Known:
    """What a parameter of the address can name: names to compare with by id, how they are called, what a choice does.

    ``called`` is one and several: ``("muscle", "muscles")``.
    """

    called: tuple[str, str]
    names: Callable[[], Mapping[str, Collection[str]]]
    label: Callable[[str], str]
    choose: Callable[[str], Any]


def unknown_note(known: Mapping[str, Known]) -> None:
    """Say what is not known, parameter by parameter; nothing if all is."""
    for parameter, kind in known.items():
        if names := unknown.names(parameter):
            _say(parameter, names, kind)


def _say(parameter: str, names: Collection[str], known: Known) -> None:
    named = ", ".join(f"“{_short(name)}”" for name in list(names)[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    kind, kinds = map(tr, known.called)
    also = tr(ALSO).format(count=more) if more > 0 else ""
    says = tr(ONE if len(names) == 1 else SEVERAL).format(named=named + also, kind=kind, kinds=kinds)
    choices = known.names()
    found = dict.fromkeys(id_ for name in list(names)[:MOST_NAMED] for id_ in near(name, choices))
    st.warning(plain(f"{says} {tr(NEAR if found else NO_NEAR)}"), icon=":material/link_off:")
    if found:
        offered = {id_: Action(known.label(id_), _choose, (parameter, known.choose, id_)) for id_ in found}
        actions(tr(NEAR), offered, key=f"near_{parameter}_pills")


def _short(name: str) -> str:
    """A name as it was written, on one line and not too long."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _choose(parameter: str, choose: Callable[[str], Any], id_: str) -> None:
    unknown.forget(parameter)
    choose(id_)


# ---- what the pages with a chart can name --------------------------------------------------------------------


def marks_known(dataset: Dataset) -> dict[str, Known]:
    """Marks and how they feel."""
    places = data.known_places()

    def names() -> dict[str, list[str]]:
        return {spelt: [dataset.name_of(place), place.region] for spelt, place in places.items()}

    def label(spelt: str) -> str:
        return dataset.your_name_of(places[spelt])

    def mark(spelt: str) -> None:
        state.mark(places[spelt])

    return {
        state.MARKS: Known((later("place"), later("places")), names, label, mark),
        state.FEEL: Known(
            (later("place or word for how it feels"), later("places or words for how they feel")), dict, str, str
        ),
    }


def patterns_known(dataset: Dataset, reaching: Collection[str]) -> dict[str, Known]:
    """The painted and the pinned patterns; no others are painted than those that reach the marks."""

    def names() -> dict[str, list[str]]:
        return {pattern: [] for pattern in sorted(data.known_patterns()) if _has_this_side(dataset, pattern)}

    def label(pattern: str) -> str:
        return title(dataset, pattern)

    called = (later("pattern"), later("patterns"))
    return {
        state.PAINT: Known(called, lambda: {pattern: [] for pattern in reaching}, label, state.show),
        state.PINS: Known(called, names, label, state.pin),
    }


def _has_this_side(dataset: Dataset, pattern: str) -> bool:
    """Whether a pattern with this side can be told apart from that without one."""
    point, side = state.split(pattern)
    thing = dataset.drawn[point]
    return (side is not None) == (isinstance(thing, Pattern) or thing.has_sides)


def views_known() -> dict[str, Known]:
    """The view and the figure."""
    layouts = {address: layout for layout, address in ADDRESSES.items() if address}
    return {
        state.VIEW: Known(
            (later("view"), later("views")),
            lambda: {address: [layout] for address, layout in layouts.items()},
            lambda address: name_of(layouts[address]),
            lambda address: state.look(layouts[address]),
        ),
        **figures_known(),
    }


def figures_known() -> dict[str, Known]:
    """The figure alone."""
    return {
        state.FIGURE: Known(
            (later("figure"), later("figures")),
            lambda: {figure: ["female" if figure == "woman" else "male"] for figure in FIGURES},
            lambda figure: tr(FIGURE_NAMES[figure]),
            _draw,
        )
    }


def _draw(figure: str) -> None:
    state.choose_figure(figure)
    state.redraw()
