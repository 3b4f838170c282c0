"""A hint for every refusal: every field of every model, every rule, and whatever else a reader of files says."""

from __future__ import annotations

import ast
import datetime as dt
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_origin

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from bodymap import DATA_DIR, read
from bodymap.data import forms
from bodymap.data.kinds import KINDS
from bodymap.data.model import Condition, Innervation, Muscle, Ontology, Region, TriggerPoint
from bodymap.data.source import Source
from bodymap.problems import Problem, did_you_mean
from bodymap.read import bibtex
from bodymap.read.hints import said
from bodymap.read.load import find_problems
from bodymap.read.rules import RULES
from bodymap.read.validate import model_in, validate
from bodymap.read.yaml_lines import Document

WRONG: tuple[Any, ...] = (
    None, True, 0, -5, 1e9, 0.5, float("inf"), "", " ", "C1-C3", "Not An Id!", "qqqq", "10/1000", dt.date(1, 1, 1), [],
    [None], ["%&"], [0.1], [0.1, 0.2, 0.3], ["a", "b"], {}, {"nowhere": 1}, {"front": ["a", 0.2]}, {"front": [0.1]},
)  # fmt: skip


def fields(model: type[BaseModel], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every field of a model and of the records inside it, as the path to it."""
    for name, field in model.model_fields.items():
        yield *above, name
        if (inner := model_in(field.annotation)) is not None:
            yield from fields(inner, (*above, name))


def written(model: type[BaseModel], path: tuple[str, ...], value: Any) -> dict[str, Any]:
    """A raw record that holds one value, at ``path``."""
    name, *below = path
    if not below:
        return {name: value}
    annotation = model.model_fields[name].annotation
    inner = written(model_in(annotation), tuple(below), value)
    return {name: [inner] if get_origin(annotation) is tuple else inner}


def is_in_words(hint: str) -> bool:
    """Whether a hint tells a person what to do: words, and nothing of a pattern."""
    return len(re.findall(r"[a-z]{2,}", hint)) >= 2 and not re.search(r"\^|\$|\\|\[a-z|\(\?|\{\d", hint)


EVERY = [(kind.name, path) for kind in KINDS.values() for path in fields(kind.model)]


def test_every_kind_has_fields_to_refuse():
    assert {kind for kind, _ in EVERY} == set(KINDS)
    assert len(EVERY) > 150


@pytest.mark.parametrize(("kind", "path"), EVERY, ids=[f"{kind}.{'.'.join(path)}" for kind, path in EVERY])
def test_whatever_a_field_refuses_has_a_hint_in_words(kind: str, path: tuple[str, ...]):
    model, refused = KINDS[kind].model, 0
    for value in WRONG:
        raw = written(model, path, value)
        for problem in validate(model, Document("f", {kind: [raw]}), (kind, 0), raw)[1]:
            assert is_in_words(problem.hint), problem
            assert "Input should" not in problem.message and "expected " not in problem.message, problem
            refused += problem.path.startswith(f"{kind}[0].{path[0]}") and problem.message != "is missing"
    assert refused >= 3


@pytest.mark.parametrize("value", WRONG, ids=repr)
@pytest.mark.parametrize("field", Source.model_fields)
def test_whatever_a_source_refuses_has_a_hint_in_words(field: str, value: Any):
    with pytest.raises(ValidationError) as raised:
        Source.model_validate({field: value})
    assert all(is_in_words(hint) for _, hint in bibtex._explain(raised.value))


def test_every_pattern_of_a_model_is_said_in_words():
    patterns = {value for name, value in vars(forms).items() if name.isupper() and isinstance(value, str)}
    assert patterns == set(forms.IN_WORDS)
    used = re.findall(r"pattern=([^)]+)\)", "".join(Path(m.__file__).read_text() for m in _modules_of_models()))
    assert used and all(name.startswith("forms.") for name in used)


def _modules_of_models() -> Iterator[Any]:
    yield from {sys.modules[kind.model.__module__] for kind in KINDS.values()}


def hint_for(model: type[BaseModel], field: str, value: Any) -> tuple[str, str]:
    """What is said of one value of one field."""
    about = model.model_fields[field]
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(model).validate_python({field: value})
    faults = [fault for fault in raised.value.errors() if fault["loc"][0] == field]
    fault = max(faults, key=lambda fault: len(fault["loc"]))
    return said(fault, model.model_fields, about)


@pytest.mark.parametrize(
    ("model", "field", "value", "hint"),
    [
        (Innervation, "segments", ["C1-C3"], "write C1, C2, C3 rather than C1-C3"),
        (Innervation, "segments", ["L4-5"], "write L4, L5 rather than L4-5"),
        (Innervation, "segments", ["T11 to T12"], "write T11, T12 rather than T11 to T12"),
        (Innervation, "segments", ["C3-C1"], "write C1 to C8, T1 to T12"),
        (Innervation, "segments", ["L4-S1"], "write C1 to C8, T1 to T12"),
        (Muscle, "id", "Soleus", "an id has small letters, digits and _ only"),
        (Muscle, "group", "legback", "did you mean `leg_back`?"),
        (Muscle, "group", "zzz", "write the group that lists it, for example leg_back"),
        (Region, "views", ["bck"], "did you mean `back`?"),
        (TriggerPoint, "primary", ["low_back:left"], "a zone is a region id, with :both or :opposite"),
        (TriggerPoint, "positions", {"front": [0.1]}, "write two numbers, as [0.0312, 0.2345]; `python"),
        (Condition, "icd10", ["76.6"], "write a capital letter and two digits"),
        (Ontology, "uberon", "0001389", "write the word UBERON, a colon and seven digits"),
        (Ontology, "fma", "22542", "write it without quotes"),
        (Source, "doi", "https://doi.org/10.1000/1", "write it without https://doi.org/"),
        (Source, "url", "www.example.org", "write the whole address"),
        (Source, "year", 1200, "write `year = ...` in four digits, between 1500 and 2100"),
        (Region, "midline", "yes", "write it without quotes"),
    ],
)  # fmt: skip
def test_a_hint_says_what_to_write(model, field, value, hint):
    assert hint_for(model, field, value)[1].startswith(hint)


def test_a_group_that_does_not_exist_is_answered_with_those_that_do():
    message, _ = hint_for(Muscle, "group", "zzz")
    assert message.startswith("`zzz` is not one of face, jaw, neck_front, ") and message.endswith(", foot_sole")


def test_a_date_as_text_is_answered_with_how_to_write_it():
    raw = {"status": "draft", "date": "yesterday"}
    [problem] = validate(Muscle.model_fields["curation"].annotation, Document("f", raw), (), raw)[1]
    assert problem.hint == "write it as 2026-01-31, without quotes"


# ---- rules and readers --------------------------------------------------------------------------------------

# rule: a breach of it in the small data folder
BREACHES = {
    "chart_fits": ("body/back.geojson", '"id": "knee_back"', '"id": "knee_bakc"'),
    "unique_ids": ("red_flags.yaml", "id: feeling_ill", "id: leg_clot"),
    "unique_names": ("trigger_points.yaml", "[QL]", "[QL, Soleus]"),
    "source_keys": ("red_flags.yaml", "key: study2020, locator: table 1", "key: nowhere"),
    "known_structures": ("trigger_points.yaml", "structures: [soleus]", "structures: [solus, soleus]"),
    "known_zones": ("trigger_points.yaml", "spillover: [sacrum]", 'spillover: ["sacrum:both"]'),
    "zones_disjoint": ("trigger_points.yaml", "[calf_inner]", "[calf_inner, calf_inner]"),
    "positions_inside": ("trigger_points.yaml", "[0.05, 0.15]", "[0.09, 0.15]"),
    "shapes_inside": (
        "trigger_points.yaml",
        "positions: {back: [0.05, 0.15]}",
        "positions: {back: [0.05, 0.15]}\n        shapes: [{view: back, level: primary, at: [0.3, 0.15], rx: 0.01}]",
    ),
    "r0_not_drawn": ("trigger_points.yaml", "referral_support: R1", "referral_support: R0"),
    "independent_support": ("trigger_points.yaml", "referral_support: R1", "referral_support: R3"),
    "condition_references": ("conditions.yaml", "[achilles, calf_lower]", "[achiles, calf_lower]"),
    "involves_known": ("conditions.yaml", "involves: [nerve_tibial, ", "involves: [zzz, "),
    "next_steps_known": ("next_steps.yaml", "id: achilles_tendinopathy", "id: achiles_tendinopathy"),
    "stop_first": ("conditions.yaml", "plain_name: Sore Achilles", "plain_name: Rupture of the Achilles"),
    "no_prescriptions": ("next_steps.yaml", "Easy running may", "Three sets of running may"),
    "link_sources": ("conditions.yaml", "L2, sources: [{key: study2020}]", "L2"),
    "links_overlap": ("conditions.yaml", "L2, sources: [{key: study2020}]", "L0"),
    "mimics_name_no_muscles": (
        "conditions.yaml",
        "regions: [calf_inner, calf_lower]",
        "regions: [calf_inner, calf_lower]\n    muscles: [{muscle: soleus, link_support: L0}]",
    ),
    "needling_references": ("contraindications.yaml", "who: manual1992", "who: zzz"),
    "referral_references": ("nerves.yaml", "muscles: [soleus]", "muscles: [solus]"),
    "organs_show_signs": ("organs.yaml", "spillover: [sacrum]", "spillover: [heel_sole]"),
    "prevalence_counts": ("prevalence.yaml", "counted: active, n: 12", "counted: active, n: 41"),
    "reported_is_supported": ("trigger_points.yaml", "basis: studies", "basis: expert_order"),
    "hosts_are_publishers": ("sources.bib", "www.health.example", "www.copy.example"),
    "flag_regions": ("red_flags.yaml", "    anywhere: true\n", ""),
    "regions_have_flags": ("red_flags.yaml", "[low_back, sacrum, buttock_lower]", "[low_back, sacrum]"),
    "brief_signs": ("red_flags.yaml", "One calf newly swollen or warm", "A swollen calf, maybe a clot"),
    "areas_cover_regions": ("sign_areas.yaml", ", heel_sole]", "]"),
    "areas_name_signs": ("sign_areas.yaml", "first: [leg_clot]", "first: [leg_clott]"),
    "regions_have_patterns": ("trigger_points.yaml", "[calf_inner]", "[calf_lower]"),
    "known_group_muscles": ("muscle_groups.yaml", "[soleus, quad", "[soleus, soleus, quad"),
    "people_say_enough": ("conditions.yaml", ", red warm calf", ""),
    "danger_muscles": ("danger_zones.yaml", "[soleus, ", "[soleus, soleus, "),
    "danger_warns_only": ("danger_zones.yaml", "The kidney lies", "Avoid where the kidney lies"),
    "waivers_hold": ("waivers.yaml", "2027-11-30", "2026-01-31"),
    "reviewer_named": ("trigger_points.yaml", ", reviewer: A. Clinician", ""),
    "plain_words": ("trigger_points.yaml", "Steadies the pelvis.", "A proven help."),
    "no_needling_numbers": ("trigger_points.yaml", "where: High in the calf", "where: 2 cm below the knee"),
}


@pytest.mark.parametrize("rule", BREACHES)
def test_a_breach_of_a_rule_is_refused_with_a_hint(problems_after, rule: str):
    problems = problems_after(*BREACHES[rule])
    assert problems and all(is_in_words(problem.hint) for problem in problems), problems


def test_the_rule_about_islands_has_a_hint(tmp_path: Path):
    real = Path(shutil.copytree(DATA_DIR, tmp_path / "data"))
    path = real / "trigger_points.yaml"
    path.write_text(re.sub(r"^        note: .*\n", "", path.read_text(encoding="utf-8"), flags=re.M), encoding="utf-8")
    problems = [problem for problem in find_problems(real) if "separate places" in problem.message]
    assert problems and all(is_in_words(problem.hint) for problem in problems)


def test_no_rule_is_left_out():
    assert {rule.__module__.rpartition(".")[2] for rule in RULES} == {*BREACHES, "islands_need_a_note"}


# An id that nothing is near to: the hint has to say where ids are found, or what else to do.
UNKNOWN = [
    ("trigger_points.yaml", "primary: [calf_inner]", "primary: [zzz]"),
    ("trigger_points.yaml", "key: manual1992, locator: ch. 22", "key: zzz"),
    ("trigger_points.yaml", "structures: [soleus]", "structures: [zzz]"),
    ("conditions.yaml", "muscle: quadratus_lumborum", "muscle: zzz"),
    ("danger_zones.yaml", "[soleus, quadratus_lumborum]", "[quadratus_lumborum, zzz]"),
    ("waivers.yaml", "regions_have_patterns\n    id: knee_front", "zzz\n    id: knee_front"),
    ("waivers.yaml", "id: knee_front", "id: zzz"),
]


@pytest.mark.parametrize(("file", "old", "new"), UNKNOWN, ids=[f"{file} {new}" for file, _, new in UNKNOWN])
def test_an_id_like_no_other_is_refused_with_a_hint(problems_after, file, old, new):
    problems = problems_after(file, old, new)
    assert problems and all(is_in_words(problem.hint) for problem in problems), problems


def _problems_in(path: Path) -> Iterator[ast.Call]:
    """Every place in a module that makes a problem."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("problem", "Problem", "_report"):
                yield node


READERS = sorted(Path(read.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("path", READERS, ids=lambda path: path.stem if path.stem != "__init__" else path.parent.name)
def test_no_reader_and_no_rule_makes_a_problem_without_a_hint(path: Path):
    for call in _problems_in(path):
        named = {keyword.arg: keyword.value for keyword in call.keywords}
        starred = any(isinstance(value, ast.Starred) for value in call.args)
        hint = named.get("hint", call.args[-1] if call.args else None)
        assert starred or len(call.args) >= 3 or "hint" in named, f"{path.name}:{call.lineno}"
        assert not (isinstance(hint, ast.Constant) and not is_in_words(str(hint.value))), f"{path.name}:{call.lineno}"


@pytest.mark.parametrize("file", [kind.file for kind in KINDS.values()])
@pytest.mark.parametrize(
    "content", [None, b"", b"\xff\xfe", b"a: [", b"- a", b"word", b"muscles: {a: b}\n", b"? [a]\n: 1"]
)
def test_a_file_that_cannot_be_used_is_refused_with_a_hint(copy: Path, file: str, content: bytes | None):
    (copy / file).unlink() if content is None else (copy / file).write_bytes(content)
    problems = find_problems(copy)
    assert problems and all(is_in_words(problem.hint) for problem in problems), problems


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("@book{workbook2001,", "@book{manual1992,"),
        ("doi = {10.1000/test.1}", "doi = {doi:10.1000}"),
        ("year = {2020}", "year = {20}"),
        ("year = {2020}", "year = {9999}"),
        ("verified: seen", "verified: guessed"),
        ("title = {The Workbook},", ""),
        ("title = {The Workbook},", "title = {The Workbook,"),
    ],
)
def test_a_broken_reference_is_refused_with_a_hint(problems_after, old: str, new: str):
    [problem] = problems_after("sources.bib", old, new)
    assert is_in_words(problem.hint), problem


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("lower_jow", "did you mean `lower_jaw`?"),
        ("jaw", "did you mean `upper_jaw` or `lower_jaw` or `jaw_joint`?"),
        ("Jaw", "did you mean `upper_jaw` or `lower_jaw` or `jaw_joint`?"),
        ("aw", ""),
        ("", ""),
    ],
)
def test_near_names_are_like_the_word_or_hold_it(word: str, said: str):
    assert did_you_mean(word, ["upper_jaw", "lower_jaw", "jaw_joint", "jaw_angle", "temple"]) == said


def test_a_problem_stays_on_its_line_whatever_it_quotes():
    problem = Problem("f", 1, "x.fore\nhead", "`a\x1b[31m\u202e` is odd", "write\tit again")
    assert str(problem) == "f:1: x.fore\\nhead: `a\\x1b[31m\\u202e` is odd (write\\tit again)"
    assert str(Problem("f", 1, "", "`Ünder \u00e9`")) == "f:1: `Ünder \u00e9`"
