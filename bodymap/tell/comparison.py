"""Two or three muscles beside each other: a table of facts, and pictures on one scale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from bodymap.body.geometry import ChartView
from bodymap.body.pattern_views import closest_layout
from bodymap.data.dataset import Dataset, Places
from bodymap.data.model import Muscle
from bodymap.place import Place, Side
from bodymap.tell.picture import Painted, box_around, drawing_of, still_scene
from bodymap.tell.wording import NOT_PAIN, SUPPORT


def facts_beside(dataset: Dataset, muscles: Sequence[Muscle], side: Side = "left") -> pd.DataFrame:
    """A row for each fact, a column for each muscle; facts that none of them has are left out."""
    mains = [places_of_all(dataset, muscle, side).primary for muscle in muscles]
    shared = [place for place in mains[0] if all(place in main for main in mains)]
    columns = {muscle.name: _facts(dataset, muscle, side, shared) for muscle in muscles}
    table = pd.DataFrame(columns)
    return table[(table != "").any(axis="columns")]


def as_html(table: pd.DataFrame) -> str:
    """The table as HTML; every name and cell is escaped, and none is cut off."""
    with pd.option_context("display.max_colwidth", None):
        return str(table.to_html(escape=True, border=0))


def places_of_all(dataset: Dataset, muscle: Muscle, side: Side) -> Places:
    """Where the patterns of pain of all points of a muscle lie; what is main for one point is main."""
    every = [dataset.places(point.id, side) for point in muscle.trigger_points if not point.feeling]
    primary = tuple(dict.fromkeys(place for places in every for place in places.primary))
    spillover = dict.fromkeys(place for places in every for place in places.spillover)
    return Places(primary, tuple(place for place in spillover if place not in primary))


def pictures_beside(
    chart: Mapping[str, ChartView], dataset: Dataset, muscles: Sequence[Muscle], side: Side = "left"
) -> list[str]:
    """An SVG for each muscle with all its patterns and crosses, all of the same part of the same view."""
    patterns = [dataset.trigger_points[point.id] for muscle in muscles for point in muscle.trigger_points]
    layout = closest_layout(chart, patterns)
    painted = [_painted(dataset, muscle, side) for muscle in muscles]
    scene = still_scene(chart, layout)
    box = box_around(chart, scene, (one for several in painted for one in several))
    return [drawing_of(scene, (), several, box) for several in painted]


def _painted(dataset: Dataset, muscle: Muscle, side: Side) -> list[Painted]:
    """All zones in the first colour, then a cross for each point."""
    zones = Painted(places_of_all(dataset, muscle, side), {}, side)
    crosses = [Painted(Places((), ()), point.positions, side) for point in muscle.trigger_points]
    return [zones, *crosses]


def _facts(dataset: Dataset, muscle: Muscle, side: Side, shared: Iterable[Place]) -> dict[str, str]:
    places = places_of_all(dataset, muscle, side)

    def named(some: Iterable[Place]) -> str:
        return ", ".join(map(dataset.name_of, some))

    return {
        "Main places of all of them": named(shared),
        "Main places besides": named(place for place in places.primary if place not in shared),
        "Can spill over to": named(places.spillover),
        "Not pain": ", ".join(f"{p.label}: {NOT_PAIN.format(p.feeling)}" for p in muscle.trigger_points if p.feeling),
        "Trigger points": ", ".join(point.label for point in muscle.trigger_points) or "none described",
        "From": muscle.attachments.origin,
        "To": muscle.attachments.insertion,
        "Action": muscle.action,
        "Nerve": muscle.innervation.nerve,
        "Nerve roots": ", ".join(muscle.innervation.segments),
        "Shares a place with": ", ".join(c.plain_name for c in dataset.conditions_of_muscle(muscle.id)),
        "High-risk area": " ".join(zone.why for zone in dataset.danger_of_muscle(muscle.id)),
        "How well documented": f"{SUPPORT[muscle.referral_support].capitalize()}. "
        f"Record status: {muscle.curation.status}.",
    }
