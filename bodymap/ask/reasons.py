"""Why a pattern stands where it stands in the list, in words: facts about drawings, never a likelihood."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from bodymap.ask.match import Match
from bodymap.data.dataset import Dataset


class Band(StrEnum):
    """How much of the marks a pattern covers as a main area, the most first. The order of rows keeps bands whole."""

    ALL = "Mainly felt in every place you marked"
    MOST = "Mainly felt in most of the places you marked"
    SOME = "Mainly felt in some of the places you marked"
    SPILLOVER = "Can spill over to what you marked"


def band(row: Match, marks: int) -> Band:
    """The band of a row of ``match`` when ``marks`` places are marked."""
    main = len(row.primary)
    if main == 0:
        return Band.SPILLOVER
    if main >= marks:
        return Band.ALL
    return Band.MOST if 2 * main > marks else Band.SOME


def band_name(kind: Band, marks: int) -> str:
    """A heading for people; with one mark there is no most and some."""
    return {Band.ALL: "Mainly felt here", Band.SPILLOVER: "Can spill over to here"}[kind] if marks == 1 else kind.value


def reason(dataset: Dataset, row: Match, marks: int, most: int = 4) -> str:
    """One sentence: what of the marks the pattern covers, and at most ``most`` of the other places it is felt in.

    ``covers 3 of your 4 places: 2 mainly felt, 1 can spill over; also described in: outer thigh``
    """
    counts = ((len(row.primary), "mainly felt"), (len(row.spillover), "can spill over"))
    levels = ", ".join(f"{count} {name}" for count, name in counts if count)
    if marks == 1:
        said = "mainly felt here" if row.primary else "can spill over to here"
    else:
        said = f"covers {row.covered} of your {marks} places: {levels}"
    if row.also:
        return said + _also(dataset, row.also, most)
    return said + ("; described on the other side too" if row.places > row.covered else "; described nowhere else")


def _also(dataset: Dataset, regions: Iterable[str], most: int) -> str:
    names = [_lower(dataset.regions[region].name) for region in regions]
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"; also described in: {', '.join(names[:most])}{more}"


def _lower(name: str) -> str:
    """A region's name inside a sentence; names that begin with an abbreviation or a proper name keep their capital."""
    return name if name[1:2].isupper() or name.startswith("Achilles") else name[0].lower() + name[1:]
