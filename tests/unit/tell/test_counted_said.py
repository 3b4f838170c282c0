"""Sentences about counts: who, how many, which part, what comparison; and a short form that keeps its words."""

from __future__ import annotations

from itertools import product

import pytest

from bodymap.ask.counted import Counted, of_condition, of_muscle
from bodymap.tell.counted import MOST_WORDS, limit, looked_at, reported, sentence, short, short_at
from bodymap.tell.wording import COUNT_DRAFT, COUNT_LIMIT
from bodymap.words import LANGUAGES, speaking
from tests.each import each
from tests.made import having, row, study
from tests.real import REAL

WITH_GROUP = {"compared": 30, "comparison": "healthy people"}
ALL = [found for muscle in REAL.muscles for found in of_muscle(REAL, muscle)]


def made(*, group: bool = False, people: int = 40, **changes: object) -> Counted:
    one = study("made", row(**changes), people=people, **(WITH_GROUP if group else {}))
    return Counted(one, one.rows[0])


SAID = {
    "a count": (made(n=10), "In one study of 40 people with a sore calf, pressing a spot in this muscle brought on the "
        "pain they knew in 10 of 40. There was no comparison group."),
    "none": (made(n=0), "in none of 40. There"),
    "a share": (made(n=None, percent=82.14), "in about 82 of 100. There"),
    "half a share goes up": (made(n=None, percent=62.5), "in about 63 of 100."),
    "nearly none": (made(n=None, percent=0.3), "in under 1 of 100."),
    "nearly all": (made(n=None, percent=99.7), "in over 99 of 100."),
    "a count comes before its share": (made(n=10, percent=25), "in 10 of 40."),
    "fewer were examined": (made(n=None, percent=50, of=30), "in about 50 of 100 of the 30 examined for it."),
    "any": (made(counted="any"), "calf, a tender spot was found in this muscle in 10 of 40."),
    "part and side": (made(part="upper", side="painful"), "in the upper part of this muscle on the painful side"),
    "a part in words": (made(part="inner head", side="left"), "in the inner head of this muscle on the left brought"),
    "a comparison": (made(group=True, compared_n=3, compared_of=30), 
        "10 of 40. In the comparison group (healthy people): 3 of 30."),
    "no number for it": (made(group=True), "For the comparison group (healthy people) no number is given."),
    "by definition": (made(group=True, compared_n=0, compared_of=30, by_definition=True),
        "The comparison group (healthy people) could not have any, by definition."),
}  # fmt: skip


@pytest.mark.parametrize(("found", "said"), SAID.values(), ids=SAID)
def test_a_sentence_says(found, said):
    assert said in sentence(found)


def test_the_nought_of_a_comparison_by_definition_is_never_said():
    found, _ = SAID["by definition"]
    assert "none of" not in sentence(found) and "of 30" not in sentence(found) + short(REAL, found)


SHORT = {
    "who, size and comparison": (made(), "one study: found in 10 of 40 people with a sore calf, no comparison"),
    "a share says its size": (made(n=None, percent=82.14), 
        "one study, 40 people with a sore calf: about 82 of 100, no comparison"),
    "both numbers": (made(group=True, compared_n=3, compared_of=30), 
        "one study: 10 of 40 people with a sore calf; compared: 3 of 30"),
    "by definition": (made(group=True, compared_n=0, compared_of=30, by_definition=True),
        "one study: 10 of 40 people with a sore calf, no usable comparison"),
}  # fmt: skip


@pytest.mark.parametrize(("found", "said"), SHORT.values(), ids=SHORT)
def test_a_row_says_in_few_words(found, said):
    assert short(REAL, found) == said


SHARES = ({"n": 10}, {"n": 0}, {"n": None, "percent": 0.2}, {"n": None, "percent": 45.5})
COMPARED = ({}, {"compared_n": 3, "compared_of": 30}, {"compared_of": 30, "compared_percent": 26})


@pytest.mark.parametrize(("share", "compared", "group"), list(product(SHARES, COMPARED, (True, False))))
def test_a_row_never_says_more_words(share, compared, group):
    found = made(group=group or bool(compared), **share, **compared)
    long = found.study.model_copy(update={"population": "people of a kind that takes very many words to tell apart"})
    assert len(short(REAL, Counted(long, found.row)).split()) <= MOST_WORDS


@each("found", ALL)
def test_every_real_count_fits_a_row_and_says_its_size(found):
    assert len(short(REAL, found).split()) <= MOST_WORDS
    assert f"{found.row.of:,}" in short(REAL, found) and f"In one study of {found.study.people:,} " in sentence(found)


def test_a_row_speaks_only_where_the_people_had_pain():
    dataset = having(study())
    assert short_at(dataset, "soleus", ["calf_inner"]).startswith("one study")
    assert short_at(dataset, "soleus", ["sacrum"]) == short_at(dataset, "plantaris", ["calf_inner"]) == ""


def test_studies_that_clash_are_both_said():
    dataset = having(study("a", condition="neck_pain"), study("b", row(n=1), condition="neck_pain"))
    assert [sentence(found).count("of 40. ") for found in of_condition(dataset, "neck_pain")] == [1, 1]


def test_a_draft_is_called_one():
    reviewed = study(curation={"status": "reviewed", "date": REAL.muscles["soleus"].curation.date, "reviewer": "A"})
    assert limit([made()]) == f"{COUNT_LIMIT} {COUNT_DRAFT}"
    assert limit([Counted(reviewed, reviewed.rows[0])]) == COUNT_LIMIT


def test_silence_about_a_muscle_is_explained():
    whole = study("a", tested=("soleus", "popliteus"), tested_is_complete=True)
    assert looked_at(REAL, whole).startswith(
        "Also looked at, no number shown: Popliteus. Muscles not in the study were not"
    )
    assert "does not name every muscle" in looked_at(REAL, study())


@each("muscle", [muscle for muscle in REAL.muscles.values() if muscle.reported])
def test_how_commonly_a_muscle_is_reported_says_its_basis(muscle):
    said = reported(muscle.reported)
    assert ("studies that counted" in said) != ("from memory" in said)
    assert muscle.reported.note is None or muscle.reported.note in said


def test_studies_that_clash_are_said_both_in_a_row():
    said = short_at(REAL, "levator_scapulae", ["neck_back"])
    assert said == "2 studies differ: found in about 16 of 100 and about 82 of 100"
    assert len(said.split()) <= MOST_WORDS


def test_a_short_form_that_was_said_in_one_language_is_said_in_another():
    dataset = having(study())
    said = {}
    for language in (*LANGUAGES, *LANGUAGES):
        with speaking(language):
            now = short_at(dataset, "soleus", {"calf_inner"})
            assert said.setdefault(language, now) == now
    assert len(set(said.values())) == len(LANGUAGES)
