"""What is imported is declared in requirements.txt, and what is declared is imported."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = {"bodymap", "components", "tests"}


def named(distribution: str) -> str:
    """A name as the registry compares it."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def declared(file: str) -> set[str]:
    """The packages that a list of requirements names."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return {named(found[0]) for line in lines if (found := re.match(r"[\w.-]+", line)) and not line.startswith("-")}


def imported(paths: Iterable[Path]) -> set[str]:
    """The packages that provide what the modules import, without Python's own and ours."""
    modules: set[str] = set()
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                modules.add(node.module.partition(".")[0])
    providers = packages_distributions()
    return {named(name) for module in modules - OURS - sys.stdlib_module_names for name in providers[module]}


CORE = imported((ROOT / "bodymap").rglob("*.py"))
PAGE = imported([ROOT / "app.py", *(ROOT / "components").rglob("*.py")])


def test_user_packages_are_those_imported():
    assert declared("requirements.txt") == CORE | PAGE


def test_the_extra_of_the_page_is_what_the_core_does_not_import():
    """``setup.py`` leaves these out of what ``pip install .`` brings."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(settings["tool"]["bodymap"]["page"]) == PAGE - CORE


def test_what_the_tests_import_is_declared():
    needed = imported((ROOT / "tests").rglob("*.py"))
    assert needed <= declared("requirements.txt") | declared("requirements-dev.txt")


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_the_lock_holds_every_package_declared_and_only_exact_versions(name):
    lines = [line for line in (ROOT / f"{name}.lock").read_text(encoding="utf-8").splitlines() if line[:1].isalpha()]
    locked = {named(line.partition("==")[0]) for line in lines}
    assert all(re.fullmatch(r"[a-z0-9-]+==\S+( ;.*| +#.*)?", line) for line in lines)
    assert declared(f"{name}.txt") <= locked


def test_both_locks_agree():
    pins = [
        {line.partition("#")[0].strip() for line in (ROOT / file).read_text(encoding="utf-8").splitlines()} - {""}
        for file in ("requirements.lock", "requirements-dev.lock")
    ]
    assert pins[0] <= pins[1]
