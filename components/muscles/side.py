"""The side on which the page draws: where somebody clicked on the body, or as the switch says; at first the left."""

from __future__ import annotations

import streamlit as st

from bodymap.place import SIDE_SAID, SIDES, Side
from bodymap.words import capital, tr

_SWITCH, _KEPT = "side_switch", "muscle_side"


def side() -> Side:
    """The side on which the pattern or the area is drawn."""
    return "right" if st.session_state.get(_KEPT) == "right" else "left"


def side_switch() -> None:
    """The switch between left and right; it follows a click on the body."""
    st.session_state[_SWITCH] = side()
    st.segmented_control(
        tr("Side"),
        SIDES,
        format_func=lambda side: capital(tr(SIDE_SAID[side])),
        key=_SWITCH,
        required=True,
        label_visibility="collapsed",
        on_change=_keep,
    )


def _keep() -> None:
    st.session_state[_KEPT] = st.session_state[_SWITCH]
