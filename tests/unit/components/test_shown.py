"""What a part of a page shows and in which order, from records made up for it."""

from __future__ import annotations

import re

import pytest

from bodymap.ask.match import match
from bodymap.data.needling import LABELS, Certainty, Evidence
from bodymap.data.signs import SignArea, Time
from bodymap.place import Place
from bodymap.tell.wording import LABEL_NAMES, TIMES
from components import data
from components.needling import parts
from components.shared import evidence, muscle_card, painting, red_flags
from components.shared.footer import footer
from tests.made import flag, with_pattern
from tests.real import REAL

# ---- studies ------------------------------------------------------------------------------------------------


def study(id_: str, certainty: Certainty = Certainty.LOW, level: int = 2, **changes) -> Evidence:
    return next(iter(REAL.evidence.values())).model_copy(
        update={"id": id_, "certainty": certainty, "study_level": level, "finding": f"Found {id_}.", **changes}
    )


def test_rated_studies_stand_before_those_not_rated_and_reviews_before_single_studies():
    studies = [
        study("unrated_review", Certainty.NOT_GRADED, 1),
        study("low_trial", level=2),
        study("low_review", level=1),
        study("low_series", level=4),
        study("high_trial", Certainty.HIGH, 2),
        study("very_low_review", Certainty.VERY_LOW, 1),
    ]
    assert [found.id for found in evidence.strongest_first(studies)] == [
        "high_trial", "low_review", "low_trial", "low_series", "very_low_review", "unrated_review",
    ]  # fmt: skip


@pytest.mark.parametrize("intervention", ["acupuncture", "injection", "mixed"])
def test_what_is_not_dry_needling_alone_is_folded_away(intervention):
    condition = next(c for c in REAL.conditions.values() if c.group == "running")
    own = {"conditions": (condition.id,)}
    studies = [study("needled", intervention="dry_needling", **own), study("other", intervention=intervention, **own)]
    open_part, _, folded = evidence.studies_of(REAL.replaced(evidence=studies), condition).partition(
        "not to be counted"
    )
    assert "Found needled." in open_part and "Found other." not in open_part
    assert "Found other." in folded and "(1)" in open_part
    assert "Found no" not in evidence.studies_of(REAL.replaced(evidence=studies[:1]), condition)


def test_reasons_for_caution_stand_strictest_first_and_strict_ones_are_warnings():
    item = next(iter(REAL.contraindications.values()))
    made = [
        item.model_copy(
            update={
                "id": f"made_{label}",
                "item": f"Item {label}",
                "stances": (item.stances[0].model_copy(update={"label": label}),),
            }
        )
        for label in reversed(LABELS)
    ]
    page = parts.contraindications(REAL.replaced(contraindications=made))
    assert re.findall("<td>Item ([a-z_]+)</td>", page) == list(LABELS)
    names = {name: label for label, name in LABEL_NAMES.items()}
    shown = {names[name]: kind for kind, name in re.findall(r'<span class="tag ([a-z]*)">([^<]*)</span>', page)}
    assert [label for label in LABELS if shown[label] == "warn"] == ["seek_care", "do_not", "do_not_there"]


# ---- warning signs ------------------------------------------------------------------------------------------


KNEE = "knee_front"


def signs_of_the_knee(*flags, first: tuple[str, ...]) -> str:
    """What the page shows of these signs for the knee, where some are chosen to stand first."""
    area = SignArea(id="knee", name="Knee", regions=(KNEE,), first=first)
    return red_flags.signs_html(REAL.replaced(red_flags=flags, sign_areas=[area]), [Place(KNEE, "right")])


def labels(page: str) -> list[str]:
    return re.findall(r"<summary>((?!Sources).*?)</summary>", page)


def test_signs_chosen_by_hand_are_open_other_emergencies_named_and_the_rest_is_one_tap_away():
    page = signs_of_the_knee(
        flag("a", "now", KNEE), flag("b", "today", KNEE), flag("c", "now", KNEE), flag("d", "now", anywhere=True),
        flag("e", "today", KNEE), flag("f", "weeks", KNEE), flag("g", "days", KNEE, children=True),
        first=("a", "b"),
    )  # fmt: skip
    at_once = page.partition("<details")[0]
    assert re.findall(r"<strong>([^<]*):</strong> (Brief \w)", at_once) == [("Now", "Brief a"), ("Today", "Brief b")]
    assert "<p>Also call now for: name c.</p><p>Anywhere, now: name d.</p>" in at_once
    assert labels(page) == [
        "Today: 1 more (name e)", "Within days or weeks: 1 more (name f)", "For children: 1", "Why doctors ask",
    ]  # fmt: skip


