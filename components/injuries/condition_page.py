"""The page of a condition. Its safety class decides the order, and what may be shown at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from bodymap.ask.conditions import emergencies_of
from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition, LinkSupport, SafetyClass, SourceRef
from bodymap.data.next_steps import Comparison
from bodymap.data.signs import most_urgent_first
from bodymap.tell.compared import compared
from bodymap.tell.way_on import cited, way_on
from bodymap.tell.wording import BANNERS, COMPARED, INVOLVES, INVOLVES_NOTE, LOOK_ALIKE, NOT_ALL_CLEAR, VERBS, WHEN
from bodymap.words import lowered, tr
from components.shared import markup
from components.shared.evidence import studies_of
from components.shared.markup import english, html, joined
from components.shared.muscle_card import record_status
from components.shared.red_flags import flag_blocks

# What stands on the page, in which order. An emergency shows neither what it
# involves nor muscles nor studies of needling.
_ORDER: Mapping[SafetyClass, Sequence[str]] = {
    "emergency_mimic": ("care", "flags", "summary", "story", "see_someone", "else", "sources"),
    "rule_out_first": (
        "flags", "see_someone", "summary", "story", "involves", "else", "compared", "care", "muscles", "studies",
        "sources",
    ),
    "routine": (
        "summary", "flags", "see_someone", "story", "care", "else", "compared", "involves", "muscles", "studies",
        "sources",
    ),
}  # fmt: skip


def condition_page(dataset: Dataset, condition: Condition) -> Markup:
    """Everything about a condition as HTML; warning signs stand before muscles on every page."""
    parts = (_PARTS[name](dataset, condition) for name in _ORDER[condition.safety_class])
    return _head(condition) + joined(parts)


def _head(condition: Condition) -> Markup:
    also = markup.quiet(english(condition.name)) if condition.name != condition.plain_name else ""
    banner = tr(LOOK_ALIKE if condition.group == "serious" else BANNERS[condition.safety_class])
    kind = "now" if condition.safety_class == "emergency_mimic" else "today"
    box = '<div class="flags {} banner"><p class="flags-head"><strong>{}</strong></p></div>'
    return html("<h2>{}</h2>{}{}", english(condition.plain_name), also, html(box, kind, banner) if banner else "")


def _summary(_: Dataset, condition: Condition) -> Markup:
    names = ", ".join(condition.synonyms)
    called = markup.quiet(html("{} {}.", tr("Other words for it:"), english(names))) if names else ""
    return html("<p>{}</p>{}", english(condition.summary), called)


def _flags(dataset: Dataset, condition: Condition) -> Markup:
    own = most_urgent_first(dataset.red_flags[flag] for flag in condition.red_flags)
    return html(
        '<section aria-label="{}"><h3>{}</h3>{}{}{}</section>',
        tr("Warning signs"),
        tr("Warning signs"),
        flag_blocks(own),
        _emergencies(dataset, condition),
        markup.quiet(tr(NOT_ALL_CLEAR)),
    )


def _emergencies(dataset: Dataset, condition: Condition) -> Markup:
    """The look-alikes in our list that these signs lead to."""
    meant = [c.plain_name for c in emergencies_of(dataset, condition)]
    said = tr("Emergencies with these signs, each with its own page:")
    return markup.quiet(html("{} {}.", said, english(", ".join(meant)))) if meant else Markup()


def _see_someone(_: Dataset, condition: Condition) -> Markup:
    return html("<h3>{}</h3><p>{}</p>", tr("When to see someone"), english(condition.see_someone))


def _story(_: Dataset, condition: Condition) -> Markup:
    when = ", ".join(lowered(tr(WHEN[moment])) for moment in condition.when)
    head = tr("What people tell") if condition.group == "serious" else tr("The typical story")
    return html(
        "<h3>{}</h3><p>{}</p>{}", head, english(condition.story), markup.quiet(tr("Typically felt: {}.").format(when))
    )


def _involves(dataset: Dataset, condition: Condition) -> Markup:
    """The nerve roots, nerves, joints and discs by name."""
    named = ", ".join(record.name for _, record in dataset.involved(condition.id))
    if not named:
        return Markup()
    return html("<h3>{}</h3><p>{}.</p>{}", tr(INVOLVES), english(named), markup.quiet(tr(INVOLVES_NOTE)))


def _else(_: Dataset, condition: Condition) -> Markup:
    return html("<h3>{}</h3>{}", tr("What else it can be"), markup.bullets(map(english, condition.differentials)))


def _care(dataset: Dataset, condition: Condition) -> Markup:
    sources = markup.sources(dataset, cited(dataset, condition), tr("Sources of this part"))
    return way_on(dataset, condition) + sources


def _compared(dataset: Dataset, condition: Condition) -> Markup:
    """The tables in which it stands beside what it is confused with."""
    tables = (
        markup.folded(markup.english_in(tr(COMPARED).format(table.name), table.name), compared_html(dataset, table))
        for table in dataset.comparisons_with(condition.id)
    )
    return joined(tables)


def compared_html(dataset: Dataset, comparison: Comparison) -> Markup:
    """The table with its sources."""
    references = (ref for row in comparison.rows for ref in row.sources)
    return compared(dataset, comparison) + markup.sources(dataset, references)


def _muscles(dataset: Dataset, condition: Condition) -> Markup:
    if condition.group == "serious":
        return Markup()
    rows = [
        f"{tr(VERBS[level])}: {', '.join(dataset.muscles[link.muscle].name for link in links)}."
        for level in LinkSupport
        if (links := [link for link in condition.muscles if link.link_support == level])
    ]
    head = html("<h3>{}</h3>", tr("Muscles whose patterns share the place"))
    if not rows:
        return head + html("<p>{}</p>", tr("None are listed: muscle patterns do not explain this condition."))
    notes = [english(f"{dataset.muscles[link.muscle].name}: {link.note}") for link in condition.muscles if link.note]
    said = markup.folded(tr("Notes on these links"), markup.bullets(notes)) if notes else ""
    return head + markup.quiet(tr("This is about place, not cause.")) + markup.bullets(rows) + said


def _studies(dataset: Dataset, condition: Condition) -> Markup:
    return Markup() if condition.group == "serious" else studies_of(dataset, condition)


def _sources(dataset: Dataset, condition: Condition) -> Markup:
    cited: list[SourceRef] = [*condition.sources, *(ref for link in condition.muscles for ref in link.sources)]
    codes = tr("ICD-10 category, for data exchange only: {}.").format(", ".join(condition.icd10))
    said = [*([codes] if condition.icd10 else []), record_status(condition.curation)]
    return markup.sources(dataset, cited) + markup.quiet(" ".join(said))


_PARTS: Mapping[str, Callable[[Dataset, Condition], Markup]] = {
    "summary": _summary, "flags": _flags, "see_someone": _see_someone, "story": _story, "involves": _involves,
    "else": _else, "compared": _compared, "care": _care, "muscles": _muscles, "studies": _studies, "sources": _sources,
}  # fmt: skip
