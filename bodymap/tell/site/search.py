"""The small index behind the search of the static edition, as a script, so that it also works from a folder."""

from __future__ import annotations

import json
from typing import Any

from bodymap.ask.search_warnings import as_rows
from bodymap.data.dataset import Dataset
from bodymap.tell.site.addresses import FOLDERS, file_of, name_of, records

_OTHER_NAMES = ("name", "plain_name", "anatomical_name", "latin", "synonyms", "segment")


def index_script(dataset: Dataset) -> str:
    """``bodymapIndex = {kinds, rows, warned}``: a row is its kind, its name, its page, other names, and phrases."""
    index = {
        "kinds": [folder.one for folder in FOLDERS.values()],
        "rows": [_row(kind, record) for kind, record in records(dataset)],
        "warned": as_rows(dataset),
    }
    return f"window.bodymapIndex = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n"


def _row(kind: str, record: Any) -> list[Any]:
    name = name_of(record)
    others: list[str] = []
    for field in _OTHER_NAMES:
        value = getattr(record, field, None) or ()
        others += [value] if isinstance(value, str) else value
    named = [other for other in dict.fromkeys(others) if other != name]
    said = "|".join(getattr(record, "people_say", ()))
    return [list(FOLDERS).index(kind), name, file_of(kind, record.id), "|".join(named), said]
