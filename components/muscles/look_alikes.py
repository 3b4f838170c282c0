"""Which trigger points of other muscles reach the same places as the one on show, and what differs."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from bodymap.ask.look_alikes import LookAlike, look_alikes
from bodymap.data.dataset import Dataset
from bodymap.place import Place, Side
from bodymap.tell.wording import LOOK_ALIKES, LOOK_ALIKES_NONE, LOOK_ALIKES_SAY
from bodymap.words import tr
from components.muscles import compare
from components.muscles.choice import open_point
from components.shared.markup import facts, html, plain, quiet, show


def similar(dataset: Dataset, point: str, side: Side) -> None:
    """The rows, each with a button that opens the other point and one that lays both muscles side by side."""
    rows = look_alikes(dataset, point, side)
    show(html('<h4 class="part">{}</h4>{}', tr(LOOK_ALIKES), quiet(tr(LOOK_ALIKES_SAY if rows else LOOK_ALIKES_NONE))))
    own = dataset.trigger_points[point].muscle.id
    with st.container(key="look_alikes"):
        for row in rows:
            other = row.pattern
            with st.container(horizontal=True, vertical_alignment="center", key=f"alike_{other.id}"):
                st.button(
                    plain(other.name),
                    key=f"open_alike_{other.id}",
                    type="tertiary",
                    icon=":material/arrow_forward:",
                    on_click=open_point,
                    args=(other.muscle.id, other.id),
                )
                st.button(
                    tr("Compare"),
                    key=f"compare_alike_{other.id}",
                    type="tertiary",
                    icon=":material/compare:",
                    on_click=compare.start,
                    args=((own, other.muscle.id),),
                )
            show(_differs(dataset, row))


def _differs(dataset: Dataset, row: LookAlike) -> Markup:
    def named(places: Sequence[Place]) -> str:
        return ", ".join(map(dataset.name_of, places))

    if not row.differing:
        return facts({tr("Both"): tr("{} (same main places)").format(named(row.shared))})
    here, there = named(row.only_here), named(row.only_there)
    return facts({tr("Both"): named(row.shared), tr("Only here"): here, tr("Only there"): there})
