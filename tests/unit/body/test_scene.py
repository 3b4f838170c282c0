"""The scene that every renderer draws: where panels stand, which side is where, and what is left out."""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
import yaml
from shapely import Point

from bodymap.body.geometry import ChartView, Shape, thickness
from bodymap.body.scene import (
    CLOSE_UPS,
    GAP,
    LAYOUTS,
    SLIVER,
    SLIVER_CLOSE,
    build_anatomy,
    build_scene,
    points_in,
    regions_at,
    views_in,
)
from bodymap.body.svg import UNITS, path
from bodymap.data.model import Muscle
from tests.each import each
from tests.real import CHART, REAL

DATA = Path(__file__).resolve().parents[3] / "data"
ROWS = yaml.safe_load((DATA / "regions.yaml").read_text(encoding="utf-8"))["regions"]
NAMES = {row["id"]: (row["name"], row["anatomical_name"]) for row in ROWS}
MIDLINE = {row["id"] for row in ROWS if row.get("midline")}
LARGEST = 120_800  # bytes of JSON, 50 kB deflated; it is sent once for each view that a visitor opens


def scene(layout: str) -> dict:
    return build_scene(CHART, layout, NAMES)


SCENES = {layout: scene(layout) for layout in LAYOUTS}
every_layout = pytest.mark.parametrize("layout", LAYOUTS)


def frame(panel: dict) -> tuple[float, float, float, float]:
    """The box around a panel's skin in scene units: left, top, right, bottom."""
    x0, y0, x1, y1 = CHART[panel["view"]].bounds()
    xs = [panel["at"][0] + sign * x * UNITS for sign in panel["sides"].values() for x in (x0, x1)]
    return min(xs), panel["at"][1] - y1 * UNITS, max(xs), panel["at"][1] - y0 * UNITS


def middle(view: str, region: str) -> float:
    """The middle of a region's width on the recorded side, in body heights."""
    xs = [x for polygon in CHART[view].regions[region].polygons for x, _ in polygon[0]]
    return (min(xs) + max(xs)) / 2


@every_layout
def test_a_layout_is_complete_and_plain_data(layout):
    built = SCENES[layout]
    assert built["id"] == layout
    assert [panel["view"] for panel in built["panels"]] == [panel.view for row in LAYOUTS[layout] for panel in row]
    assert {panel["view"] for panel in built["panels"]} == set(built["views"])
    assert json.loads(json.dumps(built)) == built
    for view in built["views"].values():
        drawn = [view["skin"], *(item["d"] for kind in ("surface", "fibres", "regions") for item in view[kind])]
        assert all(re.fullmatch(r"(M[-\d ]+[lq][-\d ]+z?)+", d) for d in drawn)


@every_layout
def test_a_layout_is_the_same_each_time(layout):
    assert json.dumps(scene(layout)) == json.dumps(SCENES[layout])


@every_layout
def test_panels_keep_apart_and_inside_the_box(layout):
    x, y, width, height = SCENES[layout]["box"]
    frames = [frame(panel) for panel in SCENES[layout]["panels"]]
    for (ax0, ay0, ax1, ay1), (bx0, by0, bx1, by1) in combinations(frames, 2):
        apart = max(bx0 - ax1, ax0 - bx1, by0 - ay1, ay0 - by1)
        assert apart >= 0.9 * GAP * UNITS
    for x0, y0, x1, y1 in frames:
        assert x <= x0 and x1 <= x + width and y <= y0 and y1 <= y + height


@every_layout
def test_captions_stand_above_their_own_panel_and_below_no_other(layout):
    frames = [frame(panel) for panel in SCENES[layout]["panels"]]
    for panel, (x0, y0, x1, _) in zip(SCENES[layout]["panels"], frames, strict=True):
        x, y = panel["captionAt"]
        assert x0 <= x <= x1 and 0 < y < y0
        assert not any(a <= x <= c and b <= y <= d for a, b, c, d in frames), panel["caption"]


@every_layout
def test_captions_name_the_sides_that_they_show(layout):
    captions = [panel["caption"] for panel in SCENES[layout]["panels"]]
    assert len(set(captions)) == len(captions)
    for panel in SCENES[layout]["panels"]:
        named = {side for side in ("left", "right") if re.search(rf"\b{side}\b", panel["caption"].lower())}
        assert named == (set(panel["sides"]) if len(panel["sides"]) == 1 else set())


