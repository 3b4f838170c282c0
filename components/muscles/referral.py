"""The page of a nerve root, a nerve, a joint or a disc: drawn on the chart, what is known, and the ways to others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from bodymap.data.dataset import Dataset
from bodymap.data.patterns import Area
from bodymap.data.referral import Nerve, NerveRoot
from bodymap.tell.wording import AREA_SAYS, LAYER_SAYS
from bodymap.words import later, tr
from components import data, state
from components.body_chart import body_chart
from components.muscles.choice import JOINTS, NERVES, ROOTS, Topic, opens, records_of
from components.muscles.referral_card import head, plain_card, root_card
from components.muscles.side import side
from components.shared.actions import actions
from components.shared.markup import show
from components.shared.painting import painted
from components.shared.red_flags import flags_in_brief
from components.shared.to_map import to_map
from components.shared.view_control import turn_to, view_control

DRAW = "draw"  # key of the control, with that of the topic, that says what is drawn
PAIN, TOUCH, ALL_ROOTS = later("Its pain"), later("Its touch"), later("All dermatomes")
SKIN, ALL_NERVES = later("Its skin"), later("All skin nerves")
# What can be drawn for a topic.
DRAWN: Mapping[Topic, Sequence[str]] = {ROOTS: (PAIN, TOUCH, ALL_ROOTS), NERVES: (SKIN, ALL_NERVES), JOINTS: ()}
_LAYERS = {ALL_ROOTS: "nerve_root", ALL_NERVES: "nerve"}
_NO_MARKS: dict[str, Any] = {"session": "", "revision": 0, "ack": 0, "marks": [], "picks": True, "shown": {}}


def study_referral(dataset: Dataset, topic: Topic, chosen: str, is_new: bool) -> None:
    """The chart with the chosen area, or with all of its kind, beside everything known about it, warnings first."""
    record = records_of(dataset, topic)[chosen]
    choices = _choices(topic, record)
    drawn = _drawn(topic, choices)
    area = _area(dataset, chosen, drawn)
    if is_new and drawn not in _LAYERS:
        turn_to([zone.region for zone in area.primary])
    picture, reading = st.columns([11, 9], gap="large")
    with reading:
        _read(dataset, record, area)
    with picture, st.container(key="picture"):
        layout = view_control()
        _draw_control(topic, choices, drawn)
        body_chart(
            data.scene(layout, state.figure(), with_layers=True),
            {**_NO_MARKS, **_paint(dataset, topic, drawn, area), "shown": state.in_address()},
            key=state.MUSCLE_CHART,
        )
        st.caption(tr(LAYER_SAYS if drawn in _LAYERS else AREA_SAYS))


def _read(dataset: Dataset, record: Any, area: Area) -> None:
    drawn_on = area.fixed_side or side()
    flags_in_brief(dataset.places(area.id, drawn_on).primary)
    show(head(dataset, record))
    show(root_card(dataset, record) if isinstance(record, NerveRoot) else plain_card(dataset, record))
    _links(dataset, record)
    to_map(dataset, tr("What else is described there?"), dataset.places(area.id, drawn_on).primary, "mark_area")


def _links(dataset: Dataset, record: Any) -> None:
    """The ways to the muscles, roots and nerves that belong to it."""
    rows: dict[str, list[str]] = {}
    if isinstance(record, NerveRoot):
        rows[tr("Nerves that carry it")] = [n.id for n in dataset.nerves.values() if record.segment in n.segments]
        listed = [m.id for m in dataset.muscles.values() if record.segment in m.innervation.segments]
        rows[tr("Muscles that list {}").format(record.segment)] = listed
    elif isinstance(record, Nerve):
        rows[tr("Nerve roots")] = [root.id for root in dataset.nerve_roots.values() if root.segment in record.segments]
        rows[tr("Muscles that it supplies")] = [m for m in record.muscles if m in dataset.muscles]
    for number, (label, ids) in enumerate(rows.items()):
        if ids:
            actions(label, opens(dataset, ids), f"linked_{number}_pills", show_label=True)


def _choices(topic: Topic, record: Any) -> Sequence[str]:
    """What can be drawn; a root whose pain nobody describes has none to draw."""
    without = PAIN if isinstance(record, NerveRoot) and not record.pain else ""
    return [choice for choice in DRAWN[topic] if choice != without]


def _drawn(topic: Topic, choices: Sequence[str]) -> str:
    """What is drawn: as was chosen before, or the first choice where there is no such one."""
    kept = f"{DRAW}_{topic.key}_kept"
    asked = st.session_state.get(_draw_key(topic, choices), st.session_state.get(kept))
    if asked not in choices:
        return next(iter(choices), "")
    st.session_state[kept] = asked
    return str(asked)


def _draw_key(topic: Topic, choices: Sequence[str]) -> str:
    return f"{DRAW}_{topic.key}" + ("" if len(choices) == len(DRAWN[topic]) else "_fewer")


def _draw_control(topic: Topic, choices: Sequence[str], drawn: str) -> None:
    """The switch between the area of one and the areas of all; it is kept from record to record."""
    if choices:
        key = _draw_key(topic, choices)
        st.session_state[key] = drawn
        st.segmented_control(tr("Drawn"), choices, format_func=tr, key=key, required=True, label_visibility="collapsed")


def _area(dataset: Dataset, chosen: str, drawn: str) -> Area:
    """The area that is drawn, or that lies under the layer: of a root its pain or its touch."""
    areas = [area for area in dataset.areas.values() if area.record.id == chosen]
    feels = "pain" if drawn == PAIN else "touch"
    return next((area for area in areas if area.feels == feels), areas[0])


def _paint(dataset: Dataset, topic: Topic, drawn: str, area: Area) -> dict[str, Any]:
    layer = _LAYERS.get(drawn, "")
    browse = {"layer": layer, "chosen": area.id, "among": _among(dataset, topic, area)}
    drawn_on = area.fixed_side or side()
    shown = painted(dataset, state.pattern_id(area.id, drawn_on))
    if not area.has_sides:
        shown["title"] = area.name
    return {"patterns": [] if layer else [shown], "browse": browse}


def _among(dataset: Dataset, topic: Topic, area: Area) -> list[str]:
    """The areas of the topic that a click on the body can open, with the same feeling as the one on show."""
    ids = records_of(dataset, topic)
    return [a.id for a in dataset.areas.values() if a.record.id in ids and a.feels == area.feels]
