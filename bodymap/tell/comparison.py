"""Two or three muscles beside each other: a table of facts, and pictures on one scale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
from markupsafe import Markup, escape

from bodymap.body.geometry import ChartView
from bodymap.body.pattern_views import closest_layout
from bodymap.data.dataset import Dataset
from bodymap.data.model import Muscle
from bodymap.data.patterns import Places
from bodymap.place import Place, Side
from bodymap.tell.markup import english, html, joined
from bodymap.tell.picture import Painted, box_around, drawing_of, still_scene
from bodymap.tell.wording import STATUSES, SUPPORT
from bodymap.words import capital, later, tr

# Rows whose cells are texts of the records, by their names.
_OF_RECORDS = ("Trigger points", "From", "To", "Action", "Nerve", "Shares a place with", "High-risk area", "Not pain")
_NONE = later("none described")


def facts_beside(dataset: Dataset, muscles: Sequence[Muscle], side: Side = "left") -> pd.DataFrame:
    """A row for each fact, a column for each muscle; facts that none of them has are left out."""
    mains = [places_of_all(dataset, muscle, side).primary for muscle in muscles]
    shared = [place for place in mains[0] if all(place in main for main in mains)]
    columns = {muscle.name: _facts(dataset, muscle, side, shared) for muscle in muscles}
    table = pd.DataFrame(columns)
    return table[(table != "").any(axis="columns")]


def as_html(table: pd.DataFrame) -> Markup:
    """The table as HTML, with the texts of the records marked as English. The empty corner is no heading."""
    own = {tr(name) for name in _OF_RECORDS}
    heads = joined(html("<th>{}</th>", name) for name in table.columns)
    rows = joined(
        html("<tr><th>{}</th>{}</tr>", name, joined(html("<td>{}</td>", _cell(said, name in own)) for said in cells))
        for name, cells in zip(table.index, table.to_numpy(), strict=True)
    )
    return html("<table><thead><tr><td></td>{}</tr></thead><tbody>{}</tbody></table>", heads, rows)


def _cell(said: str, of_record: bool) -> Markup:
    return english(said) if of_record and said != tr(_NONE) else escape(said)


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
    things = tuple(dataset.trigger_points[point.id] for point in muscle.trigger_points if not point.feeling)
    zones = Painted(places_of_all(dataset, muscle, side), {}, side, things=things)
    crosses = [Painted(Places((), ()), point.positions, side) for point in muscle.trigger_points]
    return [zones, *crosses]


def _facts(dataset: Dataset, muscle: Muscle, side: Side, shared: Iterable[Place]) -> dict[str, str]:
    places = places_of_all(dataset, muscle, side)

    def named(some: Iterable[Place]) -> str:
        return ", ".join(map(dataset.name_of, some))

    return {
        tr("Main places of all of them"): named(shared),
        tr("Main places besides"): named(place for place in places.primary if place not in shared),
        tr("Can spill over to"): named(places.spillover),
        tr("Not pain"): ", ".join(f"{p.label}: {p.feeling}" for p in muscle.trigger_points if p.feeling),
        tr("Trigger points"): ", ".join(point.label for point in muscle.trigger_points) or tr(_NONE),
        tr("From"): muscle.attachments.origin,
        tr("To"): muscle.attachments.insertion,
        tr("Action"): muscle.action,
        tr("Nerve"): muscle.innervation.nerve,
        tr("Nerve roots"): ", ".join(muscle.innervation.segments),
        tr("Shares a place with"): ", ".join(c.plain_name for c in dataset.conditions_of_muscle(muscle.id)),
        tr("High-risk area"): " ".join(zone.why for zone in dataset.danger_of_muscle(muscle.id)),
        tr("How well documented"): f"{capital(tr(SUPPORT[muscle.referral_support]))}. "
        + tr("Record status: {}.").format(tr(STATUSES[muscle.curation.status])),
    }
