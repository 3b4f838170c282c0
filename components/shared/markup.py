"""Text on its way to the page. HTML is ``markupsafe.Markup``, so that whatever comes from the data is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.data.model import SourceRef
from bodymap.tell import markup
from bodymap.tell.markup import bullets, english, english_in, facts, folded, html, joined, quiet

__all__ = [
    "bullets", "english", "english_in", "facts", "folded", "html", "joined", "plain", "quiet", "show", "source_items",
    "sources", "tag",
]  # fmt: skip

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$&^=\"'])")
# What becomes a picture, a colour or a link although its signs are escaped.
_SPELT = re.compile(r":(?=[^\s:]+:)|:(?=[\w/])|www(?=\.)|@", re.IGNORECASE)
_JOINER = "\N{WORD JOINER}"


def show(part: Markup) -> None:
    """Put HTML on the page."""
    st.html(str(part))


def plain(text: str) -> str:
    """Text for a place that reads Markdown (labels, captions, tooltips), so that it is shown as typed.

    A word joiner, which nobody sees, keeps ``:smile:`` from becoming a picture and ``http://`` from becoming a link;
    no escape does.
    """
    return _MARKDOWN.sub(r"\\\1", _SPELT.sub(rf"\g<0>{_JOINER}", " ".join(text.split())))


def tag(text: str, kind: str = "") -> Markup:
    """A small rounded label."""
    return html('<span class="tag {}">{}</span>', kind, text)


def sources(dataset: Dataset, references: Iterable[SourceRef], label: str = "") -> Markup:
    """The references of a statement, folded away; their links leave the page with the marks open."""
    return markup.sources(dataset, references, label, new_tab=True)


def source_items(dataset: Dataset, references: Iterable[SourceRef]) -> list[Markup]:
    """References as items of a list, as ``sources`` shows them."""
    return [markup.source_item(dataset, reference, new_tab=True) for reference in references]
