"""Figures of the static edition: a part of the shared picture of the body under the zones of one record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from markupsafe import Markup
from shapely import unary_union
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry

from bodymap.body.geometry import ChartView
from bodymap.body.outlines import OUTLINES, muscle_outlines
from bodymap.body.pattern_views import drawn_signs, fewest_views
from bodymap.body.shapes import Levels, Shapes
from bodymap.body.smooth import outline
from bodymap.body.svg import UNITS, path
from bodymap.body.zones import SHAPES, drawn_path
from bodymap.data.dataset import Dataset
from bodymap.data.model import Muscle
from bodymap.data.patterns import Area, Pattern
from bodymap.place import OTHER_SIDE, Place
from bodymap.tell.markup import html, joined
from bodymap.tell.site.bodies import SIDE, Box, box_of, file_of
from bodymap.tell.wording import LEGEND, SEEN_THROUGH

MARGIN = 0.05  # body heights around what a figure shows
SMALLEST = 0.34  # body heights: a figure never shows less, so that one can tell where it is
CROSS = 45  # path units from the middle of a cross to its ends
GAP = 0.003  # body heights: narrower gaps between zones are filled
_VIEWS = {
    "front": "from the front", "back": "from the back", "lateral": "from the left", "lateral_arm": "left arm",
    "medial_leg": "left leg, inner side", "sole": "left sole", "foot_top": "top of the left foot",
    "hand_palm": "left palm", "hand_back": "back of the left hand",
}  # fmt: skip


class Drawn(NamedTuple):
    """What a figure draws: places by level, a point by view, a muscle, and whether zones only mark a place."""

    primary: Sequence[Place]
    spillover: Sequence[Place] = ()
    point: Mapping[Any, Sequence[float]] = {}
    muscle: Muscle | None = None
    is_mark: bool = False
    thing: Pattern | Area | None = None  # drawn with its own shapes on its own side


class Figures:
    """Draws figures and remembers which views they used."""

    def __init__(self, dataset: Dataset, chart: Mapping[str, ChartView]) -> None:
        self.dataset, self.chart = dataset, chart
        self.used: set[str] = set()
        self._shapes: dict[Any, BaseGeometry] = {}
        self._paths: dict[Any, str] = {}
        self._soft: dict[str, Shapes] = {}

    @cached_property
    def _midline(self) -> set[str]:
        return {region.id for region in self.dataset.regions.values() if region.midline}

    def of_pattern(self, pattern: Pattern, up: str = "../") -> Markup:
        """The pattern of a trigger point on the left."""
        places = self.dataset.places(pattern.id, SIDE)
        drawn = Drawn(*places, pattern.point.positions, pattern.muscle, thing=pattern)
        return self.figure(drawn, pattern.name, up)

    def of_area(self, area: Area, up: str = "../") -> Markup:
        """Where something else than a muscle is felt."""
        places = self.dataset.places(area.id, area.fixed_side or SIDE)
        return self.figure(Drawn(*places, thing=None if area.fixed_side else area), area.name, up)

    def of_regions(self, regions: Iterable[str], name: str, up: str = "../") -> Markup:
        """Places on the left and in the middle, marked."""
        places = [Place(region, None if region in self._midline else SIDE) for region in regions]
        return self.figure(Drawn(places, is_mark=True), name, up)

    def of_muscle(self, muscle: Muscle, up: str = "../") -> Markup:
        """Where a muscle without a pattern lies."""
        views = [view for view in _VIEWS if view in self.chart and muscle_outlines(self.chart, view, muscle)]
        said = f"Drawing of the body. Outlined: {muscle.name}, left side."
        caption = "Outlined: the muscle. Left side drawn."
        return self._framed(views[:2], Drawn((), muscle=muscle), said, caption, up)

    def figure(self, drawn: Drawn, name: str, up: str) -> Markup:
        """The views that show it best, with what they show in words."""
        primary, spillover = ([place.region for place in level] for level in (drawn.primary, drawn.spillover))
        views = fewest_views(self.chart, set(primary), set(spillover), drawn.point)
        levels = (("Marked" if drawn.is_mark else "Mainly felt", drawn.primary), ("Can spill over to", drawn.spillover))
        said = "; ".join(
            f"{level}: {', '.join(map(self.dataset.name_of, places))}" for level, places in levels if places
        )
        crosses = " A cross shows the trigger point." if drawn.point else ""
        caption = (
            "Marked on the left side." if drawn.is_mark else f"{LEGEND if drawn.point else _AREA} Left side drawn."
        )
        return self._framed(views, drawn, f"Drawing of the body, {name}. {said}.{crosses}", caption, up)

    def _framed(self, views: Sequence[str], drawn: Drawn, said: str, caption: str, up: str) -> Markup:
        if not views:
            return Markup()
        self.used.update(views)
        shown = joined(self._view(self.chart[view], drawn, said if n == 0 else "", up) for n, view in enumerate(views))
        seen = ", ".join(_VIEWS[view] for view in views)
        deeper = f" {SEEN_THROUGH}" if self._sees_through(views, drawn.muscle) else ""
        text = f"{seen[0].upper()}{seen[1:]}. {caption}{deeper}"
        return html('<figure><div class="views">{}</div><figcaption>{}</figcaption></figure>', shown, text)

    def _sees_through(self, views: Iterable[str], muscle: Muscle | None) -> bool:
        """Whether a view draws a muscle as lying deeper."""
        outlines = [o for view in views for o in muscle_outlines(self.chart, view, muscle)] if muscle else []
        return any(outline.through for outline in outlines)

    def _view(self, view: ChartView, drawn: Drawn, said: str, up: str) -> Markup:
        own = drawn_signs(view, SIDE)[0]
        primary, spillover = self._levels(view, drawn)
        position = drawn.point.get(view.name)
        points = [(position[0], -position[1])] if position else []
        inner = ""
        bounds = [shape.bounds for shape in (primary, spillover) if shape and not shape.is_empty]
        if drawn.muscle:
            inner += self._muscle(view, drawn.muscle)
            if not bounds:
                bounds = [view.whole[s].geometry.bounds for s in drawn.muscle.structures if s in view.whole]
        for name, shape in (("spillover", spillover), ("mark" if drawn.is_mark else "primary", primary)):
            if shape and (d := self._path(view, shape)):
                inner += f'<path class="{name}" transform="scale({UNITS // SHAPES})" d="{d}"/>'
        inner += "".join(_cross(round(x * UNITS), round(y * UNITS)) for x, y in points)
        body = box_of(view)
        shown = _crop(bounds, points, own, min(SMALLEST, body.height / UNITS))
        label = html('role="img" aria-label="{}"', said) if said else Markup('aria-hidden="true"')
        size = Markup('x="{}" y="{}" width="{}" height="{}"').format(*body)
        return html(
            '<svg viewBox="{}" {}><image href="{}{}" {}/><g transform="scale({} 1)">{}</g></svg>',
            shown, label, up, file_of(view.name), size, own, Markup(inner),
        )  # fmt: skip

    def _levels(self, view: ChartView, drawn: Drawn) -> Levels:
        if drawn.thing:
            if view.name not in self._soft:
                self._soft[view.name] = Shapes(view)
            return self._soft[view.name].of(drawn.thing)
        primary, spillover = (self._shape(view, level) for level in (drawn.primary, drawn.spillover))
        if primary and spillover:
            spillover = self._difference(view, drawn, spillover, primary)
        return Levels(primary, spillover)

    def _shape(self, view: ChartView, places: Sequence[Place]) -> BaseGeometry | None:
        """The places that a view draws, as one shape on the recorded side; both sides in a symmetric view."""
        key = view.name, tuple(places)
        if key not in self._shapes:
            parts = []
            for place in places:
                region = view.regions.get(place.region)
                if region and place.side != OTHER_SIDE[SIDE]:
                    parts.append(region.geometry)
                elif region and view.symmetric:
                    parts.append(scale(region.geometry, xfact=-1, origin=(0, 0)))
            self._shapes[key] = unary_union(parts).buffer(GAP, quad_segs=2).buffer(-GAP, quad_segs=2)
        return self._shapes[key] if not self._shapes[key].is_empty else None

    def _difference(
        self, view: ChartView, drawn: Drawn, spillover: BaseGeometry, primary: BaseGeometry
    ) -> BaseGeometry:
        key = view.name, tuple(drawn.spillover), tuple(drawn.primary)
        if key not in self._shapes:
            self._shapes[key] = spillover.difference(primary)
        return self._shapes[key]

    def _path(self, view: ChartView, shape: BaseGeometry) -> str:
        key = id(shape)
        if key not in self._paths:
            self._paths[key] = drawn_path(shape)
        return self._paths[key]

    def _muscle(self, view: ChartView, muscle: Muscle) -> str:
        key = view.name, muscle.id
        if key not in self._paths:
            parts = muscle_outlines(self.chart, view.name, muscle)
            pieces = {s.id: s for s in view.surface}
            self._paths[key] = "".join(
                f'<path class="muscle{" through" if through else ""}" transform="scale({UNITS // OUTLINES})" d="'
                f'{path(outline(pieces[d].geometry), smooth=True, units=OUTLINES) if d in pieces else d}"/>'
                for d, through in parts
            )
        return self._paths[key]


_AREA = "Filled: mainly felt. Pale with a dashed edge: can spill over."


def _cross(x: int, y: int) -> str:
    d = f"M{x - CROSS} {y - CROSS}l{2 * CROSS} {2 * CROSS}M{x - CROSS} {y + CROSS}l{2 * CROSS} {-2 * CROSS}"
    return f'<path class="halo" d="{d}"/><path class="cross" d="{d}"/>'


def _crop(bounds: Iterable[Sequence[float]], points: Iterable[tuple[float, float]], sign: int, least: float) -> Box:
    """What is drawn and room around it, in path units as on the screen."""
    edges = [(*sorted((sign * x0, sign * x1)), -y1, -y0) for x0, y0, x1, y1 in bounds]
    edges += [(sign * x, sign * x, y, y) for x, y in points]
    left, right = min(e[0] for e in edges), max(e[1] for e in edges)
    top, bottom = min(e[2] for e in edges), max(e[3] for e in edges)
    width = max(right - left + 2 * MARGIN, 0.7 * least)
    height = max(bottom - top + 2 * MARGIN, least)
    x, y = (left + right - width) / 2, (top + bottom - height) / 2
    return Box(*(round(value * UNITS) for value in (x, y, width, height)))
