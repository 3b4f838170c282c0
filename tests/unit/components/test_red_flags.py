"""The warning signs as HTML: parts of it are kept, and yet never said in another language or of another dataset."""

from __future__ import annotations

from bodymap.place import Place
from bodymap.words import LANGUAGES, speaking
from components.shared.red_flags import signs_html
from tests.real import REAL

MARKS = [Place("calf_inner", "left"), Place("low_back", "right")]


def said(language: str) -> str:
    with speaking(language):
        return str(signs_html(REAL, MARKS))


def test_each_language_says_its_own_whatever_was_said_before():
    first = {language: said(language) for language in LANGUAGES}
    assert len(set(first.values())) == len(LANGUAGES)
    assert {language: said(language) for language in reversed(LANGUAGES)} == first


def test_another_dataset_says_its_own():
    before = said("en")
    changed = REAL.replaced(
        red_flags=[flag.model_copy(update={"brief": f"{flag.brief} & <new>"}) for flag in REAL.red_flags.values()]
    )
    now = str(signs_html(changed, MARKS))
    assert "&amp; &lt;new&gt;" in now and "&lt;new&gt;" not in before
