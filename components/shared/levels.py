"""The levels of how well things are documented, explained in one place."""

from __future__ import annotations

from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.tell.levels import link_levels, pattern_levels
from components.shared import markup
from components.shared.markup import html


def levels(dataset: Dataset) -> Markup:
    """The four levels of a pattern and the four of a link, folded away, each in plain words with its count."""
    text = html(
        "<p>A pattern of a muscle:</p>{}<p>A muscle named with a condition. No level shows a cause:</p>{}",
        markup.bullets(pattern_levels(dataset)),
        markup.bullets(link_levels(dataset)),
    )
    return markup.folded("How well things are documented: the levels in plain words", text)
