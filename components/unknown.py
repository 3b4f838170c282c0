"""What the address names and nobody knows, kept until something is chosen in its place.

Until then the address keeps it, too, so that a reload or a copied link says the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

_KEY = "unknown"
DEFAULTS: Mapping[str, Any] = {_KEY: {}}


def take(parameter: str, said: str, names: Iterable[str]) -> None:
    """Note which names in what a parameter of the address says are not known; none forgets it."""
    others = {name: kept for name, kept in _every().items() if name != parameter}
    unknown = tuple(names)
    st.session_state[_KEY] = {**others, parameter: (said, unknown)} if unknown else others


def forget(*parameters: str) -> None:
    """Something was chosen instead; without parameters, everything."""
    every = _every()
    st.session_state[_KEY] = {name: every[name] for name in every if parameters and name not in parameters}


def anything() -> bool:
    """Whether the address names anything that is not known."""
    return bool(_every())


def names(parameter: str) -> tuple[str, ...]:
    """What a parameter names that is not known."""
    return _every().get(parameter, ("", ()))[1]


def kept() -> dict[str, str]:
    """What the address goes on saying, by parameter."""
    return {parameter: said for parameter, (said, _) in _every().items() if said}


def _every() -> dict[str, tuple[str, tuple[str, ...]]]:
    every: dict[str, tuple[str, tuple[str, ...]]] = st.session_state.get(_KEY, {})
    return every
