"""The health check of the image runs the page once, and after that only asks whether somebody is there."""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).resolve().parents[3] / "deploy" / "health.py"


class _App(BaseHTTPRequestHandler):
    asked: list[str] = []  # noqa: RUF012
    status = 200

    def do_GET(self) -> None:
        _App.asked.append(self.path)
        self.send_response(_App.status)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def health(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location("health", FILE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    server = HTTPServer(("127.0.0.1", 0), _App)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", str(server.server_port))
    monkeypatch.setattr(module, "HAS_RUN", tmp_path / "page-has-run")
    monkeypatch.setattr(_App, "asked", [])
    yield module
    server.shutdown()
    server.server_close()


def test_the_page_is_run_once(health):
    assert [health.main() for _ in range(3)] == [0, 0, 0]
    assert _App.asked == ["/_stcore/script-health-check", "/_stcore/health", "/_stcore/health"]


def test_a_page_that_fails_is_run_again(health, monkeypatch, capsys):
    monkeypatch.setattr(_App, "status", 503)
    assert [health.main() for _ in range(2)] == [1, 1]
    assert _App.asked == ["/_stcore/script-health-check"] * 2
    assert "503" in capsys.readouterr().err


def test_nobody_there_is_not_healthy(health, monkeypatch, capsys):
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", "1")
    assert health.main() == 1 and "refused" in capsys.readouterr().err
