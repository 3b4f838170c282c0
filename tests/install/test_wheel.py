"""The core from a wheel, in an environment that holds nothing else: it answers and draws as the checkout does."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from email import message_from_string
from pathlib import Path

import pytest

from bodymap import DATA_DIR
from bodymap.body.geometry import read_chart
from bodymap.read.load import load
from bodymap.tell.figures import pattern_figure

pytestmark = pytest.mark.sweep
ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("bodymap", "data", "pyproject.toml", "setup.py", "MANIFEST.in", "requirements.txt", "LICENSE", "NOTICE")
PATTERN = "soleus_1"
DRAW = f"""
from bodymap import DATA_DIR
from {load.__module__} import load
from {read_chart.__module__} import read_chart
from {pattern_figure.__module__} import pattern_figure
dataset = load()
print(pattern_figure(read_chart(DATA_DIR / "body"), dataset.trigger_points["{PATTERN}"]).to_json())
"""
IMPORT_ALL = """
import importlib, pkgutil, bodymap
for module in pkgutil.walk_packages(bodymap.__path__, "bodymap."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    """What a command prints; its complaints if it fails."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(list(map(str, command)), cwd=cwd, env=clean, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the checkout, built from a copy."""
    source = tmp_path_factory.mktemp("source")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / name)
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation")
    run(*pip, "--wheel-dir", source / "dist", source)
    [built] = (source / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a new environment with the wheel and what it asks for, in the versions of the lock."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=True)
    found = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(found, "-m", "pip", "install", "--quiet", "--constraint", ROOT / "requirements.lock", wheel)
    return found


def test_the_wheel_carries_the_whole_data_folder_and_no_page(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as inside:
        data = {path.relative_to(DATA_DIR).as_posix(): path for path in DATA_DIR.rglob("*") if path.is_file()}
        carried = {name.removeprefix("bodymap/_data/"): name for name in inside.namelist() if "/_data/" in name}
        assert set(carried) == set(data)
        assert all(inside.read(carried[name]) == path.read_bytes() for name, path in data.items())
        assert {name.partition("/")[0].partition("-")[0] for name in inside.namelist()} == {
            "bodymap",
            "trigger_point_body_map",
        }
        styles = {p.relative_to(ROOT).as_posix() for p in (ROOT / "bodymap").rglob("*") if p.suffix in (".py", ".css")}
        assert styles <= set(inside.namelist())


def test_what_only_the_page_needs_is_asked_for_by_the_extra_alone(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as inside:
        [name] = [name for name in inside.namelist() if name.endswith(".dist-info/METADATA")]
        asked = message_from_string(inside.read(name).decode()).get_all("Requires-Dist") or []
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["bodymap"]
    for extra, packages in (("app", listed["page"]), ("cards", listed["cards"])):
        needed = {re.split(r"[^\w.-]", line)[0].lower() for line in asked if f'extra == "{extra}"' in line}
        assert needed and needed == set(packages)
    assert len(asked) == len([line for line in (ROOT / "requirements.txt").read_text().splitlines() if line[0] != "#"])


def test_streamlit_is_not_there(python: Path, tmp_path: Path) -> None:
    assert run(python, "-c", "import importlib.util as u; print(u.find_spec('streamlit'))", cwd=tmp_path) == "None\n"


def test_every_module_can_be_imported(python: Path, tmp_path: Path) -> None:
    run(python, "-c", IMPORT_ALL, cwd=tmp_path)


@pytest.mark.parametrize("question", [["check"], ["match", "achilles.left", "calf_lower.left", "--json"]])
def test_it_answers_as_the_checkout_does(python: Path, tmp_path: Path, question: list[str]) -> None:
    answer = run(python, "-m", "bodymap", *question, cwd=tmp_path)
    assert answer == run(sys.executable, "-m", "bodymap", *question)
    assert answer.startswith("OK: ") or json.loads(answer)


def test_it_draws_as_the_checkout_does(python: Path, tmp_path: Path) -> None:
    drawn = json.loads(run(python, "-c", DRAW, cwd=tmp_path))
    dataset = load()
    here = pattern_figure(read_chart(DATA_DIR / "body"), dataset.trigger_points[PATTERN])
    assert drawn["data"] == json.loads(here.to_json())["data"]
    assert "trigger point" in {trace["name"] for trace in drawn["data"]}
