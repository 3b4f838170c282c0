"""The list of the injuries page: the filter, the warning signs of the place, the cards, and tables of look-alikes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup

from bodymap.ask.injury_filter import MARKS, Filter, Found, filtered, is_serious
from bodymap.ask.signs import Signs, names, signs
from bodymap.body.figure import Figure
from bodymap.data.dataset import Dataset
from bodymap.place import Place
from bodymap.tell.thumbs import Thumbs
from bodymap.tell.wording import (
    COMPARED,
    KEPT,
    KEPT_THERE,
    NOT_A_LIKELIHOOD,
    NOT_ALL_CLEAR,
    NOTHING_FITS,
    UNRECORDED,
)
from bodymap.words import tr, trn
from components import data, pages, state
from components.injuries.cards import brief_cards, cards
from components.injuries.condition_page import compared_html
from components.injuries.filters import chosen, filter_bar
from components.injuries.opening import open_clicked
from components.shared.actions import put
from components.shared.mark_list import mark_list
from components.shared.markup import english, english_in, folded, html, joined, quiet, show
from components.shared.red_flags import flag_blocks
from components.shared.to_map import ICON

_TO_BODY = '<a class="to-body" href="#" data-to-body="" aria-label="{}">{} ↓</a>'
MOST_NAMED = 3  # signs named in the line that opens all of them


@st.cache_resource(show_spinner=False)
def thumbs(figure: Figure) -> Thumbs:
    """The small pictures, drawn once a server."""
    return Thumbs(data.chart_as(figure))


@st.cache_resource(show_spinner=False)
def thumb_style(figure: Figure) -> str:
    """The bodies of all small pictures as a style sheet, which the browser keeps."""
    return f"<style>{thumbs(figure).style(data.dataset().conditions.values())}</style>"


class Listed(NamedTuple):
    """What the filter leaves, and the warning signs of the chosen places."""

    now: Filter
    found: Found
    here: Signs

    @property
    def counts(self) -> dict[str, int]:
        """What the bar of the phone counts: the warning signs and the conditions that fit."""
        return {"warnings": len(self.here.every), "injuries": len(self.found.fits)}


def listed(dataset: Dataset, marks: Sequence[Place]) -> Listed:
    """What is to be listed; work it out once a run."""
    now = chosen(marks)
    return Listed(now, filtered(dataset, now), _signs_of(dataset, now))


def injury_list(dataset: Dataset, marks: Sequence[Place], listed: Listed) -> None:
    """What passes the filter, the serious ones first."""
    st.html(thumb_style(state.figure()))
    now, found, here = listed
    with st.container(key="injuries"):
        filter_bar(dataset, marks)
        if MARKS in now.place:
            _marks(dataset, marks)
        with st.container(key="red_flags"):
            show(_head(found, now) + _signs(here, now))
        show(_kept(found, now) + _cards(dataset, found) + _compared(dataset, now))
    open_clicked(dataset)


def _marks(dataset: Dataset, marks: Sequence[Place]) -> None:
    put({"marks": mark_list(dataset, marks)}, key="mark_list")
    if st.button(tr("Muscles described there"), key="to_map", type="tertiary", icon=ICON):
        pages.open_map()


def _head(found: Found, now: Filter) -> Markup:
    count = len(found.fits)
    at_marks = trn("{} condition felt at your marks", "{} conditions felt at your marks", count)
    return html(
        '<div class="count-line"><h3>{}</h3>{}{}</div>',
        at_marks if MARKS in now.place else trn("{} condition", "{} conditions", count),
        quiet(tr(NOT_A_LIKELIHOOD)),
        html(_TO_BODY, tr("Choose on the body"), tr("Body")),
    )


def _signs(here: Signs, now: Filter) -> Markup:
    """The warning signs of the chosen places, or those that count anywhere, behind one line that names the first."""
    first = ", ".join(names(here.every)[:MOST_NAMED])
    head = tr("Warning signs there") if now.place else tr("Warning signs anywhere")
    label = html("<strong>{}</strong> ({}): {} ...", head, len(here.every), english(first))
    return folded(label, flag_blocks(here.every) + quiet(tr(NOT_ALL_CLEAR)), "warning-signs")


def _signs_of(dataset: Dataset, now: Filter) -> Signs:
    regions = now.regions(dataset)
    return signs(dataset, [dataset.places_of(region)[0] for region in dataset.regions if region in regions])


def _kept(found: Found, now: Filter) -> Markup:
    """The serious ones that do not fit: in the open where a place is chosen, else behind a line."""
    if not found.kept:
        return Markup()
    if now.place:
        part = '<section class="kept" aria-label="{}"><h4>{}</h4>{}</section>'
        there = tr(KEPT_THERE)
        return html(part, there, f"{there}: {len(found.kept)}", brief_cards(found.kept))
    return folded(tr(KEPT).format(len(found.kept)), brief_cards(found.kept), "kept")


def _cards(dataset: Dataset, found: Found) -> Markup:
    serious = [c for c in found.fits if is_serious(c)]
    others = [c for c in found.fits if not is_serious(c)]
    parts = []
    if serious:
        parts.append(
            html(
                '<section class="kept"><h4>{}</h4>{}</section>',
                tr("Serious: doctors rule these out first"),
                cards(dataset, thumbs(state.figure()), serious),
            )
        )
    if others:
        parts.append(cards(dataset, thumbs(state.figure()), others))
    if not found.fits:
        parts.append(quiet(tr(NOTHING_FITS)))
    if found.unrecorded:
        label = tr(UNRECORDED).format(len(found.unrecorded))
        part = '<details class="unrecorded"{}><summary>{}</summary>{}</details>'
        is_open = Markup(' open=""') if not found.fits else ""
        parts.append(html(part, is_open, label, cards(dataset, thumbs(state.figure()), found.unrecorded)))
    return joined(parts)


def _compared(dataset: Dataset, now: Filter) -> Markup:
    """Tables of what people confuse at the chosen places."""
    tables = dataset.comparisons_of(now.regions(dataset))
    said = tr(COMPARED)
    return joined(
        folded(english_in(said.format(table.name), table.name), compared_html(dataset, table)) for table in tables
    )
