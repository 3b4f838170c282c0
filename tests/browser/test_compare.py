"""Journeys with several marks and patterns: compare, undo, share, save, print, and find a muscle on the body."""

from __future__ import annotations

import io
import random
import re
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Download, Locator, Page, expect
from pypdf import PdfReader
from shapely import Polygon
from shapely.geometry import MultiPolygon

from bodymap.data.signs import Time
from bodymap.place import read_marks
from bodymap.read.load import load
from bodymap.tell.wording import BODY_CREDIT, TIMES

from .chart_map import CHART, Camera, Drawn, drawn_regions
from .conftest import DESKTOP, PHONE
from .steps import (
    BOTH_SIDES,
    CLEAR,
    OTHER_SIDE,
    PATIENCE,
    PIN,
    UNDO,
    about,
    agreed,
    assert_no_overflow,
    box,
    drawn_as,
    expect_answer,
    expect_marks,
    open_chart,
    painted,
    pattern_rows,
    pill,
    press_region,
    python_marks,
    show,
    tab_to,
    title,
    view_box,
    visible_pixel,
    when_idle,
    widget,
)

PLACES = ("knee_front.right", "thigh_front_middle.left", "calf_inner.left")
EXPLORE, MUSCLES = "Where does it hurt?", "Muscles"
HOSTILE = (
    "no_such_place",
    "knee_front.up",
    "<script>window.harmed=1</script>",
    '"><img src=x onerror=window.harmed=1>',
    "javascript:window.harmed=1",
    "__proto__",
    "../../etc/passwd",
)

Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, app_url: str) -> Iterator[Open]:
    """A function that opens a path of the app as somebody who was never here before."""
    contexts = []

    def opened(path: str = "/", **settings: object) -> Page:
        contexts.append(browser.new_context(**{"viewport": DESKTOP, **settings}))
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        open_chart(page, path if path.startswith("http") else f"{app_url}{path}")
        return page

    yield opened
    for context in contexts:
        context.close()


def at(*marks: str) -> str:
    return f"/?marks={','.join(marks)}"


def at_address(marks: tuple[str, ...] | list[str]) -> re.Pattern[str]:
    """The address that holds exactly these marks, in this order, and maybe what is on show."""
    shown = r"(?:(?:view|paint|pins)=[^&]*)"
    if not marks:
        return re.compile(rf"/(?:\?{shown}(?:&{shown})*)?$")
    return re.compile(rf"/\?(?:{shown}&)*marks={re.escape(','.join(marks))}(?:&{shown})*$")


def mark_places(page: Page, *marks: str) -> None:
    for number, mark in enumerate(marks, 1):
        press_region(page, mark)
        expect_marks(page, *marks[:number])


def go_to(page: Page, name: str) -> None:
    """To another page of the app by its link at the top."""
    page.get_by_role("link", name=name).click()
    expect(page.locator(".bodychart.picks")).to_have_count(int(name == MUSCLES))
    page.wait_for_selector(".bodychart[data-ready]")
    when_idle(page)


def press_row(page: Page, muscle: str) -> None:
    """Paint a muscle's best pattern from the list; the one on top is painted already."""
    row = pattern_rows(page).filter(has=page.locator("strong", has_text=re.compile(f"^{muscle}$"))).first
    expect(about(page)).to_be_visible()
    expect(row).to_be_visible()
    when_idle(page)
    if row.get_attribute("aria-pressed") != "true":
        row.click()
    expect(title(page).filter(has_text=muscle)).to_have_count(1)
    expect(page.locator(".bodychart[data-preview]")).to_have_count(0)
    expect(about(page)).to_contain_text(muscle)
    when_idle(page)


def pin(page: Page, pinned: int) -> None:
    """Pin the painted pattern, and wait until so many are listed as pinned."""
    pill(page, "pattern", PIN).click()
    expect(pill(page, "pattern", PIN)).to_have_count(0)
    expect(unpins(page)).to_have_count(pinned)
    when_idle(page)


def unpins(page: Page) -> Locator:
    """The small buttons that let pinned patterns go."""
    return page.locator("[data-row='pattern_pills'] button[data-icon='keep_off']")


