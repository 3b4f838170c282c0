"""The page of a place: warning signs, then injuries, then everything that is described to be felt there."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from bodymap.ask.conditions import injuries_first
from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS
from bodymap.data.model import REGION_GROUPS, Region
from bodymap.data.patterns import REFERRING, Area, Pattern
from bodymap.tell.markup import bullets, facts, html, joined, quiet
from bodymap.tell.site.addresses import file_of, in_explorer, link
from bodymap.tell.site.figures import Figures
from bodymap.tell.site.frame import Page
from bodymap.tell.site.markup import part
from bodymap.tell.site.signs import signs_of_place
from bodymap.tell.wording import CLASSES, KINDS_SAID, PLACE_IS_NOT_ENOUGH

PATTERNS_SAID = (
    "Patterns described by experts; people differ. The order is that of the body, from head to foot, and says nothing "
    "about what somebody has."
)


def place_page(dataset: Dataset, figures: Figures, region: Region, app: str) -> Page:
    """Everything about a place."""
    place = dataset.places_of(region.id)[0]
    also = [region.anatomical_name, *region.synonyms]
    group = REGION_GROUPS[region.group]
    body = joined(
        (
            html("<h1>{}</h1>", region.name),
            quiet(html('<a href="../parts.html#{}">{}</a>. Also called: {}.', region.group, group, ", ".join(also))),
            signs_of_place(dataset, place),
            figures.of_regions([region.id], region.name),
            in_explorer(dataset, app, "regions", region.id),
            _conditions(dataset, region),
            _muscles(dataset, region.id),
            _others(dataset, region.id),
        )
    )
    said = f"{region.name} ({region.anatomical_name}): warning signs first, then injuries felt there and muscles, nerve"
    said += " roots, nerves and joints that are described there."
    return Page(file_of("regions", region.id), f"{region.name}: what can be felt there", said, body)


def _conditions(dataset: Dataset, region: Region) -> Markup:
    rows = []
    for condition in injuries_first(dataset, dataset.places_of(region.id)):
        said = CLASSES[condition.safety_class]
        tag = html(' <span class="tag warn">{}</span>', said) if said else ""
        rows.append(link(dataset, "conditions", condition.id) + tag)
    return part("Injuries and conditions that are felt here", bullets(rows, "columns"))


def _muscles(dataset: Dataset, region: str) -> Markup:
    reaching = dataset.reaching(region)
    main = _by_muscle(dataset, reaching.primary)
    spill = _by_muscle(dataset, (pattern for pattern in reaching.spillover if pattern not in reaching.primary))
    rows = facts({"Mainly felt here": bullets(main, "columns"), "Can spill over to here": bullets(spill, "columns")})
    return part(KINDS_SAID["muscle"], quiet(PATTERNS_SAID), rows) if rows else Markup()


def _by_muscle(dataset: Dataset, patterns: Iterable[Pattern]) -> list[Markup]:
    """A line for each muscle with its points."""
    found: dict[str, list[str]] = {}
    for pattern in patterns:
        found.setdefault(pattern.muscle.id, []).append(pattern.point.label)
    rows = []
    for muscle, labels in found.items():
        points = ", ".join(label for label in labels if label != dataset.muscles[muscle].name)
        rows.append(
            link(dataset, "muscles", muscle) + (html(' <span class="quiet">{}</span>', points) if points else "")
        )
    return rows


def _others(dataset: Dataset, region: str) -> Markup:
    text = Markup()
    for kind in REFERRING[:-1]:  # organs stand with the warning signs
        one = KINDS[kind].one
        areas = [area for area in dataset.areas.values() if area.kind == one and region in area.regions]
        found: dict[str, list[str]] = {}
        for area in areas:
            found.setdefault(area.record.id, []).append(_felt(area, region))
        rows = [
            link(dataset, kind, id_) + html(' <span class="quiet">{}</span>', ", ".join(said))
            for id_, said in found.items()
        ]
        text += part(KINDS_SAID[one], bullets(rows, "columns"))
    return text + quiet(PLACE_IS_NOT_ENOUGH) if text else text


def _felt(area: Area, region: str) -> str:
    level = "mainly" if any(zone.region == region for zone in area.primary) else "less often"
    return f"{area.feels}, {level}" if area.kind == "nerve_root" else level
