"""A thousand odd addresses, as the state and the server take them in: nothing raises, and what is unknown is named."""

from __future__ import annotations

from components import data, state, unknown
from tests import odd
from tests.each import each

from .test_front_door import asked, seen

EVERY = odd.addresses()
TAKEN = ("marks", "feel", "paint", "pins", "figure")  # what the state itself takes


@each("at", [at for at in EVERY if at.path in ("", "injuries")])
def test_what_is_unknown_is_named_and_what_is_known_is_taken(at: odd.Odd, session, address):
    session.clear()
    address.clear()
    address.update(at.said())
    patterns = data.known_patterns() if at.path == "" else ()
    assert state.arrive(at.path or "explore", data.known_places(), patterns)
    wanted = {name: tuple(names) for name, names in at.unknown().items() if name in TAKEN}
    assert {name: unknown.names(name) for name in TAKEN if unknown.names(name)} == wanted
    assert all(str(mark) in odd.PLACES for mark in state.marks()) and set(state.pinned()) <= set(odd.PATTERNS)
    assert all(text == at.said()[name] or name == "paint" for name, text in unknown.kept().items())


@each("at", [at for at in EVERY if not at.is_page])
def test_what_leads_nowhere_says_so(at: odd.Odd):
    if at.path.rstrip("/") in odd.NAMES:
        return
    status, _, body = asked(f"/{at.path}", at.query)
    assert status == 404 and "There is no such page" in body
    assert not seen(body).tags & {"script", "img", "svg", "iframe"}