def show_map(page: Page) -> None:
    page.locator(".st-key-map label").first.click()
    expect(page.locator(".bodychart .legend.map")).to_be_visible()
    when_idle(page)


def menu(page: Page) -> Locator:
    """The menu beside the picture, opened."""
    page.locator(".bodychart .more summary").click()
    opened = page.locator(".bodychart .more > div")
    expect(opened).to_be_visible()
    return opened


def save(page: Page, what: str) -> Path:
    """The file that an entry of the menu downloads."""
    entry = menu(page).get_by_role("button", name=what)
    with page.expect_download() as started:
        entry.click()
    return kept(started.value)


def kept(download: Download) -> Path:
    assert not download.failure()
    return Path(download.path())


def centre(locator: Locator) -> tuple[float, float]:
    found = box(locator)
    return found["x"] + found["width"] / 2, found["y"] + found["height"] / 2


# ---- pinned patterns ---------------------------------------------------------------------------------------------


def test_two_pinned_patterns_are_painted_apart_and_stay(desktop: Page):
    mark_places(desktop, *PLACES)
    press_row(desktop, "Rectus femoris")
    pin(desktop, 1)
    press_row(desktop, "Soleus")
    pin(desktop, 2)

    def expect_both() -> None:
        expect(title(desktop)).to_have_count(2)
        expect(title(desktop)).to_contain_text(["Rectus femoris", "Soleus"])
        for slot, muscle in enumerate(("Rectus femoris", "Soleus")):
            expect(desktop.locator(f".bodychart .paint .zone.slot-{slot}")).not_to_have_count(0)
            expect(title(desktop).nth(slot).locator(f".swatch.slot-{slot}")).to_be_visible()
            expect(desktop.locator(".bodychart .cross-hit title", has_text=muscle)).not_to_have_count(0)
        expect(desktop.locator(".bodychart .zone.slot-2, .bodychart .zone.slot-3")).to_have_count(0)

    expect_both()
    fills = desktop.locator(".bodychart .primary .zone").evaluate_all("ns => ns.map(n => getComputedStyle(n).fill)")
    assert len(set(fills)) == 2, f"both patterns are painted alike: {fills}"

    show(desktop, "Leg, inner side")
    expect(title(desktop)).to_have_count(2)
    expect_marks(desktop, *PLACES)
    show(desktop, "Whole body")
    expect_both()

    go_to(desktop, MUSCLES)
    expect(desktop.locator(".bodychart .mark-line")).to_have_count(0)
    go_to(desktop, EXPLORE)
    expect_marks(desktop, *PLACES)
    expect(desktop).to_have_url(at_address(PLACES))
    expect_both()

    unpins(desktop).filter(has_text="Rectus femoris").click()
    expect(title(desktop)).to_have_count(1)
    expect(title(desktop)).to_contain_text("Soleus")
    expect(desktop.locator(".bodychart .paint .zone.slot-1")).to_have_count(0)


def test_a_pattern_with_several_points_shows_the_chosen_one(open_page: Open):
    page = open_page(at(PLACES[0]))
    press_row(page, "Rectus femoris")
    expect(title(page)).to_contain_text("Upper")
    upper = page.locator(".bodychart .cross").first.get_attribute("d")
    pill(page, "pattern", "Lower").click()
    expect(title(page)).to_contain_text("Lower")
    expect(page.locator(".bodychart .cross").first).not_to_have_attribute("d", upper or "")
    expect(about(page)).to_contain_text("Lower")
    expect_marks(page, PLACES[0])


# ---- the address -------------------------------------------------------------------------------------------------


