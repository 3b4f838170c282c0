"""What studies counted in people with a condition, as a Plotly figure: a panel for each study, a bar for each count."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from bodymap.ask.counted import of_condition
from bodymap.data.dataset import Dataset
from bodymap.tell.counted import compared_said, part_and_side, share_said
from bodymap.tell.figures import as_typed
from bodymap.tell.wording import COUNTED_BARS
from bodymap.words import later, number, tr

COMPARED = "compared"
_NAMES: Mapping[str, str] = dict([*COUNTED_BARS.items(), (COMPARED, later("the same in the comparison group"))])
_COLUMNS = ["study", "title", "name", "counted", "share", "said", "compared", "compared_said"]
# Colour and hatching say the same, so that neither is needed alone. Colours are legible on both themes' grounds.
BARS: Mapping[str, tuple[str, str]] = {
    "active": ("#3b7dc4", ""),
    "any": ("#b26a00", "/"),
    "pain_reproduced": ("#2f8f83", "x"),
    "referred_pain": ("#8e5bb5", "."),
    COMPARED: ("#8a8f98", ""),
}
_LINE, _BAR, _GAP, _KEY = 20, 14, 8, 24  # px: a line of text, a bar, between two rows, a line of the legend
_WIDE = 46  # letters in a line on a narrow phone
_ROOM = 145  # the right end of a panel, so that the number beside a bar of 100 has room


def counted_figure(dataset: Dataset, condition: str) -> go.Figure:
    """One panel a study, headed by its people; its muscles by share, each named above its bar.

    A comparison has a bar only where it could have come out otherwise. Lengths are of 100; the words beside a bar are
    the count as it was printed.
    """
    table = counts(dataset, condition)
    panels = [_Panel(rows) for _, rows in table.groupby("study", sort=False)]
    if not panels:
        return go.Figure()
    high = sum(panel.height for panel in panels)
    figure = make_subplots(
        rows=len(panels), cols=1, row_heights=[panel.height / high for panel in panels], vertical_spacing=0
    )
    said: set[str] = set()
    for place, panel in enumerate(panels, 1):
        panel.draw(figure, place, said)
    figure.update_xaxes(visible=False, fixedrange=True, range=[0, _ROOM])
    figure.update_yaxes(visible=False, fixedrange=True)
    key = _KEY * (len(said) + 1)
    figure.update_layout(
        barmode="overlay", height=high + key, margin={"l": 4, "r": 4, "t": 4, "b": key},
        legend={"orientation": "v", "x": 0, "y": 0, "xanchor": "left", "yanchor": "top"},
        paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)",
    )  # fmt: skip
    return figure


def counts(dataset: Dataset, condition: str) -> pd.DataFrame:
    """The counts that may be shown as a table: studies in the order of the data, within one the largest share first."""
    lines = [
        (
            study.id,
            tr("In one study of {} {}").format(number(study.people or 0), study.population),
            dataset.muscles[row.muscle].name + part_and_side(row),
            row.counted,
            _of_hundred(row.n, row.of, row.percent),
            share_said(row),
            _of_hundred(row.compared_n, row.compared_of, row.compared_percent) if compared_said(row) else None,
            compared_said(row),
        )
        for study, row in of_condition(dataset, condition)
    ]
    table = pd.DataFrame(lines, columns=_COLUMNS)
    order = {study: place for place, study in enumerate(dict.fromkeys(table["study"]))}
    return (
        table.assign(place=table["study"].map(order))
        .sort_values(["place", "share"], ascending=[True, False], kind="stable")
        .drop(columns="place")
        .reset_index(drop=True)
    )


def _of_hundred(n: int | None, of: int | None, percent: float | None) -> float:
    """The length of a bar; a printed share comes before one that the count gives."""
    return percent if percent is not None else 100 * (n or 0) / (of or 1)


class _Panel:
    """One study: its heading, then for each count a name, a bar and, where there is one, the bar of the comparison.

    Heights run downwards in px, so that text and bars keep their places whatever the number of rows.
    """

    def __init__(self, rows: pd.DataFrame) -> None:
        self.texts: list[tuple[float, str, bool]] = []
        self.bars: list[dict[str, Any]] = []
        top = self._write(_GAP, rows["title"].iloc[0], heading=True)
        for row in rows.to_dict("records"):
            top = self._write(top + _GAP, row["name"])
            top = self._bar(top, row["counted"], row["share"], row["said"], row["name"])
            if row["compared_said"]:
                top = self._bar(top, COMPARED, row["compared"], row["compared_said"], row["name"])
        self.height = top + 2 * _GAP

    def _write(self, top: float, text: str, heading: bool = False) -> float:
        for line in textwrap.wrap(text, _WIDE - 4 * heading) or [""]:
            self.texts.append((top, line, heading))
            top += _LINE
        return top

    def _bar(self, top: float, kind: str, share: float, said: str, name: str) -> float:
        self.bars.append({"at": top + _BAR / 2, "kind": kind, "share": share, "said": said, "name": name})
        return top + _BAR + 3

    def draw(self, figure: go.Figure, place: int, said: set[str]) -> None:
        for at, text, heading in self.texts:
            typed = as_typed(text)
            figure.add_annotation(
                x=0, y=at, xref=f"x{place}", yref=f"y{place}", xanchor="left", yanchor="top", showarrow=False,
                align="left", text=f"<b>{typed}</b>" if heading else typed, font={"size": 13 if heading else 12.5},
            )  # fmt: skip
        for kind in dict.fromkeys(bar["kind"] for bar in self.bars):
            self._trace(figure, place, kind, [bar for bar in self.bars if bar["kind"] == kind], kind not in said)
            said.add(kind)
        figure.update_yaxes(range=[self.height, 0], row=place, col=1)

    def _trace(self, figure: go.Figure, number: int, kind: str, bars: list[dict[str, Any]], in_legend: bool) -> None:
        colour, shape = BARS[kind]
        pattern = {"shape": shape, "solidity": 0.3}
        figure.add_bar(
            x=[bar["share"] for bar in bars], y=[bar["at"] for bar in bars], orientation="h", width=_BAR,
            name=_NAMES[kind], legendgroup=kind, showlegend=in_legend,
            marker={"color": colour, "line": {"width": 1, "color": colour}, "pattern": pattern},
            text=[bar["said"] for bar in bars], textposition="outside", textfont={"size": 12.5},
            cliponaxis=False, constraintext="none",
            customdata=[as_typed(bar["name"]) for bar in bars], textangle=0,
            hovertemplate="<b>%{customdata}</b><br>%{text}<extra></extra>", row=number, col=1,
        )  # fmt: skip
