"""The marks and what is known about them as a PDF to take along: text that can be selected, a drawn figure.

Made in memory from what is asked; nothing is written to disk. The order is that of the page: warning signs before
patterns, patterns before conditions.
"""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from fpdf import FPDF, Align

from bodymap.ask.conditions import felt_here
from bodymap.ask.counted import Counted, at_places, largest
from bodymap.ask.match import Match, by_muscle, match, unexplained
from bodymap.ask.reasons import band, band_name, reason
from bodymap.ask.signs import signs
from bodymap.body.geometry import ChartView
from bodymap.data.dataset import Dataset, Pattern
from bodymap.data.model import SourceRef
from bodymap.data.signs import Time
from bodymap.place import Place, Side
from bodymap.tell.counted import limit, short, sources_of
from bodymap.tell.picture import Painted, layouts_showing, picture_svg
from bodymap.tell.signs import named
from bodymap.tell.wording import (
    BODY_CREDIT,
    CLASSES,
    DATA_CREDIT,
    DRAFTS,
    LEGEND,
    NOT_ALL_CLEAR,
    NOTICE,
    NOTICE_SHORT,
    RIGHT_AND_LEFT,
    SUPPORT,
    TEXTURES_SAID,
    TIMES,
)

MOST_MUSCLES = 20
_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "–": "-", "—": "-", "’": "'", "“": '"', "”": '"'}
)
_RED, _AMBER, _BLUE, _GREY, _INK = (140, 29, 24), (130, 84, 10), (10, 79, 196), (105, 98, 92), (35, 30, 28)


@dataclass(frozen=True)
class Asked:
    """What a report is about: the marks, the day, the address that shows them again, and the patterns to paint.

    A pattern is the id of a trigger point or an area, and its side.
    """

    marks: Sequence[Place]
    day: dt.date
    link: str
    patterns: Sequence[tuple[str, Side]] = ()


def report_pdf(dataset: Dataset, chart: Mapping[str, ChartView], asked: Asked) -> bytes:
    """The report as the bytes of a PDF.

    Raises ``KeyError`` for a mark whose region the dataset does not know, ``ValueError`` without any mark.
    """
    if not asked.marks:
        raise ValueError("a report needs at least one mark")
    rows = match(dataset, asked.marks)
    page = _Page()
    page.opening(f"Marked on {asked.day:%d %B %Y}")
    page.boxed(NOTICE)
    page.heading("Marked places")
    page.paragraph("; ".join(dataset.name_of(mark) for mark in asked.marks))
    painted = [_painted(dataset, point, side) for point, side in asked.patterns]
    page.figures(chart, asked.marks, painted)
    if painted:
        page.paragraph("Painted: " + "; ".join(_titles(dataset, asked.patterns)) + f". {LEGEND}", size=8, colour=_GREY)
    cited = _flags(page, dataset, asked.marks)
    cited += _patterns(page, dataset, asked.marks, rows)
    cited += _conditions(page, dataset, asked.marks)
    _sources(page, dataset, cited)
    page.heading("This page")
    page.link_line("Open the same marks again: ", asked.link)
    page.paragraph(f"{BODY_CREDIT} {DATA_CREDIT} {DRAFTS}", size=8, colour=_GREY)
    return bytes(page.output())


def _painted(dataset: Dataset, point: str, side: Side) -> Painted:
    thing = dataset.drawn[point]
    places = dataset.places(point, side)
    if isinstance(thing, Pattern):
        return Painted(places, thing.point.positions, side)
    return Painted(places, {}, side, outlined=True)


def _titles(dataset: Dataset, patterns: Sequence[tuple[str, Side]]) -> list[str]:
    colours = ("magenta", "teal", "brown", "violet")
    return [
        _title(dataset, point, side) + (f" ({colour})" if len(patterns) > 1 else "")
        for (point, side), colour in zip(patterns, colours, strict=False)
    ]


def _title(dataset: Dataset, point: str, side: Side) -> str:
    """``Soleus, TrP1, left``; what is no muscle says what it is."""
    thing = dataset.drawn[point]
    if isinstance(thing, Pattern):
        return f"{thing.name}, {side}"
    return (f"{thing.name}, {side}" if thing.has_sides else thing.name) + f": {TEXTURES_SAID[thing.texture]}"


def _flags(page: _Page, dataset: Dataset, marks: Sequence[Place]) -> list[SourceRef]:
    here = signs(dataset, marks)
    page.heading("Warning signs first")
    for time, (_, advice) in TIMES.items():
        said = [f"{flag.sign} ({flag.think_of})" for flag in here.open if flag.time is time]
        if said:
            page.paragraph(f"{advice} if:", bold=True, colour=_RED if time is Time.NOW else _AMBER)
            page.bullets(said)
    page.bullets(f"{line}." for line in named(here))
    page.paragraph(NOT_ALL_CLEAR, bold=True)
    return list(here.sources)


