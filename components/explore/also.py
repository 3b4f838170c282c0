"""What else is described at the marks, or lies under them: a line for each kind, and its members when it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from bodymap.ask.refers import Referred, refers
from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS
from bodymap.data.once import once
from bodymap.data.patterns import Area
from bodymap.place import SIDE_SAID, Place
from bodymap.tell.wording import KINDS_SAID, KINDS_SHORT
from bodymap.words import capital, later, tr
from components import data, pages, state
from components.explore.rows import painting_row
from components.shared.actions import Acting, Action, button_row, together
from components.shared.area_card import area_card, with_it
from components.shared.markup import english_in, quiet
from components.shared.painting import area_of, title

MOST_LETTERS = 48  # of a closed line: more would not fit on one line of a phone
UNDER = "under"
_KINDS = {kind.one: name for name, kind in KINDS.items()}
_MORE = " ..."
_ALSO = later("Also described here, or lying here (not a sign that the pain comes from them)")
_LIES = later("Muscles under this place")
_LIE = later("Muscles under these places")
_PAGES = {
    "nerve_root": later("Nerve root page"),
    "nerve": later("Nerve page"),
    "joint": later("Joint page"),
    "disc": later("Disc page"),
}
_FEELS: Mapping[str, str] = {
    "pain": later("Pain of a root:"),
    "touch": later("Skin that a root feels (touch):"),
}


class Also(NamedTuple):
    """What is found at the marks beside patterns of muscles: areas that can be painted, and muscles that lie there."""

    areas: Sequence[Referred]
    under: Mapping[str, str]


def also_here(dataset: Dataset, marks: Sequence[Place]) -> Also:
    """The nerve roots, nerves, joints and discs of the marks, and the names of the muscles under them, by id."""
    regions = dict.fromkeys(mark.region for mark in marks)
    ids = dict.fromkeys(muscle for region in regions for muscle in data.under(region))
    under = {muscle: dataset.muscles[muscle].name for muscle in ids}
    return Also(refers(dataset, marks, tuple(KINDS_SHORT)) if marks else (), under)


def painted_area(also: Also) -> Referred | None:
    """The one of the areas that is painted."""
    painted = state.painted()
    return next((row for row in also.areas if area_of(row) == painted), None) if painted else None


def also(dataset: Dataset, found: Also, marks: int, on_show: Referred | None) -> Acting:
    """A line for each kind; the open one with its members, and what is described with the painted one."""
    kinds = _by_kind(found.areas)
    lines = {kind: _names(dataset, kind, rows) for kind, rows in kinds.items()}
    if found.under:
        lines[UNDER] = list(found.under.values())
    if not lines:
        return Acting()
    opened = state.open_kind() or (on_show.kind if on_show else "")
    heads = {kind: tr(said) for kind, said in {**KINDS_SHORT, UNDER: _LIES if marks == 1 else _LIE}.items()}
    choices = {kind: _line(heads[kind], names, kind, kind == opened) for kind, names in lines.items()}
    return together(
        button_row(tr(_ALSO), choices, key="also_pills", show_label=True),
        _under(heads[UNDER], found.under) if opened == UNDER and found.under else Acting(),
        _members(dataset, opened, kinds[opened], on_show) if opened in kinds else Acting(),
        _about(dataset, on_show) if on_show else Markup(),
    )


def _under(head: str, muscles: Mapping[str, str]) -> Acting:
    """The muscles that lie there, each leading to its page."""
    choices = {muscle: Action(name, pages.open_after, ("muscle", muscle)) for muscle, name in muscles.items()}
    return button_row(head, choices, key="lies_pills")


def of_painted_area(row: Referred) -> dict[str, Action]:
    """The way to the page of the painted one."""
    return {"referral": Action(tr(_PAGES[row.kind]), pages.open_after, ("referral", row.kind, row.id), "menu_book")}


def _by_kind(rows: Iterable[Referred]) -> dict[str, list[Referred]]:
    found: dict[str, list[Referred]] = {}
    for row in rows:
        found.setdefault(row.kind, []).append(row)
    return found


def _line(head: str, names: Sequence[str], kind: str, is_open: bool) -> Action:
    if is_open:
        return Action(head, state.turn_kind, (kind, True), "expand_less")
    return Action(_within(head, names), state.turn_kind, (kind, False), "expand_more")


def _within(head: str, names: Sequence[str]) -> str:
    """As many of the names as fit, at least one."""
    said = f"{head}: {names[0]}"
    for number, name in enumerate(names[1:], 2):
        longer = f"{said}, {name}"
        if len(longer) > MOST_LETTERS - (0 if number == len(names) else len(_MORE)):
            return said + _MORE
        said = longer
    return said


def _names(dataset: Dataset, kind: str, rows: Iterable[Referred]) -> list[str]:
    """The names on the line of a kind, which need not say again what they are: ``Hip`` after ``Joints``."""
    return list(dict.fromkeys(_bare_name(dataset, kind, row.id) for row in rows))


@once
def _bare_name(dataset: Dataset, kind: str, id_: str) -> str:
    return re.sub(rf" {kind}s?\b", "", _short_name(dataset, kind, id_))


def short_name(dataset: Dataset, row: Referred) -> str:
    """``C6``, ``Hip joint``: what stands in brackets is left to its page."""
    return _short_name(dataset, row.kind, row.id)


def _short_name(dataset: Dataset, kind: str, id_: str) -> str:
    record = dataset.records(_KINDS[kind])[id_]
    return str(record.segment) if kind == "nerve_root" else str(record.name.partition(" (")[0])


def _members(dataset: Dataset, kind: str, rows: Sequence[Referred], on_show: Referred | None) -> Acting:
    """A button for each member: pain and touch of nerve roots apart, in words."""
    if kind != "nerve_root":
        return _buttons(dataset, capital(tr(KINDS_SAID[kind]).partition(": ")[2]) + ":", rows, on_show)
    kinds = ((words, [row for row in rows if row.feels == feels]) for feels, words in _FEELS.items())
    return together(*(_buttons(dataset, tr(words), alike, on_show) for words, alike in kinds if alike))


def _buttons(dataset: Dataset, words: str, rows: Sequence[Referred], on_show: Referred | None) -> Acting:
    two_sided = len({row.side for row in rows if row.side}) > 1
    buttons = []
    for row in rows:
        side = f" · {tr(SIDE_SAID[row.side])}" if two_sided and row.side else ""
        buttons.append(painting_row(area_of(row), short_name(dataset, row) + side, row == on_show))
    return together(Markup('<div class="members">'), quiet(words), *buttons, Markup("</div>"))


def _about(dataset: Dataset, row: Referred) -> Markup:
    """What is more often described with the painted one, and what is known about it, folded away."""
    area: Area = dataset.areas[state.split(area_of(row))[0]]
    label = english_in(tr("About {}").format(title(dataset, area_of(row))), area.name)
    return with_it(dataset, area) + area_card(dataset, area, label)
