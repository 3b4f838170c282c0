"""What may be offered as wrong in the quiz: never an answer that the data would call right. Pure functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import dist

from bodymap.data.dataset import Dataset
from bodymap.data.model import Muscle

APART = 0.02  # body heights: crosses closer than this in a view cannot be told apart
# Which part of the body a group of muscles belongs to.
PARTS: Mapping[str, str] = {
    **dict.fromkeys(("face", "jaw", "neck_front", "neck_back"), "head_neck"),
    **dict.fromkeys(("shoulder", "arm_front", "arm_back", "forearm_front", "forearm_back", "hand"), "shoulder_arm"),
    **dict.fromkeys(("chest", "abdomen"), "trunk_front"),
    "back": "trunk_back",
    **dict.fromkeys(("pelvic_floor", "gluteal", "deep_hip", "thigh_front", "thigh_inner", "thigh_back"), "hip_thigh"),
    **dict.fromkeys(("knee_back", "leg_front", "leg_outer", "leg_back"), "knee_leg"),
    **dict.fromkeys(("foot_top", "foot_sole"), "ankle_foot"),
}


def part_of_muscle(muscle: Muscle) -> str:
    """The part of the body of a muscle, as regions name it."""
    return PARTS[muscle.group]


def regions_of(dataset: Dataset, muscle: str) -> frozenset[str]:
    """Every region that any pattern of a muscle reaches, whatever is felt there."""
    points = dataset.muscles[muscle].trigger_points
    return frozenset(region for point in points for region in dataset.trigger_points[point.id].regions)


def may_be_wrong_for(dataset: Dataset, muscle: str, point: str) -> bool:
    """Whether a muscle has patterns, and they do not hold the whole pattern of another muscle's point."""
    own = regions_of(dataset, muscle)
    return bool(own) and not set(dataset.trigger_points[point].regions) <= own


def may_be_wrong_at(dataset: Dataset, other: str, point: str) -> bool:
    """Whether the cross of another point stands apart from that of ``point`` in every view that shows both."""
    positions, theirs = (dataset.trigger_points[id_].point.positions for id_ in (point, other))
    return all(dist(at, theirs[view]) >= APART for view, at in positions.items() if view in theirs)


def likeness(dataset: Dataset, point: str, muscle: str) -> float:
    """How alike the pattern of a point and those of a muscle are: shared places, then the same part of the body."""
    pattern = dataset.trigger_points[point]
    own, record = set(pattern.regions), dataset.muscles[muscle]
    theirs = (set(dataset.trigger_points[other.id].regions) for other in record.trigger_points)
    shared = max((len(own & other) / len(own | other) for other in theirs), default=0.0)
    near = PARTS[record.group] == PARTS[pattern.muscle.group]
    return shared + 0.1 * near + 0.05 * (record.group == pattern.muscle.group)


def closest_points(dataset: Dataset, point: str, others: Iterable[str]) -> list[str]:
    """Other points by how near their crosses are; those that no view shows together come last."""
    positions = dataset.trigger_points[point].point.positions

    def apart(other: str) -> float:
        theirs = dataset.trigger_points[other].point.positions
        return min((dist(at, theirs[view]) for view, at in positions.items() if view in theirs), default=9.0)

    return sorted(others, key=apart)


def closest_roots(dataset: Dataset, root: str, others: Iterable[str]) -> list[str]:
    """Other nerve roots by how near they leave the spine."""
    order = list(dataset.nerve_roots)
    return sorted(others, key=lambda other: abs(order.index(other) - order.index(root)))


def reaching_muscles(dataset: Dataset, region: str) -> tuple[list[str], list[str]]:
    """The muscles whose pain is mainly described in a region, and all whose pain is described there."""
    reaching = dataset.reaching(region)
    mainly = list(dict.fromkeys(pattern.muscle.id for pattern in reaching.primary))
    return mainly, list(dict.fromkeys([*mainly, *(pattern.muscle.id for pattern in reaching.spillover)]))


def regions_like(dataset: Dataset, region: str) -> Counter[str]:
    """The regions that stand in patterns together with one, and how often."""
    reaching = dataset.reaching(region)
    return Counter(other for level in reaching for p in level for other in p.regions if other != region)
