"""Nerve roots and nerves in the browser: layers that can be clicked, tapped and walked through, and their labels."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import Page, expect

from bodymap.data.patterns import Area
from tests.real import REAL

from .steps import assert_no_overflow, drawn_as, show, tab_to, view_box, visible_pixel, when_idle

CHANCE = random.Random(12)


def open_page(page: Page, url: str, asked: str, choice: str = "") -> None:
    page.goto(f"{url}/muscles?{asked}")
    page.wait_for_selector(".bodychart.browses[data-ready]")
    when_idle(page)
    if choice:
        page.get_by_role("radio", name=choice, exact=True).click()
        page.wait_for_selector(".bodychart.layered")
        when_idle(page)


def only_core(kind: str, region: str) -> Area:
    """The one area of a kind that has a region as its core."""
    areas = [a for a in REAL.areas.values() if a.kind == kind and a.feels != "pain"]
    [area] = [a for a in areas if region in {zone.region for zone in a.primary}]
    return area


def labels(page: Page) -> list[dict[str, float]]:
    found: list[dict[str, float]] = page.locator(".bodychart .label").evaluate_all(
        """nodes => nodes.map(n => { const b = n.getBoundingClientRect();
          return { x: b.x, y: b.y, w: b.width, h: b.height,
                   size: n.getScreenCTM().a * Number(n.getAttribute('font-size')) } })"""
    )
    return found


def assert_legible(page: Page) -> None:
    """Labels have their size, and the middle of none lies over another one."""
    every = labels(page)
    assert every and all(label["size"] >= 10.9 for label in every)
    for at, one in enumerate(every):
        for other in every[at + 1 :]:
            across = min(one["x"] + one["w"], other["x"] + other["w"]) - max(one["x"], other["x"])
            down = min(one["y"] + one["h"], other["y"] + other["h"]) - max(one["y"], other["y"])
            assert across < 4 or down < 4, (one, other)


@pytest.mark.parametrize(("region", "side"), [("thigh_front_middle", "right"), ("back_of_head", "left")])
def test_a_dermatome_is_clicked_and_its_root_opens(desktop, app_url, region, side):
    open_page(desktop, app_url, "root=root_c6", "All dermatomes")
    assert_legible(desktop)
    root = only_core("nerve_root", region).record
    pixel = visible_pixel(desktop, drawn_as("Whole body", f"{region}.{side}"), CHANCE)
    desktop.mouse.move(*pixel)
    expect(desktop.locator(".bodychart .named")).to_contain_text(root.name)
    desktop.mouse.click(*pixel)
    expect(desktop.locator("h3", has_text=root.name)).to_be_visible()
    desktop.wait_for_url(f"**/muscles?root={root.id}")
    expect(desktop).to_have_title(f"{root.name} · Muscles · Trigger Point Body Map")
    expect(desktop.locator(f".layer .cell.chosen[data-cell='{root.id}_touch']").first).to_be_attached()
    desktop.go_back()
    expect(desktop.locator("h3", has_text=REAL.nerve_roots["root_c6"].name)).to_be_visible()


def test_a_core_that_several_roots_share_offers_each(desktop, app_url):
    open_page(desktop, app_url, "root=root_c6", "All dermatomes")
    desktop.mouse.click(*visible_pixel(desktop, drawn_as("Whole body", "breast.left"), CHANCE))
    offered = desktop.locator(".offer button")
    expect(offered).to_have_text(["T4 nerve root, touch", "T5 nerve root, touch"])
    offered.nth(1).click()
    expect(desktop.locator("h3", has_text="T5 nerve root")).to_be_visible()


def test_the_keyboard_walks_the_layer_and_opens_a_root(desktop, app_url):
    open_page(desktop, app_url, "root=root_c6", "All dermatomes")
    tab_to(desktop, ".bodychart .stage")
    for _ in range(40):
        name = desktop.evaluate(
            "() => document.getElementById(document.querySelector('.stage')"
            ".getAttribute('aria-activedescendant'))?.getAttribute('aria-label') ?? ''"
        )
        if name.endswith(("L2 nerve root, touch", "L3 nerve root, touch")):
            break
        desktop.keyboard.press("ArrowDown")
    root = name.split(", ")[-2].split(" nerve")[0]
    desktop.keyboard.press("Enter")
    desktop.wait_for_url(f"**/muscles?root=root_{root.lower()}")


def test_more_labels_have_room_when_one_zooms_in_and_no_wider(desktop, app_url):
    open_page(desktop, app_url, "nerve=nerve_sural")
    show(desktop, "Whole body")
    desktop.get_by_role("radio", name="All skin nerves", exact=True).click()
    desktop.wait_for_selector(".bodychart.layered .label")
    assert_legible(desktop)
    before, whole = labels(desktop), view_box(desktop)
    desktop.locator(".bodychart [data-zoom=in]").click()
    assert view_box(desktop) != whole
    assert {round(label["size"]) for label in labels(desktop)} == {round(label["size"]) for label in before}


def test_on_a_phone_a_nerve_is_tapped(phone, app_url):
    open_page(phone, app_url, "nerve=nerve_sural", "All skin nerves")
    assert_no_overflow(phone)
    show(phone, "Foot")
    when_idle(phone)
    assert_legible(phone)
    phone.touchscreen.tap(*visible_pixel(phone, drawn_as("Foot", "heel_sole.left"), CHANCE))
    phone.wait_for_url("**/muscles?nerve=nerve_baxter")


def test_the_search_leads_to_a_root(desktop):
    desktop.get_by_role("combobox", name="Find a place").fill("dermatome L5")
    row = desktop.locator(".searchlist .row").first
    expect(row).to_contain_text("L5 nerve root")
    row.click()
    desktop.wait_for_url("**/muscles?root=root_l5")
    expect(desktop.locator("h3", has_text="L5 nerve root")).to_be_visible()
    painted = desktop.locator(".bodychart[data-painted='root_l5@left']")
    expect(painted).to_be_attached()
    desktop.get_by_role("button", name="Gluteus medius", exact=True).click()
    desktop.wait_for_url("**/muscles?muscle=gluteus_medius")
    expect(desktop.locator(".bodychart.picks:not(.browses)")).to_be_attached()
