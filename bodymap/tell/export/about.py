"""What describes an export: how to cite it, its licences, a word to readers, and the dictionary of its tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from bodymap.data.release import Release
from bodymap.tell.export.columns import Column
from bodymap.tell.export.tables import Table
from bodymap.tell.wording import BODY_CREDIT, DRAFTS, NOTICE

NAME = "trigger-point-body-map"
TITLE = "Trigger Point Body Map data"
AUTHORS = "Trigger Point Body Map contributors"
ABOUT = (
    "Where experts describe pain of trigger points, nerve roots, nerves, joints, discs and organs to be felt, with "
    "warning signs, running injuries, studies of dry needling, and a source for every statement."
)
LICENCES = {
    "CC-BY-4.0": ("Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/"),
    "CC-BY-SA-4.0": (
        "Creative Commons Attribution-ShareAlike 4.0 International",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
}
KEYWORDS = ("anatomy", "referred pain", "trigger points", "running injuries", "dry needling", "open data")
BODY_LICENCE = "CC-BY-SA-4.0"
DATA_LICENCE = "CC-BY-4.0"


def citation(release: Release) -> str:
    """How to cite a version, in one line."""
    return f"{AUTHORS} ({release.date.year}). {TITLE}, version {release.version} [data set]. CC BY 4.0."


def citation_file(release: Release) -> str:
    """``CITATION.cff`` (Citation File Format 1.2.0)."""
    lines = [
        "cff-version: 1.2.0",
        'message: "If you use these data, please cite them as below. The body chart has a licence of its own: '
        'CC BY-SA 4.0."',
        "type: dataset",
        f"title: {TITLE}",
        f"abstract: {json.dumps(f'{ABOUT} {DRAFTS}')}",
        "authors:",
        f"  - name: {AUTHORS}",
        f"version: {release.version}",
        f"date-released: {release.date}",
        f"license: {DATA_LICENCE}",
        "keywords:",
        *(f"  - {word}" for word in KEYWORDS),
    ]
    return "\n".join(lines) + "\n"


def licence() -> str:
    """``LICENSE.md``: which licence is for which file."""
    (by, by_url), (sa, sa_url) = LICENCES[DATA_LICENCE], LICENCES[BODY_LICENCE]
    return (
        f"# Licences\n\nEverything except the folder `geojson/`: {by} (CC BY 4.0), <{by_url}>. Suggested credit:\n\n"
        f"> {TITLE}, © {AUTHORS}, CC BY 4.0.\n\n"
        f"The folder `geojson/`: {sa} (CC BY-SA 4.0), <{sa_url}>. Credit:\n\n> {BODY_CREDIT}\n\n"
        "Titles and names of cited works belong to their owners. The identifiers of UBERON, FMA and TA2 are given for "
        "data exchange; those vocabularies have terms of their own. The data come without warranty, and no medical "
        "claim is made.\n"
    )


def changelog(releases: Iterable[Release]) -> str:
    """Every version with what changed, the newest first, as Markdown."""
    return "\n\n".join(
        f"## {release.version} ({release.date})\n\n{release.summary}\n\n"
        + "\n".join(f"- {change}" for change in release.changes)
        for release in releases
    )


def readme(release: Release) -> str:
    """``README.md``: what is where, and what to know before use."""
    return f"""# {TITLE}, version {release.version}

{ABOUT}

{NOTICE} {DRAFTS} Where you show these data to people, show warning signs before muscles and keep this notice.

| File | What it holds |
|---|---|
| `datapackage.json` | what describes every file (Data Package; `frictionless validate datapackage.json`) |
| `data_dictionary.md` | every table and column in words |
| `csv/`, `parquet/` | the tables, the same in both forms |
| `dataset.json`, `dataset.schema.json` | the records as the program holds them, and their JSON schema |
| `geojson/` | regions and muscles of the chart, one file a view |
| `sources.bib` | the references, as BibTeX |
| `CHANGES.md`, `CITATION.cff`, `LICENSE.md` | what changed, how to cite, licences |

Good to know:

- Tables are in UTF-8, with commas, and `true` and `false`. An empty cell means that nothing is recorded.
- `zones` says where pain of each trigger point is described: `level` is primary or spillover, `reach` is seen from the
  side of the point. `area_zones` says the same of nerve roots, nerves, joints, discs and organs.
- Counts in `prevalence_rows` are facts about the people of one study, no chances. Show only those whose `use` is
  `print`, and never with conditions whose `safety_class` is `emergency_mimic`.
- `citations` joins records to sources. A source with `verified` = `recalled` was cited from memory.
- Muscles have identifiers of UBERON, FMA and TA2 where sure (`identifiers`). Regions have none: they were cut for this
  map and are not the regions of these vocabularies.
- Coordinates of the chart are body heights on a flat drawing, not degrees of longitude and latitude. The person's left
  side is recorded; mirror it for the right one.

Cite as: {citation(release)}
"""


def dictionary(tables: Sequence[Table], release: Release) -> str:
    """Every table and column in words, as Markdown."""
    parts = [f"# Data dictionary\n\n{TITLE}, version {release.version}. `*` marks columns that are never empty."]
    for table in tables:
        rows = "\n".join(_line(column, column.name in table.key) for column in table.columns)
        parts.append(
            f"## {table.name}\n\n{_cell(table.about)} {len(table.rows)} rows.\n\n"
            f"| Column | Type | What it holds | Values |\n|---|---|---|---|\n{rows}"
        )
    return "\n\n".join(parts) + "\n"


def _line(column: Column, in_key: bool) -> str:
    values = ", ".join(f"`{value}`" for value in column.enum)
    if column.refers:
        values = f"in `{column.refers}`"
    elif column.pattern:
        values = f"`{column.pattern}`"
    name = f"`{column.name}`{'*' if column.required else ''}{' (key)' if in_key else ''}"
    return f"| {name} | {column.type} | {_cell(column.about)} | {_cell(values)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
