"""The files of ``data/body`` as views, with everything that is wrong with each of them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from bodymap.body.geometry import ChartView, Shape, view_files, view_of
from bodymap.body.stamp import is_as_built
from bodymap.data.model import VIEWS
from bodymap.problems import Problem, shown
from bodymap.read.chart.drawing import flaws
from bodymap.read.chart.form import BUILD, Fault, faults
from bodymap.read.chart.woman import problems_of_woman
from bodymap.read.merged import conflict
from bodymap.read.yaml_lines import NOT_UTF8, UNREADABLE

_FEATURES = re.compile(r'"features"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")


class ChartFiles(NamedTuple):
    """The views that can be used, by name, and what is wrong with the files."""

    views: Mapping[str, ChartView]
    problems: tuple[Problem, ...]


class Checked(NamedTuple):
    """A view, or None where it cannot be drawn, and what is wrong: line, path, message and hint."""

    view: ChartView | None
    wrong: tuple[tuple[int, str, str, str], ...]


def read_chart_files(body: Path) -> ChartFiles:
    """Every view of the folder, and every problem, also of the second figure.

    A file that has not changed is not looked at again.
    """
    if not body.is_dir():
        missing = (Problem(shown(body), 1, "", "the folder of the chart is missing", BUILD),)
        return ChartFiles({}, missing if body.parent.is_dir() else ())
    views: dict[str, ChartView] = {}
    problems: list[Problem] = []
    for name in dict.fromkeys((*VIEWS, *(path.stem for path in view_files(body)))):
        path = body / f"{name}.geojson"
        view, wrong = _read(path)
        problems.extend(Problem(shown(body) + f"/{path.name}", *each) for each in wrong)
        if view is not None and name in VIEWS:
            views[name] = view
    return ChartFiles(views, (*problems, *problems_of_woman(body)))


def region_line(path: Path, region: str) -> int:
    """The line in which a file, whose form is right, draws a region."""
    text = path.read_text(encoding="utf-8-sig")
    about = [feature["properties"] for feature in json.loads(text)["features"]]
    lines = zip(about, _lines(text), strict=True)
    return next((line for each, line in lines if (each["kind"], each["id"]) == ("region", region)), 1)


def _read(path: Path) -> Checked:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Checked(None, ((1, "", "the file is missing", BUILD),))
    except OSError as error:
        return Checked(None, ((1, "", f"cannot be read: {error.strerror}", UNREADABLE),))
    return checked(path.stem, content)


@lru_cache(maxsize=64)
def checked(name: str, content: bytes) -> Checked:
    """The view in a file of this name and content, and everything wrong with it alone."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Checked(None, ((content.count(b"\n", 0, error.start) + 1, "", "is not UTF-8 text", NOT_UTF8),))
    if marked := conflict(text):
        return Checked(None, ((marked.line, "", marked.message, marked.hint),))
    try:
        collection = json.loads(text)
    except json.JSONDecodeError as error:
        return Checked(None, ((error.lineno, "", f"is not a chart view: {error.msg}", BUILD),))
    except RecursionError:
        return Checked(None, ((1, "", "is not a chart view: it is nested too deeply", BUILD),))
    except ValueError as error:  # a number of thousands of digits
        return Checked(None, ((1, "", f"is not a chart view: {error}", BUILD),))
    if wrong := list(faults(collection, name)):
        return Checked(None, _at(wrong, collection, text))
    view = view_of(collection)
    if found := list(flaws(view)):
        numbers = {id(flaw.shape): _number(collection["features"], flaw.shape) for flaw in found}
        return Checked(view, _at([Fault(numbers[id(f.shape)], f.message, f.hint) for f in found], collection, text))
    if not is_as_built(text):
        message = "is not as `make chart` wrote it: its stamp does not fit what it holds"
        hint = f"{BUILD}; change what it is built from, never the file (docs/adding_data.md, Changing the chart)"
        return Checked(view, ((1, "", message, hint),))
    return Checked(view, ())


def _number(features: Sequence[Mapping[str, Any]], shape: Shape | None) -> int | None:
    """Which feature a shape was read from."""
    for number, feature in enumerate(features):
        about, geometry = feature["properties"], feature["geometry"]
        if shape and (about["kind"], about["id"]) == (shape.kind, shape.id):
            single = geometry["type"] == "Polygon" and geometry["coordinates"] == shape.polygons[0]
            if single or geometry["coordinates"] in (shape.polygons, [lines[0] for lines in shape.polygons]):
                return number
    return None


def _at(wrong: Sequence[Fault], collection: Any, text: str) -> tuple[tuple[int, str, str, str], ...]:
    lines = _lines(text)
    found = []
    for number, message, hint in wrong:
        line = lines[number] if number is not None and number < len(lines) else 1
        path = "" if number is None else _named(number, collection["features"][number])
        found.append((line, path, message, hint))
    return tuple(found)


def _named(number: int, feature: Any) -> str:
    """``region.knee_front``, ``muscle.soleus.surface``, or ``features[3]`` where it has no id."""
    about = feature.get("properties") if isinstance(feature, dict) else None
    names = [about.get(key) for key in ("kind", "id", "extent")] if isinstance(about, dict) else []
    if len(names) == 3 and isinstance(names[0], str) and isinstance(names[1], str) and names[1]:
        return ".".join(name[:60] for name in names if isinstance(name, str))
    return f"features[{number}]"


def _lines(text: str) -> list[int]:
    """The line in which each feature begins."""
    start = _FEATURES.search(text)
    at, line, lines = (start.end() if start else len(text)), 1, []
    counted, decoder = 0, json.JSONDecoder()
    while (found := _BETWEEN.match(text, at)) and found.end() < len(text) and text[found.end()] not in "]}":
        line += text.count("\n", counted, found.end())
        counted = found.end()
        lines.append(line)
        _, at = decoder.raw_decode(text, counted)
    return lines
