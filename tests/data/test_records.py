"""The real data, record by record, so that a failing test carries the record's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bodymap.load import DATA_DIR, FILES, find_problems
from bodymap.match import Mark, match
from bodymap.problems import Problem
from bodymap.sources import read_sources
from bodymap.yaml_lines import read_yaml

PROBLEMS = find_problems()


def written(kind: str) -> list[str]:
    """The ids written in a data file, readable or not; the file's name if there are none."""
    path = DATA_DIR / FILES[kind]  # type: ignore[index]
    if kind == "sources":
        return sorted(read_sources(path)[1] or ()) or [path.name]
    data: Any = read_yaml(path).data
    rows = data.get(kind) if isinstance(data, dict) else None
    return [str(row.get("id")) for row in rows or () if isinstance(row, dict)] or [path.name]


def problems_of(kind: str, record: str) -> list[str]:
    """The problems of one record, by the start of their path."""
    start = record if kind == "sources" else f"{kind}.{record}"
    return [str(p) for p in PROBLEMS if Path(p.file).name == FILES[kind] and _within(p, start)]  # type: ignore[index]


def _within(problem: Problem, start: str) -> bool:
    return problem.path == start or problem.path.startswith((start + ".", start + "["))


def every(kind: str) -> Callable[[Any], Any]:
    return pytest.mark.parametrize("record", written(kind))


@every("regions")
def test_region(record):
    assert problems_of("regions", record) == []


@every("muscles")
def test_muscle(record):
    assert problems_of("muscles", record) == []


@every("red_flags")
def test_red_flag(record):
    assert problems_of("red_flags", record) == []


@every("conditions")
def test_condition(record):
    assert problems_of("conditions", record) == []


@every("danger_zones")
def test_danger_zone(record):
    assert problems_of("danger_zones", record) == []


@every("waivers")
def test_waiver(record):
    assert problems_of("waivers", record) == []


@every("sources")
def test_source(record):
    assert problems_of("sources", record) == []


def test_no_problem_is_left_over():
    assert [str(problem) for problem in PROBLEMS] == []


@pytest.fixture(scope="module")
def real():
    from bodymap.load import load

    return load()


@every("regions")
def test_region_is_reached_or_waived(real, record):
    waived = read_yaml(DATA_DIR / FILES["waivers"]).data["waivers"]
    assert any(real.reaching(record)) != (record in {row["id"] for row in waived})


@every("danger_zones")
def test_danger_zone_is_told_with_each_of_its_muscles(real, record):
    zone = real.danger_zones[record]
    assert all(zone in real.danger_of_muscle(muscle) for muscle in zone.muscles)
    assert zone.provenance == "recalled" or all(real.sources[ref.key].verified == "seen" for ref in zone.sources)


@every("regions")
def test_region_has_between_three_and_eight_synonyms(record):
    rows = read_yaml(DATA_DIR / FILES["regions"]).data["regions"]
    [row] = [row for row in rows if row["id"] == record]
    assert 3 <= len(row["synonyms"]) <= 8


@every("muscles")
def test_every_trigger_point_is_found_from_its_own_pattern(real, record):
    for point in real.muscles[record].trigger_points:
        pattern = real.trigger_points[point.id]
        for zone in pattern.primary:
            side = None if real.regions[zone.region].midline else "left"
            found = {row.trigger_point for row in match(real, [Mark(zone.region, side)])}
            assert point.id in found, zone
