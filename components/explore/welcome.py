"""What the first page says while nothing is marked."""

from __future__ import annotations

from bodymap.place import Place
from bodymap.words import later, tr
from components import state
from components.shared.actions import Action, actions
from components.shared.markup import html, joined, quiet, show

EXAMPLES = {
    later("Front of the knee"): Place("knee_front", "right"),
    later("Outer thigh"): Place("thigh_outer_middle", "right"),
    later("Bottom of the heel"): Place("heel_sole", "right"),
}
_HEAD = later("Where does it hurt?")
_MARK = later("Mark one place or several on the body. You will see, in this order:")
_ORDER = (
    later("warning signs for these places, and when to get help,"),
    later("running injuries that are felt there,"),
    later("the muscles that experts describe as sending pain there, with the pattern painted on the body."),
)
_KEPT = later(
    "Your marks are not stored. They stand in the address of this page, so that you can send or keep the link if you "
    "want to."
)


def welcome() -> None:
    """What the page does, and three places to try."""
    order = joined(html("<li>{}</li>", tr(part)) for part in _ORDER)
    show(html("<h3>{}</h3><p>{}</p><ol>{}</ol>{}", tr(_HEAD), tr(_MARK), order, quiet(tr(_KEPT))))
    examples = {f"try_{mark}": Action(tr(name), state.toggle, (mark,)) for name, mark in EXAMPLES.items()}
    undo = {"undo": Action(tr("Undo"), state.undo, icon="undo")} if state.can_undo() else {}
    actions(tr("Or start with an example:"), {**examples, **undo}, key="try_pills", show_label=True)
