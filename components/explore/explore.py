"""Where does it hurt? The chart, and beside it what is known about the marked places."""

import streamlit as st

from components import data, state
from components.body_chart import draw_body
from components.explore.answer import answer
from components.shared.find_place import list_control, place_list
from components.shared.footer import footer
from components.shared.notice import notice
from components.shared.search_box import search_box
from components.shared.view_control import map_control, turn_to, view_control

dataset = data.dataset()
known = data.known_places()
if state.arrive("explore", known):
    turn_to([mark.region for mark in state.marks()])
state.take_clicks(known, data.known_patterns())
state.page_is_drawn()

st.title("Trigger Point Body Map", anchor=False)
notice()
picture, reading = st.columns([11, 9], gap="large")
with picture, st.container(key="picture"):
    search_box(dataset)
    draw_body(data.scene(view_control()), key=state.CHART)
    with st.container(horizontal=True, gap="large"):
        map_control()
        listing = list_control()
    if listing:
        place_list(dataset)
with reading:
    answer(dataset)
footer(dataset)
