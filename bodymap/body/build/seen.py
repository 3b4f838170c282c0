"""Where the outline of a structure is recorded: not through the body, but where it shows.

The share of a structure that is seen is the area of its visible pieces over that of its whole outline. A muscle that
hardly shows in a view and plainly shows in the opposite one is not outlined there; one that shows a little is
outlined only as far as it is seen. ``data/body/corrections.yaml`` names the exceptions: muscles that are
recorded all the same, as "seen through", because a cross is recorded there or because no view shows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from shapely.geometry.base import BaseGeometry

from bodymap.body.build.outlines import View, polygon_of_rings

# The view that looks at a structure from the other side; for the outer side of the arm the front is the nearest to it.
OPPOSITE: Mapping[str, str] = {
    "front": "back",
    "back": "front",
    "head_front": "head_back",
    "head_back": "head_front",
    "hand_palm": "hand_back",
    "hand_back": "hand_palm",
    "lateral": "medial_leg",
    "medial_leg": "lateral",
    "lateral_arm": "front",
    "sole": "foot_top",
    "foot_top": "sole",
}
HIDDEN, HIDDEN_THERE = 0.10, 0.25  # shares seen: less here and at least so much opposite is not outlined here
PARTLY, PARTLY_THERE = 0.25, 0.50  # the same for outlining only what is seen


@dataclass(frozen=True)
class Extent:
    """The outline to record, none for a muscle that shows from the other side only."""

    shape: BaseGeometry | None
    seen_through: bool = False


def share_seen(structure: Mapping[str, Any] | None) -> float:
    """How much of a structure's silhouette shows in its view, from 0 to about 1."""
    if not structure or not structure["rings"]:
        return 0.0
    whole = polygon_of_rings(structure["rings"]).area
    return polygon_of_rings(structure["visible_rings"]).area / whole if whole else 0.0


def extents(views: Iterable[View], through: Mapping[str, Iterable[str]]) -> dict[str, dict[str, Extent]]:
    """``{view: {structure: extent}}`` for every muscle; ``through`` names the exceptions of each view."""
    by_name = {view.name: view for view in views}
    shares = {
        name: {id_: share_seen(structure) for id_, structure in view.structures.items()}
        for name, view in by_name.items()
    }
    return {
        name: {
            id_: _extent(
                structure,
                shares[name][id_],
                shares.get(OPPOSITE.get(name, ""), {}).get(id_, 0.0),
                id_ in through.get(name, ()),
            )
            for id_, structure in view.structures.items()
            if structure["kind"] == "muscle" and structure["rings"]
        }
        for name, view in by_name.items()
    }


def _extent(structure: Mapping[str, Any], here: float, there: float, through: bool) -> Extent:
    if through:
        return Extent(polygon_of_rings(structure["rings"]), seen_through=True)
    if here < HIDDEN and there >= HIDDEN_THERE:
        return Extent(None)
    if here < PARTLY and there >= PARTLY_THERE:
        return Extent(polygon_of_rings(structure["visible_rings"]))
    return Extent(polygon_of_rings(structure["rings"]))
