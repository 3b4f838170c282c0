"""A choice that the address of the page holds: back, forward, reload and a link bring it back.

The first choice needs no parameter, so that reaching a page never adds a step to the history.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any

import streamlit as st

from components import unknown


def follow(parameter: str, choices: Container[Any], first: str) -> None:
    """Before the widget with the key ``parameter``: it takes the value that the address names, if that is news.

    A choice that has just been made in the page counts more than an address that has not caught up yet. A name that
    is no choice is noted as unknown, and the address keeps it until something is chosen.
    """
    asked = st.query_params.get(parameter)
    read, shown = f"{parameter}_in_address", f"{parameter}_shown"
    chosen_now = parameter in st.session_state and st.session_state[parameter] != st.session_state.get(shown)
    if parameter not in st.session_state or (asked != st.session_state.get(read) and not chosen_now):
        st.session_state[parameter] = asked if asked in choices else first
        unknown.take(parameter, asked or "", [asked] if asked and asked not in choices else [])
    elif chosen_now:
        unknown.forget(parameter)
    st.session_state[read] = asked


def hold(parameter: str, chosen: str, first: str) -> None:
    """After the widget: the address names what is chosen."""
    st.session_state[f"{parameter}_shown"] = chosen
    if chosen != st.query_params.get(parameter, first) and not unknown.names(parameter):
        st.query_params[parameter] = chosen
        st.session_state[f"{parameter}_in_address"] = chosen
