"""The settings in .streamlit/config.toml are ones that Streamlit knows; some of them are hidden and could go."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from streamlit import config

SETTINGS = tomllib.loads(
    (Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
)


def options(tree: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Every setting with its full name."""
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from options(value, f"{above}{name}.")
        else:
            yield above + name, value


def test_streamlit_knows_every_setting():
    known = config.get_config_options()
    assert {name for name, _ in options(SETTINGS)} <= set(known)
    assert all(
        type(value) is known[name].type for name, value in options(SETTINGS) if known[name].default_val is not None
    )


def test_no_garbage_is_collected_after_every_run_and_no_files_are_watched():
    assert SETTINGS["runner"]["postScriptGC"] is False and SETTINGS["server"]["fileWatcherType"] == "none"
    assert config.get_option("runner.postScriptGC") is False
    assert config.get_option("server.fileWatcherType") == "none"