def test_the_address_holds_the_marks_through_reload_and_link(desktop: Page, open_page: Open):
    expect(desktop).to_have_url(at_address([]))
    mark_places(desktop, *PLACES)
    expect(desktop).to_have_url(at_address(PLACES))
    flags = desktop.locator(".part-red_flags .signs-open li").all_inner_texts()

    desktop.reload()
    desktop.wait_for_selector(".bodychart[data-ready]")
    expect_marks(desktop, *PLACES)
    expect(desktop).to_have_url(at_address(PLACES))

    other = open_page(desktop.url)
    expect_marks(other, *PLACES)
    for mark in PLACES:
        expect(other.locator(f"[data-region='{mark}']").first).to_have_attribute("aria-selected", "true")
    assert other.locator(".part-red_flags .signs-open li").all_inner_texts() == flags
    expect(other.locator("[data-testid='stAlert']")).to_have_count(0)

    press_region(other, PLACES[0])
    expect_marks(other, *PLACES[1:])
    expect(other).to_have_url(at_address(PLACES[1:]))
    expect_marks(desktop, *PLACES)


def test_back_and_forward_go_through_the_marks_one_by_one(desktop: Page):
    mark_places(desktop, *PLACES)
    expect_answer(desktop)
    for kept in (2, 1, 0):
        desktop.go_back()
        expect_marks(desktop, *PLACES[:kept])
        expect(desktop).to_have_url(at_address(PLACES[:kept]))
    expect(desktop.locator(".part-red_flags")).to_have_count(0)
    for kept in (1, 2, 3):
        desktop.go_forward()
        expect_marks(desktop, *PLACES[:kept])
        expect(desktop).to_have_url(at_address(PLACES[:kept]))
    desktop.go_back()
    expect_marks(desktop, *PLACES[:2])
    press_region(desktop, "knee_front.left")
    expect_marks(desktop, *PLACES[:2], "knee_front.left")


def test_back_from_the_muscle_page_brings_the_marks(desktop: Page):
    mark_places(desktop, *PLACES[:2])
    go_to(desktop, MUSCLES)
    expect(desktop).to_have_url(re.compile(r"/muscles$"))
    desktop.go_back()
    expect(desktop.get_by_role("heading", name="Trigger Point Body Map")).to_be_visible()
    expect(desktop.locator(".bodychart.picks")).to_have_count(0)
    expect_marks(desktop, *PLACES[:2])
    expect(desktop).to_have_url(at_address(PLACES[:2]))


def test_undo_other_side_and_both_sides(desktop: Page):
    right, left = "knee_front.right", "knee_front.left"
    expect(desktop.locator("[data-row='mark_pills']")).to_have_count(0)
    expect(pill(desktop, "try", UNDO)).to_have_count(0)
    mark_places(desktop, right)

    def press(tool: str, *expected: str, row: str = "mark") -> None:
        pill(desktop, row, tool).click()
        expect_marks(desktop, *expected)
        expect(desktop).to_have_url(at_address(expected))
        when_idle(desktop)

    press(OTHER_SIDE, left)
    press(UNDO, right)
    press(BOTH_SIDES, right, left)
    expect(pill(desktop, "mark", BOTH_SIDES)).to_have_count(0)
    for mark in (right, left):
        expect(desktop.locator(f"[data-region='{mark}']").first).to_have_attribute("aria-selected", "true")
    press(UNDO, right)
    press(CLEAR)
    expect(desktop.locator(".part-red_flags")).to_have_count(0)
    press(UNDO, right, row="try")
    press(UNDO)
    expect(pill(desktop, "try", UNDO)).to_have_count(0)


def test_the_other_side_is_offered_only_where_it_changes_something(open_page: Open):
    for marks in (("knee_front.right", "knee_front.left"), ("sternum",)):
        page = open_page(at(*marks))
        expect_marks(page, *marks)
        expect(pill(page, "mark", CLEAR)).to_be_visible()
        expect(pill(page, "mark", BOTH_SIDES)).to_have_count(0)
        expect(pill(page, "mark", OTHER_SIDE)).to_have_count(0)


