"""The marks as a FHIR R4B Bundle: what the person said about each place, and nothing concluded from it.

``fhir.resources`` is heavy and is imported only when a bundle is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from bodymap.data.dataset import Dataset
from bodymap.felt import Felt
from bodymap.place import Place, Side
from bodymap.tell.report.asked import Asked
from bodymap.tell.report.content import content
from bodymap.tell.wording import FEELS_COLUMNS, MARKED_BY_PERSON, MOMENTS, NOTICE, QUALITIES, SINCE, WORST

SNOMED, LOINC = "http://snomed.info/sct", "http://loinc.org"
_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
_PAIN = {"system": SNOMED, "code": "22253000", "display": "Pain"}
_STRENGTH = {
    "system": LOINC,
    "code": "72514-3",
    "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
}
_SIDES: dict[Side, dict[str, str]] = {
    "left": {"system": SNOMED, "code": "7771000", "display": "Left"},
    "right": {"system": SNOMED, "code": "24028007", "display": "Right"},
}
_NO_PAIN = ("tingling",)  # kinds of feeling that a code of pain would not say
_, _KIND, _, _WHEN, _SINCE = FEELS_COLUMNS


def report_fhir(dataset: Dataset, asked: Asked) -> str:
    """A Bundle of type collection as JSON: a patient without identity, and an Observation for each mark.

    Raises as ``content`` does for what the dataset does not know.
    """
    from fhir.resources.R4B.bundle import Bundle

    content(dataset, asked)
    patient = f"urn:uuid:{uuid4()}"
    entries: list[dict[str, Any]] = [{"fullUrl": patient, "resource": {"resourceType": "Patient"}}]
    for mark in dict.fromkeys(asked.marks):
        observation = _observation(dataset, asked, mark, patient)
        entries.append({"fullUrl": f"urn:uuid:{uuid4()}", "resource": observation})
    bundle = Bundle.model_validate({"resourceType": "Bundle", "type": "collection", "entry": entries})
    return str(bundle.model_dump_json(indent=2)) + "\n"


def _observation(dataset: Dataset, asked: Asked, mark: Place, patient: str) -> dict[str, Any]:
    felt = asked.felt.get(mark, Felt())
    site: dict[str, Any] = {"text": dataset.name_of(mark)}
    if mark.side:
        site["coding"] = [_SIDES[mark.side]]
    observation: dict[str, Any] = {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{"system": _CATEGORY, "code": "survey", "display": "Survey"}]}],
        "code": {"text": MARKED_BY_PERSON, **({} if felt.quality in _NO_PAIN else {"coding": [_PAIN]})},
        "subject": {"reference": patient},
        "performer": [{"reference": patient}],
        "effectiveDateTime": asked.day.isoformat(),
        "bodySite": site,
        "note": list(_notes(felt, patient)),
        "component": list(_components(felt)),
    }
    return {key: value for key, value in observation.items() if value}


def _notes(felt: Felt, patient: str) -> Iterator[dict[str, Any]]:
    """The person's own words, as theirs; then what the record is and is not."""
    if felt.words:
        yield {"authorReference": {"reference": patient}, "text": felt.words}
    yield {"text": NOTICE}


def _components(felt: Felt) -> Iterator[dict[str, Any]]:
    if felt.quality:
        yield _text(_KIND, QUALITIES[felt.quality])
    if felt.strength is not None:
        yield {"code": {"coding": [_STRENGTH], "text": _STRENGTH["display"]}, "valueInteger": felt.strength}
    yield from (_text(_WHEN, MOMENTS[moment]) for moment in felt.when)
    if felt.since:
        yield _text(_SINCE, SINCE[felt.since])
    if felt.worst:
        yield {"code": {"text": WORST.capitalize()}, "valueBoolean": True}


def _text(code: str, value: str) -> dict[str, Any]:
    return {"code": {"text": code}, "valueCodeableConcept": {"text": value}}
