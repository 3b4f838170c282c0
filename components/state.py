"""The one owner of the session's state: marks, painted and pinned patterns, the chosen muscle, what is on show.

Session state holds plain ids only: a mark as ``Place`` spells it (``"knee_front.right"``), a pattern as
``"point@side"``, or ``"point@"`` where no mark has a side. ``revision`` grows whenever Python changes the marks
itself, so that a click that was based on an older set can be told apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import streamlit as st

from bodymap.place import Place

CHART = "chart"
MUSCLE_CHART = "muscle_chart"
CLICKS, MUSCLE_CLICKS = (
    "chart_state",
    "muscle_chart_state",
)  # where clicks on them arrive (components.body_chart.clicks)
MARKS = "marks"  # the name of the parameter of the address that holds the marks
MOST_PINNED = 3
_UNDO_STEPS = 50
_DEFAULTS: dict[str, Any] = {
    "marks": [], "earlier": [], "unknown_marks": 0, "revision": 1, "ack": 0, "opened": 0, "looked": 0,
    "painted": None, "pinned": [], "show_all": False, "map": False, "page": None,
    "marks_on_page": [], "stale": False,
}  # fmt: skip


def arrive(page: str, known: Mapping[str, Place] | None = None) -> bool:
    """Set what is missing and note the page; call once, first thing in a page.

    On the first run of a session, and when the page is reached from another one, marks in the address are taken
    over. Those not in ``known`` are left out and counted. Returns whether the page was reached just now.
    """
    for name, value in _DEFAULTS.items():
        st.session_state.setdefault(name, value if not isinstance(value, list) else list(value))
    arrived = bool(st.session_state.page != page)
    st.session_state.page = page
    if arrived and known and (written := st.query_params.get(MARKS)):
        asked = dict.fromkeys(filter(None, written.split(",")))
        found = [known[mark] for mark in asked if mark in known]
        if found and found != marks():
            set_marks(found)
        st.session_state.unknown_marks = len(asked) - len(found)
    return arrived


def take_clicks(known: Mapping[str, Place], known_patterns: Collection[str]) -> None:
    """Take in what was clicked in the picture since the last run: places, and crosses of trigger points."""
    clicks = st.session_state.get(CLICKS) or {}
    click, opened = clicks.get("marks"), clicks.get("open")
    if click and click["seq"] != st.session_state.ack:
        st.session_state.ack = click["seq"]
        if click["base"] == st.session_state.revision:
            _change([known[mark] for mark in click["marks"] if mark in known])
    if opened and opened["seq"] != st.session_state.opened:
        st.session_state.opened = opened["seq"]
        if opened.get("point") in known_patterns:
            show(opened["point"])


def chosen_on_body(known_muscles: Collection[str]) -> tuple[str | None, str | None, str]:
    """The muscle or the trigger point clicked on the chart of the muscle page since the last run, and the side."""
    click = (st.session_state.get(MUSCLE_CLICKS) or {}).get("open")
    if not click or click["seq"] == st.session_state.opened:
        return None, None, ""
    st.session_state.opened = click["seq"]
    point, side = split(click.get("point", ""))
    muscle = click.get("muscle")
    return (muscle if muscle in known_muscles else None), point or None, click.get("side") or side or ""


def asked_to_look() -> str | None:
    """The close-up that a button beside the body asked for since the last run, or None; it stays asked for."""
    look = _newest_look()
    return str(look["layout"]) if look and look["seq"] != st.session_state.looked else None


def take_look() -> str | None:
    """The same, taken: asked again it is None."""
    asked = asked_to_look()
    if look := _newest_look():
        st.session_state.looked = look["seq"]
    return asked


def _newest_look() -> Mapping[str, Any] | None:
    looks = [(st.session_state.get(clicks) or {}).get("look") for clicks in (CLICKS, MUSCLE_CLICKS)]
    return max(filter(None, looks), key=lambda look: int(look["seq"]), default=None)


# ---- marks -------------------------------------------------------------------------------------------------


def marks() -> list[Place]:
    """The marks in the order in which they were set."""
    return [Place.of(mark) for mark in st.session_state.marks]


def toggle(mark: Place) -> None:
    """Set or take away one mark."""
    kept = marks()
    set_marks([m for m in kept if m != mark] if mark in kept else [*kept, mark])


def clear() -> None:
    """Take all marks away."""
    set_marks([])


def set_marks(new: Iterable[Place]) -> None:
    """Replace the marks; the picture follows."""
    st.session_state.revision += 1
    _change(new)


def can_undo() -> bool:
    """Whether there is an earlier set of marks to go back to."""
    return bool(st.session_state.earlier)


def undo() -> None:
    """Go back to the marks before the last change."""
    if st.session_state.earlier:
        earlier = st.session_state.earlier.pop()
        st.session_state.revision += 1
        _keep(earlier)


def _change(new: Iterable[Place]) -> None:
    spelt = [str(mark) for mark in new]
    if spelt != st.session_state.marks:
        st.session_state.unknown_marks = 0
        st.session_state.earlier = [*st.session_state.earlier, st.session_state.marks][-_UNDO_STEPS:]
        _keep(spelt)


def _keep(new: list[str]) -> None:
    st.session_state.show_all = False
    st.session_state.marks = new
    if not new:
        st.session_state.pinned = []
        _close_map()


def marks_parameter() -> dict[str, str]:
    """The marks as the address of a page with a chart holds them; empty without marks."""
    return {MARKS: ",".join(st.session_state.marks)} if st.session_state.marks else {}


def _close_map() -> None:
    st.session_state.stale = st.session_state.stale or st.session_state.map
    st.session_state.map = False


def page_is_stale(shows_marks: bool) -> bool:
    """Whether something outside the part that runs alone must be drawn again: the switch of the map, rows of places."""
    stale = (
        st.session_state.stale
        or asked_to_look()
        or (shows_marks and st.session_state.marks != st.session_state.marks_on_page)
    )
    st.session_state.stale = False
    return bool(stale)


def page_is_drawn() -> None:
    """Note what the whole page is drawn from."""
    st.session_state.marks_on_page = list(st.session_state.marks)
    st.session_state.stale = False


def unknown_marks() -> int:
    """How many marks of the address were left out when the page was opened."""
    return int(st.session_state.unknown_marks)


# ---- painted and pinned patterns ---------------------------------------------------------------------------


def pattern_id(point: str, side: str | None) -> str:
    """How the state names a pattern: ``soleus_1@left``, or ``soleus_1@`` without a side."""
    return f"{point}@{side or ''}"


def split(pattern: str) -> tuple[str, str | None]:
    """The trigger point and the side of a pattern's name."""
    point, _, side = pattern.partition("@")
    return point, side or None


