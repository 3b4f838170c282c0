"""The words of the pages in the chosen language: English as it stands in the code, others from gettext catalogues.

The language belongs to the run of a page (a context variable), because one server runs many sessions in threads.
Whoever chooses none gets English: the command line, the report, the static edition, and files made when no page is on
show. ``bodymap.tell.catalogue`` collects the words and keeps the catalogues.
"""

from __future__ import annotations

import datetime as dt
import gettext
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

ENGLISH = "en"
LANGUAGES: Mapping[str, str] = {ENGLISH: "English", "de": "Deutsch", "es": "Español"}
DOMAIN = "bodymap"
VIEW = "view"  # context of what a view of the body is called
HERE = Path(__file__).parent
_chosen: ContextVar[str] = ContextVar("language", default=ENGLISH)


def choose(language: str) -> None:
    """Speak a language in this context from now on; one that is unknown is English."""
    _chosen.set(language if language in LANGUAGES else ENGLISH)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while."""
    before = _chosen.set(language)
    try:
        yield
    finally:
        _chosen.reset(before)


def chosen() -> str:
    """The language spoken in this context."""
    return _chosen.get()


def tr(text: str, context: str = "") -> str:
    """A text in the chosen language; one that no catalogue has stays English.

    A context parts what English calls by one word: ``Back`` as a view of the body, and as a part of it.
    """
    if not text or (language := _chosen.get()) == ENGLISH:
        return text
    return _catalogue(language).pgettext(context, text) if context else _catalogue(language).gettext(text)


def trn(one: str, many: str, count: int) -> str:
    """The form for a count, with the count in the place of ``{}``."""
    if (language := _chosen.get()) == ENGLISH:
        form = one if count == 1 else many
    else:
        form = _catalogue(language).ngettext(one, many, count)
    return form.format(number(count))


def later(text: str) -> str:
    """Marks a text for the catalogue where it is written; ``tr`` says it in the chosen language where it is shown."""
    return text


def number(value: float, digits: int = 0) -> str:
    """``1,234`` or ``1.5`` as the language writes it."""
    if (language := _chosen.get()) == ENGLISH:
        return f"{value:,.{digits}f}"
    from babel.numbers import format_decimal

    return format_decimal(round(value, digits), "#,##0" + ("." + "0" * digits if digits else ""), locale=language)


def day(date: dt.date) -> str:
    """``05 May 2026`` as the language writes it."""
    if (language := _chosen.get()) == ENGLISH:
        return f"{date:%d %B %Y}"
    from babel.dates import format_date

    return format_date(date, "long", locale=language)


def lowered(name: str) -> str:
    """A name inside a sentence; German keeps its capitals, and so does what begins with an abbreviation or a name."""
    keeps = _chosen.get() == "de" or name[1:2].isupper() or name.startswith("Achilles")
    return name if keeps else name[:1].lower() + name[1:]


def capital(text: str) -> str:
    """A text at the beginning of a sentence, the rest in small letters where the language has no capitals inside."""
    return text[:1].upper() + text[1:] if _chosen.get() != ENGLISH else text.capitalize()


def file_of(language: str) -> Path:
    """Where the words of a language stand."""
    return HERE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """Read from the text once a process: so no compiled file can differ from it."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with file_of(language).open("rb") as file:
        catalogue = read_po(file)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
