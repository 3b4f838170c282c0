"""The first page of the static edition, the index by body part, the index by letter, and what it all rests on."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.data.model import REGION_GROUPS, Condition, Muscle, Region
from bodymap.tell.levels import link_levels, pattern_levels
from bodymap.tell.markup import bullets, html, joined, quiet
from bodymap.tell.site.addresses import FOLDERS, link, name_of, records
from bodymap.tell.site.frame import APP, Page
from bodymap.tell.site.markup import para, part
from bodymap.tell.site.signs import signs_page
from bodymap.tell.wording import BODY_CREDIT, CLASSES, DATA_CREDIT, DRAFTS, NOTICE, PROGRAM_CREDIT, RIGHT_AND_LEFT

# Where the index by body part lists the groups of muscles.
MUSCLE_GROUPS: Mapping[str, tuple[str, ...]] = {
    "head_neck": ("face", "jaw", "neck_front", "neck_back"),
    "shoulder_arm": ("shoulder", "arm_front", "arm_back", "forearm_front", "forearm_back", "hand"),
    "trunk_front": ("chest", "abdomen"),
    "trunk_back": ("back",),
    "hip_thigh": ("pelvic_floor", "gluteal", "deep_hip", "thigh_front", "thigh_inner", "thigh_back"),
    "knee_leg": ("knee_back", "leg_front", "leg_outer", "leg_back"),
    "ankle_foot": ("foot_top", "foot_sole"),
}
_WHAT = (
    "Where muscles, nerve roots, nerves, joints and discs are described to be felt, which injuries and conditions are "
    "felt in a place, and which warning signs come first. Choose a part of the body, or search."
)


def list_pages(dataset: Dataset, app: str) -> Iterator[Page]:
    """The pages that lead to all others."""
    yield _first(dataset, app)
    yield _by_part(dataset)
    yield _by_letter(dataset)
    yield signs_page(dataset)
    yield _about(dataset)


def _first(dataset: Dataset, app: str) -> Page:
    parts = joined(
        html('<li><a class="card" href="parts.html#{}"><strong>{}</strong> {}</a></li>', id_, name, _some(dataset, id_))
        for id_, name in REGION_GROUPS.items()
    )
    kinds = [
        html('<a href="letters.html">{}</a>: {}', folder.many, len(dataset.records(kind)))
        for kind, folder in FOLDERS.items()
    ]
    explorer = html('<p class="ways"><a class="button" href="{}">Open the explorer</a></p>', app) if app else ""
    serious = [c for c in dataset.conditions.values() if c.safety_class == "emergency_mimic"]
    body = joined(
        (
            html("<h1>{}</h1><p>{}</p>", APP, _WHAT),
            explorer,
            html('<section><h2>Where is it?</h2><ul class="cards">{}</ul></section>', parts),
            part(
                "Emergencies that can feel like something else",
                bullets((link(dataset, "conditions", c.id, up="") for c in serious), "columns"),
            ),
            part("What is here", bullets(kinds, "columns")),
            part("Read this first", para(NOTICE), para(DRAFTS), para(RIGHT_AND_LEFT)),
        )
    )
    return Page("index.html", "Where does it hurt?", _WHAT, body)


def _some(dataset: Dataset, group: str) -> Markup:
    count = sum(region.group == group for region in dataset.regions.values())
    return html('<span class="quiet">{} places</span>', count)


def _by_part(dataset: Dataset) -> Page:
    ways = bullets((html('<a href="#{}">{}</a>', id_, name) for id_, name in REGION_GROUPS.items()), "row")
    sections = joined(
        part(name, *(_listed(dataset, kind, found) for kind, found in _in_part(dataset, id_)), anchor=id_)
        for id_, name in REGION_GROUPS.items()
    )
    said = "All places, injuries and conditions, muscles, nerve roots, nerves, joints and discs by part of the body."
    body = html('<h1>By body part</h1><nav aria-label="Body parts">{}</nav>{}', ways, sections)
    return Page("parts.html", "Index by body part", said, body)


def _in_part(dataset: Dataset, group: str) -> Iterator[tuple[str, list[str]]]:
    """What is felt or lies in a part of the body, kind by kind."""
    regions = {region.id for region in dataset.regions.values() if region.group == group}
    for kind in FOLDERS:
        yield kind, [r.id for r in dataset.records(kind).values() if _is_in(r, group, regions)]


def _is_in(record: object, group: str, regions: set[str]) -> bool:
    if isinstance(record, Region):
        return record.id in regions
    if isinstance(record, Muscle):
        return record.group in MUSCLE_GROUPS[group]
    if isinstance(record, Condition):
        return not regions.isdisjoint(record.regions)
    return not regions.isdisjoint(record.primary)  # type: ignore[attr-defined]  # of what is felt elsewhere


def _listed(dataset: Dataset, kind: str, ids: Iterable[str]) -> Markup:
    rows = bullets((_row(dataset, kind, id_) for id_ in ids), "columns")
    return html("<h3>{}</h3>{}", FOLDERS[kind].many, rows) if rows else Markup()


def _row(dataset: Dataset, kind: str, id_: str) -> Markup:
    record = dataset.records(kind)[id_]
    said = CLASSES[record.safety_class] if isinstance(record, Condition) else ""
    tag = html(' <span class="tag warn">{}</span>', said) if said else ""
    return link(dataset, kind, id_, up="") + tag


def _by_letter(dataset: Dataset) -> Page:
    letters: dict[str, list[Markup]] = {}
    for kind, record in sorted(records(dataset), key=lambda found: (_plain(name_of(found[1])), found[0])):
        row = html('{} <span class="quiet">{}</span>', link(dataset, kind, record.id, up=""), FOLDERS[kind].one.lower())
        first = _plain(name_of(record))[:1]
        letters.setdefault(first if first.isalpha() else "0-9", []).append(row)
    ways = bullets((html('<a href="#letter-{}">{}</a>', letter, letter.upper()) for letter in letters), "row")
    sections = joined(
        part(letter.upper(), bullets(rows, "columns"), anchor=f"letter-{letter}") for letter, rows in letters.items()
    )
    said = "Every place, injury, condition, muscle, nerve root, nerve, joint and disc from A to Z."
    return Page(
        "letters.html",
        "Index from A to Z",
        said,
        html('<h1>A to Z</h1><nav aria-label="Letters">{}</nav>{}', ways, sections),
    )


def _plain(text: str) -> str:
    """As sorted: without accents, capitals and what stands before the first letter or digit."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).lstrip("\"'([<>/. ")


def _about(dataset: Dataset) -> Page:
    drafts = sum(muscle.curation.status == "draft" for muscle in dataset.muscles.values())
    newest = max((muscle.curation.date for muscle in dataset.muscles.values()), default=None)
    changed = f", last changed {newest:%d %B %Y}" if newest else ""
    size = f"{len(dataset.muscles)} muscles and {len(dataset.trigger_points)} trigger points{changed}. "
    size += f"{drafts} muscle records are drafts that no clinician has reviewed yet."
    body = joined(
        (
            Markup("<h1>About</h1>"),
            para(NOTICE),
            part("What it rests on", para(size), para(DRAFTS), para(RIGHT_AND_LEFT)),
            part("How well a pattern of a muscle is documented", bullets(pattern_levels(dataset))),
            part(
                "How well a muscle is linked to a condition",
                quiet("No level shows a cause."),
                bullets(link_levels(dataset)),
            ),
            part("Licences and credit", bullets((BODY_CREDIT, DATA_CREDIT, PROGRAM_CREDIT))),
        )
    )
    return Page(
        "about.html", "About: what it says and what it does not say", f"What this edition rests on. {NOTICE}", body
    )
