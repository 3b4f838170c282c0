"""The static edition in a browser, from a folder."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from bodymap.tell.site.write import write_site
from tests.real import CHART, REAL

from .conftest import PHONE


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_search_and_follow_a_link_from_a_folder(browser: Browser, folder, theme):
    context = browser.new_context(viewport=PHONE, has_touch=True, color_scheme=theme)
    page = context.new_page()
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto((folder / "index.html").as_uri())
    search = page.get_by_role("searchbox")
    search.fill("chest pain")
    expect(page.locator("#warned")).to_contain_text("emergency number")
    search.fill("gastrocnemus")  # a letter is missing
    page.locator("#found").get_by_role("link", name="Gastrocnemius").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gastrocnemius")
    assert page.locator("figure svg").first.get_attribute("aria-label").startswith("Drawing of the body")
    page.get_by_role("main").get_by_role("link", name="Inner calf").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inner calf")
    expect(page.get_by_role("heading", level=2).first).to_have_text("Warning signs first")
    page.wait_for_load_state()
    page.locator("#asked").fill("heel hurts in the morning")
    expect(page.locator("#found a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Pain under the heel")
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0 and not failed
    assert any("/body/back.svg" in url for url in asked) and all(url.startswith("file:") for url in asked)
    context.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("edition") / "site"
    write_site(path, REAL, CHART)
    return path
