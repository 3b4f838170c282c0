"""Which records differ between two versions of the data: new, changed, gone."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS
from bodymap.problems import DataProblems, Problem, shown

Records = Mapping[str, Sequence[Mapping[str, Any]]]
_HINT = "give the dataset.json of an earlier `python -m bodymap export`"


class Difference(NamedTuple):
    """The ids of one kind that differ."""

    kind: str
    new: list[str]
    changed: list[str]
    gone: list[str]

    def __str__(self) -> str:
        parts = [
            f"{len(ids)} {word}: {', '.join(ids)}"
            for word, ids in (("new", self.new), ("changed", self.changed), ("gone", self.gone))
            if ids
        ]
        return f"{self.kind.replace('_', ' ')}: " + "; ".join(parts)


def differences(old: Records, new: Records) -> list[Difference]:
    """What differs, kind by kind; trigger points are a kind of their own, and kinds without a difference are left out.

    The day and the state of a record's curation are no difference.
    """
    before, now = _apart(old), _apart(new)
    found = []
    for kind in dict.fromkeys((*now, *before)):
        was, is_ = before.get(kind, {}), now.get(kind, {})
        difference = Difference(
            kind,
            [id_ for id_ in is_ if id_ not in was],
            [id_ for id_ in is_ if id_ in was and is_[id_] != was[id_]],
            [id_ for id_ in was if id_ not in is_],
        )
        if any(difference[1:]):
            found.append(difference)
    return found


def since(path: Path, dataset: Dataset) -> list[Difference]:
    """What differs from an earlier export. Raises ``DataProblems`` if the file is none."""
    try:
        old = json.loads(path.read_text(encoding="utf-8-sig"))["records"]
        _apart(old)
    except OSError as error:
        raise DataProblems([Problem(shown(path), 1, "", f"cannot be read: {error.strerror}", _HINT)]) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise DataProblems([Problem(shown(path), line, "", "is not an export of the data", _HINT)]) from error
    new = {
        kind: [record.model_dump(mode="json", exclude_none=True) for record in dataset.tables[kind].values()]
        for kind in KINDS
    }
    return differences(old, new)


def _apart(records: Records) -> dict[str, dict[str, Mapping[str, Any]]]:
    """The records by kind and id, trigger points taken out of their muscles, without what is no difference."""
    apart: dict[str, dict[str, Mapping[str, Any]]] = {}
    for kind, rows in records.items():
        for row in rows:
            points = row.get("trigger_points") or ()
            own = {name: value for name, value in row.items() if name not in ("trigger_points", "curation")}
            apart.setdefault(kind, {})[row["id"] if "id" in row else row["key"]] = own
            for point in points:
                apart.setdefault("trigger_points", {})[point["id"]] = point
    return apart
