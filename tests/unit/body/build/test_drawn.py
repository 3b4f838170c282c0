"""Details of our own: where their points lie, what they replace, and pieces added to the skin."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bodymap.body.build.drawn import Detail, Sheets, read_sheets
from bodymap.body.build.points import CutError

LANDMARKS = {"elbow": (0.2, 0.6), "wrist": (0.2, 0.5)}


def details(*entries: dict[str, Any], view: str = "front") -> list[Detail]:
    return list(Sheets([{"views": ["front", "back"], "details": entries}], {}).details(view, LANDMARKS))


def test_points_are_written_as_in_the_tables_of_cuts():
    [crease] = details({"id": "crease", "path": [["elbow + 0.01", "elbow"], [0.1, "elbow:wrist:0.5"]]})
    assert crease.id == "crease" and not crease.closed and not crease.midline
    assert [tuple(round(v, 6) for v in point) for point in crease.paths[0]] == [(0.21, 0.6), (0.1, 0.55)]


def test_points_may_be_relative_to_a_landmark():
    [mole] = details({"id": "mole", "closed": True, "at": "wrist", "paths": [[[0.01, 0], [0, 0.01]], [[0, 0], [0, 0]]]})
    assert mole.closed and len(mole.paths) == 2
    assert mole.paths[0] == [pytest.approx((0.21, 0.5)), pytest.approx((0.2, 0.51))]


def test_along_a_pair_of_landmarks_the_unit_is_its_length_and_left_of_the_way_is_across():
    [nail] = details({"id": "nail", "pairs": [["elbow", "wrist"], ["wrist", "elbow"]], "path": [[1, 0], [0.5, 0.1]]})
    down, up = nail.paths
    assert down == [pytest.approx((0.2, 0.5)), pytest.approx((0.21, 0.55))]
    assert up == [pytest.approx((0.2, 0.6)), pytest.approx((0.19, 0.55))]


def test_a_whole_shape_is_a_half_and_its_mirror_image():
    ring, line = details(
        {"id": "lips", "closed": True, "whole": True, "path": [[0, 1], [0.5, 0.8], [0, 0.6]]},
        {"id": "jaw", "whole": True, "path": [[0, 0.5], [0.2, 0.6]]},
    )
    assert ring.midline and ring.paths[0] == [(0, 1), (0.5, 0.8), (0, 0.6), (-0.5, 0.8)]
    assert line.midline and line.paths[0] == [(-0.2, 0.6), (0, 0.5), (0.2, 0.6)]


def test_a_half_starts_on_the_midline():
    with pytest.raises(CutError, match="starts on the midline"):
        details({"id": "jaw", "whole": True, "path": [[0.1, 0.5], [0.2, 0.6]]})


def test_an_unknown_landmark_is_an_error_that_names_it():
    with pytest.raises(CutError, match="'tail'"):
        details({"id": "crease", "at": "tail", "path": [[0, 0], [1, 1]]})


def test_a_detail_may_be_drawn_in_some_views_of_its_sheet_only():
    entries = [{"id": "a", "path": [[0, 0], [1, 1]]}, {"id": "b", "views": ["back"], "path": [[0, 0], [1, 1]]}]
    assert [detail.id for detail in details(*entries)] == ["a"]
    assert [detail.id for detail in details(*entries, view="back")] == ["a", "b"]
    assert details(*entries, view="sole") == []


def test_sheets_are_read_from_a_folder_and_skin_is_no_sheet(tmp_path: Path):
    (tmp_path / "hands.yaml").write_text(yaml.safe_dump({"views": ["front"], "replaces": ["nails"], "details": []}))
    (tmp_path / "skin.yaml").write_text(yaml.safe_dump({"front": [[[0, 1], [1, 1], [0, 0]]]}))
    sheets = read_sheets(tmp_path)
    assert sheets.replaced("front") == {"nails"} and sheets.replaced("back") == frozenset()
    assert list(sheets.skin) == ["front"]
    assert read_sheets(tmp_path / "none").sheets == []
