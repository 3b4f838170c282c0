"""The table of colours: complete, legible on what it is drawn on, and told apart without full colour vision."""

from __future__ import annotations

import re
from itertools import combinations, product
from pathlib import Path

import pytest

from bodymap.body.build.chart import BODY as CHART
from bodymap.body.figure import FIGURES, reshaped
from bodymap.body.geometry import CONNECTIVE, read_chart
from bodymap.body.style import COLOURS, DETAILS, FAINT, TINTS, css_variables, detail_style, palette

SHEETS = sorted((Path(__file__).resolve().parents[3] / "components").rglob("*.css"))
MUSCLES = [f"muscle-{tint}" for tint in range(TINTS)]
VEIL = 0.72  # how much of the veil lies over the body while a pattern is painted (chart.css)
ZONE = 0.78  # how solid the main zones of a pattern that is painted alone are (chart.css)
SEVERAL = 0.5  # how solid those of the first pattern are beside others
GROUND = 0.16  # how solid the ground under the lines of the other patterns is
ZONES = ["zone", "zone-1", "zone-2", "zone-3"]  # the slots: one colour for each pattern on the body
LINED = ZONES[1:]  # these are drawn as lines, each slot at an angle of its own
BODY = ["skin", *MUSCLES, "bone", *CONNECTIVE]
themes = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])

Rgb = tuple[float, float, float]

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
DEFICIENCIES = {
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
}


