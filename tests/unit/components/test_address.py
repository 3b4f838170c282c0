"""A choice that the address holds: news from the address counts, a choice just made counts more."""

from __future__ import annotations

import pytest

from components import unknown
from components.shared.address import follow, hold

CHOICES = ("first", "second", "third")


@pytest.fixture
def run(session, address):
    """One run of a page with a widget: what is chosen at its end. ``chosen`` is what the reader chose before it."""

    def page(chosen: str | None = None) -> str:
        if chosen:
            session.part = chosen
        follow("part", CHOICES, "first")
        hold("part", session.part, "first")
        return session.part

    return page


@pytest.mark.parametrize(("asked", "shown"), [("second", "second"), ("nothing", "first"), (None, "first")])
def test_the_address_opens_a_choice_and_an_unknown_one_the_first(run, address, asked, shown):
    if asked:
        address["part"] = asked
    assert run() == shown
    assert address == ({"part": asked} if asked else {}), "the address is kept"


def test_a_name_that_is_no_choice_is_noted_until_something_is_chosen(run, address):
    address["part"] = "secnd"
    assert (run(), run(), unknown.names("part")) == ("first", "first", ("secnd",))
    assert run("second") == "second" and address == {"part": "second"} and unknown.names("part") == ()


def test_the_first_choice_needs_no_parameter_and_another_is_held(run, address):
    assert run() == "first" and address == {}
    assert run("second") == "second" and address == {"part": "second"}
    assert run() == "second"
    assert run("first") == "first" and address == {"part": "first"}


def test_back_and_forward_bring_the_choice_back(run, address):
    run("second")
    run("third")
    address["part"] = "second"
    assert run() == "second"
    del address["part"]
    assert run() == "first"


def test_a_choice_just_made_counts_more_than_an_address_that_changes_with_it(run, address):
    run("second")
    address["part"] = "third"
    assert run("first") == "first"
    assert address["part"] == "first"
    assert run() == "first", "the address of before is no news any more"


def test_an_address_that_stays_does_not_undo_a_choice(run, address):
    address["part"] = "second"
    run()
    assert run("third") == "third" and run() == "third"
