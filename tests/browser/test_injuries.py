"""Journeys of a runner: from a sore shin to a warning, to the page of an injury, to the muscles and back."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

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


def card(page: Page, condition: str) -> Locator:
    """The card of a condition that fits the filter."""
    return page.locator(f".cards:not(.brief) a[data-condition='{condition}']")


def choice(page: Page, question: str, name: str) -> Locator:
    """A choice of the filter, whatever its count."""
    pills = page.locator(f".st-key-injury_{question}")
    return pills.get_by_role("button", name=re.compile(rf"^{re.escape(name)} · \d+$"))


def count_of(button: Locator) -> int:
    return int(button.inner_text().rpartition("·")[2])


def expect_count(page: Page, number: int) -> None:
    expect(page.locator(".count-line h3")).to_have_text(re.compile(rf"^{number} condition"))
    when_idle(page)


def test_from_shin_to_a_stress_fracture_to_the_muscles_and_back(desktop: Page):
    search(desktop, "shin", "region", *SHIN.split("."))
    expect_marks(desktop, SHIN)
    flags = desktop.locator(".part-red_flags")
    expect(flags.locator(".signs-open")).to_contain_text("one small sore spot on bone")
    expect_answer(desktop)
    assert bottom(flags) <= box(desktop.locator(".part-injuries"))["y"]
    assert bottom(desktop.locator(".part-injuries")) <= box(desktop.locator(".part-patterns"))["y"]

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
    card(desktop, "patellofemoral_pain").click()
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
    expect(desktop.locator(".stHtml h2", has_text="Runner's knee")).to_have_count(0)
    expect(card(desktop, "achilles_insertional_tendinopathy")).to_be_visible()
    expect_marks(desktop, "knee_front.right", "heel_back.left")


def test_the_filter_on_a_desk_counts_keeps_and_comes_back(desktop: Page, app_url: str):
    desktop.goto(f"{app_url}/injuries")
    knee = choice(desktop, "place", "Knee")
    number = count_of(knee)
    knee.click()
    expect_count(desktop, number)
    expect(desktop).to_have_url(re.compile(r"/injuries\?place=knee$"))
    serious = desktop.locator(".cards.brief a[data-condition='deep_vein_thrombosis']")
    expect(serious).to_be_visible()

    desktop.locator(".st-key-ask_when button").first.click()
    run = choice(desktop, "when", "Building up during a run")
    number = count_of(run)
    run.click()
    expect_count(desktop, number)
    expect(desktop).to_have_url(re.compile(r"/injuries\?place=knee&when=builds_up$"))
    desktop.keyboard.press("Escape")
    expect(serious).to_be_visible()

    desktop.evaluate("window.stayed = true")
    first = desktop.locator(".cards:not(.brief) a").first
    name = first.locator("strong").inner_text()
    first.click()
    expect(desktop.locator(".stHtml h2")).to_have_text(name)
    when_idle(desktop)
    assert desktop.evaluate("window.stayed"), "a card opens its page without loading the app again"
    desktop.go_back()
    expect_count(desktop, number)
    desktop.reload()
    expect_count(desktop, number)
    expect(desktop).to_have_url(re.compile(r"place=knee&when=builds_up$"))
    widget(desktop, "clear_filter").click()
    expect(desktop).to_have_url(re.compile(r"/injuries$"))


def test_marks_of_the_first_page_wait_for_a_word(desktop: Page):
    press_region(desktop, "knee_front.right")
    desktop.get_by_role("link", name="Injuries").click()
    heading(desktop, "Injuries")
    expect(desktop.locator(".count-line h3")).not_to_contain_text("at your marks")
    mine = choice(desktop, "place", "Only at my marks (1)")
    number = count_of(mine)
    mine.click()
    expect(desktop.locator(".count-line h3")).to_contain_text(f"{number} conditions felt at your marks")
    expect(desktop).to_have_url(re.compile("place=marks"))
    expect_marks(desktop, "knee_front.right")


def test_the_filter_works_at_once_on_a_phone(phone: Page, app_url: str):
    phone.goto(f"{app_url}/injuries")
    first = phone.locator(".cards:not(.brief) a").first
    expect(first).to_be_visible()
    when_idle(phone)
    assert bottom(first) < 844, "the first card is seen without scrolling"
    assert_no_overflow(phone)
    shin = choice(phone, "place", "Shin")
    number = count_of(shin)
    shin.tap()
    expect_count(phone, number)
    assert_no_overflow(phone)
    phone.locator(".st-key-ask_after button").first.tap()
    hills = choice(phone, "after", "Hills")
    number = count_of(hills)
    hills.tap()
    expect_count(phone, number)
    expect(phone).to_have_url(re.compile(r"place=shin&after=hills$"))
    expect(phone.locator(".cards.brief a").first).to_be_visible()
    phone.keyboard.press("Escape")
    expect(hills).to_be_hidden()
    picture = phone.locator(".cards:not(.brief) .thumb").first
    picture.scroll_into_view_if_needed()
    assert "data:image/svg" in picture.evaluate("node => getComputedStyle(node).backgroundImage")
    card_on_show = phone.locator(".cards:not(.brief) a").first
    name = card_on_show.locator("strong").inner_text()
    card_on_show.tap()
    expect(phone.locator(".stHtml h2")).to_have_text(name)
    when_idle(phone)
    assert_no_overflow(phone)
    widget(phone, "close_injury").tap()
    expect_count(phone, number)


def test_the_body_of_a_phone_lies_below_the_cards_and_narrows_them(phone: Page, app_url: str):
    phone.goto(f"{app_url}/injuries")
    phone.locator("a.to-body").tap()
    expect(phone.locator(".bodychart")).to_be_in_viewport()
    when_idle(phone)
    press_region(phone, "shin_lower.right", touch=True)
    expect(phone.locator(".count-line h3")).to_contain_text("felt at your marks")
    bar = phone.locator(".bodychart .bar")
    expect(bar.locator("button:visible")).to_have_count(3)
    bar.locator("[data-to=injuries]").tap()
    expect(phone.locator(".count-line")).to_be_in_viewport()
    assert_no_overflow(phone)


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
