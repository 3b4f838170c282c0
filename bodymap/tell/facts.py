"""What records say, as rows of a name and what it is: the same on the pages of the app and in the static edition."""

from __future__ import annotations

from bodymap.data.needling import Evidence
from bodymap.data.referral import Described, NerveRoot, RootPain
from bodymap.tell.markup import english, html
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
from bodymap.words import capital, later, tr

_SIDES = {
    "both": later("One side or both."),
    "left": later("On the left."),
    "right": later("On the right."),
    "midline": later("In the middle."),
}


def of_study(study: Evidence) -> dict[str, str]:
    """What a study of needling tested and found, how sure it is, and the harms."""
    trials = tr("{} trials").format(study.trials) if study.trials else ""
    people = tr("{} people").format(study.people) if study.people else ""
    return {
        tr("Tested"): tr(INTERVENTIONS[study.intervention]),
        tr("Compared with"): ", ".join(tr(COMPARATORS[kind]) for kind in study.comparator),
        tr("Result"): f"{tr(DIRECTIONS[study.direction])}, {tr(HORIZONS[study.horizon])}",
        tr("Certainty (GRADE)"): tr(CERTAINTY[study.certainty]),
        tr("Size"): ", ".join(filter(None, (trials, people))),
        tr("Harms"): english(study.harms) if study.harms else tr(NO_HARMS_SAID),
    }


def of_places(where: Described | RootPain) -> dict[str, str]:
    """On which side something is felt, or a note on it, and how its places were studied; empty if nothing is said."""
    people = f" {tr('{} people in the main study.').format(where.people)}" if where.people else ""
    beside = (
        {tr("Side"): english(where.side_note) if where.side_note else tr(_SIDES.get(where.side, ""))}
        if isinstance(where, Described)
        else {tr("Note"): english(where.note or "")}
    )
    return {
        **beside,
        tr("How studied"): html("{}{}", english(f"{where.studied.rstrip('.')}."), people),
        tr("How known"): f"{capital(tr(GRADES[where.grade]))}; {tr(PROVENANCE[where.provenance])}.",
    }


def for_students(root: NerveRoot) -> dict[str, str]:
    """The standard point, muscle and reflex of a root; those that have none are left out."""
    rows = {tr("Key point"): root.key_point, tr("Key muscle"): root.key_muscle, tr("Reflex"): root.reflex}
    return {name: english(said) for name, said in rows.items() if said}
