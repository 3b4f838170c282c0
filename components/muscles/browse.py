"""Filters that narrow the list of muscles: part of the body, place, nerve root, action, letter, each with counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import streamlit as st

from bodymap.ask.browse import Counts, Filters, browse, counts
from bodymap.data.dataset import Dataset
from bodymap.data.model import REGION_GROUPS
from bodymap.words import tr, trn
from components.shared.actions import Action, actions

PART, REGION, ROOT, WORDS, LETTER = (f"browse_{name}" for name in ("part", "region", "root", "words", "letter"))
_KEYS = (PART, REGION, ROOT, WORDS, LETTER)
MOST_LISTED = 40  # muscles named in the box; more are found in the list beside it


def chosen_filters() -> Filters:
    """What the filters are set to."""
    part, region, root, words, letter = (st.session_state.get(key) for key in _KEYS)
    return Filters(part or "", region or "", root or "", tuple(words or ()), letter or "")


def browse_box(dataset: Dataset, open_muscle: Callable[[str], None]) -> list[str]:
    """The box of filters, and the muscles that pass them; those are named in it once they are few."""
    filters = chosen_filters()
    found = browse(dataset, filters)
    label = tr("Browse · {} of {}").format(len(found), len(dataset.muscles)) if filters.any else tr("Browse")
    with st.popover(label, icon=":material/filter_list:", key="browse"):
        _filters(dataset, filters)
        if not filters.any:
            st.caption(
                tr(
                    "The number at a choice counts its muscles. Choices can be joined; what would leave none is not "
                    "listed."
                )
            )
        elif not found:
            st.info(tr("No muscle fits all of these. Take one choice away, or start again."))
        elif len(found) > MOST_LISTED:
            st.caption(tr("{} muscles. The list of muscles now holds only these.").format(len(found)))
        else:
            named = {id_: Action(dataset.muscles[id_].name, open_muscle, (id_,)) for id_ in found}
            actions(trn("{} muscle", "{} muscles", len(found)), named, "browse_pills", show_label=True)
        if filters.any:
            st.button(tr("All muscles"), key="browse_clear", type="tertiary", icon=":material/close:", on_click=_clear)
    return found


def _filters(dataset: Dataset, filters: Filters) -> None:
    """The boxes. Labels never change: Streamlit tells choices by them."""
    left, every = counts(dataset, filters), _of_all(dataset)
    names: Mapping[str, str] = dict(REGION_GROUPS)
    _box(tr("Part of the body"), left.part, every.part, PART, lambda part: tr(names[part]))
    _box(tr("A place that their patterns reach"), left.region, every.region, REGION, dataset.region_name)
    _box(tr("Nerve root"), left.root, every.root, ROOT, str)
    st.multiselect(
        tr("Words of the action (all of them)"),
        _with_chosen(left.words, filters.words),
        format_func=lambda word: f"{word} ({every.words.get(word, 0)})",
        key=WORDS,
        placeholder=tr("for example bend, hip"),
    )
    _box(tr("First letter"), left.letter, every.letter, LETTER, str)


@st.cache_resource(show_spinner=False)
def _of_all(_dataset: Dataset) -> Counts:
    return counts(_dataset, Filters())


def _box(label: str, left: Mapping[str, int], every: Mapping[str, int], key: str, name: Callable[[str], str]) -> None:
    chosen = st.session_state.get(key)
    st.selectbox(
        label,
        _with_chosen(left, [chosen] if chosen else []),
        index=None,
        format_func=lambda choice: f"{name(choice)} ({every.get(choice, 0)})",
        key=key,
        placeholder=tr("All"),
    )


def _with_chosen(left: Iterable[str], chosen: Iterable[str]) -> list[str]:
    """What would leave a muscle, and what is chosen although it leaves none."""
    return list(dict.fromkeys([*left, *chosen]))


def _clear() -> None:
    for key in _KEYS:
        st.session_state[key] = [] if key == WORDS else None
