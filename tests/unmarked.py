"""What a page says without marking it as English."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

_EMPTY = {"br", "img", "hr", "input", "path", "rect", "use"}
_LABELS = {"aria-label", "title", "alt", "placeholder", "data-head"}


def unmarked(html: str) -> Iterator[str]:
    """Every text of some HTML, and of its labels, that no element around it marks with ``lang="en"``."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    yield from reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        passed = named.get("lang") == "en" or tag == "style"
        if not (passed or any(self.open)):
            self.found += [value for name, value in attrs if name in _LABELS and value]
        if tag not in _EMPTY:
            self.open.append(passed)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _EMPTY:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(self.open):
            self.found.append(" ".join(data.split()))
