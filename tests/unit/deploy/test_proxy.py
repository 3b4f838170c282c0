"""The real nginx with the settings of ``deploy/``, before an app that only says which process it is."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.machines import NO_NGINX, START, STREAMLIT_FILES, Machines, nginx_is_here, proxy, settings

MARKS = "/?marks=knee_front.right"
HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY"}
CLOSED = (
    "/_stcore/metrics",
    "/_stcore/script-health-check",
    "/_stcore/agent/openapi.json",
    "/_stcore/bidi-components/any",
    "/_stcore/later",
    "/component/any/index.html",
)


@pytest.fixture(scope="module", autouse=True)
def needs_nginx() -> None:
    if not nginx_is_here():
        assert not os.environ.get("CI"), NO_NGINX
        pytest.skip(NO_NGINX)


class _App(BaseHTTPRequestHandler):
    """Answers with the number of its process; keeps what it was asked."""

    def do_GET(self) -> None:
        self.server.asked.append(dict(self.headers))  # type: ignore[attr-defined]
        if self.path.startswith("/media/") and self.path != f"/media/{self.server.name[-1]}":  # type: ignore[attr-defined]
            return self.send_error(404)
        if self.path == "/_stcore/stream" and not self.server.held.wait(20):  # type: ignore[attr-defined]
            return
        body = self.server.name.encode()  # type: ignore[attr-defined]
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_PUT(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Nothing."""


class App(ThreadingHTTPServer):
    """A stand-in for a process of the app; ``held`` lets its sessions end."""

    daemon_threads = True

    def __init__(self, name: str) -> None:
        super().__init__(("127.0.0.1", 0), _App)
        self.name = name
        self.asked: list[dict[str, str]] = []
        self.held = threading.Event()
        self.address = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def end(self) -> None:
        self.held.set()
        self.shutdown()
        self.server_close()


@contextmanager
def apps(count: int) -> Iterator[list[App]]:
    started = [App(f"process {number}") for number in range(count)]
    try:
        yield started
    finally:
        for app in started:
            app.end()


@pytest.fixture(scope="module")
def behind() -> Iterator[tuple[Machines, list[App]]]:
    with apps(3) as started, proxy([app.address for app in started]) as front:
        yield front, started


def asked(
    front: Machines, path: str, method: str = "GET", body: bytes | None = None, **headers: str
) -> tuple[int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection(urlsplit(front.address).netloc, timeout=20)
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize("path", ["/", "/injuries", "/static/missing.js", "/_stcore/health", *CLOSED])
def test_every_answer_has_the_headers(behind, path):
    _, headers, _ = asked(behind[0], path)
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"] and "camera=()" in headers["Permissions-Policy"]
    assert headers["Server"] == "nginx", "the version is told"


def test_pages_that_are_named_may_show_the_app_in_a_frame():
    with apps(1) as (app,), proxy([app.address], EMBED="https://school.example https://other.example") as front:
        _, headers, _ = asked(front, "/")
    assert "frame-ancestors https://school.example https://other.example" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] is None
    assert headers["Set-Cookie"].endswith("HttpOnly; SameSite=None; Secure; Partitioned")


@pytest.mark.parametrize("value", ['https://a.example"; add_header X-Own "1', "https://a.example;", "$host"])
def test_embed_takes_only_origins(tmp_path: Path, value: str):
    started = subprocess.run([START, "-t"], env=settings(tmp_path, ["127.0.0.1:1"], EMBED=value), capture_output=True)
    assert started.returncode == 2 and b"EMBED" in started.stderr


def test_nginx_finds_nothing_to_complain_of(tmp_path: Path):
    tried = subprocess.run([START, "-t"], env=settings(tmp_path, ["127.0.0.1:1"]), capture_output=True, text=True)
    lines = [line for line in tried.stderr.splitlines() if "is successful" not in line and "syntax is ok" not in line]
    assert (tried.returncode, lines) == (0, [])


