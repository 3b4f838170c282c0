"""A row of small buttons as one element: it acts when one is tapped, and nothing stays chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import streamlit as st


class Action(NamedTuple):
    """What a button says, and what it does with which arguments."""

    label: str
    does: Callable[..., None]
    args: tuple[Any, ...] = ()


def actions(label: str, choices: Mapping[str, Action], key: str, show_label: bool = False) -> None:
    """The buttons by id. Each act is a callback, so it runs before the page is drawn again."""
    st.pills(
        label,
        list(choices),
        format_func=lambda choice: choices[choice].label,
        key=key,
        selection_mode="multi",
        on_change=_act,
        args=(dict(choices), key),
        label_visibility="visible" if show_label else "collapsed",
    )


def _act(choices: Mapping[str, Action], key: str) -> None:
    tapped = st.session_state[key]
    st.session_state[key] = []
    for choice in tapped[:1]:
        choices[choice].does(*choices[choice].args)
