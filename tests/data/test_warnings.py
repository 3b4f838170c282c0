"""The warning signs in proportion: how much of them is open after a mark, and how much the closed labels say."""

from __future__ import annotations

import re
import statistics
from html import unescape
from itertools import pairwise
from typing import NamedTuple

import pytest

from bodymap.ask.signs import signs
from bodymap.data.signs import Time
from bodymap.tell.wording import NOT_ALL_CLEAR_SHORT, TIMES
from components.shared.red_flags import signs_html
from tests.each import each
from tests.real import REAL

MEDIAN_WORDS, MOST_WORDS, MOST_LABEL_WORDS = 75, 110, 20
SEVERAL = (
    ("shoulder_front", "upper_arm_outer", "forearm_thumb_side", "thumb_back"),
    ("calf_inner", "heel_sole"),
    ("neck_side", "temple", "jaw_joint", "forehead", "eye"),
    ("low_back", "buttock_lower", "thigh_back_upper", "calf_outer", "foot_outer_edge"),
    ("groin", "thigh_inner_upper", "knee_front"),
)
_INNERMOST = re.compile(r"<details[^>]*>(?:(?!<details).)*?</details>", re.DOTALL)


class Words(NamedTuple):
    """What is read without a click, and the labels of the closed parts."""

    open: str
    labels: list[str]

    @property
    def in_labels(self) -> int:
        return sum(len(label.split()) for label in self.labels)


def words(*regions: str) -> Words:
    html = str(signs_html(REAL, [REAL.places_of(region)[0] for region in regions]))
    while (outer := _INNERMOST.sub(_label, html)) != html:
        html = outer
    labels = [unescape(label) for label in re.findall("<label>(.*?)</label>", html)]
    html = re.sub("<label>.*?</label>", " ", html)
    return Words(" ".join(unescape(re.sub("<[^>]+>", " ", html)).split()), labels)


def _label(part: re.Match[str]) -> str:
    [label] = re.findall("<summary>(.*?)</summary>", part[0])
    return f"<label>{label}</label>"


@each("region", REAL.regions)
def test_the_signs_of_a_place_are_soon_read(region):
    shown = words(region)
    assert len(shown.open.split()) <= MOST_WORDS, shown.open
    assert shown.in_labels <= MOST_LABEL_WORDS, shown.labels
    assert NOT_ALL_CLEAR_SHORT in shown.open


def test_the_signs_of_most_places_are_soon_read():
    counts = [len(words(region).open.split()) for region in REAL.regions]
    print(f"open words: median {statistics.median(counts):.0f}, most {max(counts)}")
    assert statistics.median(counts) <= MEDIAN_WORDS


@pytest.mark.parametrize("regions", SEVERAL, ids="-".join)
def test_several_marks_open_no_flood(regions):
    shown = words(*regions)
    assert len(shown.open.split()) <= MOST_WORDS, shown.open
    assert shown.in_labels <= MOST_LABEL_WORDS, shown.labels


@each("region", REAL.regions)
def test_every_open_sign_begins_with_its_time_emergencies_first(region):
    shown = words(region).open
    here = signs(REAL, REAL.places_of(region)[:1]).open
    at = [shown.index(f"{TIMES[flag.time][0]}: {flag.brief}") for flag in here]
    assert at == sorted(at)
    assert all(a.time is Time.NOW or b.time is not Time.NOW for a, b in pairwise(here))


@each("region", REAL.regions)
def test_the_labels_count_what_they_hold(region):
    here = signs(REAL, REAL.places_of(region)[:1])
    labels = " ".join(words(region).labels)
    held = {
        "Today: {} more": here.today,
        "Within days or weeks: {} more": here.days + here.weeks,
        "For children: {}": here.children,
    }
    assert all((label.format(len(flags)) in labels) == bool(flags) for label, flags in held.items())
    assert labels.endswith("Why doctors ask")
