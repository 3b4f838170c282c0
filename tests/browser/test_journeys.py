"""Whole journeys in a real browser, each as a person would make it: mark, read, zoom, switch, tab, tap."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from .chart_map import Camera, drawn_regions
from .steps import (
    addresses_of,
    assert_no_overflow,
    bottom,
    box,
    drawn_as,
    expect_answer,
    expect_marks,
    expect_pressed,
    mark_pill,
    middle,
    outside,
    painted,
    panel,
    pattern_rows,
    press_region,
    python_marks,
    region_in_sight,
    show,
    tab_to,
    title,
    view_box,
    visible_pixel,
    when_idle,
    widget,
)

QUICK = [
    "knee_front.right",
    "knee_front.left",
    "thigh_front_middle.right",
    "thigh_front_middle.left",
    "forearm_front.right",
    "upper_arm_front.left",
    "calf_inner.left",
    "calf_outer.right",
    "buttock_upper.left",
    "thigh_back_middle.right",
]
MOST_KB = 60  # a click; measured 10 to 36


# ---- journeys ----------------------------------------------------------------------------------------------------


def test_a_newcomer_marks_a_knee_reads_and_paints_a_pattern(desktop: Page):
    note = desktop.get_by_role("note")
    expect(note).to_contain_text("Learning tool, no diagnosis.")
    expect(note.get_by_text("Emergency signs: call your emergency number.")).to_be_in_viewport()
    note.locator("summary").click()
    expect(note.get_by_text("It cannot tell you what is wrong")).to_be_in_viewport()
    note.locator("summary").click()

    press_region(desktop, "knee_front.right")
    flags, patterns, injuries = (desktop.locator(f".part-{key}") for key in ("red_flags", "patterns", "injuries"))
    emergency = flags.locator(".signs-now").first
    expect(emergency).to_be_in_viewport()
    assert emergency.evaluate("node => !node.closest('details')"), "emergency signs are folded away"
    expect_answer(desktop)
    assert bottom(emergency) <= bottom(flags) <= box(injuries)["y"]
    assert bottom(injuries) <= box(patterns)["y"]

    row = pattern_rows(desktop).first
    name = row.locator("strong").inner_text()
    expect(painted(desktop)).to_be_visible()
    expect(title(desktop)).to_have_text(re.compile(rf"^{re.escape(name)}(, .+)?, right$"))
    front = panel(desktop, 0)
    midline = middle(desktop.locator(".bodychart .caption", has_text="Front"))
    for drawn in (".paint .primary .zone", ".over .cross", ".paint .muscle-outline"):
        expect(front.locator(drawn)).not_to_have_count(0)
        assert middle(front.locator(drawn).first) < midline, f"{drawn} is not on the right side of the body"

    pattern_rows(desktop).first.click()
    expect(painted(desktop)).to_have_count(0)
    expect(desktop.locator(".bodychart .zone, .bodychart .cross, .bodychart .muscle-outline")).to_have_count(0)
    expect(desktop.locator(".bodychart .legend.patterns")).to_be_hidden()
    expect_marks(desktop, "knee_front.right")


def zoom_in(page: Page) -> None:
    """Two presses of the button, then Ctrl and the wheel; each must zoom."""
    before = view_box(page)
    for _ in range(2):
        page.get_by_role("button", name="Zoom in").click()
        assert view_box(page) != before
        before = view_box(page)
    stage = box(page.locator(".bodychart .stage"))
    page.mouse.move(stage["x"] + stage["width"] / 2, stage["y"] + stage["height"] / 2)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -60)
    page.keyboard.up("Control")
    expect(page.locator(".bodychart .stage > svg")).not_to_have_attribute("viewBox", before)


def test_zoom_and_pan_survive_a_rerun(desktop: Page):
    whole = view_box(desktop)
    zoom_in(desktop)
    zoomed = view_box(desktop)

    x, y, _ = region_in_sight(desktop)
    desktop.mouse.move(x, y)
    desktop.mouse.down()
    desktop.mouse.move(x + 60, y + 45, steps=6)
    desktop.mouse.up()
    panned = view_box(desktop)
    assert panned != zoomed
    size = [[float(number) for number in text.split()[2:]] for text in (panned, zoomed)]
    assert size[0] == pytest.approx(size[1])
    expect_marks(desktop)

    x, y, mark = region_in_sight(desktop)
    desktop.mouse.click(x, y)
    expect_marks(desktop, mark)
    expect(desktop.locator(".part-injuries")).to_be_visible()
    when_idle(desktop)
    assert view_box(desktop) == panned

    desktop.get_by_role("button", name="Show the whole picture").click()
    assert view_box(desktop) == whole


def test_a_drag_over_the_whole_picture_does_not_mark(desktop: Page):
    x, y, _ = region_in_sight(desktop)
    before = view_box(desktop)
    desktop.mouse.move(x, y)
    desktop.mouse.down()
    desktop.mouse.move(x + 40, y + 30, steps=5)
    desktop.mouse.up()
    assert view_box(desktop) == before
    expect_marks(desktop)


def test_a_drag_that_ends_outside_the_picture_ends(desktop: Page):
    zoom_in(desktop)
    stage = box(desktop.locator(".bodychart .stage"))
    x, y, _ = region_in_sight(desktop)
    desktop.mouse.move(x, y)
    desktop.mouse.down()
    desktop.mouse.move(stage["x"] + stage["width"] + 120, y, steps=8)
    desktop.mouse.up()
    before = view_box(desktop)
    desktop.mouse.move(x, y, steps=3)
    desktop.mouse.move(x + 30, y + 30, steps=3)
    assert view_box(desktop) == before, "the picture follows a pointer that is no longer pressed"
    desktop.locator(".bodychart .stage").focus()
    desktop.keyboard.press("ArrowDown")
    expect(desktop.locator(".bodychart .stage[aria-activedescendant]")).to_have_count(1)


def test_hover_names_the_region_in_plain_and_anatomical_words(desktop: Page):
    named = desktop.locator(".bodychart .named")
    for mark, plain, anatomical in (
        ("knee_front.right", "Front of the knee, your right", "Patellar region"),
        ("buttock_lower.left", "Lower buttock, your left", "Inferior gluteal region"),
    ):
        desktop.mouse.move(*visible_pixel(desktop, drawn_as("Whole body", mark), random.Random(3)))
        expect(named).to_contain_text(plain)
        expect(named.locator("small")).to_have_text(anatomical)
        expect(desktop.locator(".bodychart .hover-line")).to_have_count(1)
    desktop.mouse.move(2, 2)
    expect(named).to_be_empty()
    expect(desktop.locator(".bodychart .hover-line")).to_have_count(0)
    expect_marks(desktop)


def test_the_chart_by_keyboard_alone(desktop: Page):
    stage = desktop.locator(".bodychart .stage")
    stops = stage.evaluate("stage => [stage, ...stage.querySelectorAll('*')].filter(e => e.tabIndex >= 0).length")
    assert stops == 1
    tab_to(desktop, ".bodychart .stage")
    seen = [stage.get_attribute("aria-activedescendant")]
    for key in ("ArrowDown", "ArrowDown", "ArrowLeft", "ArrowDown", "ArrowRight"):
        desktop.keyboard.press(key)
        now = stage.get_attribute("aria-activedescendant")
        assert now and now != seen[-1], f"{key} does not move"
        seen.append(now)
    active = desktop.locator(f"[id='{seen[-1]}']")
    mark = active.get_attribute("data-region") or ""
    expect(desktop.locator(".bodychart .named")).not_to_be_empty()

    desktop.keyboard.press("Space")
    expect(active).to_have_attribute("aria-selected", "true")
    expect_marks(desktop, mark)
    expect(mark_pill(desktop, mark)).to_be_visible()
    when_idle(desktop)
    expect(stage).to_be_focused()
    assert stage.get_attribute("aria-activedescendant") == seen[-1]

    desktop.keyboard.press("Enter")
    expect(active).to_have_attribute("aria-selected", "false")
    expect_marks(desktop)
    desktop.keyboard.press("Tab")
    expect(stage).not_to_be_focused()


def test_the_search_box_and_the_list_by_keyboard_alone(desktop: Page):
    when_idle(desktop)
    tab_to(desktop, ".st-key-find_place")
    desktop.keyboard.type("right kneecap")
    desktop.keyboard.press("Enter")
    expect_marks(desktop, "knee_front.right")
    expect(desktop.locator("[data-region='knee_front.right']")).to_have_attribute("aria-selected", "true")

    tab_to(desktop, ".st-key-place_list")
    desktop.keyboard.press("Space")
    left = widget(desktop, "list_knee_front.left")
    expect(left).to_be_visible()
    expect_pressed(widget(desktop, "list_knee_front.right"), True)
    when_idle(desktop)
    tab_to(desktop, ".st-key-list_knee_front-left")
    desktop.keyboard.press("Space")
    expect_pressed(left, True)
    expect_marks(desktop, "knee_front.left", "knee_front.right")


def test_the_focus_stays_on_a_button_that_marks(desktop: Page):
    when_idle(desktop)
    tab_to(desktop, ".st-key-place_list")
    desktop.keyboard.press("Space")
    right = widget(desktop, "list_knee_front.right")
    expect(right).to_be_visible()
    when_idle(desktop)
    tab_to(desktop, ".st-key-list_knee_front-right")
    desktop.keyboard.press("Enter")
    expect_pressed(right, True)
    expect_marks(desktop, "knee_front.right")
    when_idle(desktop)
    expect(right).to_be_focused()


def test_picture_and_list_agree(desktop: Page):
    desktop.locator(".st-key-place_list label").first.click()
    row = widget(desktop, "list_knee_front.right")
    expect(row).to_be_visible()
    when_idle(desktop)

    press_region(desktop, "knee_front.right")
    expect_pressed(row, True)
    press_region(desktop, "thigh_front_middle.left")
    expect_pressed(row, True)
    row.click()
    expect_pressed(row, False)
    expect_marks(desktop, "thigh_front_middle.left")
    expect(desktop.locator("[data-region='knee_front.right']")).to_have_attribute("aria-selected", "false")
    expect(desktop.locator(".bodychart .mark-line")).to_have_count(1)

    row.click()
    expect_marks(desktop, "knee_front.right", "thigh_front_middle.left")
    desktop.get_by_role("button", name="Clear", exact=True).click()
    expect_marks(desktop)
    expect_pressed(row, False)
    expect(desktop.locator(".bodychart .mark-line")).to_have_count(0)
    expect(desktop.locator(".part-red_flags")).to_have_count(0)


def test_a_deep_muscle_is_outlined(desktop: Page):
    press_region(desktop, "buttock_lower.right")
    expect_answer(desktop)
    piriformis = desktop.locator("[data-paint^='piriformis_']").first
    when_idle(desktop)
    if not piriformis.count():
        desktop.locator("[data-act='show_all_patterns']").click()
    piriformis.click()
    expect(painted(desktop)).to_be_visible()
    expect(title(desktop)).to_contain_text("Piriformis")
    expect(desktop.locator(".bodychart[data-preview]")).to_have_count(0)
    when_idle(desktop)
    outline = panel(desktop, 1).locator(".paint .muscle-outline")
    expect(outline).to_have_count(1)
    drawn = box(outline)
    assert drawn["width"] > 5 and drawn["height"] > 5
    assert middle(outline) > middle(desktop.locator(".bodychart .caption", has_text="Back"))
    expect(panel(desktop, 1).locator(".over .cross")).to_have_count(1)


def test_a_change_of_view_keeps_the_marks(desktop: Page):
    middles = {drawn.mark for drawn in drawn_regions("Whole body") if "." not in drawn.mark and drawn.view == "front"}
    assert middles
    midline = max(middles, key=lambda mark: drawn_as("Whole body", mark).shape.area)
    keys = panel(desktop, 0).locator("[data-region]").evaluate_all("nodes => nodes.map(n => n.dataset.region)")
    for mark in middles:
        assert [key for key in keys if key.partition(".")[0] == mark] == [mark]

    show(desktop, "Foot")
    press_region(desktop, "heel_sole.right", "Foot")
    show(desktop, "Whole body")
    expect_marks(desktop, "heel_sole.right")
    press_region(desktop, midline)
    expect_marks(desktop, "heel_sole.right", midline)
    expect(mark_pill(desktop, midline)).to_have_count(1)
    when_idle(desktop)

    show(desktop, "Foot")
    expect_marks(desktop, "heel_sole.right", midline)
    expect(desktop.locator("[data-region='heel_sole.right']").first).to_have_attribute("aria-selected", "true")
    expect(desktop.locator("[data-region='heel_sole.left']").first).to_have_attribute("aria-selected", "false")


def test_a_change_of_view_right_after_a_click_keeps_the_mark(desktop: Page):
    for pause in (0, 40, 80, 120):
        desktop.locator(".bodychart .stage").scroll_into_view_if_needed()
        when_idle(desktop)
        control = desktop.get_by_role("radio", name="Foot", exact=True)
        desktop.mouse.click(*visible_pixel(desktop, drawn_as("Whole body", "knee_front.right"), random.Random(7)))
        desktop.wait_for_timeout(pause)
        control.dispatch_event("click")
        expect(desktop.locator(".bodychart")).to_have_attribute("data-layout", "Foot")
        expect(mark_pill(desktop, "knee_front.right")).to_be_visible()
        expect_marks(desktop, "knee_front.right")
        desktop.get_by_role("button", name="Clear", exact=True).click()
        expect_marks(desktop)
        show(desktop, "Whole body")


# ---- phone -------------------------------------------------------------------------------------------------------


def scrolled(page: Page) -> float:
    return page.locator("[data-testid='stMain']").evaluate("node => node.scrollTop")


def swipe_up(page: Page, x: float, y: float, by: int) -> None:
    """One finger moves up from a point of the window, as the browser itself sees touch."""
    session = page.context.new_cdp_session(page)
    for step in range(11):
        point = {"x": x, "y": y - by * step / 10}
        kind = "touchMove" if step else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
        page.wait_for_timeout(16)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()


def test_phone_from_tap_to_pattern_and_back(phone: Page):
    svg = phone.locator(".bodychart .stage > svg")
    assert svg.evaluate("node => getComputedStyle(node).touchAction") == "pan-y"
    assert_no_overflow(phone)
    stage = box(phone.locator(".bodychart .stage"))
    swipe_up(phone, 195, stage["y"] + 150, 220)
    phone.wait_for_function("() => document.querySelector('[data-testid=stMain]').scrollTop > 100")
    expect_marks(phone)

    press_region(phone, "knee_front.right", touch=True)
    expect_marks(phone, "knee_front.right")
    expect_answer(phone)
    assert bottom(phone.locator(".bodychart")) <= box(phone.locator(".part-red_flags"))["y"]

    row = pattern_rows(phone).nth(1)
    row.tap()
    expect(title(phone)).to_contain_text(row.locator("strong").inner_text())
    phone.wait_for_function(
        "() => Math.abs(document.querySelector('.bodychart').getBoundingClientRect().top - 70) < 12"
    )
    expect(title(phone)).to_be_in_viewport()
    assert_no_overflow(phone)

    bar = phone.locator(".bodychart .bar")
    expect(bar.locator(".what")).to_have_text("Front of the knee, your right")
    for to, part in (("muscles", "patterns"), ("injuries", "injuries"), ("warnings", "red_flags")):
        bar.locator(f"[data-to={to}]").tap()
        phone.wait_for_function(
            "part => Math.abs(document.querySelector(part).getBoundingClientRect().top - 70) < 12 || "
            "(m => m.scrollTop + m.clientHeight > m.scrollHeight - 2)(document.querySelector('[data-testid=stMain]'))",
            arg=f".part-{part}",
        )
        expect(phone.locator(f".part-{part}")).to_be_in_viewport()
    bar.locator("[data-to=body]").tap()
    expect(phone.locator(".bodychart .stage")).to_be_in_viewport(ratio=0.9)
    assert_no_overflow(phone)


def test_phone_zoomed_pans_instead_of_scrolling(phone: Page):
    svg = phone.locator(".bodychart .stage > svg")
    phone.get_by_role("button", name="Zoom in").tap()
    expect(phone.locator(".bodychart.zoomed")).to_be_visible()
    assert svg.evaluate("node => getComputedStyle(node).touchAction") == "none"
    phone.locator(".bodychart .stage").scroll_into_view_if_needed()
    before, at = view_box(phone), scrolled(phone)
    swipe_up(phone, 195, box(phone.locator(".bodychart .stage"))["y"] + 200, 120)
    expect(svg).not_to_have_attribute("viewBox", before)
    assert scrolled(phone) == at
    expect_marks(phone)
    phone.get_by_role("button", name="Show the whole picture").click()
    expect(phone.locator(".bodychart.zoomed")).to_have_count(0)
    assert svg.evaluate("node => getComputedStyle(node).touchAction") == "pan-y"


def test_phone_the_picture_stays_put_when_a_name_is_long(phone: Page):
    moved = {}
    for layout in ("Whole body", "Foot"):
        show(phone, layout)
        moved |= phone.evaluate(
            """() => {
              const chart = window.bodyChart.chart;
              const top = () => chart.stage.offsetTop;
              chart.focus.name(null);
              const before = top(), moved = {};
              for (const region of chart.regions) {
                chart.marks.add(region.key);
                chart.focus.name(region);
                chart.marks.delete(region.key);
                if (top() !== before) moved[region.key] = top() - before;
              }
              chart.focus.name(null);
              return moved;
            }"""
        )
    assert not moved, moved


# ---- light and dark ----------------------------------------------------------------------------------------------

COLOURS = """() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const ground = (node) => {  // of the nearest part around it that has one
    const own = rgba(getComputedStyle(node).backgroundColor);
    return own[3] || !node.parentElement ? own : ground(node.parentElement);
  };
  const style = (selector) => getComputedStyle(document.querySelector(selector));
  return {
    skin: rgba(style('.bodychart .skin').fill), muscle: rgba(style('.bodychart .tint-0').fill),
    page: rgba(style('.stApp').backgroundColor),
    text: rgba(style('.notice').color), ground: ground(document.querySelector('.notice')),
    strong: rgba(style('.notice strong').color),
  };
}"""


def luminance(colour: list[int]) -> float:
    channels = [value / 255 for value in colour[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: list[int], other: list[int]) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_light_and_dark(desktop: Page):
    seen = {}
    for scheme in ("light", "dark"):
        desktop.emulate_media(color_scheme=scheme)
        desktop.reload()
        desktop.wait_for_selector(".bodychart[data-ready]")
        colours = desktop.evaluate(COLOURS)
        seen[scheme] = colours
        assert colours["ground"][3] == colours["text"][3] == 255, "see-through colours: blend them before comparing"
        for text in ("text", "strong"):
            assert contrast(colours[text], colours["ground"]) >= 4.5, (scheme, text)
    for part in ("skin", "muscle", "page", "ground", "text"):
        assert seen["light"][part] != seen["dark"][part], part
    assert luminance(seen["light"]["page"]) > 0.8 and luminance(seen["dark"]["page"]) < 0.1


# ---- speed, privacy, traffic -------------------------------------------------------------------------------------


def test_ten_quick_clicks_are_all_kept(desktop: Page):
    desktop.locator(".bodychart .stage").scroll_into_view_if_needed()
    camera, chance = Camera.of(desktop), random.Random(5)
    pixels = {mark: camera.pixel_in(drawn_as("Whole body", mark), chance) for mark in QUICK}
    assert all(pixel and 60 < pixel[1] < 990 for pixel in pixels.values()), pixels
    for pixel in pixels.values():
        desktop.mouse.click(*pixel)
        desktop.wait_for_timeout(80)
    expect(desktop.locator(".bodychart")).to_have_attribute("data-marks", ",".join(sorted(QUICK)))
    expect_marks(desktop, *QUICK)
    when_idle(desktop)
    assert python_marks(desktop) == set(QUICK)


def test_no_request_of_a_journey_leaves_the_machine(desktop: Page, app_url: str):
    addresses = addresses_of(desktop)
    press_region(desktop, "knee_front.right")
    expect_answer(desktop)
    pattern_rows(desktop).nth(1).click()
    expect(painted(desktop)).to_be_visible()
    for summary in desktop.locator(".part-red_flags summary, .part-patterns summary").locator("visible=true").all()[:6]:
        summary.click()
    show(desktop, "Foot")
    press_region(desktop, "heel_sole.right", "Foot")
    desktop.get_by_role("button", name="Clear", exact=True).click()
    expect_marks(desktop)
    assert not outside(addresses, app_url)


def test_opening_the_page_asks_nobody_else(desktop: Page, app_url: str):
    addresses = addresses_of(desktop)
    desktop.reload()
    desktop.wait_for_selector(".bodychart[data-ready]")
    when_idle(desktop)
    desktop.wait_for_load_state("networkidle")
    assert len(addresses) > 5
    assert not outside(addresses, app_url)


@contextmanager
def counted(received: list[int]) -> Iterator[list[int]]:
    """The sizes of the frames received inside the block."""
    start = len(received)
    frames: list[int] = []
    yield frames
    frames += received[start:]


def test_a_warm_click_brings_few_kilobytes(desktop: Page):
    received: list[int] = []
    desktop.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))))
    desktop.reload()
    desktop.wait_for_selector(".bodychart[data-ready]")
    for _ in range(2):  # warm: every place once on, once off
        for mark in ("knee_front.right", "thigh_front_middle.left", "buttock_lower.right"):
            press_region(desktop, mark)
    expect_marks(desktop)
    sizes = {}
    for mark in ("knee_front.right", "thigh_front_middle.left", "buttock_lower.right"):
        for does in ("mark", "unmark"):
            when_idle(desktop)
            with counted(received) as frames:
                press_region(desktop, mark)
                when_idle(desktop)
                desktop.wait_for_timeout(200)  # the last frames of a run come after the picture has its answer
            sizes[f"{does} {mark}"] = sum(frames) / 1024
    print("kB per click:", ", ".join(f"{what} {kilobytes:.1f}" for what, kilobytes in sizes.items()))
    assert all(0 < kilobytes < MOST_KB for kilobytes in sizes.values()), sizes
