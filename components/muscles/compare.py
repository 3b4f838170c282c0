"""Two or three muscles side by side: pictures on one scale, and a table. The address holds them: ``?compare=a,b,c``."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.data.model import Muscle
from bodymap.place import Side
from bodymap.tell.comparison import as_html, facts_beside, pictures_beside
from bodymap.tell.wording import COMPARE_SAYS
from components import data, pages
from components.muscles.choice import label_of, open_muscle
from components.muscles.side import side, side_switch
from components.shared.markup import html, plain, show

MOST = 3
_BOX = "compare_box"


def asked(dataset: Dataset) -> list[str] | None:
    """The muscles that the address lays side by side; None if it asks for no comparison."""
    if pages.COMPARE not in st.query_params:
        return None
    named = list(dict.fromkeys(filter(None, st.query_params[pages.COMPARE].split(","))))
    known = [muscle for muscle in named if muscle in dataset.muscles]
    if unknown := [name for name in named if name not in dataset.muscles]:
        st.warning(
            plain(f"The address names “{unknown[0][:60]}”, which is no muscle known here. Choose one in the box.")
        )
    if len(known) > MOST:
        st.info(f"At most {MOST} muscles stand side by side; these are the first {MOST} of {len(known)}.")
    return known[:MOST]


def start(muscles: Sequence[str]) -> None:
    """Lay muscles side by side; for use as a callback."""
    st.query_params[pages.COMPARE] = ",".join(muscles)


def close() -> None:
    """Back to the muscle that was on show; for use as a callback."""
    st.query_params.pop(pages.COMPARE, None)


def side_by_side(dataset: Dataset, muscles: Sequence[str]) -> None:
    """The page of a comparison."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="comparing"):
        st.button("Back to one muscle", key="compare_close", icon=":material/arrow_back:", on_click=close)
        st.session_state[_BOX] = list(muscles)
        st.multiselect(
            f"Muscles side by side (two or {MOST})",
            list(dataset.muscles),
            format_func=lambda id_: label_of(dataset.muscles[id_]),
            key=_BOX,
            max_selections=MOST,
            placeholder="Choose muscles",
            on_change=_changed,
        )
        side_switch()
    if len(muscles) < 2:
        st.info("Choose one more muscle to compare." if muscles else "Choose two or three muscles to compare.")
        return
    records = [dataset.muscles[muscle] for muscle in muscles]
    _pictures(dataset, records)
    show(_table(dataset, records, side()))


def _pictures(dataset: Dataset, muscles: Sequence[Muscle]) -> None:
    drawn = _drawn(tuple(muscle.id for muscle in muscles), side())
    with st.container(key="compared"):
        for muscle, picture, column in zip(muscles, drawn, st.columns(len(muscles)), strict=True):
            with column:
                show(html("<h3>{}</h3>", muscle.name))
                st.image(picture, caption=plain(f"{muscle.name}, {side()}"), width="stretch")
                st.button(
                    "Open this muscle",
                    key=f"compared_{muscle.id}",
                    type="tertiary",
                    icon=":material/arrow_forward:",
                    on_click=_open,
                    args=(muscle.id,),
                )
        st.caption(COMPARE_SAYS)


@st.cache_data(max_entries=64, show_spinner=False)
def _drawn(muscles: Sequence[str], side: Side) -> list[str]:
    dataset = data.dataset()
    return pictures_beside(data.chart(), dataset, [dataset.muscles[muscle] for muscle in muscles], side)


def _table(dataset: Dataset, muscles: Sequence[Muscle], side: Side) -> Markup:
    """The facts; pandas escapes every name and cell."""
    frame = facts_beside(dataset, muscles, side)
    return html('<div class="beside" tabindex="0">{}</div>', Markup(as_html(frame)))


def _changed() -> None:
    chosen = st.session_state[_BOX]
    if chosen:
        start(chosen)
    else:
        close()


def _open(muscle: str) -> None:
    close()
    open_muscle(muscle)
