"""The browser's tab is named after the record on show, the page and the app."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import pages
from tests.real import REAL

ROOT = Path(__file__).resolve().parents[2]
TABS = {
    pages.EXPLORE: ({}, ""),
    pages.INJURIES: ({"condition": "migraine"}, REAL.conditions["migraine"].plain_name),
    pages.MUSCLES: ({"muscle": "soleus"}, REAL.muscles["soleus"].name),
    pages.NEEDLING: ({}, ""),
    pages.QUIZ: ({}, ""),
}


@pytest.mark.parametrize(("page", "opened"), TABS.items(), ids=[page.short for page in TABS])
def test_a_tab_is_named_after_its_record_and_page(page, opened, monkeypatch):
    titles: list[str] = []
    monkeypatch.setattr(st, "set_page_config", lambda **settings: titles.append(settings["page_title"]))
    address, record = opened
    app = AppTest.from_file(str(ROOT / page.script), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    assert not app.run().exception
    assert titles == [f"{record} · {page.title} · {pages.APP}".removeprefix(" · ")]
