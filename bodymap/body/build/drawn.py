"""Details of our own: head, hands and feet, drawn over the measured figures.

A sheet (``data/body/drawn/<name>.yaml``) names its ``views``, the measured ``features`` that it ``replaces``, and
``details`` in the order in which they are drawn. A point is written as in the tables of cuts. With ``at`` it is
relative to a landmark; with ``pairs`` to pairs of landmarks: ``[along, across]`` in lengths of the pair, once a pair.
The points of a detail are the corners of a smooth line, which passes near them (see ``svg``). ``whole`` mirrors a half,
given from midline to midline, to one shape. ``skin.yaml`` holds pieces that are added to the measured skin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bodymap.body.build.points import CutError, Point, resolve

SKIN = "skin"


@dataclass(frozen=True)
class Detail:
    """One drawn detail of a view in its frame."""

    id: str
    paths: Sequence[Sequence[Point]]
    closed: bool
    midline: bool


@dataclass(frozen=True)
class Sheets:
    """All sheets of the folder ``drawn``."""

    sheets: Sequence[Mapping[str, Any]]
    skin: Mapping[str, Sequence[Sequence[Point]]]

    def replaced(self, view: str) -> frozenset[str]:
        """The measured features that are not drawn in a view."""
        return frozenset(name for sheet in self._of(view) for name in sheet.get("replaces", ()))

    def details(self, view: str, landmarks: Mapping[str, Point]) -> Iterator[Detail]:
        """What is drawn in a view, in order."""
        for sheet in self._of(view):
            for entry in sheet["details"]:
                if view in entry.get("views", sheet["views"]):
                    yield _detail(entry, landmarks)

    def _of(self, view: str) -> Iterator[Mapping[str, Any]]:
        return (sheet for sheet in self.sheets if view in sheet["views"])


def read_sheets(folder: Path) -> Sheets:
    """The sheets of a folder, by name; none if the folder is not there."""
    tables = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yaml"))}
    return Sheets([table for name, table in tables.items() if name != SKIN], tables.get(SKIN) or {})


def _detail(entry: Mapping[str, Any], landmarks: Mapping[str, Point]) -> Detail:
    paths = entry["paths"] if "paths" in entry else [entry["path"]]
    drawn = [line for path in paths for line in _lines(path, entry, landmarks)]
    if entry.get("whole"):
        drawn = [_mirrored(line) for line in drawn]
    return Detail(entry["id"], drawn, entry.get("closed", False), bool(entry.get("whole")))


def _lines(path: Sequence[Any], entry: Mapping[str, Any], landmarks: Mapping[str, Point]) -> Iterator[list[Point]]:
    if "pairs" in entry:
        for pair in entry["pairs"]:
            start, end = (resolve(name, landmarks) for name in pair)
            yield [_along(start, end, float(along), float(across)) for along, across in path]
        return
    x, y = resolve(entry["at"], landmarks) if "at" in entry else (0.0, 0.0)
    yield [(x + dx, y + dy) for dx, dy in (resolve(point, landmarks) for point in path)]


def _along(start: Point, end: Point, along: float, across: float) -> Point:
    """The point so far along the line from ``start`` to ``end`` and so far to its left, in its lengths."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    return start[0] + along * dx - across * dy, start[1] + along * dy + across * dx


def _mirrored(half: Sequence[Point]) -> list[Point]:
    """A half from midline to midline, or from the midline outwards, with its mirror image."""
    if half[0][0] != 0:
        raise CutError(f"a half starts on the midline, not at {half[0]}")
    back = [(-x, y) for x, y in reversed(half) if x > 0]
    return [*half, *back] if half[-1][0] == 0 else [*back, *half]
