"""Parts of the pages of the static edition, beside what every page of ours is made of (``bodymap.tell.markup``)."""

from __future__ import annotations

from markupsafe import Markup

from bodymap.tell.markup import html, joined


def para(text: object) -> Markup:
    """A paragraph."""
    return html("<p>{}</p>", text)


def part(title: str, *body: object, anchor: str = "") -> Markup:
    """A headed part of a page; nothing where it says nothing."""
    said = joined(body)
    named = html(' id="{}"', anchor) if anchor else ""
    return html("<section{}><h2>{}</h2>{}</section>", named, title, said) if said else Markup()
