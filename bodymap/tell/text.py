"""Answers as plain text for a terminal. Warning signs come before muscles."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from bodymap.ask.match import Match
from bodymap.ask.refers import Referred
from bodymap.ask.signs import signs
from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition, Muscle, SourceRef
from bodymap.data.signs import RedFlag, most_urgent_first
from bodymap.place import Place
from bodymap.tell.levels import in_words
from bodymap.tell.signs import named
from bodymap.tell.way_on import cited
from bodymap.tell.wording import (
    CLASSES,
    INVOLVES,
    KINDS_SAID,
    NO_LOAD_ADVICE,
    NOT_ALL_CLEAR,
    NOT_PAIN,
    NOTICE,
    STRENGTHS,
    SUPPORT,
    TIMES,
    WAY_ON,
)

WIDTH = 110  # of a line of the notice


def matches(dataset: Dataset, marks: Sequence[Place], rows: Sequence[Match]) -> str:
    """The warning signs of the marked regions, then the patterns in the order given."""
    lines = _first_signs(dataset, marks)
    lines += [
        "",
        "Patterns some clinicians describe there:" if rows else "No described pattern reaches these regions.",
    ]
    for row in rows:
        lines.append(f"  {row.name}" + (f" ({row.side})" if row.side else ""))
        described = (("main", row.primary), ("spillover", row.spillover), ("also", row.also))
        said = (f"{word}: {', '.join(map(str, places))}" for word, places in described if places)
        lines.append("    " + "; ".join(said))
    return "\n".join(lines)


def _first_signs(dataset: Dataset, marks: Sequence[Place]) -> list[str]:
    here = signs(dataset, marks)
    lines = [*textwrap.wrap(NOTICE, WIDTH), "", "First, warning signs:"]
    lines += [f"  {TIMES[flag.time][0].upper()}: {flag.brief}" for flag in here.open]
    return [*lines, *(f"  {line}." for line in named(here)), f"  {NOT_ALL_CLEAR}"]


def referred(dataset: Dataset, marks: Sequence[Place], rows: Sequence[Referred]) -> str:
    """The warning signs of the marked regions, then everything that is described to reach them, kind by kind."""
    lines = _first_signs(dataset, marks)
    for kind, found in groupby(rows, key=lambda row: row.kind):
        lines += ["", KINDS_SAID[kind] + ":"]
        for row in found:
            lines.append(f"  {row.name}" + (f" ({row.side})" if row.side else ""))
            described = (("main", row.primary), ("less", row.spillover))
            lines.append("    " + "; ".join(f"{word}: {', '.join(map(str, p))}" for word, p in described if p))
    return "\n".join(lines if rows else [*lines, "", "Nothing is described to reach these regions."])


def record(fields: Mapping[str, Any]) -> str:
    """Any record, a field a line; what is empty is left out."""
    return "\n".join(f"{name}: {_said(value)}" for name, value in fields.items() if value not in (None, [], {}, ""))


def _said(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{name} {_said(inner)}" for name, inner in value.items() if inner not in (None, [], ""))
    return ", ".join(map(_said, value)) if isinstance(value, list) else str(value)


def muscle(dataset: Dataset, record: Muscle) -> str:
    """A muscle, its trigger points and where it is sourced."""
    lines = [
        f"{record.name} ({record.latin})",
        f"  also called: {', '.join(record.synonyms)}" if record.synonyms else "",
        f"  from {record.attachments.origin}; to {record.attachments.insertion}",
        f"  action: {record.action}",
        f"  nerve: {', '.join((record.innervation.nerve, *record.innervation.segments))}",
        f"  in running: {record.runner}",
        f"  support for the patterns: {SUPPORT[record.referral_support]}",
    ]
    lines.append(f"  note: {record.note}" if record.note else "")
    for point in record.trigger_points:
        lines += [f"  {point.label}: {point.where}", f"    main: {', '.join(point.primary)}"]
        lines.append(f"    {NOT_PAIN.format(point.feeling).lower()}" if point.feeling else "")
        lines.append(f"    spillover: {', '.join(point.spillover)}" if point.spillover else "")
        lines.append(f"    note: {point.note}" if point.note else "")
    lines += _near(dataset, record)
    linked = [c.name for c in dataset.conditions_of_muscle(record.id)]
    lines.append(f"  named in: {', '.join(linked)}" if linked else "")
    return "\n".join([line for line in lines if line] + _sources(dataset, record.sources))


def condition(dataset: Dataset, record: Condition) -> str:
    """A condition, warning signs first."""
    warn = CLASSES[record.safety_class]
    lines = [f"{record.name} ({record.plain_name})", *([f"  {warn}."] if warn else []), "  Warning signs:"]
    lines += _flags(most_urgent_first(dataset.red_flags[flag] for flag in record.red_flags))
    lines += [f"  {record.summary}", f"  {record.story}", f"  where: {', '.join(record.regions)}"]
    for link in record.muscles:
        note = f": {link.note}" if link.note else ""
        lines.append(f"  muscle: {dataset.muscles[link.muscle].name} ({in_words(link.link_support)}){note}")
    involved = [named.name for _, named in dataset.involved(record.id)]
    lines += [f"  {INVOLVES.lower()}: {', '.join(involved)}"] if involved else []
    lines.append(f"  can feel like, and be mistaken for: {', '.join(record.differentials)}")
    lines += [f"  see someone: {record.see_someone}", f"  what usually comes first: {record.first_care}"]
    lines += _way_on(dataset, record)
    return "\n".join(lines + _sources(dataset, dict.fromkeys((*cited(dataset, record), *record.sources))))


def _way_on(dataset: Dataset, record: Condition) -> list[str]:
    steps = dataset.next_steps.get(record.id)
    lines = [f"  {NO_LOAD_ADVICE}"] if record.stop_first else []
    for part, head in WAY_ON.items() if steps else ():
        lines += [f"  {head.lower()}: {said.text} ({STRENGTHS[said.strength]})" for said in getattr(steps, part)]
    return lines


def table(rows: Iterable[dict[str, str]]) -> str:
    """Ids and names in two columns."""
    rows = list(rows)
    width = max((len(row["id"]) for row in rows), default=0)
    return "\n".join(f"{row['id']:<{width}}  {row['name']}" for row in rows)


def _flags(flags: Iterable[RedFlag]) -> list[str]:
    lines = []
    for flag in flags:
        note = f" {flag.note}" if flag.note else ""
        lines.append(f"  {TIMES[flag.time][0].upper()}: {flag.sign} (clinicians think of: {flag.think_of}).{note}")
    return lines


def _near(dataset: Dataset, record: Muscle) -> list[str]:
    """What is recorded to lie near a muscle, as warnings; silence must not read as an all-clear."""
    zones = dataset.danger_of_muscle(record.id)
    if not zones:
        return ["  high-risk area: none recorded, which does not mean that nothing lies near"]
    return [f"  high-risk area: {zone.structure}. {zone.why}" for zone in zones]


def _sources(dataset: Dataset, refs: Iterable[SourceRef]) -> list[str]:
    lines = ["  sources:"]
    for ref in refs:
        source = dataset.sources[ref.key]
        locator = f" [{ref.locator}]" if ref.locator else ""
        lines.append(f"    {source.citation}{locator}" + (f" {source.link}" if source.link else ""))
    return lines
