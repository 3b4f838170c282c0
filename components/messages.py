"""What the page and Python tell each other. A message of the page that is not one of ours is no message at all."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Click:
    """The whole set of marks after a click, the revision it was based on, and what was on show if it says so."""

    seq: int
    base: int
    marks: tuple[str, ...]
    shown: dict[str, str] | None = None


@dataclass(frozen=True)
class Opening:
    """A cross, a muscle or a closer view chosen on the chart; empty where it is none of them."""

    seq: int
    point: str = ""
    muscle: str = ""
    side: str = ""
    layout: str = ""


@dataclass(frozen=True)
class Choice:
    """What was chosen in the search: a region with its side, a muscle or a condition."""

    seq: int
    kind: str
    id: str
    side: str = ""


def read_choice(message: Any) -> Choice | None:
    """The choice in ``{"seq", "kind", "id", "side"}``; None for anything else."""
    if not isinstance(message, dict) or not _whole(message.get("seq")):
        return None
    kind, id_, side = message.get("kind"), message.get("id"), message.get("side")
    if not isinstance(kind, str) or not isinstance(id_, str):
        return None
    return Choice(message["seq"], kind, id_, side if isinstance(side, str) else "")


def read_click(message: Any) -> Click | None:
    """The click in ``{"seq", "base", "marks", "shown"}``; None for anything else. A mark counts once."""
    if not isinstance(message, dict) or not _whole(message.get("seq")) or not _whole(message.get("base")):
        return None
    marks, shown = message.get("marks"), message.get("shown")
    if not isinstance(marks, list) or not all(isinstance(mark, str) for mark in marks):
        return None
    said = {k: v for k, v in shown.items() if isinstance(v, str)} if isinstance(shown, dict) else None
    return Click(message["seq"], message["base"], tuple(dict.fromkeys(marks)), said)


def read_opening(message: Any) -> Opening | None:
    """The choice in ``{"seq", "point" or "muscle" or "layout", "side"}``; None for anything else."""
    if not isinstance(message, dict) or not _whole(message.get("seq")):
        return None
    said = {name: message[name] for name in ("point", "muscle", "side", "layout") if isinstance(message.get(name), str)}
    return Opening(message["seq"], **said)


def part(value: Any, name: str) -> Any:
    """One part of a component's value, if the value has parts."""
    return value.get(name) if hasattr(value, "get") else None


def to_page(data: Any) -> bytes:
    """JSON for a mount, in bytes because Streamlit would write it twice; a letter that is none becomes ``?``."""
    return json.dumps(data, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "replace")


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
