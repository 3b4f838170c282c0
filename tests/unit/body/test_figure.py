"""The woman's figure: the same places and muscles, nothing torn or turned over, trigger points in their muscles."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import yaml
from shapely import Polygon

from bodymap.__main__ import main
from bodymap.body.figure import FIGURES, FOLDER, Curve, mover, placed, reshaped, shape_on
from bodymap.body.geometry import CLOSE_UPS, ChartView, Shape
from bodymap.body.scene import LAYOUTS, build_scene
from bodymap.commands import writing
from bodymap.data.model import VIEWS
from tests.real import CHART, REAL

WOMAN = reshaped(CHART, "woman")
PLACED = placed(REAL, "woman")
BANDS = yaml.safe_load((FOLDER / "bands.yaml").read_text(encoding="utf-8"))
DRAWN = yaml.safe_load((FOLDER / "drawn.yaml").read_text(encoding="utf-8"))
NAMES = {region: (region, region) for view in CHART.values() for region in view.regions}
TINY = 1e-4


def test_the_man_is_as_he_was_measured():
    assert reshaped(CHART, "man") is CHART and placed(REAL, "man") is REAL
    assert mover("front", "man")(0.1, 0.5) == (0.1, 0.5)
    assert set(FIGURES) == {"man", "woman"}


# ---- curves ------------------------------------------------------------------------------------------------


def test_a_curve_meets_its_table_stays_within_it_and_turns_only_there():
    rows = [{"y": 0.2, "v": 1.0}, {"y": 0.4, "v": 1.3}, {"y": 0.7, "v": 0.9}]
    curve = Curve(rows, "v")
    assert [round(curve(row["y"]), 3) for row in rows] == [1.0, 1.3, 0.9]
    assert curve(0.0) == 1.0 and curve(1.0) == curve(2.0) == 0.9
    rising = [curve(0.2 + n / 1000) for n in range(201)]
    falling = [curve(0.4 + n / 1000) for n in range(301)]
    assert rising == sorted(rising) and falling == sorted(falling, reverse=True)


@pytest.mark.parametrize("table", ["width", "depth"])
def test_every_band_says_where_it_comes_from(table: str):
    for band in BANDS[table]:
        assert band["basis"] in ("measured", "own"), band
        assert band["basis"] == "own" or "measured" not in band, f"{band['at']}: what is measured is the ratio itself"
    assert "ANSUR II" in BANDS["reference"]


# ---- what is alike -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", VIEWS)
def test_names_places_and_muscles_are_alike(view: str):
    man, woman = CHART[view], WOMAN[view]
    assert list(woman.regions) == list(man.regions)
    assert [r.midline for r in woman.regions.values()] == [r.midline for r in man.regions.values()]
    assert list(woman.whole) == list(man.whole)
    for part in ("surface", "fibres"):
        shapes, measured = getattr(woman, part), getattr(man, part)
        assert [(s.id, s.kind, s.tint, s.depth) for s in shapes] == [(s.id, s.kind, s.tint, s.depth) for s in measured]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_are_alike(layout: str):
    man, woman = (build_scene(chart, layout, NAMES) for chart in (CHART, WOMAN))
    for part in ("id", "box", "panels", "names", "looks"):
        assert woman[part] == man[part]


@pytest.mark.parametrize("view", VIEWS)
def test_she_stays_within_the_room_of_the_view(view: str):
    x0, y0, x1, y1 = WOMAN[view].bounds()
    for polygon in WOMAN[view].skin.polygons:
        for x, y in polygon[0]:
            assert x0 - 0.011 < x < x1 + 0.011 and y0 - 1e-9 <= y <= y1 + 1e-9


@pytest.mark.parametrize("view", [view for view in VIEWS if CHART[view].symmetric])
def test_both_sides_mirror_each_other(view: str):
    move = mover(view, "woman")
    for x, y in ((0.02, 0.9), (0.1, 0.8), (0.12, 0.6), (0.05, 0.3), (0.0, 0.5)):
        (left, _), (right, _) = move(x, y), move(-x, y)
        assert left == -right


def test_a_close_up_has_the_coordinates_of_the_view_that_it_enlarges():
    for close_up, view in CLOSE_UPS.items():
        for at in ((0.03, 0.9), (0.15, 0.5)):
            assert mover(close_up, "woman")(*at) == mover(view, "woman")(*at)


# ---- nothing torn ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_turned_over_or_squeezed_to_less_than_half(view: str):
    move, (x0, y0, x1, y1) = mover(view, "woman"), CHART[view].bounds()
    skin = CHART[view].skin
    least = min(
        (move(x + TINY, y)[0] - move(x - TINY, y)[0]) * (move(x, y + TINY)[1] - move(x, y - TINY)[1]) / (4 * TINY**2)
        for x in (x0 + (x1 - x0) * n / 60 for n in range(61))
        for y in (y0 + (y1 - y0) * n / 90 for n in range(91))
        if skin.covers((x, y))
    )
    assert least > 0.5


@pytest.mark.parametrize("view", VIEWS)
def test_no_outline_crosses_itself(view: str):
    def broken(view: ChartView) -> set[str]:
        return {shape.id for shape in (*view.surface, *view.whole.values()) if not _is_simple(shape)}

    assert broken(WOMAN[view]) <= broken(CHART[view])


def _is_simple(shape: Shape) -> bool:
    return all(Polygon(rings[0], rings[1:]).is_valid for rings in shape.polygons)


# ---- trigger points ----------------------------------------------------------------------------------------


def test_every_point_lies_in_its_muscle_and_under_the_same_place_as_on_the_man():
    for id_, pattern in REAL.trigger_points.items():
        moved = PLACED.trigger_points[id_].point.positions
        assert list(moved) == list(pattern.point.positions)
        for recorded, at in pattern.point.positions.items():
            for view in (recorded, *(close_up for close_up, whole in CLOSE_UPS.items() if whole == recorded)):
                _lies_alike(id_, view, at, moved[recorded], pattern.muscle.structures)


def _lies_alike(id_: str, view: str, at, moved, structures) -> None:
    drawn = [structure for structure in structures if structure in CHART[view].whole]
    if any(CHART[view].whole[structure].covers(at) for structure in drawn):
        assert any(WOMAN[view].whole[structure].covers(moved) for structure in drawn), f"{id_} in {view}"
    here = {region.id for region in CHART[view].regions.values() if region.covers(at)}
    there = {region.id for region in WOMAN[view].regions.values() if region.covers(moved)}
    assert there <= here and bool(there) == bool(here), f"{id_} in {view} lies under {there}, on the man under {here}"


class Drawn(SimpleNamespace):
    """A shape of a pattern, as far as moving it needs one."""

    def model_copy(self, update):
        return Drawn(**{**vars(self), **update})


EMPTY = {"at": None, "rx": None, "ry": None, "turn": None, "along": None, "width": None, "to_width": None}
EMPTY |= {"between": None}


def test_a_drawn_shape_moves_and_widens_with_the_body_around_it():
    hip = {**EMPTY, "view": "back", "at": (0.05, 0.515), "rx": 0.02, "ry": 0.03}
    moved = shape_on(Drawn(**hip), "woman")
    assert moved.at == mover("back", "woman")(0.05, 0.515)
    assert moved.rx == pytest.approx(0.02 * 1.104, rel=1e-3) and moved.ry == pytest.approx(0.03)
    upright = shape_on(Drawn(**{**hip, "turn": 90.0}), "woman")
    assert upright.rx == pytest.approx(0.02) and upright.ry == pytest.approx(0.03 * 1.104, rel=1e-3)
    line = ((0.05, 0.52), (0.05, 0.51))
    strip = shape_on(Drawn(**{**EMPTY, "view": "back", "along": line, "width": 0.01}), "woman")
    assert strip.along == tuple(mover("back", "woman")(*at) for at in line)
    assert strip.width == pytest.approx(0.011, rel=0.01) and strip.to_width is None
    band = shape_on(Drawn(**{**EMPTY, "view": "back", "between": (0.6, 0.7)}), "woman")
    assert band.between == (0.6, 0.7)
    assert shape_on(Drawn(**hip), "man").at == (0.05, 0.515)


def test_everything_else_of_the_data_stays():
    assert list(PLACED.trigger_points) == list(REAL.trigger_points)
    for id_, pattern in REAL.trigger_points.items():
        assert PLACED.trigger_points[id_].primary == pattern.primary
    assert PLACED.conditions == REAL.conditions


# ---- what is drawn -----------------------------------------------------------------------------------------


def test_what_is_drawn_is_added_and_every_other_detail_is_kept():
    for name, view in WOMAN.items():
        kept = [detail.id for detail in CHART[name].details]
        added = [d["id"] for d in DRAWN["drawn"].get(name, ()) if d.get("with") in (None, *kept)]
        assert {detail.id for detail in view.details} == {*kept, *added}


def test_the_breast_pushes_the_skin_and_no_muscle():
    def front(shapes, y=0.74):
        return max(x for s in shapes for rings in s.polygons for x, at in rings[0] if abs(at - y) < 0.004)

    man, woman = CHART["lateral"], WOMAN["lateral"]
    assert front([woman.skin]) > front([man.skin]) + 0.005
    assert front(woman.whole.values()) < front(man.whole.values())


def test_the_nipple_is_lower():
    def height(view: ChartView) -> float:
        [nipple] = [detail for detail in view.details if detail.id == "nipple"]
        return float(nipple.polygons[0][0][0][1])

    assert 0.015 < height(CHART["front"]) - height(WOMAN["front"]) < 0.03


def test_details_that_are_not_there_are_passed_over():
    bare = {"front": ChartView("front", CHART["front"].skin, {}, (), {}, (), ())}
    assert [detail.id for detail in reshaped(bare, "woman")["front"].details] == ["breast_fold"]


# ---- what the command line writes --------------------------------------------------------------------------


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize(
    ("makes", "words"),
    [
        ("report_file", ["report", "sacrum", "--output", "a.pdf"]),
        ("cards_package", ["cards", "a.apkg"]),
        ("write_site", ["site", "a"]),
    ],
)
def test_a_command_draws_the_figure_that_is_asked_for(makes, words, figure, tmp_path, monkeypatch, capsys):
    drawn = []
    made = "wrote a" if makes == "write_site" else b"made"
    monkeypatch.setattr(writing, makes, lambda *given: drawn.extend(arg for arg in given if type(arg) is dict) or made)
    monkeypatch.chdir(tmp_path)
    assert main([*words, "--figure", figure]) == 0 and "wrote" in capsys.readouterr().out
    [chart] = drawn
    assert chart["front"].skin.geometry == reshaped(CHART, figure)["front"].skin.geometry
    assert WOMAN["front"].skin.geometry != CHART["front"].skin.geometry
