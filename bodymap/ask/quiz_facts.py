"""Facts of muscles that the quiz asks, and wrong answers that say something else. Pure functions.

Two muscles may do the same in other words, and one nerve is a branch of another one. Where words or nerves overlap,
neither answer is offered as wrong beside the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from rapidfuzz import fuzz

from bodymap.ask.quiz_truth import PARTS
from bodymap.data.dataset import Dataset
from bodymap.data.model import REGION_GROUPS, Muscle
from bodymap.data.referral import NerveRoot

FACTS = ("attachments", "action", "nerve")
_ALIKE = {"attachments": 78, "action": 55}  # of 100: texts that share so many words are not told apart
# Families of nerves: a nerve may be called by its own name or by that of the one it comes from.
_FAMILIES: Mapping[str, tuple[str, ...]] = {
    "sciatic": ("sciatic", "tibial", "fibular", "plantar"),
    "trigeminal": ("mandibular", "mylohyoid", "pterygoid", "masseteric", "temporal"),
    "facial": ("facial",),
    "accessory": ("accessory",),
    "hypoglossal": ("hypoglossal",),
    "median": ("median", "anterior interosseous"),
    "radial": ("radial", "posterior interosseous"),
    "ulnar": ("ulnar",),
    "musculocutaneous": ("musculocutaneous",),
    "axillary": ("axillary",),
    "pectoral": ("pectoral",),
    "subscapular": ("subscapular",),
    "suprascapular": ("suprascapular",),
    "thoracodorsal": ("thoracodorsal",),
    "scapular": ("dorsal scapular",),
    "long thoracic": ("long thoracic",),
    "phrenic": ("phrenic",),
    "subclavius": ("subclavius",),
    "femoral": ("femoral",),
    "obturator": ("obturator nerve",),
    "to obturator internus": ("to obturator internus", "quadratus femoris"),
    "piriformis": ("piriformis",),
    "superior gluteal": ("superior gluteal",),
    "inferior gluteal": ("inferior gluteal",),
    "pudendal": ("pudendal", "levator ani", "sacral"),
}
# Rows of nerves that leave the spine, from which other nerves come: never offered as wrong.
_ROWS = ("rami", "intercostal", "thoracoabdominal", "subcostal", "cervical nerve", "suboccipital")

_ROW_NAME = "row"
_ROW = frozenset({_ROW_NAME})
_ORDER = tuple(REGION_GROUPS)


def fact_of(dataset: Dataset, kind: str, subject: str) -> str:
    """What is said of a muscle, or of a nerve root where its key muscle is asked."""
    if kind == "key_muscle":
        return dataset.nerve_roots[subject].key_muscle or ""
    muscle = dataset.muscles[subject]
    if kind == "action":
        return muscle.action
    if kind == "nerve":
        return muscle.innervation.nerve
    return f"From: {muscle.attachments.origin}. To: {muscle.attachments.insertion}"


def others_of(dataset: Dataset, kind: str, subject: str) -> list[str]:
    """Muscles whose fact differs from that of one, each said once: the same group first, then the same part."""
    own = dataset.muscles[subject]
    told = {fact_of(dataset, kind, subject).casefold()}
    chosen: list[Muscle] = []
    for other in dataset.muscles.values():
        said = fact_of(dataset, kind, other.id).casefold()
        if said not in told and differs(dataset, kind, subject, other.id):
            told.add(said)
            chosen.append(other)

    def nearness(other: Muscle) -> tuple[bool, int]:
        return other.group != own.group, abs(_ORDER.index(PARTS[other.group]) - _ORDER.index(PARTS[own.group]))

    chosen.sort(key=nearness)
    if kind != "nerve":
        return [other.id for other in chosen]
    return list({families(other.innervation.nerve): other.id for other in reversed(chosen)}.values())[::-1]


def differs(dataset: Dataset, kind: str, subject: str, other: str) -> bool:
    """Whether the fact of another muscle is clearly not that of ``subject``."""
    own, theirs = fact_of(dataset, kind, subject), fact_of(dataset, kind, other)
    if kind == "nerve":
        ours = families(own)
        recorded = (families(nerve.name) for nerve in dataset.nerves.values() if subject in nerve.muscles)
        refused = ours.union(_ROW, *recorded)
        return bool(ours and families(theirs)) and refused.isdisjoint(families(theirs))
    return fuzz.token_set_ratio(_words(own), _words(theirs)) < _ALIKE[kind]


@cache
def families(nerve: str) -> frozenset[str]:
    """The families to which the nerves of a text belong; rows of spinal nerves are one."""
    said = nerve.casefold()
    found = {family for family, names in _FAMILIES.items() if any(name in said for name in names)}
    return frozenset(found | {_ROW_NAME for row in _ROWS if row in said})


@cache
def _words(text: str) -> str:
    small = {"the", "and", "of", "to", "from", "it", "a", "an", "in", "at", "on", "with", "when", "is", "its", "or"}
    return " ".join(word for word in re.findall(r"[a-z0-9]+", text.casefold()) if word not in small)


def root_part(dataset: Dataset, root: NerveRoot) -> str:
    """The part of the body in which most of a root's main places of touch lie."""
    return Counter(dataset.regions[region].group for region in root.primary).most_common(1)[0][0]
