"""The report as plain text, as JSON that is read back, as a FHIR bundle, and as files by their endings."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import jsonschema
import pypdf
import pytest
from fhir.resources.R4B.bundle import Bundle

from bodymap.__main__ import main
from bodymap.felt import Felt
from bodymap.place import Place
from bodymap.tell.report import (
    ENDINGS,
    SignsAnswer,
    read_report,
    report_fhir,
    report_file,
    report_json,
    report_schema,
    report_text,
)
from bodymap.tell.report.asked import data_version
from bodymap.tell.wording import NOT_ALL_CLEAR, NOTICE, QUESTIONS
from tests.real import CHART, REAL
from tests.unit.tell.report_samples import LETTERS, as_much_as_fits, everything_said, nothing_said

SCHEMA = Path(__file__).resolve().parents[3] / "docs" / "report.schema.json"
SAMPLES = {"nothing": nothing_said(), "everything": everything_said(), "much": as_much_as_fits()}
every_sample = pytest.mark.parametrize("asked", SAMPLES.values(), ids=SAMPLES)


# ---- plain text ---------------------------------------------------------------------------------------------


@every_sample
def test_the_text_is_short_and_holds_every_part(asked):
    said = report_text(REAL, asked)
    assert len(said.splitlines()) <= 60
    assert NOTICE in said and asked.link in said and all(question in said for question in QUESTIONS)
    for mark in asked.marks:
        assert REAL.name_of(mark) in said
    for felt in asked.felt.values():
        assert not felt.words or f'"{felt.words}"' in said
    for id_ in (*asked.conditions,):
        assert REAL.conditions[id_].see_someone in said
    assert (NOT_ALL_CLEAR in said) == (asked.signs.said != "noticed")


def test_a_line_says_what_was_said_of_a_mark_and_no_more():
    lines = report_text(REAL, everything_said()).splitlines()
    assert (
        "1. Bottom of the heel, left: worst place; stabbing; strength 10 of 10; with the first steps; for months. "
        f'"{LETTERS}"'
    ) in lines
    assert "1. Front of the knee, right." in report_text(REAL, nothing_said()).splitlines()


# ---- JSON ---------------------------------------------------------------------------------------------------


@every_sample
def test_the_json_is_read_back_equal(asked):
    text = report_json(REAL, asked)
    back = read_report(text)
    assert back == replace(
        asked, marks=tuple(asked.marks), patterns=tuple(asked.patterns), conditions=tuple(asked.conditions)
    )
    assert report_json(REAL, back) == text
    jsonschema.validate(json.loads(text), json.loads(report_schema()))
    assert json.loads(text)["data_version"] == data_version()


def test_the_schema_is_written_down():
    assert SCHEMA.read_text(encoding="utf-8") == report_schema(), (
        'run: python -c "from bodymap.tell.report import report_schema as s; print(s(), end=str())" '
        "> docs/report.schema.json"
    )


@pytest.mark.parametrize("change", [{"form": 2}, {"marks": []}, {"day": "today"}, {"more": 1}])
def test_what_has_not_the_form_is_refused(change):
    wrong = json.dumps({**json.loads(report_json(REAL, nothing_said())), **change})
    with pytest.raises(ValueError, match="is not a report of form 1"):
        read_report(wrong)


# ---- FHIR ---------------------------------------------------------------------------------------------------


@every_sample
def test_the_bundle_is_valid_and_has_an_observation_for_each_mark(asked):
    bundle = Bundle.model_validate_json(report_fhir(REAL, asked))
    patient, *observations = (entry.resource for entry in bundle.entry)
    assert bundle.type == "collection" and patient.get_resource_type() == "Patient"
    assert not patient.name and not patient.identifier and not patient.birthDate
    assert len({entry.fullUrl for entry in bundle.entry}) == len(asked.marks) + 1
    for observation, mark in zip(observations, asked.marks, strict=True):
        assert observation.subject.reference == bundle.entry[0].fullUrl
        assert (observation.status, observation.category[0].coding[0].code) == ("final", "survey")
        assert observation.bodySite.text == REAL.name_of(mark)
        codes = [coding.code for coding in observation.bodySite.coding or ()]
        assert codes == {"left": ["7771000"], "right": ["24028007"], None: []}[mark.side]
        assert observation.interpretation is None and observation.note[-1].text == NOTICE


def test_the_components_say_what_was_said():
    bundle = json.loads(report_fhir(REAL, everything_said()))
    heel = bundle["entry"][3]["resource"]
    patient = {"reference": bundle["entry"][0]["fullUrl"]}
    assert heel["note"][0] == {"authorReference": patient, "text": LETTERS}
    said = {part["code"]["text"]: part for part in heel["component"]}
    strength = next(part for part in heel["component"] if "valueInteger" in part)
    assert strength["valueInteger"] == 10
    assert strength["code"]["coding"] == [
        {
            "system": "http://loinc.org",
            "code": "72514-3",
            "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
        }
    ]
    assert said["Kind"]["valueCodeableConcept"]["text"] == "Stabbing" and said["Worst place"]["valueBoolean"] is True
    assert said["When"]["valueCodeableConcept"]["text"] == "With the first steps"
    assert heel["code"]["coding"][0]["code"] == "22253000"
    numb = bundle["entry"][1]["resource"]
    assert "coding" not in numb["code"], "what is numb is not called pain"
    assert next(part for part in numb["component"] if "valueInteger" in part)["valueInteger"] == 0
    nothing = json.loads(report_fhir(REAL, nothing_said()))["entry"][1]["resource"]
    assert "component" not in nothing and len(nothing["note"]) == 1


def test_the_heavy_library_is_imported_only_when_asked_for():
    code = "import sys, bodymap.tell.report; sys.exit('fhir.resources' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_two_reports_never_share_a_patient():
    first, second = (json.loads(report_fhir(REAL, nothing_said()))["entry"][0]["fullUrl"] for _ in range(2))
    assert first != second


# ---- files and the command line -----------------------------------------------------------------------------


def test_the_ending_says_the_form():
    asked = nothing_said()
    starts = {".pdf": b"%PDF-", ".txt": b"Trigger Point", ".json": b'{\n  "form": 1', ".fhir.json": b'{\n  "resource'}
    assert set(starts) == set(ENDINGS)
    for ending, start in starts.items():
        assert report_file(REAL, CHART, asked, f"a{ending}").startswith(start)
    with pytest.raises(ValueError, match=r"name it \.pdf"):
        report_file(REAL, CHART, asked, "a.doc")


def test_the_command_writes_a_report(tmp_path, capsys):
    file = tmp_path / "report.pdf"
    words = ["report", "knee_front.right", "sacrum", "--output", str(file)]
    assert main([*words, "--app", "https://example.org/map"]) == 0
    assert "wrote" in capsys.readouterr().out
    [page] = pypdf.PdfReader(file).pages
    assert "https://example.org/map/?marks=knee_front.right,sacrum" in page.extract_text().replace("\n", "")
    assert main([*words, "--long"]) == 0 and len(pypdf.PdfReader(file).pages) > 1
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("knee_frnt.right", "--output", "a.pdf"), "did you mean"),
        (("sacrum", "--output", "a.doc"), "must end in"),
        (("sacrum", "--output", "nowhere/a.pdf"), "no such folder"),
        (("sacrum", "--output", "a.pdf", "--app", "nonsense"), "no address"),
    ],
)
def test_the_command_says_what_is_wrong(words, why, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["report", *words]) == 2
    assert why in capsys.readouterr().err and not list(tmp_path.iterdir())


def test_felt_of_other_places_is_not_told():
    asked = replace(nothing_said(), felt={Place("sacrum"): Felt(words="secret")}, signs=SignsAnswer())
    assert "secret" not in report_text(REAL, asked) + report_json(REAL, asked) + report_fhir(REAL, asked)