@pytest.mark.parametrize("known", [(PLACES[0],), ()], ids=["with a known place", "without any"])
def test_a_hostile_link_is_named_as_typed_and_kept_until_a_mark_is_set(open_page: Open, known: tuple[str, ...]):
    page = open_page("/")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: (errors.append(dialog.message), dialog.dismiss()))
    page.goto(page.url + at(quote(",".join([*HOSTILE, *known]), safe=""))[1:])
    page.wait_for_selector(".bodychart[data-ready]")
    expect_marks(page, *known)
    expect(page.locator("[data-testid='stAlert']")).to_contain_text(
        f"and {len(read_marks(','.join(HOSTILE), {})[1]) - 3} more"
    )
    expect(page.locator("[data-testid='stException']")).to_have_count(0)
    expect(page.locator("img[src='x']")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"marks=no_such_place,knee_front\.up,"))
    when_idle(page)
    assert page.evaluate("() => window.harmed") is None
    assert not errors
    press_region(page, "knee_front.left")
    expect_marks(page, *known, "knee_front.left")
    expect(page).to_have_url(at_address((*known, "knee_front.left")))
    expect(page.locator("[data-testid='stAlert']")).to_have_count(0)


def test_a_hostile_muscle_in_the_address_is_named_and_the_first_muscle_shown(open_page: Open):
    page = open_page(f"/muscles?muscle={quote(HOSTILE[3], safe='')}")
    expect(page).to_have_url(re.compile(r"/muscles\?muscle=(%22|\")"))
    expect(page.locator("[data-testid='stAlert']")).to_contain_text(f"The address names “{HOSTILE[3]}”")
    expect(title(page)).to_contain_text("Soleus")
    assert page.evaluate("() => window.harmed") is None


# ---- a box that marks many ---------------------------------------------------------------------------------------


def window_box(camera: Camera, drawn: Drawn) -> tuple[float, float, float, float]:
    """The box of a drawn region in pixels of the window, from the GeoJSON."""
    x0, y0, x1, y1 = drawn.shape.bounds
    corners = [drawn.to_scene(x, y) for x in (x0, x1) for y in (y0, y1)]
    across = [x * camera.scale + camera.dx for x, _ in corners]
    down = [y * camera.scale + camera.dy for _, y in corners]
    return min(across), min(down), max(across), max(down)


def drag(page: Page, start: tuple[float, float], end: tuple[float, float], shift: bool) -> None:
    if shift:
        page.keyboard.down("Shift")
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=6)
    expect(page.locator(".bodychart > .box")).to_have_count(int(shift))
    page.mouse.up()
    if shift:
        page.keyboard.up("Shift")
    expect(page.locator(".bodychart > .box")).to_have_count(0)


def test_shift_and_drag_marks_what_the_box_holds(desktop: Page):
    desktop.locator(".bodychart .stage").scroll_into_view_if_needed()
    when_idle(desktop)
    camera = Camera.of(desktop)
    thigh, knee = (
        window_box(camera, drawn_as("Whole body", f"{r}.right")) for r in ("thigh_front_upper", "knee_front")
    )
    x0, y0, x1, y1 = min(thigh[0], knee[0]) - 3, thigh[1] - 3, max(thigh[2], knee[2]) + 3, knee[3] + 3
    inside, touched = set(), set()
    for drawn in drawn_regions("Whole body"):
        left, top, right, low = window_box(camera, drawn)
        if x0 <= left and y0 <= top and right <= x1 and low <= y1:
            inside.add(drawn.mark)
        if left < x1 and x0 < right and top < y1 and y0 < low:
            touched.add(drawn.mark)
    assert len(inside) >= 4, inside

    whole = view_box(desktop)
    drag(desktop, (x0, y0), (x1, y1), shift=False)
    assert view_box(desktop) == whole
    expect_marks(desktop)

    drag(desktop, (x1, y1), (x0, y0), shift=True)
    expect(desktop.locator(".bodychart")).not_to_have_attribute("data-marks", "")
    boxed = agreed(desktop)
    assert inside <= boxed, f"not marked: {sorted(inside - boxed)}"
    assert boxed <= touched, f"marked from afar: {sorted(boxed - touched)}"
    assert python_marks(desktop) == boxed

    press_region(desktop, "knee_front.left")
    expect_marks(desktop, *boxed, "knee_front.left")
    for expected in (boxed, set()):
        pill(desktop, "mark", UNDO).click()
        expect_marks(desktop, *expected)

    menu(desktop).get_by_role("button", name="Mark many with a box").click()
    expect(desktop.locator(".bodychart.boxing")).to_be_visible()
    desktop.mouse.move(x0, y0)
    desktop.mouse.down()
    desktop.mouse.move(x1, y1, steps=6)
    desktop.mouse.up()
    expect_marks(desktop, *boxed)
    expect(desktop.locator(".bodychart.boxing")).to_have_count(0)
    drag(desktop, (x0, y0), (x1, y1), shift=False)
    expect_marks(desktop, *boxed)


