"""Small pictures of where a condition is felt, for long lists: one coarse body a view, shared by all of them.

The pages take HTML without SVG, so a picture is a box with the body as its background, moved to the part that
matters, and the places cut out of a layer of colour over it. The bodies are sent once as a style sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from shapely import unary_union

from bodymap.body.geometry import CONNECTIVE, ChartView, Shape
from bodymap.body.pattern_views import drawn_signs, fewest_views
from bodymap.body.scene import drawn_box
from bodymap.body.smooth import outline
from bodymap.body.style import COLOURS, TINTS
from bodymap.body.svg import path
from bodymap.data.model import Condition
from bodymap.place import Side

SIDE: Side = "left"
GRID = 600  # path units in a body height: a picture is a few dozen pixels high
GRAIN = 0.004  # body heights by which an outline may differ from the exact one
LEAST = 2e-4  # square body heights: smaller shapes of the body are left out
SHAPE = 8 / 9  # width to height of a picture
SMALLEST = 0.3  # body heights: a picture never shows less, so that one can tell where it is
MARGIN = 0.04  # body heights around what is marked


class Thumb(NamedTuple):
    """A view, the style that moves its body to the right part, and the marked places as an image."""

    view: str
    size: str
    at: str
    places: str

    @property
    def style(self) -> str:
        """The ``style`` of the box, as CSS."""
        return f"background-size:{self.size};background-position:{self.at};--places:{self.places}"


class Thumbs:
    """The pictures of one chart; each is drawn once."""

    def __init__(self, chart: Mapping[str, ChartView]) -> None:
        self.chart = chart
        self._known: dict[tuple[str, ...], Thumb | None] = {}

    def of(self, regions: Iterable[str]) -> Thumb | None:
        """The picture of some regions in the view that shows most of them, marked on one side; None if none does."""
        wanted = tuple(regions)
        if wanted not in self._known:
            views = fewest_views(self.chart, set(wanted), most=1)
            self._known[wanted] = self._in_view(self.chart[views[0]], wanted) if views else None
        return self._known[wanted]

    def _in_view(self, view: ChartView, regions: Sequence[str]) -> Thumb:
        shape = unary_union([view.regions[r].geometry for r in regions if r in view.regions])
        sign = drawn_signs(view, SIDE)[0]
        x0, y0, x1, y1 = drawn_box(view, SIDE)
        body = (x0, -y1, x1 - x0, y1 - y0)
        crop = _crop(shape.bounds, sign, min(SMALLEST, body[3]))
        d = path(outline(shape.buffer(0.003, quad_segs=2), GRAIN / 2), smooth=True, units=GRID)
        box = " ".join(str(round(edge * GRID)) for edge in crop)
        image = (
            f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='{box}'><path transform='scale({sign} 1)' d='{d}'/></svg>"
        )
        size = " ".join(f"{100 * whole / part:.0f}%" for whole, part in zip(body[2:], crop[2:], strict=True))
        at = " ".join(f"{_share(crop[n] - body[n], body[n + 2] - crop[n + 2]):.1f}%" for n in (0, 1))
        return Thumb(view.name, size, at, as_url(image))

    def style(self, conditions: Iterable[Condition]) -> str:
        """The style sheet with the bodies that the pictures of some conditions need."""
        views = {thumb.view for condition in conditions if (thumb := self.of(condition.regions))}
        return "".join(f".thumb.{view}{{background-image:{as_url(self._body(view))}}}" for view in sorted(views))

    def _body(self, name: str) -> str:
        view = self.chart[name]
        signs = drawn_signs(view, SIDE)
        x0, y0, x1, y1 = drawn_box(view, SIDE)
        box = " ".join(str(round(edge * GRID)) for edge in (x0, -y1, x1 - x0, y1 - y0))
        shapes = [s for s in view.surface if s.closed and s.geometry.area > LEAST]
        paired = "".join(_shape(shape) for shape in shapes if not shape.midline)
        single = "".join(_shape(shape) for shape in shapes if shape.midline)
        sides = "".join(f"<use href='#s' transform='scale({sign} 1)'/>" for sign in signs)
        skin = path(outline(view.skin.geometry, GRAIN / 2), units=GRID)
        return (
            f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='{box}' preserveAspectRatio='none'>"
            f"<style>{self._colours}</style><defs><g id='s'>{paired}</g></defs><g transform='scale({signs[0]} 1)'>"
            f"<path class='skin' d='{skin}'/></g>{sides}<g transform='scale({signs[0]} 1)'>{single}</g></svg>"
        )

    @cached_property
    def _colours(self) -> str:
        def fills(theme: int) -> str:
            names = {"skin": "skin", "bone": "b", "tendon": "t"}
            names |= {f"muscle-{n}": f"m{n}" for n in range(TINTS)}
            own = "".join(f".{short}{{fill:{COLOURS[name][theme]}}}" for name, short in names.items())
            return f"{own}.skin{{stroke:{COLOURS['skin-line'][theme]}}}"

        return f"{fills(0)}@media(prefers-color-scheme:dark){{{fills(1)}}}"


def as_url(svg: str) -> str:
    """An SVG as a CSS image."""
    for sign, code in (("%", "%25"), ("#", "%23"), ("<", "%3C"), (">", "%3E")):
        svg = svg.replace(sign, code)
    return f'url("data:image/svg+xml,{svg}")'


def _shape(shape: Shape) -> str:
    name = f"m{shape.tint}" if shape.kind == "muscle" else "t" if shape.kind in CONNECTIVE else "b"
    return f"<path class='{name}' d='{path(outline(shape.geometry, GRAIN), smooth=True, units=GRID)}'/>"


def _crop(bounds: Sequence[float], sign: int, least: float) -> tuple[float, float, float, float]:
    """What is marked and room around it, in body heights as on the screen, in the shape of a picture."""
    left, right = sorted((sign * bounds[0], sign * bounds[2]))
    top, bottom = -bounds[3], -bounds[1]
    height = max(bottom - top + 2 * MARGIN, (right - left + 2 * MARGIN) / SHAPE, least)
    width = height * SHAPE
    return (left + right - width) / 2, (top + bottom - height) / 2, width, height


def _share(distance: float, room: float) -> float:
    return 100 * distance / room if room else 50
