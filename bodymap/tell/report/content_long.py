"""What the long form says beside the short one: everything that is described at the marks, in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bodymap.ask.conditions import felt_here
from bodymap.ask.counted import Counted, at_places, largest
from bodymap.ask.match import by_muscle, match, unexplained
from bodymap.ask.reasons import band, band_name, reason
from bodymap.ask.refers import MUSCLE, REFERRED, Referred, refers
from bodymap.ask.signs import signs
from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS
from bodymap.data.model import SourceRef
from bodymap.data.patterns import REFERRING
from bodymap.data.referral import URGENCIES, Described
from bodymap.data.signs import RedFlag
from bodymap.place import Place
from bodymap.tell.counted import limit, short, sources_of
from bodymap.tell.report.asked import Asked
from bodymap.tell.report.content import Cited, refs_of
from bodymap.tell.wording import (
    CHILDREN,
    CLASSES,
    DRAFT_NOTE,
    KINDS_SAID,
    MAIN_AND_SPILL,
    NO_PATTERN,
    ORDER_NOTE,
    PLACE_IS_NOT_ENOUGH,
    RULE_OUT,
    SIGNS_DUE,
    SUPPORT,
    TIMES,
)
from bodymap.words import lowered

ORGAN = "organ"
_TABLES = {KINDS[kind].one: kind for kind in REFERRING}


@dataclass(frozen=True)
class Listed:
    """A heading and what stands under it, a line each."""

    head: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Long:
    """The parts of the long form that the short one lacks, in their order."""

    every_sign: tuple[Listed, ...]
    organs: tuple[str, ...]
    muscles_note: str
    muscles: tuple[Listed, ...]
    counts_note: str
    others_note: str
    others: tuple[Listed, ...]
    conditions: tuple[str, ...]
    citations: tuple[Cited, ...]


def long_content(dataset: Dataset, asked: Asked) -> Long:
    """Everything that is described at the marks. Raises ``KeyError`` for a mark that the dataset does not know."""
    marks = list(dict.fromkeys(asked.marks))
    here = signs(dataset, marks)
    muscles, counted, listed = _muscles(dataset, marks)
    rows = refers(dataset, marks, [kind for kind in REFERRED if kind != MUSCLE])
    conditions = felt_here(dataset, marks)
    left_out = unexplained(marks, match(dataset, marks))
    cited = [
        *refs_of(dataset, asked),
        *here.sources,
        *(ref for muscle in listed for ref in dataset.muscles[muscle].sources),
        *sources_of(counted),
        *(ref for row in rows for ref in _record(dataset, row).sources),
        *(ref for condition in conditions for ref in condition.sources),
    ]
    drafts = any(_record(dataset, row).curation.status == "draft" for row in rows)
    none = f" {NO_PATTERN.format('; '.join(map(dataset.name_of, left_out)))}" if left_out else ""
    return Long(
        every_sign=tuple(_signs(here.every)),
        organs=tuple(_organs(dataset, rows)),
        muscles_note=f"{ORDER_NOTE}{none}",
        muscles=muscles,
        counts_note=limit(counted) if counted else "",
        others_note=f"{PLACE_IS_NOT_ENOUGH} {DRAFT_NOTE}" if drafts else PLACE_IS_NOT_ENOUGH,
        others=tuple(_others(dataset, rows)),
        conditions=tuple(
            f"{c.plain_name}{f' ({warn})' if (warn := CLASSES[c.safety_class]) else ''}. {c.see_someone}"
            for c in conditions
        ),
        citations=citations(dataset, cited),
    )


def _signs(flags: Sequence[RedFlag]) -> Iterator[Listed]:
    for time, (_, advice) in TIMES.items():
        lines = tuple(map(in_full, (flag for flag in flags if flag.time is time)))
        if lines:
            yield Listed(SIGNS_DUE.format(advice), lines)


def in_full(flag: RedFlag) -> str:
    """A sign with what clinicians want to rule out."""
    said = flag.sign if flag.sign[-1] in ".?!" else f"{flag.sign}."
    return RULE_OUT.format(f"{CHILDREN}: {lowered(said)}" if flag.children else said, flag.think_of)


def _muscles(dataset: Dataset, marks: Sequence[Place]) -> tuple[tuple[Listed, ...], list[Counted], list[str]]:
    """The muscles by band, the counts that are said, and the ids of the muscles."""
    regions, counted = {mark.region for mark in marks}, list[Counted]()
    lines: dict[str, list[str]] = {}
    groups = by_muscle(match(dataset, marks))
    for group in groups:
        best = group.patterns[0]
        muscle = dataset.muscles[group.muscle]
        side = f", {group.side}" if group.side else ""
        counts = largest(at_places(dataset, group.muscle, regions))
        why = reason(dataset, best, len(marks)) + (f"; {short(dataset, counts)}" if counts else "")
        counted += [counts] if counts else []
        head = band_name(band(best, len(marks)), len(marks))
        lines.setdefault(head, []).append(f"{muscle.name}{side} ({SUPPORT[muscle.referral_support]}): {why}")
    listed = tuple(Listed(head, tuple(those)) for head, those in lines.items())
    return listed, counted, [group.muscle for group in groups]


def _organs(dataset: Dataset, rows: Sequence[Referred]) -> Iterator[str]:
    """Organs with when to seek help, the most urgent first."""
    organs = {row.id: row for row in rows if row.kind == ORGAN}
    for row in sorted(organs.values(), key=lambda row: URGENCIES.index(dataset.organs[row.id].urgency)):
        yield f"{_other(dataset, row)} {dataset.organs[row.id].seek_help_if}"


def _others(dataset: Dataset, rows: Sequence[Referred]) -> Iterator[Listed]:
    for kind in REFERRED:
        lines = tuple(dict.fromkeys(_other(dataset, row) for row in rows if row.kind == kind != ORGAN))
        if lines:
            yield Listed(KINDS_SAID[kind], lines)


def _other(dataset: Dataset, row: Referred) -> str:
    levels = (row.primary, row.spillover)
    where = (
        said.format(" and ".join(lowered(dataset.name_of(place)) for place in places))
        for said, places in zip(MAIN_AND_SPILL, levels, strict=True)
        if places
    )
    return f"{row.name}{f', {row.side}' if row.side else ''}: {'; '.join(where)}."


def _record(dataset: Dataset, row: Referred) -> Described:
    record: Described = dataset.tables[_TABLES[row.kind]][row.id]
    return record


def citations(dataset: Dataset, cited: Iterable[SourceRef]) -> tuple[Cited, ...]:
    """Each source once, in full."""
    every = (dataset.sources[key] for key in dict.fromkeys(ref.key for ref in cited))
    return tuple(Cited(source.citation, source.link or "", source.link or "") for source in every)
