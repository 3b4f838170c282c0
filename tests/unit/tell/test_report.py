"""The report as a PDF: one page, tagged, with every part, in letters of many languages, and never markup of words."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pypdf
import pytest

from bodymap.ask.match import by_muscle, match
from bodymap.ask.refers import refers
from bodymap.ask.signs import signs
from bodymap.body.style import palette
from bodymap.felt import Felt
from bodymap.place import Place
from bodymap.tell.picture import layouts_showing
from bodymap.tell.report import Asked, report_pdf
from bodymap.tell.report.content import content
from bodymap.tell.report.content_long import in_full, long_content
from bodymap.tell.report.figure import figure, painted
from bodymap.tell.report.letters import LOST, letters, printable
from bodymap.tell.report.texture import FIGURES_SAID
from bodymap.tell.wording import (
    CONDITIONS_HEAD,
    EVERY_SIGN_HEAD,
    FEELS_HEAD,
    INJURIES_HEAD,
    MUSCLES_HEAD,
    NOTICE,
    OTHERS_HEAD,
    PINNED_HEAD,
    QUESTIONS_HEAD,
    SIGNS_HEAD,
    SOURCES_HEAD,
)
from tests.each import each
from tests.real import CHART, REAL
from tests.unit.tell.report_samples import LETTERS, as_much_as_fits, everything_said, nothing_said

SAMPLES = {
    "one mark, nothing said": nothing_said(),
    "three marks, everything said": everything_said(),
    "ten marks, as much as fits": as_much_as_fits(),
    "close-ups": nothing_said("heel_sole.left", "thumb_front.right", "armpit.left", "jaw_joint.right"),
    "every place there is": nothing_said(*map(str, REAL.every_place())),
}
every_sample = pytest.mark.parametrize("sample", SAMPLES)


@cache
def pdf(sample: str, long: bool = False) -> pypdf.PdfReader:
    return read(SAMPLES[sample], long)


def read(asked: Asked, long: bool = False) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(report_pdf(REAL, CHART, asked, long)))


def squash(text: str) -> str:
    """Without spaces and hyphens of lines, so that line breaks do not matter."""
    return re.sub(r"\s", "", text)


def text(reader: pypdf.PdfReader) -> str:
    return squash("".join(page.extract_text() for page in reader.pages))


def tags(reader: pypdf.PdfReader) -> list[dict[str, Any]]:
    """Every element of the structure tree."""

    def walk(node: Any) -> Iterator[dict[str, Any]]:
        node = node.get_object()
        if isinstance(node, list):
            for kid in node:
                yield from walk(kid)
        elif isinstance(node, dict):
            if "/S" in node:
                yield node
            if "/K" in node and not isinstance(node["/K"], int):
                yield from walk(node["/K"])

    return list(walk(reader.trailer["/Root"]["/StructTreeRoot"]))


# ---- one page -----------------------------------------------------------------------------------------------


@every_sample
def test_it_is_one_page_of_a4(sample):
    [page] = pdf(sample).pages
    assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]


@pytest.mark.parametrize("sample", list(SAMPLES)[:3])
def test_no_text_is_smaller_than_eight_points(sample):
    sizes: set[float] = set()

    def seen(said: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if said.strip() and font:
            sizes.add(round(abs(size * tm[3] * cm[3]), 1))

    pdf(sample).pages[0].extract_text(visitor_text=seen)
    assert sizes and min(sizes) >= 7.9


@pytest.mark.parametrize("sample", list(SAMPLES)[:3])
def test_every_part_is_in_it_in_its_order(sample):
    said, page = content(REAL, SAMPLES[sample]), text(pdf(sample))
    parts = [FEELS_HEAD, SIGNS_HEAD, *[PINNED_HEAD] * bool(said.patterns), *[INJURIES_HEAD] * bool(said.injuries)]
    parts += [QUESTIONS_HEAD, SOURCES_HEAD]
    places = [page.index(squash(part)) for part in (said.headline, NOTICE, *parts)]
    assert places == sorted(places)
    assert squash(said.day) in page and squash(said.credit) in page and squash(said.link) in page
    for row in said.rows:
        assert squash(row.place) in page and squash(row.kind + row.strength + row.when + row.since) in page
    for due in said.signs.due:
        assert squash(due.lead) in page and squash(due.lines[0]) in page
    for one in said.patterns:
        assert squash(f"{one.letter} {one.name}.") in page and squash(f"Basis: {one.support}.") in page
    for injury in said.injuries:
        assert squash(injury.name) in page and squash(injury.see_someone) in page


def test_own_words_are_quoted_as_they_were_said_in_any_of_our_alphabets():
    page = text(pdf("three marks, everything said"))
    for felt in SAMPLES["three marks, everything said"].felt.values():
        assert not felt.words or squash(f"\N{LEFT DOUBLE QUOTATION MARK}{felt.words}") in page
    assert squash(LETTERS) in page


def test_the_link_can_be_read_and_clicked_and_a_long_one_has_no_code():
    reader = pdf("three marks, everything said")
    link = SAMPLES["three marks, everything said"].link
    actions = [note.get_object()["/A"] for note in reader.pages[0]["/Annots"]]
    assert {action["/S"] for action in actions} == {"/URI"} and link in {action["/URI"] for action in actions}
    alone = nothing_said()
    assert [tag["/S"] for tag in tags(read(alone))].count("/Figure") == 2
    long_link = read(replace(alone, link=f"{alone.link}&note={'x' * 3000}"))
    assert [tag["/S"] for tag in tags(long_link)].count("/Figure") == 1 and len(long_link.pages) == 1


# ---- tags ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("long", [False, True], ids=["short", "long"])
@pytest.mark.parametrize("sample", list(SAMPLES)[:2])
def test_it_is_tagged_with_title_language_alternatives_and_headers(sample, long):
    reader = pdf(sample, long)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en-GB" and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data() and reader.metadata.title
    every = tags(reader)
    figures = [tag for tag in every if tag["/S"] == "/Figure"]
    assert len(figures) >= 2 and all(len(tag["/Alt"]) > 20 for tag in figures)
    kinds = [tag["/S"] for tag in every]
    assert kinds.count("/TH") == 6 and kinds.count("/H1") >= 4 and "/L" in kinds and "/Link" in kinds


def test_the_alternative_of_a_figure_names_marks_and_patterns():
    body, foot, _ = (tag["/Alt"] for tag in tags(pdf("three marks, everything said")) if tag["/S"] == "/Figure")
    assert "whole body" in body and "2 Low back, right; 3 Lower calf, left" in body and "A Soleus" in body
    assert "foot" in foot and "1 Bottom of the heel, left" in foot


# ---- the figure ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("token", ["knee_front.right", "heel_sole.left", "jaw_joint.left", "sacrum"])
def test_a_mark_is_outlined_and_numbered_in_a_figure(token):
    mark = Place.of(token)
    said = content(REAL, nothing_said(token))
    svgs = [figure(CHART, layout, said, (), 90).svg for layout in layouts_showing(CHART, [mark])]
    assert any(f'stroke="{palette()["mark"]}"' in svg and ">1</text>" in svg for svg in svgs)


def test_left_stays_left_on_the_figure():
    """In front the right side of the person is on the left of the picture."""

    def tag(token: str) -> tuple[float, float]:
        svg = figure(CHART, "Whole body", content(REAL, nothing_said(token)), (), 90).svg
        width = float(re.search(r'viewBox="0 0 (\d+)', svg)[1])
        at, x = re.search(r'translate\((\d+) \d+\)"><path d="M(-?\d+)', svg).groups()
        return float(at), float(x) / width

    assert tag("knee_front.right")[1] < 0 < tag("knee_front.left")[1]


def test_each_pattern_but_the_first_has_a_figure_of_its_own():
    asked = as_much_as_fits()
    svg = figure(CHART, "Whole body", content(REAL, asked), painted(REAL, asked.patterns), 90).svg
    assert 'fill="url(#t1)"' in svg and 'fill="url(#t2)"' in svg and "url(#t0)" not in svg
    assert all(f">{letter}</text>" in svg for letter in "ABC") and len(set(FIGURES_SAID)) == 4


# ---- letters ------------------------------------------------------------------------------------------------


def lost(value: Any) -> list[str]:
    found: dict[str, None] = {}
    printable(value, found)
    return list(found)


def test_letters_that_the_font_lacks_are_seen_and_named():
    asked = replace(nothing_said(), felt={Place("knee_front", "right"): Felt(words="日本 hurts 🧍")})
    page = text(read(asked))
    assert squash(f"{LOST}{LOST} hurts {LOST}") in page and "U+65E5" in page and "U+1F9CD" in page
    assert LOST not in text(pdf("three marks, everything said"))


def test_accents_that_stand_apart_are_put_together():
    assert printable("Zo\u0308e", {}) == "Zöe" and {ord(letter) for letter in "Łőșžñçåøßάλέьїґ"} <= letters()


@each("key", REAL.sources)
def test_every_citation_can_be_printed(key):
    source = REAL.sources[key]
    assert lost([source.citation, source.brief, source.link]) == []


def test_every_other_text_of_the_data_can_be_printed():
    texts = [
        *(region.name for region in REAL.regions.values()),
        *(muscle.name for muscle in REAL.muscles.values()),
        *(f"{flag.brief} {flag.sign} {flag.think_of}" for flag in REAL.red_flags.values()),
        *(f"{c.plain_name} {c.summary} {c.see_someone}" for c in REAL.conditions.values()),
    ]
    assert lost(texts) == []


# ---- hostile words ------------------------------------------------------------------------------------------

HOSTILE = {
    "typst": '#eval("1+1") #read("/etc/passwd") ] [ } { $x^2$ *b* _i_ @ref <label> `raw` = // /* \\ #panic()',
    "PDF": ") Tj ET endstream endobj << /JS (app.alert) >> \\) \\",
    "HTML": "<script>alert(1)</script> [a](javascript:x) **bold** &amp; ]]>",
    "one long word": "x" * 140,
    "JSON": '"}], "lost": "gone", {"a": "\\u0041',
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_own_words_are_only_words(hostile):
    asked = replace(nothing_said(), felt={Place("knee_front", "right"): Felt(words=hostile)})
    reader = read(asked)
    assert squash(hostile) in text(reader) and len(reader.pages) == 1
    root = reader.trailer["/Root"]
    assert not {"/Names", "/AA", "/OpenAction"} & set(root)


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("long", [False, True], ids=["short", "long"])
def test_names_and_addresses_are_only_text(hostile, long):
    region = REAL.regions["knee_front"].model_copy(update={"name": hostile})
    data = REAL.replaced(regions={**REAL.regions, "knee_front": region}.values())
    for link in (f"https://example.org/?marks={hostile}", f"javascript:{hostile}"):
        made = report_pdf(data, CHART, replace(nothing_said(), link=link), long)
        reader = pypdf.PdfReader(io.BytesIO(made), strict=True)
        notes = [note.get_object()["/A"] for page in reader.pages for note in page.get("/Annots") or ()]
        assert all(note["/S"] == "/URI" and note["/URI"].startswith("http") for note in notes)
        assert squash(hostile) in text(reader)


# ---- the long form ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", list(SAMPLES)[1:2] + list(SAMPLES)[3:4])
def test_the_long_form_holds_everything_that_is_described_at_the_marks(sample):
    asked, page = SAMPLES[sample], text(pdf(sample, True))
    heads = (EVERY_SIGN_HEAD, MUSCLES_HEAD, OTHERS_HEAD, CONDITIONS_HEAD, SOURCES_HEAD)
    places = [page.index(squash(head)) for head in heads]
    assert places == sorted(places)
    more = long_content(REAL, asked)
    assert sum(len(part.lines) for part in more.every_sign) == len(signs(REAL, asked.marks).every)
    assert sum(len(part.lines) for part in more.muscles) == len(by_muscle(match(REAL, asked.marks)))
    foot = re.compile(r"Learningtool,nodiagnosis\.Emergencysigns:callyouremergencynumber\.\d+/\d+")
    flat = foot.sub("", page)
    for part in (*more.every_sign, *more.muscles, *more.others):
        assert squash(part.head) in flat
        assert [line for line in part.lines if squash(line) not in flat] == []
    assert [line for line in more.organs if squash(line) not in flat] == []
    assert [line for line in more.conditions if squash(line) not in flat] == []
    assert [one.brief for one in more.citations if squash(one.brief) not in flat] == []


def test_the_long_form_names_everything_that_refers_there_but_no_muscle_twice():
    asked = everything_said()
    more = long_content(REAL, asked)
    names = {row.name for row in refers(REAL, asked.marks) if row.kind != "muscle"}
    said = " ".join([*more.organs, *(line for part in more.others for line in part.lines)])
    urgency = [REAL.organs[row.id].urgency for row in refers(REAL, asked.marks, ["organ"])]
    assert more.organs and urgency.count("emergency") == sum(
        any(f"{organ.name}:" in line for organ in REAL.organs.values() if organ.urgency == "emergency")
        for line in more.organs[: urgency.count("emergency")]
    )
    assert names and all(name in said for name in names)
    flag = next(flag for flag in REAL.red_flags.values() if flag.children)
    assert in_full(flag).startswith("For children: ")


def test_the_sources_of_the_long_form_are_those_of_everything_it_says():
    asked = nothing_said()
    keys = {REAL.sources[ref.key].citation for ref in signs(REAL, asked.marks).sources}
    keys |= {REAL.sources[ref.key].citation for c in REAL.conditions_of_region("knee_front") for ref in c.sources}
    citations = [one.brief for one in long_content(REAL, asked).citations]
    assert keys <= set(citations) and len(citations) == len(set(citations))
