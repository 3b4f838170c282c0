"""An answer written anew leaves alone what somebody is busy with: the focus, open parts, elements that are the same."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .steps import expect_answer, expect_marks, pattern_rows, press_region, when_idle

KNEE, CALF = "knee_front.right", "calf_outer.right"
FOCUSED = "() => document.activeElement.dataset.paint ?? document.activeElement.dataset.act ?? ''"


def keep(page: Page, selector: str) -> None:
    page.locator(selector).evaluate("node => { node.isKept = true; }")


def is_kept(page: Page, selector: str) -> bool:
    return bool(page.locator(selector).evaluate("node => node.isKept === true"))


def test_a_row_painted_by_key_keeps_the_focus_and_open_signs_stay(desktop: Page):
    press_region(desktop, KNEE)
    expect_answer(desktop)
    why = desktop.locator(".part-red_flags details", has_text="Why doctors ask").last
    why.locator("> summary").click()
    expect(why.locator("li").first).to_be_visible()
    keep(desktop, ".part-red_flags > section")
    row = pattern_rows(desktop).nth(1)
    pattern = row.get_attribute("data-paint")
    row.focus()
    desktop.keyboard.press("Enter")
    expect(row).to_have_attribute("aria-pressed", "true")
    when_idle(desktop)
    assert desktop.evaluate(FOCUSED) == pattern
    expect(why.locator("li").first).to_be_visible()
    assert is_kept(desktop, ".part-red_flags > section"), "what is the same is not written anew"


def test_open_signs_are_filled_again_when_another_place_is_marked(desktop: Page):
    press_region(desktop, KNEE)
    expect_answer(desktop)
    why = desktop.locator(".part-red_flags details", has_text="Why doctors ask").last
    why.locator("> summary").click()
    before = why.locator(".flags li").count()
    press_region(desktop, CALF)
    expect_marks(desktop, KNEE, CALF)
    expect(why).to_have_attribute("open", "")
    expect(why.locator(".flags li").nth(before)).to_be_visible()


def test_the_focus_goes_to_the_next_mark_when_one_is_taken_away(desktop: Page):
    press_region(desktop, KNEE)
    press_region(desktop, CALF)
    expect_marks(desktop, KNEE, CALF)
    when_idle(desktop)
    desktop.locator(f"[data-act='{KNEE}']").focus()
    desktop.keyboard.press("Enter")
    expect_marks(desktop, CALF)
    when_idle(desktop)
    assert desktop.evaluate(FOCUSED) == CALF


def test_the_card_comes_when_its_line_is_opened_and_stays_open(desktop: Page):
    press_region(desktop, KNEE)
    expect_answer(desktop)
    line = desktop.locator("[data-act='about'] > summary")
    line.focus()
    desktop.keyboard.press("Enter")
    card = desktop.locator(".part-patterns .card")
    expect(card).to_be_visible()
    expect(card).to_contain_text("Mainly felt")
    assert desktop.evaluate("() => document.activeElement.matches('summary')"), "the line keeps the focus"