# ---- the map of the marks ----------------------------------------------------------------------------------------


def test_the_map_shades_the_body_and_a_cross_opens_its_pattern(open_page: Open):
    page = open_page(at(PLACES[0]))
    press_row(page, "Rectus femoris")
    show_map(page)
    expect(page.locator(".bodychart .legend.patterns")).to_be_hidden()
    expect(page.locator(".bodychart .paint .zone")).to_have_count(0)
    shades = page.locator(".bodychart .shades .shade")
    expect(shades).not_to_have_count(0)
    drawn = box(shades.first)
    assert drawn["width"] > 3 and drawn["height"] > 3
    assert shades.first.evaluate("node => getComputedStyle(node).fill") not in ("none", "rgba(0, 0, 0, 0)")

    hit = page.locator(".bodychart .cross-hit", has=page.locator("title", has_text="Vastus lateralis")).first
    name = hit.locator("title").text_content() or ""
    page.mouse.click(*centre(hit))
    expect(title(page)).to_have_text(name)
    expect(page.locator(".bodychart .legend.map")).to_be_hidden()
    expect(page.locator(".bodychart .paint .zone.slot-0")).not_to_have_count(0)
    expect(page.locator(".bodychart .shades")).to_have_count(0)
    expect(page.locator(".st-key-map input")).not_to_be_checked()
    expect(about(page)).to_contain_text("Vastus lateralis")
    expect_marks(page, PLACES[0])


def test_a_cross_of_the_map_opens_a_pattern_that_the_list_folds_away(open_page: Open):
    page = open_page(at(*PLACES))
    expect(page.locator("[data-act='show_all_patterns']")).to_be_visible()
    show_map(page)
    hit = page.locator(".bodychart .cross-hit", has=page.locator("title", has_text="Flexor digitorum longus")).first
    page.mouse.click(*centre(hit))
    expect(title(page)).to_contain_text("Flexor digitorum longus")
    expect(about(page)).to_contain_text("Flexor digitorum longus")
    expect(pattern_rows(page).filter(has_text="Flexor digitorum longus")).to_be_visible()


def test_the_map_needs_a_mark(desktop: Page):
    expect(desktop.locator(".bodychart .legend.map")).to_be_hidden()
    mark_places(desktop, PLACES[0])
    show_map(desktop)
    pill(desktop, "mark", CLEAR).click()
    expect_marks(desktop)
    expect(desktop.locator(".bodychart .legend.map")).to_be_hidden()
    expect(desktop.locator(".st-key-map input")).not_to_be_checked()


# ---- taking it along ---------------------------------------------------------------------------------------------


