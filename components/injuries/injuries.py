"""Injuries and conditions: a list that the runner's filter narrows down, and a page for each."""

import streamlit as st

from bodymap.words import tr
from components import data, pages, state
from components.body_chart import body_chart
from components.injuries.filters import answers_known, in_address, take_address
from components.injuries.listing import injury_list, listed
from components.injuries.study import (
    chosen_condition,
    close_page_after_marking,
    injury_page,
    names_known,
    paint,
    turn_to,
)
from components.shared.footer import footer
from components.shared.top import part, top
from components.shared.unknown_note import unknown_note
from components.shared.view_control import view_control

dataset = data.dataset()
known = data.known_places()
arrived = state.arrive("injuries", known)
state.take_clicks(known, ())
take_address(arrived)
close_page_after_marking(arrived)
condition = chosen_condition(dataset)
if condition:
    turn_to(condition)

pages.name_tab(pages.INJURIES, condition.plain_name if condition else "")
top(dataset, tr(pages.INJURIES.title))
now_listed = None if condition else listed(dataset, state.marks())
picture, reading = st.columns([11, 9], gap="large")
with picture, st.container(key="picture"):
    layout = view_control()
    told = state.chart_state(counts=now_listed.counts if now_listed else {})
    told |= {"shown": {**({} if condition else in_address()), **state.in_address()}, **paint(dataset, condition)}
    body_chart(data.scene(layout, state.figure()), told, key=state.CHART)
with reading, st.container(key="reading"):
    unknown_note({**names_known(dataset), **answers_known()})
    if condition:
        injury_page(dataset, condition, state.marks())
    elif now_listed:
        part(tr("Injuries and conditions"))
        injury_list(dataset, state.marks(), now_listed)
footer(dataset)
