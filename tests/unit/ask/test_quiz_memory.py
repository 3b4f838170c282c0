"""What comes next in a quiz, and progress as a file that is refused when it is damaged."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.ask.quiz_memory import TIMES, Answer, first_answers, standing
from bodymap.ask.quiz_progress import MOST_BYTES, ProgressError, after, as_file, due, merged, read_file

DECK = ["action:a", "action:b", "action:c", "action:d", "action:e"]
NOW = dt.datetime(2026, 11, 26, 12, tzinfo=dt.UTC)


def played(shares):
    """The order in which questions are asked where ``shares`` says how well each turn went."""
    answers = []
    for share in shares:
        now = standing(DECK, answers).now
        if now is None:
            break
        answers.append(Answer(now, share))
    return answers


def test_all_right_asks_each_once():
    answers = played([1.0] * 20)
    assert [answer.question for answer in answers] == DECK
    assert standing(DECK, answers) == (None, 5, 5)


def test_a_miss_comes_back_after_a_few_others():
    order = [answer.question for answer in played([0.0] + [1.0] * 9)]
    assert order == ["action:a", "action:b", "action:c", "action:a", "action:d", "action:e"]


def test_a_quiz_ends_even_if_nothing_is_ever_right():
    answers = played([0.0] * 100)
    assert len(answers) == TIMES * len(DECK)
    assert standing(DECK, answers).done == len(DECK)


@given(st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=20, max_size=20))
@settings(max_examples=40, deadline=None)
def test_what_is_done_never_falls_and_first_answers_count(shares):
    answers = played(shares)
    done = [standing(DECK, answers[:n]).done for n in range(len(answers) + 1)]
    assert done == sorted(done) and done[-1] == len(DECK)
    assert list(first_answers(answers)) == DECK


def test_progress_comes_back_from_its_file_and_is_due_later():
    progress = after(after({}, "action:a", 1.0, NOW), "nerve:b", 0.0, NOW)
    assert read_file(as_file(progress)) == progress
    assert due(progress, NOW) == []
    assert due(progress, NOW + dt.timedelta(hours=1)) == ["nerve:b"]
    assert set(due(progress, NOW + dt.timedelta(days=30))) == {"action:a", "nerve:b"}
    loaded = after(read_file(as_file(progress)), "action:a", 0.0, NOW + dt.timedelta(days=9))
    assert loaded["action:a"].asked == 2 and loaded["action:a"].points == 1.0


def test_merging_loses_nothing_and_takes_the_newer_answer():
    one, other = after({}, "action:a", 1.0, NOW), after({}, "nerve:b", 1.0, NOW)
    newer = after(one, "action:a", 1.0, NOW + dt.timedelta(days=1))
    assert set(merged(one, other)) == {"action:a", "nerve:b"}
    assert merged(one, newer)["action:a"] == merged(newer, one)["action:a"] == newer["action:a"]


def good(**changes):
    said = json.loads(as_file(after({}, "action:a", 1.0, NOW)))
    said["cards"]["action:a"] |= changes
    return said


DAMAGED = {
    "empty": b"",
    "cut off": as_file(after({}, "action:a", 1.0, NOW))[:-20],
    "no text": b"\xff\xfe\x00\x01",
    "a list": b"[1, 2]",
    "another file": b'{"type": "FeatureCollection"}',
    "another version": json.dumps({**good(), "version": 2}).encode(),
    "no cards": b'{"format": "trigger-point-quiz", "version": 1}',
    "a strange field": json.dumps(good(extra=1)).encode(),
    "no number": json.dumps(good(stability="much")).encode(),
    "not finite": json.dumps(good(stability=float("nan"))).encode(),
    "a strange state": json.dumps(good(state=7)).encode(),
    "a day without zone": json.dumps(good(due="2026-11-26T12:00:00")).encode(),
    "a day far away": json.dumps(good(due="9999-12-31T23:59:59Z")).encode(),
    "a name that is none": json.dumps({**good(), "cards": {"<script>": good()["cards"]["action:a"]}}).encode(),
    "deep": b"[" * 100_000,
    "a long number": b'{"format": ' + b"9" * 10_000 + b"}",
    "too large": b" " * (MOST_BYTES + 1),
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_refused_with_what_to_do(content):
    with pytest.raises(ProgressError, match=r"The file .*Choose the file that .* What you had before is still here\."):
        read_file(content)


@given(st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_whatever_is_in_a_file_it_is_read_or_refused(content):
    with pytest.raises(ProgressError):
        read_file(content)


@given(st.integers(0, 500), st.integers(0, 255))
@settings(max_examples=150, deadline=None)
def test_a_changed_byte_never_breaks_what_comes_after(place, byte):
    content = bytearray(as_file(after({}, "action:a", 1.0, NOW)))
    content[place % len(content)] = byte
    try:
        cards = read_file(bytes(content))
    except ProgressError:
        return
    for question in cards:
        assert after(cards, question, 0.5, NOW + dt.timedelta(days=400))[question].asked
