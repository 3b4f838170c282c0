"""How a row that paints something is known, on the page and to the chart."""

from __future__ import annotations

from components import state

# The painted row is marked by style, because a button that changes its type is a new one and loses the focus.
HIGHLIGHT = "<style>.st-key-{} button {{ border-color: var(--plate-zone); border-width: 2px; }}</style>"


def key_of(does: str, pattern: str) -> str:
    """The key of a button: what it does, and the pattern it does it to."""
    point, side = state.split(pattern)
    return f"{does}_{point}_{side or 'any'}"
