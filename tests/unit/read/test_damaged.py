"""Hundreds of damaged files: each is refused in words at its place, or it makes no difference at all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from bodymap import DATA_DIR
from bodymap.body.geometry import read_chart
from bodymap.body.scene import LAYOUTS, build_scene
from bodymap.data.dataset import Dataset
from bodymap.problems import DataProblems, Problem
from bodymap.read.chart.fit import sound_chart
from bodymap.read.load import find_problems, load
from components import data
from tests.damage import CHART, TINY, VIEWS, YAML, Variant, damaged, problems_in, sampled, variants
from tests.each import each
from tests.real import REAL
from tests.unit.read.test_hints import is_in_words

FILES = [*YAML, "sources.bib", *(f"body/{view}" for view in VIEWS)]
BY_FILE = {file: [variant for variant in sampled() if variant.file == file] for file in FILES}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the small folder, damaged and mended again and again."""
    return Path(shutil.copytree(TINY, tmp_path_factory.mktemp("damaged") / "data"))


@pytest.fixture
def app_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The app's own loading, on that copy."""
    monkeypatch.setattr(data, "DATA", folder)
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def test_there_are_enough_of_each_kind_and_none_has_the_name_of_another():
    every = list(variants())
    assert len({(variant.file, variant.name) for variant in every}) == len(every)
    for kind, least in (("YAML", 400), ("bibliography", 40), ("chart", 400)):
        assert sum(variant.kind == kind for variant in every) >= least
    assert sum(map(len, BY_FILE.values())) > 1000


def faults_of(problems: list[Problem], variant: Variant) -> list[str]:
    """What is missing in the answer to a damaged file."""
    wrong = [] if any(Path(variant.file).stem in str(problem) for problem in problems) else ["does not name the file"]
    for problem in problems:
        if not (problem.line >= 1 and problem.message and is_in_words(problem.hint) and str(problem).isprintable()):
            wrong.append(repr(problem))
        if "Traceback" in problem.message or "Error(" in problem.message:
            wrong.append(f"speaks Python: {problem}")
    return wrong


@pytest.mark.parametrize("file", FILES)
def test_a_damaged_file_is_refused_in_words_or_makes_no_difference(file: str, folder: Path, dataset: Dataset):
    wrong = []
    for variant in BY_FILE[file]:
        with damaged(folder, variant):
            problems = problems_in(folder)
            if not variant.harmless:
                told = faults_of(problems, variant) if problems else ["is accepted"]
            elif problems:
                told = [f"is refused: {problems[0]}"]
            else:
                told = [] if load(folder).tables == dataset.tables else ["changes the data"]
        wrong += [f"{variant.name}: {each}" for each in told]
    assert BY_FILE[file] and not wrong, "\n".join(wrong)
    assert problems_in(folder) == []


@pytest.mark.parametrize("file", ["trigger_points.yaml", "sources.bib", "release.yaml", "body/back.geojson"])
def test_what_check_accepts_the_app_and_the_drawing_accept(file: str, folder: Path, dataset: Dataset, app_on):
    chart = read_chart(TINY / "body")
    harmless = [variant for variant in BY_FILE[file] if variant.harmless]
    for variant in harmless:
        st.cache_resource.clear()
        with damaged(folder, variant):
            assert data.dataset().tables == dataset.tables, variant.name
            assert data.chart() == chart and data.releases() and data.references()
            for layout in LAYOUTS:
                assert build_scene(data.chart(), layout, {region: ("", "") for region in dataset.regions})["views"]
    assert len(harmless) == 3


@pytest.mark.parametrize(
    "file", ["trigger_points.yaml", "regions.yaml", "sources.bib", "release.yaml", "body/sole.geojson"]
)
def test_a_running_app_keeps_the_last_good_data_whatever_breaks(file: str, folder: Path, app_on):
    kept = data.dataset(), data.releases(), data.chart(), data.references()
    for variant in BY_FILE[file]:
        with damaged(folder, variant):
            assert (data.dataset(), data.releases(), data.chart(), data.references()) == kept
            assert data.chart_as("man") is not None


