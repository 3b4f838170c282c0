"""The language of a session: as the address says when it begins, then as somebody chooses. Every run begins here.

Only the first run of a session reads the address; afterwards a mount without a face (``language.js``) keeps the address
and the document in the chosen language. A session that never left English has no such mount.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from bodymap import words
from bodymap.words import LANGUAGES, tr

PARAMETER = "lang"  # of the address
CONTROL = "language_choice"  # key of the control
_CHOSEN, _UNKNOWN = "language", "language_unknown"
SCRIPT = (Path(__file__).parent / "language.js").read_text(encoding="utf-8")
_mount = st.components.v2.component("bodymap_language", js=SCRIPT, isolate_styles=False)


def speak() -> None:
    """First thing in every run, of the whole page and of a part that runs alone: its words are in the language."""
    if _CHOSEN not in st.session_state:
        asked = st.query_params.get(PARAMETER, "")
        st.session_state[_UNKNOWN] = "" if asked in ("", *LANGUAGES) else asked
        st.session_state[_CHOSEN] = asked if asked in LANGUAGES else ""
    words.choose(st.session_state[_CHOSEN])


def choose(language: str) -> None:
    """Speak another language from the next run on."""
    st.session_state[_CHOSEN] = language
    st.session_state[_UNKNOWN] = ""


def parameter() -> dict[str, str]:
    """The language as an address holds it; empty where a link needs none."""
    return {PARAMETER: words.chosen()} if words.chosen() != words.ENGLISH else {}


def unknown() -> str:
    """What the address asked for and nobody speaks; empty where there is no such thing."""
    return str(st.session_state.get(_UNKNOWN, ""))


def language_control(page: str) -> None:
    """The switch, each language by its own name, and what keeps the document and the address of a page in it."""
    st.session_state[CONTROL] = words.chosen()
    st.segmented_control(
        tr("Language"), list(LANGUAGES), format_func=LANGUAGES.__getitem__, key=CONTROL, required=True,
        label_visibility="collapsed", on_change=_take,
    )  # fmt: skip
    if st.session_state.get(_CHOSEN) or unknown():
        _mount(key="language_mount", data={"language": words.chosen(), "page": page}, height=1)


def _take() -> None:
    choose(st.session_state[CONTROL])
