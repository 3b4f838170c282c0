"""Bands and reasons: facts in words, and the worked examples of docs/matching.md as the program gives them."""

from __future__ import annotations

import re

import pytest

from bodymap import DATA_DIR
from bodymap.__main__ import main
from bodymap.ask.match import Match, by_muscle, match, unexplained
from bodymap.ask.reasons import Band, band, band_name, reason
from bodymap.place import Place, read_place
from tests.each import each
from tests.real import REAL

PAGE = (DATA_DIR.parent / "docs" / "matching.md").read_text(encoding="utf-8")
BANDS = list(Band)


def row(primary: int = 0, spillover: int = 0, also: tuple[str, ...] = ()) -> Match:
    """A row that covers so many marks."""
    marks = [f"mark_{number}:left" for number in range(primary + spillover)]
    covered = tuple(marks[:primary]), tuple(marks[primary:])
    return Match("soleus", "soleus_1", "Soleus, TrP1", "left", *covered, also, len(marks) + len(also))


@pytest.mark.parametrize(
    ("primary", "marks", "expected"),
    [
        (1, 1, Band.ALL),
        (3, 3, Band.ALL),
        (2, 3, Band.MOST),
        (1, 2, Band.SOME),
        (2, 4, Band.SOME),
        (3, 4, Band.MOST),
        (1, 9, Band.SOME),
        (0, 1, Band.SPILLOVER),
        (0, 3, Band.SPILLOVER),
    ],
)
def test_the_band_says_how_many_marks_are_primary(primary, marks, expected):
    assert band(row(primary, spillover=marks - primary), marks) == expected
    assert band(row(primary, spillover=int(primary == 0)), marks) == expected, "spillover moves no row to another band"


def test_a_single_mark_has_headings_of_its_own():
    assert band_name(Band.ALL, 1) == "Mainly felt here"
    assert band_name(Band.SPILLOVER, 1) == "Can spill over to here"
    assert [band_name(kind, 2) for kind in BANDS] == [kind.value for kind in BANDS]


@pytest.mark.parametrize(
    ("found", "marks", "said"),
    [
        (row(1), 1, "mainly felt here"),
        (row(0, 1), 1, "can spill over to here"),
        (row(2, 1), 4, "covers 3 of your 4 places: 2 mainly felt, 1 can spill over"),
        (row(2), 2, "covers 2 of your 2 places: 2 mainly felt"),
        (row(0, 1), 2, "covers 1 of your 2 places: 1 can spill over"),
    ],
)
def test_the_reason_counts_what_is_covered(found, marks, said):
    assert reason(REAL, found, marks).split(";")[0] == said


def test_the_reason_names_some_other_places_and_counts_the_rest():
    also = ("knee_front", "achilles", "heel_sole", "low_back", "sacrum")
    assert reason(REAL, row(1, also=also), 1).endswith(
        "front of the knee, Achilles tendon, bottom of the heel, low back and 1 more"
    )
    assert reason(REAL, row(1, also=also[:4]), 1).endswith(
        ": front of the knee, Achilles tendon, bottom of the heel, low back"
    )
    assert reason(REAL, row(1, also=also), 1, most=1).endswith(": front of the knee and 4 more")


@each("region", REAL.regions)
def test_only_a_pattern_without_other_places_is_said_to_be_described_nowhere_else(region):
    """A pattern on both sides has another place too: the same region on the other side."""
    side = None if REAL.regions[region].midline else "left"
    for found in match(REAL, [Place(region, side)]):
        assert ("nowhere else" in reason(REAL, found, 1)) == (found.places == found.covered), found


# ---- docs/matching.md ---------------------------------------------------------------------------------------

START = "Patterns some clinicians describe there:"
EXAMPLES = dict(re.findall(r"^### (.+?)\n(.*?)(?=^###? |\Z)", PAGE.partition("## Worked examples")[2], re.M | re.S))
every_example = pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)


def command(example: str) -> list[str]:
    """What is typed: ``["match", "knee_front.right"]``."""
    return re.findall(r"^\$ python -m bodymap (match .+)$", example, re.M)[0].split()


def marks_in(example: str) -> list[Place]:
    return [read_place(token, REAL.regions) for token in command(example)[1:]]


def test_the_page_has_worked_examples():
    assert len(EXAMPLES) >= 3
    assert PAGE.count("$ python -m bodymap match") == PAGE.count("| Place | Muscle |") == len(EXAMPLES)


@every_example
def test_an_example_shows_what_the_command_prints(example, capsys, monkeypatch):
    monkeypatch.setattr("bodymap.commands.parser.load", lambda _: REAL)
    shown = re.findall(r"^```console\n\$ [^\n]+\n\.\.\.\n(.*?)^```$", example, re.M | re.S)[0].splitlines()
    assert main(command(example)) == 0
    printed = capsys.readouterr().out.splitlines()
    printed = printed[printed.index(START) :]
    if shown[-1] == "...":
        shown.pop()
        assert len(printed) > len(shown) > 2
        printed = printed[: len(shown)]
    assert shown == printed


@every_example
def test_the_table_of_an_example_is_the_list_of_the_page(example):
    marks = marks_in(example)
    best = [group.patterns[0] for group in by_muscle(match(REAL, marks))]
    given_rows = [line.strip("| ").split(" | ") for line in example.splitlines() if re.match(r"\| \d", line)]
    expected = [
        [
            str(place),
            REAL.muscles[found.muscle].name,
            found.side or "none",
            band_name(band(found, len(marks)), len(marks)),
            reason(REAL, found, len(marks)),
        ]
        for place, found in enumerate(best, start=1)
    ]
    assert given_rows
    assert given_rows == expected[: len(given_rows)]


@every_example
def test_an_example_names_the_marks_that_no_pattern_explains(example):
    marks = marks_in(example)
    said = re.findall(r"No pattern is drawn in: `(.+?)`", example)
    assert said == [str(mark) for mark in unexplained(marks, match(REAL, marks))]


def test_the_bands_of_the_page_are_those_of_the_program():
    assert re.findall(r"^\| ((?:Mainly|Can) [a-z ]+you marked) \|", PAGE, re.M) == [kind.value for kind in Band]
