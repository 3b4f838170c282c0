"""What the short form of the report says, as plain frozen data: every renderer takes its words from here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from bodymap.ask.signs import signs
from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition, SourceRef
from bodymap.data.patterns import Area, Pattern
from bodymap.data.referral import Described, NerveRoot, RootPain
from bodymap.data.signs import RedFlag
from bodymap.felt import STRONGEST, Felt, worst_first
from bodymap.place import Place, Side
from bodymap.tell.report.asked import Asked
from bodymap.tell.wording import (
    BODY_CREDIT,
    CLASSES,
    DATA_CREDIT,
    DRAFTS,
    FEELS_NOTE,
    FEELS_NOTHING,
    GRADES,
    MARKED_ON,
    MOMENTS,
    NOT_ALL_CLEAR,
    NOTICE,
    QUALITIES,
    QUESTIONS,
    SIGNS_ASKED,
    SIGNS_DO,
    SIGNS_DUE,
    SIGNS_NONE,
    SIGNS_NOTICED,
    SIGNS_OPEN,
    SIGNS_OTHERS,
    SINCE,
    SUPPORT,
    TEXTURES_SAID,
    TIMES,
)
from bodymap.words import lowered

LETTERS = "ABCD"  # of painted patterns, as they stand on the figure, which has four colours
TITLE = "Trigger Point Body Map"
HEADLINE = "Where it hurts: a page for a visit"


@dataclass(frozen=True)
class Row:
    """A mark and what was said about it; an empty text was not said."""

    number: int
    mark: Place
    place: str
    worst: bool
    kind: str
    strength: str
    when: str
    since: str
    words: str


@dataclass(frozen=True)
class Due:
    """Warning signs that need the same: what to do, and the signs."""

    lead: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class SignsPart:
    """What was said about warning signs."""

    said: str
    due: tuple[Due, ...]
    lead: str
    listed: tuple[str, ...]
    close: str = NOT_ALL_CLEAR


@dataclass(frozen=True)
class Chosen:
    """A painted pattern: its letter on the figure, its name, where it is described, how well."""

    letter: str
    name: str
    where: str
    support: str


@dataclass(frozen=True)
class Injury:
    """A condition that the person chose to ask about."""

    name: str
    warn: str
    summary: str
    see_someone: str


@dataclass(frozen=True)
class Cited:
    """A source in short, and where to read it."""

    brief: str
    where: str
    link: str


@dataclass(frozen=True)
class Content:
    """Everything the short form says, in its order."""

    title: str
    headline: str
    day: str
    notice: str
    rows: tuple[Row, ...]
    felt_note: str
    signs: SignsPart
    patterns: tuple[Chosen, ...]
    injuries: tuple[Injury, ...]
    questions: tuple[str, ...]
    sources: tuple[Cited, ...]
    link: str
    credit: str

    @property
    def anything_said(self) -> bool:
        """Whether a table of how it feels has more to show than places."""
        return any((row.kind, row.strength, row.when, row.since, row.words) != ("",) * 5 for row in self.rows)


def content(dataset: Dataset, asked: Asked) -> Content:
    """What is asked, in words.

    Raises ``KeyError`` for a mark, a pattern, a sign or a condition that the dataset does not know, ``ValueError``
    without any mark.
    """
    if not asked.marks:
        raise ValueError("a report needs at least one mark")
    marks = worst_first(asked.felt, dict.fromkeys(asked.marks))
    rows = tuple(_row(dataset, number, mark, asked.felt.get(mark, Felt())) for number, mark in enumerate(marks, 1))
    conditions = [dataset.conditions[id_] for id_ in dict.fromkeys(asked.conditions)]
    said = any(asked.felt.get(mark) for mark in marks)
    return Content(
        title=TITLE,
        headline=HEADLINE,
        day=MARKED_ON.format(f"{asked.day.day} {asked.day:%B %Y}"),
        notice=NOTICE,
        rows=rows,
        felt_note=FEELS_NOTE if said else FEELS_NOTHING,
        signs=_signs(dataset, asked)[0],
        patterns=tuple(chosen(dataset, asked.patterns)),
        injuries=tuple(_injury(condition) for condition in conditions),
        questions=QUESTIONS,
        sources=sources(dataset, refs_of(dataset, asked)),
        link=asked.link,
        credit=f"{BODY_CREDIT} {DATA_CREDIT} {DRAFTS}",
    )


def refs_of(dataset: Dataset, asked: Asked) -> list[SourceRef]:
    """What the short form rests on: patterns, conditions, signs."""
    refs = [ref for point, _ in asked.patterns for ref in _sources_of(dataset, point)]
    refs += [ref for id_ in asked.conditions for ref in dataset.conditions[id_].sources]
    return refs + [ref for flag in _signs(dataset, asked)[1] for ref in flag.sources]


def _row(dataset: Dataset, number: int, mark: Place, felt: Felt) -> Row:
    return Row(
        number,
        mark,
        dataset.name_of(mark),
        felt.worst,
        QUALITIES[felt.quality] if felt.quality else "",
        "" if felt.strength is None else f"{felt.strength} of {STRONGEST}",
        in_a_row([MOMENTS[moment] for moment in felt.when]),
        SINCE[felt.since] if felt.since else "",
        felt.words,
    )


def in_a_row(words: Sequence[str]) -> str:
    """``At rest, at night``."""
    return ", ".join([*words[:1], *(word[0].lower() + word[1:] for word in words[1:])])


def _signs(dataset: Dataset, asked: Asked) -> tuple[SignsPart, list[RedFlag]]:
    answer = asked.signs
    if answer.said == "not_answered":
        flags = list(signs(dataset, asked.marks).open)
        return SignsPart(SIGNS_OPEN, tuple(due(flags, SIGNS_DUE)), "", ()), flags
    asked_about = [dataset.red_flags[id_] for id_ in dict.fromkeys((*answer.asked, *answer.noticed))]
    noticed = [flag for flag in asked_about if flag.id in answer.noticed]
    others = [flag for flag in asked_about if flag not in noticed]
    said, lead = (SIGNS_NOTICED, SIGNS_OTHERS) if noticed else (SIGNS_NONE, SIGNS_ASKED)
    return SignsPart(
        said, tuple(due(noticed, SIGNS_DO)), lead, tuple(map(brief, others)), "" if noticed else NOT_ALL_CLEAR
    ), [
        *noticed,
        *others,
    ]


def brief(flag: RedFlag) -> str:
    """A sign inside a sentence."""
    return flag.brief.rstrip(".")


def due(flags: Iterable[RedFlag], lead: str) -> Iterator[Due]:
    """Signs in a line each by what to do, the most urgent first."""
    every = list(flags)
    for time, (_, advice) in TIMES.items():
        lines = tuple(flag.brief for flag in every if flag.time is time)
        if lines:
            yield Due(lead.format(advice), lines)


def chosen(dataset: Dataset, patterns: Iterable[tuple[str, Side]]) -> Iterator[Chosen]:
    """The painted patterns with the letters that they have on the figure."""
    for number, (point, side) in enumerate(dict.fromkeys(patterns)):
        letter = LETTERS[number : number + 1]
        thing = dataset.drawn[point]
        names = dict.fromkeys(dataset.regions[zone.region].name for zone in thing.primary)
        where = ", ".join(map(lowered, names))
        if isinstance(thing, Pattern):
            yield Chosen(letter, f"{thing.name}, {side}", where, SUPPORT[thing.muscle.referral_support])
        else:
            name = f"{thing.name}, {side}" if thing.has_sides else thing.name
            yield Chosen(letter, f"{name} ({TEXTURES_SAID[thing.texture]})", where, GRADES[_described(thing).grade])


def _described(area: Area) -> Described | RootPain:
    """Who says where it is felt; the pain of a nerve root has sources of its own."""
    record = area.record
    return record.pain if isinstance(record, NerveRoot) and record.pain and area.feels == "pain" else record


def _sources_of(dataset: Dataset, point: str) -> tuple[SourceRef, ...]:
    thing = dataset.drawn[point]
    return (*thing.point.sources, *thing.muscle.sources) if isinstance(thing, Pattern) else _described(thing).sources


def _injury(condition: Condition) -> Injury:
    return Injury(condition.plain_name, CLASSES[condition.safety_class], condition.summary, condition.see_someone)


def sources(dataset: Dataset, cited: Iterable[SourceRef]) -> tuple[Cited, ...]:
    """Each source once, in short; pages of one body that read the same in short stand once."""
    found: dict[tuple[str, str], Cited] = {}
    for key in dict.fromkeys(ref.key for ref in cited):
        one = _cited(dataset, key)
        found.setdefault((one.brief, one.where), one)
    return tuple(found.values())


def _cited(dataset: Dataset, key: str) -> Cited:
    source = dataset.sources[key]
    where = f"doi:{source.doi}" if source.doi else urlsplit(source.url or "").netloc.removeprefix("www.")
    return Cited(source.brief, where or source.journal_or_publisher or source.title, source.link or "")
