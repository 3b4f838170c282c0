"""Text on its way to HTML, for the pages of the app and of the static edition: what comes from the data is escaped.

HTML is ``markupsafe.Markup``. It is well-formed XML, so that a test can read it: elements closed, attributes quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from bodymap.data.dataset import Dataset
from bodymap.data.model import SourceRef
from bodymap.words import ENGLISH, chosen, later, tr

_RECALLED = later("(cited from memory, to be checked)")


def html(template: str, *parts: object, **named: object) -> Markup:
    """A template of our own with parts filled in as they are; parts that are not HTML yet are escaped."""
    if named:
        return Markup(template).format(*parts, **named)
    ready = [part if isinstance(part, Markup) else escape(part) for part in parts]
    return Markup(str.format(template, *ready))  # markupsafe's own formatter takes several times as long


def joined(parts: Iterable[object], between: str = "") -> Markup:
    """Parts one after another; those that are not HTML yet are escaped."""
    return Markup(str.join(between, [part if isinstance(part, Markup) else escape(part) for part in parts]))


def english(text: object) -> Markup:
    """Text of the records, which is English whatever the page speaks, and says so to what reads it aloud."""
    return html('<span lang="en">{}</span>', text) if text and chosen() != ENGLISH else escape(text)


def english_in(said: str, *parts: str | None) -> Markup:
    """A sentence of the page with parts from the records, each of which says that it is English."""
    if chosen() == ENGLISH or not (own := sorted(filter(None, parts), key=len, reverse=True)):
        return escape(said)
    pieces = re.split(rf"(?<!\w)({'|'.join(map(re.escape, own))})(?!\w)", said)
    return joined(english(piece) if number % 2 else piece for number, piece in enumerate(pieces))


def quiet(text: object) -> Markup:
    """A small grey paragraph."""
    return html('<p class="quiet">{}</p>', text)


def bullets(items: Iterable[object], kind: str = "") -> Markup:
    """An unordered list; nothing where there is no item."""
    listed = joined(html("<li>{}</li>", item) for item in items)
    if not listed:
        return Markup()
    return html('<ul class="{}">{}</ul>', kind, listed) if kind else html("<ul>{}</ul>", listed)


def facts(rows: Mapping[str, str | Markup]) -> Markup:
    """A list of names and what they are; empty ones are left out, and nothing is left where all are."""
    items = joined(html("<dt>{}</dt><dd>{}</dd>", name, said) for name, said in rows.items() if said)
    return html("<dl>{}</dl>", items) if items else Markup()


def folded(summary: str | Markup, body: Markup, kind: str = "") -> Markup:
    """A part that opens on click or Enter."""
    named = html(' class="{}"', kind) if kind else ""
    return html("<details{}><summary>{}</summary>{}</details>", named, summary, body)


def sources(dataset: Dataset, references: Iterable[SourceRef], label: str = "", new_tab: bool = False) -> Markup:
    """The references of a statement, folded away, each with its place and a link where there is one."""
    items = [source_item(dataset, reference, new_tab) for reference in dict.fromkeys(references)]
    return folded(f"{label or tr('Sources')} ({len(items)})", bullets(items), "sources") if items else Markup()


def source_item(dataset: Dataset, reference: SourceRef, new_tab: bool = False) -> Markup:
    """A reference with its place, and its link where there is one."""
    source = dataset.sources[reference.key]
    where = html(" <em>{}.</em>", reference.locator) if reference.locator else ""
    cited = english(escape(source.citation) + where)
    target = Markup(' target="_blank"') if new_tab else ""
    link = html(' <a href="{}"{} rel="noopener">{}</a>', source.link, target, tr("Open")) if source.link else ""
    check = "" if source.verified == "seen" else html(' <span class="quiet">{}</span>', tr(_RECALLED))
    return cited + link + check
