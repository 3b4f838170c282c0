"""The injuries and conditions felt at the marks, each leading to its own page."""

from __future__ import annotations

from collections.abc import Sequence

from bodymap.data.model import Condition
from bodymap.words import tr
from components import pages, state
from components.shared.actions import Acting, Action, button_row
from components.shared.markup import english, quiet

FIRST = 6  # listed at once; the rest on request
_SERIOUS = "emergency"


def injuries(felt: Sequence[Condition]) -> Acting:
    """A button for each condition, injuries of runners first; serious look-alikes carry a sign."""
    if not felt:
        return Acting(quiet(tr("No injury in our list is felt here. That does not mean there is none.")))
    shown = felt if state.all_injuries_shown() else felt[:FIRST]
    choices = {condition.id: _way_to(condition) for condition in shown}
    if len(shown) < len(felt):
        choices["more"] = Action(tr("{} more").format(len(felt) - len(shown)), state.show_all_injuries)
    return button_row(tr("Injuries and conditions felt here"), choices, key="injury_pills", show_label=True)


def _way_to(condition: Condition) -> Action:
    icon = _SERIOUS if condition.group == "serious" else ""
    return Action(english(condition.plain_name), pages.open_after, ("condition", condition.id), icon)
