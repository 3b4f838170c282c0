"""The page of a nerve root, a nerve, a joint or a disc: where it is felt, how that is known, and what belongs to it."""

from __future__ import annotations

from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.data.model import SourceRef
from bodymap.data.patterns import Area
from bodymap.data.referral import Described, Nerve, NerveRoot, RootPain
from bodymap.tell.facts import for_students, of_places
from bodymap.tell.markup import bullets, facts, html, joined, quiet, sources
from bodymap.tell.site.addresses import file_of, in_explorer, links
from bodymap.tell.site.figures import Figures
from bodymap.tell.site.frame import Page
from bodymap.tell.site.markup import para, part
from bodymap.tell.site.signs import see_signs
from bodymap.tell.wording import (
    DRAFT_NOTE,
    FOR_STUDENTS,
    INVOLVES_NOTE,
    MAPS_DIFFER,
    MAPS_DIFFER_SOURCES,
    NO_PAIN,
    PLACE_IS_NOT_ENOUGH,
    SKIN_DIFFERS,
)

_PAIN, _TOUCH = "Where its pain is described", "Where touch is its own (its dermatome)"
_SKIN = "Where trouble of it is felt in the skin"


def referral_page(dataset: Dataset, figures: Figures, kind: str, record: Described, app: str) -> Page:
    """Everything about a nerve root, a nerve, a joint or a disc."""
    areas = [area for area in dataset.areas.values() if area.record is record]
    without = part(_PAIN, para(NO_PAIN)) if isinstance(record, NerveRoot) and not record.pain else ""
    plain = f"{record.plain_name}. " if record.plain_name != record.name else ""
    body = joined(
        (
            html("<h1>{}</h1>", record.name),
            quiet(DRAFT_NOTE) if record.curation.status == "draft" else quiet("Reviewed."),
            see_signs(dataset, [zone.region for area in areas for zone in area.primary]),
            para(plain + record.anatomy),
            _caution(dataset, record),
            in_explorer(dataset, app, kind, record.id),
            without,
            joined(_area(dataset, figures, area) for area in areas),
            part("More often described with it", para(record.often_with), sources(dataset, record.often_with_sources)),
            _students(record),
            _belongs(dataset, record),
            _conditions(dataset, record),
        )
    )
    return Page(file_of(kind, record.id), f"{record.name}: where it is felt", f"{record.name}. {record.anatomy}", body)


def _caution(dataset: Dataset, record: Described) -> Markup:
    if isinstance(record, NerveRoot):
        cited = [SourceRef(key=key) for key in MAPS_DIFFER_SOURCES if key in dataset.sources]
        return html('<div class="flags days"><p>{}</p>{}</div>', MAPS_DIFFER, sources(dataset, cited, "Studies"))
    says = SKIN_DIFFERS if isinstance(record, Nerve) else PLACE_IS_NOT_ENOUGH
    return html('<div class="flags days"><p>{}</p></div>', says)


def _area(dataset: Dataset, figures: Figures, area: Area) -> Markup:
    record = area.record
    where: Described | RootPain = record
    if isinstance(record, NerveRoot) and record.pain and area.feels == "pain":
        where = record.pain
    title = {"pain": _PAIN, "touch": _TOUCH, "feeling": _SKIN}[area.feels]
    differs = where.disagreement if isinstance(where, Described) else None
    rows = {
        "Mainly": links(dataset, "regions", where.primary),
        "Less often": links(dataset, "regions", where.spillover),
        **of_places(where),
        "Sources differ": differs or "",
    }
    said = html("<div>{}{}</div>", facts(rows), sources(dataset, where.sources))
    return part(title, html('<div class="pair">{}{}</div>', figures.of_area(area), said))


def _students(record: Described) -> Markup:
    if not isinstance(record, NerveRoot):
        return Markup()
    said = facts(for_students(record))
    return part("For students", said, quiet(FOR_STUDENTS)) if said else said


def _belongs(dataset: Dataset, record: Described) -> Markup:
    """The ways to the muscles, roots and nerves that belong to it."""
    rows: dict[str, str | Markup] = {}
    if isinstance(record, NerveRoot):
        nerves = [nerve.id for nerve in dataset.nerves.values() if record.segment in nerve.segments]
        muscles = [m.id for m in dataset.muscles.values() if record.segment in m.innervation.segments]
        rows["Nerves that carry it"] = links(dataset, "nerves", nerves)
        rows[f"Muscles that list {record.segment}"] = links(dataset, "muscles", muscles)
    elif isinstance(record, Nerve):
        roots = [root.id for root in dataset.nerve_roots.values() if root.segment in record.segments]
        rows["Nerve roots"] = links(dataset, "nerve_roots", roots)
        rows["Muscles that it supplies"] = links(
            dataset, "muscles", (m for m in record.muscles if m in dataset.muscles)
        )
    return part("What belongs to it", facts(rows))


def _conditions(dataset: Dataset, record: Described) -> Markup:
    found = dataset.conditions_involving(record.id)
    rows = bullets(links(dataset, "conditions", [condition.id]) for condition in found)
    return part("Conditions that involve it", quiet(INVOLVES_NOTE), rows) if rows else rows
