"""``point``: a position that the rule about positions accepts, in every view of every muscle."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from shapely import Point, unary_union

from bodymap import DATA_DIR
from bodymap.__main__ import main
from bodymap.ask.point import positions
from bodymap.body.geometry import CLOSE_UPS, ChartView, Shape, read_chart
from bodymap.read.rules.positions_inside import muscles
from tests.each import each
from tests.real import REAL

CHART = read_chart(DATA_DIR / "body")
WHOLE = {name: {key: shape.polygons for key, shape in muscles(view).items()} for name, view in CHART.items()}


def box(name: str, x0: float, y0: float, x1: float, y1: float, kind: str = "muscle") -> Shape:
    return Shape(name, kind, [[[[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]]]])


def view(name: str, whole: list[Shape], surface: list[Shape]) -> ChartView:
    return ChartView(name, box("skin", 0, 0, 1, 1, "skin"), {}, tuple(surface), {s.id: s for s in whole}, (), ())


@each("muscle", REAL.muscles.values())
def test_a_position_is_one_that_check_accepts(muscle):
    found = positions(CHART, muscle.structures)
    drawn = {name for name in CHART if WHOLE[name].keys() & set(muscle.structures)}
    assert set(found) == {name for name in drawn if CLOSE_UPS.get(name) not in drawn}
    for name, position in found.items():
        shape = unary_union([CHART[name].whole[s].geometry for s in muscle.structures if s in CHART[name].whole])
        assert shape.covers(Point(position)), (name, position)


@each("muscle", REAL.muscles.values())
def test_a_position_lies_in_what_is_seen_where_anything_is(muscle):
    for name, position in positions(CHART, muscle.structures).items():
        seen = [shape.geometry for shape in CHART[name].surface if shape.id in muscle.structures]
        if seen:
            assert unary_union(seen).covers(Point(position)), (name, position)


def test_a_position_is_far_from_the_edge():
    assert positions({"front": view("front", [box("a", 0, 0, 0.2, 0.4)], [])}, ["a"])["front"] == pytest.approx(
        (0.1, 0.2), abs=0.1
    )
    [(x, y)] = positions({"front": view("front", [box("a", 0, 0, 0.2, 0.2)], [])}, ["a"]).values()
    assert (x, y) == pytest.approx((0.1, 0.1), abs=0.001)


def test_the_larger_visible_piece_comes_before_the_hidden_whole():
    whole = [box("a", 0, 0, 0.6, 0.2)]
    seen = [box("a", 0.4, 0, 0.5, 0.1), box("a", 0, 0, 0.2, 0.2), box("b", 0.2, 0, 0.4, 0.2)]
    [(x, y)] = positions({"front": view("front", whole, seen)}, ["a"]).values()
    assert (x, y) == pytest.approx((0.1, 0.1), abs=0.001)


def test_a_sliver_gets_as_many_digits_as_it_needs():
    thin = box("a", 0.12341, 0.1, 0.12343, 0.5)
    [(x, _)] = positions({"front": view("front", [thin], [])}, ["a"]).values()
    assert 0.12341 <= x <= 0.12343


def test_a_close_up_speaks_only_where_the_view_it_enlarges_is_silent():
    one, other = view("front", [box("a", 0, 0, 1, 1)], []), view("hand_palm", [box("a", 0, 0, 1, 1)], [])
    assert set(positions({"front": one, "hand_palm": other}, ["a"])) == {"front"}
    assert set(positions({"hand_palm": other}, ["a"])) == {"hand_palm"}


def test_it_is_yaml_to_paste(capsys):
    assert main(["point", "soleus"]) == 0
    out = capsys.readouterr().out
    assert [line.split(":")[0] for line in out.splitlines()] == ["front", "back", "lateral", "medial_leg"]
    assert all(
        len(number.strip("-")) == 6 for line in out.splitlines() for number in line[:-1].split("[")[1].split(", ")
    )
    assert main(["point", "soleus", "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"front", "back", "lateral", "medial_leg"}


@pytest.mark.parametrize("written", ["[soleus]", "[solus, soleus]", '["TODO the ids"]'])
def test_an_unfinished_record_is_enough(copy: Path, capsys, written: str):
    path = copy / "trigger_points.yaml"
    path.write_text(path.read_text().replace("    latin: Musculus soleus\n", "").replace("[soleus]", written))
    assert main(["point", "soleus", "--data", str(copy)]) == 0
    assert capsys.readouterr().out.startswith("back: [0.0")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["solius"], "unknown muscle `solius`; did you mean `soleus`?"),
        (["qqqqqq"], "unknown muscle `qqqqqq`; see `list muscles`"),
        (["new_one", "--structures", "soleus", "solius"], "unknown outline `solius`; did you mean `soleus`?"),
        (["new_one", "--structures", "qqqqqq"], "unknown outline `qqqqqq`; each is a feature of data/body/*.geojson"),
    ],
)
def test_an_unknown_muscle_is_answered_with_near_names(arguments, said, capsys):
    assert main(["point", *arguments]) == 2
    assert capsys.readouterr().err.startswith(f"bodymap: {said}")


def test_a_muscle_without_record_is_found_by_its_outline(capsys):
    assert main(["point", "new_one", "--structures", "omohyoid"]) == 0
    assert capsys.readouterr().out.startswith("front: [0.0")
