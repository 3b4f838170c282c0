"""The real data and the drawn chart, read once and shared by every test that looks at them."""

from __future__ import annotations

import pytest

from bodymap import DATA_DIR
from bodymap.body.geometry import read_chart
from bodymap.read.load import DataProblems, load

try:
    REAL = load()
except DataProblems:
    pytest.skip("the data have problems: see tests/data/test_records.py", allow_module_level=True)
CHART = read_chart(DATA_DIR / "body")
