"""The clickable body chart: one scene drawn as SVG, in two Streamlit mounts (see docs/architecture.md).

The body mount carries the constant scene and is sent once; the state mount carries what changes. A click
shows at once in the page and arrives here as ``{"seq", "base", "marks"}`` under ``st.session_state[key]``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from bodymap.body.scene import LAYOUTS, LOOKS
from bodymap.tell.wording import BODY_CREDIT, NOTICE_PICTURE, QUALITIES, TEXTURES_SAID
from bodymap.words import ENGLISH, VIEW, chosen
from bodymap.words.scripts import in_context, in_html, in_script, with_words
from components import data
from components.joined import ANNOUNCING, joined, modules_of
from components.messages import to_page

_HERE = Path(__file__).parent
_MODULES = modules_of(_HERE)


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


_body = st.components.v2.component(
    "bodymap_chart",
    html=_text("chart.html"),
    css=_text("chart.css") + _text("layers.css"),
    js=joined("chart.js", {**_MODULES, **ANNOUNCING}),
    isolate_styles=False,
)
_state = st.components.v2.component("bodymap_chart_state", js=joined("state.js", _MODULES), isolate_styles=False)


def body_chart(scene: bytes, state: Mapping[str, Any], *, key: str) -> None:
    """Draw ``scene`` with ``state``. A page holds one chart."""
    draw_body(scene, key=key)
    draw_state(state, key=key)


def draw_body(scene: bytes, *, key: str) -> None:
    """The mount of the drawn body; ``scene`` is the JSON of ``bodymap.body.scene.build_scene``."""
    _body(key=key, data=scene if chosen() == ENGLISH else with_words(scene, _texts()))


@cache
def _texts() -> tuple[str, ...]:
    """What the chart can say: its own words, the names of places, captions, and the words of the scene."""
    own = [text for module in _MODULES.values() for text in in_script(module)]
    scene = [in_context(VIEW, panel.caption) for rows in LAYOUTS.values() for row in rows for panel in row]
    scene += [look.label for looks in LOOKS.values() for look in looks]
    says = [*data.TITLES.values(), *QUALITIES.values(), *TEXTURES_SAID.values(), NOTICE_PICTURE, BODY_CREDIT]
    names = [n for region in data.dataset().regions.values() for n in (region.name, region.anatomical_name)]
    return tuple(dict.fromkeys([*own, *in_html(_text("chart.html")), *scene, *says, *names]))


def draw_state(
    state: Mapping[str, Any],
    *,
    key: str,
    parts: Sequence[tuple[str, str]] = (),
    on_act: Callable[[], None] | None = None,
) -> None:
    """The mount of what changes; it may stand anywhere on the page, also in a fragment.

    It shows ``parts``: HTML with buttons by name, and ``on_act`` is called when one is pressed (``shared.actions``). An
    answer and the state of the picture come in one element, because each element costs as much as all that it holds.

    Clicks come back through it: clicks on places as ``st.session_state[clicks(key)]["marks"]``, clicks on crosses,
    muscles as ``["open"]``, taps on the buttons that look closer as ``["look"]``.

    ``state`` holds ``session`` (a name of the session), ``revision`` (int), ``ack`` (the last click seen), ``marks``
    (list of mark ids), ``picks`` (whether muscles are chosen instead of places), ``shown`` (what the address holds
    beside the marks), ``counts`` (of ``warnings``, ``muscles`` and ``injuries``), and what is painted:
    ``patterns`` (at most four), ``map`` and ``crosses`` (None where not shown). For a scene with layers also
    ``browse``: ``layer`` (its name, or empty), ``chosen`` and ``among`` (ids of areas that a click can open).
    """
    held = {"map": None, "crosses": None, **state} | ({"parts": parts} if on_act else {})
    _state(
        key=clicks(key),
        data=to_page(held),
        on_marks_change=_keep,
        on_open_change=_keep,
        on_look_change=_keep,
        on_act_change=on_act or _keep,
    )


def clicks(key: str) -> str:
    """Where in the session state the clicks on the chart with a key are found."""
    return f"{key}_state"


def _keep() -> None:
    """Registers the names; the clicks themselves are read by ``components.state``."""
