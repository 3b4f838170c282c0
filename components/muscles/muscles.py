"""Study a muscle: choose it by name or on the body; where it lies, its trigger points, its patterns, its sources."""

import streamlit as st

from components import data, state
from components.muscles.study import choose_muscle, study
from components.shared.footer import footer
from components.shared.notice import notice

state.arrive("muscles")
st.title("Muscles", anchor=False)
notice()
muscle = choose_muscle(data.dataset())
study(data.dataset(), muscle)
footer(data.dataset())
