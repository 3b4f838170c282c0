"""The switch between the woman and the man: what survives it, where it is kept, and what is sent for it."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from .chart_map import Camera, drawn_regions
from .conftest import PHONE
from .steps import (
    assert_no_overflow,
    box,
    choose_figure,
    expect_marks,
    press_region,
    show,
    shown_as,
    view_box,
    when_idle,
)

WOMAN = re.compile(r"[?&]figure=woman")


def test_marks_zoom_and_the_painted_pattern_survive_the_switch(desktop: Page):
    press_region(desktop, "knee_front.right")
    painted = desktop.locator(".bodychart").get_attribute("data-painted")
    desktop.get_by_role("button", name="Zoom in").click()
    zoomed = view_box(desktop)
    choose_figure(desktop, "woman")
    expect_marks(desktop, "knee_front.right")
    assert desktop.locator(".bodychart").get_attribute("data-painted") == painted
    assert view_box(desktop) == zoomed
    expect(desktop).to_have_url(WOMAN)
    choose_figure(desktop, "man")
    expect(desktop).not_to_have_url(re.compile("figure="))
    expect_marks(desktop, "knee_front.right")


def test_reload_back_and_links_keep_the_woman(desktop: Page):
    choose_figure(desktop, "woman")
    press_region_of_the_woman(desktop, "knee_front.right")
    desktop.reload()
    shown_as(desktop, "woman")
    expect_marks(desktop, "knee_front.right")
    for page in ("Injuries", "Muscles"):
        desktop.get_by_role("link", name=page).locator("visible=true").first.click()
        when_idle(desktop)
        shown_as(desktop, "woman")
        expect(desktop).to_have_url(WOMAN)
    desktop.go_back()
    when_idle(desktop)
    shown_as(desktop, "woman")
    show(desktop, "Foot")
    shown_as(desktop, "woman")


def press_region_of_the_woman(page: Page, mark: str) -> None:
    import random

    [drawn] = [d for d in drawn_regions("Whole body", "woman") if d.mark == mark and d.view == "front"]
    page.mouse.click(*(Camera.of(page).pixel_in(drawn, random.Random(3)) or ()))
    expect_marks(page, mark)


def test_a_muscle_is_chosen_on_the_woman(desktop: Page, app_url: str):
    desktop.goto(f"{app_url}/muscles?muscle=soleus&figure=woman")
    shown_as(desktop, "woman")
    when_idle(desktop)
    expect(desktop).to_have_url(WOMAN)
    assert desktop.locator(".bodychart .over [class*='cross']").count()


def test_the_second_figure_is_sent_only_when_it_is_chosen(browser: Browser, app_url: str):
    context = browser.new_context()
    page = context.new_page()
    frames: list[bytes] = []
    page.on(
        "websocket",
        lambda socket: socket.on(
            "framereceived", lambda data: frames.append(data if isinstance(data, bytes) else data.encode())
        ),
    )
    page.goto(app_url)
    shown_as(page, "man")
    when_idle(page)
    assert not any(b'"figure":"woman"' in frame for frame in frames)
    choose_figure(page, "woman")
    assert any(b'"figure":"woman"' in frame for frame in frames)
    context.close()


def test_the_switch_is_in_reach_on_a_phone(phone: Page):
    choose_figure(phone, "woman")
    for button in phone.locator(".st-key-figure_choice button").all():
        found = box(button)
        assert found["x"] >= 0 and found["x"] + found["width"] <= PHONE["width"] and found["height"] >= 28
    assert_no_overflow(phone)


def test_every_view_can_be_chosen_beside_the_switch_on_a_laptop(browser: Browser, app_url: str):
    context = browser.new_context(viewport={"width": 1366, "height": 657})
    page = context.new_page()
    page.goto(app_url)
    shown_as(page, "man")
    when_idle(page)
    switch = box(page.locator(".st-key-figure_choice"))
    for button in page.locator(".st-key-layout [role=radiogroup] button").all():
        found = box(button)
        assert found["x"] + found["width"] <= switch["x"], button.inner_text()
    fits = "group => group.scrollWidth <= group.clientWidth + 1"
    assert page.locator(".st-key-layout [role=radiogroup]").evaluate(fits)
    context.close()


def test_from_the_side_the_legend_covers_no_body(browser: Browser, app_url: str):
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{app_url}/?figure=woman&view=side&marks=hip_side.left&paint=piriformis_1@left")
    shown_as(page, "woman")
    when_idle(page)
    legend = page.locator(".bodychart .legend.patterns")
    expect(legend.get_by_text("lies deeper, seen through")).to_be_visible()
    expect(page.locator(".bodychart .muscle-edge.through")).to_have_count(1)
    covered = box(legend)
    for skin in page.locator(".bodychart .outline").all():
        drawn = box(skin)
        beside = drawn["x"] + drawn["width"] <= covered["x"] or covered["x"] + covered["width"] <= drawn["x"]
        assert beside or drawn["y"] + drawn["height"] <= covered["y"]
    context.close()
