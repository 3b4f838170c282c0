"""Which view is turned to: one that shows more, and none where the one on show draws as much as any."""

from __future__ import annotations

import pytest

from bodymap.body.scene import LAYOUTS, views_in
from components import data
from components.shared import view_control
from components.shared.view_control import chosen_layout, turn_to
from tests.real import CHART

DRAWN = {layout: {region for view in views_in(layout) for region in CHART[view].regions} for layout in LAYOUTS}


@pytest.fixture(autouse=True)
def chart(session, monkeypatch):
    monkeypatch.setattr(data, "chart", lambda: CHART)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_view_stays_where_it_draws_all(layout, session):
    session[view_control.KEY] = layout
    turn_to(sorted(DRAWN[layout]))
    assert chosen_layout() == layout


def test_a_view_stays_where_another_draws_as_much(session):
    session[view_control.KEY] = "Foot"
    turn_to(["heel_sole", "knee_front"])
    assert chosen_layout() == "Foot", "one of two places, as in every other view"


def test_the_view_that_draws_most_is_turned_to(session):
    assert chosen_layout() == "Whole body"
    turn_to(["heel_sole"])
    assert chosen_layout() == "Foot"
    turn_to(["knee_front", "thigh_front_lower", "heel_sole"])
    assert chosen_layout() == "Whole body"


def test_without_places_nothing_turns(session):
    session[view_control.KEY] = "Hand"
    turn_to([])
    assert chosen_layout() == "Hand"