@each("file", FILES)
def test_an_app_that_began_with_a_broken_file_recovers_once_it_is_mended(file: str, folder: Path, app_on):
    missing = next(variant for variant in BY_FILE[file] if variant.name == "the file is missing")
    st.cache_resource.clear()
    with damaged(folder, missing):
        try:
            data.dataset()
            data.releases()
        except DataProblems as problems:
            assert Path(file).name in str(problems)
        else:
            pytest.fail("is not refused")
    assert data.dataset() and data.releases() and len(data.chart()) == len(VIEWS)


def test_an_app_recovers_when_the_record_of_a_drawn_region_is_put_back(folder: Path, app_on):
    path = folder / "regions.yaml"
    good = path.read_text()
    path.write_text(good.replace("id: heel_sole", "id: sole_heel"))
    with pytest.raises(DataProblems, match="draws `heel_sole`, which is not in regions"):
        data.dataset()
    path.write_text(good)
    assert "heel_sole" in data.dataset().regions and data.chart()


# ---- the real data -------------------------------------------------------------------------------------------

KNOWN = ("body", "schema", "LICENSE.md")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real files that are read."""
    made = tmp_path_factory.mktemp("real") / "data"
    shutil.copytree(DATA_DIR, made, ignore=lambda folder, names: [name for name in names if name in KNOWN])
    (made / "body").mkdir()
    for path in (DATA_DIR / "body").glob("*.geojson"):
        shutil.copy(path, made / "body")
    return made


@pytest.mark.parametrize("number", range(len(VIEWS)), ids=VIEWS)
def test_a_damaged_view_of_the_real_chart_is_refused_and_named(number: int, real: Path):
    path = real / "body" / VIEWS[number]
    good = path.read_bytes()
    for name in list(CHART)[number::6]:
        changed = CHART[name](good)
        if changed is None:
            continue
        path.write_bytes(changed)
        try:
            sound_chart(real / "body", REAL.regions)
        except DataProblems as problems:
            found = list(problems.problems)
            assert not faults_of(found, Variant("chart", name, f"body/{VIEWS[number]}", lambda path: None)), name
        else:
            pytest.fail(f"{name} is accepted")
    path.write_bytes(good)
    assert sound_chart(real / "body", REAL.regions) == read_chart(DATA_DIR / "body")


@pytest.mark.parametrize("step", [0.00001, 0.001])
def test_one_corner_moved_in_the_real_chart_is_seen(real: Path, step: float):
    path = real / "body" / "lateral.geojson"
    good = path.read_text()
    chart = json.loads(good)
    ring = chart["features"][5]["geometry"]["coordinates"][0]
    ring[2][0] = round(ring[2][0] + step, 5)
    path.write_text(json.dumps(chart))
    with pytest.raises(DataProblems, match="lateral"):
        sound_chart(real / "body", REAL.regions)
    path.write_text(json.dumps(json.loads(good)))
    assert sound_chart(real / "body", REAL.regions), "other blanks are no difference"
    path.write_text(good)


def test_real_records_damaged_at_several_places_are_all_said_at_once(real: Path):
    kept = {name: (real / name).read_bytes() for name in ("conditions.yaml", "trigger_points.yaml", "sources.bib")}
    for name, content in kept.items():
        half = len(content) // 2
        (real / name).write_bytes(content[:half] + content[half:].replace(b"e", b"\xe2\x80\xae", 1))
    found = find_problems(real)
    assert {Path(problem.file).name for problem in found} >= {"sources.bib"} and len(found) >= 3
    assert all(is_in_words(problem.hint) and str(problem).isprintable() for problem in found)
    for name, content in kept.items():
        (real / name).write_bytes(content)
