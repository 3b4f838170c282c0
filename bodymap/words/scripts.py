"""The words of scripts and of the HTML they fill: which there are, and what they are in the chosen language.

A script says ``tr("text")`` as the Python does, or ``later("text")``; HTML says its texts and labels as they stand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html.parser import HTMLParser

from bodymap.words import chosen, tr

_SAID = re.compile(r'\b(?:tr|later|filled)\(\s*("(?:[^"\\\n]|\\.)*")')
ATTRIBUTES = ("aria-label", "title", "placeholder", "data-hint", "data-quiz")  # as components/translating.js has them
_BETWEEN = "\x04"  # as gettext has it
_LETTERS = re.compile(r"[A-Za-z]{2}")


def in_script(text: str) -> list[str]:
    """The texts that a script says, each once, as they stand in it."""
    return list(dict.fromkeys(json.loads(said) for said in _SAID.findall(text)))


def in_html(text: str) -> list[str]:
    """The texts and labels of a piece of HTML, each once, without the space around them."""
    reader = _Reader()
    reader.feed(text)
    return list(dict.fromkeys(reader.found))


def in_context(context: str, text: str) -> str:
    """How a text with a context is called among the words of a page; ``components/words.js`` does the same."""
    return f"{context}{_BETWEEN}{text}" if context else text


def spoken(texts: Iterable[str]) -> dict[str, str]:
    """What a page is sent: each text that the chosen language says in another way, with how it says it."""
    said = {text: text.rpartition(_BETWEEN) for text in texts}
    return {text: other for text, (context, _, own) in said.items() if (other := tr(own, context)) != own}


def with_words(sent: bytes, texts: Iterable[str]) -> bytes:
    """A first line with the chosen ``language`` and its ``words``, then what is sent in English as well."""
    line = json.dumps({"language": chosen(), "words": spoken(texts)}, ensure_ascii=False, separators=(",", ":"))
    return line.encode() + b"\n" + sent


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ATTRIBUTES:
                self._keep(value or "")

    def handle_data(self, data: str) -> None:
        self._keep(data)

    def _keep(self, text: str) -> None:
        if _LETTERS.search(text):
            self.found.append(" ".join(text.split()))
