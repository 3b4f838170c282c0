"""How a mark feels: spelled for an address and read again, whatever the address holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.felt import MOMENTS, MOST_LETTERS, QUALITIES, SINCE, Felt, plain_line, read_felt, spell, worst_first
from bodymap.place import Place

KNEE, CALF, SACRUM = Place.of("knee_front.right"), Place.of("calf_inner.left"), Place.of("sacrum")
KNOWN = {str(place): place for place in (KNEE, CALF, SACRUM)}
FELT = st.builds(
    Felt,
    st.none() | st.sampled_from(QUALITIES),
    st.none() | st.integers(0, 10),
    st.sets(st.sampled_from(MOMENTS)).map(lambda chosen: tuple(m for m in MOMENTS if m in chosen)),
    st.none() | st.sampled_from(SINCE),
    st.booleans(),
    st.text(max_size=200).map(plain_line),
)


@given(st.dictionaries(st.sampled_from([KNEE, CALF, SACRUM]), FELT))
def test_what_is_spelled_is_read_again(felt):
    assert read_felt(spell(felt), KNOWN) == {place: said for place, said in felt.items() if said}


@given(st.text())
def test_any_text_is_read_without_an_error(text):
    for place, said in read_felt(text, KNOWN).items():
        assert place in KNOWN.values() and said
        assert said.strength is None or 0 <= said.strength <= 10
        assert len(said.words) <= MOST_LETTERS and said.words.isprintable()


@given(st.text())
def test_hostile_words_beside_a_place_stay_words(text):
    read = read_felt(f"{KNEE}~ache~6~night~weeks~~{text}", KNOWN)
    assert read[KNEE].quality == "ache" and read[KNEE].strength == 6


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("knee_front.right~ache", Felt("ache")),
        ("knee_front.right~~0", Felt(strength=0)),
        ("knee_front.right~~10", Felt(strength=10)),
        ("knee_front.right~burning~~night+rest", Felt("burning", None, ("rest", "night"))),
        ("knee_front.right~~~~~worst", Felt(worst=True)),
        ("knee_front.right~~~~~~like%20a%2C%7E%20stone", Felt(words="like a,~ stone")),
    ],
)
def test_a_short_form(text, said):
    assert read_felt(text, KNOWN) == {KNEE: said}


@pytest.mark.parametrize(
    "text",
    ["", "~ache", "nowhere~ache", "knee_front.right", "knee_front.right~aches", "knee_front.right~~11",
     "knee_front.right~~-1", "knee_front.right~~6.5", "knee_front.right~~\N{ARABIC-INDIC DIGIT SIX}"],
)  # fmt: skip
def test_what_is_not_known_is_left_out(text):
    assert read_felt(text, KNOWN) == {}


def test_own_words_become_one_printable_line():
    assert plain_line(" a\nb\t\x00 c\u202e ") == "a b c"
    assert len(plain_line("x" * 500)) == MOST_LETTERS


def test_the_worst_place_comes_first():
    assert worst_first({CALF: Felt(worst=True)}, [KNEE, CALF, SACRUM]) == [CALF, KNEE, SACRUM]
