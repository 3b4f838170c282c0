"""Two or three muscles side by side: pictures on one scale, and a table. The address holds them: ``?compare=a,b,c``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

import streamlit as st
from markupsafe import Markup

from bodymap.body.figure import Figure
from bodymap.data.dataset import Dataset
from bodymap.data.model import Muscle
from bodymap.place import SIDE_SAID, Side
from bodymap.tell.comparison import as_html, facts_beside, pictures_beside
from bodymap.tell.picture import in_page_colours
from bodymap.tell.wording import COMPARE_SAYS
from bodymap.words import later, tr
from components import data, pages, state, unknown
from components.muscles.choice import label_of, open_muscle
from components.muscles.side import side, side_switch
from components.shared.figure_control import figure_control
from components.shared.markup import html, show
from components.shared.unknown_note import Known, unknown_note

MOST = 3
_BOX = "compare_box"


def asked(dataset: Dataset) -> list[str] | None:
    """The muscles that the address lays side by side; None if it asks for no comparison."""
    if pages.COMPARE not in st.query_params:
        unknown.forget(pages.COMPARE)
        return None
    named = list(dict.fromkeys(filter(None, re.split(r"[\s,;]+", st.query_params[pages.COMPARE]))))
    known = [muscle for muscle in named if muscle in dataset.muscles]
    unknown.take(pages.COMPARE, st.query_params[pages.COMPARE], [m for m in named if m not in dataset.muscles])
    unknown_note({pages.COMPARE: _known(dataset, known)})
    if len(known) > MOST:
        said = tr("At most {} muscles stand side by side; these are the first {} of {}.")
        st.info(said.format(MOST, MOST, len(known)))
    return known[:MOST]


def _known(dataset: Dataset, kept: Sequence[str]) -> Known:
    return Known(
        (later("muscle"), later("muscles")),
        lambda: {muscle.id: [muscle.name, *muscle.synonyms] for muscle in dataset.muscles.values()},
        lambda muscle: label_of(dataset.muscles[muscle]),
        lambda muscle: start(list(dict.fromkeys([*kept, muscle]))[:MOST]),
    )


def start(muscles: Sequence[str]) -> None:
    """Lay muscles side by side; for use as a callback."""
    st.query_params[pages.COMPARE] = ",".join(muscles)


def close() -> None:
    """Back to the muscle that was on show; for use as a callback."""
    st.query_params.pop(pages.COMPARE, None)


def side_by_side(dataset: Dataset, muscles: Sequence[str]) -> None:
    """The page of a comparison."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="comparing"):
        st.button(tr("Back to one muscle"), key="compare_close", icon=":material/arrow_back:", on_click=close)
        st.session_state[_BOX] = list(muscles)
        st.multiselect(
            tr("Muscles side by side (two or {})").format(MOST),
            list(dataset.muscles),
            format_func=lambda id_: label_of(dataset.muscles[id_]),
            key=_BOX,
            max_selections=MOST,
            placeholder=tr("Choose muscles"),
            on_change=_changed,
        )
        side_switch()
        figure_control()
    _name_figure()
    if len(muscles) < 2:
        st.info(tr("Choose one more muscle to compare.") if muscles else tr("Choose two or three muscles to compare."))
        return
    records = [dataset.muscles[muscle] for muscle in muscles]
    _pictures(dataset, records)
    show(_table(dataset, records, side()))


def _name_figure() -> None:
    """The address names the figure; on pages with a chart, the chart does that."""
    named = state.figure_parameter().get(state.FIGURE)
    if named:
        st.query_params[state.FIGURE] = named
    else:
        st.query_params.pop(state.FIGURE, None)


def _pictures(dataset: Dataset, muscles: Sequence[Muscle]) -> None:
    drawn = _drawn(tuple(muscle.id for muscle in muscles), side(), state.figure())
    with st.container(key="compared"):
        for muscle, picture, column in zip(muscles, drawn, st.columns(len(muscles)), strict=True):
            with column:
                show(html("<h3>{}</h3>", muscle.name))
                show(_picture(picture, muscle))
                st.button(
                    tr("Open this muscle"),
                    key=f"compared_{muscle.id}",
                    type="tertiary",
                    icon=":material/arrow_forward:",
                    on_click=_open,
                    args=(muscle.id,),
                )
        st.caption(tr(COMPARE_SAYS))


def _picture(svg: str, muscle: Muscle) -> Markup:
    address = Markup("data:image/svg+xml,") + quote(svg)
    caption = f"{muscle.name}, {tr(SIDE_SAID[side()])}"
    return html('<figure><img src="{}" alt="{}"><figcaption>{}</figcaption></figure>', address, caption, caption)


@st.cache_data(max_entries=64, show_spinner=False)
def _drawn(muscles: Sequence[str], side: Side, figure: Figure) -> list[str]:
    dataset = data.dataset_on(figure)
    records = [dataset.muscles[muscle] for muscle in muscles]
    return [in_page_colours(picture) for picture in pictures_beside(data.chart_as(figure), dataset, records, side)]


def _table(dataset: Dataset, muscles: Sequence[Muscle], side: Side) -> Markup:
    """The facts."""
    return html('<div class="beside" tabindex="0">{}</div>', as_html(facts_beside(dataset, muscles, side)))


def _changed() -> None:
    chosen = st.session_state[_BOX]
    if chosen:
        start(chosen)
    else:
        close()


def _open(muscle: str) -> None:
    close()
    open_muscle(muscle)
