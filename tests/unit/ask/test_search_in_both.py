"""One list of queries: the rates of right answers, and the same answers in Python and in the browser's JavaScript."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bodymap.ask.search import Hit, find, index_of
from bodymap.ask.search_warnings import as_rows, warned
from bodymap.data.dataset import Dataset
from bodymap.read.load import load
from tests import odd

ROOT = Path(__file__).resolve().parents[3]
QUERIES = ROOT / "tests" / "fixtures" / "queries"
FIRST = 3  # one of the first answers must be right
RATES = {"tuning": 0.95, "kept_aside": 0.95}
ODD = [
    "", " ", "left", "the", "!!", "k", "sh", "shin sp", "xyzzy heel", "\N{PILE OF POO} knee", "Fuß knee", "KNEECAP",
    "kne\u0301e", "knee-cap", "kneecpa", "itband", "it band", "shinsplints", "upperarm", "left and right knee",
    "right under the heel", "on the right under the ribs", "constructor", "__proto__", "toString knee", "0", "5k",
    "pressure on my chest", "jaw ache", "presure", "thunderclap headache", "worst headache of my life",
    "can't wee and numb", "arm", "my leg hurts", "a " * 200 + "knee", "knee " * 60, "heel\theel\nheel", "ﬁnger",
    "ＫＮＥＥ",
    "calf's", "don\u2019t know knee", "\u212aneecap", "lower leg outside right", "metatarsi", "hamstringg tendonn",
    "C6", "c6 root", "dermatome L5", "L5 dermatome", "sciatic nerve", "sciatic nerv", "nerve", "nerve root", "S1", "s",
    "median nerve", "carpal tunnel", "baxter nerve", "knee joint", "disc C5-6", "facet", "my L5 nerve hurts",
    "T1 or T2",
]  # fmt: skip


@pytest.fixture(scope="module")
def real() -> Dataset:
    """The real data."""
    return load()


def asked(name: str) -> list[dict[str, Any]]:
    """The queries of a file, each with the answers that are right."""
    rows: list[dict[str, Any]] = yaml.safe_load((QUERIES / f"{name}.yaml").read_text(encoding="utf-8"))["queries"]
    return rows


def is_right(dataset: Dataset, hit: Hit, right: str) -> bool:
    """Whether a hit is one of the right answers; a group also by a word of its names."""
    kind, _, name = right.partition(":")
    if hit.kind != kind or hit.kind != "group":
        return (hit.kind, hit.id) == (kind, name)
    group = dataset.muscle_groups[hit.id]
    names = " | ".join((group.id, group.name, *group.synonyms)).casefold().replace("_", " ")
    return name.casefold().replace("_", " ") in names


def answered(dataset: Dataset, row: dict[str, Any]) -> bool:
    return any(is_right(dataset, hit, right) for hit in find(dataset, row["query"])[:FIRST] for right in row["right"])


@pytest.mark.parametrize("name", RATES)
def test_the_right_answer_is_among_the_first(real, name):
    rows = asked(name)
    missed = [row["query"] for row in rows if not answered(real, row)]
    assert 1 - len(missed) / len(rows) >= RATES[name], missed


@pytest.mark.parametrize("name", RATES)
def test_every_right_answer_exists(real, name):
    known = {"region": real.regions, "muscle": real.muscles, "condition": real.conditions}
    named = [right.split(":") for row in asked(name) for right in row["right"]]
    assert [(kind, id_) for kind, id_ in named if kind != "group" and id_ not in known[kind]] == []


REFERRED = ("nerve_root", "nerve", "joint", "disc")


@pytest.mark.parametrize(
    ("text", "kind", "id_"),
    [
        ("C6", "nerve_root", "root_c6"),
        ("l5 nerve root", "nerve_root", "root_l5"),
        ("dermatome L5", "nerve_root", "root_l5"),
        ("sciatic nerve", "nerve", "nerve_sciatic"),
        ("Baxter nerve", "nerve", "nerve_baxter"),
        ("meralgia paraesthetica", "nerve", "nerve_lateral_femoral_cutaneous"),
        ("sacroiliac joint", "joint", "sacroiliac_joint"),
        ("cervical disc C5-6", "disc", "disc_c5_6"),
    ],
)
def test_nerve_roots_nerves_joints_and_discs_are_found_by_name(real, text, kind, id_):
    assert (kind, id_) in [(hit.kind, hit.id) for hit in find(real, text)[:FIRST]]


def test_they_change_nothing_in_the_order_of_all_else(real):
    without = real.replaced(nerve_roots=(), nerves=(), joints=(), discs=())
    for query in [*(row["query"] for name in RATES for row in asked(name)), *ODD]:
        others = [hit for hit in find(real, query) if hit.kind not in REFERRED]
        assert others == find(without, query), query


def test_where_no_name_is_typed_they_stand_after_all_else(real):
    for query in [row["query"] for name in RATES for row in asked(name)]:
        hits = find(real, query)
        typed = [hit for hit in hits if hit.kind not in REFERRED or hit.score > 970]
        assert hits[: len(typed)] == typed, query


def test_the_browser_answers_as_python_does(real):
    node = shutil.which("node")
    if node is None:
        pytest.fail("node is not installed") if os.environ.get("CI") else pytest.skip("node is not installed")
    rows = [row["query"] for name in RATES for row in asked(name)]
    typed = [text[:end] for text in rows[::10] for end in range(1, len(text))]
    said = [phrase for c in real.conditions.values() for phrase in c.people_say[:2]]
    queries = [*rows, *typed, *ODD, *odd.texts(), *said]
    sent = {"index": json.loads(index_of(real).as_json(as_rows(real))), "queries": queries}
    answers = subprocess.run(
        [node, "tests/js/ask_search.js"], cwd=ROOT, input=json.dumps(sent), capture_output=True, check=True, text=True
    ).stdout
    for query, answer in zip(queries, json.loads(answers), strict=True):
        ours = [[hit.kind, hit.id, hit.side, hit.matched, hit.score] for hit in find(real, query)]
        assert answer["hits"] == ours, query
        assert answer["warnings"] == [one.flag for one in warned(real, query)], query