def _patterns(page: _Page, dataset: Dataset, marks: Sequence[Place], rows: Sequence[Match]) -> list[SourceRef]:
    page.heading("Muscles that some clinicians link with pain here")
    page.paragraph(
        "The order shows how much of the marks a pattern covers. It is not a likelihood and not a diagnosis."
    )
    if left_out := unexplained(marks, rows):
        page.paragraph("No pattern is drawn in: " + "; ".join(dataset.name_of(mark) for mark in left_out) + ".")
    groups, count, heading = by_muscle(rows), len(set(marks)), None
    regions, counted = {mark.region for mark in marks}, list[Counted]()
    for group in groups[:MOST_MUSCLES]:
        best = group.patterns[0]
        named = band_name(band(best, count), count)
        if named != heading:
            heading = named
            page.paragraph(named, bold=True, colour=_BLUE)
        muscle = dataset.muscles[group.muscle]
        side = f", {group.side}" if group.side else ""
        counts = largest(at_places(dataset, group.muscle, regions))
        said = f"{reason(dataset, best, count)}; {short(dataset, counts)}" if counts else reason(dataset, best, count)
        page.bullets([f"{muscle.name}{side} ({SUPPORT[muscle.referral_support]}): {said}"])
        counted += [counts] if counts else []
    if counted:
        page.paragraph(limit(counted), size=8, colour=_GREY)
    if more := len(groups[MOST_MUSCLES:]):
        page.paragraph(f"{more} more muscle{' is' if more == 1 else 's are'} listed in the app.")
    listed = [ref for group in groups[:MOST_MUSCLES] for ref in dataset.muscles[group.muscle].sources]
    return listed + sources_of(counted)


def _conditions(page: _Page, dataset: Dataset, marks: Sequence[Place]) -> list[SourceRef]:
    listed = felt_here(dataset, marks)
    if not listed:
        return []
    page.heading("Injuries and conditions felt here")
    for condition in listed:
        warn = CLASSES[condition.safety_class]
        page.bullets([condition.plain_name + (f" ({warn})" if warn else "") + f". {condition.see_someone}"])
    return [ref for condition in listed for ref in condition.sources]


def _sources(page: _Page, dataset: Dataset, cited: Iterable[SourceRef]) -> None:
    page.heading("Sources")
    for key in dict.fromkeys(ref.key for ref in cited):
        source = dataset.sources[key]
        page.paragraph(f"{source.citation} {source.link or ''}".strip(), size=7.5, colour=_GREY)


def latin(text: str) -> str:
    """The text in Latin-1, as the built-in fonts need it: other accents are dropped, unknown signs become ``?``."""
    plain = text.translate(_LETTERS)
    kept = "".join(c if c.isascii() or _is_latin(c) else unicodedata.normalize("NFKD", c) for c in plain)
    return "".join(c for c in kept if not unicodedata.combining(c)).encode("latin-1", "replace").decode("latin-1")


def _is_latin(letter: str) -> bool:
    return ord(letter) < 256


class _Page(FPDF):
    """A4 pages with the few kinds of text a report has."""

    def __init__(self) -> None:
        super().__init__(format="A4")
        self.set_title("Trigger Point Body Map: marked places")
        self.set_lang("en")
        self.str_alias_nb_pages = ""  # else ``{nb}`` in a text would turn into the number of pages
        self.set_margins(17, 15)
        self.set_auto_page_break(True, margin=18)
        self.add_page()

    def footer(self) -> None:
        """The notice in short and the page number, on every page."""
        self.set_y(-13)
        self._ink(7.5, "", _GREY)
        self.cell(
            0,
            5,
            latin(f"{NOTICE_SHORT}   {self.page_no()}"),
            align="C",
        )

    def opening(self, below: str) -> None:
        """The name of the app and one line below it."""
        self._ink(17, "B", _INK)
        self.cell(0, 8, "Trigger Point Body Map", new_x="LMARGIN", new_y="NEXT")
        self.paragraph(below, colour=_GREY)

    def heading(self, said: str) -> None:
        """A heading that does not stand alone at the foot of a page."""
        if self.will_page_break(22):
            self.add_page()
        self.ln(2)
        self.start_section(latin(said))
        self._ink(12.5, "B", _INK)
        self.multi_cell(0, 6.5, latin(said), new_x="LMARGIN", new_y="NEXT")

    def paragraph(self, said: str, size: float = 9.5, bold: bool = False, colour: Collection[int] = _INK) -> None:
        """A paragraph."""
        self._ink(size, "B" if bold else "", colour)
        self.multi_cell(0, size * 0.47, latin(said), align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(0.9)

    def bullets(self, items: Iterable[str]) -> None:
        """A list."""
        for item in items:
            self._ink(9.5, "", _INK)
            self.set_x(self.l_margin + 1)
            self.cell(4, 4.4, "\N{MIDDLE DOT}")
            self.multi_cell(0, 4.4, latin(item), align="L", new_x="LMARGIN", new_y="NEXT")
            self.ln(0.5)

    def boxed(self, said: str) -> None:
        """The notice."""
        self._ink(9.5, "", _INK)
        self.set_fill_color(238, 243, 252)
        self.multi_cell(0, 5, latin(said), fill=True, padding=2, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(1)

    def figures(self, chart: Mapping[str, ChartView], marks: Collection[Place], painted: Sequence[Painted]) -> None:
        """The body with the marks, and each close-up that shows a mark which the whole body hides."""
        for number, layout in enumerate(layouts_showing(chart, marks)):
            height = 88 if number == 0 else 62
            if self.will_page_break(height + 4):
                self.add_page()
            svg = picture_svg(chart, layout, marks, painted)
            self.image(
                io.BytesIO(svg.encode()),
                x=Align.C,
                h=height,
                alt_text=f"Drawing of the body, {layout}, with the marked places in blue",
            )
            self.ln(2)
        self.paragraph(
            RIGHT_AND_LEFT,
            size=8,
            colour=_GREY,
        )

    def link_line(self, said: str, address: str) -> None:
        """A line of text that ends in a link."""
        self._ink(9.5, "", _INK)
        self.write(4.6, latin(said))
        self._ink(9.5, "U", _BLUE)
        self.write(4.6, latin(address), address)
        self.ln(6)

    def _ink(self, size: float, style: str, colour: Collection[int]) -> None:
        self.set_font("Helvetica", style, size)
        self.set_text_color(*colour)