@pytest.mark.parametrize("path", CLOSED)
def test_what_is_not_for_people_is_closed(behind, path):
    assert asked(behind[0], path)[0] == 403


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/"), ("PUT", "/injuries"), ("GET", "/_stcore/upload_file/a/b"), ("POST", "/media/a")]
)
def test_other_methods_are_refused(behind, method, path):
    assert asked(behind[0], path, method, b"")[0] == 403


@pytest.mark.parametrize(("size", "status"), [(2_000_000, 200), (2_200_000, 413)])
def test_an_upload_may_be_as_large_as_progress_of_the_quiz(behind, size, status):
    assert asked(behind[0], "/_stcore/upload_file/a/b", "PUT", bytes(size))[0] == status


def test_only_files_named_by_their_content_are_kept(behind):
    name = next(file.name for file in (STREAMLIT_FILES / "static" / "js").glob("index.*.js"))
    status, headers, _ = asked(behind[0], f"/static/js/{name}", **{"Accept-Encoding": "gzip"})
    assert (status, headers["Content-Encoding"], headers["Vary"]) == (200, "gzip", "Accept-Encoding")
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable" and headers["Set-Cookie"] is None
    assert asked(behind[0], "/")[1]["Cache-Control"] is None, "the page of the app has its own"


def test_every_file_of_streamlit_is_one_of_those(behind):
    """A file without a hash in its name would be asked for anew each time."""
    files = [file for file in (STREAMLIT_FILES / "static").rglob("*") if file.is_file() and file.suffix != ".gz"]
    names = [file.relative_to(STREAMLIT_FILES).as_posix() for file in files]
    assert len(names) > 100
    assert [name for name in names if not asked(behind[0], f"/{name}", "HEAD")[1]["Cache-Control"]] == []


def places(front: Machines, count: int, **headers: str) -> list[bytes]:
    return [asked(front, "/", **headers)[2] for _ in range(count)]


def test_the_same_person_comes_to_the_same_process(behind):
    front, _ = behind
    _, headers, _ = asked(front, "/")
    cookie = headers["Set-Cookie"].partition(";")[0]
    assert len(cookie.removeprefix("place=")) == 3 and headers["Set-Cookie"].endswith("HttpOnly; SameSite=Lax")
    assert len(set(places(front, 8, Cookie=cookie))) == 1
    assert asked(front, "/", Cookie=cookie)[1]["Set-Cookie"] is None
    assert {asked(front, "/", Cookie=f"place={number:03x}")[2] for number in range(0, 4096, 200)} == {
        b"process 0",
        b"process 1",
        b"process 2",
    }


def test_without_the_cookie_the_address_decides(behind):
    assert len(set(places(behind[0], 8))) == 1


@pytest.mark.parametrize("cookie", ["place=", "place=xyz", "place=0123456789", 'place="; x'])
def test_a_strange_cookie_is_replaced(behind, cookie):
    status, headers, _ = asked(behind[0], "/", Cookie=cookie)
    assert status == 200 and headers["Set-Cookie"].startswith("place=")


def test_without_stickiness_every_request_may_go_elsewhere():
    with apps(3) as started, proxy([app.address for app in started], STICKY="no") as front:
        assert len(set(places(front, 30))) == 3
        assert asked(front, "/")[1]["Set-Cookie"] is None


def test_a_process_that_is_gone_is_passed_over():
    with apps(2) as (one, other), proxy([one.address, other.address]) as front:
        cookies = [f"place={number:03x}" for number in range(0, 4096, 400)]
        assert {asked(front, "/", Cookie=cookie)[2] for cookie in cookies} == {b"process 0", b"process 1"}
        other.end()
        assert {(status, body) for status, _, body in (asked(front, "/", Cookie=cookie) for cookie in cookies)} == {
            (200, b"process 0")
        }


