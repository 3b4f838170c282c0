"""The one spelling of a place."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.place import SIDES, Place, PlaceError, places_of, reached, read_marks, read_place

REGIONS = {"knee_front": SimpleNamespace(midline=False), "sacrum": SimpleNamespace(midline=True)}
every = st.sampled_from(
    [Place("sacrum"), Place("knee_front"), Place("knee_front", "left"), Place("knee_front", "right")]
)


@given(every)
def test_reading_what_was_written_gives_the_same(place):
    assert read_place(str(place), REGIONS) == Place.of(str(place)) == place
    assert place.mirrored().mirrored() == place


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("knee_frnt", "did you mean `knee_front`?"),
        ("knee_front:left", "write `knee_front.left`"),
        ("knee_front.up", "expected left or right"),
        ("sacrum.left", "write `sacrum`"),
    ],
)
def test_a_refusal_says_what_to_write(text, said):
    with pytest.raises(PlaceError) as refused:
        read_place(text, REGIONS)
    assert said in str(refused.value)


def test_names_carry_the_side():
    assert Place("knee_front", "right").named("Front of the knee") == "Front of the knee, right"
    assert Place("sacrum").named("Sacrum") == "Sacrum"


def test_zones_reach_their_side_the_other_or_both():
    assert reached("knee_front", False, "same", "left") == (Place("knee_front", "left"),)
    assert reached("knee_front", False, "opposite", "left") == (Place("knee_front", "right"),)
    assert reached("knee_front", False, "both", "right") == tuple(Place("knee_front", side) for side in SIDES)
    assert reached("sacrum", True, "both", "left") == (Place("sacrum"),)
    assert reached("knee_front", False, "both", None) == (Place("knee_front"),)
    assert places_of("sacrum", True) == (Place("sacrum"),) and len(places_of("knee_front", False)) == 2


KNOWN = {str(place): place for region in REGIONS for place in places_of(region, REGIONS[region].midline)}
BOTH = [Place("knee_front", "right"), Place("sacrum")]


@pytest.mark.parametrize(
    "text",
    [
        "knee_front.right,sacrum", " knee_front.right , sacrum ", "knee_front.right sacrum", "knee_front.right;sacrum.",
        "knee_front.right.sacrum", "knee_front. right, sacrum", "knee_front . right sacrum", "Knee_Front.RIGHT\nSacrum",
        "“knee_front.right”, ‘sacrum’", "(knee_front:right) sacrum.", "knee_front-right,,,sacrum,sacrum",
        "knee_front..right, sacrum\u200b",
    ],
)  # fmt: skip
def test_a_pasted_list_loses_nothing(text):
    assert read_marks(text, KNOWN) == (BOTH, [])


def test_what_is_not_known_is_given_as_it_was_written():
    text = "tail.left, knee_front, sacrum.left <b>x</b>, sacrum, knee_front.up"
    assert read_marks(text, KNOWN) == (
        [BOTH[1]],
        ["tail.left", "knee_front", "sacrum.left", "<b>x</b>", "knee_front.up"],
    )


@given(st.text(st.sampled_from("knee_frontsacrum.,; \n'lefrigh<\x00"), max_size=60))
def test_no_text_is_too_odd(text):
    found, strange = read_marks(text, KNOWN)
    assert len(set(found)) == len(found) and all(str(place) in KNOWN for place in found)
    assert all(part in text.replace(" ", "") or "." in part for part in strange)


@given(st.lists(st.sampled_from(list(KNOWN.values())), unique=True))
def test_what_a_page_wrote_is_read_back(places):
    assert read_marks(",".join(map(str, places)), KNOWN) == (places, [])