def painted() -> str | None:
    """The pattern chosen last, or None."""
    value: str | None = st.session_state.painted
    return value


def show(pattern: str | None) -> None:
    """Paint a pattern, or none; the map of the marks makes room for it."""
    st.session_state.painted = pattern
    if pattern:
        _close_map()


def pinned() -> list[str]:
    """The patterns kept on the body to compare, in the order in which they were pinned."""
    return list(st.session_state.pinned)


def pin(pattern: str) -> None:
    """Keep a pattern on the body, or let it go; at most ``MOST_PINNED`` are kept."""
    kept = pinned()
    if pattern in kept:
        kept.remove(pattern)
    elif len(kept) < MOST_PINNED:
        kept.append(pattern)
    st.session_state.pinned = kept


def shown_patterns() -> list[str]:
    """What is on the body: the pinned patterns, then the painted one."""
    return list(dict.fromkeys([*pinned(), *([p] if (p := painted()) else [])]))


# ---- what is on show ---------------------------------------------------------------------------------------


def show_all() -> None:
    """List every muscle rather than the first few."""
    st.session_state.show_all = True


def all_shown() -> bool:
    """Whether every muscle is to be listed."""
    return bool(st.session_state.show_all)


def map_shown() -> bool:
    """Whether the body shows where the patterns of the marks start."""
    return bool(st.session_state.map)


def chart_state() -> dict[str, Any]:
    """The part of the chart's state that this module owns."""
    own = {name: st.session_state[name] for name in ("revision", "ack", "marks")}
    return {**own, "marks": list(own["marks"]), "picks": False}
