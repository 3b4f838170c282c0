"""The chart and the regions together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bodymap.body.geometry import ChartView
from bodymap.data.model import Region
from bodymap.problems import DataProblems, Problem, did_you_mean, shown
from bodymap.read.chart.files import ChartFiles, read_chart_files, region_line
from bodymap.read.chart.form import BUILD

_LISTED = "`python -m bodymap list regions` prints the ids that exist"


def sound_chart(body: Path, regions: Mapping[str, Region]) -> Mapping[str, ChartView]:
    """Every view of the folder ``data/body``, by name.

    Raises ``DataProblems`` with everything that is wrong with the files, and every region drawn that is none.
    """
    chart = read_chart_files(body)
    problems = [*chart.problems, *unknown(body, chart, regions), *other_side(body, chart, regions)]
    if problems:
        raise DataProblems(problems)
    return chart.views


def unknown(body: Path, chart: ChartFiles, known: Mapping[str, object]) -> Iterator[Problem]:
    """A problem at every region that is drawn and is not ``known``."""
    for view in chart.views.values():
        for region in view.regions:
            if region not in known:
                hint = did_you_mean(region, known) or _LISTED
                yield _at(body, view.name, region, f"draws `{region}`, which is not in regions.yaml", hint)


def other_side(body: Path, chart: ChartFiles, regions: Mapping[str, Region]) -> Iterator[Problem]:
    """A problem at every region that is drawn on the midline and recorded beside it, or the other way round."""
    for view in chart.views.values():
        for shape in view.regions.values():
            if shape.id in regions and shape.midline != regions[shape.id].midline:
                said = "on the midline" if shape.midline else "beside the midline"
                yield _at(body, view.name, shape.id, f"is drawn {said}, regions.yaml says otherwise", BUILD)


def _at(body: Path, view: str, region: str, message: str, hint: str) -> Problem:
    path = body / f"{view}.geojson"
    return Problem(f"{shown(body)}/{path.name}", region_line(path, region), f"region.{region}", message, hint)
