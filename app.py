"""Trigger Point Body Map: run with ``streamlit run app.py``."""

import streamlit as st

from bodymap.body.geometry import ChartError
from bodymap.problems import DataProblems
from components import data
from components.page_style import page_style
from components.pages import APP, BEHIND, PAGES, links

st.set_page_config(
    page_title=APP,
    page_icon="components/icon.png",
    layout="wide",
    initial_sidebar_state="collapsed",
)
page_style()

try:
    data.dataset()
    data.releases()
    data.chart()
except (DataProblems, ChartError, FileNotFoundError) as problems:
    st.error("The data cannot be used yet. Each line says where, what is wrong and what to do:")
    st.code(str(problems), language=None, wrap_lines=True)
    st.stop()

page = st.navigation(
    [
        st.Page(
            p.script,
            title=p.title,
            icon=p.icon,
            url_path=p.address or None,
            default=not p.address,
            visibility="hidden" if p in BEHIND else "visible",
        )
        for p in (*PAGES, *BEHIND)
    ],
    position="top",
)
links()
page.run()
