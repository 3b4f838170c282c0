"""A search box whose answers appear while one types, in the browser; Python hears only what is chosen.

What can be found is sent once, as bytes (``bodymap.ask.search_index``), and ranked in the page as
``bodymap.ask.search`` ranks it.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.joined import joined

_HERE = Path(__file__).parent
_MODULES = {path.relative_to(_HERE).as_posix(): path.read_text(encoding="utf-8") for path in _HERE.rglob("*.js")}

_list = st.components.v2.component(
    "bodymap_search",
    html=(_HERE / "search.html").read_text(encoding="utf-8"),
    css=(_HERE / "search.css").read_text(encoding="utf-8"),
    js=joined("search.js", _MODULES),
    isolate_styles=False,
)


def search_list(index: bytes, *, key: str) -> None:
    """The box; a choice is ``st.session_state[key]["chosen"]`` in the run that it causes. A page holds one."""
    _list(key=key, data=index, on_chosen_change=_keep)


def _keep() -> None:
    """Registers the name; the choice itself is read by ``components.state``."""