@every_layout
def test_buttons_that_look_closer_keep_a_finger_clear_of_the_skin_and_each_other(layout):
    built = SCENES[layout]
    x, y, width, height = built["box"]
    places = [look["at"] for look in built["looks"]]
    assert {look["layout"] for look in built["looks"]} <= set(LAYOUTS) - {layout}
    for at_x, at_y in places:
        assert x + 350 < at_x < x + width - 350 and y + 350 < at_y < y + height - 350
        for panel in built["panels"]:
            at = Point((at_x - panel["at"][0]) / UNITS, (panel["at"][1] - at_y) / UNITS)
            assert CHART[panel["view"]].skin.geometry.distance(at) >= 0.05
    assert all(math.dist(a, b) >= 1000 for a, b in combinations(places, 2))


@every_layout
def test_both_sides_are_shown_and_in_mirror_image(layout):
    signs: dict[tuple[str, str], int] = {}
    for panel in SCENES[layout]["panels"]:
        assert set(panel["sides"].values()) <= {1, -1}
        signs |= {(panel["view"], side): sign for side, sign in panel["sides"].items()}
    for view in SCENES[layout]["views"]:
        assert signs[view, "left"] == -signs[view, "right"]


def test_left_is_on_the_right_in_front_and_on_the_left_behind():
    assert [(p["view"], p["sides"]) for p in SCENES["Whole body"]["panels"]] == [
        ("front", {"left": 1, "right": -1}),
        ("back", {"left": -1, "right": 1}),
    ]


@pytest.mark.parametrize(("layout", "view"), [("Side", "lateral"), ("Head and neck", "head_lateral")])
def test_the_left_side_faces_left(layout, view):
    signs = {side: s for p in SCENES[layout]["panels"] if p["view"] == view for side, s in p["sides"].items()}
    assert signs["left"] * middle(view, "nose") < 0 < signs["right"] * middle(view, "nose")


def test_inner_sides_face_the_other_way_round():
    signs = {side: s for p in SCENES["Leg, inner side"]["panels"] for side, s in p["sides"].items()}
    forward = middle("medial_leg", "big_toe_inner") if "big_toe_inner" in CHART["medial_leg"].regions else 1.0
    assert signs["right"] * forward < 0 < signs["left"] * forward


@pytest.mark.parametrize("view", ["hand_palm", "hand_back"])
def test_hands_lie_as_one_sees_them_with_fingers_down(view):
    """A left palm with its fingers down has its thumb on the right, and its back has it on the left."""
    [sign] = [p["sides"]["left"] for p in SCENES["Hand"]["panels"] if p["view"] == view and "left" in p["sides"]]
    thumb, little = (
        next(middle(view, region) for region in CHART[view].regions if region.startswith(finger))
        for finger in ("thumb", "little")
    )
    assert (sign * thumb > sign * little) == (view == "hand_palm")


@pytest.mark.parametrize("view", ["sole", "foot_top"])
def test_big_toes_lie_side_by_side_under_soles_and_outside_on_top(view):
    """Soles: the right foot stands left with its big toe to the middle. On top the left foot stands left."""
    panels = [panel for panel in SCENES["Foot"]["panels"] if panel["view"] == view]
    big = next(region for region in CHART[view].regions if region.startswith("big_toe"))
    toes = [next(iter(p["sides"].values())) * middle(view, big) * UNITS + p["at"][0] for p in panels]
    centres = [(frame(panel)[0] + frame(panel)[2]) / 2 for panel in panels]
    assert toes[0] > centres[0] and toes[1] < centres[1]


@every_layout
def test_a_region_comes_once_a_view_and_midline_regions_have_no_twin(layout):
    for name, view in SCENES[layout]["views"].items():
        ids = [region["id"] for region in view["regions"]]
        assert len(set(ids)) == len(ids)
        assert {region["id"] for region in view["regions"] if region.get("midline")} == MIDLINE & set(ids)
        if CHART[name].symmetric:
            for region in MIDLINE & set(ids):
                assert abs(middle(name, region)) < 2e-5, f"{region} is not drawn whole"


@every_layout
def test_every_region_drawn_is_named_and_nothing_else(layout):
    drawn = {region["id"] for view in SCENES[layout]["views"].values() for region in view["regions"]}
    assert SCENES[layout]["names"] == {region: list(NAMES[region]) for region in drawn}
    assert list(SCENES[layout]["names"]) == sorted(drawn)


