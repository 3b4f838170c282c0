"""A small good data folder, and copies of it broken in exactly one way."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bodymap.data.dataset import Dataset
from bodymap.problems import Problem
from bodymap.read.load import find_problems, load

TINY = Path(__file__).resolve().parent.parent / "fixtures" / "tiny"

Break = Callable[[str, str, str], tuple[Problem, ...]]


@pytest.fixture(scope="session")
def tiny() -> Path:
    """The good data folder. Read only."""
    return TINY


@pytest.fixture(scope="session")
def dataset(tiny: Path) -> Dataset:
    """The good data folder, loaded."""
    return load(tiny)


@pytest.fixture
def copy(tiny: Path, tmp_path: Path) -> Path:
    """A copy of the good data folder to break."""
    return Path(shutil.copytree(tiny, tmp_path / "data"))


@pytest.fixture
def problems_after(copy: Path) -> Break:
    """``problems_after(file, old, new)``: the problems once the one ``old`` in a file reads ``new``."""

    def broken(file: str, old: str, new: str) -> tuple[Problem, ...]:
        path = copy / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return find_problems(copy)

    return broken
