"""Where the data folder lies: at the top of a checkout, or inside an installed package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent / "data"

DATA_DIR = _CHECKOUT if (_CHECKOUT / "trigger_points.yaml").exists() else _PACKAGE / "_data"
