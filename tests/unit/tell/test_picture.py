"""The still picture of marks: every place on its own side, and the layouts that are needed to show it."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest

from bodymap.body.geometry import screen_sign
from bodymap.body.scene import LAYOUTS, build_scene, views_in
from bodymap.body.style import COLOURS, palette
from bodymap.body.svg import UNITS
from bodymap.data.patterns import Places
from bodymap.place import SIDES, Place, places_of
from bodymap.tell.picture import VEIL, Painted, in_page_colours, layouts_showing, picture_svg
from tests.each import each
from tests.real import CHART

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {layout: {region for view in views_in(layout) for region in CHART[view].regions} for layout in LAYOUTS}
REGIONS = sorted(set().union(*DRAWN.values()))
MIDLINE = {region.id for view in CHART.values() for region in view.regions.values() if region.midline}
NAMES = {region: (region, region) for region in REGIONS}
PLACED = {layout: [panel["at"] for panel in build_scene(CHART, layout, NAMES)["panels"]] for layout in LAYOUTS}


def marks_of(region: str) -> list[Place]:
    return list(places_of(region, region in MIDLINE))


def pairs(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text)]


def blue(svg: str) -> list[tuple[int, int]]:
    """Where the outline of each marked place begins, in the units of the picture."""
    return beginnings(svg, "mark", "stroke")


def beginnings(svg: str, colour: str, part: str = "fill") -> list[tuple[int, int]]:
    """Where each path of a colour begins, in the units of the picture."""
    found: list[tuple[int, int]] = []

    def walk(node: ElementTree.Element, x: float, y: float, sign: float) -> None:
        transform = node.get("transform", "")
        if transform.startswith("translate"):
            dx, dy = pairs(transform)
            x, y = x + sign * dx, y + dy
        elif transform.startswith("scale"):
            flip, upright = pairs(transform)
            assert upright == 1
            sign *= flip
        if node.get(part) == palette()[colour]:
            at = pairs(node.get("d", ""))
            found.append((round(x + sign * at[0]), round(y + at[1])))
        for child in node:
            walk(child, x, y, sign)

    walk(ElementTree.fromstring(svg), 0, 0, 1)
    return found


def expected(layout: str, mark: Place) -> list[tuple[int, int]]:
    """The same from the chart: once in each panel that shows the place on that side."""
    region, side = mark
    panels = [panel for row in LAYOUTS[layout] for panel in row]
    found = []
    for panel, at in zip(panels, PLACED[layout], strict=True):
        shape = CHART[panel.view].regions.get(region)
        if shape and (not side or side in panel.sides):
            x, y = shape.polygons[0][0][0]
            found.append(
                (at[0] + round(screen_sign(panel.view, side or panel.sides[0]) * x * UNITS), at[1] - round(y * UNITS))
            )
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("side", [*SIDES, None])
def test_every_place_is_marked_on_its_side_and_the_midline_once(layout, side):
    regions = sorted(region for region in DRAWN[layout] if (region in MIDLINE) == (side is None))
    marks = [Place(region, side) for region in regions]
    wanted = sorted(at for mark in marks for at in expected(layout, mark))
    found = sorted(blue(picture_svg(CHART, layout, marks)))
    assert len(found) == len(wanted) >= len(marks)
    for (x, y), (a, b) in zip(found, wanted, strict=True):
        assert abs(x - a) <= 1 and abs(y - b) <= 1


def test_the_right_knee_is_on_the_left_of_the_front_view():
    svg = picture_svg(CHART, "Whole body", ["knee_front.right"])
    front = build_scene(CHART, "Whole body", NAMES)["panels"][0]
    [(x, _)] = blue(svg)
    assert front["view"] == "front" and x < front["at"][0]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_skin_of_every_panel_lies_on_its_side(layout):
    panels = [panel for row in LAYOUTS[layout] for panel in row]
    wanted = []
    for panel, at in zip(panels, PLACED[layout], strict=True):
        x, y = CHART[panel.view].skin.polygons[0][0][0]
        sign = 1 if CHART[panel.view].symmetric else screen_sign(panel.view, panel.sides[0])
        wanted.append((at[0] + sign * x * UNITS, at[1] - y * UNITS))
    found = beginnings(picture_svg(CHART, layout, []), "skin")
    assert all(abs(a - x) <= 1 and abs(b - y) <= 1 for (a, b), (x, y) in zip(found, wanted, strict=True))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_without_marks_and_with_unknown_marks_nothing_is_blue(layout):
    bare = picture_svg(CHART, layout, [])
    assert blue(bare) == []
    assert picture_svg(CHART, layout, [Place("tail", "left"), Place("knee_front"), Place('"/><script>')]) == bare


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_skin_and_every_muscle_are_drawn_inside_the_box(layout):
    picture = ElementTree.fromstring(picture_svg(CHART, layout, []))
    box = build_scene(CHART, layout, NAMES)["box"]
    assert pairs(picture.get("viewBox", "")) == box
    fills = [path.get("fill") for path in picture.iter(f"{SVG}path")]
    assert fills.count(palette()["skin"]) == sum(len(row) for row in LAYOUTS[layout])
    assert {palette()[f"muscle-{tint}"] for tint in range(5)} <= set(fills)


@each("region", REGIONS)
def test_every_place_is_in_one_of_the_layouts_chosen_for_it(region):
    for mark in marks_of(region):
        chosen = layouts_showing(CHART, [mark])
        assert chosen[0] == "Whole body"
        assert len(chosen) == 1 + (region not in DRAWN["Whole body"])
        assert region in set().union(*(DRAWN[layout] for layout in chosen))


def test_two_hidden_places_need_one_close_up_where_one_shows_both():
    hidden = sorted(set(REGIONS) - DRAWN["Whole body"])
    pairs_shown = [pair for pair in combinations(hidden, 2) if any(set(pair) <= DRAWN[layout] for layout in LAYOUTS)]
    chosen = {pair: layouts_showing(CHART, [Place(region, "left") for region in pair]) for pair in pairs_shown}
    assert chosen
    assert {pair: layouts for pair, layouts in chosen.items() if len(layouts) != 2} == {}


def test_a_picture_in_the_colours_of_the_page_has_both_tables_and_is_the_same_in_light():
    knee = Place("knee_front", "right")
    plain = picture_svg(CHART, "Whole body", [knee], [Painted(Places((knee,), ()), {"front": (0.05, 0.3)}, "right")])
    varied = in_page_colours(plain)
    style = ElementTree.fromstring(varied).find(f"{SVG}style").text
    light, dark = (dict(re.findall(r"--([\w-]+):(#\w+)", table)) for table in style.split("@media"))
    assert {"skin", "veil", "muscle-0", "mark", "zone", "cross"} <= set(light)
    assert light == {name: VEIL if name == "veil" else COLOURS[name][0] for name in light}
    assert dark == {name: COLOURS[name][1] for name in light}
    back = re.sub(r"var\(--([\w-]+)\)", lambda name: light[name[1]], varied)
    assert back.replace(f"<style>{style}</style>", "") == plain
