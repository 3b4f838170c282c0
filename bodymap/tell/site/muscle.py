"""The page of a muscle: what lies near, each pattern with its figure, anatomy, counts, conditions and sources."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bodymap.ask.counted import of_muscle
from bodymap.data.dataset import Dataset
from bodymap.data.model import Muscle
from bodymap.data.patterns import Pattern, Zone
from bodymap.tell.counted import limit, reported, sentence, sources_of, sources_on_touch
from bodymap.tell.markup import bullets, facts, html, joined, quiet, sources
from bodymap.tell.site.addresses import file_of, in_explorer, link, links
from bodymap.tell.site.figures import Figures
from bodymap.tell.site.frame import Page
from bodymap.tell.site.markup import para, part
from bodymap.tell.site.signs import see_signs
from bodymap.tell.wording import (
    COUNT_BY_TOUCH,
    COUNT_HEAD,
    NOT_PAIN,
    NOTICE_PICTURE,
    REACH,
    REPORTED,
    REPORTED_LIMIT,
    REPORTED_UNKNOWN,
    SUPPORT,
    VERBS,
)

NO_PATTERN = "No pattern of its own is documented for this muscle, so none is drawn."


def muscle_page(dataset: Dataset, figures: Figures, muscle: Muscle, app: str) -> Page:
    """Everything about a muscle."""
    patterns = [dataset.trigger_points[point.id] for point in muscle.trigger_points]
    body = joined(
        (
            html("<h1>{}</h1>", muscle.name),
            quiet(html("<em>{}</em>. {}", muscle.latin, _status(muscle))),
            see_signs(dataset, [z.region for p in patterns for z in p.primary]) if patterns else "",
            _near(dataset, muscle),
            para(muscle.runner),
            in_explorer(dataset, app, "muscles", muscle.id),
            _patterns(dataset, figures, muscle, patterns),
            part("Anatomy", _anatomy(dataset, muscle)),
            part(REPORTED, _reported(dataset, muscle)),
            _counted(dataset, muscle),
            _conditions(dataset, muscle),
            sources(dataset, muscle.sources),
        )
    )
    felt = [dataset.regions[zone.region].name for pattern in patterns for zone in pattern.primary]
    where = (
        f"described to be felt mainly in: {', '.join(dict.fromkeys(felt)).lower()}" if felt else "no pattern documented"
    )
    title = (
        f"{muscle.name}: trigger points and where they are described to be felt" if felt else f"{muscle.name}: anatomy"
    )
    return Page(file_of("muscles", muscle.id), title, f"{muscle.name} ({muscle.latin}): {where}.", body)


def _status(muscle: Muscle) -> str:
    said = "Draft: no clinician has reviewed this." if muscle.curation.status == "draft" else "Reviewed."
    return f"{said} Last changed {muscle.curation.date:%d %B %Y}."


def _near(dataset: Dataset, muscle: Muscle) -> Markup:
    zones = dataset.danger_of_muscle(muscle.id)
    if not zones:
        return Markup()
    said = sources(dataset, (ref for zone in zones for ref in zone.sources))
    items = bullets(zone.why for zone in zones)
    return html('<div class="danger"><span class="tag warn">High-risk area</span>{}{}</div>', items, said)


def _patterns(dataset: Dataset, figures: Figures, muscle: Muscle, patterns: Sequence[Pattern]) -> Markup:
    if not patterns:
        return part("Where it lies", para(NO_PATTERN), figures.of_muscle(muscle))
    shown = joined(_pattern(dataset, figures, pattern) for pattern in patterns)
    return part("Described patterns", quiet(NOTICE_PICTURE), shown)


def _pattern(dataset: Dataset, figures: Figures, pattern: Pattern) -> Markup:
    point = pattern.point
    rows = {
        "Where the point lies": point.where,
        "What is felt": NOT_PAIN.format(point.feeling) if point.feeling else "",
        "Mainly felt": _zones(dataset, pattern.primary),
        "Can spill over to": _zones(dataset, pattern.spillover),
        "Note": point.note or "",
        "How well documented": f"{SUPPORT[pattern.muscle.referral_support].capitalize()}.",
    }
    head = html('<h3 id="{}">{}</h3>', point.id, pattern.name)
    said = html("<div>{}{}</div>", facts(rows), sources(dataset, point.sources))
    return html('<article>{}<div class="pair">{}{}</div></article>', head, figures.of_pattern(pattern), said)


def _zones(dataset: Dataset, zones: Sequence[Zone]) -> Markup:
    return joined((link(dataset, "regions", zone.region) + REACH[zone.reach] for zone in zones), ", ")


def _anatomy(dataset: Dataset, muscle: Muscle) -> Markup:
    segments = muscle.innervation.segments
    roots = [root.id for root in dataset.nerve_roots.values() if root.segment in segments]
    nerves = [nerve.id for nerve in dataset.nerves.values() if muscle.id in nerve.muscles]
    drawn = any(structure.startswith("schematic_") for structure in muscle.structures)
    return facts(
        {
            "Also called": ", ".join(muscle.synonyms),
            "From": muscle.attachments.origin,
            "To": muscle.attachments.insertion,
            "Action": muscle.action,
            "Nerve": muscle.innervation.nerve + (f" ({', '.join(segments)})" if segments else ""),
            "Pages of nerves": links(dataset, "nerves", nerves),
            "Pages of nerve roots": links(dataset, "nerve_roots", roots),
            "Note": muscle.note or "",
            "Drawing": "schematic: built from landmarks, not measured" if drawn else "",
        }
    )


def _reported(dataset: Dataset, muscle: Muscle) -> Markup:
    if muscle.reported is None:
        return para(f"{REPORTED_UNKNOWN}.") if muscle.trigger_points else Markup()
    return para(f"{reported(muscle.reported)} {REPORTED_LIMIT}") + sources(dataset, muscle.reported.sources)


def _counted(dataset: Dataset, muscle: Muscle) -> Markup:
    found = of_muscle(dataset, muscle.id)
    if not found:
        return Markup()
    cited = sources(dataset, (*sources_of(found), *sources_on_touch(dataset)))
    return part(COUNT_HEAD, bullets(map(sentence, found)), quiet(limit(found)), quiet(COUNT_BY_TOUCH), cited)


def _conditions(dataset: Dataset, muscle: Muscle) -> Markup:
    rows = []
    for condition in dataset.conditions_of_muscle(muscle.id):
        named = next(linked for linked in condition.muscles if linked.muscle == muscle.id)
        rows.append(html("{}: {}", VERBS[named.link_support], link(dataset, "conditions", condition.id)))
    said = quiet("This is about place, not cause.")
    return part("Conditions that share a place with it", said, bullets(rows)) if rows else Markup()
