"""The report to take along: everything that was asked about, warning signs first, as text and lines."""

from __future__ import annotations

import datetime as dt
import io
import re
from functools import cache
from itertools import pairwise

import pypdf
import pytest

from bodymap.ask.counted import at_places, largest
from bodymap.ask.match import Match, by_muscle, match, unexplained
from bodymap.ask.reasons import Band, reason
from bodymap.ask.signs import signs
from bodymap.body.style import palette
from bodymap.data.dataset import Dataset
from bodymap.data.signs import Time
from bodymap.place import Place, read_place
from bodymap.tell import report as report_module
from bodymap.tell.picture import layouts_showing, picture_svg
from bodymap.tell.report import CLASSES, MOST_MUSCLES, NOT_ALL_CLEAR, NOTICE, TIMES, Asked, latin, report_pdf
from bodymap.tell.signs import named
from tests.each import each
from tests.real import CHART, REAL

DAY = dt.date(2026, 3, 7)
LINK = "https://example.org/map?marks=knee_front.right,calf_inner.left,sacrum"
MUSCLES = "Muscles that some clinicians link with pain here"
FOOT = r"Learning tool, no diagnosis\. Emergency signs: call your emergency number\.\s+\d+"

ASKED = {
    "one mark": ("knee_front.right",),
    "both sides": ("calf_inner.left", "calf_inner.right"),
    "the midline alone": ("sacrum",),
    "marks in close-ups, one without a pattern": (
        "heel_sole.left",
        "thumb_front.right",
        "armpit.left",
        "jaw_joint.right",
    ),
    "many": ("knee_front.right", "low_back.left", "neck_side.right", "temple.left", "epigastrium", "shoulder_top.left"),
}
every_report = pytest.mark.parametrize("tokens", ASKED.values(), ids=ASKED)


def marks(tokens: tuple[str, ...]) -> list[Place]:
    return [read_place(token, REAL.regions) for token in tokens]


@cache
def report(tokens: tuple[str, ...]) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(report_pdf(REAL, CHART, Asked(marks(tokens), DAY, LINK))))


def squash(text: str) -> str:
    """Without spaces, so that line breaks do not matter."""
    return re.sub(r"\s", "", text)


@cache
def text(pdf: pypdf.PdfReader) -> str:
    """The text of all pages without their footers, squashed."""
    return squash("\n".join(re.sub(FOOT, "", page.extract_text()) for page in pdf.pages))


def said(words: str) -> str:
    """How words stand in the squashed text of a report."""
    return squash(latin(words))


def part(page: str, start: str, end: str) -> str:
    """What stands between two headings."""
    return page.partition(said(start))[2].partition(said(end))[0]


HEADINGS = {time: f"{advice} if:" for time, (_, advice) in TIMES.items()}


@every_report
def test_the_day_the_marks_with_their_sides_and_the_notice_are_in_it(tokens):
    page = text(report(tokens))
    assert said("Marked on 07 March 2026") in page
    assert said(NOTICE) in page
    listed = part(page, "Marked places", "Right and left are those")
    for mark in marks(tokens):
        name = REAL.regions[mark.region].name
        assert said(mark.named(name)) in listed


@every_report
def test_the_first_warning_signs_stand_before_the_muscles_most_urgent_first_and_the_others_are_named(tokens):
    shown = part(text(report(tokens)), "Warning signs first", MUSCLES)
    here = signs(REAL, marks(tokens))
    times = [time for time, heading in HEADINGS.items() if said(heading) in shown]
    assert times == sorted({flag.time for flag in here.open}, key=list(Time).index)
    bounds = [*(shown.index(said(HEADINGS[time])) for time in times), len(shown)]
    assert bounds == sorted(bounds)
    for time, (start, end) in zip(times, pairwise(bounds), strict=True):
        for flag in (flag for flag in here.open if flag.time is time):
            assert said(f"{flag.sign} ({flag.think_of})") in shown[start:end], flag.id
    assert all(said(line) in shown for line in named(here))
    assert shown.endswith(said(NOT_ALL_CLEAR))


@every_report
def test_muscles_stand_in_their_order_with_reasons_and_what_nothing_explains_is_named(tokens):
    asked = marks(tokens)
    rows = match(REAL, asked)
    listed = part(text(report(tokens)), MUSCLES, "R1: one expert chart")
    places = [
        listed.index(said(f"{REAL.muscles[g.muscle].name}{f', {g.side}' if g.side else ''} ("))
        for g in by_muscle(rows)[:MOST_MUSCLES]
    ]
    assert places and places == sorted(places)
    for group in by_muscle(rows)[:MOST_MUSCLES]:
        assert said(reason(REAL, group.patterns[0], len(asked))) in listed
    left_out = [REAL.name_of(m) for m in unexplained(asked, rows)]
    assert (said("No pattern is drawn in") in listed) == bool(left_out)
    if left_out:
        assert said(f"No pattern is drawn in: {', '.join(left_out)}.") in listed


