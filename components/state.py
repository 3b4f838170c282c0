"""The one owner of the session's state: marks, painted and pinned patterns, the chosen muscle, what is on show.

Session state holds plain ids only: a mark as ``Place`` spells it (``"knee_front.right"``), a pattern as
``"point@side"``, or ``"point@"`` where no mark has a side. ``revision`` grows whenever Python changes the marks
itself, so that a click that was based on an older set can be told apart.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import streamlit as st

from bodymap.place import Place
from components.messages import Choice, Opening, part, read_choice, read_click, read_opening

CHART = "chart"
MUSCLE_CHART = "muscle_chart"
QUIZ_CHART = "quiz_chart"
CLICKS, MUSCLE_CLICKS, QUIZ_CLICKS = (
    "chart_state",
    "muscle_chart_state",
    "quiz_chart_state",
)  # where clicks on them arrive (components.body_chart.clicks)
SEARCH = "find_place"  # where choices in the search arrive (components.search_list)
MARKS, VIEW, PAINT, PINS = "marks", "view", "paint", "pins"  # parameters of the address of a page with a chart
NOTHING = "none"  # what the address says where nothing is painted on purpose
MOST_PINNED = 3
_UNDO_STEPS = 50
_DEFAULTS: dict[str, Any] = {
    "marks": [], "earlier": [], "unknown_marks": 0, "revision": 1, "ack": 0, "opened": 0, "muscle_opened": 0,
    "painted": None, "unpainted": False, "pinned": [], "show_all": False, "all_injuries": False, "map": False,
    "kind": "", "page": None, "marks_on_page": [], "stale": False, "looked": "", "look_seen": 0, "searched": 0,
}  # fmt: skip


def arrive(page: str, known: Mapping[str, Place] | None = None, known_patterns: Collection[str] = ()) -> bool:
    """Set what is missing and note the page; call once, first thing in a page.

    On the first run of a session, and when the page is reached from another one, the marks and patterns in the
    address are taken over. Marks not in ``known`` are left out and counted. What the chart last said to an earlier
    session is old by then: the address is newer. Returns whether the page was reached just now.
    """
    fresh = "marks" not in st.session_state
    for name, value in _DEFAULTS.items():
        st.session_state.setdefault(name, value if not isinstance(value, list) else list(value))
    if fresh:
        st.session_state.session = secrets.token_hex(8)
        _forget_messages()
    arrived = bool(st.session_state.page != page)
    st.session_state.page = page
    if arrived and known:
        _take_address(known, known_patterns)
    return arrived


def _forget_messages() -> None:
    click = read_click(part(st.session_state.get(CLICKS), "marks"))
    st.session_state.ack = click.seq if click else 0
    for clicks, seen in ((CLICKS, "opened"), (MUSCLE_CLICKS, "muscle_opened")):
        opening = read_opening(part(st.session_state.get(clicks), "open"))
        st.session_state[seen] = opening.seq if opening else 0
    look = _newest_look()
    st.session_state.look_seen = look.seq if look else 0


def _take_address(known: Mapping[str, Place], known_patterns: Collection[str]) -> None:
    asked = dict.fromkeys(filter(None, st.query_params.get(MARKS, "").split(",")))
    found = [known[mark] for mark in asked if mark in known]
    if found and found != marks():
        set_marks(found)
    st.session_state.unknown_marks = len(asked) - len(found)
    _take_shown(dict(st.query_params), known_patterns)


def _take_shown(said: Mapping[str, str], known_patterns: Collection[str]) -> None:
    """The painted and the pinned patterns that an address names."""
    pins = [pattern for pattern in said.get(PINS, "").split(",") if pattern in known_patterns]
    if pins:
        st.session_state.pinned = list(dict.fromkeys(pins))[:MOST_PINNED]
    if said.get(PAINT) in known_patterns:
        st.session_state.painted = said[PAINT]
    st.session_state.unpainted = said.get(PAINT) == NOTHING


def take_clicks(known: Mapping[str, Place], known_patterns: Collection[str]) -> None:
    """Take in what was clicked in the picture since the last run: places, crosses of trigger points, and views."""
    click = read_click(part(st.session_state.get(CLICKS), "marks"))
    if click and click.seq != st.session_state.ack:
        st.session_state.ack = click.seq
        if click.base == st.session_state.revision:
            _change(known[mark] for mark in click.marks if mark in known)
            if click.shown is not None:
                _take_shown(click.shown, known_patterns)
                st.session_state.looked = click.shown.get(VIEW, "")
    opened = read_opening(part(st.session_state.get(CLICKS), "open"))
    if opened and opened.seq != st.session_state.opened:
        st.session_state.opened = opened.seq
        if opened.point in known_patterns:
            show(opened.point)


def chosen_on_body(known_muscles: Collection[str]) -> tuple[str | None, str | None, str]:
    """The muscle or the trigger point clicked on the chart of the muscle page since the last run, and the side."""
    click = read_opening(part(st.session_state.get(MUSCLE_CLICKS), "open"))
    if not click or click.seq == st.session_state.muscle_opened:
        return None, None, ""
    st.session_state.muscle_opened = click.seq
    point, side = split(click.point)
    return (click.muscle if click.muscle in known_muscles else None), point or None, click.side or side or ""


def chosen_in_search() -> Choice | None:
    """What was chosen in the search since the last run."""
    choice = read_choice(part(st.session_state.get(SEARCH), "chosen"))
    if choice is None or choice.seq == st.session_state.searched:
        return None
    st.session_state.searched = choice.seq
    return choice


def look(layout: str) -> None:
    """Ask for another view."""
    st.session_state.looked = layout


def looked_closer() -> str:
    """The view that was asked for since this was last asked, by a button beside the body or in the answer."""
    if (look := _newest_look()) and look.seq > st.session_state.look_seen:
        st.session_state.look_seen = look.seq
        st.session_state.looked = look.layout
    asked: str = st.session_state.looked
    st.session_state.looked = ""
    return asked


def _newest_look() -> Opening | None:
    looks = (
        read_opening(part(st.session_state.get(clicks), "look")) for clicks in (CLICKS, MUSCLE_CLICKS, QUIZ_CLICKS)
    )
    return max(filter(None, looks), key=lambda look: look.seq, default=None)


# ---- marks -------------------------------------------------------------------------------------------------


def marks() -> list[Place]:
    """The marks in the order in which they were set."""
    return [Place.of(mark) for mark in st.session_state.marks]


def toggle(mark: Place) -> None:
    """Set or take away one mark."""
    kept = marks()
    set_marks([m for m in kept if m != mark] if mark in kept else [*kept, mark])


def mark(place: Place) -> None:
    """Set a mark; one that is there stays."""
    if place not in marks():
        set_marks([*marks(), place])


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
    st.session_state.show_all = st.session_state.all_injuries = False
    st.session_state.kind = ""
    st.session_state.unpainted = False
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
    stale = st.session_state.stale or (shows_marks and st.session_state.marks != st.session_state.marks_on_page)
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
    """Paint a pattern, or none on purpose; the map of the marks makes room for it."""
    st.session_state.painted = pattern
    st.session_state.unpainted = pattern is None
    if pattern:
        _close_map()


def paint_first(pattern: str | None) -> None:
    """Paint the pattern on top of the list, unless nothing is painted on purpose."""
    st.session_state.painted = None if st.session_state.unpainted else pattern


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


def show_all_injuries() -> None:
    """List every condition rather than the first few."""
    st.session_state.all_injuries = True


def all_injuries_shown() -> bool:
    """Whether every condition is to be listed."""
    return bool(st.session_state.all_injuries)


def all_shown() -> bool:
    """Whether every muscle is to be listed."""
    return bool(st.session_state.show_all)


def open_kind() -> str:
    """The kind whose members are listed; empty if nobody chose one, ``NOTHING`` if the list was closed on purpose."""
    return str(st.session_state.kind)


def turn_kind(kind: str, is_open: bool) -> None:
    """List the members of a kind, or of none."""
    st.session_state.kind = NOTHING if is_open else kind


def map_shown() -> bool:
    """Whether the body shows where the patterns of the marks start."""
    return bool(st.session_state.map)


def chart_state(view: str | None = None, counts: Mapping[str, int] | None = None) -> dict[str, Any]:
    """The part of the chart's state that this module owns.

    With ``view``, as the address names it, the address also holds what is painted; ``counts`` are of the answer.
    """
    own = {name: st.session_state[name] for name in ("session", "revision", "ack")}
    paint = NOTHING if st.session_state.unpainted else (painted() or "")
    shown = {} if view is None else {VIEW: view, PAINT: paint, PINS: ",".join(pinned())}
    return {**own, "marks": list(st.session_state.marks), "picks": False, "shown": shown, "counts": dict(counts or {})}