def test_every_region_can_be_marked_in_some_layout():
    assert {region for built in SCENES.values() for region in built["names"]} == set(NAMES)


def test_a_region_without_a_name_is_an_error():
    with pytest.raises(KeyError):
        build_scene(CHART, "Foot", {})


def test_an_unknown_layout_is_an_error():
    with pytest.raises(KeyError):
        scene("Inside")


@every_layout
def test_slivers_and_their_fibres_are_left_out_and_fewer_of_them_in_close_ups(layout):
    """A chart whose every view holds one muscle of a broad and a thin piece, and one of thin pieces alone."""

    def strip(x: float, width: float) -> list:
        return [[(x, 0.1), (x + width, 0.1), (x + width, 0.6), (x, 0.6), (x, 0.1)]]

    broad, thin, hair = strip(0.0, 0.05), strip(0.1, SLIVER * 0.9), strip(0.2, SLIVER_CLOSE * 0.9)
    assert thickness(hair[0]) < SLIVER_CLOSE < thickness(thin[0]) < SLIVER < thickness(broad[0])
    both = Shape("both", "muscle", [broad, thin, hair])
    lost = Shape("lost", "muscle", [thin])
    lines = {n: [[(x, 0.2), (x, 0.3), (x, 0.5)]] for n, x in (("broad", 0.02), ("thin", 0.101), ("hair", 0.2004))}
    fibres = (
        Shape("both", "fibre", list(lines.values()), closed=False),
        Shape("lost", "fibre", [lines["thin"]], closed=False),
    )
    skin = Shape("skin", "skin", SQUARE)
    chart = {name: ChartView(name, skin, {}, (both, lost), {}, (), fibres) for name in CHART}
    for view in build_scene(chart, layout, {})["views"].values():
        drawn = {item["id"]: item["d"] for item in view["surface"]}
        if layout == "Whole body":
            assert drawn == {"both": path([broad], smooth=True)}
            kept = [[lines["broad"]]]
        else:
            assert drawn == {"both": path([broad, thin], smooth=True), "lost": path([thin], smooth=True)}
            kept = [[lines["broad"], lines["thin"]], [lines["thin"]]]
        assert [fibre["d"] for fibre in view["fibres"]] == [path(lines, closed=False) for lines in kept]


@every_layout
def test_every_piece_that_is_thick_enough_is_drawn(layout):
    for name, view in SCENES[layout]["views"].items():
        full = [
            (
                s.structure,
                path(
                    [p for p in s.polygons if thickness(p[0]) >= (SLIVER if layout == "Whole body" else SLIVER_CLOSE)],
                    smooth=True,
                ),
            )
            for s in CHART[name].surface
        ]
        assert [(item["id"], item["d"]) for item in view["surface"]] == [(s, d) for s, d in full if d]


def test_a_tendon_counts_as_its_muscle(chart):
    ends = Shape("long_tendon", "tendon", SQUARE, of="long")
    chart["front"] = replace(chart["front"], surface=(ends,))
    [drawn] = build_scene(chart, "Whole body", {})["views"]["front"]["surface"]
    assert drawn["id"] == "long" and drawn["kind"] == "tendon"


def test_fibres_are_drawn_only_where_their_muscle_is_drawn(chart):
    inside, outside = [(0.02, 0.95), (0.03, 0.95), (0.04, 0.95)], [(0.5, 0.5), (0.5, 0.6), (0.5, 0.7)]
    muscle = Shape("m", "muscle", [[[(0, 0.9), (0.1, 0.9), (0.1, 1), (0, 1), (0, 0.9)]]])
    fibres = Shape("m", "fibre", [[inside], [outside]], closed=False)
    stray = Shape("gone", "fibre", [[inside]], closed=False)
    chart["front"] = replace(chart["front"], surface=(muscle,), fibres=(fibres, stray))
    drawn = build_scene(chart, "Whole body", {})["views"]["front"]["fibres"]
    assert drawn == [{"d": path([[inside]], closed=False)}]


@every_layout
def test_a_scene_stays_small(layout):
    assert len(json.dumps(SCENES[layout], separators=(",", ":"), ensure_ascii=False).encode()) < LARGEST


