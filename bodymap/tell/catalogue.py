"""The catalogue of words: ``python -m bodymap.tell.catalogue`` collects them and brings every language up to date.

It reads ``tr``, ``trn`` and ``later`` in Python and scripts, the HTML of components, the constants of ``wording`` that
a module with words imports, and the names of places, groups and views. A text without a translation shows in English;
``tests/unit/test_catalogue.py`` does not let that pass.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from bodymap import DATA_DIR, words
from bodymap.body.scene import LAYOUTS, LOOKS
from bodymap.read.load import load
from bodymap.tell import wording
from bodymap.words.scripts import in_html, in_script

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = words.HERE / f"{words.DOMAIN}.pot"
_HEAD = r"""# Words of the Trigger Point Body Map. Written by `make words`.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Language: {}\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""


class Message(NamedTuple):
    """A text, or the pair of one with a plural, and what parts it from others that English says in the same way."""

    id: str | tuple[str, str]
    context: str = ""


_SAYS = re.compile(r"^from bodymap\.words import .*\b(?:tr|trn|later)\b", re.MULTILINE)


def messages() -> dict[Message, list[str]]:
    """Every text of the pages with the files that say it."""
    found: dict[Message, list[str]] = {}
    for message, where in _every():
        files = found.setdefault(message, [])
        if where not in files:
            files.append(where)
    singular = {Message(message.id[0]): message for message in found if isinstance(message.id, tuple)}
    for one in singular.keys() & found.keys():  # gettext finds it under the pair
        found[singular[one]] += found.pop(one)
    return found


def _every() -> Iterator[tuple[Message, str]]:
    code = [ROOT / "app.py", *sorted(ROOT.glob("bodymap/**/*.py")), *sorted(ROOT.glob("components/**/*.py"))]
    for path in code:
        text = path.read_text(encoding="utf-8")
        if _SAYS.search(text):
            for message in in_python(text):
                yield message, _name(path)
    for path in sorted(ROOT.glob("components/**/*.js")):
        yield from ((Message(text), _name(path)) for text in in_script(path.read_text(encoding="utf-8")))
    for path in sorted(ROOT.glob("components/**/*.html")):
        yield from ((Message(text), _name(path)) for text in in_html(path.read_text(encoding="utf-8")))
    for rows in LAYOUTS.values():
        yield from ((Message(panel.caption, words.VIEW), "bodymap/body/scene.py") for row in rows for panel in row)
    yield from ((Message(layout, words.VIEW), "bodymap/body/scene.py") for layout in LAYOUTS)
    yield from ((Message(look.label), "bodymap/body/scene.py") for looks in LOOKS.values() for look in looks)
    dataset = load(DATA_DIR)
    for region in dataset.regions.values():
        yield from ((Message(name), "data/regions.yaml") for name in (region.name, region.anatomical_name))
    yield from ((Message(group.name), "data/muscle_groups.yaml") for group in dataset.muscle_groups.values())


def in_python(text: str) -> Iterator[Message]:
    """The texts that a module says, and the constants of ``wording`` that it imports in order to say them."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            said = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if node.func.id in ("tr", "later") and said and said[0] and isinstance(node.args[0], ast.Constant):
                yield Message(*said)
            if node.func.id == "trn" and len(said) == 2:
                yield Message((said[0], said[1]))
        elif isinstance(node, ast.ImportFrom) and node.module == "bodymap.tell.wording":
            for alias in node.names:
                yield from map(Message, _texts(getattr(wording, alias.name)))
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "wording":
            yield from map(Message, _texts(getattr(wording, node.attr)))


def _texts(constant: Any) -> Iterator[str]:
    """Every text of a constant: itself, or what a table or a row of it holds; keys and citations are none."""
    if isinstance(constant, str):
        if constant and (" " in constant or not re.fullmatch(r"[a-z_]+\d{4}\w*", constant)):
            yield constant
    elif isinstance(constant, dict):
        yield from _texts(tuple(constant.values()))
    elif isinstance(constant, tuple):
        for part in constant:
            yield from _texts(part)


def template() -> Catalog:
    """The catalogue without translations, in the order of the alphabet."""
    return _catalogue(messages())


def _catalogue(found: Mapping[Message, list[str]]) -> Catalog:
    made = Catalog(fuzzy=False)
    for message, files in sorted(found.items(), key=lambda pair: _in_the_alphabet(pair[0])):
        made.add(message.id, locations=[(file, 0) for file in files], context=message.context or None)
    return made


def _in_the_alphabet(message: Message) -> tuple[str, str]:
    return message.id if isinstance(message.id, str) else message.id[0], message.context


def updated(language: str) -> Catalog:
    """The catalogue of a language with all texts there are now, and no others; what is translated stays."""
    path = words.file_of(language)
    before = read_po(path.open("rb")) if path.exists() else Catalog()
    made = _catalogue(messages())
    for message in made:
        if message.id and (known := before.get(message.id, message.context)) and known.string:
            message.string = known.string
            message.flags |= known.flags & {"fuzzy"}
    return made


def write() -> list[Path]:
    """Writes the template and every language; the files written."""
    every = {TEMPLATE: template()}
    every |= {words.file_of(language): updated(language) for language in words.LANGUAGES if language != words.ENGLISH}
    for path, catalogue in every.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(_HEAD.format("" if path == TEMPLATE else path.parts[-3]).encode())
            write_po(file, catalogue, width=110, omit_header=True, include_lineno=False)
    return list(every)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


if __name__ == "__main__":
    for written in write():
        print(written)
