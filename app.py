"""Trigger Point Body Map: run with ``streamlit run app.py``.

Streamlit imports this file for ``app``, the server; the server runs it again as the script of each session.
"""

import streamlit as st
from starlette.middleware import Middleware

from bodymap.problems import DataProblems
from bodymap.words import tr
from components import data, language
from components.front_door import FrontDoor
from components.page_style import page_style
from components.pages import APP, BEHIND, PAGES, links
from components.shared.actions import script_of_actions

ONCE_A_DAY = 24 * 3600  # seconds


@st.fragment(run_every=ONCE_A_DAY)
def asked_anew() -> None:
    """Shows nothing. Because it would run again, Streamlit asks for the page after every lost connection.

    Without it a page that was only opened never hears from a new process, and its clicks stay without an answer.
    """


def show() -> None:
    """The page that the address names, or what is wrong with the data."""
    language.speak()
    st.set_page_config(
        page_title=APP,
        page_icon="components/icon.png",
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    page_style()
    script_of_actions()

    try:
        data.dataset()
        data.releases()
        data.references()
        data.chart()
    except DataProblems as problems:
        st.error(tr("The data cannot be used yet. Each line says where, what is wrong and what to do:"))
        st.code(str(problems), language=None, wrap_lines=True)
        st.stop()

    asked_anew()
    page = st.navigation(
        [
            st.Page(
                p.script,
                title=tr(p.title),
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
    data.settle()


if __name__ == "__main__":
    show()
else:
    app = st.App(__file__, middleware=[Middleware(FrontDoor)])
