"""Several processes of the app behind a real nginx, as ``deploy/`` starts it.

``python -m tests.browser.machines 3`` starts three, says where, and ends them on the next line of input.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

import streamlit

from tests.browser.server import ROOT, ServerError, streamlit_process

START = ROOT / "deploy" / "start-proxy.sh"
NO_NGINX = "nginx or envsubst is not installed (on Debian: apt-get install nginx-light gettext-base)"
RUNS_THE_PAGE = "--server.scriptHealthCheckEnabled=true"  # at /_stcore/script-health-check, as the image does
STREAMLIT_FILES = Path(streamlit.__file__).parent / "static"


def nginx_is_here() -> bool:
    return bool(shutil.which("nginx") and shutil.which("envsubst"))


def settings(folder: Path, app: Sequence[str], **changed: str) -> dict[str, str]:
    """The environment of ``start-proxy.sh`` for processes at some addresses (``127.0.0.1:8501``)."""
    servers = " ".join(f"server {address};" for address in app)
    own = {"RUN": str(folder), "STATIC": str(STREAMLIT_FILES), "APP_SERVERS": servers}
    return {"PATH": os.environ["PATH"], **own, "ACCESS_LOG": str(folder / "access.log"), **changed}


@dataclass
class Machines:
    """The proxy's address and folder, and the processes behind it: address and number of each."""

    address: str
    folder: Path
    log: IO[str]
    processes: list[tuple[str, int]] = field(default_factory=list)

    def said(self) -> str:
        """What nginx said beside the lines of its access log."""
        self.log.seek(0)
        return self.log.read()

    def people(self) -> dict[int, int]:
        """How many sessions each process that runs has, by its number."""
        return {number: active for at, number in self.processes if (active := active_sessions(at)) is not None}

    def kill_where_somebody_is(self) -> int:
        """End the one process that has a session, as a machine ends that loses its power; its number."""
        (number,) = (number for number, active in self.people().items() if active)
        os.kill(number, signal.SIGKILL)
        return number


def active_sessions(address: str) -> int | None:
    """The sessions with somebody connected, or None where nothing answers."""
    try:
        with urllib.request.urlopen(f"{address}/_stcore/metrics", timeout=5) as answer:
            found = re.search(r"^active_sessions (\d+)", answer.read().decode(), re.MULTILINE)
    except OSError:
        return None
    return int(found[1]) if found else 0


@contextmanager
def proxy(app: Sequence[str], **changed: str) -> Iterator[Machines]:
    """nginx on a free port in front of ``app`` (``http://127.0.0.1:8501``), with settings of ``start-proxy.sh``."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    hosts = [urlsplit(address).netloc for address in app]
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryFile("w+") as log:
        folder = Path(name)
        folder.chmod(0o755)  # as root, nginx works as nobody
        environment = settings(folder, hosts, LISTEN=f"127.0.0.1:{port}", **changed)
        command = [str(START), "-g", "daemon off;"]
        nginx = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT, text=True)
        try:
            _wait(nginx, port, log)
            yield Machines(f"http://127.0.0.1:{port}", folder, log)
        finally:
            nginx.terminate()
            nginx.wait(timeout=20)


@contextmanager
def machines(count: int, warm: bool = True, **changed: str) -> Iterator[Machines]:
    """So many processes of the app behind nginx, until the block ends; ``warm`` ones have read the data."""
    with ExitStack() as stack:
        processes = [stack.enter_context(streamlit_process("app.py", RUNS_THE_PAGE)) for _ in range(count)]
        for address, _ in processes if warm else ():
            urllib.request.urlopen(f"{address}/_stcore/script-health-check", timeout=60).close()
        found = stack.enter_context(proxy([address for address, _ in processes], **changed))
        found.processes = processes
        yield found


def _wait(nginx: subprocess.Popen[str], port: int, log: IO[str]) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if nginx.poll() is not None:
            log.seek(0)
            raise ServerError(f"nginx stopped: {log.read()}")
        time.sleep(0.1)
    raise ServerError("nginx did not come up within ten seconds")


def main() -> None:
    count, changed = int(sys.argv[1]), dict(pair.split("=", 1) for pair in sys.argv[2:])
    with machines(count, **changed) as behind:
        print("--url", behind.address, *(f"--process {number}" for _, number in behind.processes), flush=True)
        sys.stdin.readline()


if __name__ == "__main__":
    main()
