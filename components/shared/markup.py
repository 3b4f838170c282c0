"""Text on its way to the page. HTML is ``markupsafe.Markup``, so that whatever comes from the data is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import streamlit as st
from markupsafe import Markup, escape

from bodymap.data.dataset import Dataset
from bodymap.data.model import SourceRef

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$&^=\"'])")
# What becomes a picture, a colour or a link although its signs are escaped.
_SPELT = re.compile(r":(?=[^\s:]+:)|:(?=[\w/])|www(?=\.)|@", re.IGNORECASE)
_JOINER = "\N{WORD JOINER}"
_RECALLED = Markup(' <span class="quiet">(cited from memory, to be checked)</span>')


def html(template: str, *parts: object, **named: object) -> Markup:
    """A template of our own with parts filled in; parts that are not HTML yet are escaped."""
    return Markup(template).format(*parts, **named)


def joined(parts: Iterable[object], between: str = "") -> Markup:
    """Parts one after another; those that are not HTML yet are escaped."""
    return Markup(between).join(parts)  # type: ignore[arg-type]  # escapes what is not text, too


def show(part: Markup) -> None:
    """Put HTML on the page."""
    st.html(str(part))


def plain(text: str) -> str:
    """Text for a place that reads Markdown (labels, captions, tooltips), so that it is shown as typed.

    A word joiner, which nobody sees, keeps ``:smile:`` from becoming a picture and ``http://`` from becoming a link;
    no escape does.
    """
    return _MARKDOWN.sub(r"\\\1", _SPELT.sub(rf"\g<0>{_JOINER}", " ".join(text.split())))


def quiet(text: str) -> Markup:
    """A small grey paragraph."""
    return html('<p class="quiet">{}</p>', text)


def tag(text: str, kind: str = "") -> Markup:
    """A small rounded label."""
    return html('<span class="tag {}">{}</span>', kind, text)


def bullets(items: Iterable[str | Markup]) -> Markup:
    """An unordered list."""
    return html("<ul>{}</ul>", joined(html("<li>{}</li>", item) for item in items))


def facts(rows: Mapping[str, str | Markup]) -> Markup:
    """A list of names and what they are; empty ones are left out."""
    items = (html("<dt>{}</dt><dd>{}</dd>", name, said) for name, said in rows.items() if said)
    return html("<dl>{}</dl>", joined(items))


def folded(summary: str | Markup, body: Markup, kind: str = "", is_open: bool = False) -> Markup:
    """A part that opens on click or Enter."""
    opened = Markup(" open") if is_open else ""
    return html('<details class="{}"{}><summary>{}</summary>{}</details>', kind, opened, summary, body)


def sources(dataset: Dataset, references: Iterable[SourceRef], label: str = "Sources") -> Markup:
    """The references of a statement, folded away, each with its place and a link where there is one."""
    items = [_source(dataset, reference) for reference in dict.fromkeys(references)]
    return folded(f"{label} ({len(items)})", bullets(items), "sources") if items else Markup()


def _source(dataset: Dataset, reference: SourceRef) -> Markup:
    source = dataset.sources[reference.key]
    where = html(" <em>{}.</em>", reference.locator) if reference.locator else ""
    link = html(' <a href="{}" target="_blank" rel="noopener">Open</a>', source.link) if source.link else ""
    check = "" if source.verified == "seen" else _RECALLED
    return escape(source.citation) + where + link + check
