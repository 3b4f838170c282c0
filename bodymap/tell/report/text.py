"""The short form as plain text, to paste into a message."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.dataset import Dataset
from bodymap.tell.report.asked import Asked
from bodymap.tell.report.content import Content, Row, content
from bodymap.tell.report.fit import Fit, fitted
from bodymap.tell.wording import (
    BASIS,
    FEELS_HEAD,
    FELT_IN,
    INJURIES_HEAD,
    INJURIES_NOTE,
    LINK_SAYS,
    PINNED_HEAD,
    PINNED_NOTE,
    QUESTIONS_HEAD,
    SIGNS_HEAD,
    SOURCES_HEAD,
    STRENGTH,
    WORST,
)

_FIT = Fit(sources=12)


def report_text(dataset: Dataset, asked: Asked) -> str:
    """The short form as lines of text. Raises as ``content`` does."""
    said, more = fitted(content(dataset, asked), _FIT)
    return "\n".join(_lines(said, more["more_sources"])) + "\n"


def _lines(said: Content, more_sources: str) -> Iterator[str]:
    yield from (f"{said.title}. {said.headline}", said.day, said.notice, "", f"{FEELS_HEAD}. {said.felt_note}")
    yield from (_mark(row) for row in said.rows)
    yield from ("", f"{SIGNS_HEAD}. {said.signs.said}")
    for due in said.signs.due:
        yield due.lead
        yield from (f"- {line}" for line in due.lines)
    if said.signs.listed:
        yield f"{said.signs.lead} {'; '.join(said.signs.listed)}."
    if said.signs.close:
        yield said.signs.close
    if said.patterns:
        yield from ("", f"{PINNED_HEAD}. {PINNED_NOTE}")
        yield from (f"- {one.name}. {FELT_IN} {one.where}. {BASIS} {one.support}." for one in said.patterns)
    if said.injuries:
        yield from ("", f"{INJURIES_HEAD}. {INJURIES_NOTE}")
        for one in said.injuries:
            yield f"- {one.name}.{f' {one.warn}.' if one.warn else ''} {one.summary} {one.see_someone}"
    yield from ("", QUESTIONS_HEAD)
    yield from (f"{number}. {question}" for number, question in enumerate(said.questions, 1))
    if said.sources:
        listed = "; ".join(f"{one.brief}, {one.where}" for one in said.sources)
        yield from ("", f"{SOURCES_HEAD}: {listed}. {more_sources}".rstrip())
    yield ""
    if said.link:
        yield f"{LINK_SAYS} {said.link}"
    yield said.credit


def _mark(row: Row) -> str:
    worst = WORST if row.worst else ""
    strength = f"{STRENGTH.lower()} {row.strength}" if row.strength else ""
    parts = (part for part in (worst, row.kind, strength, row.when, row.since) if part)
    felt = "; ".join(part[0].lower() + part[1:] for part in parts)
    words = f' "{row.words}"' if row.words else ""
    return f"{row.number}. {row.place}{f': {felt}' if felt else ''}.{words}"
