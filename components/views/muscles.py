"""Study a muscle: choose it by name or on the body; where it lies, its trigger points, its patterns, its sources."""

import streamlit as st

from components import data, state
from components.footer import footer
from components.muscle_study import choose_muscle, study
from components.notice import notice

state.arrive("muscles")
st.title("Muscles", anchor=False)
notice()
muscle = choose_muscle(data.dataset())
study(data.dataset(), muscle)
footer(data.dataset())
