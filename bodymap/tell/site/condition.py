"""The page of a condition. Its safety class decides the order, and what may be shown at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from bodymap.ask.conditions import differentials, emergencies_of
from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS
from bodymap.data.model import Condition, LinkSupport
from bodymap.data.needling import Evidence
from bodymap.data.signs import most_urgent_first
from bodymap.tell.compared import compared
from bodymap.tell.facts import of_study
from bodymap.tell.markup import bullets, facts, folded, html, joined, quiet, sources
from bodymap.tell.site.addresses import file_of, in_explorer, link, links
from bodymap.tell.site.figures import Figures
from bodymap.tell.site.frame import Page
from bodymap.tell.site.markup import para, part
from bodymap.tell.site.signs import blocks
from bodymap.tell.way_on import cited, way_on
from bodymap.tell.wording import (
    BANNERS,
    COMPARED,
    INVOLVES,
    INVOLVES_NOTE,
    LOOK_ALIKE,
    NO_STUDY_FOUND,
    NOT_ALL_CLEAR,
    VERBS,
    WHEN,
)

_ORDER = ("flags", "see", "summary", "story", "where", "involves", "else", "compared", "care", "muscles", "studies")
# An emergency shows neither what it involves nor muscles nor studies of needling.
_ORDER_OF_EMERGENCIES = ("care", "flags", "summary", "story", "see", "else", "where")


def condition_page(dataset: Dataset, figures: Figures, condition: Condition, app: str) -> Page:
    """Everything about a condition; warning signs stand before muscles on every page."""
    order = _ORDER_OF_EMERGENCIES if condition.safety_class == "emergency_mimic" else _ORDER
    parts = joined(_PARTS[name](dataset, figures, condition) for name in order)
    banner = LOOK_ALIKE if condition.group == "serious" else BANNERS[condition.safety_class]
    kind = "now" if condition.safety_class == "emergency_mimic" else "today"
    status = "Draft: no clinician has reviewed this." if condition.curation.status == "draft" else "Reviewed."
    names = [name for name in (condition.name, *condition.synonyms) if name != condition.plain_name]
    also = f"Also called: {', '.join(names)}. " if names else ""
    body = joined(
        (
            html("<h1>{}</h1>", condition.plain_name),
            quiet(f"{also}{status} Last changed {condition.curation.date:%d %B %Y}."),
            html('<p class="flags {}"><strong>{}</strong></p>', kind, banner) if banner else "",
            parts,
            in_explorer(dataset, app, "conditions", condition.id),
            sources(dataset, (*condition.sources, *(ref for named in condition.muscles for ref in named.sources))),
        )
    )
    title = f"{condition.plain_name}: warning signs, the story, what comes first"
    return Page(file_of("conditions", condition.id), title, f"{condition.plain_name}. {condition.summary}", body)


def _summary(dataset: Dataset, figures: Figures, condition: Condition) -> Markup:
    return part("What it is", para(condition.summary))


def _flags(dataset: Dataset, figures: Figures, condition: Condition) -> Markup:
    own = blocks(most_urgent_first(dataset.red_flags[flag] for flag in condition.red_flags))
    meant = links(dataset, "conditions", (other.id for other in emergencies_of(dataset, condition)))
    also = quiet(html("Emergencies with these signs, each with its own page: {}.", meant)) if meant else ""
    return part("Warning signs", own, also, quiet(NOT_ALL_CLEAR), anchor="signs")


def _see(dataset: Dataset, figures: Figures, condition: Condition) -> Markup:
    return part("When to see someone", para(condition.see_someone))


def _story(dataset: Dataset, figures: Figures, condition: Condition) -> Markup:
    head = "What people tell" if condition.group == "serious" else "The typical story"
    when = ", ".join(WHEN[moment].lower() for moment in condition.when)
    return part(head, para(condition.story), quiet(f"Typically felt: {when}."))


def _where(dataset: Dataset, figures: Figures, condition: Condition) -> Markup:
    places = links(dataset, "regions", condition.regions)
    return part("Where it is felt", para(places), figures.of_regions(condition.regions, condition.plain_name))


def _involves(dataset: Dataset, figures: Figures, condition: Condition) -> Markup:
    many = {kind.one: name for name, kind in KINDS.items()}
    named = joined((link(dataset, many[kind], record.id) for kind, record in dataset.involved(condition.id)), ", ")
    return part(INVOLVES, para(named), quiet(INVOLVES_NOTE)) if named else Markup()


def _else(dataset: Dataset, figures: Figures, condition: Condition) -> Markup:
    pages = links(dataset, "conditions", (other.id for other in differentials(dataset, condition)))
    here = quiet(html("With a page here: {}.", pages)) if pages else ""
    return part("What else it can be", bullets(condition.differentials), here)


def _care(dataset: Dataset, figures: Figures, condition: Condition) -> Markup:
    references = sources(dataset, cited(dataset, condition), "Sources of this part")
    return html("<section>{}{}</section>", way_on(dataset, condition, level=2), references)


def _compared(dataset: Dataset, figures: Figures, condition: Condition) -> Markup:
    """The tables in which it stands beside what it is confused with."""

    def named(other: Condition) -> object:
        return condition.plain_name if other == condition else link(dataset, "conditions", other.id)

    return joined(
        part(
            COMPARED.format(table.name),
            compared(dataset, table, named),
            sources(dataset, (ref for row in table.rows for ref in row.sources)),
        )
        for table in dataset.comparisons_with(condition.id)
    )


def _muscles(dataset: Dataset, figures: Figures, condition: Condition) -> Markup:
    if condition.group == "serious":
        return Markup()
    rows = []
    for level in LinkSupport:
        named = [one for one in condition.muscles if one.link_support == level]
        if named:
            rows.append(html("{}: {}.", VERBS[level], links(dataset, "muscles", (one.muscle for one in named))))
    head = "Muscles whose patterns share the place"
    if not rows:
        return part(head, para("None are listed: muscle patterns do not explain this condition."))
    notes = bullets(f"{dataset.muscles[one.muscle].name}: {one.note}" for one in condition.muscles if one.note)
    return part(head, quiet("This is about place, not cause."), bullets(rows), notes)


def _studies(dataset: Dataset, figures: Figures, condition: Condition) -> Markup:
    if condition.group == "serious":
        return Markup()
    every = dataset.evidence_of_condition(condition.id)
    needled = [study for study in every if study.intervention == "dry_needling"]
    others = [study for study in every if study.intervention != "dry_needling"]
    said = joined(_study(dataset, study) for study in needled) or para(NO_STUDY_FOUND)
    label = f"Studies of something else ({len(others)}), not to be counted as dry needling"
    rest = folded(label, joined(_study(dataset, study) for study in others)) if others else ""
    return part("What studies of dry needling found", said, rest)


def _study(dataset: Dataset, study: Evidence) -> Markup:
    cited = sources(dataset, study.sources, "Source")
    return html(
        '<div class="study"><p>{} {}</p>{}{}</div>', study.studied, study.finding, facts(of_study(study)), cited
    )


_PARTS: Mapping[str, Callable[[Dataset, Figures, Condition], Markup]] = {
    "summary": _summary, "flags": _flags, "see": _see, "story": _story, "where": _where, "involves": _involves,
    "else": _else, "compared": _compared, "care": _care, "muscles": _muscles, "studies": _studies,
}  # fmt: skip