@pytest.mark.parametrize("sticky", ["yes", "no"])
def test_a_file_is_found_wherever_it_was_made(sticky):
    with apps(3) as started, proxy([app.address for app in started], STICKY=sticky) as front:
        assert [asked(front, f"/media/{number}")[::2] for number in (0, 1, 2) * 3] == [
            (200, f"process {number}".encode()) for number in (0, 1, 2) * 3
        ]
        assert asked(front, "/media/3")[0] == 404


def test_nothing_is_written_down_about_a_person(behind):
    """Marks stand in the address; neither they nor who asked may be in the log, and the app never hears who asked."""
    front, started = behind
    asked(front, MARKS, Referer="http://elsewhere.example/", **{"User-Agent": "Somebody's browser"})
    log = (front.folder / "access.log").read_text(encoding="utf-8")
    assert "GET / 200" in log
    for word in ("marks", "knee", "elsewhere", "Somebody", "place="):
        assert word not in log
    lines = [line.split() for line in log.splitlines()]
    assert all(line[0][:2] == "20" and line[1].isupper() for line in lines), "more than time and method stand first"
    heard = [name for app in started for headers in app.asked for name in headers]
    assert heard and not {"x-forwarded-for", "x-real-ip", "forwarded"} & {name.lower() for name in heard}


def test_an_error_does_not_write_down_the_marks(tmp_path: Path):
    """The error log of nginx would quote the address that was asked for."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        with proxy([closed]) as front:
            assert asked(front, MARKS)[0] == 502
            assert "knee" not in front.said()


@contextmanager
def sessions(front: Machines, count: int, **headers: str) -> Iterator[list[int]]:
    """Connections that stay; the answers that came at once, which are refusals."""
    with ExitStack() as stack:
        opened = []
        for _ in range(count):
            connection = socket.create_connection((urlsplit(front.address).hostname, urlsplit(front.address).port))
            stack.callback(connection.close)
            lines = [f"{name}: {value}" for name, value in {"Host": "here", **headers}.items()]
            connection.sendall("\r\n".join(["GET /_stcore/stream HTTP/1.1", *lines, "", ""]).encode())
            opened.append(connection)
        refused = []
        for connection in opened:
            connection.settimeout(0.3)
            try:
                refused.append(int(connection.recv(100).split()[1]))
            except TimeoutError:
                continue
        yield refused


def test_one_address_may_have_so_many_sessions_and_no_more():
    with (
        apps(1) as (app,),
        proxy([app.address], MAX_SESSIONS_OF_AN_ADDRESS="4") as front,
        sessions(front, 7) as refused,
        sessions(front, 2, **{"X-Forwarded-For": "203.0.113.5"}) as others,
    ):
        assert len(refused) == 3 and set(refused) <= {503, 429}
        assert others == [], "somebody else is refused, too"


def test_all_together_may_have_so_many_sessions_and_no_more():
    with apps(1) as (app,), proxy([app.address], MAX_SESSIONS="3") as front, sessions(front, 5) as refused:
        assert refused == [503, 503]


def test_who_asks_for_too_many_pages_is_held_back_and_nobody_else(behind):
    front, _ = behind
    with ThreadPoolExecutor(8) as pool:
        one = {"X-Forwarded-For": "203.0.113.7"}
        statuses = list(pool.map(lambda _: asked(front, "/", **one)[0], range(120)))
    assert 60 <= statuses.count(200) < 120 and set(statuses) == {200, 429}
    assert asked(front, "/", **{"X-Forwarded-For": "203.0.113.8"})[0] == 200


def test_nobody_but_the_trusted_proxy_says_who_asks():
    with (
        apps(1) as (app,),
        proxy([app.address], TRUSTED_PROXY="192.0.2.1", MAX_SESSIONS_OF_AN_ADDRESS="2") as front,
        sessions(front, 2, **{"X-Forwarded-For": "203.0.113.5"}) as refused,
        sessions(front, 1, **{"X-Forwarded-For": "203.0.113.6"}) as others,
    ):
        assert (refused, others) == ([], [503]), "the address was believed"
