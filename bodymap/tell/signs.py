"""The warning signs that are not open, named in lines: the same in a terminal, in the report and on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bodymap.ask.signs import Signs, names
from bodymap.data.signs import RedFlag, Time
from bodymap.tell.wording import ALSO_NOW, ANYWHERE_NOW, CHILDREN, TIMES
from bodymap.words import tr


def named(here: Signs) -> Iterator[str]:
    """A line for what remains of each time, emergencies first, then the signs of children."""
    yield from also_now(here)
    yield from anywhere_now(here)
    for time, flags in ((Time.TODAY, here.today), (Time.DAYS, here.days), (Time.WEEKS, here.weeks)):
        yield from _line(tr(TIMES[time][0]), flags)
    yield from _line(tr(CHILDREN), here.children)


def also_now(here: Signs) -> Iterator[str]:
    """The line of the emergencies of the places that are not open, if there are any."""
    yield from _line(tr(ALSO_NOW), here.now)


def anywhere_now(here: Signs) -> Iterator[str]:
    """The line of the emergencies that count anywhere and are not open."""
    yield from _line(tr(ANYWHERE_NOW), here.anywhere)


def _line(lead: str, flags: Iterable[RedFlag]) -> Iterator[str]:
    if said := names(flags):
        yield f"{lead}: {', '.join(said)}"
