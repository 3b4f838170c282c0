"""The report as JSON in a stable form: what was marked, said and chosen, with its schema, and read back again.

It holds ids and the person's own words, never what the data say about them. A new field makes a new ``FORM``.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bodymap.data.dataset import Dataset
from bodymap.felt import MOST_LETTERS, STRONGEST, Felt, Moment, Quality, Since
from bodymap.place import Place, Side
from bodymap.tell.report.asked import Asked, Said, SignsAnswer, data_version
from bodymap.tell.report.content import content
from bodymap.tell.wording import NOTICE

FORM = 1


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Mark(_Part):
    place: str = Field(description="the id of a region and a side, as knee_front.right; without a side on the midline")
    name: str = Field(description="the same in words")
    quality: Quality | None = Field(None, description="the kind of feeling; null if it was not said, as below")
    strength: Annotated[int, Field(ge=0, le=STRONGEST)] | None = Field(None, description="0 to 10")
    when: tuple[Moment, ...] = Field((), description="when it is felt")
    since: Since | None = Field(None, description="for how long")
    worst: bool = Field(False, description="whether it is the worst place of all")
    words: Annotated[str, Field(max_length=MOST_LETTERS)] = Field("", description="the person's own words")


class _Signs(_Part):
    said: Said = Field(description="not_answered; none, of those asked about; or noticed")
    asked: tuple[str, ...] = Field((), description="the ids of the warning signs that were asked about")
    noticed: tuple[str, ...] = Field((), description="the ids of those that were noticed")


class _Painted(_Part):
    id: str = Field(description="the id of a trigger point, a nerve root, a nerve, a joint or a disc")
    side: Side = Field(description="left or right")


class Report(_Part):
    """Where it hurts, as a person marked it. No diagnosis."""

    form: Literal[1] = Field(description="the version of this form")
    notice: str = Field(description="what it is and is not: show it wherever the rest is shown")
    day: dt.date = Field(description="the day on which it was marked")
    data_version: str = Field(description="the version of the dataset that the ids are of")
    marks: tuple[_Mark, ...] = Field(min_length=1, description="the places, in the order in which they were marked")
    signs: _Signs = Field(description="what was said about warning signs")
    painted: tuple[_Painted, ...] = Field((), description="patterns that were painted, in their order")
    conditions: tuple[str, ...] = Field((), description="the ids of injuries that were chosen to ask about")
    link: str = Field(description="the address that shows the same marks")


def report_json(dataset: Dataset, asked: Asked) -> str:
    """The report as JSON. Raises as ``content`` does for what the dataset does not know."""
    content(dataset, asked)
    report = Report(
        form=FORM,
        notice=NOTICE,
        day=asked.day,
        data_version=data_version(),
        marks=tuple(_mark(dataset, mark, asked.felt.get(mark, Felt())) for mark in dict.fromkeys(asked.marks)),
        signs=_Signs(said=asked.signs.said, asked=asked.signs.asked, noticed=asked.signs.noticed),
        painted=tuple(_Painted(id=point, side=side) for point, side in asked.patterns),
        conditions=tuple(asked.conditions),
        link=asked.link,
    )
    return json.dumps(report.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"


def _mark(dataset: Dataset, mark: Place, felt: Felt) -> _Mark:
    return _Mark(
        place=str(mark),
        name=dataset.name_of(mark),
        quality=felt.quality,
        strength=felt.strength,
        when=felt.when,
        since=felt.since,
        worst=felt.worst,
        words=felt.words,
    )


def report_schema() -> str:
    """The JSON schema of the form, as it stands in ``docs/report.schema.json``."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Trigger Point Body Map report"}
    return json.dumps({**Report.model_json_schema(), **head}, ensure_ascii=False, indent=2) + "\n"


def read_report(text: str) -> Asked:
    """What was asked, out of the JSON again. Raises ``ValueError`` for a text that has not its form."""
    try:
        report = Report.model_validate_json(text)
    except ValidationError as error:
        raise ValueError(f"is not a report of form {FORM}: {error}") from error
    felt = {
        Place.of(mark.place): Felt(mark.quality, mark.strength, mark.when, mark.since, mark.worst, mark.words)
        for mark in report.marks
    }
    return Asked(
        marks=tuple(felt),
        day=report.day,
        link=report.link,
        patterns=tuple((one.id, one.side) for one in report.painted),
        felt={mark: said for mark, said in felt.items() if said},
        signs=SignsAnswer(report.signs.said, report.signs.asked, report.signs.noticed),
        conditions=report.conditions,
    )
