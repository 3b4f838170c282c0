"""What can be found, built once from a dataset: names, phrases, and how telling each word is.

The page gets the same as JSON and ranks in the browser as ``bodymap.ask.search`` does here.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Literal

from bodymap.ask.search_words import ALIKE, BODY, FILLER, JOINED, LIMBS, Words, join, plain, split_side, stem, tables
from bodymap.data.dataset import Dataset
from bodymap.data.referral import Described
from bodymap.place import SIDES, Side
from bodymap.words import later, tr

HitKind = Literal["region", "muscle", "group", "condition", "nerve_root", "nerve", "joint", "disc"]
# Among equals, in this order.
KINDS: tuple[HitKind, ...] = ("region", "group", "muscle", "condition", "nerve_root", "nerve", "joint", "disc")
MOST = 7  # answers shown

_BRACKETS = re.compile(r"\(([^)]*)\)")
_BODY = 115  # in hundredths, how much more the name of a part of the body tells
_BADGES = {
    "general": later("condition"),
    "serious": later("condition"),
}  # of conditions that are no injuries of runners
_LEG_GROUPS = {"hip_thigh", "knee_leg", "ankle_foot"}
_ARM_MUSCLES = {"arm_front", "arm_back", "forearm_front", "forearm_back", "hand", "shoulder"}
_LEG_MUSCLES = {
    "gluteal", "deep_hip", "thigh_front", "thigh_inner", "thigh_back", "knee_back", "leg_front", "leg_outer",
    "leg_back", "foot_top", "foot_sole",
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """Something that can be found.

    ``limb`` is ``arm`` or ``leg`` where it belongs to that limb only, ``badge`` what it is where the kind does not say
    it, and ``members`` the muscles of a group.
    """

    kind: HitKind
    id: str
    name: str
    names: tuple[str, ...]
    say: tuple[str, ...] = ()
    limb: str = ""
    midline: bool = False
    members: tuple[str, ...] = ()
    badge: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """All that it answers to, the names first."""
        return (*self.names, *self.say)


@dataclass(frozen=True)
class Text:
    """A name or a phrase as the stems of its words, and the entry that it belongs to."""

    entry: int
    text: str
    words: Words
    stems: Words
    is_name: bool
    side: Side | None


@dataclass(frozen=True)
class Index:
    """The entries and their texts, with the places of each stem in them. Everything else in it is derived.

    ``referred`` is an index of its own, of nerve roots, nerves, joints and discs, which are found by their names only:
    so they change neither how telling a word is nor the order of all else.
    """

    entries: tuple[Entry, ...]
    referred: Index | None = None

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word of every text, as written."""
        every = (word for entry in self.entries for text in entry.texts for word in plain(text).split())
        return frozenset((*every, *JOINED))

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text with a word that counts, in the order of the entries."""
        made = (
            self._text(at, text, number < len(entry.names))
            for at, entry in enumerate(self.entries)
            for number, text in enumerate(entry.texts)
        )
        return tuple(text for text in made if text.words)

    def _text(self, entry: int, text: str, is_name: bool) -> Text:
        words = tuple(word for word in join(plain(text).split(), self.known) if word not in _PASSED_OVER)
        return Text(entry, text, words, tuple(map(stem, words)), is_name, split_side(text)[1])

    @cached_property
    def where(self) -> Mapping[str, tuple[int, ...]]:
        """The numbers of the texts in which a stem stands."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(self.texts):
            for one in dict.fromkeys(text.stems):
                found[one].append(number)
        return {one: tuple(numbers) for one, numbers in found.items()}

    @cached_property
    def weights(self) -> Mapping[str, int]:
        """How telling a stem is: forty times the binary logarithm of how few entries have it, as a whole number."""
        count = len(self.entries)
        shares = {one: len({self.texts[at].entry for at in numbers}) for one, numbers in self.where.items()}
        rare = {one: 10 * max(1, ((2 * count // share) ** 4).bit_length() - 4) for one, share in shares.items()}
        body = set(map(stem, BODY))
        return {one: weight * _BODY // 100 if one in body else weight for one, weight in rare.items()}

    @cached_property
    def totals(self) -> tuple[int, ...]:
        """The weights of the stems of each text, each stem counted once."""
        return tuple(sum(self.weights[one] for one in set(text.stems)) for text in self.texts)

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Every word that counts, in the order of the alphabet, for beginnings and typing errors."""
        return tuple(sorted({word for text in self.texts for word in text.words}))

    @cached_property
    def alike(self) -> Mapping[str, tuple[str, ...]]:
        """For a stem the others that people use for the same and that stand somewhere."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in ALIKE:
            stems = list(dict.fromkeys(map(stem, row)))
            for one in stems:
                found[one] += [other for other in stems if other != one and other in self.where]
        return {one: tuple(dict.fromkeys(others)) for one, others in found.items()}

    def as_json(self, warnings: Sequence[Mapping[str, object]] = ()) -> bytes:
        """The entries, the weights, the warnings and the tables of words for the page; what is empty is left out."""
        whole = {**self._sent(), "warnings": warnings, "words": tables(), "most": MOST}
        if self.referred:
            whole["referred"] = self.referred._sent()
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()

    def _sent(self) -> dict[str, object]:
        entries = [{name: value for name, value in asdict(entry).items() if value} for entry in self.entries]
        return {"entries": entries, "weights": self.weights}


_PASSED_OVER = frozenset((*FILLER, *SIDES))


def build_index(dataset: Dataset) -> Index:
    """Everything of a dataset that can be found, places first, then in dataset order."""
    referred = Index(tuple(_referred(dataset)))
    entries = (*_regions(dataset), *_groups(dataset), *_muscles(dataset), *_conditions(dataset))
    return Index(entries, referred if referred.entries else None)


def _regions(dataset: Dataset) -> Iterator[Entry]:
    for r in dataset.regions.values():
        name = tr(r.name)
        names = _once((name, r.name, tr(r.anatomical_name), r.anatomical_name, r.id, *r.synonyms))
        yield Entry("region", r.id, name, names, r.people_say, _limb_of(dataset, [r.id]), r.midline)


def _groups(dataset: Dataset) -> Iterator[Entry]:
    for g in dataset.muscle_groups.values():
        limbs = {_limb_of_muscle(dataset, muscle) for muscle in g.muscles}
        limb = limbs.pop() if len(limbs) == 1 else ""
        name = tr(g.name)
        yield Entry("group", g.id, name, _once((name, g.name, g.id, *g.synonyms)), limb=limb, members=g.muscles)


def _muscles(dataset: Dataset) -> Iterator[Entry]:
    for m in dataset.muscles.values():
        names = _once((m.name, m.latin, m.id, *m.synonyms))
        yield Entry("muscle", m.id, m.name, names, (m.action,), _limb_of_muscle(dataset, m.id))


def _conditions(dataset: Dataset) -> Iterator[Entry]:
    for c in dataset.conditions.values():
        names = _once((c.plain_name, c.name, c.id, *c.synonyms))
        badge = later("emergency") if c.safety_class == "emergency_mimic" else _BADGES.get(c.group, "")
        yield Entry("condition", c.id, c.plain_name, names, c.people_say, _limb_of(dataset, c.regions), badge=badge)


def _referred(dataset: Dataset) -> Iterator[Entry]:
    for root in dataset.nerve_roots.values():
        at = root.segment
        names = (root.name, root.plain_name, root.id, at, f"{at} root", f"{at} nerve", f"{at} dermatome")
        yield Entry("nerve_root", root.id, root.name, _once(names))
    for nerve in dataset.nerves.values():
        yield Entry("nerve", nerve.id, nerve.name, _once(_names_of(nerve)))
    for joint in dataset.joints.values():
        yield Entry("joint", joint.id, joint.name, _once(_names_of(joint)))
    for disc in dataset.discs.values():
        yield Entry("disc", disc.id, disc.name, _once(_names_of(disc)))


def _names_of(record: Described) -> Iterator[str]:
    """Its names, the one without what stands in brackets, and what stands in them."""
    yield from (record.name, record.plain_name, record.id, _BRACKETS.sub(" ", record.name))
    yield from _BRACKETS.findall(record.name)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Names that differ in their words."""
    return tuple({plain(name): name for name in reversed(tuple(names))}.values())[::-1]


def _limb_of(dataset: Dataset, regions: Iterable[str]) -> str:
    groups = {dataset.regions[region].group for region in regions if region in dataset.regions}
    if groups == {"shoulder_arm"}:
        return "arm"
    return "leg" if groups and groups <= _LEG_GROUPS else ""


def _limb_of_muscle(dataset: Dataset, muscle: str) -> str:
    group = dataset.muscles[muscle].group
    return "arm" if group in _ARM_MUSCLES else "leg" if group in _LEG_MUSCLES else ""


def limbs_named(words: Iterable[str]) -> frozenset[str]:
    """The limbs of which some words speak."""
    named = set(words)
    return frozenset(limb for limb, of in LIMBS.items() if named & set(of))
