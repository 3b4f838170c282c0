"""The search in a real browser: by keyboard, by finger, in both colour schemes, without the server while one types."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .steps import assert_no_overflow, box, expect_marks, open_chart, settle, when_idle

MOST_MS = 50  # from a key to the list, half of all keys; measured 2 on an idle machine, 6 on a busy one


def field(page: Page) -> Locator:
    return page.locator(".searchlist[data-ready] input")


def answers(page: Page) -> Locator:
    return page.locator(".searchlist .row")


def active(page: Page) -> Locator:
    """The answer that the field says is the chosen one."""
    return page.locator(f"[id='{field(page).get_attribute('aria-activedescendant')}']")


def test_what_people_say_opens_an_injury_by_keyboard(desktop: Page):
    field(desktop).focus()
    desktop.keyboard.type("heel hurts in the morning")
    expect(field(desktop)).to_have_attribute("aria-expanded", "true")
    expect(answers(desktop).first).to_contain_text("Pain under the heel")
    assert field(desktop).get_attribute("aria-activedescendant") is None
    desktop.keyboard.press("ArrowDown")
    expect(active(desktop)).to_have_attribute("aria-selected", "true")
    expect(active(desktop)).to_contain_text("Pain under the heel")
    desktop.keyboard.press("Enter")
    expect(desktop).to_have_url(re.compile(r"/injuries\?condition=plantar_heel_pain"))
    expect(desktop.locator(".stHtml h2")).to_have_text("Pain under the heel")


def test_a_named_place_is_marked_on_its_side_and_the_focus_stays(desktop: Page):
    field(desktop).focus()
    desktop.keyboard.type("left kneecap")
    expect(answers(desktop).first).to_contain_text("Front of the knee, your left")
    desktop.keyboard.press("Enter")
    expect_marks(desktop, "knee_front.left")
    expect(field(desktop)).to_be_focused()
    expect(field(desktop)).to_have_value("")
    expect(field(desktop)).to_have_attribute("aria-expanded", "false")
    field(desktop).fill("left kneecap")
    desktop.keyboard.press("Enter")
    when_idle(desktop)
    expect_marks(desktop, "knee_front.left")


def test_the_keys_of_the_list(desktop: Page):
    field(desktop).fill("kneecap")
    expect(answers(desktop).nth(1)).to_contain_text("your right")
    field(desktop).press("ArrowUp")
    expect(answers(desktop).last).to_have_attribute("aria-selected", "true")
    field(desktop).press("Home")
    expect(answers(desktop).first).to_have_attribute("aria-selected", "true")
    field(desktop).press("End")
    expect(answers(desktop).last).to_have_attribute("aria-selected", "true")
    field(desktop).press("ArrowDown")
    expect(answers(desktop).first).to_have_attribute("aria-selected", "true")
    field(desktop).press("Escape")
    expect(answers(desktop).first).not_to_be_visible()
    expect(field(desktop)).to_have_value("kneecap")
    field(desktop).press("ArrowDown")
    expect(answers(desktop).first).to_be_visible()
    field(desktop).press("Escape")
    field(desktop).press("Escape")
    expect(field(desktop)).to_have_value("")


def test_a_group_lists_its_muscles_and_one_of_them_opens(desktop: Page):
    field(desktop).fill("hip muscles")
    expect(answers(desktop).first).to_contain_text("muscle group")
    expect(desktop.locator(".searchlist .row.under").first).to_have_text(re.compile("Gluteus maximus"))
    field(desktop).fill("rotator")
    desktop.locator(".searchlist .row[data-kind='group'][data-id='rotator_cuff']").click()
    expect(field(desktop)).to_have_value("Rotator cuff")
    desktop.locator(".searchlist .row.under[data-id='supraspinatus']").click()
    expect(desktop).to_have_url(re.compile(r"/muscles\?muscle=supraspinatus"))


def test_a_warning_sign_stands_above_the_answers(desktop: Page):
    field(desktop).fill("pressure on my chest")
    warning = desktop.locator(".searchlist .warnings p")
    expect(warning).to_have_attribute("data-flag", "heart_attack")
    expect(warning).to_contain_text("call your emergency number now")
    assert box(warning)["y"] < box(answers(desktop).first)["y"]
    field(desktop).fill("kneecap")
    expect(warning).to_have_count(0)


def test_nothing_found_is_said_as_text(desktop: Page):
    field(desktop).fill("<img src=x onerror=alert(1)>qqq")
    nothing = desktop.locator(".searchlist .none")
    expect(nothing).to_contain_text("Nothing found for “<img src=x onerror=alert(1)>qqq”")
    assert nothing.locator("img").count() == 0
    expect(desktop.locator(".searchlist .said")).to_have_text("Nothing found")


def test_typing_sends_nothing_moves_nothing_and_is_quick(desktop: Page):
    when_idle(desktop)
    sent: list[str | bytes] = []
    desktop.on("websocket", lambda socket: sent.append(socket.url))
    stage = box(desktop.locator(".bodychart .stage"))
    runs = desktop.evaluate(
        """() => { window.runs = 0; new MutationObserver(() => window.runs++).observe(
          document.querySelector("[data-testid='stApp']"), { attributeFilter: ["data-test-script-state"] }) }"""
    )
    assert runs is None
    times = desktop.evaluate(
        """() => {
          const field = document.querySelector(".searchlist input"), times = [];
          for (const words of ["my knee hurts when I go down stairs", "heel hurts in the morning", "planter fascitis"])
            for (let end = 1; end <= words.length; end++) {
              field.value = words.slice(0, end);
              const start = performance.now();
              field.dispatchEvent(new Event("input", { bubbles: true }));
              document.querySelector(".searchlist .drop").getBoundingClientRect();
              times.push(performance.now() - start);
            }
          return times.sort((one, other) => one - other);
        }"""
    )
    assert times[len(times) // 2] < MOST_MS, times
    desktop.wait_for_timeout(500)
    assert desktop.evaluate("window.runs") == 0 and not sent
    assert box(desktop.locator(".bodychart .stage")) == stage


def test_the_index_comes_once(desktop: Page):
    received: list[int] = []
    page = desktop.context.new_page()
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))))
    open_chart(page, desktop.url)
    received.clear()
    field(page).fill("left kneecap")
    field(page).press("Enter")
    expect_marks(page, "knee_front.left")
    settle(page)
    assert sum(received) < 100_000, "the index, 170 kB, came again"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_by_finger_on_a_phone(phone: Page, scheme: str):
    phone.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    field(phone).tap()
    phone.keyboard.type("left kneecap")
    heights = [row.bounding_box()["height"] for row in answers(phone).all()]
    assert heights and min(heights) >= 44
    assert_no_overflow(phone)
    name, drop = answers(phone).first.locator(".name"), phone.locator(".searchlist .drop")
    colours = [part.evaluate("node => getComputedStyle(node).getPropertyValue('color')") for part in (name,)]
    behind = drop.evaluate("node => getComputedStyle(node).backgroundColor")
    assert colours[0] != behind and behind != "rgba(0, 0, 0, 0)"
    answers(phone).first.tap()
    expect_marks(phone, "knee_front.left")
    expect(field(phone)).not_to_be_focused()
