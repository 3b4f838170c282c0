"""The one owner of the session's state: marks, painted and pinned patterns, the chosen muscle, what is on show.

Session state holds plain ids only: a mark as ``Place`` spells it (``"knee_front.right"``), a pattern as
``"point@side"``, or ``"point@"`` where no mark has a side. ``revision`` grows whenever Python changes the marks
itself, so that a click that was based on an older set can be told apart.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection, Iterable, Mapping
from copy import copy
from typing import Any

import streamlit as st

from bodymap.body.figure import FIGURES, Figure
from bodymap.felt import unknown_in
from bodymap.place import Place, read_marks
from components import language, said, unknown
from components.messages import Choice, part, read_choice, read_click, read_opening

CHART = "chart"
MUSCLE_CHART = "muscle_chart"
QUIZ_CHART = "quiz_chart"
CLICKS, MUSCLE_CLICKS, QUIZ_CLICKS = (
    "chart_state",
    "muscle_chart_state",
    "quiz_chart_state",
)  # where clicks on them arrive (components.body_chart.clicks)
SEARCH = "find_place"  # where choices in the search arrive (components.search_list)
MARKS, VIEW, PAINT, PINS, FEEL, FIGURE = (
    "marks",
    "view",
    "paint",
    "pins",
    "feel",
    "figure",
)  # parameters of the address of a page with a chart
NOTHING = "none"  # what the address says where nothing is painted on purpose
MOST_PINNED = 3
_UNDO_STEPS = 50
_DEFAULTS: dict[str, Any] = {
    "marks": [], "earlier": [], "revision": 1, "ack": 0, "opened": 0, "muscle_opened": 0,
    "painted": None, "unpainted": False, "pinned": [], "show_all": False, "all_injuries": False, "map": False,
    "figure": "man", "kind": "", "page": None, "marks_on_page": [],
    "stale": False, "looked": "", "look_seen": 0, "searched": 0, "about": None, "opening": None,
    **said.DEFAULTS, **unknown.DEFAULTS,
}  # fmt: skip


def arrive(page: str, known: Mapping[str, Place] | None = None, known_patterns: Collection[str] = ()) -> bool:
    """Set what is missing and note the page; call once, first thing in a page.

    On the first run of a session, and when the page is reached from another one, the marks and patterns in the
    address are taken over. Names that are not known are left out and noted (``components.unknown``). What the chart
    last said to an earlier session is old by then: the address is newer. Returns whether the page was reached just now.
    """
    language.speak()
    fresh = "marks" not in st.session_state
    for name, value in _DEFAULTS.items():
        st.session_state.setdefault(name, copy(value))
    if fresh:
        st.session_state.session = secrets.token_hex(8)
        _forget_messages()
    arrived = bool(st.session_state.page != page)
    st.session_state.page = page
    if arrived:
        unknown.forget()
        _take_figure(st.query_params.get(FIGURE, ""))
    if arrived and known:
        _take_address(known, known_patterns)
    return arrived


def _forget_messages() -> None:
    told = st.session_state.get(CLICKS)
    click = read_click(part(told, "marks"))
    st.session_state.ack = click.seq if click else 0
    for clicks, seen in ((CLICKS, "opened"), (MUSCLE_CLICKS, "muscle_opened")):
        opening = read_opening(part(st.session_state.get(clicks), "open"))
        st.session_state[seen] = opening.seq if opening else 0
    looks = (
        read_opening(part(st.session_state.get(clicks), "look")) for clicks in (CLICKS, MUSCLE_CLICKS, QUIZ_CLICKS)
    )
    st.session_state.look_seen = max((look.seq for look in looks if look), default=0)


def _take_address(known: Mapping[str, Place], known_patterns: Collection[str]) -> None:
    asked = st.query_params.get(MARKS, "")
    found, strange = read_marks(asked, known)
    if found and found != marks():
        set_marks(found)
    unknown.take(MARKS, asked if found == marks() else "", strange)
    _take_shown(dict(st.query_params), known, known_patterns)


def _take_shown(shown: Mapping[str, str], known: Mapping[str, Place], known_patterns: Collection[str]) -> None:
    """How marks feel, and the painted and the pinned patterns that an address names."""
    feel = shown.get(FEEL, "")
    said.take(feel, known)
    unknown.take(FEEL, feel, unknown_in(feel, known))
    if not known_patterns:
        return
    asked = list(dict.fromkeys(filter(None, re.split(r"[\s,;]+", shown.get(PINS, "")))))
    pins = [pattern for pattern in asked if pattern in known_patterns]
    if pins:
        st.session_state.pinned = pins[:MOST_PINNED]
    unknown.take(PINS, shown.get(PINS, ""), (pattern for pattern in asked if pattern not in known_patterns))
    paint = shown.get(PAINT, "").strip()
    if paint in known_patterns:
        st.session_state.painted = paint
    st.session_state.unpainted = paint == NOTHING
    unknown.take(PAINT, paint, [paint] if paint and paint != NOTHING and paint not in known_patterns else [])


def _take_figure(name: str) -> None:
    choose_figure(name)
    unknown.take(FIGURE, name, [name] if name and name not in FIGURES else [])


def take_clicks(known: Mapping[str, Place], known_patterns: Collection[str]) -> None:
    """Take in what was clicked in the picture since the last run: places, crosses of trigger points, and views."""
    told = st.session_state.get(CLICKS)
    click = read_click(part(told, "marks"))
    if click and click.seq != st.session_state.ack:
        st.session_state.ack = click.seq
        if click.base == st.session_state.revision:
            _take_marks(",".join(click.marks), known)
            if click.shown is not None:
                _take_shown(click.shown, known, known_patterns)
                _take_figure(click.shown.get(FIGURE, ""))
                st.session_state.looked = click.shown.get(VIEW, "")
    opened = read_opening(part(told, "open"))
    if opened and opened.seq != st.session_state.opened:
        st.session_state.opened = opened.seq
        if opened.point in known_patterns:
            show(opened.point)
    _take_look(told)


def _take_marks(spelt: str, known: Mapping[str, Place]) -> None:
    """The marks after a click, or those of an address that the page took up again; the picture shows what was taken."""
    found, strange = read_marks(spelt, known)
    _change(found)
    unknown.take(MARKS, spelt, strange)
    if ",".join(map(str, found)) != spelt:
        st.session_state.revision += 1


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
    for clicks in (MUSCLE_CLICKS, QUIZ_CLICKS):
        if clicks in st.session_state:
            _take_look(st.session_state[clicks])
    asked: str = st.session_state.looked
    st.session_state.looked = ""
    return asked


def _take_look(told: Any) -> None:
    """Note the view that a chart asks for, if it is newer than the last one."""
    look = read_opening(part(told, "look"))
    if look and look.seq > st.session_state.look_seen:
        st.session_state.look_seen = look.seq
        st.session_state.looked = look.layout


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


def mirror_marks() -> None:
    """The marks on the other side instead, with how they feel."""
    said.mirror()
    set_marks([mark.mirrored() for mark in marks()])


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
        unknown.forget(MARKS, PAINT, PINS, FEEL)
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


def redraw() -> None:
    """The whole page must be drawn again, not only the part that runs alone."""
    st.session_state.stale = True


def page_is_drawn() -> None:
    """Note what the whole page is drawn from."""
    st.session_state.marks_on_page = list(st.session_state.marks)
    st.session_state.stale = False


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
    unknown.forget(PAINT)
    if pattern:
        _close_map()


def ask_about(pattern: str) -> None:
    """Show what is known about a painted pattern."""
    st.session_state.about = pattern


def asked_about(pattern: str) -> bool:
    """Whether somebody wants to read what is known about a pattern."""
    return bool(st.session_state.about == pattern)


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
    unknown.forget(PINS)


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


def figure() -> Figure:
    """Which figure is drawn. Until somebody chooses it is the one that links without a figure have always opened."""
    chosen: Figure = st.session_state.get(FIGURE, "man")
    return chosen


def choose_figure(name: str) -> None:
    """Draw another figure; a name that is none changes nothing."""
    if name in FIGURES:
        st.session_state[FIGURE] = name
        unknown.forget(FIGURE)


def figure_parameter() -> dict[str, str]:
    """The figure as the address of a page with a chart holds it; empty where a link needs none."""
    return {FIGURE: figure()} if figure() != "man" else {}


def kept_parameters() -> dict[str, str]:
    """What every link to another page takes along: the figure and the language."""
    return {**figure_parameter(), **language.parameter()}


def in_address() -> dict[str, str]:
    """The figure and what else the address goes on saying: names that nobody knows, but for marks."""
    return {**figure_parameter(), **{name: text for name, text in unknown.kept().items() if name != MARKS}}


def chart_state(view: str | None = None, counts: Mapping[str, int] | None = None) -> dict[str, Any]:
    """The part of the chart's state that this module owns.

    With ``view``, as the address names it, the address also holds what is painted; ``counts`` are of the answer.
    """
    own = {name: st.session_state[name] for name in ("session", "revision", "ack")}
    marked = marks()
    own["felt"] = {str(mark): feels.quality for mark, feels in said.felt(marked).items() if feels.quality}
    paint = NOTHING if st.session_state.unpainted else (painted() or "")
    feel = {FEEL: spelt} if (spelt := said.for_link(marked)) else {}
    shown = {} if view is None else {VIEW: view, PAINT: paint, PINS: ",".join(pinned()), **feel}
    shown |= in_address()
    return {
        **own,
        "marks": list(map(str, marked)),
        "keepsMarks": MARKS in unknown.kept(),
        "picks": False,
        "shown": shown,
        "counts": dict(counts or {}),
    }
