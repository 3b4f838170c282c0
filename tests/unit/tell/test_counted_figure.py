"""The figure of counts: a panel for each study, a bar for each count that may be shown, lengths as printed."""

from __future__ import annotations

from html import unescape
from typing import Any

import plotly.graph_objects as go
import pytest

from bodymap.ask.counted import of_condition
from bodymap.data.dataset import Dataset
from bodymap.tell.counted_figure import COMPARED, counted_figure, counts
from tests.hostile import MARKUP, hostile
from tests.made import having, row, study
from tests.real import REAL

SHOWN = [c for c in REAL.conditions if of_condition(REAL, c)]
GROUP = {"compared": 40, "comparison": "healthy people", "condition": "neck_pain"}


def bars(figure: go.Figure, compared: bool = False) -> list[tuple[str, float, str]]:
    """Every bar from the top down: its muscle, its length, its words."""
    found = [
        (trace.yaxis or "y", y, name, x, said)
        for trace in figure.data
        if (trace.legendgroup == COMPARED) == compared
        for x, y, name, said in zip(trace.x, trace.y, trace.customdata, trace.text, strict=True)
    ]
    return [(name, x, said) for _, _, name, x, said in sorted(found, key=lambda bar: (bar[0], bar[1]))]


def words(figure: go.Figure) -> str:
    return " ".join(note.text for note in figure.layout.annotations)


def made(*rows: dict[str, Any], **changes: Any) -> Dataset:
    return having(study("made", *rows, **{**GROUP, **changes}))


def test_muscles_stand_by_share_with_the_count_as_printed():
    figure = counted_figure(made(row("soleus", n=10), row("plantaris", n=None, percent=82.14)), "neck_pain")
    assert bars(figure) == [("Plantaris", 82.14, "about 82 of 100"), ("Soleus", 25.0, "10 of 40")]
    assert "<b>In one study of 40 people with a sore calf</b>" in words(figure)


def test_a_comparison_has_a_bar_only_where_it_could_have_come_out_otherwise():
    compared = {"compared_of": 40, "compared_n": 4}
    figure = counted_figure(made(row(**compared)), "neck_pain")
    assert bars(figure, compared=True) == [("Soleus", 10.0, "4 of 40")]
    figure = counted_figure(made(row(by_definition=True, compared_of=40, compared_n=0)), "neck_pain")
    assert bars(figure) and bars(figure, compared=True) == []


def test_each_study_has_a_panel_of_its_own_and_they_do_not_overlap():
    dataset = having(study("a", **GROUP), study("b", row(), row("plantaris"), **GROUP))
    figure = counted_figure(dataset, "neck_pain")
    upper, lower = figure.layout.yaxis.domain, figure.layout.yaxis2.domain
    assert upper[0] >= lower[1] - 1e-9 and len(bars(figure)) == 3
    assert figure.layout.height > 200


@pytest.mark.parametrize("condition", SHOWN)
def test_the_bars_of_the_real_data_are_the_counts_that_may_be_shown(condition):
    figure = counted_figure(REAL, condition)
    assert len(bars(figure)) == len(of_condition(REAL, condition)) == len(counts(REAL, condition))
    assert all(0 <= share <= 100 for _, share, _ in bars(figure) + bars(figure, compared=True))
    for trace in figure.data:
        low, high = sorted(figure.layout[f"yaxis{(trace.yaxis or 'y')[1:]}"].range)
        assert all(low < y < high for y in trace.y)


def test_the_conditions_with_counts_are_these():
    assert {"neck_pain", "low_back_pain", "plantar_heel_pain", "tension_type_headache"} <= set(SHOWN)
    assert not counted_figure(REAL, "migraine").data


def test_no_line_is_too_long_for_a_phone():
    assert all(len(unescape(note.text)) <= 60 for c in SHOWN for note in counted_figure(REAL, c).layout.annotations)


@pytest.mark.parametrize("condition", SHOWN)
def test_texts_of_the_figure_are_shown_as_typed(condition):
    figure = counted_figure(hostile(), condition)
    said = words(figure).replace("<b>", "").replace("</b>", "")
    assert "<" not in said and "<" not in "".join(name for name, *_ in bars(figure))
    assert " ".join(MARKUP.split()) in " ".join(unescape(said).split())


def test_the_ground_is_that_of_the_page():
    layout = counted_figure(REAL, "neck_pain").layout
    assert layout.paper_bgcolor == layout.plot_bgcolor == "rgba(0,0,0,0)"
