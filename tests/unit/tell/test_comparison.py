"""Muscles beside each other: facts in a table, pictures on one scale."""

from __future__ import annotations

import re

from bodymap.tell.comparison import as_html, facts_beside, pictures_beside, places_of_all
from tests.hostile import MARKUP, hostile
from tests.real import CHART, REAL

THREE = [REAL.muscles[id_] for id_ in ("gluteus_medius", "gluteus_minimus", "quadratus_lumborum")]


def test_a_column_for_each_muscle_and_what_they_share():
    table = facts_beside(REAL, THREE)
    assert list(table.columns) == [muscle.name for muscle in THREE]
    shared = set(table.loc["Main places of all of them"])
    assert shared == {"Lower buttock, left"}
    assert list(table.loc["Action"]) == [muscle.action for muscle in THREE]
    assert all("draft" in said or "reviewed" in said for said in table.loc["How well documented"])
    assert not (table == "").all(axis="columns").any()


def test_a_muscle_without_a_pattern_says_so():
    table = facts_beside(REAL, [REAL.muscles["gemelli"], REAL.muscles["soleus"]])
    assert table.loc["Trigger points", "Gemelli (superior and inferior)"] == "none described"


def test_every_cell_is_escaped_and_none_cut_off():
    data = hostile()
    page = as_html(facts_beside(data, [data.muscles["soleus"], data.muscles["iliacus"]]))
    assert "<script" not in page and "<b>" not in page
    assert "&lt;script&gt;" in page and MARKUP[-10:] in page


def test_pictures_show_the_same_piece_of_the_same_view_with_a_cross_for_each_point():
    drawn = pictures_beside(CHART, REAL, THREE, "right")
    boxes = {re.search(r'viewBox="([^"]+)"', svg)[1] for svg in drawn}
    assert len(boxes) == 1 and len(set(drawn)) == 3
    assert drawn != pictures_beside(CHART, REAL, THREE, "left")


def test_a_main_place_of_one_point_is_main_for_the_muscle():
    places = places_of_all(REAL, REAL.muscles["soleus"], "left")
    assert not set(places.primary) & set(places.spillover)
