"""Several processes behind nginx: one ends under a person, every page keeps to the policy, limits hold, the image runs.

These start servers of their own and take minutes: `make sweep`.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.unit.deploy.test_manifests import copied, environment

from .conftest import DESKTOP
from .machines import NO_NGINX, Machines, machines, nginx_is_here
from .server import ROOT, streamlit_process
from .steps import PATIENCE, addresses_of, agreed, drawn_as, outside, press_region, visible_pixel, when_idle, widget

pytestmark = pytest.mark.sweep
KNEE, ACHILLES, BREASTBONE = "knee_front.right", "achilles.right", "sternum"
PAGES = (
    f"?marks={KNEE}&pins=soleus_1@right",
    "?figure=woman&view=hand",
    "injuries",
    "injuries?condition=itb_syndrome",
    "muscles",
    "muscles?compare=soleus,psoas_major",
    "muscles?root=l5",
    "needling",
    "quiz?seed=3",
)
# Notes what the policy forbids, from the first moment of a page.
WATCH = """addEventListener("securitypolicyviolation",
  ({ effectiveDirective, blockedURI, sourceFile }) => forbidden(`${effectiveDirective} ${blockedURI} ${sourceFile}`))"""


@pytest.fixture(scope="module", autouse=True)
def needs_nginx() -> None:
    if not nginx_is_here():
        assert not os.environ.get("CI"), NO_NGINX
        pytest.skip(NO_NGINX)


@pytest.fixture(scope="module")
def behind() -> Iterator[Machines]:
    with machines(2) as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    made.set_default_timeout(PATIENCE)
    yield made
    made.close()


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(".bodychart[data-ready]")
    return page


def expect_agreed(page: Page, *marks: str) -> None:
    """Picture, address and answer hold these marks, and a process has seen what the page last said."""
    expect(page.locator(".bodychart")).to_have_attribute("data-marks", ",".join(sorted(marks)))
    assert agreed(page) == set(marks)
    assert all(mark in page.url for mark in marks)


@pytest.mark.parametrize("sticky", ["yes", "no"])
def test_a_process_ends_and_the_person_goes_on_with_the_same_marks(context: BrowserContext, sticky: str):
    """How long it takes is measured by ``tests/bench/takeover.py``."""
    with machines(3, STICKY=sticky) as behind:
        page = opened(context, f"{behind.address}/?marks={KNEE}")
        press_region(page, ACHILLES)
        for _ in range(2):  # of three; the last one bears it alone
            before = int(page.locator(".bodychart").get_attribute("data-seq") or 0)
            gone = behind.kill_where_somebody_is()
            page.wait_for_function(
                """before => { const { ack, seq } = document.querySelector(".bodychart").dataset;
                  return ack === seq && Number(seq) > before }""",
                arg=before,
            )
            expect_agreed(page, KNEE, ACHILLES)
            assert sum(behind.people().values()) == 1 and gone not in behind.people()
        press_region(page, BREASTBONE)
        expect_agreed(page, KNEE, ACHILLES, BREASTBONE)
        with page.expect_download() as started:
            widget(page, "report").click()
        assert "Front of the knee, right" in PdfReader(started.value.path()).pages[0].extract_text()


def test_a_click_while_nobody_is_there_is_not_lost(context: BrowserContext):
    """Nor when nothing was pressed before, so that Streamlit alone would not ask for the page again."""
    with machines(3) as behind:
        page = opened(context, f"{behind.address}/?marks={KNEE}")
        pixel = visible_pixel(page, drawn_as("Whole body", ACHILLES), random.Random(7))
        behind.kill_where_somebody_is()
        page.mouse.click(*pixel)
        expect_agreed(page, KNEE, ACHILLES)
        press_region(page, BREASTBONE)
        expect_agreed(page, KNEE, ACHILLES, BREASTBONE)


@pytest.fixture
def watched(context: BrowserContext) -> list[str]:
    """What the policy forbade on the pages of the context."""
    found: list[str] = []
    context.expose_function("forbidden", lambda line: found.append(line))
    context.add_init_script(WATCH)
    return found


@pytest.mark.parametrize("path", PAGES)
def test_no_page_needs_more_than_the_policy_allows(context, watched, behind, path):
    page = context.new_page()
    asked = addresses_of(page)
    headers = page.goto(f"{behind.address}/{path}").headers
    page.wait_for_selector("[data-testid=stMain] h1, .bodychart[data-ready]")
    when_idle(page)
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(1000)
    assert watched == [] and outside(asked, behind.address) == set()
    assert headers["referrer-policy"] == "no-referrer" and headers["x-frame-options"] == "DENY"


def test_what_people_do_keeps_to_the_policy(context, watched, behind):
    """Save the drawing, copy the link, draw how it hangs together, take the data along."""
    asked: list[str] = []
    sent: list[int] = []
    context.on("request", lambda request: asked.append(request.headers.get("referer", "")))
    context.on(
        "page", lambda new: new.on("websocket", lambda line: line.on("framesent", lambda m: sent.append(len(m))))
    )
    page = opened(context, f"{behind.address}/?marks={KNEE}")
    press_region(page, ACHILLES)
    for what in ("Save picture (SVG)", "Save picture (PNG)"):
        page.locator(".bodychart .more summary").click()
        with page.expect_download() as started:
            page.locator(".bodychart .more > div").get_by_role("button", name=what).click()
        assert not started.value.failure()
    page.locator(".st-key-network").get_by_text("How it hangs together").click()
    page.wait_for_selector(".st-key-network_figure .main-svg")
    when_idle(page)  # a run that ends takes the files of the one before away
    with page.expect_download() as started:
        widget(page, "report").click()
    assert not started.value.failure()
    assert watched == [] and set(asked) == {""}
    assert sent and max(sent) < 100_000, "a tenth of what a message may have"


def test_the_test_of_the_policy_can_fail(context, watched, behind):
    page = opened(context, behind.address)
    page.evaluate("() => { const s = document.createElement('script'); s.textContent = '1'; document.head.append(s) }")
    page.wait_for_timeout(500)
    assert any("script-src" in line for line in watched)


@contextmanager
def framing(address: str) -> Iterator[str]:
    """Somebody else's page, which shows an address in a frame."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe src="{address}" width="1200" height="900"></iframe>'.encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_another_page_may_show_the_app_only_when_told(context: BrowserContext, behind: Machines):
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with machines(1, EMBED="http://localhost:*") as embedding:
        with framing(embedding.address) as other:
            page.goto(other)
            page.frame_locator("iframe").locator(".bodychart[data-ready]").wait_for()
        assert not any("frame-ancestors" in line for line in said)
        with framing(behind.address) as other:
            page.goto(other)
            page.wait_for_timeout(2000)
            assert page.frame_locator("iframe").locator(".stApp").count() == 0
        assert any("frame-ancestors" in line for line in said), said


