"""The levels of how well things are documented, explained in one place."""

from __future__ import annotations

from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.tell.levels import link_levels, pattern_levels
from bodymap.words import tr
from components.shared import markup
from components.shared.markup import html


def levels(dataset: Dataset) -> Markup:
    """The four levels of a pattern and the four of a link, folded away, each in plain words with its count."""
    text = html(
        "<p>{}</p>{}<p>{}</p>{}",
        tr("A pattern of a muscle:"),
        markup.bullets(pattern_levels(dataset)),
        tr("A muscle named with a condition. No level shows a cause:"),
        markup.bullets(link_levels(dataset)),
    )
    return markup.folded(tr("How well things are documented: the levels in plain words"), text)
