"""The words of the quiz: what is asked, what the answers are called, and what is said of an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bodymap.ask.quiz import Kind, Level, Question, shown_fact
from bodymap.ask.quiz_facts import FACTS
from bodymap.ask.quiz_score import Score, places_asked
from bodymap.data.dataset import Dataset
from bodymap.data.model import REGION_GROUPS
from bodymap.data.patterns import Places
from bodymap.place import Place
from bodymap.words import chosen, later, tr

EVERYWHERE = later("Whole body")
PARTS: Mapping[str, str] = {"": EVERYWHERE, **REGION_GROUPS}
LEVELS: Mapping[Level, str] = {"easy": later("Easy"), "middle": later("Middle"), "hard": later("Hard")}
KINDS: Mapping[Kind, str] = {
    "pattern": later("Pattern to muscle"),
    "places": later("Muscle to places"),
    "cross": later("Cross to point"),
    "reach": later("Place to muscles"),
    "attachments": later("Attachments"),
    "action": later("Action"),
    "nerve": later("Nerve"),
    "dermatome": later("Root to dermatome"),
    "key_muscle": later("Root to key muscle"),
}
ABOUT = later(
    "A quiz about what books and experts describe, not about your own pain. Patterns are described by experts; people "
    "differ. Where records are drafts, no clinician has reviewed them yet."
)
HARD_PATTERN = "Without its trigger point."
DRAFT = later("Draft, not yet reviewed by a clinician.")


def prompt(dataset: Dataset, question: Question) -> str:
    """What is asked."""
    kind, subject = question.kind, question.subject
    if kind == "pattern":
        return tr("Which muscle is this pattern described for?")
    if kind == "cross":
        return tr("Which trigger point is at the cross?")
    if kind == "places":
        pattern = dataset.trigger_points[subject]
        said = tr("Mark where pain from {} is mainly described. {}.")
        return said.format(pattern.name, pattern.point.where.rstrip("."))
    if kind == "reach":
        said = tr("Which of these muscles have a pattern described at this place: {}?")
        return said.format(dataset.region_name(subject))
    if kind in ("dermatome", "key_muscle"):
        root = dataset.nerve_roots[subject].segment
        if kind == "dermatome":
            said = tr("Mark the skin of the {} nerve root (its dermatome): the main places of its touch.")
            return said.format(root)
        return tr("Which movement is tested for the {} nerve root (its key muscle)?").format(root)
    name = dataset.muscles[subject].name
    facts = {
        "attachments": tr("From where to where?"),
        "action": tr("Which action?"),
        "nerve": tr("Which nerve?"),
    }
    return f"{name}. {facts[kind]}"


def hint(question: Question) -> str:
    """How it is answered."""
    if question.kind in ("places", "dermatome"):
        return tr("Tap places on the body; tap again to take one away. Either side will do. Spillover is never wrong.")
    return tr("More than one can be right.") if question.kind == "reach" else ""


def option(dataset: Dataset, question: Question, id_: str) -> str:
    """What an answer is called."""
    if question.kind == "cross":
        return dataset.trigger_points[id_].name
    if question.kind in (*FACTS, "key_muscle"):
        return shown_fact(dataset, question, id_)
    return dataset.muscles[id_].name


def verdict(score: Score) -> str:
    """The answer in a word."""
    if score.right:
        return later("Right")
    return later("Partly right") if score.share > 0 or score.spill else later("Not right")


def explained(dataset: Dataset, question: Question, score: Score) -> list[str]:
    """What is right by the data, in lines."""
    kind, subject = question.kind, question.subject
    if kind in ("places", "dermatome"):
        return [*_counted(dataset, score), *_zones(dataset, places_asked(dataset, question, score.side))]
    if kind in ("pattern", "cross"):
        pattern = dataset.trigger_points[subject]
        return [
            f"{pattern.name}: {pattern.point.where.rstrip('.')}.",
            *_zones(dataset, dataset.places(subject, "left")),
        ]
    if kind == "reach":
        return [_reach(dataset, subject, id_) for id_ in question.options if id_ in question.right]
    if kind == "key_muscle":
        root = dataset.nerve_roots[subject]
        return [
            f"{root.segment}: {root.key_muscle}.",
            *([tr("Reflex: {}.").format(root.reflex)] if root.reflex else []),
        ]
    muscle = dataset.muscles[subject]
    segments = ", ".join(muscle.innervation.segments)
    return [
        f"{muscle.name} ({muscle.latin}): {muscle.action.rstrip('.')}.",
        tr("From: {}. To: {}.").format(muscle.attachments.origin.rstrip("."), muscle.attachments.insertion.rstrip(".")),
        tr("Nerve: {}.").format(muscle.innervation.nerve + (f", {segments}" if segments else "")),
    ]


def is_draft(dataset: Dataset, question: Question) -> bool:
    """Whether a record that the question rests on has not been reviewed."""
    muscles = _muscles_of(dataset, question)
    if not muscles:
        return dataset.nerve_roots[question.subject].curation.status == "draft"
    return any(dataset.muscles[id_].curation.status == "draft" for id_ in muscles)


def muscle_of(dataset: Dataset, question: Question) -> str | None:
    """The muscle that a question is about; None where it is about several, or about a root."""
    muscles = _muscles_of(dataset, question)
    return muscles[0] if len(muscles) == 1 else None


def subject_name(dataset: Dataset, question: Question) -> str:
    """What a question is about, for the list at the end."""
    if question.subject in dataset.trigger_points:
        return dataset.trigger_points[question.subject].name
    if question.subject in dataset.regions:
        return dataset.region_name(question.subject)
    if question.subject in dataset.muscles:
        return dataset.muscles[question.subject].name
    return dataset.nerve_roots[question.subject].name


def picture_said(dataset: Dataset, places: Places, with_cross: bool = False) -> str:
    """A picture in words, for those who do not see it."""
    said = _zones(dataset, places) or [tr("No place is painted.")]
    return " ".join(
        [tr("Picture of the body."), *said, *([tr("A cross marks a trigger point.")] if with_cross else [])]
    )


def _muscles_of(dataset: Dataset, question: Question) -> list[str]:
    if question.kind == "reach":
        return [id_ for id_ in question.options if id_ in question.right]
    if question.subject in dataset.trigger_points:
        return [dataset.trigger_points[question.subject].muscle.id]
    return [question.subject] if question.subject in dataset.muscles else []


def _reach(dataset: Dataset, region: str, muscle: str) -> str:
    points = [dataset.trigger_points[point.id] for point in dataset.muscles[muscle].trigger_points]
    mainly = any(region in {zone.region for zone in point.primary} for point in points)
    said = tr("mainly felt there") if mainly else tr("can spill over there")
    return f"{dataset.muscles[muscle].name}: {said}."


def _counted(dataset: Dataset, score: Score) -> list[str]:
    lines = [tr("Main places found: {} of {}.").format(len(score.main), len(score.main) + len(score.missed))]
    for label, places in (
        (tr("Spillover found"), score.spill),
        (tr("Described for it elsewhere, not counted"), score.beside),
        (tr("Not described there"), score.wrong),
    ):
        if places:
            lines.append(f"{label}: {_names(dataset, places)}.")
    return lines


def _zones(dataset: Dataset, places: Places) -> list[str]:
    levels = ((tr("Mainly"), places.primary), (tr("Spillover"), places.spillover))
    return [f"{label}: {_names(dataset, zones)}." for label, zones in levels if zones]


def _names(dataset: Dataset, places: Iterable[Place]) -> str:
    names = dict.fromkeys(dataset.region_name(place.region) for place in places)
    return ", ".join(name if chosen() == "de" else name.lower() for name in names)