def test_the_surface_is_drawn_from_the_deepest_up():
    for built in SCENES.values():
        for name, view in built["views"].items():
            depth = {path(shape.polygons, smooth=True): shape.depth for shape in CHART[name].surface}
            depths = [
                depth[item["d"]] for item in view["surface"] if item["d"] in depth
            ]  # without those cut at slivers
            assert all(a <= b for a, b in pairwise(depths))


# ---- a painted pattern --------------------------------------------------------------------------------------

SQUARE = [[[(0.0, 0.8), (0.1, 0.8), (0.1, 1.0), (0.0, 1.0), (0.0, 0.8)]]]
LOW = [[[(0.0, 0.1), (0.1, 0.1), (0.1, 0.3), (0.0, 0.3), (0.0, 0.1)]]]


def small_view(name: str, skin: list, surface: str | None = None, whole: str | None = None) -> ChartView:
    def shape(identity: str, kind: str = "muscle") -> Shape:
        return Shape(identity, kind, skin)

    return ChartView(
        name=name,
        skin=shape("skin", "skin"),
        regions={},
        surface=(shape(surface),) if surface else (),
        whole={whole: shape(whole)} if whole else {},
        details=(),
        fibres=(),
    )


@pytest.fixture
def chart() -> dict[str, ChartView]:
    """A front and a back of two muscles: ``seen`` at the surface in front, ``deep`` nowhere at the surface."""
    views = {name: small_view(name, SQUARE, whole="deep") for name in ("back", "head_back", "head_lateral")}
    views["front"] = small_view("front", SQUARE, surface="seen", whole="seen")
    views["head_front"] = small_view("head_front", SQUARE, whole="deep")
    return views


def test_a_point_shows_where_it_is_recorded_and_in_the_close_ups(chart):
    positions = {"front": (0.05, 0.9)}
    assert points_in(chart, "Whole body", positions) == {"front": [500, -9000]}
    assert points_in(chart, "Head and neck", positions) == {"head_front": [500, -9000]}


def test_a_close_up_that_does_not_reach_the_point_does_not_show_it(chart):
    chart["head_front"] = small_view("head_front", LOW)
    assert points_in(chart, "Head and neck", {"front": (0.05, 0.9)}) == {}


def test_a_position_of_the_close_up_itself_comes_first(chart):
    positions = {"front": (0.05, 0.9), "head_front": (0.06, 0.85)}
    assert points_in(chart, "Head and neck", positions) == {"head_front": [600, -8500]}


def test_close_ups_are_of_views_that_share_their_frame():
    for close_up, whole in CLOSE_UPS.items():
        (ax0, ay0, ax1, ay1), (bx0, by0, bx1, by1) = CHART[close_up].bounds(), CHART[whole].bounds()
        # Smoothing may move an outline, and a close-up of a side view is cut where the trunk begins.
        assert bx0 - 0.01 <= ax0 and ax1 <= bx1 + 0.01 and by0 - 0.01 <= ay0 and ay1 <= by1 + 0.01


# ---- what can be chosen on the body -------------------------------------------------------------------------

POINTS = {point: pattern.point.positions for point, pattern in REAL.trigger_points.items()}
ANATOMY = {layout: build_anatomy(CHART, layout, REAL.muscles.values()) for layout in LAYOUTS}


def muscle(name: str, structures: list[str], *views: str) -> Muscle:
    """A real muscle with other structures and a trigger point in each of the views."""
    soleus = REAL.muscles["soleus"]
    points = [soleus.trigger_points[0].model_copy(update={"positions": {view: (0.05, 0.9)}}) for view in views]
    return soleus.model_copy(update={"id": name, "name": name, "structures": structures, "trigger_points": points})


def listed(chart: dict[str, ChartView], layout: str, *muscles: Muscle) -> dict[str, list[str]]:
    return {view: [m["id"] for m in found] for view, found in build_anatomy(chart, layout, muscles).items()}


def test_a_muscle_can_be_chosen_where_its_surface_or_a_point_of_it_shows(chart):
    assert listed(chart, "Whole body", muscle("a", ["seen"]), muscle("b", ["deep"])) == {"front": ["a"], "back": []}
    assert listed(chart, "Whole body", muscle("b", ["deep"], "back")) == {"front": [], "back": ["b"]}
    assert listed(chart, "Whole body", muscle("b", ["seen"], "back")) == {"front": ["b"], "back": []}, "not drawn there"


