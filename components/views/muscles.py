"""Study a muscle: where it lies, its trigger points, its patterns, its sources."""

import streamlit as st

from components import data
from components.footer import footer
from components.muscle_study import choose_muscle, study
from components.notice import notice
from components.page_style import page_style

page_style()
st.title("Muscles", anchor=False)
notice()
muscle = choose_muscle(data.dataset())
study(data.dataset(), muscle)
footer(data.dataset())
