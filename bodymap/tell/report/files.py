"""The report as a file: the ending of its name says in which form."""

from __future__ import annotations

from collections.abc import Mapping

from bodymap.body.geometry import ChartView
from bodymap.data.dataset import Dataset
from bodymap.tell.report.asked import Asked
from bodymap.tell.report.fhir import report_fhir
from bodymap.tell.report.form import report_json
from bodymap.tell.report.pdf import report_pdf
from bodymap.tell.report.text import report_text

ENDINGS = (".pdf", ".txt", ".fhir.json", ".json")


def ending(name: str) -> str:
    """The ending of a file's name that says what to write; empty for another one."""
    return next((each for each in ENDINGS if name.casefold().endswith(each)), "")


def report_file(dataset: Dataset, chart: Mapping[str, ChartView], asked: Asked, name: str, long: bool = False) -> bytes:
    """What a file of this name holds. Raises ``ValueError`` for an ending that is none of ``ENDINGS``."""
    match ending(name):
        case ".pdf":
            return report_pdf(dataset, chart, asked, long)
        case ".txt":
            return report_text(dataset, asked).encode()
        case ".json":
            return report_json(dataset, asked).encode()
        case ".fhir.json":
            return report_fhir(dataset, asked).encode()
    raise ValueError(f"{name}: name it .pdf, .txt, .json or .fhir.json")
