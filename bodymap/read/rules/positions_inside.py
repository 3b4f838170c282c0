"""A trigger point's position lies inside the drawn outline of its muscle, in each view that it names.

Outlines are the features of ``data/body/<view>.geojson`` with ``kind: muscle`` and ``extent: whole``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from shapely import Point

from bodymap.body.geometry import Polygons, areal
from bodymap.problems import Problem, shown
from bodymap.read.draft import Draft, Outlines


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every position outside its muscle, or in a view that does not draw the muscle."""
    drawn: dict[str, Outlines | None] = {}
    for entry, index, point in draft.points():
        for view, position in point.positions.items():
            if view not in drawn:
                try:
                    drawn[view] = outlines_of(draft, view)
                except (OSError, ValueError, KeyError, TypeError) as error:
                    drawn[view] = None
                    yield _unreadable(draft.body / f"{view}.geojson", error)
            outlines = drawn[view]
            if outlines is None:
                continue
            shapes = [outlines[name] for name in entry.record.structures if name in outlines]
            where = ("trigger_points", index, "positions", view)
            if not shapes:
                hint = "choose a view that draws " + " or ".join(entry.record.structures)
                yield entry.problem(*where, message=f"the muscle is not drawn in the view `{view}`", hint=hint)
            elif not any(areal(shape).covers(Point(position)) for shape in shapes):
                hint = "move it inside " + " or ".join(entry.record.structures)
                yield entry.problem(*where, message=f"{list(position)} lies outside the muscle", hint=hint)


def outlines_of(draft: Draft, view: str) -> Outlines:
    """The outlines of a view, read once for all rules. Raises what ``read_outlines`` raises."""
    if view not in draft.outlines:
        draft.outlines[view] = read_outlines(draft.body / f"{view}.geojson")
    return draft.outlines[view]


def read_outlines(path: Path) -> Outlines:
    """The whole outline of each muscle in one view, by structure id."""
    found: dict[str, Polygons] = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        about: Mapping[str, Any] = feature["properties"]
        if about["kind"] == "muscle" and about.get("extent") == "whole":
            geometry = feature["geometry"]
            single = geometry["type"] == "Polygon"
            found[about["id"]] = [geometry["coordinates"]] if single else geometry["coordinates"]
    return found


def _unreadable(path: Path, error: Exception) -> Problem:
    what = "the file is missing" if isinstance(error, FileNotFoundError) else f"is not a chart view: {error!r}"
    return Problem(shown(path), getattr(error, "lineno", 1), "", what, "run `make chart`")
