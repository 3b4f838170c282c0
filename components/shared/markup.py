"""Small pieces of HTML for text that is read, not clicked; everything from the data is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from bodymap.data.dataset import Dataset
from bodymap.data.model import SourceRef


def tag(text: str, kind: str = "") -> str:
    """A small rounded label."""
    return f'<span class="tag {kind}">{escape(text)}</span>'


def bullets(items: Iterable[str]) -> str:
    """An unordered list of plain texts."""
    return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"


def folded(summary: str, body: str, kind: str = "", is_open: bool = False) -> str:
    """A part that opens on click or Enter. ``summary`` and ``body`` are HTML."""
    return f'<details class="{kind}"{" open" if is_open else ""}><summary>{summary}</summary>{body}</details>'


def sources(dataset: Dataset, references: Iterable[SourceRef], label: str = "Sources") -> str:
    """The references of a statement, folded away, each with its place and a link where there is one."""
    items = []
    for reference in dict.fromkeys(references):
        source = dataset.sources[reference.key]
        where = f" <em>{escape(reference.locator)}.</em>" if reference.locator else ""
        link = f' <a href="{escape(source.link)}" target="_blank" rel="noopener">Open</a>' if source.link else ""
        check = "" if source.verified == "seen" else ' <span class="quiet">(cited from memory, to be checked)</span>'
        items.append(f"<li>{escape(source.citation)}{where}{link}{check}</li>")
    return folded(f"{escape(label)} ({len(items)})", f"<ul>{''.join(items)}</ul>", "sources") if items else ""
