"""Every word of the pages is in the catalogue, in every language, with the same places to fill in."""

from __future__ import annotations

import ast
import datetime as dt
import json
import re
import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from bodymap import words
from bodymap.body.scene import LAYOUTS
from bodymap.tell import catalogue
from bodymap.words.scripts import ATTRIBUTES, in_context, in_html, in_script
from bodymap.words.scripts import spoken as spoken_words

ROOT = catalogue.ROOT
OTHERS = [language for language in words.LANGUAGES if language != words.ENGLISH]
HOW = "run `make words` and translate what is new"
# Parts of attributes.
NO_WORDS = {' open=""', "data:image/svg+xml,", ' class="link"', ' data-icon="{}"', ' data-pieces="'}


@cache
def known() -> dict[catalogue.Message, list[str]]:
    return catalogue.messages()


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def keys(path: Path) -> set[catalogue.Message]:
    return {catalogue.Message(message.id, message.context or "") for message in read(path) if message.id}


def translated(language: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]]:
    for message in read(words.file_of(language)):
        if message.id:
            as_tuple = message.id if isinstance(message.id, tuple) else (message.id,)
            said = message.string if isinstance(message.string, tuple) else (message.string,)
            yield as_tuple, said, frozenset(message.flags)


def test_the_template_holds_every_word_and_no_other():
    assert keys(catalogue.TEMPLATE) == set(known()), HOW
    assert len(known()) > 1000


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_is_missing_untranslated_or_doubtful(language: str):
    assert keys(words.file_of(language)) == set(known()), HOW
    lacking = [text for text, said, flags in translated(language) if not all(said) or "fuzzy" in flags]
    assert not lacking, HOW
    assert not read(words.file_of(language)).obsolete


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_filled_in_and_the_space_around_are_the_same(language: str):
    wrong = []
    for text, said, _ in translated(language):
        fields = sorted(re.findall(r"\{\w*\}", text[-1]))
        for one, form in zip(text if len(said) > 1 else text[:1], said, strict=True):
            free = len(text) == 2 and form is said[0]  # "one place" names no number in some languages
            same = sorted(re.findall(r"\{\w*\}", form)) == fields or (free and "{" not in form)
            lead = one[:1] == " " and form[:1] not in " ,"
            if not same or lead or (one[-1:] == " ") != (form[-1:] == " "):
                wrong.append((one, form))
    assert not wrong


@pytest.mark.parametrize("language", OTHERS)
def test_words_end_as_the_english_ones_do(language: str):
    """A question stays one, a sentence too; a name gets no full stop."""
    ends = {".": ".", "?": "?", ":": ":", ",": ","}
    wrong = [
        (one, form)
        for text, said, _ in translated(language)
        for one, form in zip(text, said, strict=False)
        if one.strip() and (ends.get(one.strip()[-1]) != ends.get(form.strip()[-1])) and one != " if:"
    ]
    assert not wrong


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_promises_more_than_the_english_one(language: str):
    """A crude net: words of certainty stand only where English has them; a promise of healing nowhere."""
    strong = re.compile(
        r"\b(heilt|heilung|garantiert|bewiesen|sicher ist|immer|cura|garantiza|demostrado|siempre)\b", re.I
    )
    assert not [said for _, said, _ in translated(language) if any(strong.search(form) for form in said)]


def test_numbers_and_dates_are_written_as_the_language_does():
    day, said = dt.date(2026, 5, 3), {}
    for language in words.LANGUAGES:
        with words.speaking(language):
            said[language] = (words.number(12345), words.number(2.5, 1), words.day(day))
    assert said == {
        "en": ("12,345", "2.5", "03 May 2026"),
        "de": ("12.345", "2,5", "3. Mai 2026"),
        "es": ("12.345", "2,5", "3 de mayo de 2026"),
    }


def test_a_count_has_its_form_and_a_language_that_nobody_speaks_is_english():
    one, many = "{} muscle described here", "{} muscles described here"
    with words.speaking("de"):
        assert [words.trn(one, many, n) for n in (1, 2)] == ["1 Muskel hier beschrieben", "2 Muskeln hier beschrieben"]
        assert words.tr("no such text") == "no such text"
        words.choose("xx")
        assert words.trn(one, many, 1) == "1 muscle described here"


