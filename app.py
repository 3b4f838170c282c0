"""Trigger Point Body Map: run with ``streamlit run app.py``."""

import streamlit as st

from bodymap.geometry import ChartError
from bodymap.problems import DataProblems
from components import data

st.set_page_config(
    page_title="Trigger Point Body Map",
    page_icon="🧍",
    layout="wide",
    initial_sidebar_state="collapsed",
)

try:
    data.dataset()
    data.chart()
except (DataProblems, ChartError, FileNotFoundError) as problems:
    st.error("The data cannot be used yet. Each line says where, what is wrong and what to do:")
    st.code(str(problems), language=None, wrap_lines=True)
    st.stop()

page = st.navigation(
    [
        st.Page(
            "components/views/explore.py",
            title="Where does it hurt?",
            icon=":material/accessibility_new:",
            default=True,
        ),
        st.Page("components/views/injuries.py", title="Injuries", icon=":material/healing:", url_path="injuries"),
        st.Page("components/views/muscles.py", title="Muscles", icon=":material/menu_book:", url_path="muscles"),
        st.Page("components/views/needling.py", title="Dry needling", icon=":material/science:", url_path="needling"),
    ],
    position="top",
)
page.run()
