"""The report as a tagged PDF (PDF/UA-1): one page of A4, or the long form. Made in memory; nothing is written."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from bodymap.body.geometry import ChartView
from bodymap.body.style import palette
from bodymap.data.dataset import Dataset
from bodymap.tell import wording
from bodymap.tell.picture import ZONES, Painted
from bodymap.tell.report.asked import Asked
from bodymap.tell.report.content import Content, content
from bodymap.tell.report.content_long import long_content
from bodymap.tell.report.figure import Figure, figure, layouts, painted
from bodymap.tell.report.fit import STEPS, Fit, fitted
from bodymap.tell.report.letters import FONTS, LOST, named, printable
from bodymap.tell.report.texture import COLOURS_SAID, FIGURES_SAID, swatch

if TYPE_CHECKING:
    import typst  # and where it is used: no page needs it until somebody asks for a report

HERE = Path(__file__).resolve().parent
WIDTH, CLOSE, LEAST, HIGH = 180, 34, 22, 100  # millimetres: the page, close-ups, the least of these, a long form's
_LINE, _NOTE, _BETWEEN = 4.8, 14, 3  # of the legend, and between pictures
_NOTES, _LEAST_NOTES = 10, 20  # the heading of the room to write, and the least room
MOST_LISTED = 6  # marks that the legend names; of more, the table does
LONGEST_LINK, LONGEST_CODE = 240, 400  # letters that are printed, and that a small QR code holds well
_MOST_LOST = 4


def report_pdf(dataset: Dataset, chart: Mapping[str, ChartView], asked: Asked, long: bool = False) -> bytes:
    """The report as the bytes of a PDF: the short form on one page, or everything on as many as it needs.

    Raises ``KeyError`` for a mark, pattern, sign or condition that the dataset does not know, ``ValueError`` without
    any mark.
    """
    said = content(dataset, asked)
    patterns = painted(dataset, asked.patterns)

    if long:
        return _pdf(_compiler("long.typ", _long(dataset, chart, asked, said, patterns)))

    @cache
    def draw(layout: str, height: float) -> Figure:
        return figure(chart, layout, said, patterns, height)

    def made(step: int) -> typst.Compiler:
        fit = STEPS[step]
        return _compiler("short.typ", {**_data(said, fit), **_drawn(layouts(chart, said), draw, said, fit.figure)})

    least = bisect_left(range(len(STEPS) - 1), True, key=lambda step: _pages(made(step)) == 1)
    return _pdf(made(least))


def _long(
    dataset: Dataset, chart: Mapping[str, ChartView], asked: Asked, said: Content, patterns: Sequence[Painted]
) -> dict[str, Any]:
    fit = Fit(figure=HIGH)
    body, *close = layouts(chart, said)
    heights = {body: fit.figure, **dict.fromkeys(close, 0.6 * fit.figure)}
    shown = [figure(chart, each, said, patterns, height) for each, height in heights.items()]
    return {
        **_data(said, fit),
        "marks_below": "",
        "figures": [asdict(each) for each in shown],
        "long": asdict(long_content(dataset, asked)),
    }


def _pages(compiler: typst.Compiler) -> int:
    return int(json.loads(compiler.query("<pages>", field="value", one=True)))


def _compiler(template: str, data: Mapping[str, Any]) -> typst.Compiler:
    lost: dict[str, None] = {}
    shown = {key: value if key in _DRAWN else printable(value, lost) for key, value in data.items()}
    shown["lost"] = _lost(list(lost))
    import typst

    return typst.Compiler(
        HERE / template,
        root=HERE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(shown)},
    )


_DRAWN = ("figures", "code", "address")  # holds pictures, or is no text


@cache
def _fonts() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS[0].parent])


def _pdf(compiler: typst.Compiler) -> bytes:
    made = compiler.compile(format="pdf", pdf_standards="ua-1")
    assert isinstance(made, bytes)
    return made


def _lost(letters: Sequence[str]) -> str:
    if not letters:
        return ""
    more = f" and {len(letters) - _MOST_LOST} more" if len(letters) > _MOST_LOST else ""
    return wording.LETTERS_LOST.format(LOST, ", ".join(map(named, letters[:_MOST_LOST])) + more)


def _data(said: Content, fit: Fit) -> dict[str, Any]:
    """Everything that a template shows, as lists, dicts, texts and numbers."""
    kept, more = fitted(said, fit)
    rows = [{key: value for key, value in asdict(row).items() if key != "mark"} for row in kept.rows]
    clickable = said.link.startswith(("https://", "http://"))
    address = quote(said.link, safe="%/:=&?~#+!$,;'@()*[]")
    return {
        **asdict(kept),
        "rows": rows,
        **more,
        "anything_said": said.anything_said,
        "marks_below": wording.MARKS_BELOW.format(len(said.rows)) if len(said.rows) > MOST_LISTED else "",
        "legend": _legend(kept),
        "legend_note": f"{wording.LEGEND} {wording.RIGHT_AND_LEFT}" if said.patterns else wording.RIGHT_AND_LEFT,
        "address": address,
        "link_text": said.link if len(said.link) <= LONGEST_LINK else f"{said.link[:LONGEST_LINK]}...",
        "clickable": clickable,
        "code": _code(address) if clickable else "",
        "words": _WORDS,
    }


def _drawn(shown: Sequence[str], draw: Callable[[str, float], Figure], said: Content, height: float) -> dict[str, Any]:
    """The body, and the close-ups below the legend where there is room, else between the body and the legend."""
    body, *close = shown
    first = draw(body, height)
    listed = len(said.rows) if len(said.rows) <= MOST_LISTED else 1
    legend = _LINE * listed + 1.5 * _LINE * len(said.patterns) + (_NOTE if said.patterns else 0.6 * _NOTE)
    below = _row(close, draw, WIDTH - first.width - 2 * _BETWEEN)
    room = height - legend - _BETWEEN
    beside: list[Figure] = []
    if any(each.height > room for each in below):
        most = min(CLOSE, (height - _BETWEEN * (len(close) - 1)) / max(1, len(close)))
        beside, below = [draw(layout, most) for layout in close], []
    room -= max((each.height + _BETWEEN for each in below), default=0) + _NOTES
    figures = {"body": [first], "below": below, "beside": beside}
    return {
        "figures": {name: [asdict(each) for each in those] for name, those in figures.items()},
        "notes": room if room > _LEAST_NOTES else 0,
    }


def _row(close: Sequence[str], draw: Callable[[str, float], Figure], width: float) -> list[Figure]:
    """Close-ups beside each other within a width, as high as the width allows."""
    high = float(CLOSE)
    while True:
        row = [draw(layout, high) for layout in close]
        if high <= LEAST or sum(each.width + _BETWEEN for each in row) <= width:
            return row
        high -= 4


def _legend(said: Content) -> list[dict[str, str]]:
    return [
        {
            "letter": pattern.letter,
            "name": pattern.name,
            "said": f"{COLOURS_SAID[slot]}, {FIGURES_SAID[slot]}",
            "colour": palette()[ZONES[slot]],
            "swatch": swatch(slot),
        }
        for slot, pattern in enumerate(said.patterns)
        if pattern.letter
    ]


def _code(address: str) -> str:
    """A QR code as SVG; nothing where it would have too many squares to be read from paper."""
    if len(address) > LONGEST_CODE:
        return ""
    import segno

    return str(segno.make(address, error="l", micro=False).svg_inline(border=0))


_WORDS = {
    "worst": wording.WORST,
    "not_said": wording.NOT_SAID,
    "number": "No.",
    "columns": wording.FEELS_COLUMNS,
    "notes": wording.NOTES_HEAD,
    "own": wording.OWN_WORDS,
    "feels": wording.FEELS_HEAD,
    "signs": wording.SIGNS_HEAD,
    "patterns": wording.PINNED_HEAD,
    "patterns_note": wording.PINNED_NOTE,
    "felt_in": wording.FELT_IN,
    "basis": wording.BASIS,
    "injuries": wording.INJURIES_HEAD,
    "injuries_note": wording.INJURIES_NOTE,
    "questions": wording.QUESTIONS_HEAD,
    "every_sign": wording.EVERY_SIGN_HEAD,
    "organs": wording.ORGANS_HERE,
    "organs_note": wording.REASONS_TO_GO,
    "muscles": wording.MUSCLES_HEAD,
    "others": wording.OTHERS_HEAD,
    "conditions": wording.CONDITIONS_HEAD,
    "notice_short": wording.NOTICE_SHORT,
    "sources": wording.SOURCES_HEAD,
    "link": wording.LINK_HEAD,
    "link_says": wording.LINK_SAYS,
    "code": wording.LINK_CODE,
}
