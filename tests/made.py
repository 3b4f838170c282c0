"""Records made up for a test, from a real one that is changed where the test looks."""

from __future__ import annotations

from typing import Any

from bodymap.data.dataset import Dataset
from bodymap.data.patterns import Pattern
from bodymap.data.prevalence import Prevalence
from bodymap.data.signs import RedFlag

from .real import REAL


def with_pattern(*primary: str, spillover: tuple[str, ...] = (), **point: Any) -> tuple[Dataset, Pattern]:
    """The real data with one muscle, the soleus with a single pattern of these zones; and that pattern."""
    soleus = REAL.muscles["soleus"]
    made = soleus.trigger_points[0].model_copy(
        update={"shapes": (), "primary": primary, "spillover": spillover, **point}
    )
    dataset = REAL.replaced(muscles=[soleus.model_copy(update={"trigger_points": (made,)})])
    return dataset, dataset.trigger_points[made.id]


def flag(id_: str, time: str, *regions: str, anywhere: bool = False, **changes: Any) -> RedFlag:
    """A warning sign."""
    first = next(iter(REAL.red_flags.values()))
    own = {"id": id_, "time": time, "regions": regions, "anywhere": anywhere, **changes}
    said = {"brief": f"Brief {id_}", "sign": f"Sign {id_}", "think_of": f"cause {id_}", "short": f"name {id_}"}
    plain = {"children": False, "note": None}
    return RedFlag.model_validate({**first.model_dump(), **said, **plain, **own})


def row(muscle: str = "soleus", **changes: Any) -> dict[str, Any]:
    """A count that may be shown."""
    return {"muscle": muscle, "counted": "active", "n": 10, "of": 40, "use": "print", **changes}


def study(id_: str = "made", *rows: dict[str, Any], **changes: Any) -> Prevalence:
    """A study that counted, made up."""
    plain: dict[str, Any] = {
        "id": id_, "population": "people with a sore calf", "regions": ("calf_inner",), "design": "cross_sectional",
        "people": 40, "compared": 0, "comparison": "no comparison group", "examiner_blinded": "not_applicable",
        "rows": rows or (row(),), "provenance": "read", "sources": [{"key": "lucas2009"}],
        "curation": next(iter(REAL.muscles.values())).curation,
    }  # fmt: skip
    return Prevalence.model_validate({**plain, **changes})


def having(*studies: Prevalence) -> Dataset:
    """The real data with these studies that counted."""
    return REAL.replaced(prevalence=studies)