@every_report
def test_conditions_come_after_muscles_serious_ones_first(tokens):
    listed = part(text(report(tokens)), "Injuries and conditions felt here", "Sources")
    felt = {c.id: c for mark in marks(tokens) for c in REAL.conditions_of_region(mark.region)}
    order = sorted(felt.values(), key=lambda c: list(CLASSES).index(c.safety_class))
    if order:
        places = [listed.index(said(f". {c.see_someone}")) for c in order]
        classes = [
            list(CLASSES).index(c.safety_class) for _, c in sorted(zip(places, order, strict=True), key=lambda p: p[0])
        ]
        assert classes == sorted(classes)


@every_report
def test_every_source_of_what_is_said_is_named_once(tokens):
    asked = marks(tokens)
    listed = part(text(report(tokens)), "Sources", "This page")
    flags = [f for m in asked for f in REAL.flags_of_region(m.region)] + list(REAL.flags_anywhere)
    muscles = [REAL.muscles[group.muscle] for group in by_muscle(match(REAL, asked))[:MOST_MUSCLES]]
    felt = [c for m in asked for c in REAL.conditions_of_region(m.region)]
    regions = {mark.region for mark in asked}
    counts = [largest(at_places(REAL, muscle.id, regions)) for muscle in muscles]
    studies = [count.study for count in counts if count]
    cited = {ref.key for record in (*flags, *muscles, *felt, *studies) for ref in record.sources}
    assert cited
    for key in cited:
        source = REAL.sources[key]
        assert listed.count(said(f"{source.citation} {source.link or ''}")) >= 1, key
    assert len(listed) == sum(len(said(f"{REAL.sources[k].citation}{REAL.sources[k].link or ''}")) for k in cited)


@every_report
def test_the_link_is_there_to_read_and_to_click(tokens):
    pdf = report(tokens)
    assert said(LINK) in text(pdf)
    links = [note.get_object() for page in pdf.pages for note in page.get("/Annots") or ()]
    assert {note["/A"]["/URI"] for note in links if "/A" in note} == {LINK}


@every_report
def test_every_page_has_the_notice_in_short_and_its_number(tokens):
    for number, page in enumerate(report(tokens).pages, start=1):
        [foot] = re.findall(FOOT, page.extract_text())
        assert foot.split()[-1] == str(number)


@every_report
def test_the_figure_is_drawn_in_lines_and_not_as_a_picture(tokens):
    pdf = report(tokens)
    strokes = 0
    for page in pdf.pages:
        assert not list(page.images)
        forms = [form.get_object() for form in (page["/Resources"].get("/XObject") or {}).values()]
        assert all(form["/Subtype"] != "/Image" for form in forms)
        contents = page.get_contents()
        strokes += len(re.findall(rb"\bc\b|\bl\b", contents.get_data() if contents is not None else b""))
    assert strokes > 1000, "the figure has thousands of curves"


@pytest.mark.parametrize("token", ["knee_front.right", "heel_sole.left", "jaw_joint.left", "sacrum"])
def test_a_mark_is_outlined_in_every_figure_that_shows_it(token):
    mark = Place.of(token)
    layouts = layouts_showing(CHART, [mark])
    drawn = sum(picture_svg(CHART, layout, [mark]).count(f'stroke="{palette()["mark"]}"') for layout in layouts)
    pages = pypdf.PdfReader(io.BytesIO(report_pdf(REAL, CHART, Asked(marks((token,)), DAY, LINK)))).pages
    assert drawn
    assert sum(page.get_contents().get_data().count(b"0.0392 0.3098 0.7686 RG") for page in pages) == drawn


def test_a_report_is_made_of_marks_that_exist():
    with pytest.raises(ValueError, match="at least one mark"):
        report_pdf(REAL, CHART, Asked([], DAY, LINK))
    with pytest.raises(KeyError):
        report_pdf(REAL, CHART, Asked([Place("tail", "left")], DAY, LINK))


# ---- letters ------------------------------------------------------------------------------------------------


def lost(words: str) -> bool:
    return latin(words).count("?") != words.count("?")


@each("key", REAL.sources)
def test_every_citation_survives_the_built_in_font(key):
    source = REAL.sources[key]
    assert not lost(f"{source.citation} {source.link}"), latin(source.citation)


def test_every_other_text_of_the_data_survives_the_built_in_font():
    texts = [
        *(region.name for region in REAL.regions.values()),
        *(muscle.name for muscle in REAL.muscles.values()),
        *(f"{flag.brief} {flag.sign} {flag.think_of} {flag.short}" for flag in REAL.red_flags.values()),
        *(f"{condition.plain_name} {condition.see_someone}" for condition in REAL.conditions.values()),
    ]
    assert [words for words in texts if lost(words)] == []


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Fernández-de-las-Peñas", "Fernández-de-las-Peñas"),
        ("Łukasz Đorđević, Dvořák", "Lukasz Dordevic, Dvorák"),
        ("“so” – it’s", '"so" - it\'s'),
        ("日本", "??"),
    ],
)
def test_letters_that_the_font_lacks_are_replaced(words, kept):
    assert latin(words) == kept


