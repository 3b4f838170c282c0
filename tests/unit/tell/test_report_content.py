"""What the short form of the report says, before it is set: how it feels, warning signs, what was chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bodymap.ask.signs import signs
from bodymap.felt import Felt
from bodymap.place import Place
from bodymap.tell.report import Asked, SignsAnswer
from bodymap.tell.report.content import content
from bodymap.tell.report.fit import STEPS, Fit, fitted
from bodymap.tell.wording import NOT_ALL_CLEAR, NOTICE, QUESTIONS, SIGNS_NONE, SIGNS_OPEN, SUPPORT, TIMES
from tests.real import REAL
from tests.unit.tell.report_samples import DAY, as_much_as_fits, everything_said, marks, nothing_said


def test_the_worst_place_is_first_and_what_was_not_said_is_empty():
    rows = content(REAL, everything_said()).rows
    assert [(row.number, str(row.mark)) for row in rows] == [
        (1, "heel_sole.left"), (2, "low_back.right"), (3, "calf_lower.left"),
    ]  # fmt: skip
    assert rows[0].place == "Bottom of the heel, left" and rows[0].worst
    assert (rows[0].kind, rows[0].strength, rows[0].when, rows[0].since) == (
        "Stabbing", "10 of 10", "With the first steps", "For months",
    )  # fmt: skip
    assert rows[1].strength == "0 of 10" and rows[1].when == "At rest, at night" and not rows[1].words
    [row] = content(REAL, nothing_said()).rows
    assert (row.kind, row.strength, row.when, row.since, row.words) == ("", "", "", "", "") and not row.worst


def test_words_about_a_place_that_is_not_marked_are_not_shown():
    asked = replace(nothing_said(), felt={Place("sacrum"): Felt("ache", words="secret")})
    said = content(REAL, asked)
    assert "secret" not in str(said) and not said.anything_said


def test_signs_that_nobody_answered_are_the_open_ones_in_a_line_each():
    asked = nothing_said()
    part = content(REAL, asked).signs
    assert part.said == SIGNS_OPEN and part.close == NOT_ALL_CLEAR and not part.listed
    lines = [line for due in part.due for line in due.lines]
    assert sorted(lines) == sorted(flag.brief for flag in signs(REAL, asked.marks).open)


def test_none_noticed_is_only_said_of_what_was_asked_about():
    asked = replace(nothing_said(), signs=SignsAnswer("none", ("leg_clot", "lung_clot")))
    known = [flag.id for flag in REAL.red_flags.values()][:2]
    asked = replace(asked, signs=SignsAnswer("none", tuple(known)))
    part = content(REAL, asked).signs
    assert part.said == SIGNS_NONE and part.due == () and part.close == NOT_ALL_CLEAR
    assert list(part.listed) == [REAL.red_flags[id_].brief.rstrip(".") for id_ in known]


def test_noticed_signs_stand_under_what_to_do_and_the_others_are_only_listed():
    asked = everything_said()
    part = content(REAL, asked).signs
    shown = {line: due.lead for due in part.due for line in due.lines}
    assert list(shown) == sorted(shown, key=list(shown).index) and len(shown) == 2
    for id_ in asked.signs.noticed:
        flag = REAL.red_flags[id_]
        assert shown[flag.brief] == f"{TIMES[flag.time][1]}:"
    assert len(part.listed) == len(asked.signs.asked) - 2 and part.close == ""


@pytest.mark.parametrize(
    "answer", [("none", (), ()), ("none", ("a",), ("a",)), ("noticed", ("a",), ()), ("not_answered", (), ("a",))]
)
def test_an_answer_that_does_not_hold_together_is_refused(answer):
    with pytest.raises(ValueError, match="does not hold together"):
        SignsAnswer(*answer)


def test_chosen_patterns_say_where_and_how_well_and_injuries_when_to_see_someone():
    said = content(REAL, everything_said())
    [muscle, root] = said.patterns
    assert (muscle.letter, root.letter) == ("A", "B") and muscle.name.endswith(", left")
    assert muscle.support == SUPPORT[REAL.muscles["soleus"].referral_support] and "Achilles tendon" in muscle.where
    assert root.name == "S1 nerve root, left (pain of the root)"
    [injury] = said.injuries
    condition = REAL.conditions["plantar_heel_pain"]
    assert (injury.name, injury.see_someone) == (condition.plain_name, condition.see_someone)
    assert said.questions == QUESTIONS and 4 <= len(QUESTIONS) <= 6 and said.notice == NOTICE


def test_only_the_sources_of_what_is_listed_are_named():
    said = content(REAL, everything_said())
    asked = everything_said()
    flags = [REAL.red_flags[id_] for id_ in asked.signs.asked]
    pattern, root = REAL.trigger_points["soleus_1"], REAL.nerve_roots["root_s1"]
    refs = [*pattern.point.sources, *pattern.muscle.sources, *root.pain.sources]
    refs += [*REAL.conditions["plantar_heel_pain"].sources, *(ref for flag in flags for ref in flag.sources)]
    keys = list(dict.fromkeys(ref.key for ref in refs))
    assert {one.brief for one in said.sources} == {REAL.sources[key].brief for key in keys}
    assert len({(one.brief, one.where) for one in said.sources}) == len(said.sources) <= len(keys)
    assert said.sources[0].brief == REAL.sources[keys[0]].brief and all(one.where for one in said.sources)


def test_a_report_is_made_of_what_exists():
    with pytest.raises(ValueError, match="at least one mark"):
        content(REAL, Asked([], DAY, ""))
    for wrong in (
        Asked([Place("tail", "left")], DAY, ""),
        replace(nothing_said(), conditions=("hiccups",)),
        replace(nothing_said(), patterns=(("tail_1", "left"),)),
        replace(nothing_said(), signs=SignsAnswer("none", ("hiccups",))),
    ):
        with pytest.raises(KeyError):
            content(REAL, wrong)


# ---- what gives way for one page ----------------------------------------------------------------------------


def test_the_first_step_holds_everything_and_each_step_holds_less():
    said = content(REAL, as_much_as_fits())
    kept, more = fitted(said, STEPS[0])
    assert kept == said and not any(more.values())
    fields = Fit.__dataclass_fields__
    for one, less in zip(STEPS, STEPS[1:], strict=False):
        assert all(getattr(less, name) <= getattr(one, name) for name in fields) and less != one


def test_what_is_cut_is_counted_and_own_words_go_late():
    said = content(REAL, as_much_as_fits())
    kept, more = fitted(said, STEPS[-1])
    assert more["more_sources"] == f"{len(said.sources)} more in the long form."
    assert more["more_questions"] == "2 more in the long form." and len(kept.rows) == 10
    first_cut = next(number for number, fit in enumerate(STEPS) if fit.words < 140)
    assert STEPS[first_cut].sources == 0 and not STEPS[first_cut].summaries


def test_marks_beyond_ten_are_counted_when_nothing_else_helps():
    many = nothing_said(*(str(place) for place in list(REAL.every_place())[:14]))
    kept, more = fitted(content(REAL, many), STEPS[-1])
    assert len(kept.rows) == 10 and more["more_rows"] == "4 more in the long form."
    assert marks("sacrum")[0].side is None
