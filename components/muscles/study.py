"""The muscle page: a muscle chosen by name or on the body, where it refers, and what is known, with sources."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import streamlit as st

from bodymap.body.scene import LAYOUTS, points_in
from bodymap.data.dataset import Dataset
from bodymap.data.model import Muscle
from bodymap.tell.figures import pattern_figure
from bodymap.tell.wording import SEEN_THROUGH
from bodymap.words import later, tr
from components import data, state
from components.body_chart import body_chart
from components.muscles.choice import opens
from components.muscles.compare import start
from components.muscles.look_alikes import similar
from components.muscles.side import side
from components.shared.actions import actions
from components.shared.markup import html, plain, show
from components.shared.muscle_card import muscle_card, pattern_card
from components.shared.painting import SMALL, cross, painted
from components.shared.red_flags import flags_in_brief
from components.shared.to_map import to_map
from components.shared.view_control import choose_layout, chosen_layout, view_control

_SIDE = {"left": later("Left side"), "right": later("Right side")}
DOWNLOAD = {"displaylogo": False, "toImageButtonOptions": {"format": "png", "scale": 2, "filename": "pattern"}}


def _turn_to(muscle: Muscle) -> None:
    """Show a view that draws the muscle, if the one on show does not."""
    if not _drawn(muscle, chosen_layout()):
        choose_layout(next((layout for layout in LAYOUTS if _drawn(muscle, layout)), chosen_layout()))


def _drawn(muscle: Muscle, layout: str) -> bool:
    if not muscle.trigger_points:
        return any(muscle.id == shape["id"] for shapes in data.anatomy(layout).values() for shape in shapes)
    return any(points_in(data.chart(), layout, point.positions) for point in muscle.trigger_points)


def study(dataset: Dataset, muscle: str, is_new: bool = False) -> None:
    """The chart with the chosen pattern beside everything known about the muscle, warnings first."""
    record = dataset.muscles[muscle]
    if is_new:
        _turn_to(record)
    points = {point.id: point.label for point in record.trigger_points}
    picture, reading = st.columns([11, 9], gap="large")
    with reading:
        if points:
            on_show = _point_on_show(muscle, points)
            flags_in_brief(dataset.places(on_show, side()).primary)
        show(muscle_card(dataset, record))
        _nerve_links(dataset, record)
        st.button(
            tr("Compare with other muscles"),
            key="compare_start",
            type="tertiary",
            icon=":material/compare:",
            on_click=start,
            args=((muscle,),),
        )
        if points:
            chosen = _choose_point(muscle, points)
            show(pattern_card(dataset, dataset.trigger_points[chosen], with_anatomy=False))
            _figure(dataset, chosen)
            _to_map(dataset, chosen)
            similar(dataset, chosen, side())
        else:
            st.info(tr("No pattern of its own is documented for this muscle, so none is drawn."))
    with picture, st.container(key="picture"):
        layout = view_control()
        shown = _paint(dataset, chosen, points) if points else {"patterns": []}
        body_chart(
            data.scene(layout, state.figure(), with_anatomy=True),
            {**_NO_MARKS, **shown, "shown": state.in_address()},
            key=state.MUSCLE_CHART,
        )
        st.caption(
            tr(
                "Pattern described by experts, and people differ. Crosses are trigger points: click one to see its "
                "pattern."
            )
        )


def _nerve_links(dataset: Dataset, record: Muscle) -> None:
    """The ways to the roots and nerves of the muscle."""
    roots = [root.id for root in dataset.nerve_roots.values() if root.segment in record.innervation.segments]
    nerves = [nerve.id for nerve in dataset.nerves.values() if record.id in nerve.muscles]
    for label, ids, key in ((tr("Nerve roots"), roots, "root_pills"), (tr("Nerves"), nerves, "nerve_pills")):
        if ids:
            actions(label, opens(dataset, ids), key, show_label=True)


_NO_MARKS: dict[str, Any] = {"session": "", "revision": 0, "ack": 0, "marks": [], "picks": True, "shown": {}}


def _point_on_show(muscle: str, points: Collection[str]) -> str:
    chosen: str = st.session_state.setdefault(f"point_{muscle}", next(iter(points)))
    return chosen


def _choose_point(muscle: str, points: dict[str, str]) -> str:
    """The control that chooses a trigger point; with one point there is nothing to choose."""
    chosen = _point_on_show(muscle, points)
    if len(points) == 1:
        show(html("<h4>{}</h4>", points[chosen]))
        return chosen
    st.segmented_control(
        tr("Trigger point"),
        list(points),
        format_func=lambda point: plain(points[point]),
        key=f"point_{muscle}",
        required=True,
    )
    return _point_on_show(muscle, points)


def _paint(dataset: Dataset, chosen: str, points: Collection[str]) -> dict[str, Any]:
    """The chosen pattern and a cross for each point of the muscle, the chosen one larger."""
    drawn_on = side()
    crosses = []
    for point in points:
        size = 1 if point == chosen else SMALL
        crosses.append(cross(dataset, state.pattern_id(point, drawn_on), drawn_on, size))
    return {"patterns": [painted(dataset, state.pattern_id(chosen, drawn_on))], "crosses": crosses}


def _figure(dataset: Dataset, point: str) -> None:
    """The views that show the pattern best, side by side, to keep as a picture."""
    part = st.expander(tr("Figure to keep (all views of this pattern)"), key=f"figure_of_{point}", on_change="rerun")
    if part.open:
        dataset = data.dataset_on(state.figure())
        pattern = dataset.trigger_points[point]
        part.plotly_chart(
            pattern_figure(data.chart_as(state.figure()), pattern, side()), key=f"figure_{point}", config=DOWNLOAD
        )
        part.caption(
            tr("Solid: mainly felt. Dotted: can spill over. Cross: trigger point. Dotted line: the muscle.")
            + f" {tr(SEEN_THROUGH)} {tr(_SIDE[side()])}."
        )


def _to_map(dataset: Dataset, point: str) -> None:
    """The way back: mark where the pattern is mainly felt, and see which other muscles are described there."""
    places = dataset.places(point, side()).primary
    to_map(dataset, tr("Which other muscles are described there?"), places, "mark_zones")
