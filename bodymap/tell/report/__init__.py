"""The report to take along: marks, how they feel, what was chosen; as PDF, plain text, JSON and FHIR."""

from bodymap.tell.report.asked import Asked, SignsAnswer
from bodymap.tell.report.fhir import report_fhir
from bodymap.tell.report.files import ENDINGS, ending, report_file
from bodymap.tell.report.form import read_report, report_json, report_schema
from bodymap.tell.report.pdf import report_pdf
from bodymap.tell.report.text import report_text

__all__ = [
    "ENDINGS",
    "Asked",
    "SignsAnswer",
    "ending",
    "read_report",
    "report_fhir",
    "report_file",
    "report_json",
    "report_pdf",
    "report_schema",
    "report_text",
]
