"""A reference as people read it."""

from __future__ import annotations

from typing import Any

import pytest

from bodymap.data.source import Source

NAMES = ("Able A", "Baker B", "Cook C", "Dyer D")


def source(**changes: Any) -> Source:
    plain: dict[str, Any] = {"key": "a", "kind": "article", "title": "A title", "authors": NAMES[:1], "family": "a"}
    return Source.model_validate({**plain, "verified": "seen", **changes})


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "Able A."), (2, "Able A, Baker B."), (3, "Able A, Baker B, Cook C."), (4, "Able A, Baker B, Cook C, et al.")],
)
def test_three_authors_are_named_and_of_four_the_first_three(count, said):
    assert source(authors=NAMES[:count]).citation == f"{said} A title."


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"journal_or_publisher": "J", "year": 1999, "details": "4(2):1-9"}, "Able A. A title. J. 1999;4(2):1-9."),
        ({"journal_or_publisher": "P", "year": 1999, "details": "edition 2"}, "Able A. A title. P. 1999, edition 2."),
        ({"year": 1999}, "Able A. A title. 1999."),
        ({"details": "4:1"}, "Able A. A title. 4:1."),
        ({"title": "Why?", "journal_or_publisher": "J."}, "Able A. Why? J."),
    ],
)
def test_what_is_not_known_leaves_no_trace(changes, said):
    assert source(**changes).citation == said


@pytest.mark.parametrize(
    ("author", "year", "said"),
    [
        ("Kang KC", 2020, "Kang 2020"),
        ("Van Tongel A", 2014, "Van Tongel 2014"),
        ("International Headache Society", 2018, "International Headache Society 2018"),
        ("Cancer Research UK", None, "Cancer Research UK"),
        ("NHS", None, "NHS"),
        ("Waldman SD", None, "Waldman"),
    ],
)
def test_who_and_when_is_said_in_brief(author, year, said):
    assert source(authors=(author,), year=year).brief == said


def test_the_doi_is_the_link_where_there_is_one():
    doi, url = "10.1000/x", "https://example.org/x"
    assert source(doi=doi, url=url).link == f"https://doi.org/{doi}"
    assert (source(url=url).link, source().link) == (url, None)
