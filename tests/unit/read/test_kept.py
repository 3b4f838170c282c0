"""What was worked out of the data is kept under the content of what it was made from, and never trusted blindly."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from bodymap.problems import DataProblems
from bodymap.read import kept
from bodymap.read.kept import Kept, load
from bodymap.read.load import load as load_anew

TINY = Path(__file__).resolve().parents[2] / "fixtures" / "tiny"


@pytest.fixture
def top(tmp_path, monkeypatch) -> Path:
    """The folder in which pieces are kept."""
    folder = tmp_path / "kept"
    monkeypatch.setenv(kept.FOLDER, str(folder))
    return folder


@pytest.fixture
def files(tmp_path) -> Path:
    """A data folder of its own."""
    return Path(shutil.copytree(TINY, tmp_path / "data"))


@pytest.fixture
def reads(monkeypatch) -> list[Path]:
    """The data folders that were read and checked."""
    seen: list[Path] = []

    def reading(folder: Path):
        seen.append(folder)
        return load_anew(folder)

    monkeypatch.setattr(kept, "load_anew", reading)
    return seen


def pieces(top: Path) -> list[Path]:
    return sorted(path for path in top.glob("*/*") if path.is_file())


def test_a_second_start_gets_an_equal_dataset_without_reading_the_files_again(top, files, reads):
    first, second = load(files), load(files)
    assert reads == [files] and [path.name for path in pieces(top)] == ["dataset"]
    assert second.tables == first.tables and list(second.regions) == list(first.regions)


def test_a_changed_file_is_read_again_also_where_its_size_and_time_stay(top, files, reads):
    load(files)
    path = files / "regions.yaml"
    about, text = path.stat(), path.read_text()
    at = text.index("name: ") + len("name: ")
    path.write_text(text[:at] + text[at].swapcase() + text[at + 1 :])
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    load(files)
    assert reads == [files, files]


def test_a_file_of_the_chart_and_the_program_change_the_key(top, files, tmp_path):
    program = tmp_path / "program"
    program.mkdir()
    (program / "page.py").write_text("one = 1\n")
    keys = [Kept(files, [program]).key]
    (program / "page.py").write_text("one = 2\n")
    keys.append(Kept(files, [program]).key)
    chart = next((files / "body").glob("*.geojson"))
    chart.write_text(chart.read_text() + " ")
    keys.append(Kept(files, [program]).key)
    assert len(set(keys)) == 3
    assert Kept(files, [program]).key == keys[-1]


def test_data_with_problems_are_not_kept(top, files):
    (files / "regions.yaml").write_text("regions: []\n")
    with pytest.raises(DataProblems):
        load(files)
    assert pieces(top) == []


@pytest.mark.parametrize(
    "damage",
    [lambda text: text[:-40], lambda text: b"", lambda text: text.replace(b"tiny", b"tinz"), lambda text: b"\x80\x04."],
    ids=["cut short", "empty", "a letter", "a pickle"],
)
def test_a_damaged_piece_is_made_anew(top, files, reads, damage):
    first = load(files)
    [path] = pieces(top)
    whole = path.read_bytes()
    path.write_bytes(damage(whole) if damage(whole) != whole else whole[:-1] + b" ")
    assert load(files).tables == first.tables and reads == [files, files]
    assert path.read_bytes() == whole


def test_a_piece_whose_checksum_fits_but_whose_form_does_not_is_made_anew(top, files, reads):
    load(files)
    Kept(files).write("dataset", b'{"regions": []}')
    load(files)
    assert reads == [files, files]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other rights")
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_nothing_is_kept_or_read_where_somebody_else_can_write(top, files, reads, mode):
    load(files)
    top.chmod(mode)
    assert Kept(files).top is None and Kept(files).piece("one", lambda: b"made") == b"made"
    load(files)
    assert reads == [files, files] and [path.name for path in pieces(top)] == ["dataset"]


def test_where_nothing_can_be_written_the_app_starts_all_the_same(tmp_path, monkeypatch, files):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(kept.FOLDER, str(tmp_path / "file"))
    assert load(files).tables == load_anew(files).tables


def test_with_an_empty_name_nothing_is_kept(monkeypatch, files):
    monkeypatch.setenv(kept.FOLDER, "")
    assert kept.folder() is None and load(files).regions


def test_a_piece_is_made_once(top, files):
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"a\nb"

    assert [Kept(files).piece("one", make) for _ in range(3)] == [b"a\nb"] * 3 and made == [1]
    assert Kept(files).piece("other", lambda: b"") == b""


def test_old_keys_are_thrown_away_and_the_newest_stays(top, files):
    for number in range(kept.MOST + 3):
        (files / "note.txt").write_text(str(number))
        Kept(files).write("one", b"")
    assert len(list(top.iterdir())) == kept.MOST and Kept(files).read("one") == b""
