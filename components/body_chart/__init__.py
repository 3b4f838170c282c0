"""The clickable body chart: one scene drawn as SVG, in two Streamlit mounts (see docs/architecture.md).

The body mount carries the constant scene and is sent once; the state mount carries what changes. A click
shows at once in the page and arrives here as ``{"seq", "base", "marks"}`` under ``st.session_state[key]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from ..page_style import PAGE_CSS

_HERE = Path(__file__).parent


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


_body = st.components.v2.component(
    "bodymap_chart",
    html=_text("chart.html"),
    css=f"{PAGE_CSS}\n{_text('chart.css')}",
    js="\n".join(_text(f"{part}.js") for part in ("drawing", "painting", "zooming", "chart")),
    isolate_styles=False,
)
_state = st.components.v2.component("bodymap_chart_state", js=_text("state.js"), isolate_styles=False)


def body_chart(scene: bytes, state: Mapping[str, Any], *, key: str) -> None:
    """Draw ``scene`` (the JSON of ``bodymap.scene.build_scene``) with ``state``. A page holds one chart.

    ``state`` holds ``revision`` (int), ``ack`` (the last click seen), ``marks`` (list of mark ids) and
    ``pattern`` (``None`` or what to paint). Clicks are read from ``st.session_state[key]["marks"]``.
    """
    _body(key=key, data=scene, on_marks_change=_keep)
    _state(key=f"{key}_state", data=dict(state), height=1)


def _keep() -> None:
    """Registers the state name; the click itself is read by ``components.state``."""
