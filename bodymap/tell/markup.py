"""Text on its way to HTML, for the pages of the app and of the static edition: what comes from the data is escaped.

HTML is ``markupsafe.Markup``. It is well-formed XML, so that a test can read it: elements closed, attributes quoted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from bodymap.data.dataset import Dataset
from bodymap.data.model import SourceRef

_RECALLED = Markup(' <span class="quiet">(cited from memory, to be checked)</span>')


def html(template: str, *parts: object, **named: object) -> Markup:
    """A template of our own with parts filled in; parts that are not HTML yet are escaped."""
    return Markup(template).format(*parts, **named)


def joined(parts: Iterable[object], between: str = "") -> Markup:
    """Parts one after another; those that are not HTML yet are escaped."""
    return Markup(between).join(parts)  # type: ignore[arg-type]  # escapes what is not text, too


def quiet(text: object) -> Markup:
    """A small grey paragraph."""
    return html('<p class="quiet">{}</p>', text)


def bullets(items: Iterable[object], kind: str = "") -> Markup:
    """An unordered list; nothing where there is no item."""
    listed = joined(html("<li>{}</li>", item) for item in items)
    named = html(' class="{}"', kind) if kind else ""
    return html("<ul{}>{}</ul>", named, listed) if listed else Markup()


def facts(rows: Mapping[str, str | Markup]) -> Markup:
    """A list of names and what they are; empty ones are left out, and nothing is left where all are."""
    items = joined(html("<dt>{}</dt><dd>{}</dd>", name, said) for name, said in rows.items() if said)
    return html("<dl>{}</dl>", items) if items else Markup()


def folded(summary: str | Markup, body: Markup, kind: str = "") -> Markup:
    """A part that opens on click or Enter."""
    return html('<details class="{}"><summary>{}</summary>{}</details>', kind, summary, body)


def sources(dataset: Dataset, references: Iterable[SourceRef], label: str = "Sources", new_tab: bool = False) -> Markup:
    """The references of a statement, folded away, each with its place and a link where there is one."""
    items = [_source(dataset, reference, new_tab) for reference in dict.fromkeys(references)]
    return folded(f"{label} ({len(items)})", bullets(items), "sources") if items else Markup()


def _source(dataset: Dataset, reference: SourceRef, new_tab: bool) -> Markup:
    source = dataset.sources[reference.key]
    where = html(" <em>{}.</em>", reference.locator) if reference.locator else ""
    target = Markup(' target="_blank"') if new_tab else ""
    link = html(' <a href="{}"{} rel="noopener">Open</a>', source.link, target) if source.link else ""
    check = "" if source.verified == "seen" else _RECALLED
    return escape(source.citation) + where + link + check
