"""What a part of a page shows and in which order, from records made up for it."""

from __future__ import annotations

import re

import pytest

from bodymap.ask.match import match
from bodymap.data.needling import LABELS, Certainty, Evidence
from bodymap.place import Place
from bodymap.tell.wording import LABEL_NAMES
from components import data, state
from components.needling import parts
from components.shared import evidence, muscle_card, painting
from components.shared.footer import footer
from tests.made import with_pattern
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
def test_a_pattern_is_painted_on_its_side_and_one_without_a_side_says_where(session, pattern, side, title):
    state.arrive("explore")
    dataset, _ = with_pattern("knee_front", label="TrP9")
    drawn = painting.painted(dataset, pattern, slot=2)
    assert (drawn["side"], drawn["title"], drawn["slot"], drawn["id"]) == (side, title, 2, pattern)
    assert not drawn["pinned"]
    state.pin(pattern)
    assert painting.painted(dataset, pattern)["pinned"]


# ---- the foot -----------------------------------------------------------------------------------------------


def test_the_foot_counts_drafts_and_names_the_last_change(written):
    first, second, third = list(REAL.muscles.values())[:3]
    reviewed = second.curation.model_copy(
        update={"status": "reviewed", "reviewer": "A. Clinician", "date": second.curation.date.replace(year=2030)}
    )
    muscles = [first, second.model_copy(update={"curation": reviewed}), third]
    footer(REAL.replaced(muscles=muscles))
    [text] = written
    assert "3 muscles" in text and " 2 muscle records are drafts" in text
    assert f"last changed {reviewed.date:%d %B} 2030" in text