def test_a_closed_part_names_as_many_signs_as_its_label_has_room_for():
    many = [flag(f"u{number}", "today", KNEE, short=f"illness {number}") for number in range(12)]
    label, _ = labels(signs_of_the_knee(flag("a", "now", KNEE), *many, first=("a",)))
    assert label.startswith("Today: 12 more (illness 0, illness 1, ") and label.endswith(" ...)")
    room = red_flags.MOST_LABEL_WORDS - 3  # "Why doctors ask"
    assert room - 2 < len(label.split()) <= room, "one name more would be too long"


def test_a_sign_in_full_is_shown_with_what_to_do_what_it_may_be_and_its_note():
    noted = flag("a", "weeks", KNEE, think_of="gout", note="It comes and goes.")
    page = red_flags.flag_blocks([noted, flag("b", "now", KNEE)])
    assert 'Sign a <span class="think">(gout)</span> <span class="note">It comes and goes.</span>' in page
    assert re.findall("<strong>(.*?)</strong> if:", page) == [TIMES[Time.NOW][1], TIMES[Time.WEEKS][1]]
    assert "None" not in page


# ---- patterns -----------------------------------------------------------------------------------------------


def test_a_zone_on_the_other_side_or_both_is_said_to_be_there():
    dataset, pattern = with_pattern("knee_front:opposite", "shin_upper", spillover=("calf_inner:both",))
    names = {region: dataset.regions[region].name for region in ("knee_front", "shin_upper", "calf_inner")}
    page = muscle_card.pattern_card(dataset, pattern)
    assert f"<dd>{names['knee_front']} (other side), {names['shin_upper']}</dd>" in page
    assert f"<dd>{names['calf_inner']} (both sides)</dd>" in page


def test_the_map_counts_every_pattern_over_a_place(monkeypatch):
    places = [("calf_lower", False), ("sacrum", True)]
    rows = [row for row in match(REAL, [Place("heel_sole", "left")]) if row.side == "left"]
    monkeypatch.setattr(data, "point_regions", lambda: {row.trigger_point: frozenset(places) for row in rows})
    assert len(rows) > 1
    assert painting._counts(rows) == {"calf_lower.left": len(rows), "sacrum": len(rows)}
    loose = [row._replace(side=None) for row in rows]
    assert painting._counts(loose) == {
        "calf_lower.left": len(rows), "calf_lower.right": len(rows), "sacrum": len(rows),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "side", "title"),
    [
        ("soleus_1@left", "left", "Soleus, TrP9, left"),
        ("soleus_1@right", "right", "Soleus, TrP9, right"),
        ("soleus_1@", "right", "Soleus, TrP9 (drawn on the right)"),
    ],
)
def test_a_pattern_is_painted_on_its_side_and_one_without_a_side_says_where(pattern, side, title):
    dataset, _ = with_pattern("knee_front", spillover=("calf_inner:opposite",), label="TrP9")
    drawn = painting.painted(dataset, pattern, slot=2, pinned=True)
    assert drawn == {"id": pattern, "slot": 2, "title": title, "side": side, "pinned": True}


# ---- the foot -----------------------------------------------------------------------------------------------


def test_the_foot_counts_drafts_and_names_the_last_change(written):
    first, second, third = list(REAL.muscles.values())[:3]
    reviewed = second.curation.model_copy(
        update={"status": "reviewed", "reviewer": "A. Clinician", "date": second.curation.date.replace(year=2030)}
    )
    muscles = [first, second.model_copy(update={"curation": reviewed}), third]
    footer(REAL.replaced(muscles=muscles))
    text, *_ = written
    assert "3 muscles" in text and " 2 muscle records are drafts" in text
    assert f"last changed {reviewed.date:%d %B} 2030" in text
