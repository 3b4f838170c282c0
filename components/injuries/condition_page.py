"""The page of a condition. Its safety class decides the order, and what may be shown at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from bodymap.ask.conditions import emergencies_of
from bodymap.data.dataset import Dataset, most_urgent_first
from bodymap.data.model import Condition, LinkSupport, SafetyClass, SourceRef
from bodymap.tell.wording import BANNERS, INVOLVES, INVOLVES_NOTE, LOOK_ALIKE, NOT_ALL_CLEAR, VERBS, WHEN
from components.shared import markup
from components.shared.evidence import studies_of
from components.shared.markup import html, joined
from components.shared.red_flags import flag_blocks

# What stands on the page, in which order. An emergency shows neither what it
# involves nor muscles nor studies of needling.
_ORDER: Mapping[SafetyClass, Sequence[str]] = {
    "emergency_mimic": ("care", "flags", "summary", "story", "see_someone", "else", "sources"),
    "rule_out_first": (
        "flags", "see_someone", "summary", "story", "involves", "else", "care", "muscles", "studies", "sources",
    ),
    "routine": (
        "summary", "flags", "see_someone", "story", "involves", "else", "care", "muscles", "studies", "sources",
    ),
}  # fmt: skip


def condition_page(dataset: Dataset, condition: Condition) -> Markup:
    """Everything about a condition as HTML; warning signs stand before muscles on every page."""
    parts = (_PARTS[name](dataset, condition) for name in _ORDER[condition.safety_class])
    return _head(condition) + joined(parts)


def _head(condition: Condition) -> Markup:
    also = markup.quiet(condition.name) if condition.name != condition.plain_name else ""
    banner = LOOK_ALIKE if condition.group == "serious" else BANNERS[condition.safety_class]
    kind = "now" if condition.safety_class == "emergency_mimic" else "today"
    box = '<div class="flags {} banner"><p class="flags-head"><strong>{}</strong></p></div>'
    return html("<h2>{}</h2>{}{}", condition.plain_name, also, html(box, kind, banner) if banner else "")


def _summary(_: Dataset, condition: Condition) -> Markup:
    called = markup.quiet(f"Other words for it: {', '.join(condition.synonyms)}.") if condition.synonyms else ""
    return html("<p>{}</p>{}", condition.summary, called)


def _flags(dataset: Dataset, condition: Condition) -> Markup:
    own = most_urgent_first(dataset.red_flags[flag] for flag in condition.red_flags)
    return html(
        '<section aria-label="Warning signs"><h3>Warning signs</h3>{}{}{}</section>',
        flag_blocks(own),
        _emergencies(dataset, condition),
        markup.quiet(NOT_ALL_CLEAR),
    )


def _emergencies(dataset: Dataset, condition: Condition) -> Markup:
    """The look-alikes in our list that these signs lead to."""
    meant = [c.plain_name for c in emergencies_of(dataset, condition)]
    return (
        markup.quiet(f"Emergencies with these signs, each with its own page: {', '.join(meant)}.")
        if meant
        else Markup()
    )


def _see_someone(_: Dataset, condition: Condition) -> Markup:
    return html("<h3>When to see someone</h3><p>{}</p>", condition.see_someone)


def _story(_: Dataset, condition: Condition) -> Markup:
    when = ", ".join(WHEN[moment].lower() for moment in condition.when)
    head = "What people tell" if condition.group == "serious" else "The typical story"
    return html("<h3>{}</h3><p>{}</p>{}", head, condition.story, markup.quiet(f"Typically felt: {when}."))


def _involves(dataset: Dataset, condition: Condition) -> Markup:
    """The nerve roots, nerves, joints and discs by name."""
    named = ", ".join(record.name for _, record in dataset.involved(condition.id))
    return html("<h3>{}</h3><p>{}.</p>{}", INVOLVES, named, markup.quiet(INVOLVES_NOTE)) if named else Markup()


def _else(_: Dataset, condition: Condition) -> Markup:
    return html("<h3>What else it can be</h3>{}", markup.bullets(condition.differentials))


def _care(dataset: Dataset, condition: Condition) -> Markup:
    head = "What to do" if condition.safety_class == "emergency_mimic" else "What usually comes first"
    sources = markup.sources(dataset, condition.care_sources, "Guidelines and reviews")
    return html("<h3>{}</h3><p>{}</p>{}", head, condition.first_care, sources)


def _muscles(dataset: Dataset, condition: Condition) -> Markup:
    if condition.group == "serious":
        return Markup()
    rows = [
        f"{VERBS[level]}: {', '.join(dataset.muscles[link.muscle].name for link in links)}."
        for level in LinkSupport
        if (links := [link for link in condition.muscles if link.link_support == level])
    ]
    head = Markup("<h3>Muscles whose patterns share the place</h3>")
    if not rows:
        return head + Markup("<p>None are listed: muscle patterns do not explain this condition.</p>")
    notes = [f"{dataset.muscles[link.muscle].name}: {link.note}" for link in condition.muscles if link.note]
    said = markup.bullets(notes) if notes else ""
    return head + markup.quiet("This is about place, not cause.") + markup.bullets(rows) + said


def _studies(dataset: Dataset, condition: Condition) -> Markup:
    return Markup() if condition.group == "serious" else studies_of(dataset, condition)


def _sources(dataset: Dataset, condition: Condition) -> Markup:
    cited: list[SourceRef] = [*condition.sources, *(ref for link in condition.muscles for ref in link.sources)]
    codes = f"ICD-10 category, for data exchange only: {', '.join(condition.icd10)}. " if condition.icd10 else ""
    status = f"Record status: {condition.curation.status}, {condition.curation.date:%d %B %Y}."
    return markup.sources(dataset, cited) + markup.quiet(codes + status)


_PARTS: Mapping[str, Callable[[Dataset, Condition], Markup]] = {
    "summary": _summary, "flags": _flags, "see_someone": _see_someone, "story": _story,
    "involves": _involves, "else": _else, "care": _care, "muscles": _muscles, "studies": _studies, "sources": _sources,
}  # fmt: skip
