"""Records made up for a test, from a real one that is changed where the test looks."""

from __future__ import annotations

from typing import Any

from bodymap.data.dataset import Dataset, Pattern
from bodymap.data.signs import RedFlag

from .real import REAL


def with_pattern(*primary: str, spillover: tuple[str, ...] = (), **point: Any) -> tuple[Dataset, Pattern]:
    """The real data with one muscle, the soleus with a single pattern of these zones; and that pattern."""
    soleus = REAL.muscles["soleus"]
    made = soleus.trigger_points[0].model_copy(update={"primary": primary, "spillover": spillover, **point})
    dataset = REAL.replaced(muscles=[soleus.model_copy(update={"trigger_points": (made,)})])
    return dataset, dataset.trigger_points[made.id]


def flag(id_: str, time: str, *regions: str, anywhere: bool = False, **changes: Any) -> RedFlag:
    """A warning sign."""
    first = next(iter(REAL.red_flags.values()))
    own = {"id": id_, "time": time, "regions": regions, "anywhere": anywhere, **changes}
    said = {"brief": f"Brief {id_}", "sign": f"Sign {id_}", "think_of": f"cause {id_}", "short": f"name {id_}"}
    plain = {"children": False, "note": None}
    return RedFlag.model_validate({**first.model_dump(), **said, **plain, **own})
