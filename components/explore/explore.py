"""Where does it hurt? The chart, and beside it what is known about the marked places."""

import streamlit as st

from bodymap.words import tr
from components import data, pages, state
from components.body_chart import draw_body
from components.explore.answer import answer
from components.explore.hang_together import hang_together, network_control
from components.explore.take_along import prepare_control, report_control
from components.shared.find_place import list_control, place_list
from components.shared.footer import footer
from components.shared.pieces import show_pieces
from components.shared.top import part, top
from components.shared.view_control import map_control, open_view, view_control

dataset = data.dataset()
if state.arrive("explore", data.known_places(), data.known_patterns()):
    open_view(state.marks())
state.take_clicks(data.known_places(), data.known_patterns())
state.page_is_drawn()

pages.name_tab(pages.EXPLORE)
top(dataset, pages.APP)
picture, reading = st.columns([11, 9], gap="large")
with picture, st.container(key="picture"):
    draw_body(data.scene(view_control(), state.figure()), key=state.CHART)
with reading:
    part(tr("About your marks"))
    with st.container():  # of its own: see decision 0006
        answer(dataset)
    report_control()
    with st.container(horizontal=True, gap="large", key="switches"):
        prepare_control()
        map_control()
        listing = list_control()
        joined = network_control()
    if joined:
        hang_together(dataset)
    if listing:
        place_list(dataset)
footer(dataset)
show_pieces()
