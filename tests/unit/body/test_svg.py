"""Path data says what the polygons say: it is parsed back here and compared point by point."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body.svg import UNITS, path

TOKEN = re.compile(r"[Mlqz]|-?\d+")
Whole = tuple[int, int]


def parse(data: str) -> list[tuple[Whole, list[tuple[Whole, ...]], bool]]:
    """Sub-paths as ``(start, steps, closed)`` in absolute units; a step is ``(end,)`` or ``(control, end)``."""
    tokens = TOKEN.findall(data)
    assert re.sub(r"[\s,]", "", data) == "".join(tokens), f"not path data: {data!r}"
    found: list[tuple[Whole, list[tuple[Whole, ...]], bool]] = []
    at, index = (0, 0), 0
    while index < len(tokens):
        command = tokens[index]
        end = next((i for i in range(index + 1, len(tokens)) if tokens[i].isalpha()), len(tokens))
        values = list(map(int, tokens[index + 1 : end]))
        pairs = list(zip(values[::2], values[1::2], strict=True))
        if command == "M":
            [at] = pairs
            found.append((at, [], False))
        elif command == "z":
            found[-1] = (*found[-1][:2], True)
        else:
            size = {"l": 1, "q": 2}[command]
            assert len(pairs) % size == 0
            for first in range(0, len(pairs), size):
                step = tuple((at[0] + dx, at[1] + dy) for dx, dy in pairs[first : first + size])
                at = step[-1]
                found[-1][1].append(step)
        index = end
    return found


def whole(points: list[tuple[float, float]]) -> list[Whole]:
    """What the path should hold: rounded, y downwards, neighbours that fall together once."""
    kept: list[Whole] = []
    for x, y in points:
        point = (round(x * UNITS), round(-y * UNITS))
        if not kept or kept[-1] != point:
            kept.append(point)
    return kept


coordinate = st.integers(-20_000, 20_000).map(lambda value: value / UNITS)
open_lines = st.lists(st.tuples(coordinate, coordinate), min_size=2, max_size=20, unique=True)
rings = st.lists(st.tuples(coordinate, coordinate), min_size=3, max_size=20, unique=True).map(lambda r: [*r, r[0]])


@given(rings)
def test_a_ring_parses_back_to_its_points(ring):
    [(start, steps, closed)] = parse(path([[ring]]))
    assert [start, *(end for (end,) in steps), start] == whole(ring)
    assert closed


@given(open_lines)
def test_an_open_line_parses_back_and_stays_open(line):
    [(start, steps, closed)] = parse(path([[line]], closed=False))
    assert [start, *(end for (end,) in steps)] == whole(line)
    assert not closed


@given(open_lines)
def test_a_smooth_open_line_keeps_its_ends_and_bends_at_the_corners_between(line):
    corners = whole(line)
    [(start, steps, closed)] = parse(path([[line]], smooth=True, closed=False))
    assert not closed
    assert start == corners[0] and steps[-1][-1] == corners[-1]
    if len(corners) > 2:
        assert [control for control, _ in steps] == corners[1:-1]
        assert [end for _, end in steps[:-1]] == [
            ((x0 + x1) // 2, (y0 + y1) // 2) for (x0, y0), (x1, y1) in pairwise(corners[1:-1])
        ]


@given(st.lists(st.lists(rings, min_size=1, max_size=3), min_size=1, max_size=3))
def test_every_ring_of_every_polygon_is_one_closed_piece_in_order(polygons):
    pieces = parse(path(polygons))
    assert [start for start, _, _ in pieces] == [whole(ring)[0] for polygon in polygons for ring in polygon]
    assert all(closed for _, _, closed in pieces)


@given(rings)
def test_a_smooth_ring_passes_the_middles_of_the_edges_and_bends_at_the_corners(ring):
    corners = whole(ring)[:-1]
    [(start, steps, closed)] = parse(path([[ring]], smooth=True))
    middles = [
        ((x0 + x1) // 2, (y0 + y1) // 2) for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True)
    ]
    assert closed
    assert [control for control, _ in steps] == corners
    assert [end for _, end in steps] == middles
    assert start == middles[-1], "the curve ends where it started"


@given(st.lists(st.tuples(st.floats(-2, 2), st.floats(-2, 2)), min_size=2, max_size=60))
def test_rounding_never_adds_up_along_the_path(line):
    expected = whole(line)
    if len(expected) < 2:
        assert path([[line]], closed=False) == ""
        return
    [(start, steps, _)] = parse(path([[line]], closed=False))
    ends = [start, *(end for (end,) in steps)]
    assert ends == expected
    assert all(any(abs(x * UNITS - a) <= 0.5 and abs(-y * UNITS - b) <= 0.5 for a, b in ends) for x, y in line)


def test_the_text_is_short():
    assert path([[[(0, 0), (0.0001, 0), (0.0001, -0.0002), (0, 0)]]]) == "M0 0l1 0 0 2z"
    assert path([[[(0.0001, 0.0001), (-0.0001, 0.0002), (0.0003, 0)]]], closed=False) == "M1-1l-2-1 4 2"


@pytest.mark.parametrize("smooth", [False, True])
@pytest.mark.parametrize("ring", [[(0.1, 0.1)], [(0.1, 0.1), (0.100001, 0.1), (0.1, 0.1)]])
def test_what_has_no_extent_is_not_drawn(ring, smooth):
    assert path([[ring]], smooth=smooth) == ""


def test_a_ring_of_two_points_is_a_straight_stroke():
    assert path([[[(0, 0), (0.001, 0), (0, 0)]]], smooth=True) == "M0 0l10 0z"


def test_nothing_gives_nothing():
    assert path([]) == ""
    assert path([], smooth=True) == ""
