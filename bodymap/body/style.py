"""The one table of colours, for the picture, the figures and the page: ``(light, dark)`` pairs of hex colours.

Marks (blue, outlined) and patterns (magenta, solid or stippled) differ in shape and texture as well as in
hue, so that neither depends on colour vision.
"""

from __future__ import annotations

from collections.abc import Mapping

COLOURS: Mapping[str, tuple[str, str]] = {
    "skin": ("#e3c2ad", "#5f453a"),
    "skin-line": ("#6b4a3c", "#c4aa9b"),
    "muscle-0": ("#c3645f", "#954845"),
    "muscle-1": ("#cb7569", "#9c554c"),
    "muscle-2": ("#bd6061", "#8d4345"),
    "muscle-3": ("#cd8474", "#a05e52"),
    "muscle-4": ("#c56c68", "#964f49"),
    "seam": ("#fbeee4", "#221714"),
    "fibre": ("#7d3334", "#e3b3a4"),
    "bone": ("#b8966d", "#80704f"),
    "tendon": ("#f7fbfe", "#788084"),
    "fascia": ("#f9fbfe", "#767e82"),
    "ligament": ("#f8fbfe", "#788084"),
    "tendon-line": ("#93a7b8", "#434c54"),
    "detail": ("#5a3d32", "#1d1411"),
    "detail-fill": ("#e2c0ab", "#5f453a"),
    "hair": ("#4a3730", "#17100e"),
    "lip": ("#b5605c", "#7c3a38"),
    "lip-lower": ("#c4706a", "#8d4743"),
    "nail": ("#f3dcd0", "#7d685c"),
    "eye": ("#fdf8f4", "#b5aaa2"),
    "iris": ("#5c534b", "#463f39"),
    "veil": ("#fdfaf7", "#4f4846"),
    "mark": ("#0a4bbf", "#8ab8ff"),
    "zone": ("#a80f5a", "#ff9fcd"),
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

# What a detail is filled with and lined with, by its id; others are lined with ``detail``. The style sheet of the chart
# says the same.
DETAILS: Mapping[str, tuple[str | None, str | None]] = {
    "hair": ("hair", None),
    "hair_side": ("hair", None),
    "jaw_shadow": ("detail", None),
    "ear": ("detail-fill", "detail"),
    "ear_hollow": ("detail", None),
    "eyebrow": ("hair", None),
    "eye": ("eye", None),
    "iris": ("iris", None),
    "pupil": ("hair", None),
    "nostril": ("hair", None),
    "lip_upper": ("lip", None),
    "lip_lower": ("lip-lower", None),
    "nipple": ("muscle-3", None),
    "nipple_tip": ("lip", None),
    "navel": ("detail", None),
    "fingertip": ("detail-fill", None),
    "toe": ("detail-fill", "detail"),
    "pad": ("detail-fill", None),
    "leg": ("detail-fill", "detail"),
    "leg_cut": ("muscle-3", None),
    "leg_bone": ("bone", None),
    "nail": ("nail", "detail"),
}
FAINT = {"hair": 0.5, "hair_side": 0.5, "jaw_shadow": 0.1, "ear_hollow": 0.3, "navel": 0.5, "eyebrow": 0.85}


def detail_style(name: str, closed: bool) -> tuple[str | None, str | None, float]:
    """The names of the fill and the line of a detail, and how solid the fill is."""
    fill, line = DETAILS.get(name, ("detail-fill" if closed else None, "detail"))
    return fill, line, FAINT.get(name, 1)


def css_variables() -> str:
    """The table as CSS custom properties that follow the page's colour scheme."""
    return "\n".join(f"  --plate-{name}: light-dark({light}, {dark});" for name, (light, dark) in COLOURS.items())


def palette(dark: bool = False) -> dict[str, str]:
    """The colours of one theme by name."""
    return {name: pair[dark] for name, pair in COLOURS.items()}
