"""Questions of the quiz: which can be asked, and one built from its name and a seed. Pure functions.

A question is named ``kind:record``, for example ``pattern:soleus_1``. The same data, name, level and seed give the same
question, so that a class gets the same quiz. Organs are never asked, and what is no pain is not asked as pain.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal, get_args

from bodymap.ask.quiz_facts import FACTS, fact_of, others_of, root_part
from bodymap.ask.quiz_truth import (
    closest_points,
    closest_roots,
    likeness,
    may_be_wrong_at,
    may_be_wrong_for,
    part_of_muscle,
    reaching_muscles,
    regions_like,
)
from bodymap.data.dataset import Dataset

Kind = Literal["pattern", "places", "cross", "reach", "attachments", "action", "nerve", "dermatome", "key_muscle"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Level = Literal["easy", "middle", "hard"]
LEVELS: tuple[Level, ...] = get_args(Level)
CLICKED: tuple[Kind, ...] = ("places", "dermatome")  # answered on the chart
CHOICES, MANY = 4, 6  # how many answers are offered; of a question with several right ones


@dataclass(frozen=True)
class Question:
    """A question without its words: what it is about, and the ids offered; none where places are clicked."""

    id: str
    kind: Kind
    subject: str
    part: str
    level: Level
    options: tuple[str, ...] = ()
    right: frozenset[str] = frozenset()


def pool(dataset: Dataset, kinds: Collection[str] = KINDS, part: str = "") -> dict[Kind, list[str]]:
    """The names of everything that can be asked, by kind, of one part of the body or of all."""
    return {
        kind: [f"{kind}:{subject}" for subject in _subjects(dataset, kind) if part in ("", part_of(dataset, subject))]
        for kind in KINDS
        if kind in kinds
    }


def draw(
    dataset: Dataset, seed: str, count: int, kinds: Collection[str] = KINDS, part: str = "", level: Level = "middle"
) -> list[str]:
    """The names of ``count`` questions, or of as many as there are: the kinds in turn, each in an order of the seed."""
    chance = Random(f"{seed}/{part}/{level}")
    rows = []
    for names in pool(dataset, kinds, part).values():
        chance.shuffle(names)
        rows.append(names)
    chance.shuffle(rows)
    turns = (row[turn] for turn in range(max(map(len, rows), default=0)) for row in rows if turn < len(row))
    drawn: list[str] = []
    for name in turns:
        if len(drawn) == count:
            break
        if build(dataset, name, seed, level):
            drawn.append(name)
    return drawn


def build(dataset: Dataset, name: str, seed: str, level: Level) -> Question | None:
    """The question of a name; None where the data has no such question, or too few wrong answers for it."""
    kind, _, subject = name.partition(":")
    known = next((one for one in KINDS if one == kind), None)
    if known is None or subject not in set(_subjects(dataset, known)):
        return None
    part = part_of(dataset, subject)
    if known in CLICKED:
        return Question(name, known, subject, part, level)
    chance = Random(f"{seed}/{name}/{level}")
    if known == "reach":
        right, wrong, count = *_who_reaches(dataset, subject, level, chance), MANY
    else:
        right, wrong, count = *_one_right(dataset, known, subject), CHOICES
    chosen = _of_level(wrong, level, count - len(right), chance)
    if len(chosen) < count - len(right):
        return None
    options = [*right, *chosen]
    chance.shuffle(options)
    return Question(name, known, subject, part, level, tuple(options), frozenset(right))


def answers_of(dataset: Dataset, name: str) -> tuple[list[str], list[str]]:
    """The right answer of a question with one, and every wrong one that may be offered, those most like it first."""
    kind, _, subject = name.partition(":")
    return _one_right(dataset, next(one for one in KINDS if one == kind), subject)


def part_of(dataset: Dataset, subject: str) -> str:
    """The part of the body to which a trigger point, a muscle, a region or a nerve root belongs."""
    if subject in dataset.trigger_points:
        return part_of_muscle(dataset.trigger_points[subject].muscle)
    if subject in dataset.muscles:
        return part_of_muscle(dataset.muscles[subject])
    if subject in dataset.regions:
        return dataset.regions[subject].group
    return root_part(dataset, dataset.nerve_roots[subject])


def _subjects(dataset: Dataset, kind: Kind) -> Iterator[str]:
    if kind in ("pattern", "places", "cross"):
        yield from (id_ for id_, pattern in dataset.trigger_points.items() if pattern.point.feeling is None)
    elif kind == "reach":
        yield from (region for region in dataset.regions if dataset.reaching(region).primary)
    elif kind in FACTS:
        yield from dataset.muscles
    else:
        every = dataset.nerve_roots.items()
        yield from (id_ for id_, root in every if kind == "dermatome" or root.key_muscle)


def _one_right(dataset: Dataset, kind: Kind, subject: str) -> tuple[list[str], list[str]]:
    """The right answer, and the wrong ones that may be offered, those most like it first."""
    if kind == "pattern":
        own = dataset.trigger_points[subject]
        wrong = [m for m in dataset.muscles if m != own.muscle.id and may_be_wrong_for(dataset, m, subject)]
        return [own.muscle.id], sorted(wrong, key=lambda m: -likeness(dataset, subject, m))
    if kind == "cross":
        wrong = [p for p in dataset.trigger_points if p != subject and may_be_wrong_at(dataset, p, subject)]
        return [subject], closest_points(dataset, subject, wrong)
    if kind == "key_muscle":
        own_text = dataset.nerve_roots[subject].key_muscle
        differ = {
            root.key_muscle: id_
            for id_, root in dataset.nerve_roots.items()
            if root.key_muscle and root.key_muscle != own_text
        }
        return [subject], closest_roots(dataset, subject, list(differ.values()))
    return [subject], others_of(dataset, kind, subject)


def _who_reaches(dataset: Dataset, region: str, level: Level, chance: Random) -> tuple[list[str], list[str]]:
    """Some muscles described there, and those that no pattern of theirs brings there. Spillover is asked when hard."""
    mainly, every = reaching_muscles(dataset, region)
    asked = every if level == "hard" else mainly
    right = chance.sample(asked, min(len(asked), chance.randint(1, 3)))
    alike = regions_like(dataset, region)
    held = {
        id_: {zone for point in muscle.trigger_points for zone in dataset.trigger_points[point.id].regions}
        for id_, muscle in dataset.muscles.items()
    }
    wrong = [id_ for id_, regions in held.items() if regions and region not in regions]
    return right, sorted(wrong, key=lambda id_: -sum(alike.get(zone, 0) for zone in held[id_]))


def _of_level(wrong: Sequence[str], level: Level, count: int, chance: Random) -> list[str]:
    """Wrong answers: when hard the ones most like the right one, when easy from those least like it."""
    half = max(count, len(wrong) // 2)
    among: Mapping[Level, Sequence[str]] = {
        "hard": wrong[: count + 2],
        "middle": wrong[: max(count + 2, len(wrong) // 4)],
        "easy": wrong[-half:],
    }
    return chance.sample(list(among[level]), min(count, len(among[level])))


def shown_fact(dataset: Dataset, question: Question, option: str) -> str:
    """What an option of a question about a fact says."""
    return fact_of(dataset, question.kind, option)
