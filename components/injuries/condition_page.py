"""The page of a condition. Its safety class decides the order, and what may be shown at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

from bodymap.data.dataset import Dataset, most_urgent_first
from bodymap.data.model import Condition, FlagLevel, LinkSupport, SourceRef
from bodymap.tell.wording import NOT_ALL_CLEAR
from components.shared import markup
from components.shared.evidence import studies_of
from components.shared.red_flags import flag_block

VERBS = {
    LinkSupport.L0: "Can be felt in the same place",
    LinkSupport.L1: "Can be felt in the same place (experts link them)",
    LinkSupport.L2: "Found more often in people with this",
    LinkSupport.L3: "Treating it helped in a small trial of this",
}
WHEN = {
    "first_steps": "With the first steps of the day",
    "start_of_run": "At the start of a run",
    "builds_up": "Building up during a run",
    "sudden": "Suddenly",
    "after_run": "After a run or the next day",
    "rest_or_night": "At rest or at night",
    "not_tied_to_running": "Not tied to running",
}
LOOK_ALIKE = "This is not a muscle problem, but it can feel like one. Doctors want to rule it out first."
BANNERS = {
    "emergency_mimic": LOOK_ALIKE,
    "rule_out_first": "Have serious causes ruled out first. Only then is it worth thinking about muscles.",
    "routine": "",
}
# What stands on the page, in which order. An emergency shows neither muscles nor studies of needling.
_ORDER: Mapping[str, Sequence[str]] = {
    "emergency_mimic": ("care", "flags", "summary", "story", "see_someone", "else", "sources"),
    "rule_out_first": (
        "flags", "see_someone", "summary", "story", "else", "care", "muscles", "studies", "sources",
    ),
    "routine": ("summary", "flags", "see_someone", "story", "else", "care", "muscles", "studies", "sources"),
}  # fmt: skip


def condition_page(dataset: Dataset, condition: Condition) -> str:
    """Everything about a condition as HTML; warning signs stand before muscles on every page."""
    parts = (_PARTS[name](dataset, condition) for name in _ORDER[condition.safety_class])
    return _head(condition) + "".join(parts)


def _head(condition: Condition) -> str:
    also = f'<p class="quiet">{escape(condition.name)}</p>' if condition.name != condition.plain_name else ""
    banner = LOOK_ALIKE if condition.group == "serious" else BANNERS[condition.safety_class]
    kind = "emergency" if condition.safety_class == "emergency_mimic" else "urgent"
    said = (
        f'<div class="flags {kind} banner"><p class="flags-head"><strong>{escape(banner)}</strong></p></div>'
        if banner
        else ""
    )
    return f"<h2>{escape(condition.plain_name)}</h2>{also}{said}"


def _summary(_: Dataset, condition: Condition) -> str:
    called = (
        f'<p class="quiet">Other words for it: {escape(", ".join(condition.synonyms))}.</p>'
        if condition.synonyms
        else ""
    )
    return f"<p>{escape(condition.summary)}</p>{called}"


def _flags(dataset: Dataset, condition: Condition) -> str:
    own = most_urgent_first(dataset.red_flags[flag] for flag in condition.red_flags)
    blocks = "".join(flag_block(own, level) for level in FlagLevel)
    return (
        f'<section aria-label="Warning signs"><h3>Warning signs</h3>{blocks}'
        f'<p class="quiet">{NOT_ALL_CLEAR}</p></section>'
    )


def _see_someone(_: Dataset, condition: Condition) -> str:
    return f"<h3>When to see someone</h3><p>{escape(condition.see_someone)}</p>"


def _story(_: Dataset, condition: Condition) -> str:
    when = ", ".join(WHEN[moment].lower() for moment in condition.when)
    head = "What people tell" if condition.group == "serious" else "The typical story"
    return f'<h3>{head}</h3><p>{escape(condition.story)}</p><p class="quiet">Typically felt: {escape(when)}.</p>'


def _else(_: Dataset, condition: Condition) -> str:
    return f"<h3>What else it can be</h3>{markup.bullets(condition.differentials)}"


def _care(dataset: Dataset, condition: Condition) -> str:
    head = "What to do" if condition.safety_class == "emergency_mimic" else "What usually comes first"
    sources = markup.sources(dataset, condition.care_sources, "Guidelines and reviews")
    return f"<h3>{head}</h3><p>{escape(condition.first_care)}</p>{sources}"


def _muscles(dataset: Dataset, condition: Condition) -> str:
    if condition.group == "serious":
        return ""
    rows = [
        f"{escape(VERBS[level])}: {escape(', '.join(dataset.muscles[link.muscle].name for link in links))}."
        for level in LinkSupport
        if (links := [link for link in condition.muscles if link.link_support == level])
    ]
    head = "<h3>Muscles whose patterns share the place</h3>"
    if not rows:
        return f"{head}<p>None are listed: muscle patterns do not explain this condition.</p>"
    notes = [f"{dataset.muscles[link.muscle].name}: {link.note}" for link in condition.muscles if link.note]
    items = "".join(f"<li>{row}</li>" for row in rows)
    said = markup.bullets(notes) if notes else ""
    return f'{head}<p class="quiet">This is about place, not cause.</p><ul>{items}</ul>{said}'


def _studies(dataset: Dataset, condition: Condition) -> str:
    return "" if condition.group == "serious" else studies_of(dataset, condition)


def _sources(dataset: Dataset, condition: Condition) -> str:
    cited: list[SourceRef] = [*condition.sources, *(ref for link in condition.muscles for ref in link.sources)]
    codes = f"ICD-10 category, for data exchange only: {', '.join(condition.icd10)}. " if condition.icd10 else ""
    status = f"Record status: {condition.curation.status}, {condition.curation.date:%d %B %Y}."
    return f'{markup.sources(dataset, cited)}<p class="quiet">{escape(codes + status)}</p>'


_PARTS: Mapping[str, Callable[[Dataset, Condition], str]] = {
    "summary": _summary, "flags": _flags, "see_someone": _see_someone, "story": _story, "else": _else,
    "care": _care, "muscles": _muscles, "studies": _studies, "sources": _sources,
}  # fmt: skip
