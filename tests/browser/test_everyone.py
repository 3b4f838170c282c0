"""For everyone: no rule of axe is broken, keys reach and show everything, and what changes is read out."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from io import BytesIO

import pytest
from PIL import Image, ImageStat
from playwright.sync_api import Browser, Page, expect

from bodymap.body.scene import LAYOUTS
from tests.real import REAL

from .axe import MISSING, SCRIPT, Violation, listed, violations
from .chart_map import CHART
from .every_page import COLOURS, DESK, PAGES, PHONE, SIZES, Looked, open_context, open_page, turn_to
from .steps import expect_answer, mark_pill, open_chart, pattern_rows, press_region, tab_to, when_idle

# What Streamlit draws itself and nothing of ours can change: a rule and the beginning of the element, and why.
EXCEPTED: Mapping[tuple[str, str], str] = {}
QUICK = ("First page, marks, all open", "Injuries, filtered", "Muscles compared")
SAID = "#bodymap-said"
LEAST = 24  # pixels of a target
LEAST_CONTRAST = 4.5

by_name = {looked.name: looked for looked in PAGES}
pages = pytest.mark.parametrize("looked", PAGES, ids=lambda looked: looked.name)


@pytest.fixture
def axe_is_there() -> None:
    if not SCRIPT.exists():
        pytest.fail(MISSING) if os.environ.get("CI") else pytest.skip(MISSING)


def broken(page: Page) -> list[Violation]:
    """What axe finds, less what is excepted."""
    excepted = [(rule, html) for rule, html in EXCEPTED]
    return [one for one in violations(page) if not any(one.rule == r and one.html.startswith(h) for r, h in excepted)]


# ---- axe ---------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("axe_is_there")
@pytest.mark.parametrize("name", QUICK)
def test_no_rule_of_axe_is_broken(browser: Browser, app_url: str, name: str):
    with open_context(browser, DESK) as context:
        page = open_page(context, app_url, by_name[name])
        assert not (found := broken(page)), listed(found)
        turn_to(page, "dark")
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        assert not (found := broken(page)), listed(found)


@pytest.mark.sweep
@pytest.mark.usefixtures("axe_is_there")
@pages
def test_no_rule_of_axe_is_broken_anywhere(browser: Browser, app_url: str, looked: Looked):
    found = []
    with open_context(browser, DESK) as context:
        page = open_page(context, app_url, looked)
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            for colours in (*COLOURS, "forced"):
                turn_to(page, colours)
                found += [f"{size}, {colours}: {one}" for one in broken(page)]
            across = page.locator("html, [data-testid='stMain']").evaluate_all("nodes => nodes.map(n => n.scrollWidth)")
            if max(across) > width:
                found.append(f"{size}: the page is {across} wide")
    assert not found, "\n".join(found)


# ---- focus and targets -------------------------------------------------------------------------------------------

# Every stop of the Tab key, in order: what it is, whether its look differs from that without the focus, and its size.
STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body || at.dataset.visited) return null;
  at.dataset.visited = "yes";
  const look = node => {
    const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(node);
    return [outlineStyle === "none" ? "" : outlineStyle + outlineWidth, boxShadow, borderColor].join();
  };
  const around = [at, at.parentElement, at.parentElement.parentElement, at.closest("label") ?? at];
  const focused = around.map(look);
  const target = at.closest("label") ?? at;
  const { width, height } = target.getBoundingClientRect();
  const inline = getComputedStyle(at).display === "inline";
  at.blur();
  const differs = around.some((node, n) => look(node) !== focused[n]);
  at.focus({ focusVisible: true, preventScroll: true });
  const name = at.getAttribute("aria-label") || at.textContent.trim().slice(0, 40) || at.tagName;
  return { name, differs, inline, width: Math.round(width), height: Math.round(height) };
}"""


def stops(page: Page) -> list[dict[str, object]]:
    """Where Tab stops, from the top of the page to its end."""
    found: list[dict[str, object]] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        found.append(stop)
    return found


def assert_stops(page: Page) -> None:
    found = stops(page)
    assert len(found) > 8, f"Tab stops at {len(found)} things only"
    unseen = [stop["name"] for stop in found if not stop["differs"]]
    assert not unseen, f"the focus does not show on {unseen}"
    small = [s for s in found if not s["inline"] and min(int(str(s["width"])), int(str(s["height"]))) < LEAST]
    assert not small, f"too small: {small}"


def test_the_focus_shows_on_everything_and_targets_are_large_enough(browser: Browser, app_url: str):
    with open_context(browser, DESK) as context:
        assert_stops(open_page(context, app_url, by_name["First page, marks"]))


@pytest.mark.sweep
@pytest.mark.parametrize(
    "name", ["Injuries", "Injury", "Muscle", "Nerve root", "Muscles compared", "Quiz, start", "Dry needling, studies"]
)
@pytest.mark.parametrize("size", [DESK, PHONE], ids=str)
def test_the_focus_shows_everywhere(browser: Browser, app_url: str, name: str, size: tuple[int, int]):
    with open_context(browser, size) as context:
        assert_stops(open_page(context, app_url, by_name[name]))


