"""The command line: answers, exit status, and what it says when it cannot answer."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bodymap.__main__ import main
from bodymap.commands.question import LISTED

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tiny: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """``run("list", "muscles")`` on the small dataset: exit status, stdout, stderr."""

    def ask(*arguments: str, data: Path = tiny) -> tuple[int, str, str]:
        status = main([*arguments, "--data", str(data)])
        return status, *capsys.readouterr()

    return ask


def test_check_counts(run):
    assert run("check") == (
        0,
        "OK: 9 regions, 2 muscles, 4 trigger points, 2 muscle groups, 3 red flags, 3 sign areas, 2 conditions, "
        "1 next steps, 1 comparisons, "
        "1 nerve roots, 1 nerves, 1 joints, 1 discs, 1 organs, 1 prevalence, 2 danger zones, 2 evidence, 1 harms, "
        "2 contraindications, 2 claims, 1 guide, 1 publishers, 3 sources\n",
        "",
    )


def test_check_prints_every_problem_on_a_line(run, copy):
    path = copy / "trigger_points.yaml"
    path.write_text(path.read_text().replace("[calf_inner]", "[calf_iner]").replace("R1", "R0"))
    status, out, err = run("check", data=copy)
    assert (status, err) == (1, "")
    assert len(out.splitlines()) == 2
    assert "trigger_points.yaml:29: muscles.soleus.trigger_points.soleus_2.primary[0]" in out


def test_other_commands_refuse_broken_data(run, tmp_path):
    status, out, err = run("list", "muscles", data=tmp_path)
    assert (status, out) == (1, "")
    assert "the file is missing" in err


def test_match_as_json(run):
    status, out, _ = run("match", "achilles.left", "calf_lower.left", "--json")
    assert status == 0
    assert json.loads(out) == [
        {
            "muscle": "soleus",
            "trigger_point": "soleus_1",
            "name": "Soleus, TrP1",
            "side": "left",
            "primary": ["achilles.left"],
            "spillover": ["calf_lower.left"],
            "also": ["heel_sole"],
            "places": 3,
        }
    ]
    assert json.loads(run("match", "knee_front", "--json")[1]) == []


def test_match_as_text_says_warning_signs_first(run):
    _, out, _ = run("match", "achilles.left", "low_back.right")
    assert out.index("NOW: Numb saddle") < out.index("TODAY: One calf") < out.index("Soleus, TrP1 (left)")
    assert "No described pattern" in run("match", "knee_front")[1]


def test_check_judges_waivers_on_the_day_given(run):
    status, out, _ = run("check", "--today", "2027-12-01")
    assert status == 1
    assert "waivers.yaml:5: waivers.knee_front.expires: the waiver expired on 2027-11-30 (look again" in out
    assert run("check", "--today", "2027-11-30")[0] == 0


@pytest.mark.parametrize("kind", LISTED)
def test_lists(run, kind):
    status, out, _ = run("list", kind, "--json")
    rows = json.loads(out)
    assert status == 0
    assert all(row["id"] and row["name"] for row in rows)
    text = run("list", kind)[1]
    assert len(text.splitlines()) == len(rows)


def test_one_muscle_and_one_condition(run):
    assert json.loads(run("muscle", "soleus", "--json")[1])["latin"] == "Musculus soleus"
    assert json.loads(run("condition", "deep_vein_thrombosis", "--json")[1])["safety_class"] == "emergency_mimic"
    text = run("muscle", "soleus")[1]
    assert "Soleus (Musculus soleus)" in text and "A Manual of Muscles & Pain" in text
    near = json.loads(run("muscle", "soleus", "--json")[1])["danger_zones"]
    assert [(zone["id"], zone["provenance"]) for zone in near] == [("deep_calf", "read")]
    assert (
        "high-risk area: the kidney. The kidney lies in front of this muscle." in run("muscle", "quadratus_lumborum")[1]
    )
    text = run("condition", "achilles_tendinopathy")[1]
    assert text.index("TODAY: One calf swollen") < text.index("Stiff in the morning")
    assert "  involves: S1 nerve root, Tibial nerve\n" in text
    assert "involves" not in run("condition", "deep_vein_thrombosis")[1]


def test_a_muscle_without_danger_zone_is_not_an_all_clear(run, copy):
    zones = copy / "danger_zones.yaml"
    zones.write_text(zones.read_text().replace("[soleus, quadratus_lumborum]", "[quadratus_lumborum]"))
    assert "none recorded, which does not mean that nothing lies near" in run("muscle", "soleus", data=copy)[1]
    assert json.loads(run("muscle", "soleus", "--json", data=copy)[1])["danger_zones"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("muscle", "solius"), "unknown muscle `solius`; did you mean `soleus`?"),
        (("condition", "qqq"), "unknown condition `qqq`; see `list conditions`"),
        (("match", "achiles.left", "--json"), "unknown region `achiles`; did you mean `achilles`?"),
        (("match", "qqq"), "unknown region `qqq`; see `list regions`"),
        (("match", "sacrum.left"), "`sacrum` lies on the midline and has no sides; write `sacrum`"),
    ],
)
def test_an_unknown_id_ends_with_status_2(run, arguments, said):
    assert run(*arguments) == (2, "", f"bodymap: {said}\n")


@pytest.mark.parametrize("arguments", [[], ["list", "bones"], ["match"], ["dance"]])
def test_an_unknown_question_ends_with_status_2(arguments):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_it_runs_as_a_module_from_anywhere(tiny, tmp_path):
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-m", "bodymap", "check", "--data", str(tiny)]
    done = subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(root)}, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("OK: ")


def test_a_site_is_written_into_a_folder_that_is_free_or_holds_one(run, tmp_path, monkeypatch):
    monkeypatch.setattr("bodymap.commands.writing.read_chart", lambda folder: {})  # the small folder draws no body
    folder = tmp_path / "site"
    status, out, _ = run("site", str(folder), "--app", "https://example.org")
    assert status == 0 and "index.html" in out and (folder / "muscles").is_dir()
    assert run("site", str(folder), "--only-reviewed")[0] == 0
    (folder / "bodymap-site.txt").unlink()
    status, out, err = run("site", str(folder))
    assert (status, out) == (2, "") and err.startswith(f"bodymap: {folder}: is not empty")


def test_an_address_of_no_explorer_is_refused_before_anything_is_written(run, tmp_path):
    status, _, err = run("site", str(tmp_path / "site"), "--app", "example.org")
    assert status == 2 and "write one like https://example.org/" in err and not (tmp_path / "site").exists()
