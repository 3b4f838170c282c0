"""What the first page says while nothing is marked."""

from __future__ import annotations

from markupsafe import Markup

from bodymap.place import Place
from components import state
from components.shared.actions import Action, actions
from components.shared.mark_list import unknown
from components.shared.markup import show

EXAMPLES = {
    "Front of the knee": Place("knee_front", "right"),
    "Outer thigh": Place("thigh_outer_middle", "right"),
    "Bottom of the heel": Place("heel_sole", "right"),
}
_TEXT = Markup(
    "<h3>Where does it hurt?</h3><p>Mark one place or several on the body. You will see, in this order:</p><ol>"
    "<li>warning signs for these places, and when to get help,</li>"
    "<li>running injuries that are felt there,</li>"
    "<li>the muscles that experts describe as sending pain there, with the pattern painted on the body.</li></ol>"
    '<p class="quiet">Your marks are not stored. They stand in the address of this page, so that you can send or '
    "keep the link if you want to.</p>"
)


def welcome() -> None:
    """What the page does, and three places to try."""
    show(_TEXT)
    examples = {f"try_{mark}": Action(name, state.toggle, (mark,)) for name, mark in EXAMPLES.items()}
    undo = {"undo": Action(":material/undo: Undo", state.undo)} if state.can_undo() else {}
    actions("Or start with an example:", {**examples, **undo}, key="try_pills", show_label=True)
    unknown()
