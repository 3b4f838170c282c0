"""HTML with buttons: what it is made of, and that a button does what it says and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from markupsafe import Markup, escape
from streamlit.testing.v1 import AppTest

from bodymap import words
from components.explore.rows import painting_row
from components.shared.actions import Acting, Action, button, button_row, on_request, together
from components.shared.markup import english, html
from tests.acting import buttons, choices, labels, mounts, offered, parts, press, send, tap
from tests.hostile import MARKUP

SAFE = escape(MARKUP)


def nothing() -> None:
    """What a button does whose effect no test asks about."""


MADE = {
    "a label of a row": lambda text: button_row(text, {}, "row", show_label=True),
    "a label that is only read out": lambda text: button_row(text, {}, "row"),
    "a button of a row": lambda text: button_row("", {"a": Action(text, nothing)}, "row"),
    "the name of a button": lambda text: button_row("", {text: Action("a", nothing)}, "row"),
    "the name of a row": lambda text: button_row("", {"a": Action("a", nothing)}, text),
    "a picture": lambda text: button_row("", {"a": Action("a", nothing, icon=text)}, "row"),
    "a further attribute": lambda text: Acting(button("a", Action("a", nothing), html(' class="{}"', text))),
    "a line to open": lambda text: on_request(text, "a", nothing),
    "the name of a line to open": lambda text: on_request("a", text, nothing),
    "a row that paints": lambda text: painting_row("a@left", text, painted=True),
    "what a row paints": lambda text: painting_row(text, "a", painted=False),
    "a text among parts": lambda text: together(Acting(Markup("<p></p>")), text),
}


@pytest.mark.parametrize("made", MADE.values(), ids=MADE)
def test_a_text_is_escaped(made):
    found = made(MARKUP)
    assert isinstance(found.html, Markup) and SAFE in found.html
    assert "<b>" not in found.html and '"q"' not in found.html


def test_a_button_is_known_by_its_row_and_its_name():
    one, two = Action("One", nothing), Action("Two", nothing, icon="undo")
    row = button_row("Row", {"a": one, "b": two}, "row", show_label=True)
    assert row.acts == {"row:a": one, "row:b": two}
    assert row.html == (
        '<div data-row="row"><p>Row</p><div><button data-act="a">One</button>'
        '<button data-act="b" data-icon="undo">Two</button></div></div>'
    )
    assert '<p class="only-read">Row</p>' in button_row("Row", {"a": one}, "row").html


def test_parts_together_keep_their_order_and_all_that_they_do():
    first, last = button_row("A", {"a": Action("a", nothing)}, "one"), on_request("Open", "b", nothing)
    made = together(first, Markup("<hr/>"), Acting(), last)
    assert made.html == first.html + Markup("<hr/>") + last.html
    assert made.acts == {**first.acts, **last.acts} and together() == Acting()


def test_an_english_name_says_that_it_is_english_where_the_page_speaks_another_language():
    def row() -> str:
        return button_row("Row", {"a": Action(english("Shin <splints>"), nothing)}, "row").html

    assert ">Shin &lt;splints&gt;</button>" in row()
    with words.speaking("de"):
        assert '><span lang="en">Shin &lt;splints&gt;</span></button>' in row()


# ---- on a page ----------------------------------------------------------------------------------------------


def page() -> None:
    """A page with two mounts; it says below what was done."""
    import streamlit as st

    from components.shared.actions import Acting, Action, actions, button_row, on_request, put, script_of_actions
    from components.shared.markup import quiet

    def does(*what: str) -> None:
        st.session_state.done = [*st.session_state.done, what]

    st.session_state.setdefault("done", [])
    script_of_actions()
    same = {row: button_row(row, {"go": Action(f"Go {row}", does, (row, "go"))}, row) for row in ("one", "two")}
    put({"first": same["one"], "text": Acting(quiet("Text")), "second": same["two"]}, key="both")
    put({"more": on_request("More", "open", does, "opened")}, key="more")
    actions("Alone & named", {"go": Action("Go alone", does, ("alone",))}, key="alone", show_label=True)


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_function(page).run()


def done(app: AppTest) -> list[Any]:
    assert not app.exception
    return list(app.session_state.done)


def test_parts_stand_in_order_each_mount_with_its_own(app):
    assert list(mounts(app)) == ["acting", "both", "more", "alone"]
    assert list(parts(app)) == ["first", "text", "second", "more", "alone"]
    assert [found.act for found in buttons(app)] == ["one:go", "two:go", "open", "alone:go"]
    assert labels(app) == {"one": "one", "two": "two", "alone": "Alone & named"}
    assert offered(app, "two") == ["Go two"] and choices(app, "two") == ["go"]


def test_rows_with_the_same_choice_are_told_apart(app):
    tap(app, "two", "go")
    assert done(app) == [("two", "go")]
    tap(app, "one", "go")
    assert done(app) == [("two", "go"), ("one", "go")]


def test_a_press_acts_once_and_nothing_stays_pressed(app):
    tap(app, "alone", "go")
    app.run()
    assert done(app) == [("alone",)]
    tap(app, "alone", "go")
    assert done(app) == [("alone",)] * 2


def test_a_part_to_open_asks_for_its_content(app):
    assert done(press(app, "open")) == [("opened",)]


@pytest.mark.parametrize("act", ["", "go", "one", "one:", "one:stop", "three:go", "alone:go", "open", ":go", "one:go "])
def test_an_act_that_a_mount_does_not_hold_does_nothing(app, act):
    assert done(send(app, "both", act)) == []


@pytest.mark.parametrize("act", [None, 7, True, 0.5, ["one:go"], {"act": "one:go"}, {"one:go": 1}, [], {}])
def test_an_act_that_is_no_text_does_nothing(app, act):
    assert done(send(app, "both", act)) == []


def test_a_text_is_escaped_also_where_the_same_stood_as_html_before():
    bold = "<b>Undo</b>"
    assert bold in button("undo", Action(Markup(bold), print))
    assert bold not in button("undo", Action(bold, print))
