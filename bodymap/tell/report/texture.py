"""Figures that fill painted patterns in print, so that they are told apart without colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bodymap.body.style import palette
from bodymap.tell.picture import ZONES, Painted, zones_of

# How a pattern is told apart without colour, in the order of the colours. All look the same mirrored.
COLOURS_SAID = ("magenta", "teal", "brown", "violet")
FIGURES_SAID = ("plain", "lines across", "upright lines", "dots")
_STROKES = ("", "M0 3H6", "M3 0V6", "M3 3h.01")


def patterns_of(pixel: float) -> str:
    """The definitions of the figures in SVG, for a picture of which a pixel is so many units."""
    return "".join(
        f'<pattern id="t{slot}" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="scale({1.1 * pixel:.2f})"><path d="{stroke}" stroke="#ffffff" '
        f'stroke-width="{2.6 if slot == 3 else 1.6}" stroke-linecap="round" fill="none"/></pattern>'
        for slot, stroke in enumerate(_STROKES)
        if stroke
    )


def textures(scene: Mapping[str, Any], patterns: Sequence[Painted]) -> Iterator[str]:
    """The main zones of each pattern but the first, filled with its figure."""
    for panel in scene["panels"]:
        yield '<g transform="translate({} {})">'.format(*panel["at"])
        for slot, pattern in enumerate(patterns[: len(_STROKES)]):
            if not _STROKES[slot]:
                continue
            for side, sign in panel["sides"].items():
                view = scene["views"][panel["view"]]
                for level, d in zones_of(panel, view, scene["shapes"], side, pattern):
                    if level == "primary":
                        fill = f'fill="url(#t{slot})"'
                        yield f'<path d="{d}" fill-rule="evenodd" transform="scale({sign} 1)" {fill}/>'
        yield "</g>"


def swatch(slot: int) -> str:
    """A sample of how a pattern is filled, for the legend."""
    colour = palette()[ZONES[slot]]
    over = f'<rect width="46" height="26" fill="url(#t{slot})"/>' if _STROKES[slot] else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 46 26"><defs>{patterns_of(1.0)}</defs>'
        f'<rect width="46" height="26" fill="{colour}" fill-opacity="0.78"/>{over}</svg>'
    )