# ---- colours -----------------------------------------------------------------------------------------------------

CAPTIONS = """() => {
  const rgb = text => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  const ground = rgb(getComputedStyle(document.querySelector(".stApp")).backgroundColor);
  return [...document.querySelectorAll(".bodychart text.caption")].map(text => {
    const { fill, opacity } = getComputedStyle(text);
    const shown = rgb(fill).map((v, n) => v * opacity + ground[n] * (1 - opacity));
    const [low, high] = [light(shown), light(ground)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  });
}"""
# Whatever covers more than a hair and is darker than a middle grey.
DARK = """() => [...document.querySelectorAll("html, body, .stApp, .stApp *")].filter(node => {
  const [r, g, b, alpha] = getComputedStyle(node).backgroundColor.match(/[\\d.]+/g).map(Number);
  return node.getClientRects().length && (alpha ?? 1) > 0.3 && r <= 255 && r + g + b < 384
    && !getComputedStyle(node).backgroundColor.startsWith("color(");
}).map(node => node.className || node.tagName)"""
BACKGROUND = "node => getComputedStyle(node).backgroundColor"


def test_captions_and_letters_of_the_chart_stand_out_in_light_and_dark(desktop: Page):
    for colours in COLOURS:
        turn_to(desktop, colours)
        contrasts = desktop.evaluate(CAPTIONS)
        assert len(contrasts) == 6 and min(contrasts) >= LEAST_CONTRAST, (colours, contrasts)


def test_what_is_chosen_shows_in_forced_colours(desktop: Page):
    turn_to(desktop, "forced")
    chosen, other = (
        desktop.locator(f".st-key-layout [role='radio'][aria-checked='{checked}']").first.evaluate(BACKGROUND)
        for checked in ("true", "false")
    )
    assert chosen != other
    track = desktop.locator(".st-key-map label > div:has(> div:only-child:empty)")
    assert track.evaluate("node => getComputedStyle(node).borderTopWidth") == "2px"
    knob = track.locator("div").evaluate(BACKGROUND)
    desktop.locator(".st-key-map label").first.click()
    when_idle(desktop)
    assert track.locator("div").evaluate(BACKGROUND) != knob or track.evaluate(BACKGROUND) != other


def test_a_page_in_dark_colours_is_printed_light(browser: Browser, app_url: str):
    with open_context(browser, DESK) as context:
        page = open_page(context, app_url, by_name["First page, marks"])
        turn_to(page, "dark")
        assert page.evaluate(DARK), "nothing is dark, so that the test tests nothing"
        page.emulate_media(media="print", color_scheme="dark")
        page.wait_for_timeout(300)
        assert page.evaluate(DARK) == []
        ink = page.locator(".part-red_flags li").first.evaluate("node => getComputedStyle(node).color")
        assert sum(map(int, re.findall(r"\d+", ink)[:3])) < 200, ink


def test_still_pictures_are_light_or_dark_as_the_page(browser: Browser, app_url: str):
    with open_context(browser, DESK) as context:
        page = open_page(context, app_url, by_name["Quiz, question"])
        picture = page.locator(".quiz-pictures img").first
        grey = {}
        for colours in COLOURS:
            turn_to(page, colours)
            shot = Image.open(BytesIO(picture.screenshot())).convert("L")
            grey[colours] = ImageStat.Stat(shot).mean[0]
        assert grey["dark"] < 100 < 180 < grey["light"], grey


# ---- names -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_two_places_of_a_layout_share_a_name_and_a_view(layout: str):
    panels = [panel for row in LAYOUTS[layout] for panel in row]
    said = [
        (REAL.your_name_of(place), panel.caption)
        for panel in panels
        for region in CHART[panel.view].regions
        for place in REAL.places_of(region)
        if place.side is None or place.side in panel.sides
    ]
    assert len(said) == len(set(said)) > 10


def test_the_options_of_the_chart_say_their_view(desktop: Page):
    names = desktop.get_by_role("option").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert len(names) == len(set(names)) > 100
    assert {re.search(r", (front|back) view \(", name)[1] for name in names} == {"front", "back"}  # type: ignore[index]


# ---- journeys by keyboard alone, and what is heard ---------------------------------------------------------------


def expect_said(page: Page, pattern: str) -> None:
    expect(page.locator(SAID)).to_have_text(re.compile(pattern))


