"""Starting what the browser tests and the bench need: a Streamlit server on a free port, and Chromium."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
LAUNCH_ARGS = ["--no-sandbox", "--disable-quic"]
NO_CHROMIUM = "chromium is not installed (on Debian: apt-get install chromium)"


class ServerError(Exception):
    """The app did not start; the message holds its log."""


def chromium_path() -> str | None:
    """The installed Chromium or Chrome, or None."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@contextmanager
def streamlit_server(script: str = "app.py", *options: str, module: str = "streamlit") -> Iterator[str]:
    """A Streamlit server of its own for a script of the project: its address, until the block ends.

    ``module`` is what Python runs; it takes the arguments of ``streamlit``, ``options`` among them.
    """
    with streamlit_process(script, *options, module=module) as (address, _):
        yield address


@contextmanager
def streamlit_process(
    script: str = "app.py",
    *options: str,
    module: str = "streamlit",
    python: Sequence[str] = (sys.executable,),
    cwd: Path = ROOT,
    environment: Mapping[str, str] | None = None,
) -> Iterator[tuple[str, int]]:
    """As ``streamlit_server``, with the number of the server's process; ``python`` is what starts Python, and where."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*python, "-m", module, "run", script, f"--server.port={port}", "--server.headless=true"]
    command += ["--server.address=127.0.0.1", *options]
    with tempfile.TemporaryFile("w+") as log:
        server = subprocess.Popen(command, cwd=cwd, env=environment, stdout=log, stderr=subprocess.STDOUT, text=True)
        try:
            _wait_until_up(server, log, f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}", server.pid
        finally:
            server.kill()
            server.wait(timeout=20)


def _wait_until_up(server: subprocess.Popen[str], log: IO[str], address: str) -> None:
    for _ in range(240):
        if server.poll() is not None:
            log.seek(0)
            raise ServerError(f"the app stopped: {log.read()}")
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.25)
    raise ServerError("the app did not come up within a minute")
