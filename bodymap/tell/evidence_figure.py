"""How sure studies of dry needling are, condition by condition, as a Plotly figure."""

from __future__ import annotations

from collections.abc import Mapping

import plotly.graph_objects as go

from bodymap.data.dataset import Dataset
from bodymap.data.needling import Certainty, Evidence
from bodymap.tell.figures import as_typed

COLUMNS = {
    "none": "no study found",
    Certainty.NOT_GRADED: "not rated",
    Certainty.VERY_LOW: "very low",
    Certainty.LOW: "low",
    Certainty.MODERATE: "moderate",
    Certainty.HIGH: "high",
}
# Shape and colour say the same, so that neither is needed alone. Colours are legible on both themes' grounds.
SIGNS: Mapping[str, tuple[str, str, str]] = {
    "benefit": ("triangle-up", "#2f7d32", "in favour of needling"),
    "no_difference": ("line-ew-open", "#7a7f87", "no difference"),
    "mixed": ("diamond-open", "#b26a00", "mixed"),
    "harm": ("triangle-down", "#c62828", "against needling"),
}
_ROW, _STEP = 26, 0.17  # px for a condition; distance of two marks in one cell


def certainty_figure(dataset: Dataset) -> go.Figure:
    """One row a condition, one column a rating, one sign a study of dry needling; other treatments are left out.

    Serious look-alikes are left out too: nobody should look for needling there.
    """
    names = {c.id: as_typed(c.plain_name) for c in dataset.conditions.values() if c.group != "serious"}
    studies = {c: [e for e in dataset.evidence_of_condition(c) if e.intervention == "dry_needling"] for c in names}
    order = sorted(names, key=lambda c: (not studies[c], names[c]))
    figure = go.Figure(layout=_layout([names[c] for c in order]))
    for direction, (symbol, colour, said) in SIGNS.items():
        at = [(x, names[c], study) for c in order for x, study in _placed(studies[c]) if study.direction == direction]
        figure.add_scatter(
            x=[x for x, _, _ in at], y=[y for _, y, _ in at], mode="markers", name=said,
            marker={"symbol": symbol, "size": 11, "color": colour, "line": {"width": 2, "color": colour}},
            customdata=[as_typed(study.finding) for _, _, study in at],
            hovertemplate="<b>%{y}</b><br>%{customdata}<extra></extra>",
        )  # fmt: skip
    none = [names[c] for c in order if not studies[c]]
    figure.add_scatter(
        x=[0] * len(none), y=none, mode="markers", name=COLUMNS["none"], hoverinfo="skip",
        marker={"symbol": "x-thin", "size": 8, "line": {"width": 1.5, "color": "#8a8f98"}},
    )  # fmt: skip
    return figure


def _placed(studies: list[Evidence]) -> list[tuple[float, Evidence]]:
    """Each study with its place along the ratings; those with the same rating stand side by side."""
    columns = list(COLUMNS)
    placed = []
    for rating in Certainty:
        same = [study for study in studies if study.certainty is rating]
        first = columns.index(rating) - _STEP * (len(same) - 1) / 2
        placed += [(first + _STEP * number, study) for number, study in enumerate(same)]
    return placed


def _layout(rows: list[str]) -> go.Layout:
    columns = list(COLUMNS.values())
    return go.Layout(
        xaxis={
            "tickvals": list(range(len(columns))), "ticktext": columns, "range": [-0.6, len(columns) - 0.5],
            "side": "top", "fixedrange": True, "zeroline": False,
        },
        yaxis={"categoryorder": "array", "categoryarray": rows[::-1], "fixedrange": True, "automargin": True},
        legend={"orientation": "h", "y": -0.01, "yanchor": "top", "x": 0},
        margin={"l": 8, "r": 8, "t": 40, "b": 60},
        height=_ROW * len(rows) + 110,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )  # fmt: skip
