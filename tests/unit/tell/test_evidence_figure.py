"""The figure of how sure studies are: a sign for each study of dry needling, in its row and column, and no other."""

from __future__ import annotations

from collections import Counter
from typing import Any

import plotly.graph_objects as go
import pytest

from bodymap.data.dataset import Dataset
from bodymap.data.needling import Certainty, Evidence
from bodymap.tell.evidence_figure import COLUMNS, SIGNS, certainty_figure
from bodymap.tell.wording import DIRECTIONS
from tests.real import REAL


def study(number: int, condition: str, **changes: Any) -> Evidence:
    """A study of a condition, made up."""
    plain = next(iter(REAL.evidence.values()))
    made: dict[str, Any] = {"intervention": "dry_needling", "direction": "benefit", "certainty": Certainty.LOW}
    return plain.model_copy(
        update={"id": f"made_{number}", "finding": f"F{number}", "conditions": (condition,), **made, **changes}
    )


def with_studies(*studies: Evidence) -> Dataset:
    """The real conditions with these studies only."""
    return Dataset.build({"conditions": REAL.conditions.values(), "evidence": studies})  # fmt: skip


def signs(figure: go.Figure) -> list[tuple[float, str, str, str]]:
    """Every sign: its place along the ratings, its row, its finding and the name of its kind."""
    return [
        (x, y, said, trace.name)
        for trace in figure.data
        if trace.name != COLUMNS["none"]
        for x, y, said in zip(trace.x, trace.y, trace.customdata, strict=True)
    ]


def first(group: str) -> str:
    return next(c.id for c in REAL.conditions.values() if c.group == group)


@pytest.mark.parametrize("certainty", Certainty)
@pytest.mark.parametrize("direction", SIGNS)
def test_a_study_stands_in_the_row_of_its_condition_and_the_column_of_its_rating(direction, certainty):
    runner = first("running")
    dataset = with_studies(study(1, runner, direction=direction, certainty=certainty))
    row, column = REAL.conditions[runner].plain_name, list(COLUMNS).index(certainty)
    assert signs(certainty_figure(dataset)) == [(column, row, "F1", DIRECTIONS[direction])]


def test_conditions_with_studies_stand_above_the_others_each_group_by_name():
    names = [c.plain_name for c in REAL.conditions.values() if c.group != "serious"]
    studied = [c for c in REAL.conditions.values() if c.group != "serious"][3:9:2]
    figure = certainty_figure(with_studies(*(study(n, c.id) for n, c in enumerate(studied))))
    first = sorted(c.plain_name for c in studied)
    top_down = list(reversed(figure.layout.yaxis.categoryarray))
    assert figure.layout.yaxis.categoryorder == "array" and figure.layout.yaxis.autorange is None
    assert top_down == first + sorted(set(names) - set(first))


def test_texts_of_the_figure_are_no_html():
    runner = REAL.conditions[first("running")].model_copy(update={"plain_name": "<b>x</b>"})
    made = Dataset.build({"conditions": [runner], "evidence": [study(1, runner.id, finding="<a href=x>y</a>")]})
    figure = certainty_figure(made)
    assert list(figure.layout.yaxis.categoryarray) == ["&lt;b&gt;x&lt;/b&gt;"]
    assert [(row, said) for _, row, said, _ in signs(figure)] == [
        ("&lt;b&gt;x&lt;/b&gt;", "&lt;a href=x&gt;y&lt;/a&gt;")
    ]


@pytest.mark.parametrize("intervention", ["acupuncture", "injection", "mixed"])
def test_other_treatments_have_no_sign(intervention):
    figure = certainty_figure(with_studies(study(1, first("running"), intervention=intervention)))
    assert signs(figure) == []


def test_a_serious_look_alike_has_neither_sign_nor_row():
    serious = first("serious")
    figure = certainty_figure(with_studies(study(1, serious)))
    assert signs(figure) == []
    assert REAL.conditions[serious].plain_name not in figure.layout.yaxis.categoryarray


def test_a_condition_without_a_study_says_so():
    runner = first("running")
    [none] = [t for t in certainty_figure(with_studies(study(1, runner))).data if t.name == COLUMNS["none"]]
    rest = {c.plain_name for c in REAL.conditions.values() if c.group != "serious" and c.id != runner}
    assert set(none.y) == rest and set(none.x) == {0}


@pytest.mark.parametrize("number", range(1, 7))
def test_signs_of_one_cell_stand_apart_and_stay_in_it(number):
    runner = first("running")
    kinds = list(SIGNS)
    figure = certainty_figure(with_studies(*(study(n, runner, direction=kinds[n % 4]) for n in range(number))))
    places = sorted(x for x, *_ in signs(figure))
    column = list(COLUMNS).index(Certainty.LOW)
    assert len(set(places)) == number and all(abs(x - column) < 0.5 for x in places)


def test_the_signs_of_the_real_data_are_its_studies_of_dry_needling():
    expected = Counter(
        (REAL.conditions[condition].plain_name, record.finding, DIRECTIONS[record.direction])
        for record in REAL.evidence.values()
        if record.intervention == "dry_needling"
        for condition in record.conditions
        if REAL.conditions[condition].group != "serious"
    )
    drawn = signs(certainty_figure(REAL))
    assert Counter((row, said, kind) for _, row, said, kind in drawn) == expected
    assert len({(x, row) for x, row, *_ in drawn}) == len(drawn), "two signs on one spot"
    columns = [column for column in COLUMNS if column != "none"]
    assert all(min(abs(x - i) for i in range(1, len(columns) + 1)) < 0.5 for x, *_ in drawn)


def test_shape_and_colour_both_tell_the_direction():
    assert len({shape for shape, _ in SIGNS.values()}) == len({colour for _, colour in SIGNS.values()}) == 4
