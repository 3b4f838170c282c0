"""Every way in which a text gets into HTML or Markdown, one by one."""

from __future__ import annotations

import pytest
from markupsafe import Markup, escape

from bodymap.data.model import SourceRef
from components.shared import markup
from tests.hostile import MARKUP
from tests.real import REAL

SAFE = escape(MARKUP)
JOINER = "\N{WORD JOINER}"
SOURCE = next(source for source in REAL.sources.values() if source.url and not source.doi)


def sources(locator: str | None = None, label: str = "Sources", **changes) -> str:
    source = SOURCE.model_copy(update=changes)
    return markup.sources(REAL.replaced(sources=[source]), [SourceRef(key=source.key, locator=locator)], label)


PARTS = {
    "a template": lambda text: markup.html("<p>{}</p>", text),
    "parts in a row": lambda text: markup.joined([text, Markup("<br>")], ", "),
    "a quiet line": markup.quiet,
    "a tag": markup.tag,
    "the kind of a tag": lambda text: markup.tag("a", text),
    "a bullet": lambda text: markup.bullets([text]),
    "a name of a fact": lambda text: markup.facts({text: "a"}),
    "a fact": lambda text: markup.facts({"a": text}),
    "a summary": lambda text: markup.folded(text, Markup("a")),
    "a label of sources": lambda text: sources(label=text),
    "a locator": sources,
    "a title": lambda text: sources(title=text),
    "an author": lambda text: sources(authors=(text,)),
    "a journal": lambda text: sources(journal_or_publisher=text),
    "the details": lambda text: sources(details=text),
    "an address": lambda text: sources(url=text),
}


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_a_text_is_escaped(part):
    written = part(MARKUP)
    assert isinstance(written, Markup) and SAFE in written
    assert "<b>" not in written and '"q"' not in written


@pytest.mark.parametrize("part", [markup.quiet, markup.folded], ids=["quiet", "folded"])
def test_markup_of_our_own_stays(part):
    ours = Markup("<em>x</em>")
    assert ours in (part(ours) if part is markup.quiet else part(ours, ours))


def test_nothing_is_shown_of_no_sources_and_of_empty_facts():
    assert markup.sources(REAL, []) == ""
    assert markup.facts({"a": "", "b": "c"}) == "<dl><dt>b</dt><dd>c</dd></dl>"


def test_a_reference_is_listed_once_with_its_place_link_and_doubt():
    reference = SourceRef(key=SOURCE.key, locator="ch. 1")
    written = markup.sources(REAL, [reference, reference])
    assert written.count("<li>") == 1 and "Sources (1)" in written and "<em>ch. 1.</em>" in written
    assert f'href="{escape(SOURCE.url)}"' in written
    assert "from memory" in sources(verified="recalled") and "from memory" not in sources(verified="seen")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("a *b* _c_", r"a \*b\* \_c\_"),
        ("$x$ `y`", r"\$x\$ \`y\`"),
        ("![x](y)", r"\!\[x\]\(y\)"),
        ("1. one", r"1\. one"),
        (":smile:", f":{JOINER}smile:"),
        (":red[x]", rf":{JOINER}red\[x\]"),
        (":material/home:", f":{JOINER}material/home:"),
        ("http://a.b", rf"http:{JOINER}//a\.b"),
        ("WWW.a.b", rf"WWW{JOINER}\.a\.b"),
        ("a@b.c", rf"a@{JOINER}b\.c"),
        ("Sources: two", "Sources: two"),
        (" a \n b ", "a b"),
    ],
)
def test_text_for_markdown_loses_its_meaning_and_keeps_its_signs(typed, written):
    assert markup.plain(typed) == written
