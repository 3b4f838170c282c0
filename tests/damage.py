"""The small data folder damaged in hundreds of ways, one file at a time, always the same ones.

``python -m tests.damage`` prints how each of them ends; ``tests/unit/read/test_damaged.py`` says how each should.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from bodymap.problems import DataProblems, Problem
from bodymap.read.load import find_problems
from bodymap.read.release import read_releases

TINY = Path(__file__).resolve().parent / "fixtures" / "tiny"
YAML = sorted(path.name for path in TINY.glob("*.yaml"))
VIEWS = sorted(path.name for path in (TINY / "body").glob("*.geojson"))

Change = Callable[[bytes], bytes | None]  # None where the file has nothing of the kind


class Variant(NamedTuple):
    """One way to damage one file: its kind, its name, and what becomes of the file; or it is ``harmless``."""

    kind: str
    name: str
    file: str
    damage: Callable[[Path], None]
    harmless: bool = False


# ---- any file ------------------------------------------------------------------------------------------------


def _gone(path: Path) -> None:
    path.unlink()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def _middle(content: bytes, put: bytes) -> bytes:
    at = content.index(b"\n", len(content) // 2) + 1 if b"\n" in content[len(content) // 2 :] else len(content)
    return content[:at] + put + content[at:]


PLACES = {"the file is missing": _gone, "a folder in its place": _folder, "a link to itself": _loop}
BYTES: dict[str, Change] = {
    "empty": lambda content: b"",
    "blanks only": lambda content: b" \n \n",
    "a byte that is no text": lambda content: _middle(content, b"\xff\n"),
    "saved as UTF-16": lambda content: content.decode().encode("utf-16"),
    "a zero byte": lambda content: _middle(content, b"\0\n"),
    "an unfinished merge": lambda content: _middle(content, b"<<<<<<< HEAD\n=======\n>>>>>>> theirs\n"),
    "the end of a merge left": lambda content: _middle(content, b">>>>>>> theirs\n"),
    "half of it": lambda content: content[: len(content) * 2 // 3].rstrip(b"\n ") + b' ["',
    "a bracket too many": lambda content: content + b"]\n",
    "a page of HTML": lambda content: b"<!DOCTYPE html>\n<html><body>Not found</body></html>\n",
}
HARMLESS: dict[str, Change] = {
    "a byte order mark": lambda content: b"\xef\xbb\xbf" + content,
    "line ends of Windows": lambda content: content.replace(b"\n", b"\r\n"),
    "blank lines at the end": lambda content: content + b"\n\n\n",
}


def _bytes(change: Change) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        changed = change(path.read_bytes())
        assert changed is not None
        path.write_bytes(changed)

    return damage


def _anywhere(kind: str, file: str) -> Iterator[Variant]:
    for name, damage in PLACES.items():
        yield Variant(kind, name, file, damage)
    for name, change in BYTES.items():
        yield Variant(kind, name, file, _bytes(change))
    for name, change in HARMLESS.items():
        yield Variant(kind, name, file, _bytes(change), harmless=True)


def _where_it_can(kind: str, file: str, changes: dict[str, Change]) -> Iterator[Variant]:
    content = (TINY / file).read_bytes()
    for name, change in changes.items():
        if change(content) is not None:
            yield Variant(kind, name, file, _bytes(change))


# ---- YAML ----------------------------------------------------------------------------------------------------


def _once(pattern: str, put: str) -> Change:
    """A change of the first place that fits a pattern."""

    def change(content: bytes) -> bytes | None:
        text, count = re.subn(pattern, put, content.decode(), count=1, flags=re.MULTILINE)
        return text.encode() if count else None

    return change


_TEXT = r"^( +(?:- )?)(name|claim|item|structure|studied|title|counted_by|population|sign|reason|summary): (.+)$"


def _text(put: str) -> Change:
    return _once(_TEXT, rf"\1\2: {put}")


RECORDS: dict[str, Change] = {
    "another top key": _once(r"^\w+:$", "record:"),
    "a second top key": lambda content: content + b"more: []\n",
    "no list": lambda content: re.sub(rb"^(\w+):\n(?s:.*)", rb"\1: {a: b}\n", content, flags=re.MULTILINE),
    "numbers as records": lambda content: content + b"  - 3\n",
    "a record without fields": lambda content: content + b"  - {}\n",
    "the first record twice": lambda content: content + content[content.index(b"  - ") :],
    "a key twice": _once(r"^  - (\w+): (.+)$", r"  - \1: \2\n    \1: \2"),
    "a field too many": _once(r"^  - (\w+): (.+)$", r"  - \1: \2\n    colour: red"),
    "a first field without value": _once(r"^  - (\w+): (.+)$", r"  - \1:"),
    "a number as the first field": _once(r"^  - (\w+): (.+)$", r"  - \1: 12"),
    "yes as the first field": _once(r"^  - (\w+): (.+)$", r"  - \1: yes"),
    "a list as the first field": _once(r"^  - (\w+): (.+)$", r"  - \1: [a, b]"),
    "still to do": _once(r"^  - (\w+): (.+)$", r'  - \1: "TODO"'),
    "an id with a line break": _once(r"^  - (id|rule|version): (.+)$", r'  - \1: "\2\\n"'),
    "an id with a control letter": _once(r"^  - (id|rule|version): (.+)$", r'  - \1: "\2\\e[31m"'),
    "an id in capitals": _once(r"^  - (id|rule): (\w)", r"  - \1: X\2"),
    "a field misspelt": _once(r"^    (\w)(\w+):", r"    \2\1:"),
    "a tab for blanks": _once(r"^    ", "\t"),
    "an indent too little": _once(r"^    (\w+):", r"   \1:"),
    "an anchor": _once(r"^  - (\w+): (.+)$", r"  - \1: &a \2"),
    "a tag": _once(r"^  - (\w+): (.+)$", r"  - \1: !!python/name:os \2"),
    "a second document": lambda content: content + b"---\n" + content,
    "nested deeply": lambda content: content + b"  - a: " + b"[" * 3000 + b"\n",
    "a quote that stays open": _text(r'"\3'),
    "curly quotes": _text("\u201c\\\\3\u201d".replace("\\\\", "\\")),
    "right to left": _text(r'"\3\\u202e"'),
    "zero width": _text(r'"\3\\u200bx"'),
    "a soft hyphen": _text(r'"\3\\u00adx"'),
    "a bell": _text(r'"\3\\a"'),
    "a line break in a text": _text(r'"\3\\nmore"'),
    "a blank around a text": _text(r'" \3 "'),
    "a merge mark in a text": _text(r'"\3 <<<<<<< HEAD"'),
    "a letter that cannot be printed": _text(r"\3 " + "\u65e5\u672c"),
    "a text read in another encoding": _text(r"\3 M" + "\u00c3\u00bcller"),
    "an accent apart": _text(r"\3 e" + "\u0301"),
    "no text": _text('""'),
    "the year 1": _once(r"(date|expires): 20\d\d-", r"\1: 0001-"),
    "the year 2999": _once(r"(date|expires): 20\d\d-", r"\1: 2999-"),
    "the 31st of February": _once(r"(date|expires): [-\d]+", r"\1: 2026-02-31"),
    "a day as text": _once(r"(date|expires): ([-\d]+)", r'\1: "\2"'),
    "reviewed by nobody": _once(r"status: draft", "status: reviewed"),
    "a key that leads nowhere": _once(r"key: (\w+)", r"key: nowhere"),
    "a key in capitals": _once(r"key: (\w)", r"key: X\1"),
    "an unknown muscle": _once(r"(muscles: \[|muscle: )\w+", r"\1solius"),
    "an unknown region": _once(r"(regions|primary): \[\w+", r"\1: [nowhere"),
}


# ---- the bibliography ----------------------------------------------------------------------------------------

BIBLIOGRAPHY: dict[str, Change] = {
    "a brace too few": _once(r"\},$", ","),
    "a brace too many": _once(r"\},$", "}},"),
    "a comma too few": _once(r"\},$", "}"),
    "no comma after the key": _once(r"\{manual1992,", "{manual1992"),
    "no key": _once(r"\{manual1992,", "{,"),
    "a key with a blank": _once(r"\{manual1992,", "{manual 1992,"),
    "a key twice": _once("workbook2001", "manual1992"),
    "a key apart in capitals": _once("workbook2001", "Manual1992"),
    "a key that nobody knows": _once(r"\{manual1992,", "{manual1993,"),
    "no title": _once(r"  title = .*\n", ""),
    "an empty title": _once(r"  title = .*", "  title = {},"),
    "no author": _once(r"  author = .*\n", ""),
    "no note": _once(r",\n  note = .*\n", "\n"),
    "another word for verified": _once("verified: recalled", "verified: perhaps"),
    "a year in words": _once(r"\{1992\}", "{last}"),
    "a year of three digits": _once(r"\{1992\}", "{199}"),
    "the year 1": _once(r"\{1992\}", "{0001}"),
    "the year 2999": _once(r"\{1992\}", "{2999}"),
    "a name that is not defined": _once(r"\{1992\}", "sometime"),
    "a whole address as doi": _once(r"doi = \{", "doi = {https://doi.org/"),
    "an address without scheme": _once("https://", ""),
    "an address of nobody known": _once("www.health.example", "www.copy.example"),
    "a bare entry": _once(r"^@book", "@"),
    "right to left": _once("The Workbook", "The \u202eWorkbook"),
    "zero width": _once("The Workbook", "The\u200bWorkbook"),
    "a letter that cannot be printed": _once("The Workbook", "\u65e5\u672c"),
    "a lost letter": _once("The Workbook", "The W\ufffdrkbook"),
    "quotes around a title": _once("The Workbook", "\u201cThe Workbook\u201d"),
    "words for a family": _once(r"family = \{manual\}", "family = {\u202emanual}"),
}


# ---- the chart -----------------------------------------------------------------------------------------------


def _chart(change: Callable[[dict[str, Any]], Any]) -> Change:
    """A change of a view; each feature keeps a line of its own."""

    def changed(content: bytes) -> bytes | None:
        chart = json.loads(content)
        if change(chart) is False:
            return None
        features = ",\n".join(map(json.dumps, chart.pop("features")))
        return f'{json.dumps(chart)[:-1]}, "features": [\n{features}\n]}}\n'.encode()

    return changed


def _about(**about: Any) -> Callable[[dict[str, Any]], None]:
    return lambda chart: chart["features"][1]["properties"].update(about)


def _drawn(change: Callable[[Any], Any]) -> Callable[[dict[str, Any]], None]:
    """A change of the outer ring of the first region."""

    def changed(chart: dict[str, Any]) -> None:
        rings = chart["features"][1]["geometry"]["coordinates"]
        rings[0] = change(rings[0])

    return changed


def _geometry(value: Any) -> Callable[[dict[str, Any]], None]:
    return lambda chart: chart["features"][1].update(geometry=value)


def _corner(value: Any) -> Callable[[dict[str, Any]], None]:
    return _drawn(lambda ring: [*ring[:2], value, *ring[3:]])


def _twice(chart: dict[str, Any]) -> None:
    chart["features"].append(chart["features"][1])


def _soleus(**about: Any) -> Callable[[dict[str, Any]], bool]:
    """A change of the outline of a muscle, where it is drawn."""

    def changed(chart: dict[str, Any]) -> bool:
        drawn = [feature["properties"] for feature in chart["features"] if feature["properties"]["id"] == "soleus"]
        for properties in drawn[:1]:
            properties.update(about)
        return bool(drawn)

    return changed


def _flipped(chart: dict[str, Any]) -> None:
    properties = chart["features"][1]["properties"]
    properties["midline"] = not properties.get("midline")


CHART: dict[str, Change] = {
    "a list": lambda content: b"[]",
    "null": lambda content: b"null",
    "nested deeply": lambda content: b"[" * 100_000,
    "a number without end": lambda content: content.replace(b"0", b"1" * 5000, 1),
    "no features": _chart(lambda chart: chart.update(features=[])),
    "features as text": _chart(lambda chart: chart.update(features=["a", "b"])),
    "no properties": _chart(lambda chart: chart["features"][1].pop("properties")),
    "no geometry": _chart(lambda chart: chart["features"][1].pop("geometry")),
    "null geometry": _chart(_geometry(None)),
    "a geometry of another type": _chart(_geometry({"type": "LineString", "coordinates": [[0, 0], [0, 1]]})),
    "a point for a region": _chart(_geometry({"type": "Point", "coordinates": [0, 0]})),
    "null coordinates": _chart(_geometry({"type": "Polygon", "coordinates": None})),
    "no ring": _chart(_geometry({"type": "Polygon", "coordinates": []})),
    "a ring of one point": _chart(_drawn(lambda ring: ring[:1])),
    "an empty ring": _chart(_drawn(lambda ring: [])),
    "rings too deep": _chart(_drawn(lambda ring: [ring])),
    "a ring that stays open": _chart(_drawn(lambda ring: [*ring[:-1], [0.01, 0.01]])),
    "a ring without area": _chart(_drawn(lambda ring: [*ring[:2], *ring[:2], ring[0]])),
    "a ring that crosses itself": _chart(_drawn(lambda ring: [ring[0], ring[2], ring[1], *ring[3:]])),
    "one coordinate": _chart(_corner([0.1])),
    "three coordinates": _chart(_corner([0.1, 0.1, 0.1])),
    "null as coordinate": _chart(_corner([None, 0.1])),
    "text as coordinate": _chart(_corner(["0.1", 0.1])),
    "true as coordinate": _chart(_corner([True, 0.1])),
    "infinity": _chart(_corner([float("inf"), 0.1])),
    "not a number": _chart(_corner([0.1, float("nan")])),
    "a million": _chart(_corner([1e6, 0.1])),
    "moved": _chart(_drawn(lambda ring: [[x + 0.02, y] for x, y in ring])),
    "moved far": _chart(_drawn(lambda ring: [[x, y + 0.9] for x, y in ring])),
    "grown": _chart(_drawn(lambda ring: [[x * 1.1, y * 1.1] for x, y in ring])),
    "x and y changed about": _chart(_drawn(lambda ring: [[y, x] for x, y in ring])),
    "on the other side": _chart(_drawn(lambda ring: [[-x - 0.01, y] for x, y in ring])),
    "midline flipped": _chart(
        lambda chart: _about(midline=not chart["features"][1]["properties"].get("midline"))(chart)
    ),
    "text as midline": _chart(_about(midline="no")),
    "text as depth": _chart(_about(depth_order="3")),
    "a negative tint": _chart(_about(tint=-1)),
    "markup as id": _chart(_about(id="<img src=x onerror=alert(1)>")),
    "a number as id": _chart(_about(id=7)),
    "a control letter in an id": _chart(_about(id="calf\x1b[31m")),
    "an unknown region": _chart(_about(id="nowhere")),
    "an unknown kind": _chart(_about(kind="regoin")),
    "a field of its own": _chart(_about(colour="red")),
    "a region missing": _chart(lambda chart: chart["features"].pop(1)),
    "a region twice": _chart(_twice),
    "no skin": _chart(lambda chart: chart["features"].pop(0)),
    "another view's name": _chart(lambda chart: chart["properties"].update(view="bakc")),
    "no view's name": _chart(lambda chart: chart.pop("properties")),
    "the right side": _chart(lambda chart: chart["properties"].update(side="right")),
    "a muscle without extent": _chart(_soleus(extent=None)),
    "a muscle of an unknown source": _chart(_soleus(source="dreamt")),
    "a muscle of another name": _chart(_soleus(id="solius")),
}


def variants() -> Iterator[Variant]:
    """Every variant, in the same order every time."""
    for file in YAML:
        yield from _anywhere("YAML", file)
        yield from _where_it_can("YAML", file, RECORDS)
    yield from _anywhere("bibliography", "sources.bib")
    yield from _where_it_can("bibliography", "sources.bib", BIBLIOGRAPHY)
    for file in VIEWS:
        yield from _anywhere("chart", f"body/{file}")
        yield from _where_it_can("chart", f"body/{file}", CHART)


def sampled() -> Iterator[Variant]:
    """Every file damaged as any file can be, and what is special to its kind in some files; in the others a fifth."""
    for number, variant in enumerate(variants()):
        special = variant.name not in {**PLACES, **BYTES, **HARMLESS}
        if not special or variant.file in _SPECIAL or number % 5 == 0:
            yield variant


_SPECIAL = ("trigger_points.yaml", "evidence.yaml", "waivers.yaml", "release.yaml", "sources.bib", "body/back.geojson")


@contextmanager
def damaged(folder: Path, variant: Variant) -> Iterator[None]:
    """A copy of the small folder with one variant of damage, mended again at the end."""
    path = folder / variant.file
    variant.damage(path)
    try:
        yield
    finally:
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
        shutil.copy(TINY / variant.file, path)


def problems_in(folder: Path) -> list[Problem]:
    """What ``check`` says of a folder."""
    found = list(find_problems(folder))
    try:
        read_releases(folder)
    except DataProblems as more:
        found.extend(more.problems)
    return found


def outcome(folder: Path, variant: Variant) -> str:
    """How one variant ends."""
    with damaged(folder, variant):
        try:
            found = problems_in(folder)
        except Exception as error:
            return f"traceback ({type(error).__name__})"
    if not found:
        return "accepted"
    return "refused" if all(p.line and p.hint and str(p).isprintable() for p in found) else "refused without words"


def main() -> None:
    """Print a table of how the variants end, by kind, and what should have ended otherwise."""
    counts: Counter[tuple[str, bool, str]] = Counter()
    odd: list[str] = []
    with tempfile.TemporaryDirectory() as made:
        folder = Path(shutil.copytree(TINY, Path(made) / "data"))
        for variant in variants():
            ended = outcome(folder, variant)
            counts[variant.kind, variant.harmless, ended.partition(" (")[0]] += 1
            if ended != ("accepted" if variant.harmless else "refused"):
                odd.append(f"{variant.file}: {variant.name}: {ended}")
    for (kind, harmless, ended), count in sorted(counts.items()):
        print(f"{kind}, {'harmless' if harmless else 'damaged'}: {count} {ended}")
    print("\n".join(odd))


if __name__ == "__main__":
    main()