# ---- limits of the list of muscles --------------------------------------------------------------------------


def listed_for(count: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the report says about so many muscles, two of each band from the best on."""
    mark = Place("knee_front", "right")
    rows = []
    for number, muscle in enumerate(list(REAL.muscles)[:count]):
        spare = (Place("knee_front", "right"), Place("heel_sole", "right"), Place("sacrum"))
        main, spill = (spare, ()) if number < 2 else (spare[:1], ()) if number < 4 else ((), spare[:1])
        rows.append(Match(muscle, f"{muscle}_1", muscle, "right", main, spill, (), 3))
    monkeypatch.setattr(report_module, "match", lambda *_: rows)
    monkeypatch.setattr(report_module, "layouts_showing", lambda *_: [])
    marks = [mark, Place("heel_sole", "right"), Place("sacrum")]
    page = text(pypdf.PdfReader(io.BytesIO(report_pdf(REAL, CHART, Asked(marks, DAY, LINK)))))
    return part(page, MUSCLES, "Injuries and conditions felt here")


@pytest.mark.parametrize(
    ("count", "more"),
    [(MOST_MUSCLES, ""), (MOST_MUSCLES + 1, "1 more muscle is"), (MOST_MUSCLES + 5, "5 more muscles are")],
)
def test_so_many_muscles_are_listed_and_the_rest_is_counted(count, more, monkeypatch):
    listed = listed_for(count, monkeypatch)
    names = [said(f"{muscle.name}, right (") for muscle in list(REAL.muscles.values())[: MOST_MUSCLES + 1]]
    assert [name in listed for name in names] == [True] * MOST_MUSCLES + [False]
    assert listed.endswith(said(f"{more} listed in the app.")) if more else said("listed in the app") not in listed


def test_every_band_has_its_heading_once_and_in_order(monkeypatch):
    listed = listed_for(6, monkeypatch)
    headings = [said(band.value) for band in (Band.ALL, Band.SOME, Band.SPILLOVER)]
    assert [listed.count(heading) for heading in headings] == [1, 1, 1]
    assert sorted(headings, key=listed.index) == headings and said(Band.MOST.value) not in listed


# ---- hostile text -------------------------------------------------------------------------------------------

HOSTILE = {
    "PDF syntax": ") Tj ET endstream endobj << /JS (app.alert) >> \\) \\",
    "markup": "<script>alert(1)</script> **bold** __under__ --strike-- [a](javascript:x)",
    "signs": "\u202e\u0000\u0007\ufeff 日本 🧍",
    "one long word": "x" * 3000,
    "placeholders": "{nb} {name} %s %(x)s",
}


def with_name(name: str) -> Dataset:
    """The data with a hostile name of the knee."""
    region = REAL.regions["knee_front"].model_copy(update={"name": name})
    return REAL.replaced(regions={**REAL.regions, "knee_front": region}.values())


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_only_text(hostile, monkeypatch):
    monkeypatch.setattr(report_module, "layouts_showing", lambda *_: [])  # names stand in no figure
    asked = Asked([Place("knee_front", "right")], DAY, f"https://example.org/?marks={hostile}")
    pdf = pypdf.PdfReader(io.BytesIO(report_pdf(with_name(hostile), CHART, asked)), strict=True)
    page = text(pdf)
    assert said(NOT_ALL_CLEAR) in page and said("This page") in page
    root = pdf.trailer["/Root"]
    assert "/Names" not in root and "/AA" not in root and root["/OpenAction"][1] == "/FitH"
    actions = [
        note.get_object()["/A"] for p in pdf.pages for note in p.get("/Annots") or () if "/A" in note.get_object()
    ]
    assert {action["/S"] for action in actions} == {"/URI"}
    printable = re.sub(r"[^!-~]", "", hostile)
    assert printable in re.sub(r"[^!-~]", "", page)


def test_what_is_painted_is_named_and_an_area_that_is_no_muscle_says_what_it_is():
    patterns = (("scalenes_anterior", "right"), ("root_c6", "right"), ("disc_lumbar_lower", "right"))
    asked = Asked(marks(("thumb_front.right",)), DAY, LINK, patterns)
    page = text(pypdf.PdfReader(io.BytesIO(report_pdf(REAL, CHART, asked))))
    assert (
        said("Painted: Scalene muscles, Anterior, right (magenta); C6 nerve root, right: pain of the root (teal); ")
        in page
    )
    assert said("Lumbar discs L4-5 and L5-S1: pain of the disc (brown).") in page
