"""What a page puts into lists that name their items (``components/shared/pieces.py``), put in without a browser."""

from __future__ import annotations

import re
from functools import cache

from components.shared.pieces import library

from .real import REAL

_PIECES = re.compile(r'<(?P<tag>ul|span|div) data-pieces="(?P<said>[\w ]+)"></(?P=tag)>')


@cache
def _items() -> dict[str, list[str]]:
    lists = re.findall(r'<ul data-kind="(\w+)">(.*?)</ul>', str(library(REAL)), re.DOTALL)
    return {kind: re.findall(r"<li.*?</li>", items, re.DOTALL) for kind, items in lists}


@cache
def _boxes() -> tuple[list[str], str]:
    """The empty boxes of the signs of each time, and that of their sources."""
    _, _, why = str(library(REAL)).partition('<div data-kind="why">')
    return re.findall(r'<div class="flags .*?</div>', why), re.findall(r"<details.*</details>", why)[0]


def _why(numbers: list[str]) -> str:
    """Signs in full by time, and their sources."""
    signs = [_items()["full"][int(number)] for number in numbers]
    boxes, sources = _boxes()
    written = ""
    for box in boxes:
        [time] = re.findall('class="flags ([a-z]+)"', box)
        if said := "".join(sign for sign in signs if f'data-time="{time}"' in sign):
            written += box.replace("<ul></ul>", f"<ul>{said}</ul>")
    refs = dict.fromkeys(ref for sign in signs for ref in re.findall('data-refs="([^"]*)"', sign)[0].split())
    listed = "".join(_items()["sources"][int(ref)] for ref in refs)
    folded = sources.replace("{}", str(len(refs))).replace("<ul></ul>", f"<ul>{listed}</ul>")
    return re.sub(r"<li [^>]*>", "<li>", written) + (folded if refs else "")


def whole(html: str) -> str:
    """HTML with every list as the page shows it when it is opened."""

    def filled(found: re.Match[str]) -> str:
        tag, said = found["tag"], found["said"]
        kind, *numbers = said.split(" ")
        if kind == "why":
            return f"<{tag}>{_why(numbers)}</{tag}>"
        items = [_items()[kind][int(number)] for number in numbers]
        if tag == "span":
            items = [" ".join(item.removeprefix("<li>").removesuffix("</li>") for item in items)]
        return f"<{tag}>{''.join(items)}</{tag}>"

    return _PIECES.sub(filled, html)