def test_marked_read_painted_and_opened_by_keyboard_alone(desktop: Page):
    expect(desktop).to_have_title("Where does it hurt? · Trigger Point Body Map")
    desktop.evaluate("selector => { document.querySelector(selector).dataset.same = 'yes' }", SAID)
    tab_to(desktop, ".bodychart .stage")
    desktop.keyboard.press("End")
    desktop.keyboard.press("Space")
    expect_answer(desktop)
    expect_said(desktop, r"^.+ marked: \d+ warning signs?, \d+ injur(y|ies), \d+ muscles?\.$")

    tab_to(desktop, ".part-red_flags summary")
    desktop.keyboard.press("Enter")
    expect(desktop.locator(".part-red_flags details[open]")).to_have_count(1)

    first = desktop.locator(".bodychart").get_attribute("data-painted")
    tab_to(desktop, ".part-patterns [data-paint]")
    desktop.keyboard.press("Tab")
    expect(pattern_rows(desktop).nth(1)).to_be_focused()
    desktop.keyboard.press("Enter")
    expect_said(desktop, r"^On the body: .+\.$")
    when_idle(desktop)
    assert desktop.locator(".bodychart").get_attribute("data-painted") != first

    tab_to(desktop, "[data-row='injury_pills']", most=60, key="Shift+Tab")
    condition = desktop.evaluate("() => document.activeElement.textContent.trim()")
    desktop.keyboard.press("Enter")
    expect(desktop).to_have_title(f"{condition} · Injuries · Trigger Point Body Map")
    expect_said(desktop, f"^{re.escape(condition)} · Injuries · Trigger Point Body Map$")
    assert desktop.locator(SAID).get_attribute("data-same") == "yes", "the line that is read out was drawn anew"


def test_marks_are_read_out_when_they_come_and_go(desktop: Page):
    press_region(desktop, "knee_front.right")
    expect_said(desktop, r"^Front of the knee, your right marked: \d+ warning signs, \d+ injuries, \d+ muscles\.$")
    press_region(desktop, "thigh_front_middle.right")
    expect_said(desktop, r" marked, 2 places in all: \d+ warning signs, \d+ injuries, \d+ muscles\.$")
    mark_pill(desktop, "knee_front.right").click()
    expect_said(desktop, r"^Front of the knee, your right no longer marked: ")
    mark_pill(desktop, "thigh_front_middle.right").click()
    expect_said(desktop, r"^Nothing is marked\.")


def test_injuries_are_filtered_by_keyboard_alone_and_counted_aloud(desktop: Page, app_url: str):
    open_chart(desktop, f"{app_url}/injuries")
    tab_to(desktop, ".st-key-injury_place")
    desktop.keyboard.press("ArrowRight")
    desktop.keyboard.press("Space")
    expect(desktop).to_have_url(re.compile(r"/injuries\?place=\w+$"))
    count = desktop.locator(".count-line h3")
    expect(count).not_to_contain_text("48 ")
    when_idle(desktop)
    number = count.inner_text().split()[0]
    expect_said(desktop, rf"^\d+ warning signs, {number} injur(y|ies)\.$")


def test_a_muscle_is_chosen_by_keyboard_alone(desktop: Page, app_url: str):
    open_chart(desktop, f"{app_url}/muscles")
    tab_to(desktop, ".st-key-muscle input")
    desktop.keyboard.press("Control+A")
    desktop.keyboard.type("infraspinatus")
    expect(desktop.get_by_role("option").filter(has_text="Infraspinatus").first).to_be_visible()
    desktop.keyboard.press("Enter")
    expect(desktop).to_have_title("Infraspinatus · Muscles · Trigger Point Body Map")
    expect_said(desktop, r"^Infraspinatus · Muscles")


def test_a_question_is_answered_by_keyboard_alone_and_the_verdict_heard(desktop: Page, app_url: str):
    desktop.goto(f"{app_url}/quiz?seed=monday&kinds=action&n=2&level=easy")
    desktop.wait_for_selector(".st-key-quiz_options button")
    when_idle(desktop)
    expect(desktop).to_have_title("Quiz · Trigger Point Body Map")
    tab_to(desktop, ".st-key-quiz_options button")
    desktop.keyboard.press("Enter")
    expect_said(desktop, r"^(Right|Not right|Partly right)\. .+")
    when_idle(desktop)
    tab_to(desktop, ".st-key-quiz_on_bar button")
    desktop.keyboard.press("Enter")
    expect_said(desktop, r"^\d of \d done\. .+")


HEARD = (
    'heading "Trigger Point Body Map" [level=1]',
    'combobox "Find a place, a muscle or an injury"',
    "note",
    'radiogroup "View"',
    'radio "Whole body" [checked]',
    'listbox "Body chart. Arrow keys move between places',
    'option "Front of the knee, your right, front view (Patellar region)" [selected]',
    'heading "About your marks" [level=2]',
    'Front of the knee, your right"',
    'region "Warning signs"',
    'heading "Warning signs first" [level=3]',
    'strong: "Now:"',
    'button "Runner\'s knee"',
    "muscles described here",
    "If you find an error, please report it",
)


def test_a_screen_reader_hears_the_signs_before_the_injuries_and_these_before_the_muscles(desktop: Page, app_url: str):
    desktop.goto(f"{app_url}/?marks=knee_front.right")
    expect_answer(desktop)
    heard = desktop.locator("body").aria_snapshot()
    at = 0
    for part in HEARD:
        where = heard.find(part, at)
        assert where >= 0, (
            f"{part} is not heard {'after what comes before it' if part in heard else 'at all'}:\n{heard}"
        )
        at = where + len(part)
