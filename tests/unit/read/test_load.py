"""Loading a data folder: a dataset, or every problem at once."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS
from bodymap.data.patterns import Zone
from bodymap.problems import Problem
from bodymap.read.load import DataProblems, find_problems, load


def test_the_good_folder_loads(dataset: Dataset):
    assert list(dataset.muscles) == ["soleus", "quadratus_lumborum"]
    assert list(dataset.trigger_points) == [
        "soleus_1",
        "soleus_2",
        "quadratus_lumborum_1",
        "quadratus_lumborum_2",
    ]
    pattern = dataset.trigger_points["quadratus_lumborum_1"]
    assert (pattern.name, pattern.muscle.id) == ("Quadratus lumborum, upper", "quadratus_lumborum")
    assert (pattern.primary, pattern.spillover) == ((Zone("low_back", "both"),), (Zone("sacrum", "same"),))


def test_the_indexes_answer_from_the_region_and_from_the_muscle(dataset: Dataset):
    primary, spillover = dataset.reaching("low_back")
    assert [pattern.id for pattern in primary] == ["quadratus_lumborum_1"]
    assert [pattern.id for pattern in spillover] == ["quadratus_lumborum_2"]
    assert dataset.reaching("knee_front") == ((), ())
    assert [flag.id for flag in dataset.flags_of_region("sacrum")] == ["cauda_equina"]
    assert [flag.id for flag in dataset.flags_anywhere] == ["feeling_ill"]
    assert [c.id for c in dataset.conditions_of_region("calf_lower")] == [
        "achilles_tendinopathy",
        "deep_vein_thrombosis",
    ]
    assert [c.id for c in dataset.conditions_of_muscle("quadratus_lumborum")] == ["achilles_tendinopathy"]
    with pytest.raises(KeyError):
        dataset.reaching("tail")


def test_the_dataset_is_frozen_and_can_be_pickled(dataset: Dataset):
    with pytest.raises(TypeError):
        dataset.muscles["x"] = dataset.muscles["soleus"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        dataset.muscles = {}  # type: ignore[misc]
    again = pickle.loads(pickle.dumps(dataset))
    assert dict(again.muscles) == dict(dataset.muscles)
    assert dict(again.danger_zones) == dict(dataset.danger_zones)


def test_what_lies_near_a_muscle(dataset: Dataset):
    assert list(dataset.danger_zones) == ["kidney", "deep_calf"]
    assert dataset.danger_zones["kidney"].structure == "the kidney"
    assert [zone.id for zone in dataset.danger_of_muscle("quadratus_lumborum")] == ["kidney", "deep_calf"]
    assert [zone.id for zone in dataset.danger_of_muscle("soleus")] == ["deep_calf"]
    with pytest.raises(KeyError):
        dataset.danger_of_muscle("kidney")


def test_sources_are_decoded_and_cited_in_one_line(dataset: Dataset):
    assert dataset.sources["manual1992"].authors == ("Writer AB", "Álvarez-Peña C")
    assert dataset.sources["manual1992"].family == "manual"
    study = dataset.sources["study2020"]
    assert study.citation == (
        "One A, Two B, Three C, et al. A study of Soleus pain. Journal of Tests. 2020;47(3):133-149."
    )
    assert (study.link, study.verified, study.remark) == (
        "https://doi.org/10.1000/test.1",
        "seen",
        "abstract only",
    )
    assert study.family == "study2020"


def test_a_problem_prints_where_what_and_what_to_do():
    problem = Problem("data/x.yaml", 7, "muscles.soleus.name", "is missing", "add it")
    assert str(problem) == "data/x.yaml:7: muscles.soleus.name: is missing (add it)"
    assert str(Problem("f", 1, "", "is empty")) == "f:1: is empty"


def test_load_raises_every_problem_of_every_file_in_order(copy: Path):
    muscles, conditions = copy / "trigger_points.yaml", copy / "conditions.yaml"
    muscles.write_text(muscles.read_text().replace("latin: Musculus soleus", "latn: Musculus soleus"))
    text = (
        conditions.read_text()
        .replace("[leg_clot]", "[leg_clt]", 1)
        .replace("safety_class: routine", "safety_class: rutine")
    )
    conditions.write_text(text)
    (copy / "sources.bib").write_text((copy / "sources.bib").read_text().replace("verified: seen", "read"))
    with pytest.raises(DataProblems) as raised:
        load(copy)
    lines = str(raised.value).splitlines()
    assert len(lines) == len(raised.value.problems) == 4
    assert "conditions.yaml:10: conditions.achilles_tendinopathy.safety_class: `rutine` is not one of" in lines[0]
    assert "did you mean `routine`?" in lines[0]
    assert "sources.bib:22: study2020: needs `note = {verified: seen}`" in lines[1]
    assert any("muscles.soleus.latn: is not a field here (did you mean `latin`?)" in line for line in lines)
    assert any("muscles.soleus.latin: is missing" in line for line in lines)


@pytest.mark.parametrize(
    ("file", "old", "new", "path", "said"),
    [
        (
            "trigger_points.yaml",
            "label: TrP1",
            "label: 1",
            "soleus_1.label",
            "must be text (put quotes around it)",
        ),
        ("trigger_points.yaml", "[0.05, 0.15]", "[0.05]", "soleus_1.positions.back[1]", "is missing"),
        (
            "trigger_points.yaml",
            "[0.05, 0.15]",
            '[0.05, "0.15"]',
            "positions.back[1]",
            "must be a number (write it",
        ),
        (
            "trigger_points.yaml",
            "{back: [0.05, 0.15]}",
            "{bakc: [0.05, 0.15]}",
            "positions.bakc",
            "did you mean `back`?",
        ),
        ("trigger_points.yaml", "{back: [0.05, 0.15]}", "{}", "soleus_1.positions", ""),
        ("trigger_points.yaml", "id: soleus_2", "id: Soleus-2", "Soleus-2.id", "small letters, digits and _"),
        (
            "trigger_points.yaml",
            "[calf_inner]",
            '["calf_inner.left"]',
            "soleus_2.primary[0]",
            ":both or :opposite",
        ),
        (
            "trigger_points.yaml",
            "fma: 22542",
            'fma: "22542"',
            "soleus.ontology.fma",
            "must be a whole number",
        ),
        (
            "trigger_points.yaml",
            "{origin: Hip",
            "{orign: x, origin: Hip",
            "attachments.orign",
            "did you mean `origin`?",
        ),
        (
            "trigger_points.yaml",
            "segments: [S1, S2]",
            "segments: [S1, S9]",
            "innervation.segments[1]",
            "`S9` has",
        ),
        (
            "regions.yaml",
            "midline: true",
            "midline: yes",
            "regions.sacrum.midline",
            "`yes` reads as true or false",
        ),
        (
            "regions.yaml",
            "midline: true",
            'midline: "true"',
            "regions.sacrum.midline",
            "must be true or false",
        ),
        ("regions.yaml", "name: Inner calf", "name:", "regions.calf_inner.name", "has no value"),
        ("regions.yaml", "regions:\n", "region: []\nregions:\n", "region", "did you mean `regions`?"),
        ("red_flags.yaml", "    provenance: read\n", "", "leg_clot.provenance", "is missing"),
        ("danger_zones.yaml", "provenance: read", "provenance: secondary", "deep_calf.provenance", "not one of read"),
        ("danger_zones.yaml", "[quadratus_lumborum]", "[]", "kidney.muscles", "must not be empty"),
        ("waivers.yaml", "2027-11-30", "2027-11-31", "knee_front.expires", "is not a day"),
        ("waivers.yaml", "2027-11-30", '"2027-11-30"', "knee_front.expires", "without quotes"),
        ("waivers.yaml", "    reason: No pattern is drawn there.\n", "", "knee_front.reason", "is missing"),
    ],
)
def test_a_field_that_does_not_fit_is_one_problem(problems_after, file, old, new, path, said):
    [problem] = problems_after(file, old, new)
    assert problem.path.endswith(path)
    assert said in str(problem)
    assert problem.line > 1 or path == "region"


@pytest.mark.parametrize(
    "file",
    [
        "regions.yaml",
        "trigger_points.yaml",
        "red_flags.yaml",
        "sign_areas.yaml",
        "conditions.yaml",
        "prevalence.yaml",
        "nerve_roots.yaml",
        "nerves.yaml",
        "joints.yaml",
        "discs.yaml",
        "organs.yaml",
        "danger_zones.yaml",
        "waivers.yaml",
        "sources.bib",
    ],
)
@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"a: [", b"- a", b"word", b"muscles: {a: b}\n"])
def test_an_unusable_file_is_said_about_that_file_only(copy: Path, file: str, content: bytes | None):
    (copy / file).unlink() if content is None else (copy / file).write_bytes(content)
    problems = find_problems(copy)
    assert problems
    assert {Path(problem.file).name for problem in problems} == {file}


def test_a_missing_folder_is_said(tmp_path: Path):
    problems = find_problems(tmp_path / "nowhere")
    assert {problem.message for problem in problems} == {"the file is missing"}
    assert len(problems) == len(KINDS) == 23


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("@book{workbook2001,", "@book{manual1992,", "the key is used twice, first in line 3"),
        ("doi = {10.1000/test.1}", "doi = {doi:10.1000}", "doi: `doi:10.1000` has the wrong form"),
        ("year = {2020}", "year = {20}", "has the year `20`"),
        ("verified: seen", "verified: guessed", "verified: "),
        ("title = {The Workbook},", "", "has no title"),
        ("title = {The Workbook},", "title = {The Workbook,", "is not valid BibTeX"),
        ("title = {The Workbook},", "title = {The Workbook}", "is not valid BibTeX"),
    ],
)
def test_a_broken_reference_is_one_problem(problems_after, old, new, said):
    [problem] = problems_after("sources.bib", old, new)
    assert said in problem.message
    assert problem.file.endswith("sources.bib") and problem.line >= 12
