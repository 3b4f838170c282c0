"""Points written in terms of landmarks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body.build.points import CutError, landmarks_of_view, resolve

MARKS = {"asis": (0.07, 0.55), "hip_2": (0.09, 0.50)}
number = st.integers(0, 99_999).map(lambda value: value / 100_000)


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        ([0.1, 0.2], (0.1, 0.2)),
        ([0, -1], (0.0, -1.0)),
        (["0.1", ".25"], (0.1, 0.25)),
        (["asis", "asis"], (0.07, 0.55)),
        ("asis", (0.07, 0.55)),
        ("asis:hip_2:0.5", (0.08, 0.525)),
        (["asis:hip_2:0.25", "hip_2:asis:1"], (0.075, 0.55)),
        (["asis + 0.01", "asis - 0.05"], (0.08, 0.50)),
        (["asis+0.01-0.02", " -asis "], (0.06, -0.55)),
        (["hip_2 - asis", "asis:hip_2:0.5 - 0.025"], (0.02, 0.50)),
        (["-0.03", "+0.03"], (-0.03, 0.03)),
    ],
)
def test_a_written_point(point, expected):
    assert resolve(point, MARKS) == pytest.approx(expected)


@given(number, number, st.sampled_from("+-"))
def test_sums_add_up(first, second, sign):
    text = f"{first:.5f} {sign} {second:.5f}"
    expected = first + second if sign == "+" else first - second
    assert resolve([text, f"asis {sign} {second:.5f}"], MARKS) == pytest.approx(
        (expected, 0.55 + second if sign == "+" else 0.55 - second)
    )


@given(number)
def test_a_share_between_landmarks_lies_on_their_line(share):
    x, y = resolve(f"asis:hip_2:{share:.5f}", MARKS)
    assert x == pytest.approx(0.07 + 0.02 * share, abs=1e-9)
    assert y == pytest.approx(0.55 - 0.05 * share, abs=1e-9)


@pytest.mark.parametrize(
    ("point", "said"),
    [
        ("knee", "no landmark 'knee'"),
        (["asis", "asis:knee:0.5"], "no landmark 'knee'"),
        (["asis * 2", 0], "cannot read the coordinate 'asis \\* 2'"),
        (["", 0], "cannot read the coordinate ''"),
        (["asis +", 0], "cannot read"),
        (["asis + + 0.1", 0], "cannot read"),
        (["Asis", 0], "cannot read"),
        (["asis:hip_2", 0], "cannot read"),
        (["asis 0.01", 0], "cannot read the coordinate 'asis 0.01'"),
        (["0.5 0.5", 0], "cannot read"),
        (["0.1asis", 0], "cannot read"),
        (["1.2.3", 0], "cannot read"),
        (["asis:hip_2:0.5.1", 0], "cannot read"),
        ([0.1], "two coordinates"),
        ([0.1, 0.2, 0.3], "two coordinates"),
    ],
)
def test_what_cannot_be_read_is_an_error_that_quotes_it(point, said):
    with pytest.raises(CutError, match=said):
        resolve(point, MARKS)


def test_landmarks_of_a_view_are_those_drawn_in_it():
    landmarks = {"asis": {"views": {"front": [0.07, 0.55], "back": [0.07, 0.54]}}, "psis": {"views": {"back": [1, 2]}}}
    assert landmarks_of_view(landmarks, "front") == {"asis": (0.07, 0.55)}
    assert landmarks_of_view(landmarks, "back") == {"asis": (0.07, 0.54), "psis": (1.0, 2.0)}
    assert landmarks_of_view(landmarks, "sole") == {}
