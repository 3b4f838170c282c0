"""``python -m tests.browser.hostile_app run app.py``: Streamlit, and an app whose data hold markup in every text."""

from __future__ import annotations

from streamlit.web import cli

from components import data
from tests.hostile import hostile

if __name__ == "__main__":
    dataset = hostile()
    data.load = lambda *_: dataset
    cli.main(prog_name="streamlit")
