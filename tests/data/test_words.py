"""No banned word and no needling number in any text that a reader of the app can see, whoever wrote it.

The rules of the data look at records one by one. Here the finished texts are scanned: the HTML of every record, the
texts in the program, and the drawing's own page. Titles of other people's works are left out, found by their markup.
"""

from __future__ import annotations

import ast
import datetime as dt
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bodymap.ask.counted import of_condition
from bodymap.data.dataset import Dataset
from bodymap.data.needling import Claim, Contraindication
from bodymap.read.rules import no_needling_numbers, plain_words
from bodymap.tell.report import Asked, report_text
from bodymap.tell.wording import NOTICE
from components.injuries.condition_page import condition_page
from components.injuries.counted import counted_text
from components.needling import parts as needling_page
from components.shared.evidence import study_html
from components.shared.levels import levels
from components.shared.muscle_card import muscle_card, pattern_card
from components.shared.red_flags import signs_html
from tests.each import each
from tests.real import REAL

ROOT = Path(__file__).resolve().parents[2]
BANNED: tuple[re.Pattern[str], ...] = (*plain_words.BANNED, *no_needling_numbers.BANNED)

# What may stand in a text although a pattern finds it, and why. Each is taken out before the scan.
EXEMPT = {"Do not needle yourself or anyone else.": "a prohibition, on the page about dry needling and nowhere else"}
# One text for each pattern, in its order, that the pattern must find.
PLANTED = (
    "proven", "heals", "painless", "safe", "resets", "game changer", "release", "treats", "insert", "inject",
    "press here", "needle it", "your pain comes from", "no red flags", "a \N{EN DASH} b",
    "20 mm", "needle of this length", "angle of the needle", "depth of 3", "at a right angle", "30 gauge",
)  # fmt: skip


def found(text: str) -> list[str]:
    """Everything that the patterns find in a text, but for what is exempt."""
    for exempt in EXEMPT:
        text = text.replace(exempt, " ")
    return [match[0] for pattern in BANNED if (match := pattern.search(text))]


# ---- the patterns and the exemptions ------------------------------------------------------------------------


@pytest.mark.parametrize(("pattern", "text"), list(zip(BANNED, PLANTED, strict=True)), ids=PLANTED)
def test_every_pattern_finds_its_word(pattern, text):
    assert pattern.search(text) and found(f"It is said {text}.")


@pytest.mark.parametrize("exempt", EXEMPT)
def test_an_exemption_is_needed(exempt):
    assert any(pattern.search(exempt) for pattern in BANNED)
    assert exempt in readable(needling_page.warning())


# ---- the pages ----------------------------------------------------------------------------------------------

_CITED = re.compile(
    r'<details class="sources"><summary>(?:Sources?|Sources of this part) \(\d+\)</summary><ul>.*?</ul></details>',
    re.DOTALL,
)
_SHOWN_ATTRIBUTES = ("title", "aria-label", "alt", "placeholder", "data-hint", "data-quiz")


