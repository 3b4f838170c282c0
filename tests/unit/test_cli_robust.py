"""The command line when something is wrong around it: one clear line and status 2, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bodymap.__main__ import main
from bodymap.read import skeleton

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str | bytes, encoding: str = "utf-8", output: Path | None = None) -> tuple[int, str, str]:
    """The program as a process of its own: exit status, stdout, stderr."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "bodymap", *arguments]
    with (output or Path(os.devnull)).open("wb") as file:
        stdout = file if output else subprocess.PIPE
        done = subprocess.run(command, env=env, stdout=stdout, stderr=subprocess.PIPE, cwd=ROOT)
    return done.returncode, (done.stdout or b"").decode(encoding), done.stderr.decode(errors="replace")


def is_one_clear_line(status: int, error: str) -> bool:
    """Whether a refusal is status 2 and one line that begins with the program's name."""
    return status == 2 and len(error.splitlines()) == 1 and error.startswith("bodymap: ") and "Error" not in error


@pytest.mark.parametrize("arguments", [("check",), ("list", "sources"), ("muscle", "soleus")])
def test_an_output_encoding_without_the_letter(copy: Path, arguments: tuple[str, ...]):
    for name in ("trigger_points.yaml", "sources.bib"):
        path = copy / name
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("name: Soleus", "name: Soleus \u0142").replace("title = {", "title = {\u0142 "), "utf-8"
        )
    if arguments == ("check",):
        path = copy / "regions.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("group: ", "group: \u0142", 1), encoding="utf-8")
    status, _, error = run(*arguments, "--data", str(copy), encoding="cp1252")
    assert is_one_clear_line(status, error), error
    assert r"'\u0142'" in error and "PYTHONIOENCODING=utf-8" in error
    assert run(*arguments, "--data", str(copy))[0] == (1 if arguments == ("check",) else 0)


def test_a_full_disk_behind_the_output(tiny: Path):
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    status, _, error = run("list", "muscles", "--data", str(tiny), output=full)
    assert is_one_clear_line(status, error), error
    assert "No space left on device" in error


@pytest.mark.parametrize("arguments", [("check",), ("list", "muscles"), ("new", "muscle", "x"), ("point", "soleus")])
@pytest.mark.parametrize(
    ("data", "said"),
    [("a" * 5000, "File name too long"), ("nowhere", "No such file"), ("README.md", "is not a folder")],
)
def test_a_data_folder_that_is_none(arguments: tuple[str, ...], data: str, said: str, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    status = main([*arguments, "--data", data])
    out, error = capsys.readouterr()
    assert out == "" and is_one_clear_line(status, error) and said in error
    assert len(error) < 250


@pytest.mark.parametrize(
    "arguments",
    [(b"new", b"muscle", b"x", b"--name", b"M\xfcller"), (b"match", b"kn\xe9e"), (b"muscle", b"sol\xe9us")],
)
def test_bytes_that_are_no_text(tiny: Path, arguments: tuple[bytes, ...]):
    status, out, error = run(*arguments, b"--data", os.fsencode(tiny))
    assert out == "" and is_one_clear_line(status, error) and "not UTF-8 text" in error


def test_what_a_message_quotes_is_on_one_line_and_prints(tmp_path: Path, capsys):
    status = main(["check", "--data", str(tmp_path / "a\nb\x1b[31m\u202e")])
    _, error = capsys.readouterr()
    assert is_one_clear_line(status, error) and r"a\nb\x1b[31m\u202e" in error


def test_a_day_that_is_none(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--today", "2026-13-01"])
    assert stopped.value.code == 2
    assert "'2026-13-01' is not a day; write it as 2026-01-31" in capsys.readouterr().err


def test_no_output_at_all(tiny: Path):
    command = f'exec "{sys.executable}" -m bodymap list regions --data "{tiny}" >&-'
    done = subprocess.run(
        ["/bin/sh", "-c", command], env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_check_says_everything_at_once(copy: Path, capsys):
    for file, old, new in (
        ("regions.yaml", "group: trunk_back", "group: trunk"),
        ("release.yaml", "version: 0.2.0", "version: two"),
        ("sources.bib", "verified: seen", "verified: perhaps"),
        ("body/front.geojson", '"kind": "region"', '"kind": "regoin"'),
    ):
        path = copy / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert main(["check", "--data", str(copy)]) == 1
    out, error = capsys.readouterr()
    assert error == ""
    for file in ("regions.yaml", "release.yaml", "sources.bib", "body/front.geojson"):
        assert f"{copy}/{file}:" in out
    assert all(line.endswith(")") for line in out.splitlines())


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(28, "No space left on device")])
def test_a_data_file_that_cannot_be_written(copy: Path, monkeypatch, capsys, error: OSError):
    path = copy / "trigger_points.yaml"
    before = path.read_bytes()
    opened = Path.open

    def refused(self: Path, mode: str = "r", *rest, **more):
        file = opened(self, mode, *rest, **more)
        if "a" in mode:
            file.write(b"half a rec")
            file.close()
            error.filename = str(self)
            raise error
        return file

    monkeypatch.setattr(Path, "open", refused)
    status = main(["new", "muscle", "plantaris", "--append", "--data", str(copy)])
    out, said = capsys.readouterr()
    assert out == "" and is_one_clear_line(status, said)
    assert "trigger_points.yaml" in said and error.strerror in said
    assert path.read_bytes() == before


def test_a_schema_that_cannot_be_written(copy: Path, capsys):
    (copy / "schema").write_text("a file where a folder should be")
    status = main(["schema", "--data", str(copy)])
    out, error = capsys.readouterr()
    assert out == "" and is_one_clear_line(status, error) and "schema: File exists" in error


def test_a_folder_without_permission_to_write(copy: Path, monkeypatch, capsys):
    """As the system refuses it; the administrator may write everywhere, so that taking rights away tests nothing."""

    def refused(self: Path, *_, **__):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "mkdir", refused)
    status = main(["schema", "--data", str(copy)])
    out, error = capsys.readouterr()
    assert out == "" and is_one_clear_line(status, error) and "schema: Permission denied" in error


