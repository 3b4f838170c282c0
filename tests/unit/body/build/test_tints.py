"""Neighbouring muscles get different tints, and a muscle has one tint in all views."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import box

from bodymap.body.build.outlines import View
from bodymap.body.build.tints import NEAR, muscle_tints
from bodymap.body.style import TINTS


def square(x: float, y: float, size: float = 0.1) -> list[list[tuple[float, float]]]:
    return [list(box(x, y, x + size, y + size).exterior.coords)]


def view(name: str, muscles: dict[str, list], **others: list) -> View:
    structures: dict[str, Any] = {n: {"kind": "muscle", "visible_rings": rings} for n, rings in muscles.items()}
    structures |= {n: {"kind": "bone", "visible_rings": rings} for n, rings in others.items()}
    return View(name, box(0, 0, 1, 1), structures, {}, {})


def test_neighbours_differ():
    row = {f"m{i}": square(0.1 * i, 0) for i in range(8)}
    tints = muscle_tints([view("front", row)])
    assert set(tints) == set(row)
    assert all(tints[f"m{i}"] != tints[f"m{i + 1}"] for i in range(7))


def test_muscles_that_nearly_touch_are_neighbours_and_far_ones_share_the_tints_evenly():
    near = muscle_tints([view("front", {"a": square(0, 0), "b": square(0.1 + NEAR / 2, 0)})])
    assert near["a"] != near["b"]
    far = muscle_tints([view("front", {f"m{i}": square(i, 0) for i in range(2 * TINTS)})])
    assert sorted(far.values()) == sorted([*range(TINTS)] * 2)


def test_neighbours_in_any_view_differ():
    apart = view("front", {"a": square(0, 0), "b": square(0.5, 0), "c": square(0.8, 0)})
    touching = view("back", {"a": square(0, 0), "c": square(0.1, 0)})
    tints = muscle_tints([apart, touching])
    assert tints["a"] != tints["c"]


def test_only_muscles_that_show_have_a_tint():
    assert set(muscle_tints([view("front", {"seen": square(0, 0), "deep": []}, rib=square(0.1, 0))])) == {"seen"}
    assert muscle_tints([]) == {}


def test_the_order_of_the_views_and_muscles_does_not_matter_to_neighbours():
    muscles = {name: square(0.1 * i, 0) for i, name in enumerate("abcdef")}
    there = muscle_tints([view("front", muscles)])
    back = muscle_tints([view("front", dict(reversed(muscles.items())))])
    assert there == back


@settings(deadline=None, max_examples=50)
@given(st.sets(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1))
def test_tints_are_in_the_table_and_differ_wherever_they_can(cells):
    """On a grid a square has at most eight neighbours; greedy colouring in order of degree needs four or five."""
    muscles = {f"m{x}{y}": square(0.1 * x, 0.1 * y) for x, y in cells}
    tints = muscle_tints([view("front", muscles)])
    assert set(tints.values()) <= set(range(TINTS))

    def tint(cell: tuple[int, int]) -> int:
        return tints[f"m{cell[0]}{cell[1]}"]

    clashes = [
        (a, b)
        for a in cells
        for b in cells
        if a < b and max(abs(a[0] - b[0]), abs(a[1] - b[1])) == 1 and tint(a) == tint(b)
    ]
    assert not clashes