@pytest.mark.parametrize(
    ("spoken", "view", "part", "side"),
    [("de", "Hinten", "Rücken", "Seitlich"), ("es", "Por detrás", "Espalda", "De lado")],
)
def test_a_word_that_parts_in_another_language_has_a_context(spoken: str, view: str, part: str, side: str):
    with words.speaking(spoken):
        assert (words.tr("Back", words.VIEW), words.tr("Back")) == (view, part)
        assert words.tr("Side", words.VIEW) == side != words.tr("Side")
        assert words.tr("Back", "no such context") == "Back"
        assert spoken_words(["Back", in_context(words.VIEW, "Back"), in_context("none", "Back")]) == {
            "Back": part, "view\x04Back": view,
        }  # fmt: skip
    assert words.tr("Back", words.VIEW) == "Back"


def test_every_layout_and_caption_has_its_words_in_the_context_of_views():
    called = {*LAYOUTS, *(panel.caption for rows in LAYOUTS.values() for row in rows for panel in row)}
    assert {message.id for message in known() if message.context == words.VIEW} == called


def test_a_context_is_collected_with_its_text():
    module = 'tr("Clear", "filter")\ntr("Clear")\ntr(NAME, "view")\ntrn("{} a", "{} as", 2)\n'
    assert list(catalogue.in_python(module)) == [("Clear", "filter"), ("Clear", ""), (("{} a", "{} as"), "")]


def test_a_script_gives_a_context_by_its_name_only():
    """What ``in_script`` finds has none."""
    scripts = [path.read_text(encoding="utf-8") for path in (ROOT / "components").rglob("*.js")]
    assert not [text for text in scripts if re.search(r'\btr\(\s*"(?:[^"\\]|\\.)*"\s*,', text)]


