"""Taking the answer along: a report as PDF, made when it is asked for and never stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from bodymap.place import Place, Side
from bodymap.tell.report import Asked, report_pdf
from components import data, state
from components.shared.painting import DRAWN_ON


def take_along(marks: Sequence[Place]) -> None:
    """The download of the report for these marks."""
    link, patterns = link_to(marks), _painted()  # here and not in _report, which runs when no page is on show
    st.download_button(
        "Report as PDF",
        data=lambda: _report(marks, link, patterns),
        file_name=f"body-map-{dt.date.today():%Y-%m-%d}.pdf",
        mime="application/pdf",
        key="report",
        on_click="ignore",
        icon=":material/picture_as_pdf:",
        help="Your marks on the figure, warning signs, patterns with reasons, sources and a link back. Made on request "
        "and not stored. To print, save the picture or copy the link, use the menu with the three dots.",
    )


def _report(marks: Sequence[Place], link: str, patterns: Sequence[tuple[str, Side]] = ()) -> bytes:
    asked = Asked(marks, dt.date.today(), link, patterns)
    return report_pdf(data.dataset(), data.chart(), asked)


def _painted() -> list[tuple[str, Side]]:
    """The patterns on the body; one without a side is drawn as the chart draws it."""
    return [(point, side or DRAWN_ON) for point, side in map(state.split, state.shown_patterns())]  # type: ignore[misc]


def link_to(marks: Sequence[Place]) -> str:
    """The address that opens the map with these marks; without the server's own address where that is unknown."""
    place = urlsplit(st.context.url or "")
    return urlunsplit((place.scheme, place.netloc, place.path or "/", f"{state.MARKS}={','.join(map(str, marks))}", ""))
