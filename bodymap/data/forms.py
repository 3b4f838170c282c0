"""The forms that short texts of a record must have: a pattern for the program, and the same in words for people."""

from __future__ import annotations

from collections.abc import Mapping

ID = r"^[a-z][a-z0-9_]*$"
ZONE = r"^[a-z][a-z0-9_]*(:both|:opposite)?$"
SEGMENT = r"^(C[1-8]|T([1-9]|1[0-2])|L[1-5]|S[1-5]|Co1|CN (V|VII|XI|XII))$"
UBERON = r"^UBERON:\d{7}$"
ICD10 = r"^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$"
KEY = r"^[A-Za-z][A-Za-z0-9_]*$"
DOI = r"^10\.\d{4,9}/\S+$"
URL = r"^https?://\S+$"
HOST = r"^[a-z0-9-]+(\.[a-z0-9-]+)+$"
VERSION = r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$"

IN_WORDS: Mapping[str, str] = {
    ID: "an id has small letters, digits and _ only, and begins with a letter",
    ZONE: "a zone is a region id, with :both or :opposite if the pattern crosses the midline",
    SEGMENT: "write C1 to C8, T1 to T12, L1 to L5, S1 to S5 or Co1, or a cranial nerve: CN V, CN VII, CN XI or CN XII",
    UBERON: "write the word UBERON, a colon and seven digits, for example UBERON:0001389",
    ICD10: "write a capital letter and two digits, then a point and more only if needed, for example M76.6",
    KEY: "a key has letters, digits and _ only, and begins with a letter, for example travell1992vol2",
    DOI: "write it without https://doi.org/, from the 10 on, for example 10.1016/j.jbmt.2019.05.010",
    URL: "write the whole address, beginning with https://",
    HOST: "write the host alone, in small letters, for example www.nice.org.uk",
    VERSION: "write three numbers with points between them, for example 0.2.0",
}
