"""A search box whose answers appear while one types, in the browser; Python hears only what is chosen.

What can be found is sent once, as bytes (``bodymap.ask.search_index``), and ranked in the page as
``bodymap.ask.search`` ranks it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from bodymap.words import ENGLISH, chosen
from bodymap.words.scripts import in_html, in_script, with_words
from components.joined import ANNOUNCING, joined, modules_of

_HERE = Path(__file__).parent
_MODULES = modules_of(_HERE)
_HTML = (_HERE / "search.html").read_text(encoding="utf-8")

_list = st.components.v2.component(
    "bodymap_search",
    html=_HTML,
    css=(_HERE / "search.css").read_text(encoding="utf-8"),
    js=joined("search.js", {**_MODULES, **ANNOUNCING}),
    isolate_styles=False,
)


def search_list(index: bytes, *, key: str) -> None:
    """The box; a choice is ``st.session_state[key]["chosen"]`` in the run that it causes. A page holds one."""
    sent = index if chosen() == ENGLISH else with_words(index, _texts())
    _list(key=key, data=sent, on_chosen_change=_keep)


@cache
def _texts() -> tuple[str, ...]:
    own = [text for module in _MODULES.values() for text in in_script(module)]
    return tuple(dict.fromkeys([*own, *in_html(_HTML)]))


def _keep() -> None:
    """Registers the name; the choice itself is read by ``components.state``."""
