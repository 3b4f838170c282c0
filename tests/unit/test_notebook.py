"""The example notebook runs, cell by cell, and says what it promises."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

NOTEBOOK = Path(__file__).resolve().parents[2] / "docs" / "library.ipynb"


def test_the_notebook_finds_what_reaches_the_outer_knee_and_draws_a_pattern():
    said: dict[str, Any] = {}
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    for cell in cells:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == [], "keep the notebook without outputs, so that they cannot be old"
            exec("".join(cell["source"]), said)
    assert {"muscle", "joint"} <= set(said["table"]["kind"])
    assert said["muscles"] and said["muscles"][0] == said["dataset"].muscles[said["first"].muscle].name
    assert isinstance(said["figure"], go.Figure) and said["figure"].data
