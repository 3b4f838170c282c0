"""Pictures on cards: one picture of the body for each view, kept once, under what is painted, kept in the card."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from bodymap.body.geometry import ChartView
from bodymap.body.pattern_views import CLOSEST, closest_layout
from bodymap.data.dataset import Dataset
from bodymap.data.patterns import Area, Pattern
from bodymap.tell.picture import Painted, box_around, drawing_of, still_scene


def file_of(layout: str) -> str:
    """The name of the picture of the body; the ``_`` keeps Anki from clearing it away as unused."""
    return "_bodymap_{}.svg".format("".join(letter if letter.isalnum() else "_" for letter in layout.lower()))


class Pictures:
    """Draws patterns and areas of the left side, each in the view that shows it closest."""

    def __init__(self, chart: Mapping[str, ChartView], dataset: Dataset) -> None:
        self.chart, self.dataset = chart, dataset

    @cached_property
    def _scenes(self) -> Mapping[str, Mapping[str, Any]]:
        return {layout: still_scene(self.chart, layout) for layout in CLOSEST}

    def bodies(self) -> dict[str, str]:
        """The pictures of the body by file name, pale."""
        return {file_of(layout): drawing_of(scene, (), part="body") for layout, scene in self._scenes.items()}

    def picture(self, thing: Pattern | Area) -> str:
        """HTML: the piece of the body around what is painted, and over it the zones and the cross."""
        layout = closest_layout(self.chart, [thing])
        scene = self._scenes[layout]
        points = thing.point.positions if isinstance(thing, Pattern) else {}
        side = (thing.fixed_side if isinstance(thing, Area) else None) or "left"
        painted = Painted(
            self.dataset.places(thing.id, side), points, side, outlined=isinstance(thing, Area), things=(thing,)
        )
        x, y, width, height = box_around(self.chart, scene, [painted])
        top, tall = scene["box"][1], scene["box"][3]
        over = drawing_of(scene, (), [painted], (x, y, width, height), part="over")
        moved = f"top:{-100 * (y - top) / height:.3f}%;height:{100 * tall / height:.3f}%"
        return (
            f'<div class="bm"><div style="padding-bottom:{100 * height / width:.2f}%">'
            f'<img src="{file_of(layout)}" style="{moved}">{over}</div></div>'
        )