def test_threads_speak_for_themselves():
    heard = {}

    def run(language: str) -> None:
        words.choose(language)
        ready.wait()
        heard[language] = words.tr("Muscle")

    ready = threading.Barrier(len(words.LANGUAGES))
    threads = [threading.Thread(target=run, args=(language,)) for language in words.LANGUAGES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert heard == {"en": "Muscle", "de": "Muskel", "es": "Músculo"}
    assert words.chosen() == words.ENGLISH


def test_what_a_script_and_its_html_say_is_found():
    assert in_script('a(tr("One"), later(\n  "Two, \\"2\\""), filled("{} more", 3), str("no"))') == [
        "One", 'Two, "2"', "{} more",
    ]  # fmt: skip
    assert in_html('<p title="Top" class="no">Some\n  text<b>&times;</b></p>') == ["Top", "Some text"]


# ---- no text beside the catalogue --------------------------------------------------------------------------

LABELLED = {
    "button", "toggle", "caption", "info", "warning", "error", "success", "expander", "selectbox", "multiselect",
    "pills", "segmented_control", "checkbox", "text_input", "file_uploader", "popover", "download_button", "markdown",
    "text", "progress", "title", "header", "subheader", "write", "link_button", "page_link", "radio", "actions",
    "Action", "button_row", "on_request", "html", "Markup", "folded", "quiet", "tag", "part",
}  # fmt: skip
SAID_BY_NAME = {"label", "help", "placeholder", "text", "caption"}
LETTERS = re.compile(r"[A-Za-z]{2}")
NOT_TEXT = re.compile(r"<[^>]*>|:material/\w+:|&\w+;|\{[^}]*\}")


SHOWING = sorted((ROOT / "components").rglob("*.py"))


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """The texts that a module hands over to be shown without asking the catalogue."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        shown = [*node.args[:1]] if name in LABELLED else []
        shown += [word.value for word in node.keywords if word.arg in SAID_BY_NAME and name in LABELLED]
        for value in shown:
            yield from _own(value)


def _own(node: ast.expr) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and LETTERS.search(NOT_TEXT.sub(" ", node.value)):
        yield node.lineno, node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from _own(part) if isinstance(part, ast.Constant) else ()
    elif isinstance(node, ast.IfExp):
        yield from (*_own(node.body), *_own(node.orelse))
    elif isinstance(node, ast.BinOp):
        yield from (*_own(node.left), *_own(node.right))


@pytest.mark.parametrize("path", SHOWING, ids=lambda path: path.stem)
def test_no_text_is_shown_beside_the_catalogue(path: Path):
    found = [(line, text) for line, text in literals(path) if text not in NO_WORDS]
    assert not found, "say it with `tr` of bodymap.words"


def test_the_scan_finds_a_text_that_is_not_said_with_tr(tmp_path: Path):
    module = tmp_path / "page.py"
    module.write_text(
        'st.button("Go on", help="no" if x else "Why not")\nhtml("<p>{} muscles</p>", 3)\n'
        'st.caption(f":material/add: Add {x}")\n'
        'st.button(tr("Fine"))\nhtml(\'<p class="quiet">{}</p>\', tr("Fine"))\n',
        encoding="utf-8",
    )
    assert [text for _, text in literals(module)] == [
        "Go on", "no", "Why not", "<p>{} muscles</p>", ":material/add: Add ",
    ]  # fmt: skip


# ---- style sheets ------------------------------------------------------------------------------------------

# Fonts and their pictures (`radio_button_unchecked`) are known by names, which nobody reads.
NO_SPEECH = re.compile(
    r"/\*.*?\*/|url\([^)]*\)|\[[^\]]*\]|\\[0-9a-fA-F]{1,6}|@[a-z-]+ +\"[^\"]*\""
    r"|\bfont[a-z-]*:[^;{}]*|\"[a-z]+(?:_[a-z]+)+\"",
    re.DOTALL,
)


def texts_in_css(text: str) -> list[str]:
    """The strings with letters that a style sheet may show; what selects and where files lie are none."""
    return [
        said
        for said in re.findall(r"\"([^\"]*)\"|'([^']*)'", NO_SPEECH.sub(" ", text))
        if LETTERS.search("".join(said))
    ]


@pytest.mark.parametrize("path", sorted((ROOT / "components").rglob("*.css")), ids=lambda path: path.stem)
def test_no_style_sheet_says_anything(path: Path):
    assert not texts_in_css(path.read_text(encoding="utf-8")), "write it into an attribute and show `attr(...)`"


def test_a_text_in_a_style_sheet_is_found():
    css = (
        '/* "no" */ a[href="no"]::before { content: "Tap it"; }\n'
        'b::after { content: "\\2713\\00a0" attr(data-x) ": "; }\n'
        'c { --says: \'Marked: \'; background: url("data:no"); font: 1em "No Font"; content: "no_picture"; }'
    )
    assert ["".join(said) for said in texts_in_css(css)] == ["Tap it", "Marked: "]


def test_what_style_sheets_show_is_in_attributes_that_are_translated():
    """An attribute that a style sheet shows is filled by Python, or is one of those that the scripts translate."""
    shown = {
        name
        for path in (ROOT / "components").rglob("*.css")
        for name in re.findall(r"content:[^;]*attr\((data-[\w-]+)\)", path.read_text(encoding="utf-8"))
    }
    shown.remove("data-icon")  # names of pictures
    assert shown == {"data-head", "data-hint", "data-quiz"}
    assert {"data-hint", "data-quiz"} <= set(ATTRIBUTES)
    script = (ROOT / "components" / "translating.js").read_text(encoding="utf-8")
    assert json.loads(re.search(r"const LABELS = (\[.*?\]);", script)[1]) == list(ATTRIBUTES)


@pytest.mark.parametrize("path", sorted((ROOT / "components").rglob("*.py")), ids=lambda path: path.stem)
def test_a_part_that_runs_alone_begins_with_its_language(path: Path):
    """A fragment runs without ``app.py``, which chooses the language of a whole run."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        alone = isinstance(node, ast.FunctionDef) and any("fragment" in ast.unparse(d) for d in node.decorator_list)
        if alone:
            assert ast.unparse(node.body[1]) == "language.speak()", node.name
