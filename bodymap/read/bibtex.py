"""The references in ``data/sources.bib``: BibTeX in, ``Source`` out.

Each entry carries ``note = {verified: seen; ...}`` or ``{verified: recalled; ...}``, and may name a
``family``: sources that derive from one another share one and count as one source.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import latexcodec  # noqa: F401  (registers the codec "ulatex")
from pybtex.database import Entry, Person
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError
from pydantic import ValidationError

from bodymap.data.source import Source
from bodymap.problems import Problem
from bodymap.read.hints import described, said
from bodymap.read.merged import conflict
from bodymap.read.yaml_lines import MISSING, NOT_UTF8, UNREADABLE

_ENTRY = re.compile(r"^[ \t]*@", re.MULTILINE)
_HEAD = re.compile(r"\s*@\s*(\w+)\s*\{\s*([^,\s}]+)\s*,")
_LATEX: Any = codecs.lookup("ulatex")
_MARKS = re.compile(
    r"[\\{}%$~&#^_`'\"?!<>]|--|,,"
)  # a text without any of these is plain already, and decoding is slow
_BRACES = str.maketrans("", "", "{}")


def read_sources(
    path: Path, shown: str | None = None
) -> tuple[dict[str, Source], dict[str, int] | None, list[Problem]]:
    """The usable sources by key, the line of every key written (None if the file cannot be read), and the problems."""
    file = shown or str(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return {}, None, [Problem(file, 1, "", "the file is missing", MISSING)]
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return {}, None, [Problem(file, line, "", "is not UTF-8 text", NOT_UTF8)]
    except OSError as error:
        return {}, None, [Problem(file, 1, "", f"cannot be read: {error.strerror}", UNREADABLE)]
    if marked := conflict(text):
        return {}, None, [Problem(file, marked.line, "", marked.message, marked.hint)]
    sources: dict[str, Source] = {}
    spelt: dict[str, str] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for line, chunk in _chunks(text):
        head = _HEAD.match(chunk)
        if head is None:
            problems.append(Problem(file, line, "", "is not a BibTeX entry", "start with @article{key,"))
            continue
        key = head[2]
        if key in lines:
            message = f"the key is used twice, first in line {lines[key]}"
            problems.append(Problem(file, line, key, message, "keep one, or choose another key"))
            continue
        if (other := spelt.setdefault(key.lower(), key)) != key:
            message = f"the key differs only in small and capital letters from `{other}` in line {lines[other]}"
            problems.append(Problem(file, line, key, message, "keep one of the two, or choose another key"))
        lines[key] = line
        try:
            sources[key] = _source(chunk)
        except (PybtexError, ValueError, _UnreadableError) as error:
            problems.extend(Problem(file, line, key, *said) for said in _explain(error))
    if not lines:
        problems.append(Problem(file, 1, "", "holds no references", "start an entry with @article{key,"))
    return sources, lines or None, problems


class _UnreadableError(Exception):
    """An entry that BibTeX accepts but that does not say what the dataset needs: a message and a hint."""


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """Each entry with its line; a fault in one entry then cannot hide the next."""
    starts = [match.start() for match in _ENTRY.finditer(text)]
    for start, end in pairwise([*starts, len(text)]):
        lines = text[start:end].splitlines()
        yield text.count("\n", 0, start) + 1, "\n".join(line for line in lines if not line.startswith("%"))


def _source(chunk: str) -> Source:
    entries = Parser().parse_string(chunk).entries
    if len(entries) != 1:
        raise _UnreadableError("is not one complete entry", "look for a missing brace")
    if stray := chunk[_end(chunk) :].split():
        raise _UnreadableError(
            f"is followed by `{stray[0][:20]}`, which belongs to no entry",
            "begin a comment with %, an entry with @, or take it out",
        )
    [(key, entry)] = entries.items()
    note = re.fullmatch(r"verified: (\w+)(?:; (.*))?", _plain(entry, "note") or "", re.DOTALL)
    if note is None:
        raise _UnreadableError(
            "needs `note = {verified: seen}` or `note = {verified: recalled}`", "a remark may follow after a semicolon"
        )
    year = _plain(entry, "year")
    if year is not None and not re.fullmatch(r"\d{4}", year):
        raise _UnreadableError(f"has the year `{year}`", "write four digits")
    return Source(
        key=key,
        kind=entry.type,
        title=_plain(entry, "title") or "",
        authors=tuple(map(_name, entry.persons.get("author", ()))),
        year=int(year) if year else None,
        journal_or_publisher=next(
            filter(None, (_plain(entry, f) for f in ("journal", "publisher", "howpublished"))), None
        ),
        details=_details(entry),
        doi=_raw(entry, "doi"),
        url=_raw(entry, "url"),
        verified=note[1],  # another word is pydantic's to report
        remark=note[2],
        family=_plain(entry, "family") or key,
    )


def _end(chunk: str) -> int:
    """Where the entry at the beginning of a chunk ends: at the brace that closes its first."""
    depth = 0
    for brace in re.finditer(r"[{}]", chunk):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return len(chunk)


def _raw(entry: Entry, name: str) -> str | None:
    value = entry.fields.get(name)
    return str(value).replace("\\_", "_").replace("\\%", "%") if value else None


def _plain(entry: Entry, name: str) -> str | None:
    value = entry.fields.get(name)
    return _decode(value) if value else None


def _decode(latex: str) -> str:
    """LaTeX as plain text: accents and dashes decoded, braces gone."""
    text = str(_LATEX.decode(latex)[0]).translate(_BRACES) if _MARKS.search(latex) else latex
    return " ".join(text.split())


def _name(person: Person) -> str:
    """``Fernández-de-las-Peñas C``; a body keeps its whole name; "others" becomes "et al"."""
    last = _decode(" ".join([*person.prelast_names, *person.last_names]))
    if last == "others":
        return "et al"
    given = [_decode(name) for name in (*person.first_names, *person.middle_names)]
    lineage = _decode(" ".join(person.lineage_names))
    initials = "".join(part[0] for name in given for part in re.split(r"[-\s]", name) if part[:1].isupper())
    return " ".join(filter(None, (last, initials, lineage)))


def _details(entry: Entry) -> str | None:
    """``47(3):133-149``, or the edition of a book."""
    volume, number, pages, edition = (_plain(entry, f) for f in ("volume", "number", "pages", "edition"))
    issue = (volume or "") + (f"({number})" if number else "")
    where = ":".join(filter(None, (issue, (pages or "").replace("\N{EN DASH}", "-"))))
    return "; ".join(filter(None, (where, f"edition {edition}" if edition else ""))) or None


def _explain(error: Exception) -> Iterator[tuple[str, str]]:
    """Message and hint for each thing wrong with an entry."""
    if not isinstance(error, ValidationError):
        if isinstance(error, _UnreadableError):
            yield error.args
        else:
            yield (
                "is not valid BibTeX: " + " ".join(str(error).split()),
                "look for a missing comma, quote or brace",
            )
        return
    for fault in error.errors():
        name = str(fault["loc"][0])
        if fault["type"] in ("string_too_short", "too_short"):
            yield f"has no {'author' if name == 'authors' else name}", described(Source, name)
        else:
            message, hint = said(fault, Source.model_fields, Source.model_fields.get(name))
            yield f"{name}: {message}", hint
