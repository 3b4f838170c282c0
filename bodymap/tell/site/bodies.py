"""The body as one SVG file a view, which every figure of the static edition shows a part of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bodymap.body.geometry import ChartView, Shape
from bodymap.body.pattern_views import drawn_signs
from bodymap.body.scene import drawn_box
from bodymap.body.style import COLOURS, TINTS
from bodymap.body.svg import UNITS, path
from bodymap.place import Side
from bodymap.tell.wording import BODY_CREDIT

SIDE: Side = "left"
MARGIN = 0.01  # body heights around the skin
_FILLS = ("skin", *(f"muscle-{tint}" for tint in range(TINTS)), "bone", "tendon", "detail-fill")


class Box(NamedTuple):
    """A part of a view in path units."""

    x: int
    y: int
    width: int
    height: int

    def __str__(self) -> str:
        return " ".join(map(str, self))


def box_of(view: ChartView) -> Box:
    """What the file of a view shows."""
    x0, y0, x1, y1 = drawn_box(view, SIDE)
    edges = (x0 - MARGIN, -y1 - MARGIN, x1 - x0 + 2 * MARGIN, y1 - y0 + 2 * MARGIN)
    return Box(*(round(edge * UNITS) for edge in edges))


def body_svg(view: ChartView) -> str:
    """The drawing of a view in light or dark colours, as the reader's screen has them."""
    signs = drawn_signs(view, SIDE)
    paired = "".join(_shape(shape) for shape in (*view.surface, *view.details) if not shape.midline)
    single = "".join(_shape(shape) for shape in (*view.surface, *view.details) if shape.midline)
    sides = "".join(f'<use href="#side" transform="scale({sign} 1)"/>' for sign in signs)
    box = box_of(view)
    flip = f'transform="scale({signs[0]} 1)"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{box.width}" height="{box.height}">'
        f"<!-- {BODY_CREDIT} --><style>{_style(0)}@media (prefers-color-scheme: dark) {{{_style(1)}}}</style>"
        f'<defs><g id="side">{paired}</g></defs>'
        f'<g {flip}><path class="skin" d="{path(view.skin.polygons)}"/></g>{sides}<g {flip}>{single}</g></svg>\n'
    )


def body_files(chart: Mapping[str, ChartView], views: set[str]) -> dict[str, str]:
    """The files of some views by their place in the folder."""
    return {file_of(view): body_svg(chart[view]) for view in sorted(views)}


def file_of(view: str) -> str:
    """``body/front.svg``."""
    return f"body/{view.replace('_', '-')}.svg"


def _shape(shape: Shape) -> str:
    is_detail = shape.kind == "detail"
    kind = f"muscle-{shape.tint}" if shape.kind == "muscle" else "detail-fill" if is_detail else shape.kind
    name = "open" if not shape.closed else kind
    return f'<path class="{name}" d="{path(shape.polygons, smooth=not is_detail, closed=shape.closed)}"/>'


def _style(theme: int) -> str:
    colours = {name: pair[theme] for name, pair in COLOURS.items()}
    fills = "".join(f".{name}{{fill:{colours[name]}}}" for name in _FILLS)
    return (
        f"path{{stroke:{colours['seam']};stroke-width:6;fill-rule:evenodd}}{fills}"
        f".skin{{stroke:{colours['skin-line']};stroke-width:12}}"
        f".open,.detail-fill{{stroke:{colours['detail']}}}.open{{fill:none}}"
    )