def test_a_broken_chart(copy: Path, capsys):
    (copy / "body" / "back.geojson").write_text("[]")
    status = main(["point", "soleus", "--data", str(copy)])
    out, error = capsys.readouterr()
    assert out == "" and is_one_clear_line(status, error.replace("TypeError", "")) and "back.geojson" in error


# ---- list, while records are unfinished ----------------------------------------------------------------------


def test_list_answers_while_its_own_records_are_unfinished(copy: Path, capsys):
    skeleton.new(copy, "muscle", "plantaris", "Plantaris", append=True)
    for kind, row in (("muscles", "plantaris           Plantaris"), ("trigger_points", "plantaris_1")):
        assert main(["list", kind, "--data", str(copy)]) == 0
        out, error = capsys.readouterr()
        assert any(line.startswith(row) for line in out.splitlines())
        assert error == f"bodymap: 15 problems in {copy}/trigger_points.yaml; see `check`\n"


@pytest.mark.parametrize("other", ["conditions.yaml", "trigger_points.yaml", "sources.bib"])
def test_list_answers_while_another_file_cannot_be_read(copy: Path, other: str, capsys):
    (copy / other).write_bytes(b"\xff[")
    assert main(["list", "regions", "--data", str(copy)]) == 0
    out, error = capsys.readouterr()
    assert len(out.splitlines()) == 9 and error == ""
    kind = "sources" if other == "sources.bib" else "muscles" if other.startswith("trigger") else "conditions"
    assert main(["list", kind, "--data", str(copy)]) == 1
    out, error = capsys.readouterr()
    assert out == "" and f"{other}:1: is not UTF-8 text" in error


def test_list_leaves_out_what_has_no_id(copy: Path, capsys):
    path = copy / "regions.yaml"
    path.write_text(
        path.read_text().replace("- id: calf_inner\n    name: Inner calf", "- name: [3]\n    id: calf_inner", 1)
    )
    path.write_text(path.read_text().replace("- id: achilles\n   ", "-", 1))
    assert main(["list", "regions", "--data", str(copy)]) == 0
    out, error = capsys.readouterr()
    assert len(out.splitlines()) == 8 and "calf_inner" in out and "achilles" not in out
    assert "2 problems in" in error


def test_list_names_sources_in_the_order_of_the_file_and_those_it_cannot_read_last(copy: Path, capsys):
    path = copy / "sources.bib"
    path.write_text(path.read_text(encoding="utf-8").replace("title = {The Workbook},", ""), encoding="utf-8")
    assert main(["list", "sources", "--data", str(copy)]) == 0
    out, error = capsys.readouterr()
    assert [line.split()[0] for line in out.splitlines()] == ["manual1992", "study2020", "workbook2001"]
    assert error == f"bodymap: 1 problem in {path}; see `check`\n"


# ---- new -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [None, b"", b"\xff", b"muscles: {a: b}\n", b"[\n"])
@pytest.mark.parametrize("append", [[], ["--append"]])
def test_new_says_that_its_file_cannot_be_read(copy: Path, content: bytes | None, append: list[str], capsys):
    path = copy / "trigger_points.yaml"
    path.unlink() if content is None else path.write_bytes(content)
    status = main(["new", "muscle", "plantaris", *append, "--data", str(copy)])
    out, error = capsys.readouterr()
    assert out == "" and is_one_clear_line(status, error) and "trigger_points.yaml" in error


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "byte order mark"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("last", [b"", b"\n", b"\n\n\n"], ids=["no end", "end", "blank lines"])
def test_append_keeps_what_stands_there_byte_by_byte(copy: Path, mark: bytes, end: bytes, last: bytes):
    path = copy / "trigger_points.yaml"
    before = mark + (path.read_bytes().rstrip() + last).replace(b"\n", end)
    path.write_bytes(before)
    said = skeleton.new(copy, "muscle", "plantaris", append=True)
    after = path.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\r") == (after.count(b"\n") if end == b"\r\n" else 0)
    number = int(said.split(";")[0].rpartition(":")[2])
    assert after.split(end)[number - 1] == b"  - id: plantaris"
    assert after.removeprefix(before).strip().startswith(b"# A muscle")
