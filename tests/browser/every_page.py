"""Every kind of page and what can be open on it: an address, what says that it is there, and what to press."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, BrowserContext, Page

from .steps import PATIENCE, pattern_rows, when_idle

KNEE = "knee_front.right,calf_inner.right"
COLOURS = ("light", "dark")
DESK, PHONE, NARROW, TWICE = (1440, 900), (390, 844), (320, 640), (720, 450)  # 200 % makes 720 of 1440 pixels
SIZES = {"1440": DESK, "390": PHONE, "320": NARROW, "200 %": TWICE}


def _nothing(page: Page) -> None:
    """The page as it opens."""


def _search(page: Page) -> None:
    page.get_by_role("combobox", name="Find a place").fill("heel hurts")
    page.locator(".searchlist .row").first.wait_for()


def _all_folded_open(page: Page) -> None:
    page.evaluate("() => { for (const part of document.querySelectorAll('details')) part.open = true }")


def _pill(row: str, says: str) -> Callable[[Page], None]:
    return lambda page: page.locator(f"[data-row='{row}_pills']").get_by_role("button", name=says).first.click()


def _map(page: Page) -> None:
    page.get_by_text("Map of the marks", exact=True).click()
    page.locator(".bodychart .legend.map:not([hidden])").wait_for()


def _place_list(page: Page) -> None:
    page.get_by_text("List of places", exact=False).first.click()
    page.locator("[class*='st-key-list_row_'] button, .st-key-place_group").first.wait_for()


def _pinned(page: Page) -> None:
    _pill("pattern", "Pin to compare")(page)
    when_idle(page)
    pattern_rows(page).nth(1).click()
    when_idle(page)


def _popover(page: Page) -> None:
    page.locator(".st-key-ask_when button").click()
    page.locator("[data-testid='stPopoverBody']").wait_for()


def _data_foot(page: Page) -> None:
    page.locator(".st-key-open_data summary").click()
    page.get_by_role("button", name="Download the data").wait_for()


def _answered(page: Page) -> None:
    page.locator(".st-key-quiz_options button").first.click()
    page.locator(".verdict").wait_for()


class Looked(NamedTuple):
    """A page: its name, its address, what is there once it is drawn, and what is done to it then."""

    name: str
    address: str
    there: str
    does: Callable[[Page], None] = _nothing


_CHART, _ANSWER = ".bodychart[data-ready]", "[data-row='injury_pills'] button"
PAGES = (
    Looked("First page, empty", "/", _CHART),
    Looked("First page, searched", "/", _CHART, _search),
    Looked("First page, list of places", "/", _CHART, _place_list),
    Looked("First page, marks", f"/?marks={KNEE}", _ANSWER),
    Looked("First page, marks, all open", f"/?marks={KNEE}", _ANSWER, _all_folded_open),
    Looked("First page, how it feels", f"/?marks={KNEE}", _ANSWER, _pill("mark", "How it feels")),
    Looked("First page, also here", f"/?marks={KNEE}", _ANSWER, _pill("also", "Nerve roots")),
    Looked("First page, pinned", f"/?marks={KNEE}", _ANSWER, _pinned),
    Looked("First page, map of the marks", f"/?marks={KNEE}", _ANSWER, _map),
    Looked("First page, foot", "/?marks=heel_sole.right&view=foot&figure=woman", _ANSWER),
    Looked("Injuries", "/injuries", ".card-link"),
    Looked("Injuries, filtered", "/injuries?place=knee&when=builds_up", ".card-link", _popover),
    Looked("Injuries, marks", "/injuries?place=marks&marks=knee_front.right", ".card-link"),
    Looked("Injury", "/injuries?condition=patellofemoral_pain", ".st-key-reading h2", _all_folded_open),
    Looked("Injury, emergency", "/injuries?condition=deep_vein_thrombosis", ".st-key-reading h2"),
    Looked("Muscle", "/muscles?muscle=soleus", _CHART, _all_folded_open),
    Looked("Muscles compared", "/muscles?compare=soleus,gastrocnemius", ".beside table"),
    Looked("Nerve root", "/muscles?root=root_c6", _CHART),
    Looked("Nerve", "/muscles?nerve=nerve_trigeminal_v1", _CHART),
    Looked("Joint", "/muscles?joint=joint_c1_c2", _CHART),
    Looked("Disc", "/muscles?disc=disc_c2_3", _CHART),
    Looked("Quiz, start", "/quiz", ".st-key-quiz_start"),
    Looked("Quiz, question", "/quiz?seed=monday&kinds=pattern&n=1&level=easy", ".st-key-quiz_options button"),
    Looked("Quiz, on the body", "/quiz?seed=monday&kinds=places&n=1&level=easy", _CHART),
    Looked("Quiz, answered", "/quiz?seed=monday&kinds=action&n=1&level=easy", ".st-key-quiz_options button", _answered),
    Looked("Dry needling", "/needling", ".st-key-needling h3"),
    Looked("Dry needling, harms", "/needling?part=harms", ".st-key-needling .study"),
    Looked("Dry needling, studies", "/needling?part=studies", ".st-key-needling h3"),
    Looked("Dry needling, claims", "/needling?part=claims", ".st-key-needling .tag"),
    Looked("Data", "/needling", ".st-key-open_data summary", _data_foot),
)


def open_context(browser: Browser, size: tuple[int, int]) -> BrowserContext:
    """A window of a size, where nothing moves."""
    return browser.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")


def turn_to(page: Page, colours: str) -> None:
    """Light or dark colours, or ``forced``: the few that a person has chosen for everything."""
    scheme: Literal["light", "dark"] = "dark" if colours == "dark" else "light"
    page.emulate_media(color_scheme=scheme, forced_colors="active" if colours == "forced" else "none")
    page.wait_for_timeout(300)  # what fades has its new colours


def open_page(context: BrowserContext, url: str, looked: Looked) -> Page:
    """The page, drawn and at rest."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(url + looked.address)
    page.locator(f"{looked.there} >> visible=true").first.wait_for()
    when_idle(page)
    looked.does(page)
    when_idle(page)
    return page
