"""Injuries and conditions: a list that the body narrows down, and a page for each."""

import streamlit as st

from components import data, pages, state
from components.body_chart import body_chart
from components.injuries.study import (
    chosen_condition,
    close_page_after_marking,
    injury_list,
    injury_page,
    paint,
    turn_to,
)
from components.shared.footer import footer
from components.shared.top import top
from components.shared.view_control import view_control

dataset = data.dataset()
known = data.known_places()
arrived = state.arrive("injuries", known)
state.take_clicks(known, ())
close_page_after_marking(arrived)
condition = chosen_condition(dataset)
if condition:
    turn_to(condition)

pages.name_tab(pages.INJURIES, condition.plain_name if condition else "")
top(dataset, "Injuries")
picture, reading = st.columns([11, 9], gap="large")
with picture, st.container(key="picture"):
    layout = view_control()
    body_chart(data.scene(layout), {**state.chart_state(), **paint(dataset, condition)}, key=state.CHART)
with reading, st.container(key="reading"):
    if condition:
        injury_page(dataset, condition, state.marks())
    else:
        injury_list(dataset, state.marks())
footer(dataset)
