"""A row that paints something on the body."""

from __future__ import annotations

from markupsafe import Markup

from components import state
from components.shared.actions import Acting, Action
from components.shared.markup import html

EYE = "visibility"


def painting_row(pattern: str, says: str | Markup, painted: bool) -> Acting:
    """A button that paints a pattern, or clears it where it is ``painted``; pointing at it previews the pattern."""
    action = Action(says, state.show, (None if painted else pattern,))
    shown = html(' data-icon="{}"', EYE) if painted else ""
    pressed = "true" if painted else "false"
    row = html('<button data-paint="{}" aria-pressed="{}"{}>{}</button>', pattern, pressed, shown, says)
    return Acting(row, {f"paint:{pattern}": action})
