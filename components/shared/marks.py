"""Mark ids and their names: ``"knee_front.right"`` is the right front of the knee."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.ask.match import Mark
from bodymap.data.dataset import SIDES, Dataset
from components.state import pattern_id


def every_mark(dataset: Dataset) -> Iterator[str]:
    """Every mark that can be set: midline regions once, all others once a side."""
    for region in dataset.regions.values():
        yield from marks_of(dataset, region.id)


def every_pattern(dataset: Dataset) -> Iterator[str]:
    """Every pattern that can be painted, as the state names it: ``soleus_1@left``, and ``soleus_1@`` without a side."""
    for point in dataset.trigger_points:
        for side in (*SIDES, None):
            yield pattern_id(point, side)


def marks_of(dataset: Dataset, region: str) -> tuple[str, ...]:
    """The marks of one region."""
    return (region,) if dataset.regions[region].midline else tuple(f"{region}.{side}" for side in SIDES)


def region_of(mark: str) -> str:
    """The region id of a mark."""
    return mark.partition(".")[0]


def name_of(dataset: Dataset, mark: str) -> str:
    """``Front of the knee, right``."""
    region, _, side = mark.partition(".")
    name = dataset.regions[region].name
    return f"{name}, {side}" if side else name


def mirrored(mark: str) -> str:
    """The same place on the other side."""
    return str(as_query(mark).mirrored()).replace(":", ".")


def of_token(token: str) -> str:
    """The mark that a token of ``bodymap.match`` (``knee_front:right``) stands for."""
    return token.replace(":", ".")


def as_query(mark: str) -> Mark:
    """The mark as ``bodymap.match`` takes it."""
    region, _, side = mark.partition(".")
    return Mark(region, side or None)  # type: ignore[arg-type]  # marks come from every_mark
