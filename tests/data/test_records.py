"""The real data, record by record, so that a failing test carries the record's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from bodymap import DATA_DIR
from bodymap.ask.match import match
from bodymap.ask.search import find
from bodymap.ask.search_index import MOST
from bodymap.data.kinds import KINDS
from bodymap.data.needling import Claim
from bodymap.data.signs import Time
from bodymap.place import Place
from bodymap.problems import Problem
from bodymap.read.bibtex import read_sources
from bodymap.read.load import find_problems, load
from bodymap.read.yaml_lines import read_yaml
from bodymap.tell.wording import DOCUMENTS, TOPICS, VERDICTS
from tests.each import each

PROBLEMS = find_problems()


def written(kind: str) -> list[str]:
    """The ids written in a data file, readable or not; the file's name if there are none."""
    path = DATA_DIR / KINDS[kind].file
    if kind == "sources":
        return sorted(read_sources(path)[1] or ()) or [path.name]
    data: Any = read_yaml(path).data
    rows = data.get(kind) if isinstance(data, dict) else None
    return [str(row.get("id")) for row in rows or () if isinstance(row, dict)] or [path.name]


def problems_of(kind: str, record: str) -> list[str]:
    """The problems of one record, by the start of their path."""
    start = record if kind == "sources" else f"{kind}.{record}"
    return [str(p) for p in PROBLEMS if Path(p.file).name == KINDS[kind].file and _within(p, start)]


def _within(problem: Problem, start: str) -> bool:
    return problem.path == start or problem.path.startswith((start + ".", start + "["))


@pytest.mark.parametrize("kind", KINDS)
def test_the_records_of_a_kind_have_no_problem(kind):
    assert {record: found for record in written(kind) if (found := problems_of(kind, record))} == {}


def test_no_problem_is_left_over():
    assert [str(problem) for problem in PROBLEMS] == []


def every(kind: str) -> Callable[[Any], Any]:
    return each("record", written(kind))


@pytest.fixture(scope="module")
def real():
    """The data, read anew: the tests above say what is wrong where they cannot be."""
    return load()


def test_a_region_is_reached_or_waived(real):
    waived = {row["id"] for row in read_yaml(DATA_DIR / KINDS["waivers"].file).data["waivers"]}
    assert [region for region in real.regions if any(real.reaching(region)) == (region in waived)] == []


@every("danger_zones")
def test_danger_zone_is_told_with_each_of_its_muscles(real, record):
    zone = real.danger_zones[record]
    assert all(zone in real.danger_of_muscle(muscle) for muscle in zone.muscles)
    assert zone.provenance == "recalled" or all(real.sources[ref.key].verified == "seen" for ref in zone.sources)


def test_a_region_has_between_three_and_eight_synonyms(real):
    assert [region.id for region in real.regions.values() if not 3 <= len(region.synonyms) <= 8] == []


@every("muscles")
def test_every_trigger_point_is_found_from_its_own_pattern(real, record):
    for point in real.muscles[record].trigger_points:
        pattern = real.trigger_points[point.id]
        if point.feeling is not None:
            continue  # not pain: test_match holds that no mark finds it
        for zone in pattern.primary:
            side = None if real.regions[zone.region].midline else "left"
            found = {row.trigger_point for row in match(real, [Place(zone.region, side)])}
            assert point.id in found, zone


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_document_is_checked(real, document):
    assert [claim for claim in real.claims.values() if document in claim.documents]


@pytest.mark.parametrize(("field", "names"), [("verdict", VERDICTS), ("topic", TOPICS)])
def test_every_kind_of_verdict_and_topic_has_a_name(field, names):
    assert set(get_args(Claim.model_fields[field].annotation)) == set(names)
    assert len(set(names.values())) == len(names)


def test_there_are_at_least_45_conditions(real):
    assert len(real.conditions) >= 45


# What the four documents say that needling is for, in their own words, and the record that answers.
NAMED_BY_THE_DOCUMENTS = {
    "runner's knee": "patellofemoral_pain",
    "shin pain": "medial_tibial_stress_syndrome",
    "calf pain": "calf_strain",
    "foot pain": "plantar_heel_pain",
    "hip pain": "gluteal_tendinopathy",
    "Achilles tendon pain": "achilles_midportion_tendinopathy",
    "sciatica": "sciatica",
    "IT band syndrome": "iliotibial_band_pain",
    "plantar fasciitis": "plantar_heel_pain",
    "tennis elbow": "lateral_elbow_tendinopathy",
    "golfer's elbow": "medial_elbow_tendinopathy",
    "TMJ": "temporomandibular_disorder",
    "rotator cuff": "rotator_cuff_related_shoulder_pain",
    "shoulder impingement": "shoulder_impingement",
    "headaches": "tension_type_headache",
    "migraines": "migraine",
    "carpal tunnel syndrome": "carpal_tunnel_syndrome",
    "piriformis syndrome": "deep_gluteal_syndrome",
    "neck pain": "neck_pain",
    "low back pain": "low_back_pain",
    "chronic back pain": "low_back_pain",
    "knee osteoarthritis": "knee_osteoarthritis",
    "hip osteoarthritis": "hip_osteoarthritis",
    "myofascial pain syndrome": "myofascial_pain_syndrome",
}


@pytest.mark.parametrize(("words", "condition"), NAMED_BY_THE_DOCUMENTS.items(), ids=NAMED_BY_THE_DOCUMENTS)
def test_a_condition_is_found_by_the_words_of_the_documents(real, words, condition):
    shown = find(real, words)[:MOST]
    assert ("condition", condition) in {(hit.kind, hit.id) for hit in shown}


# ---- warning signs cover the body ----------------------------------------------------------------------------

PRESSING = (Time.NOW, Time.TODAY)


@every("regions")
def test_a_region_has_a_pressing_warning_sign_of_its_own(real, record):
    assert [flag for flag in real.red_flags.values() if record in flag.regions and flag.time in PRESSING]
