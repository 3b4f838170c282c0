"""The body as one SVG file a view, which every figure of the static edition shows a part of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bodymap.body.geometry import CONNECTIVE, ChartView, Shape
from bodymap.body.pattern_views import drawn_signs
from bodymap.body.scene import drawn_box
from bodymap.body.style import COLOURS, DETAILS, FAINT, TINTS, detail_style
from bodymap.body.svg import UNITS, path
from bodymap.place import Side
from bodymap.tell.wording import BODY_CREDIT

SIDE: Side = "left"
MARGIN = 0.01  # body heights around the skin
_FILLS = ("skin", *(f"muscle-{tint}" for tint in range(TINTS)), "bone", *CONNECTIVE)


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
    paired = "".join(_shape(shape) for shape in view.surface if not shape.midline)
    single = "".join(_shape(shape) for shape in view.surface if shape.midline)
    filled, lines, own = (
        "".join(_shape(shape) for shape in view.details if (shape.midline, shape.midline and shape.closed) == kind)
        for kind in ((True, True), (True, False), (False, False))
    )
    sides, details = (
        "".join(f'<use href="#{part}" transform="scale({sign} 1)"/>' for sign in signs) for part in ("side", "details")
    )
    box = box_of(view)
    flip = f'transform="scale({signs[0]} 1)"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{box.width}" height="{box.height}">'
        f"<!-- {BODY_CREDIT} --><style>{_style(0)}@media (prefers-color-scheme: dark) {{{_style(1)}}}</style>"
        f'<defs><g id="side">{paired}</g><g id="details">{own}</g></defs>'
        f'<g {flip}><path class="skin" d="{path(view.skin.polygons)}"/>{single}</g>{sides}'
        f"<g {flip}>{filled}</g>{details}<g {flip}>{lines}</g></svg>\n"
    )


def body_files(chart: Mapping[str, ChartView], views: set[str]) -> dict[str, str]:
    """The files of some views by their place in the folder."""
    return {file_of(view): body_svg(chart[view]) for view in sorted(views)}


def file_of(view: str) -> str:
    """``body/front.svg``."""
    return f"body/{view.replace('_', '-')}.svg"


def _shape(shape: Shape) -> str:
    name = f"muscle-{shape.tint}" if shape.kind == "muscle" else shape.kind
    if shape.kind == "detail":
        name = ("d " if shape.closed else "o ") + shape.id if shape.id in DETAILS else "d" if shape.closed else "o"
    return f'<path class="{name}" d="{path(shape.polygons, smooth=True, closed=shape.closed)}"/>'


def _style(theme: int) -> str:
    colours = {name: pair[theme] for name, pair in COLOURS.items()}
    fills = "".join(f".{name}{{fill:{colours[name]}}}" for name in _FILLS)
    details = "".join(_detail_rule(name, colours) for name in DETAILS)
    cords = ",".join(f".{kind}" for kind in CONNECTIVE)
    return (
        f"path{{stroke:{colours['seam']};stroke-width:6;fill-rule:evenodd}}{fills}"
        f".skin{{stroke:{colours['skin-line']};stroke-width:12}}"
        f"{cords}{{stroke:{colours['tendon-line']}}}"
        f".d,.o{{stroke:{colours['detail']};stroke-width:7}}.d{{fill:{colours['detail-fill']}}}.o{{fill:none}}{details}"
    )


def _detail_rule(name: str, colours: Mapping[str, str]) -> str:
    fill, line, solid = detail_style(name, True)
    faint = f";fill-opacity:{solid}" if name in FAINT else ""
    return f".{name}{{fill:{colours[fill] if fill else 'none'}{faint};stroke:{colours[line] if line else 'none'}}}"