class _Reader(HTMLParser):
    """The text of a page, and of the attributes that are shown or read out."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.style = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.style += tag == "style"
        self.texts += [value or "" for name, value in attrs if name in _SHOWN_ATTRIBUTES]

    def handle_endtag(self, tag: str) -> None:
        self.style -= tag == "style"

    def handle_data(self, data: str) -> None:
        if not self.style:
            self.texts.append(data)


def readable(html: str) -> str:
    """What can be read on a page, without the lists of references."""
    reader = _Reader()
    reader.feed(_CITED.sub("", html))
    reader.close()
    return " ".join(" ".join(reader.texts).split())


def of_region(dataset: Dataset, region: str) -> str:
    """Everything the warning signs of a place can show."""
    return f"{dataset.regions[region].name} {signs_html(dataset, dataset.places_of(region))}"


def needling(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """The parts of the page on dry needling."""
    for part in dataset.guide.values():
        yield f"guide {part.section}", needling_page.guide(dataset, part.section)
    for study in dataset.evidence.values():
        yield f"study {study.id}", study_html(dataset, study)
    yield "harms", needling_page.harms(dataset)
    yield "contraindications", needling_page.contraindications(dataset)
    yield "claims", needling_page.claims(dataset)
    yield "warning", needling_page.warning()
    yield "notice", NOTICE


def pages(dataset: Dataset) -> dict[str, str]:
    """The HTML of everything by what it is about."""
    return {
        **{f"muscle {m.id}": muscle_card(dataset, m) for m in dataset.muscles.values()},
        **{f"pattern {p.id}": pattern_card(dataset, p) for p in dataset.trigger_points.values()},
        **{f"condition {c.id}": condition_page(dataset, c) for c in dataset.conditions.values()},
        **{
            f"counts {c.id}": counted_text(dataset, c)
            for c in dataset.conditions.values()
            if of_condition(dataset, c.id)
        },
        "levels": levels(dataset),
        **{f"region {region}": of_region(dataset, region) for region in dataset.regions},
        **dict(needling(dataset)),
    }


@pytest.fixture(scope="module")
def all_pages():
    return pages(REAL)


def test_no_page_uses_a_banned_word(all_pages):
    read = {page: readable(html) for page, html in all_pages.items()}
    assert [page for page, text in read.items() if len(text) <= 40] == []
    assert {page: words for page, text in read.items() if (words := found(text))} == {}


@each("region", REAL.regions)
def test_the_part_about_warning_signs_uses_no_banned_word(region):
    shown = readable(signs_html(REAL, REAL.places_of(region)))
    assert len(shown) > 200 and found(shown) == []


def test_only_references_are_left_out(all_pages):
    """Other folded parts look like references, but hold our own words, which must be scanned."""
    item = next(iter(REAL.contraindications.values()))
    shown = readable(all_pages["contraindications"])
    assert all(stance.says in shown for stance in item.stances)
    assert all(REAL.sources[ref.key].citation not in shown for stance in item.stances for ref in stance.sources)
    noted = next(flag for flag in REAL.red_flags.values() if flag.note and flag.regions)
    assert noted.note in readable(of_region(REAL, noted.regions[0]))


@pytest.mark.parametrize("word", PLANTED)
def test_a_word_planted_in_a_record_is_found_on_its_page(word):
    [condition, *_] = REAL.conditions.values()
    said = f"It is said {word}."
    assert found(readable(condition_page(REAL, condition.model_copy(update={"summary": said}))))
    [muscle, *_] = REAL.muscles.values()
    assert found(readable(muscle_card(REAL, muscle.model_copy(update={"runner": said}))))
    copy = with_planted(said)
    assert found(readable(needling_page.contraindications(copy)))
    assert found(readable(needling_page.claims(copy)))


def with_planted(said: str) -> Dataset:
    """The dataset with one stance and one claim that say something else; the stance lies in a folded part."""
    item: Contraindication = next(iter(REAL.contraindications.values()))
    stance = item.stances[0].model_copy(update={"says": said})
    claim: Claim = next(iter(REAL.claims.values()))
    return REAL.replaced(
        contraindications=[item.model_copy(update={"stances": (stance,)})],
        claims=[claim.model_copy(update={"finding": said})],
    )


# ---- the texts in the program -------------------------------------------------------------------------------

PYTHON = sorted(
    [
        ROOT / "app.py",
        *(ROOT / "components").rglob("*.py"),
        *(ROOT / "bodymap" / "tell").glob("*.py"),
        *(ROOT / "bodymap" / "tell" / "report").glob("*.py"),
        ROOT / "bodymap" / "ask" / "reasons.py",
    ]
)
CHART = ROOT / "components" / "body_chart"
TEMPLATES = sorted((ROOT / "bodymap" / "tell" / "report").glob("*.typ"))
SCRIPTS = sorted((ROOT / "components").rglob("*.js"))
_QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|`(?:[^`\\]|\\.)*`')
_COMMENT = re.compile(r"^\s*//.*$|\s//\s.*$", re.MULTILINE)


def literals(source: str) -> list[str]:
    """Every string literal of a Python file but its docstrings."""
    tree = ast.parse(source)
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


def script_literals(source: str) -> list[str]:
    """The string literals of a script that hold a space; single words are names for the program."""
    return [text[1:-1] for text in _QUOTED.findall(_COMMENT.sub("", source)) if " " in text]


@each("path", PYTHON)
def test_no_literal_of_the_program_uses_a_banned_word(path):
    shown = literals(path.read_text(encoding="utf-8"))
    assert [(text, words) for text in shown if (words := found(readable(text)))] == []


@each("path", TEMPLATES)
def test_no_template_of_the_report_uses_a_banned_word(path):
    """Measures of the page are no text."""
    template = re.sub(r"\d+(\.\d+)?mm\b|\* 1mm\b", " ", path.read_text(encoding="utf-8"))
    assert found(template) == []


@pytest.mark.parametrize("condition", REAL.conditions)
def test_the_report_uses_no_banned_word(condition):
    marks = [place for region in REAL.conditions[condition].regions for place in REAL.places_of(region)]
    painted = [(point.id, "left") for level in REAL.reaching(marks[0].region) for point in level][:3]
    said = report_text(REAL, Asked(marks, dt.date(2026, 1, 2), "", painted, conditions=(condition,)))
    cited = re.sub(r"^Sources: .*$", "", said, flags=re.MULTILINE)
    assert REAL.conditions[condition].see_someone in cited and found(cited) == []


@each("path", SCRIPTS)
def test_no_literal_of_a_script_uses_a_banned_word(path):
    shown = script_literals(path.read_text(encoding="utf-8"))
    assert [(text, words) for text in shown if (words := found(text))] == []


def test_the_page_of_the_chart_uses_no_banned_word():
    text = readable((CHART / "chart.html").read_text(encoding="utf-8"))
    for said in ("Zoom in", "Click or tap where it hurts", "Arrow keys move between places", "mainly felt"):
        assert said in text
    assert found(text) == []


@pytest.mark.parametrize("word", PLANTED)
def test_a_word_planted_in_the_program_is_found(word):
    said = f"It is said {word}."
    source = f'def f(x):\n    """{said}"""\n    return f"<p>{said} {{x}}</p>"\n'
    assert [text for text in literals(source) if found(readable(text))] == [f"<p>{said} "]
    assert found(" ".join(script_literals(f'const a = "{said}"; // a note')))
    page = (CHART / "chart.html").read_text(encoding="utf-8")
    assert found(readable(page.replace("Zoom in", said, 1)))
    assert found(readable(page.replace("mainly felt", said, 1)))


def test_the_scan_of_scripts_sees_their_texts():
    texts = [text for path in SCRIPTS for text in script_literals(path.read_text(encoding="utf-8"))]
    assert "The link is copied." in texts
    assert "Muscles here, from the surface inwards" in texts


def test_escaped_signs_are_read_as_they_are_shown():
    assert unescape("&mdash;") in readable("<p>a &mdash; b</p>") and found(readable("<p>a &mdash; b</p>"))
