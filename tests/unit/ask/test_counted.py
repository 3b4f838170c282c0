"""Which counts of studies may be shown: never more than the records allow, and none of a look-alike."""

from __future__ import annotations

import pytest

from bodymap.ask.counted import at_places, largest, of_condition, of_muscle, only_reviewed, without_number
from tests.made import having, row, study
from tests.real import REAL


@pytest.mark.parametrize("use", ["order_only", "context"])
def test_only_what_may_be_printed_is_found(use):
    dataset = having(study("made", row(use=use), row("gastrocnemius")))
    assert of_muscle(dataset, "soleus") == []
    assert [found.row.muscle for found in of_muscle(dataset, "gastrocnemius")] == ["gastrocnemius"]


@pytest.mark.parametrize("provenance", ["recalled", "secondary"])
def test_a_study_that_was_not_read_is_not_found(provenance):
    assert of_muscle(having(study(provenance=provenance)), "soleus") == []


@pytest.mark.parametrize("condition", [c.id for c in REAL.conditions.values() if c.group == "serious"][:3])
def test_a_serious_look_alike_has_no_counts_anywhere(condition):
    dataset = having(study(condition=condition))
    assert of_condition(dataset, condition) == of_muscle(dataset, "soleus") == []
    assert at_places(dataset, "soleus", {"calf_inner"}) == []


def test_counts_are_found_where_people_had_pain_and_in_exactly_their_condition():
    dataset = having(study(condition="neck_pain"))
    assert len(at_places(dataset, "soleus", {"sacrum", "calf_inner"})) == len(of_condition(dataset, "neck_pain")) == 1
    assert at_places(dataset, "soleus", {"sacrum"}) == at_places(dataset, "soleus", set()) == []
    assert of_condition(dataset, "low_back_pain") == []


def test_studies_that_clash_are_both_found_and_the_row_has_the_larger():
    small, large = study("small"), study("large", row(n=1, of=90), people=90)
    found = of_muscle(having(small, large), "soleus")
    assert [one.study.id for one in found] == ["small", "large"]
    assert largest(found) == found[1] and largest([]) is None


def test_what_was_looked_at_without_a_number_is_named_once():
    made = study(
        "made", row(), row("plantaris", use="context"), tested=("soleus", "popliteus"), most_often=("popliteus",)
    )
    assert without_number(made) == ["popliteus", "plantaris"]


def test_only_reviewed_counts_stay_with_the_setting_and_no_row_moves():
    reviewed = study(
        "seen", curation={"status": "reviewed", "date": REAL.muscles["soleus"].curation.date, "reviewer": "A"}
    )
    left = only_reviewed(having(study(), reviewed))
    assert list(left.prevalence) == ["seen"]
    none = only_reviewed(REAL)
    assert not none.prevalence
    assert [none.seldomness(p) for p in REAL.trigger_points] == [REAL.seldomness(p) for p in REAL.trigger_points]
    assert all(m.reported is None or m.reported.note is None for m in none.muscles.values())


def test_the_real_counts_that_are_shown_are_those_that_the_records_allow():
    expected = [
        (s.id, r) for s in REAL.prevalence.values() for r in s.rows if r.use == "print" and s.provenance == "read"
    ]
    found = [(f.study.id, f.row) for muscle in REAL.muscles for f in of_muscle(REAL, muscle)]
    assert expected and sorted(map(str, found)) == sorted(map(str, expected))
