"""The one table of colours, for the picture, the figures and the page: ``(light, dark)`` pairs of hex colours.

Marks (blue, outlined) and patterns (magenta, solid or stippled) differ in shape and texture as well as in
hue, so that neither depends on colour vision.
"""

from __future__ import annotations

from collections.abc import Mapping

COLOURS: Mapping[str, tuple[str, str]] = {
    "skin": ("#f4e4d8", "#665247"),
    "skin-line": ("#8f7263", "#bda394"),
    "muscle-0": ("#c46a66", "#a95653"),
    "muscle-1": ("#cf7f74", "#b7685d"),
    "muscle-2": ("#bd6061", "#9d4f50"),
    "muscle-3": ("#d08f80", "#c07a6a"),
    "muscle-4": ("#c97570", "#ae5f59"),
    "seam": ("#fbf1e8", "#2c221e"),
    "fibre": ("#8d3f3f", "#e3b3a4"),
    "bone": ("#f6eedc", "#b9ad94"),
    "tendon": ("#eee5cf", "#a79c83"),
    "detail": ("#6f5347", "#d9c2b4"),
    "detail-fill": ("#f0d8c9", "#756055"),
    "veil": ("#fdfaf7", "#393a40"),
    "mark": ("#0a4fc4", "#8ab8ff"),
    "zone": ("#a80f5a", "#ff7ab8"),
    "zone-1": ("#00646e", "#58dbe6"),
    "zone-2": ("#8a4b00", "#ffc35c"),
    "zone-3": ("#452063", "#e4fcc0"),
    "muscle-line": ("#4a1518", "#ffd9cf"),
    "cross": ("#111111", "#ffffff"),
    "halo": ("#ffffff", "#101216"),
    "hover": ("#2b2320", "#fff4ec"),
}
TINTS = 5


def css_variables() -> str:
    """The table as CSS custom properties that follow the page's colour scheme."""
    return "\n".join(f"  --plate-{name}: light-dark({light}, {dark});" for name, (light, dark) in COLOURS.items())


def palette(dark: bool = False) -> dict[str, str]:
    """The colours of one theme by name."""
    return {name: pair[dark] for name, pair in COLOURS.items()}