def test_the_picture_is_saved_as_it_is_shown(open_page: Open):
    page = open_page(at(*PLACES))
    press_row(page, "Rectus femoris")
    pin(page, 1)
    press_row(page, "Soleus")
    names = title(page).all_inner_texts()
    assert len(names) == 2

    saved = save(page, "Save picture (SVG)").read_text(encoding="utf-8")
    assert "var(" not in saved and "light-dark(" not in saved and "<script" not in saved
    root = ElementTree.fromstring(saved)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    texts = [node.text for node in root.iter("{http://www.w3.org/2000/svg}text")]
    assert set(names) <= set(texts)
    assert any("no diagnosis" in (text or "") for text in texts)
    assert BODY_CREDIT in " ".join(text or "" for text in texts)
    by_class = {node.get("class"): node for node in root.iter() if node.get("class")}
    for meaning in ("mainly felt", "can spill over", "trigger point", "the muscle"):
        assert meaning in texts, f"the picture does not say what {meaning} looks like"
    for name in ("zone slot-0", "zone slot-1", "cross slot-1", "mark-line"):
        assert name in by_class, f"{name} is not in the picture"
    assert "cross-hit" not in by_class and "region" not in by_class
    used = set(re.findall(r"url\(['\"&quot;]*#([\w-]+)", saved))
    assert used <= {node.get("id") for node in root.iter()}, "the picture points at what it does not hold"
    assert not [key for node in root.iter() for key in node.attrib if key.endswith("href")]

    page.get_by_role("button", name="Zoom in").click()
    png = save(page, "Save picture (PNG)").read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    assert width >= 1000 and height >= 1000
    shape = [float(number) for number in (root.get("viewBox") or "").split()]
    assert width / height == pytest.approx(shape[2] / shape[3], rel=0.01), "the zoomed part was saved, not the whole"
    assert len(png) > 100_000, "the picture is almost empty"


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_the_report_says_marks_warnings_muscles_and_the_way_back(open_page: Open):
    marks = (PLACES[0], PLACES[2])
    page = open_page()
    expect(page.locator(".st-key-report")).to_be_hidden()
    press_region(page, marks[0])
    expect(page.locator(".st-key-report")).to_be_visible()
    page = open_page(at(*marks))
    with page.expect_download() as started:
        widget(page, "report").click()
    assert re.fullmatch(r"body-map-\d{4}-\d\d-\d\d\.pdf", started.value.suggested_filename)
    report = PdfReader(kept(started.value))
    text = words("\n".join(sheet.extract_text() for sheet in report.pages))
    assert "Front of the knee, right" in text
    assert "Inner calf, left" in text
    emergency = f"{TIMES[Time.NOW][1]} if:"
    parts = [
        "Learning tool",
        "How it feels",
        "Warning signs",
        words(emergency),
        "Patterns that were painted",
        "Sources",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places and places == sorted(places), dict(zip(parts, places, strict=True))
    muscle = pattern_rows(page).first.locator("strong").inner_text()
    assert muscle in text[places[4] :]
    assert len(report.pages) == 1

    links = [note.get_object()["/A"]["/URI"] for sheet in report.pages for note in sheet.get("/Annots") or ()]
    link = page.url.partition("?")[0] + at(*marks)[1:]
    assert link in links, links
    assert link in text.replace(" ", "")
    expect_marks(open_page(link), *marks)
    expect_marks(page, *marks)


def visible(page: Page, *selectors: str) -> dict[str, bool]:
    return {selector: page.locator(selector).locator("visible=true").count() > 0 for selector in selectors}


def test_print_hides_the_tools_and_shows_the_answer(open_page: Open):
    page = open_page(at(PLACES[0]))
    press_row(page, "Rectus femoris")
    expect_answer(page)
    tools = [".st-key-find_place", ".st-key-layout", ".st-key-map", ".st-key-place_list", ".st-key-report"]
    tools += ["[data-act='clear']", "[data-row='pattern_pills']", ".bodychart .tools", "[data-testid='stHeader']"]
    answer = [".bodychart .stage > svg", ".bodychart .legend.patterns .title", ".part-injuries button"]
    answer += [f".part-{part} h3" for part in ("red_flags", "patterns")]
    answer += [".part-red_flags .signs-now", ".part-patterns [data-paint]"]
    assert all(visible(page, *tools, *answer).values()), visible(page, *tools, *answer)

    page.emulate_media(media="print")
    shown = visible(page, *answer)
    assert all(shown.values()), [part for part, seen in shown.items() if not seen]
    sheets = [words(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
    assert len(sheets) >= 2, "only the part in the window is printed"
    text = " ".join(sheets)
    marked, pattern = "Front of the knee, your right", "Rectus femoris, Upper, right"
    for part in (f"Marked: {marked}", "Warning signs first", pattern, "Runner's knee"):
        assert part.lower() in text.lower(), f"{part} is not on paper"
    hidden = visible(page, *tools)
    assert not any(hidden.values()), [part for part, seen in hidden.items() if seen]


# ---- a muscle on the body ----------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def muscle_of() -> dict[str, str]:
    """The name of the muscle to which each drawn structure belongs, where only one has it."""
    names: dict[str, set[str]] = {}
    for muscle in load().muscles.values():
        for structure in muscle.structures:
            names.setdefault(structure, set()).add(muscle.name)
    return {structure: found.pop() for structure, found in names.items() if len(found) == 1}


def surface_pixels(page: Page, muscle_of: dict[str, str], most: int) -> Iterator[tuple[float, float, str]]:
    """Random pixels well inside the visible piece of a muscle, each with the muscle's name."""
    chance, camera = random.Random(20261121), Camera.of(page)
    height = page.viewport_size["height"]
    pieces = {
        view: [
            (muscle_of[shape.id], MultiPolygon([Polygon(r[0], r[1:]) for r in shape.polygons]).buffer(-0.004))
            for shape in CHART[view].surface
            if shape.kind == "muscle" and shape.id in muscle_of
        ]
        for view in ("front", "back")
    }
    every = list(drawn_regions("Whole body"))
    found = 0
    for drawn in chance.sample(every, len(every)):
        pixel = camera.pixel_in(drawn, chance)
        if not pixel or not 70 < pixel[1] < height - 70:
            continue
        body = drawn.to_body((pixel[0] - camera.dx) / camera.scale, (pixel[1] - camera.dy) / camera.scale)
        for name, piece in pieces[drawn.view]:
            if found < most and piece.contains(body):
                found += 1
                yield *pixel, name


def test_hover_names_the_muscles_from_the_surface_inwards(open_page: Open, muscle_of: dict[str, str]):
    page = open_page("/muscles")
    page.locator(".bodychart .stage").scroll_into_view_if_needed()
    named = page.locator(".bodychart .named")
    wrong, deep = [], 0
    pixels = list(surface_pixels(page, muscle_of, 40))
    assert len(pixels) >= 25
    for x, y, muscle in pixels:
        page.mouse.move(x, y)
        said = (named.evaluate("node => node.firstChild?.textContent ?? ''")).split(" · ")
        deep += len(said) > 1
        if said[0] != muscle:
            wrong.append(f"({x}, {y}) shows {muscle} but says {said}")
    assert not wrong, "\n".join(wrong)
    assert deep >= 5
    expect(page.locator(".bodychart .pick-line")).to_have_count(1)

    page.mouse.move(*visible_pixel(page, drawn_as("Whole body", "buttock_upper.left"), random.Random(3)))
    expect(named).to_contain_text(re.compile("^Gluteus maximus · Gluteus medius"))
    expect(named.locator("small")).to_contain_text("from the surface inwards")
    page.mouse.move(2, 2)
    expect(page.locator(".bodychart .pick-line")).to_have_count(0)
    expect(named).to_be_empty()


def test_a_muscle_is_chosen_from_the_list_at_the_pointer(open_page: Open):
    page = open_page("/muscles")
    offer = page.locator(".bodychart .offer")
    pixel = visible_pixel(page, drawn_as("Whole body", "buttock_upper.right"), random.Random(3))
    before = page.url

    page.mouse.click(*pixel)
    expect(offer).to_be_visible()
    expect(offer).to_have_attribute("role", "menu")
    entries = offer.get_by_role("menuitem")
    names = entries.all_inner_texts()
    assert names[:2] == ["Gluteus maximus", "Gluteus medius"]
    expect(entries.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(entries.last).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(entries.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(offer).to_have_count(0)
    expect(page.locator(".bodychart .stage")).to_be_focused()
    assert page.url == before

    page.mouse.click(*pixel)
    expect(entries.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(entries.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(offer).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/muscles\?muscle=gluteus_medius$"))
    expect(title(page)).to_contain_text("Gluteus medius")
    expect(title(page)).to_contain_text("right")
    expect(page.locator(".st-key-muscle input")).to_have_value(re.compile("^Gluteus medius"))
    when_idle(page)

    page.mouse.click(*visible_pixel(page, drawn_as("Whole body", "buttock_upper.left"), random.Random(3)))
    entries.filter(has_text="Gluteus maximus").click()
    expect(page).to_have_url(re.compile(r"/muscles\?muscle=gluteus_maximus$"))
    expect(title(page)).to_contain_text(re.compile("Gluteus maximus.*left"))
    expect(page.locator(".bodychart .mark-line")).to_have_count(0)

    page.reload()
    page.wait_for_selector(".bodychart[data-ready]")
    expect(title(page)).to_contain_text("Gluteus maximus")


def test_a_muscle_is_chosen_by_keyboard_alone(open_page: Open):
    page = open_page("/muscles")
    stage, offer = page.locator(".bodychart .stage"), page.locator(".bodychart .offer")
    tab_to(page, ".bodychart .stage")
    for _ in range(40):  # down the body until a place has several muscles
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        if offer.count() and offer.get_by_role("menuitem").count() > 1:
            break
    expect(offer).to_be_visible()
    names = offer.get_by_role("menuitem").all_inner_texts()
    page.keyboard.press("Escape")
    expect(offer).to_have_count(0)
    expect(stage).to_be_focused()
    page.keyboard.press("Enter")  # the keyboard is still where it was
    expect(offer.get_by_role("menuitem")).to_have_text(names)
    last = offer.get_by_role("menuitem").last
    name = last.inner_text()
    page.keyboard.press("ArrowUp")
    expect(last).to_be_focused()
    page.keyboard.press("Space")
    expect(offer).to_have_count(0)
    expect(page.locator(".st-key-muscle input")).to_have_value(re.compile(f"^{re.escape(name)}"))
    when_idle(page)
    expect(stage).to_be_focused()


# ---- phone -------------------------------------------------------------------------------------------------------


def test_phone_pins_saves_and_takes_along(open_page: Open):
    page = open_page(at(*PLACES), viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)
    expect_answer(page)
    assert_no_overflow(page)
    page.locator(".bodychart .more summary").tap()
    opened = page.locator(".bodychart .more > div")
    expect(opened).to_be_visible()
    found = box(opened)
    assert found["x"] >= 0 and found["x"] + found["width"] <= 390
    expect(opened.get_by_role("button", name="Mark many with a box")).to_be_hidden()
    assert_no_overflow(page)
    with page.expect_download() as started:
        opened.get_by_role("button", name="Save picture (PNG)").tap()
    assert kept(started.value).read_bytes()[:4] == b"\x89PNG"
    expect(opened).to_be_hidden()

    expect(painted(page)).to_be_visible()
    keep = pill(page, "pattern", PIN)
    keep.scroll_into_view_if_needed()
    expect(keep).to_be_in_viewport(ratio=1)
    assert box(keep)["height"] >= 36
    keep.tap()
    expect(unpins(page)).to_have_count(1)
    when_idle(page)
    pattern_rows(page).nth(1).tap()
    expect(title(page)).to_have_count(2)
    assert_no_overflow(page)
    # Both at one moment, because the page still scrolls.
    bottoms = page.evaluate(
        """() => ['.bodychart .legend.patterns .titles', '.bodychart']
          .map(part => document.querySelector(part).getBoundingClientRect().bottom)"""
    )
    assert bottoms[0] <= bottoms[1]

    report = widget(page, "report")
    report.scroll_into_view_if_needed()
    expect(report).to_be_in_viewport(ratio=1)
    with page.expect_download() as started:
        report.tap()
    assert kept(started.value).read_bytes()[:5] == b"%PDF-"
    assert_no_overflow(page)
    expect_marks(page, *PLACES)


def test_phone_a_tap_offers_the_muscles(open_page: Open):
    page = open_page("/muscles", viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)
    assert_no_overflow(page)
    page.locator(".bodychart .stage").scroll_into_view_if_needed()
    pixel = visible_pixel(page, drawn_as("Whole body", "buttock_upper.right"), random.Random(3))
    page.touchscreen.tap(*pixel)
    offer = page.locator(".bodychart .offer")
    expect(offer).to_be_visible()
    found = box(offer)
    assert found["x"] >= 0 and found["x"] + found["width"] <= 390
    assert_no_overflow(page)
    offer.get_by_role("menuitem", name="Gluteus medius").tap()
    expect(page).to_have_url(re.compile(r"/muscles\?muscle=gluteus_medius$"))
    expect(title(page)).to_contain_text("Gluteus medius")
