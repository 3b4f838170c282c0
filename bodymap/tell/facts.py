"""What records say, as rows of a name and what it is: the same on the pages of the app and in the static edition."""

from __future__ import annotations

from bodymap.data.needling import Evidence
from bodymap.data.referral import Described, NerveRoot, RootPain
from bodymap.tell.wording import (
    CERTAINTY,
    COMPARATORS,
    DIRECTIONS,
    GRADES,
    HORIZONS,
    INTERVENTIONS,
    NO_HARMS_SAID,
    PROVENANCE,
)

_SIDES = {"both": "One side or both.", "left": "On the left.", "right": "On the right.", "midline": "In the middle."}


def of_study(study: Evidence) -> dict[str, str]:
    """What a study of needling tested and found, how sure it is, and the harms."""
    size = (f"{study.trials} trials" if study.trials else "", f"{study.people} people" if study.people else "")
    return {
        "Tested": INTERVENTIONS[study.intervention],
        "Compared with": ", ".join(COMPARATORS[kind] for kind in study.comparator),
        "Result": f"{DIRECTIONS[study.direction]}, {HORIZONS[study.horizon]}",
        "Certainty (GRADE)": CERTAINTY[study.certainty],
        "Size": ", ".join(filter(None, size)),
        "Harms": study.harms or NO_HARMS_SAID,
    }


def of_places(where: Described | RootPain) -> dict[str, str]:
    """On which side something is felt, or a note on it, and how its places were studied; empty if nothing is said."""
    people = f" {where.people} people in the main study." if where.people else ""
    beside = (
        {"Side": where.side_note or _SIDES.get(where.side, "")}
        if isinstance(where, Described)
        else {"Note": where.note or ""}
    )
    return {
        **beside,
        "How studied": f"{where.studied.rstrip('.')}.{people}",
        "How known": f"{GRADES[where.grade].capitalize()}; {PROVENANCE[where.provenance]}.",
    }


def for_students(root: NerveRoot) -> dict[str, str]:
    """The standard point, muscle and reflex of a root; those that have none are left out."""
    rows = {"Key point": root.key_point, "Key muscle": root.key_muscle, "Reflex": root.reflex}
    return {name: said for name, said in rows.items() if said}
