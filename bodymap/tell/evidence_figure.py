"""How sure studies of dry needling are, condition by condition, as a Plotly figure."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from bodymap.data.dataset import Dataset
from bodymap.data.needling import Certainty
from bodymap.tell.figures import as_typed
from bodymap.tell.wording import DIRECTIONS
from bodymap.words import later, tr

COLUMNS = {
    "none": later("no study found"),
    Certainty.NOT_GRADED: later("not rated"),
    Certainty.VERY_LOW: "very low",
    Certainty.LOW: "low",
    Certainty.MODERATE: "moderate",
    Certainty.HIGH: "high",
}
# Shape and colour say the same, so that neither is needed alone. Colours are legible on both themes' grounds.
SIGNS: Mapping[str, tuple[str, str]] = {
    "benefit": ("triangle-up", "#2f7d32"),
    "no_difference": ("line-ew-open", "#7a7f87"),
    "mixed": ("diamond-open", "#b26a00"),
    "harm": ("triangle-down", "#c62828"),
}
_ROW, _STEP = 26, 0.17  # px for a condition; distance of two marks in one cell


def certainty_figure(dataset: Dataset) -> go.Figure:
    """One row a condition, one column a rating, one sign a study of dry needling; other treatments are left out.

    Serious look-alikes are left out too: nobody should look for needling there.
    """
    names = {c.id: as_typed(c.plain_name) for c in dataset.conditions.values() if c.group != "serious"}
    table = studies(dataset)
    table = table[table["condition"].isin(names)]
    rows = [names[c] for c in sorted(names, key=lambda c: (c not in set(table["condition"]), names[c]))]
    figure = go.Figure(layout=_layout(rows))
    table = _placed(table.assign(row=table["condition"].map(names)))
    for direction, (symbol, colour) in SIGNS.items():
        at = table[table["direction"] == direction]
        figure.add_scatter(
            x=at["x"].tolist(), y=at["row"].tolist(), mode="markers", name=tr(DIRECTIONS[direction]),
            marker={"symbol": symbol, "size": 11, "color": colour, "line": {"width": 2, "color": colour}},
            customdata=[as_typed(said) for said in at["finding"]],
            hovertemplate="<b>%{y}</b><br>%{customdata}<extra></extra>",
        )  # fmt: skip
    none = [row for row in rows if row not in set(table["row"])]
    figure.add_scatter(
        x=[0] * len(none), y=none, mode="markers", name=tr(COLUMNS["none"]), hoverinfo="skip",
        marker={"symbol": "x-thin", "size": 8, "line": {"width": 1.5, "color": "#8a8f98"}},
    )  # fmt: skip
    return figure


def studies(dataset: Dataset) -> pd.DataFrame:
    """The studies of dry needling as a table, a line for each study and condition."""
    lines = [
        (condition, study.certainty, study.direction, study.finding)
        for condition in dataset.conditions
        for study in dataset.evidence_of_condition(condition)
        if study.intervention == "dry_needling"
    ]
    return pd.DataFrame(lines, columns=["condition", "certainty", "direction", "finding"])


def _placed(table: pd.DataFrame) -> pd.DataFrame:
    """The table by row and rating, with the place ``x`` of each sign; those with the same rating stand side by side."""
    ratings = table["certainty"].map(list(COLUMNS).index).astype(int)
    cells = table.groupby(["row", "certainty"])["finding"]
    table = table.assign(rating=ratings, x=ratings + _STEP * (cells.cumcount() - (cells.transform("size") - 1) / 2))
    return table.sort_values(["row", "rating"], kind="stable")


def _layout(rows: list[str]) -> go.Layout:
    columns = list(map(tr, COLUMNS.values()))
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
