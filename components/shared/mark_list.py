"""The marks as one row: tap a mark to take it away; undo, the other side, both sides, clear."""

from __future__ import annotations

from collections.abc import Sequence

from bodymap.data.dataset import Dataset
from bodymap.felt import Felt
from bodymap.place import Place
from bodymap.tell.wording import QUALITIES
from bodymap.words import lowered, tr
from components import said, state
from components.shared.actions import Acting, Action, button_row
from components.shared.markup import html


def mark_list(dataset: Dataset, marks: Sequence[Place], asks: bool = False) -> Acting:
    """The marks and what can be done with them; ``asks`` offers the questions about how they feel."""
    felt = said.felt(marks)
    names = {mark: dataset.your_name_of(mark) + _feels(felt.get(mark)) for mark in marks}
    chips = {str(mark): Action(name, state.toggle, (mark,), "close") for mark, name in names.items()}
    ask = {"feel": Action(tr("How it feels"), said.turn_asking, icon="edit_note")} if asks else {}
    label = html('{}<span class="on-screen"> ({})</span>', tr("Marked"), tr("tap to take away"))
    return button_row(label, {**chips, **ask, **_tools(marks)}, key="mark_pills", show_label=True)


def _feels(feels: Felt | None) -> str:
    """`` · ache 6`` after the name of a mark."""
    if not feels or (feels.quality is None and feels.strength is None):
        return ""
    words = [lowered(tr(QUALITIES[feels.quality]))] if feels.quality else []
    strength = [] if feels.strength is None else [str(feels.strength)]
    return f" · {' '.join([*words, *strength])}"


def _tools(marks: Sequence[Place]) -> dict[str, Action]:
    other = [mark.mirrored() for mark in marks]
    both = list(dict.fromkeys([*marks, *other]))
    tools = {}
    if state.can_undo():
        tools["undo"] = Action(tr("Undo"), state.undo, icon="undo")
    if set(other) != set(marks):
        tools["mirror"] = Action(tr("Other side"), state.mirror_marks, icon="swap_horiz")
    if len(both) > len(marks):
        tools["both_sides"] = Action(tr("Both sides"), state.set_marks, (both,), "compare_arrows")
    tools["clear"] = Action(tr("Clear"), state.clear, icon="delete")
    return tools
