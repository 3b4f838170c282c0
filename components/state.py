"""The one owner of the session's state: marks, the painted pattern, the chosen view.

Session state holds plain ids only. A mark is ``"region.side"`` (``"knee_front.right"``) or, for a midline
region, ``"region"``. ``revision`` grows whenever Python changes the marks itself, so that a click that was
based on an older set can be told apart.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import streamlit as st

CHART = "chart"
_DEFAULTS: dict[str, Any] = {"marks": [], "revision": 1, "ack": 0, "painted": None, "show_all": False}


def begin(known_marks: Collection[str]) -> None:
    """Set what is missing and take in the newest click; call once, first thing in a page."""
    for name, value in _DEFAULTS.items():
        st.session_state.setdefault(name, value)
    click = (st.session_state.get(CHART) or {}).get("marks")
    if click and click["seq"] != st.session_state.ack:
        st.session_state.ack = click["seq"]
        if click["base"] == st.session_state.revision:
            _keep([mark for mark in click["marks"] if mark in known_marks])


def marks() -> list[str]:
    """The marks in the order in which they were set."""
    return list(st.session_state.marks)


def toggle(mark: str) -> None:
    """Set or take away one mark."""
    kept = marks()
    set_marks([m for m in kept if m != mark] if mark in kept else [*kept, mark])


def clear() -> None:
    """Take all marks away."""
    set_marks([])


def set_marks(new: list[str]) -> None:
    """Replace the marks; the picture follows."""
    st.session_state.revision += 1
    _keep(new)


def _keep(new: list[str]) -> None:
    if new != st.session_state.marks:
        st.session_state.show_all = False
    st.session_state.marks = new


def painted() -> tuple[str, str | None] | None:
    """The painted pattern as ``(trigger point id, side)``; the side is ``None`` where no mark has one."""
    value: str | None = st.session_state.painted
    if value is None:
        return None
    point, _, side = value.partition("@")
    return point, side or None


def paint(point: str, side: str | None) -> None:
    """Paint a pattern, or take it away if it is the painted one."""
    chosen = f"{point}@{side or ''}"
    st.session_state.painted = None if st.session_state.painted == chosen else chosen


def unpaint() -> None:
    """Show the plain body again."""
    st.session_state.painted = None


def show_all() -> None:
    """List every pattern rather than the first few."""
    st.session_state.show_all = True


def all_shown() -> bool:
    """Whether every pattern is to be listed."""
    return bool(st.session_state.show_all)


def chart_state() -> dict[str, Any]:
    """The part of the chart's state that this module owns."""
    return {"revision": st.session_state.revision, "ack": st.session_state.ack, "marks": marks()}
