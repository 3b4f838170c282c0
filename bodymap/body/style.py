"""The one table of colours, for the picture, the figures and the page: ``(light, dark)`` pairs of hex colours.

Marks (blue, outlined) and patterns (magenta, solid or stippled) differ in shape and texture as well as in
hue, so that neither depends on colour vision.
"""

from __future__ import annotations

from collections.abc import Mapping

COLOURS: Mapping[str, tuple[str, str]] = {
    "skin": ("#f4e4d8", "#57473d"),
    "skin-line": ("#8f7263", "#bda394"),
    "muscle-0": ("#c46a66", "#9a4f4d"),
    "muscle-1": ("#cf7f74", "#a75f55"),
    "muscle-2": ("#bd6061", "#8f4849"),
    "muscle-3": ("#d08f80", "#b06f60"),
    "muscle-4": ("#c97570", "#9e5651"),
    "seam": ("#fbf1e8", "#2c221e"),
    "fibre": ("#8d3f3f", "#e3b3a4"),
    "bone": ("#f6eedc", "#978c77"),
    "tendon": ("#eee5cf", "#8b816c"),
    "detail": ("#6f5347", "#d9c2b4"),
    "detail-fill": ("#f0d8c9", "#574740"),
    "veil": ("#fdfaf7", "#37383e"),
    "mark": ("#0a4fc4", "#8ab8ff"),
    "zone": ("#a80f5a", "#ff90c6"),
    "zone-1": ("#00646e", "#58dbe6"),
    "zone-2": ("#8a4b00", "#ffc35c"),
    "zone-3": ("#452063", "#e4fcc0"),
    "muscle-line": ("#4a1518", "#ffd9cf"),
    "cross": ("#111111", "#ffffff"),
    "halo": ("#ffffff", "#101216"),
    "layer-0": ("#7db4e6", "#2f6da6"),
    "layer-1": ("#f2c14e", "#8f6a10"),
    "layer-2": ("#7fc8a0", "#2f7a55"),
    "layer-3": ("#e79ac0", "#9c4273"),
    "layer-4": ("#b3a3e6", "#6a55b0"),
    "layer-5": ("#e8a07a", "#9a4e28"),
    "hover": ("#2b2320", "#fff4ec"),
}
TINTS = 5


def css_variables() -> str:
    """The table as CSS custom properties that follow the page's colour scheme."""
    return "\n".join(f"  --plate-{name}: light-dark({light}, {dark});" for name, (light, dark) in COLOURS.items())


def palette(dark: bool = False) -> dict[str, str]:
    """The colours of one theme by name."""
    return {name: pair[dark] for name, pair in COLOURS.items()}
