"""Finding things by the words people type, over the real regions and the small dataset."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.ask import search
from bodymap.ask.search import EXACT, find, split_side
from bodymap.data.dataset import Dataset
from bodymap.data.model import Region
from bodymap.place import Place
from bodymap.read.yaml_lines import read_yaml
from tests.each import each
from tests.real import REAL

DATA = Path(__file__).resolve().parents[3] / "data"
ROWS = read_yaml(DATA / "regions.yaml").data["regions"]
BODY = Dataset.build({"regions": [Region.model_validate(row) for row in ROWS]})


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("kneecap", {"knee_front"}),
        ("Knee-Cap", {"knee_front"}),
        ("knee caps", {"knee_front"}),
        ("kneecpa", {"knee_front"}),
        ("patella", {"knee_front"}),
        ("knee_front", {"knee_front"}),
        ("Patellar region", {"knee_front"}),
        ("my kneecap hurts", {"knee_front"}),
        ("IT band", {"thigh_outer_lower", "thigh_outer_middle", "knee_outer"}),
        ("itband", {"thigh_outer_lower", "thigh_outer_middle", "knee_outer"}),
        ("ball of foot", {"ball_big_toe", "ball_lesser"}),
        ("balls of my feet", {"ball_big_toe", "ball_lesser"}),
        ("shin splints", {"shin_inner_upper", "shin_inner_lower"}),
        ("hamstrings", {"thigh_back_upper", "thigh_back_middle", "thigh_back_lower"}),
        ("groin", {"groin"}),
        ("arch", {"arch_inner"}),
        ("coccyx", {"tailbone"}),
        ("SI joint", {"sacroiliac"}),
        ("bum", {"buttock_upper", "buttock_lower"}),
        ("butt", {"buttock_upper", "buttock_lower"}),
        ("jumpers knee", {"knee_below_cap"}),
        ("crazy bone", {"elbow_inner", "elbow_back"}),
        ("achillies", {"achilles"}),
        ("calves", {"calf_inner", "calf_outer", "calf_lower"}),
        ("lower back pain", {"low_back"}),
        ("ITB", {"thigh_outer_lower", "thigh_outer_middle", "knee_outer"}),
    ],
)
def test_plain_words_find_their_regions_first(text, regions):
    assert set(regions_found(BODY, text)[: len(regions)]) == regions


def regions_found(dataset, text):
    return [hit.id for hit in find(dataset, text) if hit.kind == "region"]


def first_place(text):
    hit = next(hit for hit in find(BODY, text) if hit.kind == "region")
    return Place(hit.id, hit.side)


@pytest.fixture(scope="module")
def split_once() -> Iterator[None]:
    """Names are split into words once for all that is looked for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "_words", cache(search._words))
        yield


@pytest.mark.usefixtures("split_once")
@each("region", BODY.regions.values())
def test_every_name_of_a_region_finds_it(region):
    for name in (region.id, region.name, region.anatomical_name, *region.synonyms):
        best = [hit for hit in find(BODY, name) if hit.score == EXACT]
        assert region.id in {hit.id for hit in best}, name


def test_as_many_words_are_read_as_anybody_needs_and_no_more():
    most = ("front knee " * (search._MOST_WORDS // 2)).strip()
    assert find(BODY, f"{most} heel") == find(BODY, most) != []


def test_a_hit_says_which_name_matched_and_how_well():
    [best, *rest] = find(BODY, "kneecap")
    assert (best.id, best.matched, best.score, best.side) == ("knee_front", "kneecap", EXACT, None)
    assert all(hit.score * 100 >= search._NEAR_BEST * best.score for hit in rest)
    scores = [hit.score for hit in find(BODY, "lower leg")]
    assert scores == sorted(scores, reverse=True) and len(scores) > 1


def test_sides_are_read_from_the_words():
    assert first_place("left kneecap") == Place("knee_front", "left")
    assert first_place("my Right calf") == Place("calf_inner", "right")
    assert first_place("left tailbone") == Place("tailbone")
    assert split_side("left and right knee") == ("a and a knee", None)


def test_words_on_both_sides_of_a_side_are_not_read_as_one():
    """Without "left", "back side" would be a backside."""
    found = find(REAL, "lower back left side")[:3]
    assert ("region", "low_back", "left") in [(hit.kind, hit.id, hit.side) for hit in found]


@pytest.mark.parametrize("text", ["", "  ", "left", "the", "xyzzy", "!!", "\N{PILE OF POO}", "123"])
def test_nothing_is_found_by_nothing(text):
    assert regions_found(BODY, text) == []


def test_muscles_and_conditions_are_found_too(dataset):
    assert [(hit.kind, hit.id) for hit in find(dataset, "QL")] == [("muscle", "quadratus_lumborum")]
    assert find(dataset, "soleus")[0].id == "soleus"
    assert find(dataset, "achilles tendinitis")[0].id == "achilles_tendinopathy"
    assert find(dataset, "clot in my leg")[0].id == "deep_vein_thrombosis"


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=40))
def test_no_text_breaks_the_search(text):
    ids = regions_found(BODY, text)
    assert len(ids) == len(set(ids))
    assert ids == regions_found(BODY, text.swapcase()) or not text.isascii()
