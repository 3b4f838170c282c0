"""The figure of how the marks, the muscles and the conditions hang together, on request."""

from __future__ import annotations

import streamlit as st

from bodymap.data.dataset import Dataset
from bodymap.words import later, tr
from components import state

_CAPTION = later(
    "Left: marked. Middle: muscles, a full line where mainly felt, dotted where it can spill over. Right: injuries "
    "and conditions; dashed: some clinicians link them, or they are felt there. No line says that one causes another."
)


_KINDS = {"main": later("main"), "spillover": later("spillover"), "felt": later("felt"), "link": later("link")}


def network_control() -> bool:
    """The switch that shows the figure, and whether it is on."""
    return st.toggle(tr("How it hangs together"), key="network", help=tr("Marks, muscles and injuries joined by lines"))


def network_is_shown() -> bool:
    """Whether the figure is on show, which is drawn from the marks."""
    return bool(st.session_state.get("network"))


def hang_together(dataset: Dataset) -> None:
    """The figure, and the same in words."""
    from bodymap.tell.network_figure import network, network_figure  # plotly is only needed here

    marks = state.marks()
    if not marks:
        st.caption(tr("Mark a place first."))
        return
    nodes, edges = network(dataset, marks)
    st.plotly_chart(network_figure(nodes, edges), key="network_figure", config={"displayModeBar": False})
    st.caption(tr(_CAPTION))
    with st.expander(tr("The figure in words")):
        st.text(
            "\n".join(
                tr("{} to {} ({})").format(edge.start.name, edge.end.name, tr(_KINDS[edge.kind])) for edge in edges
            )
        )
