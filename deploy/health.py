"""Exit 0 when the app answers. The first time the page is run as well, so that nobody waits while the data is read."""

from __future__ import annotations

import os
import sys
import tempfile
import urllib.request
from pathlib import Path

HAS_RUN = Path(tempfile.gettempdir()) / "page-has-run"


def main() -> int:
    """0, or 1 with the reason on standard error."""
    port = os.environ.get("STREAMLIT_SERVER_PORT", "8501")
    what = "health" if HAS_RUN.exists() else "script-health-check"
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/{what}", timeout=55).close()
        HAS_RUN.touch()
    except OSError as problem:
        print(f"{what}: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