def rgb(colour: str) -> Rgb:
    """``#rrggbb`` as gamma-coded RGB from 0 to 1."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def linear(colour: Rgb) -> Rgb:
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in colour)
    return red, green, blue


def over(top: Rgb, share: float, ground: Rgb) -> Rgb:
    """A part-transparent colour on another, as browsers blend it."""
    red, green, blue = (share * a + (1 - share) * b for a, b in zip(top, ground, strict=True))
    return red, green, blue


def contrast(one: Rgb, other: Rgb) -> float:
    """The WCAG contrast ratio, from 1 to 21."""
    low, high = sorted(
        0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (linear(one), linear(other))
    )
    return (high + 0.05) / (low + 0.05)


def seen(colour: Rgb, deficiency: str) -> Rgb:
    """Linear RGB as someone with a colour vision deficiency sees it."""
    matrix = DEFICIENCIES[deficiency]
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(row, linear(colour), strict=True)), 0.0), 1.0) for row in matrix
    )
    return red, green, blue


def lab(light: Rgb) -> Rgb:
    """CIE L*a*b* (D65) of linear RGB."""
    rows = ((0.412456, 0.357576, 0.180438), (0.212673, 0.715152, 0.072175), (0.019334, 0.119192, 0.950304))
    white = (0.95047, 1.0, 1.08883)
    x, y, z = (sum(a * b for a, b in zip(row, light, strict=True)) / w for row, w in zip(rows, white, strict=True))
    fx, fy, fz = (v ** (1 / 3) if v > (6 / 29) ** 3 else v / (3 * (6 / 29) ** 2) + 4 / 29 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: Rgb, other: Rgb, deficiency: str | None = None) -> float:
    """The colour distance (CIE 1976); about 2 is just visible, black to white is 100."""
    a, b = (lab(seen(colour, deficiency) if deficiency else linear(colour)) for colour in (one, other))
    return sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5


def theme(dark: bool) -> dict[str, Rgb]:
    return {name: rgb(colour) for name, colour in palette(dark).items()}


# ---- the table ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", COLOURS)
def test_a_colour_has_a_light_and_a_dark_value(name):
    light, dark = COLOURS[name]
    for value in (light, dark):
        assert re.fullmatch(r"#[0-9a-f]{6}", value)
    assert palette()[name] == light
    assert palette(dark=True)[name] == dark


def test_there_is_a_fill_for_every_tint():
    assert [name for name in COLOURS if re.fullmatch(r"muscle-\d", name)] == MUSCLES
    assert len({COLOURS[name] for name in MUSCLES}) == TINTS


def test_the_style_sheet_gets_every_colour():
    lines = css_variables().splitlines()
    assert len(lines) == len(COLOURS)
    for line, (name, (light, dark)) in zip(lines, COLOURS.items(), strict=True):
        assert line.strip() == f"--plate-{name}: light-dark({light}, {dark});"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_style_sheets_name_colours_of_the_table_only(sheet):
    used = set(re.findall(r"var\(--plate-([a-z0-9-]+)", sheet.read_text(encoding="utf-8")))
    assert used <= set(COLOURS)


def test_the_opacities_here_are_those_of_the_style_sheet():
    text = next(sheet for sheet in SHEETS if sheet.name == "chart.css").read_text(encoding="utf-8")
    assert re.search(rf"painted \.veil {{ opacity: {str(VEIL).lstrip('0')};", text)
    assert re.search(rf":not\(\.several\) \.primary\.soft {{ opacity: {str(ZONE).lstrip('0')};", text)
    for rule, share in (
        (r"\.several \.primary \.zone\.slot-0", SEVERAL),
        (r"bodychart \.ground", GROUND),
    ):
        assert re.search(rf"{rule} {{[^}}]*fill-opacity: {str(share).lstrip('0')};", text), rule


def test_every_slot_of_the_style_sheet_has_its_colour():
    text = next(sheet for sheet in SHEETS if sheet.name == "chart.css").read_text(encoding="utf-8")
    slots = re.findall(r"\.slot-(\d) { --slot: var\(--plate-([a-z0-9-]+)\); }", text)
    assert slots == [(str(number), zone) for number, zone in enumerate(ZONES)]
    assert [name for name in COLOURS if name.startswith("zone")] == ZONES


# ---- contrast -----------------------------------------------------------------------------------------------


def test_the_measures_agree_with_published_values():
    black, white = rgb("#000000"), rgb("#ffffff")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(rgb("#767676"), white) == pytest.approx(4.54, abs=0.01)
    assert distance(black, white) == pytest.approx(100, abs=0.1)
    for deficiency in DEFICIENCIES:
        assert distance(white, white, deficiency) == 0
        assert distance(black, white, deficiency) == pytest.approx(100, abs=0.1)
        assert distance(rgb("#ff0000"), rgb("#00ff00"), deficiency) < distance(rgb("#ff0000"), rgb("#00ff00"))


# Lowest ratio that each line may have on each ground. WCAG 2.2 (1.4.11) asks 3:1 of what one must see. Marks on
# the bare muscle fall short of it in lightness alone; there the hue carries the difference (see the next test).
LOWEST = [
    ("mark", ["skin", "veil", "detail-fill"], 4.3),
    ("zone", ["skin", "veil", "detail-fill"], 3.6),
    ("zone-1", ["skin", "veil", "detail-fill"], 3.6),
    ("zone-2", ["skin", "veil", "detail-fill"], 3.6),
    ("zone-3", ["skin", "veil", "detail-fill"], 3.6),
    ("hover", ["skin", "veil", "detail-fill", *MUSCLES], 3.5),
    ("cross", ["skin", "veil", *MUSCLES], 3.9),
    ("muscle-line", ["skin", "veil", *MUSCLES], 3.0),
    ("skin-line", ["skin", "veil"], 3.0),
    ("cross", ["halo"], 15.0),
    ("mark", MUSCLES, 1.7),
]


@themes
@pytest.mark.parametrize(("line", "grounds", "lowest"), LOWEST, ids=[f"{a} on {b[0]} and so on" for a, b, _ in LOWEST])
def test_what_is_drawn_over_the_body_stands_out(line, grounds, lowest, dark):
    colours = theme(dark)
    ratios = {ground: contrast(colours[line], colours[ground]) for ground in grounds}
    assert min(ratios.values()) >= lowest, ratios


@themes
@pytest.mark.parametrize("vision", [None, *DEFICIENCIES])
def test_marks_differ_from_everything_under_them_in_colour(vision, dark):
    colours = theme(dark)
    grounds = ["skin", *MUSCLES, "bone", "tendon", "detail-fill", "veil"]
    distances = {ground: distance(colours["mark"], colours[ground], vision) for ground in grounds}
    assert min(distances.values()) >= 40, distances


@themes
def test_main_zones_stand_out_from_the_veiled_body(dark):
    colours = theme(dark)
    for ground in BODY:
        veiled = over(colours["veil"], VEIL, colours[ground])
        painted = over(colours["zone"], ZONE, veiled)
        assert contrast(painted, veiled) >= 2.8, ground
        assert contrast(colours["zone"], veiled) >= 3.0, f"dots on {ground}"


@themes
@pytest.mark.parametrize("zone", LINED)
def test_lines_and_dots_of_the_other_patterns_stand_out_from_the_veiled_body_and_their_own_ground(zone, dark):
    colours = theme(dark)
    for ground in BODY:
        veiled = over(colours["veil"], VEIL, colours[ground])
        assert contrast(colours[zone], veiled) >= 3.0, f"dots on {ground}"
        assert contrast(colours[zone], over(colours[zone], GROUND, veiled)) >= 3.0, f"lines on {ground}"


@pytest.mark.parametrize("tissue", CONNECTIVE)
def test_bone_connective_tissue_and_skin_are_told_apart_in_the_light_theme(tissue):
    colours = theme(dark=False)
    for one, other in combinations(("skin", "bone", tissue), 2):
        assert contrast(colours[one], colours[other]) >= 1.6, (one, other)
    red, green, blue = colours[tissue]
    assert blue >= min(red, green) and min(red, green, blue) > 0.95, "a cool white"


@themes
def test_the_face_is_drawn_in_lines_darker_than_what_they_lie_on(dark):
    """A face of light lines on dark skin looks like a negative."""
    colours = theme(dark)
    for line, ground in product(("detail", "hair"), ("skin", "detail-fill", *MUSCLES)):
        assert sum(linear(colours[line])) < sum(linear(colours[ground]))
        assert contrast(colours[line], colours[ground]) >= 1.8, (line, ground)
    assert contrast(colours["eye"], colours["iris"]) >= 2
    assert contrast(colours["eye"], colours["skin"]) >= 1.3


def test_every_detail_with_a_style_is_drawn_and_named_in_the_style_sheet():
    both = [view for figure in FIGURES for view in reshaped(read_chart(CHART), figure).values()]
    drawn = {shape.id: shape for view in both for shape in view.details}
    text = next(sheet for sheet in SHEETS if sheet.name == "chart.css").read_text(encoding="utf-8")
    plain = {"ear", "toe", "leg"}  # filled and lined as closed details are
    assert set(FAINT) <= set(DETAILS) <= set(drawn)
    assert all(f".detail-{name}" in text for name in set(DETAILS) - plain)
    assert set(re.findall(r"\.detail-([a-z_]+)", text)) <= set(drawn)
    for name, shape in drawn.items():
        fill, line, _ = detail_style(name, shape.closed)
        assert {fill, line} - {None} <= set(COLOURS)
        assert (fill is not None) == shape.closed, name


def test_a_painted_body_is_seen_on_the_dark_page():
    page, colours = rgb("#15171c"), theme(dark=True)
    veiled = {ground: over(colours["veil"], VEIL, colours[ground]) for ground in BODY}
    assert min(contrast(colour, page) for colour in veiled.values()) >= 2
    assert contrast(colours["skin"], page) >= 2
    assert all(distance(veiled[muscle], veiled["skin"]) >= 4 for muscle in MUSCLES)


@themes
def test_the_first_of_several_patterns_is_still_seen(dark):
    """Half as solid, so that lines show on it; the shape of a zone is larger than a line and needs less contrast."""
    colours = theme(dark)
    for ground in BODY:
        veiled = over(colours["veil"], VEIL, colours[ground])
        assert contrast(over(colours["zone"], SEVERAL, veiled), veiled) >= 1.7, ground


@themes
@pytest.mark.parametrize("vision", [None, *DEFICIENCIES])
@pytest.mark.parametrize("zone", ZONES)
def test_marks_and_zones_are_told_apart(zone, vision, dark):
    colours = theme(dark)
    lowest = 45 if zone == "zone" and not dark else 20
    assert distance(colours["mark"], colours[zone], vision) >= lowest


@themes
@pytest.mark.parametrize("vision", [None, *DEFICIENCIES])
@pytest.mark.parametrize(("one", "other"), list(combinations(ZONES, 2)))
def test_the_zones_of_two_patterns_are_told_apart(one, other, vision, dark):
    """By hue with full colour vision. Without it the lines, at an angle of their own, carry most of the difference."""
    colours = theme(dark)
    assert distance(colours[one], colours[other], vision) >= (12 if vision else 35)


@themes
@pytest.mark.parametrize("vision", [None, *DEFICIENCIES])
@pytest.mark.parametrize(("zone", "share"), [("zone", ZONE), ("zone", SEVERAL), *((zone, GROUND) for zone in LINED)])
def test_a_mark_line_shows_on_a_painted_zone(zone, share, vision, dark):
    colours = theme(dark)
    for ground in ("skin", *MUSCLES):
        painted = over(colours[zone], share, over(colours["veil"], VEIL, colours[ground]))
        assert distance(colours["mark"], painted, vision) >= 20, ground


@themes
def test_the_cross_shows_on_zones_marks_and_muscles_by_line_or_halo(dark):
    colours = theme(dark)
    for ground in (*ZONES, "mark", "skin", *MUSCLES):
        best = max(contrast(colours["cross"], colours[ground]), contrast(colours["halo"], colours[ground]))
        assert best >= 4.5, ground


@themes
def test_neighbouring_muscles_are_told_apart_by_their_seam(dark):
    colours = theme(dark)
    for muscle in MUSCLES:
        assert contrast(colours["seam"], colours[muscle]) >= 2.3, muscle
    for one, other in product(MUSCLES, MUSCLES):
        assert one == other or distance(colours[one], colours[other]) >= 2, (one, other)
