"""A running app and a real Chromium. Without Chromium these tests skip on a desk and fail in CI."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from .server import LAUNCH_ARGS, NO_CHROMIUM, ServerError, chromium_path, streamlit_server
from .steps import PATIENCE

DESKTOP = {"width": 1440, "height": 1000}
PHONE = {"width": 390, "height": 844}


def _missing(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"browser tests must run in CI: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium_path()
    if path is None:
        _missing(NO_CHROMIUM)
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        launched = playwright.chromium.launch(executable_path=path, args=LAUNCH_ARGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def app_url() -> Iterator[str]:
    try:
        with streamlit_server() as url:
            yield url
    except ServerError as error:
        pytest.fail(str(error))


def _page(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(url)
    page.wait_for_selector(".bodychart[data-ready]")
    return page


@pytest.fixture
def desktop(browser: Browser, app_url: str) -> Iterator[Page]:
    context = browser.new_context(viewport=DESKTOP)
    yield _page(context, app_url)
    context.close()


@pytest.fixture
def phone(browser: Browser, app_url: str) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)
    yield _page(context, app_url)
    context.close()
