"""Where muscles are described to send pain: the data, its rules, and the answers drawn from it."""

from pathlib import Path

_CARRIED = Path(__file__).resolve().parent / "_data"  # as an installed package carries it; see setup.py
DATA_DIR = _CARRIED if _CARRIED.is_dir() else _CARRIED.parent.parent / "data"
