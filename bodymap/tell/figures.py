"""Plotly figures of the body: data and selection in, figure out. For keeping and printing, not for clicking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

import plotly.graph_objects as go

from bodymap.body.geometry import CONNECTIVE, ChartView, Polygons
from bodymap.body.pattern_views import best_views, drawn_signs, drawn_zones
from bodymap.body.scene import drawn_box
from bodymap.body.style import TINTS, palette
from bodymap.data.patterns import Pattern
from bodymap.place import Side
from bodymap.words import later, tr

_TITLES = {"left": later("{}, left"), "right": later("{}, right")}
FINE = 0.0003  # body heights by which the straight lines of a zone may differ from its curve
FILLED = "rgba({},{},{},0.42)"  # a muscle, so that the body shows through it
GAP = 0.05  # between two views, as a share of their height


def pattern_figure(chart: Mapping[str, ChartView], pattern: Pattern, side: Side = "left") -> go.Figure:
    """A pattern on the views that show it best, for a point on ``side``: skin, muscles, zones, muscle outline, X.

    Every view is scaled to the height 1; the views stand side by side. Traces are named ``skin``, ``muscles …``,
    ``muscle``, ``muscle seen through``, ``spillover``, ``primary`` and ``trigger point``. A muscle that lies deeper and
    is seen through the body is dashed and not filled.
    """
    colours = palette()
    figure = go.Figure(layout=_layout(as_typed(tr(_TITLES[side]).format(pattern.name))))
    right = 0.0
    for name in best_views(chart, pattern):
        view = chart[name]
        x0, y0, x1, y1 = drawn_box(view, side)
        scale = 1 / (y1 - y0)
        drawing = _Drawing(figure, view, side, scale, right - scale * x0, -scale * y0)
        drawing.body(colours)
        drawing.pattern(pattern, colours)
        right += scale * (x1 - x0) + GAP
    return figure


def as_typed(text: str) -> str:
    """Text for a figure, which would read ``<b>`` and ``<a href>`` as HTML."""
    return escape(text, quote=False)


class _Drawing:
    """One view drawn into a figure: ``scale`` times its coordinates, moved by ``dx`` and ``dy``."""

    def __init__(self, figure: go.Figure, view: ChartView, side: Side, scale: float, dx: float, dy: float) -> None:
        self.figure, self.view, self.side = figure, view, side
        self.scale, self.dx, self.dy = scale, dx, dy

    def place(self, x: float, y: float) -> tuple[float, float]:
        return round(self.scale * x + self.dx, 4), round(self.scale * y + self.dy, 4)

    def body(self, colours: Mapping[str, str]) -> None:
        signs = drawn_signs(self.view, self.side)
        self.fill("skin", self.view.skin.polygons, signs[:1], colours["skin"], colours["skin-line"])
        for kind in ("bone", *CONNECTIVE):
            polygons = [p for s in self.view.surface if s.kind == kind for p in s.polygons]
            self.fill(kind, polygons, signs, colours[kind], colours["seam"])
        for tint in range(TINTS):
            polygons = [p for s in self.view.surface if s.kind == "muscle" and s.tint == tint for p in s.polygons]
            self.fill(f"muscles {tint}", polygons, signs, colours[f"muscle-{tint}"], colours["seam"], opacity=0.45)

    def pattern(self, pattern: Pattern, colours: Mapping[str, str]) -> None:
        own = drawn_signs(self.view, self.side)[0]
        outlines = [self.view.whole[s] for s in pattern.muscle.structures if s in self.view.whole]
        shown, through = (
            [p for o in outlines if o.seen_through == deeper for p in o.polygons] for deeper in (False, True)
        )
        self.fill("muscle", shown, [own], FILLED.format(*_rgb(colours["muscle-0"])), colours["muscle-line"], dash="dot")
        self.fill("muscle seen through", through, [own], "rgba(0,0,0,0)", colours["muscle-line"], dash="dash")
        for level, polygons in drawn_zones(self.view, pattern, self.side, FINE):
            self.zone(level, polygons, colours["zone"])
        position = pattern.point.positions.get(self.view.name)  # type: ignore[call-overload]  # names of views
        if position:
            marker = {"symbol": "x-thin", "size": 12, "line": {"width": 3, "color": colours["cross"]}}
            x, y = self.place(own * position[0], position[1])
            self.figure.add_scatter(x=[x], y=[y], mode="markers", name="trigger point", marker=marker)

    def zone(self, level: str, polygons: Polygons, colour: str) -> None:
        if level == "primary":
            self.fill(level, polygons, [1], colour, "rgba(0,0,0,0)", opacity=0.7)
            return
        pattern = {"shape": ".", "size": 5, "solidity": 0.35, "fgcolor": colour, "bgcolor": "rgba(0,0,0,0)"}
        x, y = self.line(polygons, [1])
        self.figure.add_scatter(
            x=x, y=y, mode="lines", name=level, fill="toself", fillpattern=pattern, line={"width": 0}, hoverinfo="skip"
        )

    def fill(
        self,
        name: str,
        polygons: Polygons,
        signs: Iterable[int],
        colour: str,
        line: str,
        opacity: float = 1.0,
        dash: str = "solid",
    ) -> None:
        x, y = self.line(polygons, signs)
        if x:
            self.figure.add_scatter(
                x=x, y=y, mode="lines", name=name, fill="toself", fillcolor=colour, opacity=opacity,
                line={"width": 0.8, "color": line, "dash": dash}, hoverinfo="skip",
            )  # fmt: skip

    def line(self, polygons: Polygons, signs: Iterable[int]) -> tuple[list[float | None], list[float | None]]:
        """All rings as one line with gaps, on the screen side of each sign."""
        xs: list[float | None] = []
        ys: list[float | None] = []
        for sign in signs:
            for polygon in polygons:
                for ring in polygon:
                    placed = [self.place(sign * x, y) for x, y in ring]
                    xs += [*(x for x, _ in placed), None]
                    ys += [*(y for _, y in placed), None]
        return xs, ys


def _rgb(colour: str) -> tuple[int, int, int]:
    """``#c3645f`` as numbers."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _layout(title: str) -> go.Layout:
    axis = {"visible": False, "fixedrange": True}
    return go.Layout(
        title={"text": title, "x": 0.02},
        showlegend=False,
        xaxis=axis,
        yaxis={**axis, "scaleanchor": "x"},
        margin={"l": 8, "r": 8, "t": 48, "b": 8},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        height=640,
    )
