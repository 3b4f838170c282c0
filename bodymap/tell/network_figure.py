"""How marked places, muscles and conditions hang together: a Plotly figure of three columns that a phone can show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import NamedTuple

import plotly.graph_objects as go

from bodymap.ask.conditions import injuries_first
from bodymap.ask.match import by_muscle, match
from bodymap.data.dataset import Dataset
from bodymap.place import Place
from bodymap.tell.figures import as_typed

MOST = 6  # muscles and conditions, so that labels stay legible
COLUMNS = ("marked", "muscles", "conditions")
_WIDE = 17  # letters of a line of a label
_ROW = 58  # px
_COLOURS = {"marked": "#1f5fbf", "muscles": "#b3245f", "conditions": "#7a6a1f"}  # legible on both themes' grounds
_LINES = {"main": "solid", "spillover": "dot", "felt": "dash", "link": "dash"}


class Node(NamedTuple):
    """A thing in the figure: its column, its id and its name."""

    column: str
    id: str
    name: str


class Edge(NamedTuple):
    """A line: main or spillover from a mark to a muscle; felt from a mark, or a link from a muscle, to a condition."""

    start: Node
    end: Node
    kind: str


def network(dataset: Dataset, marks: Sequence[Place]) -> tuple[list[Node], list[Edge]]:
    """The marks, the first muscles and the first conditions, and what joins them.

    Emergencies are left out: they stand with the warning signs, and no muscle leads to one.
    """
    places = {mark: Node("marked", str(mark), dataset.your_name_of(mark)) for mark in marks}
    best = {group.muscle: group.patterns[0] for group in reversed(by_muscle(match(dataset, marks)))}
    muscles = {id_: Node("muscles", id_, dataset.muscles[id_].name) for id_ in list(reversed(best))[:MOST]}
    felt = [c for c in injuries_first(dataset, marks) if c.group != "serious" and c.safety_class != "emergency_mimic"]
    conditions = {c.id: Node("conditions", c.id, c.plain_name) for c in felt[:MOST]}
    edges = [
        Edge(places[mark], muscles[id_], kind)
        for id_ in muscles
        for kind, covered in (("main", best[id_].primary), ("spillover", best[id_].spillover))
        for mark in covered
    ]
    for condition in felt[:MOST]:
        linked = [muscles[link.muscle] for link in condition.muscles if link.muscle in muscles]
        edges += [Edge(muscle, conditions[condition.id], "link") for muscle in linked]
        if not linked:
            at = [place for mark, place in places.items() if mark.region in condition.regions]
            edges += [Edge(place, conditions[condition.id], "felt") for place in at]
    return [*places.values(), *muscles.values(), *conditions.values()], edges


def network_figure(nodes: Sequence[Node], edges: Sequence[Edge]) -> go.Figure:
    """A ``network`` in three columns from left to right; full lines mainly felt, dotted ones can spill over."""
    at = {node: place for column in COLUMNS for node, place in _column(nodes, column)}
    rows = max(sum(node.column == column for node in nodes) for column in COLUMNS)
    figure = go.Figure(layout=_layout(rows))
    for kind, dash in _LINES.items():
        found = [edge for edge in edges if edge.kind == kind]
        figure.add_scatter(
            x=[x for edge in found for x in (at[edge.start][0], at[edge.end][0], None)],
            y=[y for edge in found for y in (at[edge.start][1], at[edge.end][1], None)],
            mode="lines", name=kind, hoverinfo="skip", line={"dash": dash, "width": 1.5, "color": "#8a8f98"},
        )  # fmt: skip
    for column in COLUMNS:
        own = [node for node in nodes if node.column == column]
        figure.add_scatter(
            x=[at[node][0] for node in own], y=[at[node][1] for node in own], mode="markers+text", name=column,
            marker={"size": 11, "color": _COLOURS[column]}, hoverinfo="skip", cliponaxis=False,
            text=["<br>".join(map(as_typed, wrap(node.name, _WIDE))) for node in own],
            textposition="bottom center", textfont={"size": 11},
        )  # fmt: skip
    return figure


def _column(nodes: Iterable[Node], column: str) -> list[tuple[Node, tuple[float, float]]]:
    own = [node for node in nodes if node.column == column]
    return [(node, (float(COLUMNS.index(column)), -(at + 0.5) / len(own))) for at, node in enumerate(own)]


def _layout(rows: int) -> go.Layout:
    return go.Layout(
        xaxis={"visible": False, "fixedrange": True, "range": [-0.45, 2.45]},
        yaxis={"visible": False, "fixedrange": True, "range": [-1.08, 0.05]},
        showlegend=False,
        margin={"l": 0, "r": 0, "t": 8, "b": 8},
        height=_ROW * max(rows, 2) + 40,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
