"""How a quiz went, by part of the body: a table, and a Plotly figure of it that fits a phone."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from bodymap.tell.figures import as_typed
from bodymap.tell.quiz_words import PARTS
from bodymap.words import number, tr

_BAR = 44  # px: a part with its name above the bar


def by_part(parts: Mapping[str, str], shares: Mapping[str, float]) -> pd.DataFrame:
    """The questions of each part of the body and how much of them was right; both mappings go by question."""
    rows = [{"part": parts[question], "share": share} for question, share in shares.items() if question in parts]
    if not rows:
        return pd.DataFrame(columns=["part", "asked", "right", "share"])
    table = pd.DataFrame(rows).groupby("part")["share"].agg(["count", "sum"]).reset_index()
    table.columns = pd.Index(["part", "asked", "right"])
    table["share"] = table["right"] / table["asked"]
    order = {part: place for place, part in enumerate(PARTS)}
    return table.sort_values("part", key=lambda column: column.map(order)).reset_index(drop=True)


def summary_figure(table: pd.DataFrame) -> go.Figure:
    """A bar for each part, its name above and its count beside it; what is missing to all right is pale."""
    figure = go.Figure()
    names = [as_typed(tr(PARTS[part])) for part in table["part"]]
    counts = zip(table["right"].round(1), table["asked"], strict=True)
    said = [tr("{} of {}").format(number(right, int(right % 1 > 0)), asked) for right, asked in counts]
    rows = list(range(len(names)))[::-1]
    figure.add_bar(
        x=[1] * len(rows), y=rows, orientation="h", width=0.34, marker_color="rgba(128,128,128,.25)", hoverinfo="skip"
    )
    figure.add_bar(
        x=list(table["share"]), y=rows, orientation="h", width=0.34, marker_color="#3b7dc4", hoverinfo="skip",
    )  # fmt: skip
    for row, name, words in zip(rows, names, said, strict=True):
        figure.add_annotation(x=0, y=row + 0.36, text=name, showarrow=False, xanchor="left")
        figure.add_annotation(x=1.02, y=row, text=words, showarrow=False, xanchor="left")
    figure.update_xaxes(visible=False, fixedrange=True, range=[0, 1.28])
    figure.update_yaxes(visible=False, fixedrange=True, range=[-0.5, len(names) - 0.4])
    figure.update_layout(
        barmode="overlay", showlegend=False, height=_BAR * len(names) + 20, margin={"l": 4, "r": 4, "t": 8, "b": 4},
        paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)",
    )  # fmt: skip
    return figure
