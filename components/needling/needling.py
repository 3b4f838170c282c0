"""Dry needling: what it is, what studies found, what can go wrong, and what is claimed for it."""

import streamlit as st

from bodymap.words import tr
from components import data, pages, state
from components.needling.parts import warning
from components.needling.study import needling_study
from components.shared.footer import footer
from components.shared.markup import show
from components.shared.top import top

state.arrive("needling")
pages.name_tab(pages.NEEDLING)
top(data.dataset(), tr(pages.NEEDLING.title), search=False)
show(warning())
with st.container(key="needling"):
    needling_study(data.dataset())
footer(data.dataset())
