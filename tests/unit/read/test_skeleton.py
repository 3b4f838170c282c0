"""``new``: skeletons of records, and the placeholders that ``check`` reports until they are written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from bodymap.__main__ import main
from bodymap.read.load import find_problems
from bodymap.read.skeleton import FORMS, SkeletonError, new, skeleton

TODAY = dt.date.today().isoformat()

FILLED = {
    "muscle": """
  - id: plantaris
    name: Plantaris
    latin: Musculus plantaris
    group: leg_back
    attachments: {origin: Thigh bone, insertion: Heel bone}
    action: Points the foot
    innervation: {nerve: Tibial nerve, segments: [S1]}
    runner: It helps a little.
    structures: [soleus]
    referral_support: R0
    sources: [{key: manual1992}]
    curation: {status: draft, date: 2026-11-21}
    trigger_points: []
""",
}


def required(model) -> set[str]:
    return {name for name, field in model.model_fields.items() if field.is_required()}


@pytest.mark.parametrize("what", FORMS)
def test_a_skeleton_has_every_required_field_and_nothing_unknown(what):
    form = FORMS[what]
    [row] = yaml.safe_load(skeleton(form, {"id": "one"}))
    assert set(row) == required(form.model)
    assert row["id"] == "one"
    text = skeleton(form, {"id": "one"})
    assert all(f"{name}:" in text for name in form.model.model_fields)
    assert all(str(form.model.model_fields[name].description) in text for name in required(form.model) - {"id"})


@pytest.mark.parametrize("what", FORMS)
def test_a_skeleton_with_every_comment_taken_away_is_still_yaml_of_the_model(what):
    text = "\n".join(skeleton(FORMS[what], {"id": "one"}).splitlines()[3:])
    while "# " in "".join(line.lstrip(" -")[:2] for line in text.splitlines()):
        text = "\n".join(
            line.replace("# ", "", 1) if line.lstrip(" ").startswith("# ") else line for line in text.splitlines()
        )
    [row] = yaml.safe_load(text)
    assert set(row) == set(FORMS[what].model.model_fields)


@pytest.mark.parametrize(("what", "placeholders"), [("muscle", 15), ("condition", 13), ("red_flag", 6)])
def test_every_placeholder_is_one_problem_that_says_what_to_write(copy: Path, what: str, placeholders: int):
    new(copy, what, "brand_new", "A new one", append=True)
    problems = find_problems(copy)
    assert len(problems) == placeholders
    assert {problem.message for problem in problems} == {"is still to do"}
    assert all(problem.hint.startswith("write ") for problem in problems)
    kind = FORMS[what].name
    assert all(problem.path.startswith(f"{kind}.brand_new.") for problem in problems)
    assert len({problem.line for problem in problems}) == placeholders
    assert "TODO" not in str(problems)


def test_one_placeholder_less_is_one_problem_less(copy: Path):
    new(copy, "muscle", "plantaris", "Plantaris", append=True)
    path = copy / "trigger_points.yaml"
    before = find_problems(copy)
    text = path.read_text()
    [line] = [line for line in text.splitlines() if 'latin: "TODO' in line]
    path.write_text(text.replace(line, "    latin: Musculus plantaris"))
    after = find_problems(copy)
    assert [problem.path for problem in before if problem not in after] == ["muscles.plantaris.latin"]
    assert set(after) < set(before)


def test_a_filled_skeleton_is_a_record(copy: Path):
    path = copy / "trigger_points.yaml"
    path.write_text(path.read_text().rstrip() + "\n" + FILLED["muscle"])
    assert find_problems(copy) == ()


@pytest.mark.parametrize(
    ("file", "old", "new_text", "path", "hint"),
    [
        (
            "trigger_points.yaml",
            "where: High in the calf",
            "where: TODO",
            "soleus_2.where",
            "write where in the muscle",
        ),
        (
            "trigger_points.yaml",
            "where: High in the calf",
            "where: todo",
            "soleus_2.where",
            "write where in the muscle",
        ),
        ("trigger_points.yaml", "where: High in the calf", 'where: "TODO: a place"', "soleus_2.where", "write a place"),
        ("trigger_points.yaml", "segments: [S1, S2]", "segments: [S1, TODO]", "segments[1]", "write its spinal"),
        ("trigger_points.yaml", "[0.05, 0.15]", "TODO", "positions.back", "write what belongs here"),
        ("trigger_points.yaml", "key: manual1992, locator: ch. 22", "key: TODO", "sources[0].key", "write the key"),
        ("trigger_points.yaml", "fma: 22542", "fma: TODO", "ontology.fma", "write the number"),
        ("conditions.yaml", "    summary: A clot can", "    summary: TODO A clot can", "summary", "write A clot can"),
        ("regions.yaml", "name: Inner calf", "name: TODO", "regions.calf_inner.name", "write the name that people"),
        ("danger_zones.yaml", "structure: the kidney", "structure: TODO", "kidney.structure", "write what lies there"),
        ("waivers.yaml", "expires: 2027-11-30", "expires: TODO", "knee_front.expires", "write the last day"),
    ],
)
def test_a_placeholder_anywhere_is_one_problem(problems_after, file, old, new_text, path, hint):
    [problem] = problems_after(file, old, new_text)
    assert problem.path.endswith(path)
    assert problem.message == "is still to do"
    assert problem.hint.startswith(hint)


def test_a_word_that_only_begins_alike_is_no_placeholder(problems_after):
    assert problems_after("trigger_points.yaml", "where: High in the calf", "where: Todos in the calf") == ()


@pytest.mark.parametrize("what", FORMS)
def test_append_keeps_what_stands_there_and_says_the_line(copy: Path, what: str):
    path = copy / FORMS[what].file
    before = path.read_text()
    said = new(copy, what, "brand_new", "It's new: yes", append=True)
    text = path.read_text()
    assert text.startswith(before.rstrip())
    number = int(said.split(";")[0].rpartition(":")[2])
    assert text.splitlines()[number - 1] == "  - id: brand_new"
    named = "brand_new" if FORMS[what].title == "id" else "It's new: yes"
    assert yaml.safe_load(text)[FORMS[what].name][-1][FORMS[what].title] == named
    assert new(copy, what, "another").startswith("# ")


def test_append_follows_the_indent_of_the_file(copy: Path):
    path = copy / "red_flags.yaml"
    path.write_text("red_flags:\n" + "\n".join(line[2:] for line in path.read_text().splitlines()[1:]) + "\n")
    new(copy, "red_flag", "brand_new", append=True)
    assert "\n- id: brand_new\n  brief: " in path.read_text()


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("soleus", "`soleus` is already in .*, line 2; choose another id"),
        ("Soleus", "`Soleus` cannot be an id; an id has small letters"),
        ("a-b", "cannot be an id"),
    ],
)
def test_an_id_that_cannot_be_used_is_refused(tiny: Path, id_: str, said: str):
    with pytest.raises(SkeletonError, match=said):
        new(tiny, "muscle", id_)


@pytest.mark.parametrize("content", ["", "muscles: []\n", "muscles: {a: b}\n", "[\n"])
def test_a_file_without_a_list_takes_no_record(copy: Path, content: str):
    (copy / "trigger_points.yaml").write_text(content)
    with pytest.raises(SkeletonError, match="mend it first"):
        new(copy, "muscle", "brand_new", append=True)
    assert (copy / "trigger_points.yaml").read_text() == content


@pytest.mark.parametrize("name", ["yes", "On", "2026", "a: b", "it's", "# no", "Ünder", "1e3", "2026-01-31", "a # b"])
def test_a_name_stays_the_text_it_was(copy: Path, name: str):
    new(copy, "muscle", "brand_new", name, append=True)
    row = yaml.safe_load((copy / "trigger_points.yaml").read_text())["muscles"][-1]
    assert row["name"] == name
    assert row["curation"]["date"] == dt.date.today()


def test_on_the_command_line(copy: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["new", "muscle", "plantaris", "--name", "Plantaris", "--data", str(copy)]) == 0
    out, _ = capsys.readouterr()
    assert "- id: plantaris\n  name: Plantaris\n" in out and f"    date: {TODAY}\n" in out
    assert main(["new", "muscle", "plantaris", "--append", "--data", str(copy)]) == 0
    assert "added `plantaris` at " in capsys.readouterr().out
    assert main(["check", "--data", str(copy)]) == 1
    assert "muscles.plantaris.latin: is still to do (write the Latin name" in capsys.readouterr().out
    assert main(["new", "muscle", "plantaris", "--data", str(copy)]) == 2
    assert capsys.readouterr().err.startswith("bodymap: `plantaris` is already in")
