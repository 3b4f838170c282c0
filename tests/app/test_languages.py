"""The pages in German and Spanish: their words come from the catalogue, medical texts stay English and say so."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from bodymap import words
from bodymap.ask.conditions import differentials
from bodymap.ask.search import find, index_of
from bodymap.ask.search_warnings import warned
from bodymap.tell import catalogue
from components import body_chart, data, language, pages
from tests.acting import bodies, buttons, mounts, press
from tests.real import REAL
from tests.unmarked import unmarked

ROOT = Path(__file__).resolve().parents[2]
OTHERS = [one for one in words.LANGUAGES if one != words.ENGLISH]
KNEE = "knee_front.right"
ALIKE = next(condition.id for condition in REAL.conditions.values() if differentials(REAL, condition))
# Every page with what its address asks for.
SHOWN: dict[str, tuple[str, dict[str, str]]] = {
    "welcome": ("app.py", {}),
    "marks": ("app.py", {"marks": f"{KNEE},heel_sole.left"}),
    "list": (pages.INJURIES.script, {"marks": KNEE, "place": "marks"}),
    "condition": (pages.INJURIES.script, {"condition": "runners_knee"}),
    "serious": (pages.INJURIES.script, {"condition": "stress_fracture_femoral_neck"}),
    "muscle": (pages.MUSCLES.script, {"muscle": "gluteus_minimus"}),
    "root": (pages.MUSCLES.script, {"root": "root_l5"}),
    "nerve": (pages.MUSCLES.script, {"nerve": "saphenous"}),
    "compare": (pages.MUSCLES.script, {"compare": "soleus,gastrocnemius"}),
    "needling": (pages.NEEDLING.script, {}),
    "studies": (pages.NEEDLING.script, {"part": "studies"}),
    "harms": (pages.NEEDLING.script, {"part": "harms"}),
    "claims": (pages.NEEDLING.script, {"part": "claims"}),
    "quiz": (pages.QUIZ.script, {}),
    "asked": (pages.QUIZ.script, {"seed": "monday", "n": "5"}),
}


def opened(script: str, spoken: str, **address: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / script), default_timeout=120)
    for name, value in address.items():
        app.query_params[name] = value
    app.query_params["lang"] = spoken
    assert not app.run().exception
    return app


def said(app: AppTest) -> list[str]:
    """Every text on the page: elements, labels, help, choices, and the text and labels of HTML."""
    found: list[str] = []
    for element in app.main:
        proto: Any = element.proto
        for name in ("body", "label", "help", "placeholder", "value", "text"):
            text = getattr(proto, name, "")
            if isinstance(text, str) and text:
                found.append(text)
        for option in getattr(proto, "options", ()):
            found.append(getattr(option, "content", option))
    found += bodies(app)
    return [part for text in found for part in parts(text)]


def parts(text: str) -> list[str]:
    """The pieces of a text between tags, and what attributes say; without what is marked as English."""
    foreign = re.compile(r'<(\w+)[^>]* lang="en"[^>]*>(?:(?!</?\1\b).)*</\1>', re.DOTALL)
    text = re.sub(r"<style>.*?</style>", " ", foreign.sub(" ", text), flags=re.DOTALL)
    labels = re.findall(r'(?:aria-label|title)="([^"]*)"', text)
    pieces = [unescape(piece).strip() for piece in re.split(r"<[^>]*>|  \n", text)]
    plain = [re.sub(r":material/\w+:", "", re.sub(r"\\(.)", r"\1", piece)).strip(" *·") for piece in pieces]
    return [piece for piece in [*labels, *plain] if piece]


def texts_in_english(spoken: str) -> set[str]:
    """What must not stand on a page as it is: every text of several words that the language says in another way."""
    with words.speaking(spoken):
        single = [m.id if isinstance(m.id, str) else m.id[1] for m in catalogue.messages() if not m.context]
        return {text for text in single if " " in text and "{" not in text and words.tr(text) != text}


@pytest.mark.parametrize(("name", "spoken"), [*((name, "de") for name in SHOWN), ("marks", "es"), ("condition", "es")])
def test_no_word_of_a_page_stays_english(name: str, spoken: str):
    script, address = SHOWN[name]
    app = opened(script, spoken, **address)
    shown = said(app)
    assert len(shown) > 15
    left = texts_in_english(spoken) & set(shown)
    assert not left


# Words that neither German nor Spanish has, and names that no language translates.
ENGLISH_WORDS = re.compile(r"\b(the|of|with|and|from|when|is|for|your|are|which|that|this|or)\b", re.IGNORECASE)
ENGLISH_NAMES = {
    name
    for kind in ("conditions", "nerve_roots", "nerves", "joints", "discs", "organs", "comparisons")
    for record in getattr(REAL, kind).values()
    for name in (record.name, getattr(record, "plain_name", record.name))
} | {flag.short for flag in REAL.red_flags.values() if " " in flag.short}
LATIN = {name for muscle in REAL.muscles.values() for name in (muscle.name, muscle.latin)}
OWNER = "The Database Center for Life Science"  # its own name


@pytest.mark.parametrize("name", [*SHOWN, "chest", "joint", "disc"])
def test_what_stays_english_says_so_to_what_reads_it_aloud(name: str):
    more = {
        "chest": ("app.py", {"marks": "pectoral.left,low_back.left"}),
        "joint": (pages.MUSCLES.script, {"joint": next(iter(REAL.joints))}),
        "disc": (pages.MUSCLES.script, {"disc": next(iter(REAL.discs))}),
    }
    script, address = (SHOWN | more)[name]
    app = opened(script, "de", **address)
    found = [text for block in app.get("html") for text in unmarked(block.proto.body) if text not in LATIN]
    assert len(found) > 3
    left = [text.replace(OWNER, "") for text in found]
    assert not [text for text in left if ENGLISH_WORDS.search(text) or any(name in text for name in ENGLISH_NAMES)]


@pytest.mark.parametrize("spoken", OTHERS)
def test_the_page_says_that_medical_texts_are_english_and_marks_them(spoken: str):
    app = opened("app.py", spoken, marks=KNEE)
    html = " ".join(bodies(app))
    with words.speaking(spoken):
        assert words.tr("Warning signs first") in html and words.tr("Now") in html
        assert words.tr(catalogue.wording.STILL_ENGLISH) in html
    signs = [flag for flag in REAL.red_flags.values() if f'<span lang="en">{flag.brief}</span>' in html]
    assert signs, "warning signs stay English"


@pytest.mark.parametrize(
    ("script", "address", "row"),
    [("app.py", {"marks": KNEE}, "injury_pills"), (pages.INJURIES.script, {"condition": "sciatica"}, "involved"),
     (pages.INJURIES.script, {"condition": ALIKE}, "differentials")],
)  # fmt: skip
def test_names_of_conditions_on_buttons_are_marked_as_english(script: str, address: dict[str, str], row: str):
    shown = [button for button in buttons(opened(script, "de", **address)) if button.row == row]
    records = [button for button in shown if button.choice != "more"]
    assert records and all(re.fullmatch('<span lang="en">[^<]+</span>', button.html) for button in records)
    assert not [button.html for button in shown if button not in records and "<" in button.html]
    assert not [button for button in buttons(opened(script, "en", **address)) if "<span lang" in button.html]


def test_the_card_of_a_painted_pattern_is_in_the_language_of_the_page():
    app = press(opened("app.py", "de", marks=KNEE), "about")
    assert not texts_in_english("de") & set(said(app))
    with words.speaking("de"):
        assert f"<dt>{words.tr('Mainly felt')}</dt>" in " ".join(bodies(app))


def test_in_english_the_page_says_nothing_of_languages_but_the_switch():
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    app.query_params["marks"] = KNEE
    app.run()
    html = " ".join(bodies(app))
    assert catalogue.wording.STILL_ENGLISH not in html and 'lang="' not in html
    assert not spoken_to(app)
    assert [option.content for option in app.get("button_group")[-1].proto.options] == list(words.LANGUAGES.values())


def spoken_to(app: AppTest) -> list[str]:
    """The mounts that tell the scripts of a page another language."""
    return [key for key, proto in mounts(app).items() if proto.component_name.endswith("bodymap_language")]


def test_an_unknown_language_is_english_and_is_said():
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    app.query_params["lang"] = "tlh<b>"
    app.run()
    assert not app.exception
    assert "tlh" in app.warning[0].value and "no language of this page" in app.warning[0].value
    assert "Where does it hurt?" in " ".join(bodies(app))


def test_the_switch_speaks_another_language_and_the_next_page_too():
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    app.button_group(key=language.CONTROL).set_value("es").run()
    assert not app.exception and "¿Dónde duele?" in " ".join(bodies(app))
    assert len(spoken_to(app)) == 1
    app.switch_page(pages.MUSCLES.script).run()
    assert not app.exception
    assert "<h1>Músculos</h1>" in " ".join(bodies(app))


@pytest.mark.parametrize("spoken", OTHERS)
def test_links_to_other_pages_keep_the_language(spoken: str):
    app = opened(pages.INJURIES.script, spoken)
    cards = next(block.proto.body for block in app.get("html") if 'class="cards"' in block.proto.body)
    links = re.findall(r'href="([^"#]*)"', cards)
    assert links and all(f"lang={spoken}" in link for link in links)


@pytest.mark.parametrize(
    ("spoken", "typed", "region"),
    [("de", "Kniekehle", "knee_back"), ("de", "unterer Rücken", "low_back"), ("de", "Achillessehne", "achilles"),
     ("es", "talón", "heel_back"), ("es", "zona lumbar", "low_back"), ("es", "ingle", "groin")],
)  # fmt: skip
def test_a_place_is_found_by_its_name_in_the_language(spoken: str, typed: str, region: str):
    with words.speaking(spoken):
        hits = find(REAL, typed)
        assert region in [hit.id for hit in hits[:4]]
        assert hits[0].name == REAL.region_name(hits[0].id)
        assert find(REAL, "Musculus soleus")[0].id == "soleus"
        assert find(REAL, "back of the knee")[0].id == "knee_back"


@pytest.mark.parametrize(("spoken", "typed"), [("de", "Druck auf der Brust"), ("es", "dolor en el pecho")])
def test_words_of_an_emergency_are_heard_in_the_language(spoken: str, typed: str):
    assert not warned(REAL, typed)
    with words.speaking(spoken):
        first = warned(REAL, typed)[0]
        assert first.flag == "heart_attack"
        assert first.line.startswith(words.tr("Call your emergency number now (112, 999, 911)"))


def test_other_languages_send_their_words_once_and_english_sends_none():
    scene = data.scene("Whole body")
    for spoken in OTHERS:
        with words.speaking(spoken):
            line, _, rest = body_chart.with_words(scene, body_chart._texts()).partition(b"\n")
            assert rest == scene and len(line) < 24_000
            assert b"Kniekehle" in line or b"rodilla" in line
            assert index_of(REAL).as_json() != data.search_index("en")