def test_a_message_of_a_megabyte_ends_the_session_and_nothing_else(behind: Machines):
    url = behind.address.replace("http", "ws") + "/_stcore/stream"
    large = BackMsg(rerun_script={"query_string": "x" * 1_100_000}).SerializeToString()
    with connect(url, subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]
        socket.send(large)
        with pytest.raises(ConnectionClosed) as closed:
            while True:
                socket.recv(timeout=30)
    assert closed.value.rcvd is not None and closed.value.rcvd.code == 1009
    with connect(url, subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]
        socket.send(BackMsg(rerun_script={}).SerializeToString())
        assert socket.recv(timeout=30)


# ---- the image ---------------------------------------------------------------------------------------------------


def image(folder: Path) -> Path:
    """The folder that the image of the app runs in, made as the Dockerfile makes it; nothing in it can be written."""
    for source, target in copied():
        if target.startswith("/"):
            continue  # into the proxy
        here, place = ROOT / source, folder / target / ("" if source.endswith("/") else Path(source).name)
        place.parent.mkdir(parents=True, exist_ok=True)
        if here.is_dir():
            shutil.copytree(here, place, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(here, place)
    subprocess.run(["chmod", "-R", "a-w", folder], check=True)
    return folder


def test_what_the_image_holds_is_enough_and_is_never_written_to(tmp_path: Path, context: BrowserContext):
    """With the packages that are installed, and without the powers of root, who could write all the same."""
    app, scratch = image(tmp_path / "app"), tmp_path / "scratch"
    scratch.mkdir()
    python = [sys.executable]
    if os.geteuid() == 0:
        python = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs", *python]
    settings = environment("app") | {"STREAMLIT_SERVER_ADDRESS": "127.0.0.1", "PATH": os.environ["PATH"]}
    settings |= {"HOME": str(scratch), "TMPDIR": str(scratch)}
    before = sorted(app.rglob("*"))
    with streamlit_process(python=python, cwd=app, environment=settings) as (address, number):
        assert "CapEff:\t0000000000000000" in Path(f"/proc/{number}/status").read_text(encoding="utf-8")
        tried = subprocess.run([*python, "-c", "open('own', 'w')"], cwd=app, capture_output=True, text=True)
        assert "PermissionError" in tried.stderr, "the folder can be written to"
        port = {"STREAMLIT_SERVER_PORT": address.rpartition(":")[2]}
        asked = subprocess.run(
            [*python, "deploy/health.py"], cwd=app, env=settings | port, capture_output=True, text=True
        )
        assert (asked.returncode, asked.stderr) == (0, "")
        page = opened(context, f"{address}/?marks={KNEE}")
        press_region(page, ACHILLES)
        with page.expect_download() as started:
            widget(page, "report").click()
        assert not started.value.failure()
    assert sorted(app.rglob("*")) == before
