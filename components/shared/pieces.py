"""Items of lists that answers repeat: a page holds each once, and an answer only names those that it lists.

Warning signs, organs and their sources are the same whatever is marked, and most of them wait in closed parts. A list
arrives as ``<ul data-pieces="brief 3 17">``, a sentence as a ``<span>`` and all about some signs as a ``<div>`` of the
same form, and ``pieces.js`` puts the items in when the part is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import streamlit as st
from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.data.model import SourceRef
from bodymap.data.once import once
from bodymap.data.referral import Organ
from bodymap.data.signs import RedFlag, Time
from bodymap.words import chosen, tr
from components import data
from components.joined import joined as one_script
from components.joined import modules_of
from components.shared import markup
from components.shared.markup import html, joined, show
from components.shared.red_flags import empty_box, in_a_line, in_a_sentence, in_full, of_organ

KEY = "pieces"
_LIST = '<{0} data-pieces="{1} {2}"></{0}>'
Item = TypeVar("Item")
_mount = st.components.v2.component(
    "bodymap_pieces",
    js=one_script("pieces.js", modules_of(Path(__file__).parent)),
    isolate_styles=False,
)


@dataclass(frozen=True)
class Pieces:
    """The numbers of the items that a page holds, and lists that name them (``red_flags.Lists``)."""

    flags: Mapping[str, str]
    organs: Mapping[str, str]

    def brief(self, flags: Iterable[RedFlag]) -> Markup:
        """Signs in a line each."""
        return _list("brief", [self.flags[flag.id] for flag in flags])

    def why(self, flags: Iterable[RedFlag]) -> Markup:
        """Signs in full, in a box for each time, and their sources."""
        return _list("why", [self.flags[flag.id] for flag in flags], "div")

    def organ(self, organ: Organ) -> Markup:
        """An organ, and when to seek help for it."""
        return _list("organs", [self.organs[organ.id]], "span")

    def notes(self, flags: Sequence[RedFlag]) -> Markup:
        """Signs in a sentence each."""
        return _list("notes", [self.flags[flag.id] for flag in flags], "span") if flags else Markup()


def _list(kind: str, numbers: Iterable[str], tag: str = "ul") -> Markup:
    """A list of our own words and numbers, where nothing needs to be escaped."""
    return Markup(str.format(_LIST, tag, kind, " ".join(numbers)))


def _refs(dataset: Dataset) -> dict[tuple[str, str | None], SourceRef]:
    return {(ref.key, ref.locator): ref for flag in dataset.red_flags.values() for ref in flag.sources}


def _numbered(items: Iterable[Item]) -> dict[Item, str]:
    return {item: str(number) for number, item in enumerate(items)}


@once
def pieces_of(dataset: Dataset) -> Pieces:
    """How the items of a dataset are numbered."""
    return Pieces(_numbered(dataset.red_flags), _numbered(dataset.organs))


def library(dataset: Dataset) -> Markup:
    """Every item, by kind and number, and the empty boxes of signs; it is on the page and never shown itself."""
    flags, refs = dataset.red_flags.values(), _refs(dataset)
    lists = {
        "brief": _items(map(in_a_line, flags)),
        "full": _in_full(flags, _numbered(refs)),
        "notes": _items(map(in_a_sentence, flags)),
        "organs": _items(map(of_organ, dataset.organs.values())),
        "sources": _items(markup.source_items(dataset, refs.values())),
    }
    return html(
        '<div class="pieces" hidden="">{}<div data-kind="why">{}</div></div>',
        joined(html('<ul data-kind="{}">{}</ul>', kind, joined(items)) for kind, items in lists.items()),
        joined((*map(empty_box, Time), markup.folded(tr("Sources") + " ({})", Markup("<ul></ul>"), "sources"))),
    )


def _items(items: Iterable[Markup]) -> Iterable[Markup]:
    return (html("<li>{}</li>", item) for item in items)


def _in_full(flags: Iterable[RedFlag], refs: Mapping[tuple[str, str | None], str]) -> Iterable[Markup]:
    """Signs in full, each with its time and the numbers of its sources."""
    for flag in flags:
        numbers = " ".join(refs[ref.key, ref.locator] for ref in flag.sources)
        yield html('<li data-time="{}" data-refs="{}">{}</li>', flag.time.value, numbers, in_full(flag))


@st.cache_resource(show_spinner=False)
def _library(language: str) -> Markup:
    """The items in the chosen language, which is named to keep the languages apart."""
    return library(data.dataset())


def show_pieces() -> None:
    """Put the items on the page, and what puts them into lists. Call it once, at the end of a page."""
    show(_library(chosen()))
    _mount(key=KEY, height=1)
