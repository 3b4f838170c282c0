"""Cutting skin into regions, on a made-up view: a body one wide and two high with two landmarks."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from bodymap.body.build.cut import GRID, LARGEST_LEFTOVER, cut_regions
from bodymap.body.build.outlines import View
from bodymap.body.build.points import CutError
from bodymap.body.corners import corner_cut

SKIN = box(0, 0, 1, 2)
LANDMARKS = {"waist": (0.5, 1.0), "cap": (0.5, 0.5)}
WAIST = {"across": [[0, "waist"], [1, "waist"]]}
EDGE = {"along": [[0.5, 0], [0.5, 2]]}
CAP = {"around": [[0.4, 0.4], [0.6, 0.4], [0.6, 0.6], [0.4, 0.6]], "straight": True}


def view(skin: BaseGeometry = SKIN, **parts: Any) -> View:
    parts = {"structures": {}, "features": {}, "landmarks": LANDMARKS, **parts}
    return View(name="made_up", skin=skin, **parts)


def table(*regions: tuple[str, list[str]], **parts: Any) -> dict[str, Any]:
    lines = {"waist": WAIST, "edge": EDGE, **parts.get("lines", {})}
    areas = {"cap": CAP, **parts.get("areas", {})}
    return {"lines": lines, "areas": areas, "regions": [{"id": name, "bounds": bounds} for name, bounds in regions]}


def cut(*regions: tuple[str, list[str]], on: View | None = None, **parts: Any) -> dict[str, BaseGeometry]:
    return cut_regions(table(*regions, **parts), on or view())


def assert_tiles(regions: dict[str, BaseGeometry], skin: BaseGeometry) -> None:
    assert unary_union(list(regions.values())).symmetric_difference(skin).area < 1e-4
    for (one, a), (other, b) in combinations(regions.items(), 2):
        assert a.intersection(b).area < 1e-4, (one, other)
    assert all(shape.is_valid and not shape.is_empty for shape in regions.values())


def test_regions_claim_in_order_and_tile_the_skin():
    regions = cut(("chest", ["above waist"]), ("cap", ["in cap"]), ("inner", ["inner edge"]), ("rest", []))
    assert {name: round(shape.area, 4) for name, shape in regions.items()} == {
        "chest": 1.0,
        "cap": 0.04,
        "inner": 0.48,
        "rest": 0.48,
    }
    assert_tiles(regions, SKIN)


@pytest.mark.parametrize(
    ("bound", "corner"),
    [
        ("above waist", (0.5, 1.9)),
        ("below waist", (0.5, 0.1)),
        ("inner edge", (0.1, 1.0)),
        ("behind edge", (0.1, 1.0)),
        ("outer edge", (0.9, 1.0)),
        ("before edge", (0.9, 1.0)),
        ("in cap", (0.5, 0.5)),
    ],
)
def test_a_bound_keeps_the_side_it_names(bound, corner):
    regions = cut(("named", [bound]), ("rest", []))
    x, y = corner
    spot = box(x - 0.01, y - 0.01, x + 0.01, y + 0.01)
    assert regions["named"].contains(spot)


def test_not_keeps_what_lies_outside_an_area():
    assert cut(("outside", ["not cap"]), ("cap", []))["cap"].area == pytest.approx(0.04, abs=1e-4)


def test_a_region_may_be_listed_twice_and_has_both_parts():
    lines = {"neck": {"across": [[0, 1.5], [1, 1.5]]}}
    regions = cut(("ends", ["above neck"]), ("middle", ["above waist"]), ("ends", []), lines=lines)
    assert regions["ends"].area == pytest.approx(1.5)
    assert len(regions["ends"].geoms) == 2
    assert_tiles(regions, SKIN)


def test_the_direction_in_which_a_line_is_written_does_not_matter():
    back = {"waist": {"across": WAIST["across"][::-1]}, "edge": {"along": EDGE["along"][::-1]}}
    listed = (("a", ["above waist"]), ("b", ["outer edge"]), ("c", []))
    assert cut(*listed, lines=back) == cut(*listed)


def test_a_line_that_ends_inside_the_skin_goes_on_straight():
    short = {"waist": {"across": [[0.4, 1.0], [0.6, 1.2]], "straight": True}}
    upper = cut(("upper", ["above waist"]), ("lower", []), lines=short)["upper"]
    assert upper.contains(box(0.0, 1.01, 0.3, 1.3)) and not upper.intersects(box(0.61, 0, 1, 1.19))


def test_a_region_that_finds_nothing_left_is_not_drawn():
    assert list(cut(("all", []), ("late", ["above waist"]))) == ["all"]


def test_a_region_thinner_than_the_storage_grid_is_not_drawn():
    lines = {"above": {"across": [[0, 1 + GRID / 5], [1, 1 + GRID / 5]]}}
    regions = cut(("upper", ["above above"]), ("hair", ["above waist"]), ("lower", []), lines=lines)
    assert list(regions) == ["upper", "lower"]
    assert_tiles(regions, SKIN)


# ---- areas --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("area", "size"),
    [
        ({"around": CAP["around"], "straight": True}, 0.04),
        ({"around": CAP["around"]}, 0.04 * 5 / 6),  # rounded corners: corner cutting tends to five sixths
        ({"around": CAP["around"], "straight": True, "grow": 0.05}, 0.04 + 4 * 0.2 * 0.05 + 3.1416 * 0.05**2),
        ({"ellipse": "cap", "rx": 0.2, "ry": 0.1}, 3.1416 * 0.02),
        ({"feature": "nail"}, 0.01),
        ({"structure": "kneecap"}, 0.04),
    ],
    ids=["straight", "round", "grown", "ellipse", "feature", "structure"],
)
def test_areas(area, size):
    square = [[0.4, 0.4], [0.6, 0.4], [0.6, 0.6], [0.4, 0.6], [0.4, 0.4]]
    hole = [[0.45, 0.45], [0.45, 0.55], [0.55, 0.55], [0.55, 0.45], [0.45, 0.45]]
    on = view(features={"nail": {"paths": [hole]}}, structures={"kneecap": {"rings": [square]}})
    regions = cut(("named", ["in odd"]), ("rest", []), on=on, areas={"odd": area})
    assert regions["named"].area == pytest.approx(size, rel=0.02)


def test_a_close_up_knows_the_landmarks_and_drawings_of_the_view_it_enlarges():
    whole = view(features={"nail": {"paths": [[[0.4, 0.4], [0.6, 0.4], [0.5, 0.6], [0.4, 0.4]]]}})
    close = View("close", box(0, 0, 1, 1.5), {}, {}, {"cap": (0.5, 0.6)}, enlarges=whole)
    regions = cut(
        ("top", ["above waist"]), ("nail", ["in nail"]), ("rest", []), on=close, areas={"nail": {"feature": "nail"}}
    )
    assert regions["top"].area == pytest.approx(0.5)
    assert "nail" in regions
    assert close.anchors()["cap"] == (0.5, 0.6), "its own landmark comes first"


# ---- errors -------------------------------------------------------------------------------------------------


def test_unclaimed_skin_is_an_error_that_names_the_place():
    with pytest.raises(CutError, match=r"made_up: 50\.00% of the skin belongs to no region, near \(0\.500, 0\.500\)"):
        cut(("chest", ["above waist"]))


def test_every_unclaimed_piece_is_named():
    with pytest.raises(CutError, match=r"near \(.*\), \(.*\)"):
        cut(("middle", ["in band"]), areas={"band": {"around": [[0, 0.5], [1, 0.5], [1, 1.5], [0, 1.5]]}})


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        ("above knee", "'above knee' names an unknown 'knee'"),
        ("in knee", "'in knee' names an unknown 'knee'"),
        ("beside waist", "names an unknown 'beside'"),
        ("outer waist", "names an unknown 'along'"),
        ("waist", "the bound 'waist'"),
        ("above lost", "the bound 'above lost': no landmark 'patella'"),
        ("outer knot", "the bound 'outer knot': the line crosses itself"),
    ],
)
def test_a_wrong_bound_is_an_error_that_quotes_it(bound, said):
    lines = {
        "lost": {"across": [[0, "patella"], [1, "patella"]]},
        "knot": {"along": [[0.5, 0.0], [0.9, 1.0], [0.1, 0.9], [0.9, 0.4], [0.5, 2.0]], "straight": True},
    }
    with pytest.raises(CutError, match=said) as caught:
        cut(("named", [bound]), ("rest", []), lines=lines)
    assert str(caught.value).startswith("made_up: ")


# ---- slivers ------------------------------------------------------------------------------------------------


def test_a_sliver_that_no_region_claims_goes_to_its_neighbour():
    thin = LARGEST_LEFTOVER * SKIN.area / 2
    lines = {"top": {"across": [[0, 2 - thin], [1, 2 - thin]]}}
    regions = cut(("chest", ["above waist", "below top"]), ("rest", ["below waist"]), lines=lines)
    assert regions["chest"].area == pytest.approx(1.0, abs=1e-4)
    assert_tiles(regions, SKIN)


def test_a_stray_piece_goes_to_the_neighbour_with_the_longest_border():
    """The skin has an arm; ``tall`` claims the body and, beyond the ``bridge``, the tip of the arm."""
    skin = unary_union([box(0, 0, 1, 1), box(1, 0, 1.3, 0.1)])
    lines = {"first": {"along": [[1, 0], [1, 1]]}, "second": {"along": [[1.2, 0], [1.2, 1]]}}
    regions = cut(
        ("bridge", ["outer first", "inner second"]),
        ("tall", []),
        on=view(skin),
        lines=lines,
    )
    assert isinstance(regions["tall"], Polygon)
    assert regions["tall"].area == pytest.approx(1.0, abs=1e-4)
    assert regions["bridge"].area == pytest.approx(0.03, abs=1e-4)
    assert_tiles(regions, skin)


def test_coordinates_lie_on_the_storage_grid():
    slanted = {"waist": {"across": [[0, 1.0], [0.333333, 1.0777777], [1, 0.9]]}}
    for shape in cut(("upper", ["above waist"]), ("lower", []), lines=slanted).values():
        assert all(abs(v / GRID - round(v / GRID)) < 1e-6 for point in shape.exterior.coords for v in point)


# ---- what must hold for any cuts ----------------------------------------------------------------------------

height = st.integers(1, 199).map(lambda value: value / 100)
across = st.lists(height, min_size=2, max_size=5).map(
    lambda ys: {"across": [[i / (len(ys) - 1), y] for i, y in enumerate(ys)]}
)
along = st.lists(st.integers(1, 99).map(lambda value: value / 100), min_size=2, max_size=5).map(
    lambda xs: {"along": [[x, 2 * i / (len(xs) - 1)] for i, x in enumerate(xs)]}
)


@settings(deadline=None, max_examples=60)
@given(st.lists(across, min_size=1, max_size=3), st.lists(along, min_size=1, max_size=3), st.data())
def test_any_cuts_tile_the_skin(acrosses, alongs, data):
    lines = {f"a{i}": line for i, line in enumerate(acrosses)} | {f"l{i}": line for i, line in enumerate(alongs)}
    listed = []
    for number, name in enumerate(data.draw(st.permutations(sorted(lines)))):
        word = data.draw(st.sampled_from(["above", "below"] if name[0] == "a" else ["inner", "outer"]))
        listed.append((f"r{number}", [f"{word} {name}"]))
    assert_tiles(cut(*listed, ("rest", []), lines=lines), SKIN)


# ---- corner cutting -----------------------------------------------------------------------------------------

lines = st.lists(st.tuples(st.floats(-2, 2), st.floats(-2, 2)), min_size=2, max_size=8)


@given(lines, st.integers(0, 3))
def test_corner_cutting_keeps_the_ends_and_stays_within_the_box(line, rounds):
    smooth = corner_cut(line, rounds)
    assert smooth[0] == line[0] and smooth[-1] == line[-1]
    for axis in (0, 1):
        values = [point[axis] for point in line]
        assert all(min(values) - 1e-12 <= point[axis] <= max(values) + 1e-12 for point in smooth)


def test_corner_cutting_leaves_a_straight_line_straight():
    assert all(y == pytest.approx(2 * x) for x, y in corner_cut([(0, 0), (0.5, 1.0), (1, 2)]))
