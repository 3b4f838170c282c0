"""How well things are documented, in plain words: each level with how often it stands in the data."""

from __future__ import annotations

from collections import Counter

from bodymap.data.dataset import Dataset
from bodymap.data.model import LinkSupport, ReferralSupport
from bodymap.tell.wording import SUPPORT, VERBS
from bodymap.words import lowered, tr


def pattern_levels(dataset: Dataset) -> list[str]:
    """``R1, one expert chart: 101 of 144 muscles, 190 patterns``, a line a level."""
    muscles = Counter(muscle.referral_support for muscle in dataset.muscles.values())
    patterns = Counter(pattern.muscle.referral_support for pattern in dataset.trigger_points.values())
    return [
        tr("{}, {}: {} of {} muscles, {} patterns").format(
            level, tr(SUPPORT[level]), muscles[level], len(dataset.muscles), patterns[level]
        )
        for level in ReferralSupport
    ]


def link_levels(dataset: Dataset) -> list[str]:
    """``L2, found more often in people with this: 3 of 210 links``, a line a level."""
    links = Counter(link.link_support for condition in dataset.conditions.values() for link in condition.muscles)
    said = tr("{}, {}: {} of {} links")
    return [said.format(level, in_words(level), links[level], links.total()) for level in LinkSupport]


def in_words(level: LinkSupport) -> str:
    """The words of a link inside a line: ``can be felt in the same place``."""
    return lowered(tr(VERBS[level]))
