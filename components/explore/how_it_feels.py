"""How the marks feel, as far as the person wants to say: kind and strength in two taps, the rest on request.

Nothing is stored. It goes into the report, and into the link only if the person says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st
from markupsafe import Markup

from bodymap.ask.feelings import signs_beside
from bodymap.data.dataset import Dataset
from bodymap.felt import MOMENTS, MOST_LETTERS, QUALITIES, SINCE, STRONGEST, Felt, plain_line
from bodymap.place import Place
from bodymap.tell import wording
from bodymap.tell.wording import FEELING_SAYS, FEELING_SIGNS
from bodymap.words import tr
from components import said
from components.shared import markup
from components.shared.markup import html, joined, plain, show
from components.shared.red_flags import flag_blocks

_PLACE = "feel_place"


def how_it_feels(dataset: Dataset, marks: Sequence[Place]) -> None:
    """The questions about one mark at a time, by default the newest."""
    with st.container(key="feel"):
        mark = _chosen(dataset, marks)
        feels = said.felt([mark]).get(mark, Felt())
        named = plain(dataset.your_name_of(mark))
        _pills(tr("Kind of pain: {}").format(named), mark, feels, "quality", QUALITIES, _of(wording.QUALITIES))
        _pills(
            tr("How strong? 0 is none, 10 the worst you can think of"),
            mark,
            feels,
            "strength",
            range(STRONGEST + 1),
            str,
        )
        with st.expander(tr("When, since when, own words, link"), key="feel_more"):
            _pills(tr("When?"), mark, feels, "when", MOMENTS, _of(wording.MOMENTS), several=True)
            _pills(tr("Since when?"), mark, feels, "since", SINCE, _of(wording.SINCE))
            if len(marks) > 1:
                key = _show(mark, "worst", feels.worst)
                st.checkbox(tr("This is the worst place"), key=key, on_change=_say, args=(mark, "worst", key))
            key = _show(mark, "words", feels.words)
            st.text_input(
                tr("In your own words"), key=key, max_chars=MOST_LETTERS, on_change=_say, args=(mark, "words", key)
            )
            st.session_state.feel_link = said.in_link()
            st.checkbox(
                tr("Put this into the link of the page"), key="feel_link", on_change=_link,
                help=tr("Else it stays in this window only. Whoever gets the link can read it."),
            )  # fmt: skip
        show(markup.quiet(tr(FEELING_SAYS)) + _beside(dataset))


def _chosen(dataset: Dataset, marks: Sequence[Place]) -> Place:
    """The mark that is asked about; a new mark is the one until another is chosen."""
    spelt = [str(mark) for mark in marks]
    if st.session_state.get("feel_marks") != spelt or st.session_state.get(_PLACE) not in spelt:
        st.session_state[_PLACE] = spelt[-1]
        st.session_state.feel_marks = spelt
    if len(marks) > 1:
        names = {str(mark): plain(dataset.your_name_of(mark)) for mark in marks}
        st.pills(tr("Which place?"), spelt, format_func=names.__getitem__, key=_PLACE, required=True)
    return Place.of(st.session_state[_PLACE])


def _of(names: Mapping[Any, str]) -> Callable[[Any], str]:
    return lambda choice: tr(names[choice])


def _pills(
    label: str, mark: Place, feels: Felt, field: str, choices: Sequence[Any], name: Any, several: bool = False
) -> None:
    value = getattr(feels, field)
    key = _show(mark, field, list(value) if several else value)
    st.pills(
        label, list(choices), format_func=name, key=key, selection_mode="multi" if several else "single",
        on_change=_say, args=(mark, field, key),
    )  # fmt: skip


def _show(mark: Place, field: str, value: Any) -> str:
    """The key of what asks about a field; it shows what the state says."""
    key = f"feel_{field}_{mark}"
    st.session_state[key] = value
    return key


def _say(mark: Place, field: str, key: str) -> None:
    value = st.session_state[key]
    if field == "when":
        value = tuple(moment for moment in MOMENTS if moment in value)
    if field == "words":
        value = plain_line(value or "")
    said.say(mark, replace(said.felt([mark]).get(mark, Felt()), **{field: value}))


def _link() -> None:
    said.put_in_link(st.session_state.feel_link)


def _beside(dataset: Dataset) -> Markup:
    """The signs about what people often notice, the same for everybody."""
    parts = (
        markup.folded(
            tr(noticed), flag_blocks(flags) + markup.sources(dataset, (r for flag in flags for r in flag.sources))
        )
        for noticed, flags in signs_beside(dataset).items()
    )
    return html('<div class="signs beside"><p class="quiet">{}</p>{}</div>', tr(FEELING_SIGNS), joined(parts))
