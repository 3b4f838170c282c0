"""The least that a Streamlit app can do: one button, and a text that changes with each click."""

import streamlit as st

st.session_state.setdefault("count", 0)


def _more() -> None:
    st.session_state.count += 1


st.title("A bare app")
st.button("Count", on_click=_more)
st.markdown(f"Clicked {st.session_state.count} times")
