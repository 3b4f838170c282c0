"""The chart read with care: each way to damage a file is refused at its feature, and nothing that is harmless."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bodymap import DATA_DIR
from bodymap.body.geometry import ChartError, read_chart
from bodymap.body.stamp import is_as_built, stamped
from bodymap.data.model import VIEWS
from bodymap.problems import DataProblems
from bodymap.read.chart.fit import sound_chart
from bodymap.read.load import find_problems, load

Chart = dict[str, Any]
ACHILLES, CALF, SACRUM, SOLEUS = 2, 3, 7, 9  # where they stand in the back view of the small folder


def wrong(copy: Path, view: str = "back") -> list[tuple[int, str, str]]:
    """What is wrong with a view: line, path, message."""
    problems = find_problems(copy)
    assert all(problem.hint for problem in problems)
    return [(p.line, p.path, p.message) for p in problems if p.file.endswith(f"{view}.geojson")]


def damage(copy: Path, change: Callable[[list[Any]], Any], view: str = "back") -> list[tuple[int, str, str]]:
    """What is wrong once the features of a view are changed; each feature stays on its line."""
    path = copy / "body" / f"{view}.geojson"
    chart = json.loads(path.read_text())
    change(chart["features"])
    lines = ",\n".join(map(json.dumps, chart.pop("features")))
    path.write_text(f'{json.dumps(chart)[:-1]}, "features": [\n{lines}\n]}}\n')
    return wrong(copy, view)


def properties(number: int, **about: Any) -> Callable[[list[Any]], None]:
    return lambda features: features[number]["properties"].update(about)


def geometry(number: int, value: Any) -> Callable[[list[Any]], None]:
    return lambda features: features[number].update(geometry=value)


def ring(number: int, points: Any) -> Callable[[list[Any]], None]:
    return geometry(number, {"type": "Polygon", "coordinates": [points]})


def corner(value: Any) -> Callable[[list[Any]], None]:
    def change(features: list[Any]) -> None:
        features[CALF]["geometry"]["coordinates"][0][2] = value

    return change


AT = "geometry.coordinates"
FORMS: dict[str, tuple[Callable[[list[Any]], Any], int, str, str]] = {
    "null geometry": (geometry(CALF, None), CALF, "region.calf_lower", "has no geometry"),
    "a geometry of another type": (
        geometry(CALF, {"type": "LineString", "coordinates": []}),
        CALF,
        "region.calf_lower",
        "has a geometry of type `LineString`",
    ),
    "lines for a region": (
        geometry(CALF, {"type": "MultiLineString", "coordinates": [[[0, 0], [0, 1]]]}),
        CALF,
        "region.calf_lower",
        "a region cannot be drawn as a MultiLineString",
    ),
    "null as a point": (corner(None), CALF, "region.calf_lower", "coordinates[0][2]: is no list of points"),
    "null as a coordinate": (corner([0.1, None]), CALF, "region.calf_lower", "coordinates[0][2][1]: is not a number"),
    "text as a coordinate": (corner([0.1, "0.1"]), CALF, "region.calf_lower", "coordinates[0][2][1]: is not a number"),
    "infinity": (corner([0.1, float("inf")]), CALF, "region.calf_lower", "coordinates[0][2][1]: is not a number"),
    "not a number": (corner([float("nan"), 0.1]), CALF, "region.calf_lower", "coordinates[0][2][0]: is not a number"),
    "true as a coordinate": (corner([True, 0.1]), CALF, "region.calf_lower", "coordinates[0][2][0]: is not a number"),
    "one coordinate": (corner([0.1]), CALF, "region.calf_lower", "coordinates[0][2][1]: is missing"),
    "three coordinates": (
        corner([0.1, 0.1, 0.1]),
        CALF,
        "region.calf_lower",
        "coordinates[0][2]: holds more than x and y",
    ),
    "a million": (corner([0.1, 1e6]), CALF, "region.calf_lower", "coordinates[0][2][1]: lies more than 1.5 body"),
    "a ring of one point": (ring(CALF, [[0.1, 0.1]]), CALF, "region.calf_lower", "coordinates[0]: has too few points"),
    "rings too deep": (ring(CALF, [[[[0.1, 0.1]]]]), CALF, "region.calf_lower", "coordinates[0]"),
    "no ring": (
        geometry(CALF, {"type": "Polygon", "coordinates": []}),
        CALF,
        "region.calf_lower",
        "coordinates: has too few",
    ),
    "an unknown kind": (properties(CALF, kind="regoin"), CALF, "regoin.calf_lower", "kind: `regoin` is not one of"),
    "markup as an id": (properties(CALF, id="<b>x</b>"), CALF, "region.<b>x</b>", "id: `<b>x</b>` has the wrong form"),
    "a number as an id": (properties(CALF, id=3), CALF, f"features[{CALF}]", "id: must be text"),
    "text as a depth": (properties(SOLEUS, depth_order="3"), SOLEUS, "muscle.soleus.whole", "depth_order: must be"),
    "text as a tint": (properties(SOLEUS, tint="x"), SOLEUS, "muscle.soleus.whole", "tint: must be a whole number"),
    "text as midline": (properties(CALF, midline="no"), CALF, "region.calf_lower", "midline: must be true or false"),
    "a source of its own": (properties(SOLEUS, source="x"), SOLEUS, "muscle.soleus.whole", "source: `x` is not one of"),
    "a muscle without extent": (properties(SOLEUS, extent=None), SOLEUS, "muscle.soleus", "a muscle has no extent"),
    "a field of its own": (properties(CALF, colour=1), CALF, "region.calf_lower", "colour: is not a field here"),
    "a list as a feature": (lambda f: f.__setitem__(CALF, [1]), CALF, f"features[{CALF}]", "is not a feature"),
    "no properties": (lambda f: f[CALF].pop("properties"), CALF, f"features[{CALF}]", "properties: is missing"),
    "a region twice": (lambda f: f.insert(CALF, f[CALF]), CALF + 1, "region.calf_lower", "is drawn twice"),
    "two skins": (lambda f: f.insert(1, f[0]), 1, "skin.skin", "is drawn twice"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "number", "path", "said"), FORMS.values(), ids=FORMS)
def test_a_feature_of_the_wrong_form_is_named(copy: Path, change, number: int, path: str, said: str):
    [(line, found, message)] = damage(copy, change)
    assert (line, found) == (number + 2, path)
    assert message.startswith(said)


def moved(number: int, x: float = 0, y: float = 0, by: float = 1) -> Callable[[list[Any]], None]:
    def change(features: list[Any]) -> None:
        [points] = features[number]["geometry"]["coordinates"]
        features[number]["geometry"]["coordinates"] = [[[by * a + x, by * b + y] for a, b in points]]

    return change


def swapped(features: list[Any]) -> None:
    for feature in features:
        feature["geometry"] = _turned(feature["geometry"])


def _turned(value: Any) -> Any:
    if isinstance(value, dict):
        return {**value, "coordinates": _turned(value["coordinates"])}
    return value[::-1] if isinstance(value[0], int | float) else [_turned(item) for item in value]


BOW = [[0.03, 0.1], [0.08, 0.17], [0.08, 0.1], [0.03, 0.14], [0.03, 0.1]]
FLAT = [[0.03, 0.1], [0.08, 0.1], [0.03, 0.1], [0.08, 0.1], [0.03, 0.1]]
DRAWN: dict[str, tuple[Callable[[list[Any]], Any], str, str]] = {
    "a region missing": (lambda f: f.pop(CALF), "skin.skin", "no region is drawn around [0.0"),
    "a region over another": (moved(CALF, y=0.02), "region.calf_lower", "lies over the region `calf_inner`"),
    "a region off the skin": (moved(CALF, x=0.02), "region.calf_lower", "is drawn beyond the skin"),
    "a region on the right side": (moved(CALF, x=-0.11), "region.calf_lower", "strays to the right side"),
    "a region off the body": (moved(CALF, x=0.2), "region.calf_lower", "lies outside the body"),
    "a midline region off the midline": (moved(SACRUM, x=0.01), "region.sacrum", "lies on the midline and is not cent"),
    "a midline flipped": (properties(CALF, midline=True), "region.calf_lower", "lies on the midline and is not cent"),
    "a midline left out": (properties(SACRUM, midline=False), "region.sacrum", "strays to the right side"),
    "a region that crosses itself": (ring(CALF, BOW), "region.calf_lower", "crosses itself: Self-intersection["),
    "a region without area": (ring(CALF, FLAT), "region.calf_lower", "has no area"),
    "a ring that stays open": (
        ring(CALF, [*BOW[:1], [0.08, 0.1], [0.08, 0.17], [0.03, 0.17]]),
        "region.calf_lower",
        "has a ring that does not end where it begins",
    ),
    "a muscle that crosses itself": (ring(SOLEUS, BOW), "muscle.soleus.whole", "crosses itself: Self-intersection["),
    "a muscle off the body": (moved(SOLEUS + 1, y=0.8), "muscle.soleus.surface", "lies outside the body"),
    "x and y of all changed about": (swapped, "skin.skin", "does not stand in its frame"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "path", "said"), DRAWN.values(), ids=DRAWN)
def test_what_is_drawn_wrong_is_named(copy: Path, change, path: str, said: str):
    found = damage(copy, change)
    assert any(where == path and message.startswith(said) for _, where, message in found), found
    assert len(found) <= 3


FILES: dict[str, tuple[bytes, int, str]] = {
    "empty": (b"", 1, "is not a chart view: Expecting value"),
    "not UTF-8": (b"{\n\xff", 2, "is not UTF-8 text"),
    "cut off": (b'{"type": "FeatureCollection",\n"features": [', 2, "is not a chart view: Expecting value"),
    "deep": (b"[" * 100_000, 1, "is not a chart view: it is nested too deeply"),
    "a number without end": (b"1" * 5000, 1, "is not a chart view: Exceeds the limit"),
    "a list": (b"[]", 1, "is not a chart view: it holds no FeatureCollection"),
    "null": (b"null", 1, "is not a chart view: it holds no FeatureCollection"),
    "no features": (
        b'{"type": "FeatureCollection", "properties": {"view": "back"}}',
        1,
        "is not a chart view: it has no",
    ),
    "merge marks": (b'{"type":\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> x\n}', 2, "holds `<<<<<<<`, the mark of"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "line", "said"), FILES.values(), ids=FILES)
def test_a_file_that_is_no_view_is_said_once(copy: Path, content: bytes, line: int, said: str):
    (copy / "body" / "back.geojson").write_bytes(content)
    [(at, path, message)] = wrong(copy)
    assert (at, path) == (line, "")
    assert message.startswith(said)
    with pytest.raises(ChartError, match=r"back\.geojson:"):
        read_chart(copy / "body")


@pytest.mark.parametrize("view", VIEWS)
def test_every_missing_view_is_said(copy: Path, view: str):
    (copy / "body" / f"{view}.geojson").unlink()
    assert wrong(copy, f"/{view}") == [(1, "", "the file is missing")]
    with pytest.raises(DataProblems, match=f"{view}.geojson:1: the file is missing"):
        sound_chart(copy / "body", {})


def test_a_missing_folder_and_a_link_to_itself_are_said(copy: Path):
    path = copy / "body" / "back.geojson"
    path.unlink()
    path.symlink_to(path)
    [(_, _, message)] = wrong(copy)
    assert message.startswith("cannot be read: ")
    with pytest.raises(ChartError, match="cannot be read"):
        read_chart(copy / "body")
    (copy / "body").rename(copy / "away")
    [problem] = find_problems(copy)
    assert problem.message == "the folder of the chart is missing" and problem.file.endswith("body")


@pytest.mark.parametrize(
    ("name", "said"),
    [("bakc", "`bakc` is not a view of the chart"), ("sole", "is the file of the view `sole` and says `back`")],
)
def test_a_view_under_another_name_is_said(copy: Path, name: str, said: str):
    (copy / "body" / "back.geojson").rename(copy / "body" / f"{name}.geojson")
    assert [message for _, _, message in wrong(copy, f"/{name}")] == [said]


def test_a_region_that_no_record_has_is_said_at_its_line_with_the_nearest(copy: Path):
    assert damage(copy, properties(ACHILLES, id="achiles")) == [
        (ACHILLES + 2, "region.achiles", "draws `achiles`, which is not in regions.yaml")
    ]
    assert any("did you mean `achilles`?" in str(problem) for problem in find_problems(copy))


@pytest.mark.parametrize("changed", ["mark", "blanks", "line ends"])
def test_what_is_harmless_is_accepted_alike(copy: Path, changed: str):
    path = copy / "body" / "back.geojson"
    before, content = load(copy).tables, path.read_bytes()
    path.write_bytes(
        {
            "mark": b"\xef\xbb\xbf" + content,
            "blanks": content.replace(b", ", b" ,\n  "),
            "line ends": content.replace(b"\n", b"\r\n"),
        }[changed]
    )
    (copy / "body" / ".#back.geojson").symlink_to("nowhere")  # as an editor leaves it
    assert load(copy).tables == before
    assert read_chart(copy / "body").keys() == set(VIEWS)


def test_a_mended_file_is_seen_at_once(copy: Path):
    path = copy / "body" / "back.geojson"
    good = path.read_bytes()
    regions = load(copy).regions
    whole = sound_chart(copy / "body", regions)
    path.unlink()
    with pytest.raises(DataProblems):
        sound_chart(copy / "body", regions)
    assert len(read_chart(copy / "body")) == len(VIEWS) - 1
    path.write_bytes(good.replace(b"0.25", b"0.26", 1))
    with pytest.raises(DataProblems):
        sound_chart(copy / "body", regions)
    path.write_bytes(good)
    assert sound_chart(copy / "body", regions) == whole
    assert len(read_chart(copy / "body")) == len(VIEWS)


@pytest.mark.parametrize("view", VIEWS)
def test_every_committed_view_carries_its_stamp(view: str):
    text = (DATA_DIR / "body" / f"{view}.geojson").read_text(encoding="utf-8")
    assert '"stamp": ""' not in text and stamped(text) == text
    assert is_as_built(text.replace("\n", "\r\n")) and is_as_built("\ufeff" + text)
    assert not is_as_built(text.replace("skin", "skim", 1))


def test_a_point_moved_a_little_is_seen_by_the_stamp(copy: Path):
    path = copy / "body" / "back.geojson"
    path.write_text(stamped(path.read_text().replace('"view": "back"', '"view": "back", "stamp": ""')))
    assert wrong(copy) == []
    path.write_text(path.read_text().replace("0.07, 0.1]", "0.0701, 0.1]", 1))
    [(line, _, message)] = wrong(copy)
    assert line == 1 and message.startswith("is not as `make chart` wrote it")
