"""Points written in terms of landmarks, as the tables of cuts use them.

A point is ``[x, y]``; each coordinate is a number or a sum such as ``"patella_upper + 0.01"``, where a
landmark's name stands for its coordinate on that axis. ``"a:b:0.3"`` lies three tenths of the way from
landmark ``a`` to landmark ``b``. A bare string is a whole point: ``"asis"`` or ``"asis:pubic_tubercle:0.5"``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

Point = tuple[float, float]
NUMBER = r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)"
TERM = re.compile(rf"\s*([+-]?)\s*([a-z][a-z0-9_]*(?::[a-z][a-z0-9_]*:{NUMBER})?|{NUMBER})")


class CutError(ValueError):
    """A table of cuts cannot be read or does not tile the skin; the message says where and why."""


def landmarks_of_view(landmarks: Mapping[str, dict[str, Any]], view: str) -> dict[str, Point]:
    """The landmarks drawn in one view, as ``{name: (x, y)}`` in that view's frame (body heights)."""
    return {
        name: (float(entry["views"][view][0]), float(entry["views"][view][1]))
        for name, entry in landmarks.items()
        if view in entry["views"]
    }


def resolve(point: str | Sequence[str | float], landmarks: Mapping[str, Point]) -> Point:
    """The ``(x, y)`` of a written point; raises ``CutError`` for a landmark the view does not have."""
    if isinstance(point, str):
        point = (point, point)
    if len(point) != 2:
        raise CutError(f"a point needs two coordinates, got {point!r}")
    return _coordinate(point[0], 0, landmarks), _coordinate(point[1], 1, landmarks)


def _coordinate(text: str | float, axis: int, landmarks: Mapping[str, Point]) -> float:
    if isinstance(text, int | float):
        return float(text)
    total, at = 0.0, 0
    for match in TERM.finditer(text):
        if match.start() != at or (at and not match[1]):
            break
        total += (-1 if match[1] == "-" else 1) * _term(match[2], axis, landmarks)
        at = match.end()
    if at == 0 or text[at:].strip():
        raise CutError(f"cannot read the coordinate {text!r}")
    return total


def _term(term: str, axis: int, landmarks: Mapping[str, Point]) -> float:
    if term[0].isdigit() or term[0] == ".":
        return float(term)
    first, *rest = term.split(":")
    for name in (first, *rest[:1]):
        if name not in landmarks:
            raise CutError(f"no landmark {name!r} in this view")
    start = landmarks[first][axis]
    return start + (landmarks[rest[0]][axis] - start) * float(rest[1]) if rest else start
