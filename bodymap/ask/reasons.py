"""Why a pattern stands where it stands in the list, in words: facts about drawings, never a likelihood."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from bodymap.ask.match import Match
from bodymap.data.dataset import Dataset
from bodymap.words import lowered, tr


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
    counts = ((len(row.primary), tr("{} mainly felt")), (len(row.spillover), tr("{} can spill over")))
    levels = ", ".join(said.format(count) for count, said in counts if count)
    if marks == 1:
        said = tr("mainly felt here") if row.primary else tr("can spill over to here")
    else:
        said = tr("covers {} of your {} places: {}").format(row.covered, marks, levels)
    if row.also:
        return f"{said}; {_also(dataset, row.also, most)}"
    other = tr("described on the other side too") if row.places > row.covered else tr("described nowhere else")
    return f"{said}; {other}"


def _also(dataset: Dataset, regions: Sequence[str], most: int) -> str:
    named = ", ".join(lowered(dataset.region_name(region)) for region in regions[:most])
    if len(regions) > most:
        named = tr("{} and {} more").format(named, len(regions) - most)
    return tr("also described in: {}").format(named)
