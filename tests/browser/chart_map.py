"""Where a pixel of the drawn chart lies on the body, worked out from the GeoJSON and not from the page."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Page
from shapely import Polygon
from shapely.geometry import MultiPolygon, Point

from bodymap.body.build.chart import BODY
from bodymap.body.figure import FIGURES, Figure, reshaped
from bodymap.body.geometry import read_chart
from bodymap.body.scene import LAYOUTS, build_scene
from bodymap.body.svg import UNITS

CHART = read_chart(BODY)
CHARTS = {figure: reshaped(CHART, figure) for figure in FIGURES}
NAMES = {region: (region, region) for view in CHART.values() for region in view.regions}
CLEAR = 0.5  # px that a tested pixel keeps from a region's border, where rounding decides
SHAPES = {
    (figure, view.name, region.id): MultiPolygon([Polygon(rings[0], rings[1:]) for rings in region.polygons])
    for figure, chart in CHARTS.items()
    for view in chart.values()
    for region in view.regions.values()
}


@dataclass(frozen=True)
class Drawn:
    """One drawn instance of a region: which mark it sets, and where it lies in scene units."""

    layout: str
    view: str
    mark: str
    region: str
    sign: int
    at: tuple[int, int]
    figure: Figure = "man"

    def to_scene(self, x: float, y: float) -> tuple[float, float]:
        return self.at[0] + self.sign * x * UNITS, self.at[1] - y * UNITS

    def to_body(self, x: float, y: float) -> Point:
        return Point(self.sign * (x - self.at[0]) / UNITS, (self.at[1] - y) / UNITS)

    @property
    def shape(self) -> MultiPolygon:
        return SHAPES[self.figure, self.view, self.region]


def drawn_regions(layout: str, figure: Figure = "man") -> Iterator[Drawn]:
    """Every instance of every region that a layout draws."""
    for panel in build_scene(CHARTS[figure], layout, NAMES)["panels"]:
        for number, (side, sign) in enumerate(panel["sides"].items()):
            for region in CHARTS[figure][panel["view"]].regions.values():
                if region.midline and number:
                    continue
                mark = region.id if region.midline else f"{region.id}.{side}"
                yield Drawn(layout, panel["view"], mark, region.id, sign, tuple(panel["at"]), figure)


@dataclass(frozen=True)
class Camera:
    """The page's own transform from scene units to pixels of the window: scale and offset."""

    scale: float
    dx: float
    dy: float

    @classmethod
    def of(cls, page: Page) -> Camera:
        page.wait_for_selector(".bodychart[data-ready] .stage > svg", state="attached")
        matrix = page.evaluate(
            "() => { const m = document.querySelector('.stage > svg').getScreenCTM(); return [m.a, m.e, m.f] }"
        )
        return cls(*matrix)

    def pixel_in(self, drawn: Drawn, chance: random.Random) -> tuple[float, float] | None:
        """A random pixel inside a drawn region and clear of its border, or None if there is none."""
        x0, y0, x1, y1 = drawn.shape.bounds
        inner = drawn.shape.buffer(-CLEAR / (self.scale * UNITS))
        for _ in range(400):
            sx, sy = drawn.to_scene(chance.uniform(x0, x1), chance.uniform(y0, y1))
            px, py = round(sx * self.scale + self.dx), round(sy * self.scale + self.dy)
            body = drawn.to_body((px - self.dx) / self.scale, (py - self.dy) / self.scale)
            if inner.contains(body):
                return px, py
        return None

    def size(self, drawn: Drawn) -> float:
        """The smaller side of a region's box in pixels."""
        x0, y0, x1, y1 = drawn.shape.bounds
        return min(x1 - x0, y1 - y0) * UNITS * self.scale


__all__ = ["LAYOUTS", "Camera", "Drawn", "drawn_regions"]
