"""The clickable body chart: one scene drawn as SVG, in two Streamlit mounts (see docs/architecture.md).

The body mount carries the constant scene and is sent once; the state mount carries what changes. A click
shows at once in the page and arrives here as ``{"seq", "base", "marks"}`` under ``st.session_state[key]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from components.joined import joined

_HERE = Path(__file__).parent
_MODULES = {path.relative_to(_HERE).as_posix(): path.read_text(encoding="utf-8") for path in _HERE.rglob("*.js")}


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


_body = st.components.v2.component(
    "bodymap_chart",
    html=_text("chart.html"),
    css=_text("chart.css") + _text("layers.css"),
    js=joined("chart.js", _MODULES),
    isolate_styles=False,
)
_state = st.components.v2.component("bodymap_chart_state", js=joined("state.js", _MODULES), isolate_styles=False)


def body_chart(scene: bytes, state: Mapping[str, Any], *, key: str) -> None:
    """Draw ``scene`` with ``state``. A page holds one chart."""
    draw_body(scene, key=key)
    draw_state(state, key=key)


def draw_body(scene: bytes, *, key: str) -> None:
    """The mount of the drawn body; ``scene`` is the JSON of ``bodymap.body.scene.build_scene``."""
    _body(key=key, data=scene)


def draw_state(state: Mapping[str, Any], *, key: str) -> None:
    """The mount of what changes; it shows nothing itself and may stand anywhere on the page, also in a fragment.

    Clicks come back through it: clicks on places as ``st.session_state[clicks(key)]["marks"]``, clicks on crosses,
    muscles as ``["open"]``, taps on the buttons that look closer as ``["look"]``.

    ``state`` holds ``session`` (a name of the session), ``revision`` (int), ``ack`` (the last click seen), ``marks``
    (list of mark ids), ``picks`` (whether muscles are chosen instead of places), ``shown`` (what the address holds
    beside the marks), ``counts`` (of ``warnings``, ``muscles`` and ``injuries``), and what is painted:
    ``patterns`` (at most four), ``map`` and ``crosses`` (None where not shown). For a scene with layers also
    ``browse``: ``layer`` (its name, or empty), ``chosen`` and ``among`` (ids of areas that a click can open).
    """
    data = {"map": None, "crosses": None, **state}
    _state(key=clicks(key), data=data, height=1, on_marks_change=_keep, on_open_change=_keep, on_look_change=_keep)


def clicks(key: str) -> str:
    """Where in the session state the clicks on the chart with a key are found."""
    return f"{key}_state"


def _keep() -> None:
    """Registers the names; the clicks themselves are read by ``components.state``."""
