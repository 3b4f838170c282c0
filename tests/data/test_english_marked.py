"""On a page in another language every text of the records says that it is English."""

from __future__ import annotations

import pytest

from bodymap import words
from bodymap.ask.search_warnings import as_rows
from bodymap.data.dataset import Dataset
from bodymap.data.referral import NerveRoot
from bodymap.tell.comparison import as_html, facts_beside
from bodymap.tell.markup import english_in
from components.muscles.referral_card import head, plain_card, root_card
from components.shared.area_card import area_card, with_it
from tests.data.test_words import pages
from tests.hostile import SHORT, hostile, marked_up
from tests.real import REAL
from tests.unmarked import unmarked


def planted() -> Dataset:
    """The data with a mark in every text, but for names that are said in the language of the page or in Latin."""
    own = {name: getattr(REAL, name).values() for name in ("regions", "muscle_groups")}
    latin = ("name", "latin")
    muscles = [marked_up(m).model_copy(update={n: getattr(m, n) for n in latin}) for m in REAL.muscles.values()]
    return hostile().replaced(**own, muscles=muscles)


def shown(dataset: Dataset) -> dict[str, str]:
    """The HTML of everything by what it is about."""
    muscles = list(dataset.muscles.values())
    every = pages(dataset) | {
        f"beside {one.id}": as_html(facts_beside(dataset, [one, other]))
        for one, other in zip(muscles[::2], muscles[1::2], strict=False)
    }
    del every["notice"]  # of the report
    for kind in ("nerve_roots", "nerves", "joints", "discs"):
        for record in getattr(dataset, kind).values():
            card = root_card(dataset, record) if isinstance(record, NerveRoot) else plain_card(dataset, record)
            every[f"referral {record.id}"] = head(dataset, record) + card
    for area in filter(lambda area: area.kind != "organ", dataset.areas.values()):
        every[f"area {area.id}"] = with_it(dataset, area) + area_card(dataset, area, "")
    return every


@pytest.fixture(scope="module")
def in_german() -> dict[str, list[str]]:
    """What each page says unmarked."""
    with words.speaking("de"):
        return {about: list(unmarked(str(html))) for about, html in shown(planted()).items()}


def test_every_text_of_the_records_is_marked(in_german):
    assert len(in_german) > 500
    regions = {f"region {region}" for region in REAL.regions}  # begin with the bare name
    left = {about: [text for text in said if SHORT in text] for about, said in in_german.items()}
    assert {about: said for about, said in left.items() if said} == {}
    assert all(len(in_german[about]) > 5 for about in regions)


def test_in_english_nothing_is_marked():
    assert {about for about, html in shown(REAL).items() if "lang=" in str(html)} == set()


def test_a_sentence_marks_what_it_takes_from_a_record_and_no_more():
    with words.speaking("es"):
        said = english_in("20 people: <parte> people with pain, peoples", "people", "people with pain", None)
        assert said == (
            '20 <span lang="en">people</span>: &lt;parte&gt; <span lang="en">people with pain</span>, peoples'
        )
        assert english_in("nada", "", None) == "nada"
    assert english_in("a < people", "people") == "a &lt; people"


def test_the_end_of_a_warning_of_the_search_is_english():
    assert not any("english" in row for row in as_rows(REAL))
    with words.speaking("de"):
        for row in as_rows(REAL):
            assert str(row["line"]).endswith(f": {row['english']}")
