"""Muscles put where they belong and landmarks as lines, on a made-up view of two muscles side by side."""

from __future__ import annotations

from typing import Any

import pytest
from shapely import box
from shapely.geometry.base import BaseGeometry

from bodymap.body.build.details import with_details
from bodymap.body.build.outlines import View, polygon_of_rings
from bodymap.body.build.reshape import reshaped


def muscle(shape: BaseGeometry) -> dict[str, Any]:
    rings = [list(shape.exterior.coords)]
    return {"kind": "muscle", "rings": rings, "visible_rings": rings, "depth_order": 1, "source": "measured"}


VIEW = View(
    "front",
    box(0, 0, 2, 2),
    {"left": muscle(box(0, 0, 1, 2)), "right": muscle(box(1, 0, 2, 2))},
    {"nails": {"kind": "area", "paths": [[[0, 0], [0, 1], [1, 1]]]}},
    {"knee": (0.5, 0.5)},
)
RING = [[0.5, 0.5], [1.5, 0.5], [1.5, 1.5], [0.5, 1.5]]


def seen(view: View, name: str, key: str = "visible_rings") -> BaseGeometry:
    return polygon_of_rings(view.structures[name][key])


def corrected(**parts: Any) -> View:
    return reshaped(VIEW, {kind: {"front": part} for kind, part in parts.items()})


def test_a_deep_outline_shows_nowhere_and_takes_nothing():
    view = corrected(outlines={"deep": {"ring": RING}})
    assert seen(view, "deep").is_empty and seen(view, "deep", "rings").area > 0.7
    assert seen(view, "left").area == pytest.approx(2)


def test_an_outline_that_shows_lies_over_all_but_those_it_is_behind():
    view = corrected(outlines={"new": {"ring": RING, "shows": True, "behind": ["right"]}})
    assert seen(view, "right").area == pytest.approx(2)
    assert seen(view, "left").area + seen(view, "new").area == pytest.approx(2)
    assert seen(view, "new").bounds[2] <= 1


def test_a_muscle_that_lies_over_another_shows_in_all_of_its_outline():
    wide = {**VIEW.structures["left"], "rings": [list(box(0, 0, 1.5, 2).exterior.coords)]}
    view = View("front", VIEW.skin, {**VIEW.structures, "left": wide}, {}, {})
    view = reshaped(view, {"lies_over": {"front": {"left": ["right"]}}})
    assert seen(view, "left").area == pytest.approx(3, abs=0.01) and seen(view, "right").area == pytest.approx(1)


def test_a_ring_lets_a_muscle_lie_over_what_its_own_outline_does_not_reach():
    view = corrected(lies_over={"left": {"over": ["right", "not in this view"], "ring": RING}})
    assert 2.3 < seen(view, "left").area < 2.5, "a half of the rounded ring is gained"
    assert seen(view, "left").area + seen(view, "right").area == pytest.approx(4, abs=0.01)
    assert seen(view, "left", "rings").bounds[2] == pytest.approx(1.5)


def test_the_outline_of_a_muscle_on_the_midline_keeps_both_halves():
    middle = {**muscle(box(-0.1, 0.8, 0.1, 1)), "midline": True}
    view = View("front", VIEW.skin, {"middle": middle}, {}, {})
    ring = [[0, 1.5], [0.5, 1.5], [0.5, 0.5], [0, 0.5], [-0.5, 0.5], [-0.5, 1.5]]
    view = reshaped(view, {"outlines": {"front": {"middle": {"ring": ring, "shows": True}}}})
    x0, _, x1, _ = seen(view, "middle").bounds
    assert -x0 == pytest.approx(x1) and x1 > 0.45


def test_what_another_part_hides_is_trimmed_and_the_outline_stays():
    view = corrected(trims={"left": RING})
    assert seen(view, "left").area < 1.7 and seen(view, "left", "rings").area == pytest.approx(2)


def test_a_level_of_a_muscle_becomes_a_structure_of_its_own():
    view = corrected(parts={"left": {"upper": {"above": "knee"}}})
    assert seen(view, "upper", "rings").area == pytest.approx(1.5)
    assert seen(view, "left", "rings").area == pytest.approx(0.5)


def test_landmarks_are_arcs_lines_and_copies():
    rules = {
        "round": {"arcs": [{"at": "knee", "radii": [0.1, 0.2]}]},
        "half": {"arcs": [{"at": "knee", "radii": [0.1, 0.2], "between": [0, 180]}]},
        "ridge": {"lines": [[[0, 0], "knee"]], "closed": True},
        "copied": {"copy": "front", "as": "nails"},
    }
    [view] = with_details([VIEW], {"details": {"front": rules}})
    [whole], [half] = (view.features[name]["paths"] for name in ("round", "half"))
    assert whole[0] == pytest.approx(whole[-1]) and half[-1] == pytest.approx((0.4, 0.5))
    assert view.features["ridge"]["kind"] == "area" and view.features["ridge"]["paths"][0][-1] == (0.5, 0.5)
    assert view.features["copied"] == view.features["nails"]
