"""A session and an address without a page, so that the state can be tested alone."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st


class Session(dict[str, Any]):
    """What ``st.session_state`` offers: the same things as keys and as attributes."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(name) from error

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    """An empty session."""
    made = Session()
    monkeypatch.setattr(st, "session_state", made)
    return made


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The parameters of the address, none at first."""
    made: dict[str, str] = {}
    monkeypatch.setattr(st, "query_params", made)
    return made


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every HTML put on the page, in order."""
    texts: list[str] = []
    monkeypatch.setattr(st, "html", texts.append)
    return texts
