"""Journeys of a runner: from a sore shin to a warning, to the page of an injury, to the muscles and back."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from .steps import (
    assert_no_overflow,
    bottom,
    box,
    expect_answer,
    expect_marks,
    painted,
    pill,
    press_region,
    title,
    when_idle,
    widget,
)

SHIN, FRACTURE = "shin_inner_lower.right", "tibial_bone_stress_injury"


def search(page: Page, words: str, kind: str, id_: str, side: str = "") -> None:
    """Type into the search and press an answer."""
    page.locator(".searchlist[data-ready] input").fill(words)
    page.locator(f".searchlist .row[data-kind='{kind}'][data-id='{id_}'][data-side='{side}']").first.click()
    when_idle(page)


def heading(page: Page, name: str) -> None:
    """Wait for the heading of a page or of a part."""
    expect(page.get_by_role("heading", name=name, exact=True).first).to_be_visible()
    when_idle(page)


def test_from_shin_to_a_stress_fracture_to_the_muscles_and_back(desktop: Page):
    search(desktop, "shin", "region", *SHIN.split("."))
    expect_marks(desktop, SHIN)
    flags = desktop.locator(".st-key-red_flags")
    expect(flags.locator(".signs-open")).to_contain_text("one small sore spot on bone")
    expect_answer(desktop)
    assert bottom(flags) <= box(desktop.locator(".st-key-injuries"))["y"]
    assert bottom(desktop.locator(".st-key-injuries")) <= box(desktop.locator(".st-key-patterns"))["y"]

    pill(desktop, "injury", "Stress fracture of the shin bone").click()
    heading(desktop, "Injuries")
    expect(desktop).to_have_url(re.compile(rf"/injuries\?condition={FRACTURE}&marks={re.escape(SHIN)}$"))
    expect(desktop.locator(".stHtml h2")).to_have_text("Stress fracture of the shin bone")
    page = desktop.locator(".st-key-reading")
    warning = page.locator(".flags.now, .flags.today").nth(1)
    assert box(warning)["y"] < box(page.get_by_text("What studies of dry needling found"))["y"]
    expect(title(desktop)).to_contain_text("where it can be felt")
    expect(desktop.locator(".bodychart .paint .primary .zone")).not_to_have_count(0)
    expect(desktop.locator(".bodychart .cross")).to_have_count(0)

    desktop.go_back()
    heading(desktop, "Trigger Point Body Map")
    expect_marks(desktop, SHIN)
    desktop.go_forward()
    expect(desktop.locator(".stHtml h2")).to_have_text("Stress fracture of the shin bone")
    when_idle(desktop)
    widget(desktop, "to_map").click()
    heading(desktop, "Trigger Point Body Map")
    expect_marks(desktop, SHIN)


def test_the_list_and_the_body_select_each_other(desktop: Page):
    desktop.get_by_role("link", name="Injuries").click()
    heading(desktop, "Injuries")
    press_region(desktop, "knee_front.right")
    expect_marks(desktop, "knee_front.right")
    runner = widget(desktop, "injury_patellofemoral_pain")
    runner.click()
    expect(desktop.locator(".stHtml h2")).to_have_text("Runner's knee")
    expect(painted(desktop)).to_be_visible()
    when_idle(desktop)

    widget(desktop, "muscle_rectus_femoris").click()
    heading(desktop, "Muscles")
    expect(desktop).to_have_url(re.compile(r"/muscles\?muscle=rectus_femoris$"))
    desktop.go_back()
    expect(desktop.locator(".stHtml h2")).to_have_text("Runner's knee")
    when_idle(desktop)
    press_region(desktop, "heel_back.left")
    expect(desktop.locator(".stHtml h2")).to_have_count(0)
    expect(widget(desktop, "injury_achilles_insertional_tendinopathy")).to_be_visible()
    expect_marks(desktop, "knee_front.right", "heel_back.left")


def test_an_emergency_page_shows_what_to_do_and_no_muscles(desktop: Page, app_url: str):
    desktop.goto(f"{app_url}/injuries?condition=deep_vein_thrombosis")
    expect(desktop.locator(".stHtml h2")).to_have_text("Blood clot in the leg")
    when_idle(desktop)
    page = desktop.locator(".st-key-reading")
    heads = page.locator("h3").all_inner_texts()
    assert heads[:2] == ["What to do", "Warning signs"]
    expect(page).not_to_contain_text("Muscles whose patterns")
    expect(page).not_to_contain_text("studies of dry needling")


def test_a_typing_slip_finds_an_injury_on_the_phone(phone: Page):
    search(phone, "plantar fascitis", "condition", "plantar_heel_pain")
    expect(phone.locator(".stHtml h2")).to_have_text("Pain under the heel")
    when_idle(phone)
    assert_no_overflow(phone)


def test_the_parts_of_the_needling_page_have_addresses(phone: Page, app_url: str):
    phone.goto(f"{app_url}/needling?part=harms")
    expect(phone.get_by_text("Do not needle yourself or anyone else")).to_be_visible()
    heading(phone, "Unwanted effects that were counted")
    assert_no_overflow(phone)
    phone.get_by_role("radio", name="Claims checked").click()
    expect(phone).to_have_url(re.compile(r"/needling\?part=claims$"))
    expect(phone.locator(".table td").first).to_be_visible()
    when_idle(phone)
    assert_no_overflow(phone)
    phone.go_back()
    heading(phone, "Unwanted effects that were counted")
