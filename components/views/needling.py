"""Dry needling: what it is, what studies found, what can go wrong, and what is claimed for it."""

import streamlit as st

from components import data, state
from components.footer import footer
from components.needling_page import WARNING
from components.needling_study import needling_study
from components.notice import notice
from components.page_style import page_style

state.arrive("needling")
page_style()
st.title("Dry needling", anchor=False)
notice()
st.html(WARNING)
with st.container(key="needling"):
    needling_study(data.dataset())
footer(data.dataset())
