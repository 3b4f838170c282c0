"""What was worked out of the data files, kept in files of its own, so that a start need not work it out again.

A piece is kept under a key made of the content of every file it was made from: the data, the program, and the versions
of what the program stands on. Whatever changes gives another key, so nothing old is ever read. A piece that is
damaged, or cannot be written, is made anew.

Pieces are JSON with their checksum, never pickles: reading one runs no code. They still say what people are told, so
the folder must belong to the one who runs the program, or to the administrator, and nobody else may write in it;
otherwise nothing is kept. ``BODYMAP_CACHE`` names another folder; empty, nothing is kept.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError, create_model

from bodymap import DATA_DIR
from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS

FOLDER = "BODYMAP_CACHE"  # the environment variable
MOST = 6  # keys that are kept, one of the dataset and one of the pages for each state of the files
_PROGRAM = Path(__file__).resolve().parents[1]
_STANDS_ON = ("pydantic", "pydantic-core", "shapely", "PyYAML")


def folder() -> Path | None:
    """Where pieces are kept; None if they are not to be kept."""
    said = os.environ.get(FOLDER)
    if said is not None:
        return Path(said) if said else None
    try:
        home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:  # a process without a home
        return None
    return home / "trigger-point-body-map"


def load(data_dir: Path = DATA_DIR) -> Dataset:
    """The checked dataset of a folder, as ``bodymap.read.load`` gives it; only one without problems is kept.

    Raises ``DataProblems`` with every problem found.
    """
    kept = Kept(data_dir)
    found = kept.read("dataset")
    if found is not None:
        try:
            records = _records().model_validate_json(found)
        except ValidationError:
            pass  # made anew below
        else:
            return Dataset.build({kind: getattr(records, kind) for kind in KINDS})
    dataset = load_anew(data_dir)
    lists = {kind: tuple(table.values()) for kind, table in dataset.tables.items()}
    kept.write("dataset", _records().model_validate(lists).model_dump_json().encode())
    return dataset


def load_anew(data_dir: Path) -> Dataset:
    """The dataset from its files."""
    from bodymap.read import load as reading  # what reads and checks the files takes long to import

    return reading.load(data_dir)


class Kept:
    """The pieces of a data folder. ``programs`` are folders with further code that pieces depend on."""

    def __init__(self, data_dir: Path = DATA_DIR, programs: Iterable[Path] = ()) -> None:
        self.data_dir = data_dir
        top = folder()
        self.top = top if top and _is_ours(top) else None
        self.key = _key(data_dir, (_PROGRAM, *programs)) if self.top else ""

    def piece(self, name: str, make: Callable[[], bytes]) -> bytes:
        """The piece of a name; made and kept where it is not there."""
        found = self.read(name)
        if found is None:
            found = make()
            self.write(name, found)
        return found

    def read(self, name: str) -> bytes | None:
        """A piece; None where it is not there or is damaged."""
        if self.top is None:
            return None
        try:
            digest, _, content = (self.top / self.key / name).read_bytes().partition(b"\n")
        except OSError:
            return None
        return content if digest == _digest(content) else None

    def write(self, name: str, content: bytes) -> None:
        """Keep a piece, whole or not at all: another process may be reading. What cannot be written is not kept."""
        if self.top is None:
            return
        try:
            here = self.top / self.key
            here.mkdir(mode=0o700, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=here, delete=False) as file:
                file.write(_digest(content) + b"\n" + content)
            Path(file.name).replace(here / name)
            self._forget_old()
        except OSError:
            pass

    def _forget_old(self) -> None:
        assert self.top
        keys = sorted((p for p in self.top.iterdir() if p.is_dir()), key=lambda path: path.stat().st_mtime)
        for path in keys[:-MOST]:
            if path.name != self.key:
                shutil.rmtree(path, ignore_errors=True)


def _is_ours(top: Path) -> bool:
    """Whether the folder is there, or can be made, and nobody else can write in it."""
    try:
        top.mkdir(mode=0o700, parents=True, exist_ok=True)
        about = top.stat()
    except OSError:
        return False
    if not hasattr(os, "geteuid"):  # not on Windows, where a profile belongs to its user
        return True
    return about.st_uid in (0, os.geteuid()) and not about.st_mode & 0o022


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()


@cache
def _records() -> type[BaseModel]:
    """A list of records for each kind."""
    lists: dict[str, Any] = {kind.name: (tuple[kind.model, ...], ...) for kind in KINDS.values()}  # type: ignore[name-defined]
    return create_model("Records", **lists)


def _key(data_dir: Path, programs: Iterable[Path]) -> str:
    """A name made of everything that pieces follow from."""
    digest = hashlib.sha256(" ".join([platform.python_version(), *map(version, _STANDS_ON)]).encode())
    files = [path for path in sorted(data_dir.iterdir()) if path.is_file()] if data_dir.is_dir() else []
    files += [path for kind in ("*.geojson", "woman/*.yaml") for path in sorted((data_dir / "body").glob(kind))]
    files += [path for program in programs for path in sorted(program.rglob("*.py"))]
    for path in files:
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:32]