def test_a_point_of_the_whole_view_makes_its_muscle_choosable_in_the_close_up(chart):
    found = listed(chart, "Head and neck", muscle("b", ["deep"], "back"))
    assert found == {"head_front": [], "head_back": ["b"], "head_lateral": []}


def test_a_muscle_of_several_structures_is_listed_once_for_each_outline_and_keeps_its_name(chart):
    chart["front"].whole["deep"] = chart["back"].whole["deep"]
    found = build_anatomy(chart, "Whole body", [muscle("a", ["seen", "deep"], "front")])["front"]
    assert [(shape["id"], shape["name"]) for shape in found] == [("a", "a"), ("a", "a")]
    assert found[0]["d"] == path(SQUARE, smooth=True)


@every_layout
def test_the_outermost_muscle_is_listed_first(layout):
    assert set(ANATOMY[layout]) == views_in(layout)
    for view, found in ANATOMY[layout].items():
        depths = {
            (m.id, path(CHART[view].whole[s].polygons, smooth=True)): CHART[view].whole[s].depth
            for m in REAL.muscles.values()
            for s in m.structures
            if s in CHART[view].whole
        }
        order = [depths[shape["id"], shape["d"]] for shape in found]
        assert order == sorted(order, reverse=True)
        assert {shape["name"] for shape in found} == {REAL.muscles[shape["id"]].name for shape in found}


def test_every_muscle_can_be_chosen_somewhere():
    drawn = {shape["id"] for views in ANATOMY.values() for found in views.values() for shape in found}
    assert set(REAL.muscles) <= drawn


def test_a_muscle_without_points_that_shows_nowhere_can_be_chosen_where_it_is_seen_through(chart):
    assert listed(chart, "Whole body", muscle("b", ["deep"])) == {"front": [], "back": []}
    chart["back"].whole["deep"] = replace(chart["back"].whole["deep"], seen_through=True)
    assert listed(chart, "Whole body", muscle("b", ["deep"])) == {"front": [], "back": ["b"]}
    [shape] = build_anatomy(chart, "Whole body", [muscle("b", ["deep"])])["back"]
    assert shape["through"] == 1


def test_only_what_the_chart_records_is_chosen_as_seen_through():
    for views in ANATOMY.values():
        for view, found in views.items():
            for shape in found:
                assert bool(shape.get("through")) == CHART[view].whole[shape["part"]].seen_through, (view, shape["id"])


# ---- trigger points -----------------------------------------------------------------------------------------


@each("point", POINTS)
def test_a_point_is_drawn_in_each_view_that_records_it(point):
    drawn = {view: at for layout in LAYOUTS for view, at in points_in(CHART, layout, POINTS[point]).items()}
    assert set(POINTS[point]) <= set(drawn)
    for view, (x, y) in drawn.items():
        position = POINTS[point].get(view) or POINTS[point][CLOSE_UPS[view]]
        assert (x, y) == (round(position[0] * UNITS), round(-position[1] * UNITS))


def test_a_point_is_not_drawn_in_views_that_do_not_record_it(chart):
    assert points_in(chart, "Whole body", {"back": (0.05, 0.9)}) == {"back": [500, -9000]}
    assert points_in(chart, "Whole body", {}) == {}
    assert points_in(chart, "Whole body", {"back": (0.5, 0.9)}) == {}, "beside the body"


@each("point", POINTS)
def test_a_point_lies_under_one_place_of_each_view_at_most_and_under_one_at_least(point):
    """Each view has its own names for places; within one, places do not overlap."""
    found = regions_at(CHART, POINTS[point])
    assert found
    for view, position in POINTS[point].items():
        assert len(regions_at(CHART, {view: position})) <= 1
    assert found == frozenset().union(*(regions_at(CHART, {v: at}) for v, at in POINTS[point].items()))
    assert all(midline == (region in MIDLINE) for region, midline in found)


def test_regions_are_found_by_position():
    assert regions_at(CHART, {"front": (0.0, 0.5)}) <= {(region, True) for region in MIDLINE}
    knee = CHART["front"].regions["knee_front"].polygons[0][0]
    middle_of_knee = sum(x for x, _ in knee) / len(knee), sum(y for _, y in knee) / len(knee)
    assert regions_at(CHART, {"front": middle_of_knee}) == {("knee_front", False)}
    assert regions_at(CHART, {"front": (3.0, 0.5)}) == frozenset()
