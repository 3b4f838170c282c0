"""Taking the answer along to a visit: a report on one page, made when it is asked for and never stored.

On request: which injuries to ask about, which warning signs were noticed, and other forms of the report.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition
from bodymap.data.signs import RedFlag
from bodymap.place import Place, Side
from bodymap.tell.report import Asked, SignsAnswer, report_file, report_text
from bodymap.tell.wording import NONE_NOTICED, TIMES, VISIT_INJURIES, VISIT_SAYS, VISIT_SIGNS
from bodymap.words import ENGLISH, later, speaking, tr
from components import data, said, state
from components.shared.markup import plain
from components.shared.painting import DRAWN_ON

_NONE = "none"
_NOTED = "report_noted"  # in the session
_FORMS = {  # the ending of a file: what the button says, and its type
    ".txt": (later("Text"), "text/plain"),
    ".json": ("JSON", "application/json"),
    ".fhir.json": ("FHIR", "application/fhir+json"),
}


def take_along(
    dataset: Dataset, marks: Sequence[Place], felt_here: Sequence[Condition], open_signs: Sequence[RedFlag]
) -> None:
    """Note what the report of these marks holds, and on request show the choices for it."""
    flags = {flag.id: flag for flag in open_signs}  # only of these can somebody say that none was noticed
    names = {condition.id: condition.plain_name for condition in felt_here}
    asked = _noted()["asked"] = _asked(marks, list(flags), names)
    if said.preparing():
        with st.container(key="visit", border=True):
            _choices(flags, names, asked.signs)
            _other_forms(dataset, asked)


def report_control() -> None:
    """The download of the report; no answer sends it again, and the style sheet shows it beside an answer only."""
    noted = _noted()
    _download(
        tr("Report as PDF, one page"), lambda: noted["asked"], ".pdf", "application/pdf",
        ":material/picture_as_pdf:", "report", tr("Made on request and not stored."),
    )  # fmt: skip


def _noted() -> dict[str, Asked]:
    """What the newest answer was about: the file is made when no page is on show, and asks here."""
    noted: dict[str, Asked] = st.session_state.setdefault(_NOTED, {})
    return noted


def prepare_control() -> None:
    """The switch that shows the choices for a visit."""
    st.toggle(
        tr("Prepare a visit"), key=said.PREPARING, help=tr("Injuries to ask about, signs you noticed, other forms")
    )


def _choices(flags: Mapping[str, RedFlag], names: Mapping[str, str], answer: SignsAnswer) -> None:
    """Which injuries to ask about, and which signs were noticed; nothing else on the page follows from them."""
    st.caption(tr(VISIT_SAYS))
    st.session_state.visit_conditions = said.conditions(names)
    st.multiselect(
        tr(VISIT_INJURIES), list(names), format_func=lambda condition: plain(names[condition]), key="visit_conditions",
        on_change=_choose, placeholder=tr("Choose"),
    )  # fmt: skip
    st.session_state.visit_signs = [_NONE] if answer.said == "none" else list(answer.noticed)
    st.pills(
        tr(VISIT_SIGNS), [*flags, _NONE], key="visit_signs", selection_mode="multi",
        format_func=lambda sign: tr(NONE_NOTICED) if sign == _NONE else plain(_named(flags[sign])),
        on_change=_answer, args=(tuple(flags), answer.said == "none"),
    )  # fmt: skip


def _named(flag: RedFlag) -> str:
    return f"{tr(TIMES[flag.time][0])}: {flag.brief}"


def _choose() -> None:
    said.choose_conditions(st.session_state.visit_conditions)


def _answer(asked: tuple[str, ...], was_none: bool) -> None:
    """``none`` and a sign exclude each other: the one chosen last holds."""
    chosen = st.session_state.visit_signs
    noticed = [sign for sign in chosen if sign != _NONE]
    none = _NONE in chosen and not (was_none and noticed)
    said.answer_signs(asked, [] if none else noticed or None)


def _other_forms(dataset: Dataset, asked: Asked) -> None:
    with st.container(horizontal=True, key="forms"):
        _download(
            tr("Long form, PDF"),
            lambda: asked,
            ".pdf",
            "application/pdf",
            ":material/article:",
            "report_long",
            long=True,
        )
        for name, (label, mime) in _FORMS.items():
            _download(tr(label), lambda: asked, name, mime, ":material/download:", f"report{name.replace('.', '_')}")
    with st.expander(tr("As text to copy"), key="visit_text"), speaking(ENGLISH):  # as all forms of the report
        st.code(report_text(dataset, asked), language=None, wrap_lines=True)


def _download(
    label: str,
    asked: Callable[[], Asked],
    name: str,
    mime: str,
    icon: str,
    key: str,
    hint: str | None = None,
    long: bool = False,
) -> None:
    figure = state.figure()  # here and not when the file is made, as that happens when no page is on show
    file = f"body-map-{dt.date.today():%Y-%m-%d}{'-long' if long else ''}{name}"
    st.download_button(
        label,
        data=lambda: report_file(data.dataset_on(figure), data.chart_as(figure), asked(), file, long),
        file_name=file,
        mime=mime,
        key=key,
        on_click="ignore",
        icon=icon,
        help=hint,
    )


def _asked(marks: Sequence[Place], signs_shown: Sequence[str], felt_here: Collection[str]) -> Asked:
    return Asked(
        marks,
        dt.date.today(),
        link_to(marks),
        _painted(),
        said.felt(marks),
        said.signs_answer(signs_shown),
        said.conditions(felt_here),
    )


def _painted() -> list[tuple[str, Side]]:
    """The patterns on the body; one without a side is drawn as the chart draws it."""
    return [(point, side or DRAWN_ON) for point, side in map(state.split, state.shown_patterns())]  # type: ignore[misc]


def link_to(marks: Sequence[Place]) -> str:
    """The address that opens the map with these marks; without the server's own address where that is unknown."""
    place = urlsplit(st.context.url or "")
    feel = said.for_link(marks)
    query = f"{state.MARKS}={','.join(map(str, marks))}" + (f"&{urlencode({state.FEEL: feel})}" if feel else "")
    query += "".join(f"&{name}={value}" for name, value in state.kept_parameters().items())
    return urlunsplit((place.scheme, place.netloc, place.path or "/", query, ""))
