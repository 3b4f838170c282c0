"""The warning signs that are not open, named in lines: the same in a terminal, in the report and on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bodymap.ask.signs import Signs, names
from bodymap.data.signs import RedFlag, Time
from bodymap.tell.wording import ALSO_NOW, ANYWHERE, CHILDREN, TIMES


def named(here: Signs) -> Iterator[str]:
    """A line for what remains of each time, emergencies first, then the signs of children."""
    yield from also_now(here)
    yield from anywhere(here)
    for time, flags in ((Time.TODAY, here.today), (Time.DAYS, here.days), (Time.WEEKS, here.weeks)):
        yield from _line(f"{TIMES[time][0]}, signs of", flags)
    yield from _line(f"{CHILDREN}, signs of", here.children)


def also_now(here: Signs) -> Iterator[str]:
    """The line of the emergencies of the places that are not open, if there are any."""
    yield from _line(ALSO_NOW, here.now)


def anywhere(here: Signs) -> Iterator[str]:
    """The line of the signs that count anywhere and are not open: emergencies, then the others."""
    now = [flag for flag in here.anywhere if flag.time is Time.NOW]
    said = names(now)
    later = [name for name in names(here.anywhere) if name not in said]
    parts = [f"now {', '.join(said)}"] * bool(said) + [f"soon {', '.join(later)}"] * bool(later)
    if parts:
        yield f"{ANYWHERE}: {'; '.join(parts)}"


def _line(lead: str, flags: Iterable[RedFlag]) -> Iterator[str]:
    if said := names(flags):
        yield f"{lead}: {', '.join(said)}"
